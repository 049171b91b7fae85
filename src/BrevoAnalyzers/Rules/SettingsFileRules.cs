using System.Collections.Generic;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace BrevoAnalyzers.Rules;

/// <summary>The rules that settings can break without any code: those on calls and on the order of calls are not among them.</summary>
internal static class SettingsFileRules
{
    public static readonly ImmutableArray<SmtpRule> OfSessions = ImmutableArray.Create<SmtpRule>(
        new UnsupportedPort(),
        new PortTlsMismatch(),
        new UnencryptedConnection(),
        new OpportunisticTls(),
        new WrongBrevoHost(),
        new LegacySendinblueHost(),
        new ApiKeyAsSmtpPassword(),
        new KeySettingMixedUp(),
        new InvalidSmtpLogin(),
        new NotAuthenticated(),
        new SmtpLoginAsSender());

    public static readonly ImmutableArray<SenderRule> OfSenders = ImmutableArray.Create<SenderRule>(
        new FreemailSender(),
        new UnverifiedSender(),
        new InvalidSenderAddress());

    public static readonly SmtpKeyAsApiKey OfRequests = new();

    public static readonly ImmutableArray<IApiRule> OfAddresses = ImmutableArray.Create<IApiRule>(new LegacySendinblueHost(), new WrongEndpoint());

    /// <summary>Apart from the others: a secret is at home in an <c>.env</c> file.</summary>
    public static readonly HardCodedCredential OfSecrets = new();

    public static ImmutableArray<DiagnosticDescriptor> Descriptors()
    {
        var descriptors = new List<DiagnosticDescriptor> { HardCodedCredential.Descriptor, SmtpKeyAsApiKey.Descriptor };
        foreach (var rule in OfSessions)
            descriptors.Add(rule.Rule);
        foreach (var rule in OfSenders)
            descriptors.Add(rule.Rule);
        foreach (var rule in OfAddresses)
        {
            if (!descriptors.Contains(rule.Rule))
                descriptors.Add(rule.Rule);
        }

        return descriptors.ToImmutableArray();
    }
}
