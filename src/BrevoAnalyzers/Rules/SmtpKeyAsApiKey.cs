using BrevoAnalyzers.Model;
using Microsoft.CodeAnalysis;

namespace BrevoAnalyzers.Rules;

/// <summary>BREVO2002: the SMTP key opens the relay, not the API.</summary>
internal sealed class SmtpKeyAsApiKey : IApiRule
{
    internal static readonly DiagnosticDescriptor Descriptor = new(
        "BREVO2002",
        "A Brevo SMTP key is used as the API key",
        "This is an SMTP key (xsmtpsib-…): Brevo's API answers 401 \"Key not found\". The api-key header takes an API key (xkeysib-…).",
        Category.Credentials,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: Category.PageOf("BREVO2002"));

    public DiagnosticDescriptor Rule => Descriptor;

    public void Check(ApiRequest request, Report report)
    {
        foreach (var key in request.Keys)
        {
            foreach (var known in key.Values.Known)
            {
                if (known.Text is { } text && BrevoKeys.Classify(text) == KeyShape.SmtpKey)
                    report.At(Descriptor, known, key.Use, SettingNaming.For(SettingRole.ApiKey, request.Siblings()));
            }
        }
    }
}
