using System.Globalization;
using BrevoAnalyzers.Model;
using BrevoAnalyzers.Values;
using Microsoft.CodeAnalysis;

namespace BrevoAnalyzers.Rules;

/// <summary>BREVO1002: 465 speaks TLS from the first byte, 587 and 2525 begin in clear and upgrade.</summary>
internal sealed class PortTlsMismatch : SmtpRule
{
    private static readonly DiagnosticDescriptor Descriptor = new(
        "BREVO1002",
        "The port and the TLS mode do not fit together",
        "Port {0} {1}, but the client {2}: the connection {3}. {4}.",
        Category.Connection,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: Category.PageOf("BREVO1002"));

    public override DiagnosticDescriptor Rule => Descriptor;

    public override void Check(SmtpSession session, Report report)
    {
        foreach (var port in session.Port.Values.Known)
        {
            if (port.Value is not int number || session.Guards.And(port.Guards) is not { } guards)
                continue;

            var tls = BrevoFacts.TlsOf(number);
            if (session.Library == SmtpLibrary.SystemNetMail)
            {
                if (tls == PortTls.Implicit)
                    Report(report, session, port, number, "expects TLS from the first byte", "of System.Net.Mail knows STARTTLS only", "hangs until the timeout", "Use port 587", PortFix.For(session, port));
                continue;
            }

            foreach (var mode in session.Tls.Values.In(guards).Known)
            {
                if (tls == PortTls.Implicit && mode.Value is (int)TlsMode.StartTls or (int)TlsMode.StartTlsWhenAvailable)
                    Report(report, session, port, number, "expects TLS from the first byte", "waits for STARTTLS", "hangs until the timeout", IsCalled(session) ? "Use port 587" : "Use SslOnConnect", TlsFix.For(session, mode, TlsMode.SslOnConnect) ?? PortFix.To(session, port, mode));
                else if (tls == PortTls.StartTls && mode.Value is (int)TlsMode.SslOnConnect)
                    Report(report, session, port, number, "begins in clear and upgrades by STARTTLS", "starts TLS at once", "fails in the TLS handshake", IsCalled(session) ? "Use port 465" : "Use StartTls", TlsFix.For(session, mode, TlsMode.StartTls) ?? PortFix.To(session, port, mode));
            }
        }
    }

    /// <summary>Where the code that is called decides how to connect, the caller can change the port only.</summary>
    private static bool IsCalled(SmtpSession session) => session.TlsNotation == TlsNotation.Called;

    private static void Report(Report report, SmtpSession session, Possibility port, int number, string expects, string client, string outcome, string cure, FixData fix) =>
        report.At(Descriptor, port, session.Port.Use, fix, number.ToString(CultureInfo.InvariantCulture), expects, client, outcome, cure);
}
