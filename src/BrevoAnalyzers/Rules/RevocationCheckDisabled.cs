using BrevoAnalyzers.Model;
using Microsoft.CodeAnalysis;

namespace BrevoAnalyzers.Rules;

/// <summary>BREVO1009: a matter of opinion, since MailKit's own documentation suggests it where revocation lists cannot be reached.</summary>
internal sealed class RevocationCheckDisabled : SmtpRule
{
    private static readonly DiagnosticDescriptor Descriptor = new(
        "BREVO1009",
        "Revoked certificates are accepted",
        "CheckCertificateRevocation is false: a certificate that was revoked still counts as Brevo's",
        Category.Connection,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: false,
        helpLinkUri: Category.PageOf("BREVO1009"));

    public override DiagnosticDescriptor Rule => Descriptor;

    public override void Check(SmtpSession session, Report report)
    {
        var checks = session.Client(ClientSetting.CheckRevocation);
        foreach (var check in checks.Values.Known)
        {
            if (check.Value is false)
                report.At(Descriptor, check, checks.Use, null);
        }
    }
}
