using System.Globalization;
using BrevoAnalyzers.Model;
using BrevoAnalyzers.Values;
using Microsoft.CodeAnalysis;

namespace BrevoAnalyzers.Rules;

/// <summary>BREVO1001: Brevo's relay documents 587, 465 and 2525, and nothing else.</summary>
internal sealed class UnsupportedPort : SmtpRule
{
    private const int LibraryDefault = 25;

    private static readonly DiagnosticDescriptor Descriptor = new(
        "BREVO1001",
        "Brevo does not offer its SMTP relay on this port",
        "Brevo offers its SMTP relay on ports 587, 465 and 2525, not on {0}: such a connection is mostly blocked on the way and hangs until the timeout",
        Category.Connection,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: Category.PageOf("BREVO1001"));

    public override DiagnosticDescriptor Rule => Descriptor;

    public override void Check(SmtpSession session, Report report)
    {
        foreach (var port in session.Port.Values.Known)
        {
            if (port.Value is not int number || BrevoFacts.TlsOf(number) != PortTls.Unsupported)
                continue;
            if (number != 0)
                report.At(Descriptor, port, session.Port.Use, PortFix.For(session, port), number.ToString(CultureInfo.InvariantCulture));
            else if (session.Library == SmtpLibrary.MailKit && IsWrittenAt(port, session) && !MayBeImplicitTls(session, port))
                report.At(Descriptor, session.Port.Use, PortFix.For(session, port), LibraryDefault.ToString(CultureInfo.InvariantCulture));
        }

        if (session.Port.Values.IsUnset && !session.LeavesUnfinished && !session.ReadsFrameworkConfiguration)
            report.At(Descriptor, session.Start, PortFix.For(session, null), LibraryDefault.ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>Zero is MailKit's own default only where the call gives it; a variable that starts as zero waits for its value.</summary>
    private static bool IsWrittenAt(Possibility port, SmtpSession session) => port.Place.IsWithin(session.Start);

    private static bool MayBeImplicitTls(SmtpSession session, Possibility port)
    {
        foreach (var mode in session.Tls.Values.In(session.Guards.And(port.Guards) ?? session.Guards))
        {
            if (mode.Value is not int number || number == (int)TlsMode.SslOnConnect)
                return true;
        }

        return false;
    }
}
