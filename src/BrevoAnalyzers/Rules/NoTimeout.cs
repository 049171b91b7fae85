using BrevoAnalyzers.Model;
using Microsoft.CodeAnalysis;

namespace BrevoAnalyzers.Rules;

/// <summary>BREVO1008: a closed port hangs for as long as the library waits by default.</summary>
internal sealed class NoTimeout : SmtpRule
{
    private static readonly DiagnosticDescriptor Descriptor = new(
        "BREVO1008",
        "The SMTP client keeps the library's long timeout",
        "A closed port holds this session for {0} seconds, the library's default: set Timeout or pass a CancellationToken",
        Category.Connection,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: false,
        helpLinkUri: Category.PageOf("BREVO1008"));

    public override DiagnosticDescriptor Rule => Descriptor;

    public override void Check(SmtpSession session, Report report)
    {
        if (!session.PassesCancellation && !session.LeavesUnfinished && session.Client(ClientSetting.Timeout).Values.IsUnset)
            report.At(Descriptor, session.Start, null, session.Library == SmtpLibrary.MailKit ? "120" : "100");
    }
}
