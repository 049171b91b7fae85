using System.Collections.Immutable;
using BrevoAnalyzers.Model;
using Microsoft.CodeAnalysis;

namespace BrevoAnalyzers.Rules;

/// <summary>A rule on SMTP sessions that talk to Brevo. It asks the model only: which library or file a session comes from is Reading's affair.</summary>
internal abstract class SmtpRule
{
    public static readonly ImmutableArray<SmtpRule> All = ImmutableArray.Create<SmtpRule>(
        new UnsupportedPort(),
        new PortTlsMismatch(),
        new UnencryptedConnection(),
        new OpportunisticTls(),
        new WrongBrevoHost(),
        new LegacySendinblueHost(),
        new CertificateValidationDisabled(),
        new NoTimeout(),
        new RevocationCheckDisabled(),
        new ApiKeyAsSmtpPassword(),
        new KeySettingMixedUp(),
        new HardCodedCredential(),
        new InvalidSmtpLogin(),
        new NotAuthenticated(),
        new SmtpLoginAsSender());

    public abstract DiagnosticDescriptor Rule { get; }

    public abstract void Check(SmtpSession session, Report report);
}
