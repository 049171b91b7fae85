using System.Collections.Immutable;
using BrevoAnalyzers.Model;
using Microsoft.CodeAnalysis;

namespace BrevoAnalyzers.Rules;

/// <summary>
/// A rule on requests to Brevo's API. It asks the model only: which client or SDK sends is Reading's affair. Rules that speak of SMTP
/// sessions too implement both.
/// </summary>
internal interface IApiRule
{
    DiagnosticDescriptor Rule { get; }

    /// <summary>Judges a request that goes to Brevo.</summary>
    void Check(ApiRequest request, Report report);
}

/// <summary>The rules on requests to the API.</summary>
internal static class ApiRules
{
    public static readonly ImmutableArray<IApiRule> All = ImmutableArray.Create<IApiRule>(
        new WrongBrevoHost(),
        new LegacySendinblueHost(),
        new CertificateValidationDisabled(),
        new SmtpKeyAsApiKey(),
        new KeySettingMixedUp(),
        new HardCodedCredential(),
        new WrongAuthenticationHeader(),
        new ApiKeyAddedTwice(),
        new ApiKeyHeaderAddedPerCall(),
        new SmtpLoginAsSender(),
        new IncompleteEmail(),
        new UnknownPayloadMember(),
        new RecipientWithoutEmail(),
        new LimitExceeded(),
        new IgnoredMember(),
        new InvalidAttachment(),
        new InvalidHeader(),
        new WrongEndpoint(),
        new ScheduledWithoutZone(),
        new HandBuiltJson(),
        new ApiKeyAsBasePath(),
        new ResponseIgnored(),
        new UnknownEventName(),
        new RequestReused());
}
