using BrevoAnalyzers.Model;
using Microsoft.CodeAnalysis;

namespace BrevoAnalyzers.Rules;

/// <summary>BREVO1007: with every certificate accepted, TLS hides the key from nobody who can answer in Brevo's name.</summary>
internal sealed class CertificateValidationDisabled : SmtpRule, IApiRule
{
    internal static readonly DiagnosticDescriptor Descriptor = new(
        "BREVO1007",
        "Every server certificate is accepted",
        "This callback accepts every certificate: whoever answers in Brevo's name is handed the credentials. Brevo's certificates are valid without it.",
        Category.Connection,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: Category.PageOf("BREVO1007"));

    public override DiagnosticDescriptor Rule => Descriptor;

    public override void Check(SmtpSession session, Report report) => Check(session.Client(ClientSetting.AcceptsAnyCertificate), report);

    public void Check(ApiRequest request, Report report)
    {
        if (request.AcceptsAnyCertificate is { } accepts)
            Check(accepts, report);
    }

    private static void Check(SessionValue accepts, Report report)
    {
        foreach (var callback in accepts.Values.Known)
        {
            if (callback.Value is true)
                report.At(Descriptor, callback, accepts.Use, null);
        }
    }
}
