using BrevoAnalyzers.Model;
using Microsoft.CodeAnalysis;

namespace BrevoAnalyzers.Rules;

/// <summary>BREVO2001: the API key opens the API, not the relay.</summary>
internal sealed class ApiKeyAsSmtpPassword : SmtpRule
{
    private static readonly DiagnosticDescriptor Descriptor = new(
        "BREVO2001",
        "A Brevo API key is used as the SMTP password",
        "This is an API key (xkeysib-…): Brevo's relay refuses it with 535. The SMTP password is an SMTP key (xsmtpsib-…).",
        Category.Credentials,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: Category.PageOf("BREVO2001"));

    public override DiagnosticDescriptor Rule => Descriptor;

    public override void Check(SmtpSession session, Report report)
    {
        foreach (var password in session.Password.Values.Known)
        {
            if (password.Text is { } text && BrevoKeys.Classify(text) == KeyShape.ApiKey)
                report.At(Descriptor, password, session.Password.Use, SettingNaming.For(SettingRole.SmtpKey, session.Siblings(SettingRole.SmtpKey)));
        }
    }
}
