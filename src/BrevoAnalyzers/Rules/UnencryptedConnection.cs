using BrevoAnalyzers.Model;
using Microsoft.CodeAnalysis;

namespace BrevoAnalyzers.Rules;

/// <summary>BREVO1003: TLS is the client's choice on Brevo's ports 587 and 2525, so nothing fails where it is missing.</summary>
internal sealed class UnencryptedConnection : SmtpRule
{
    private static readonly DiagnosticDescriptor Descriptor = new(
        "BREVO1003",
        "The SMTP session is not encrypted",
        "{0}: login, key and mail can be read on their way to Brevo, and nothing fails. Use {1}.",
        Category.Connection,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: Category.PageOf("BREVO1003"));

    public override DiagnosticDescriptor Rule => Descriptor;

    public override void Check(SmtpSession session, Report report)
    {
        if (!session.HasCredentials)
            return;

        foreach (var mode in session.Tls.Values.Known)
        {
            if (mode.Value is not (int)TlsMode.None || session.IsForOthersPort)
                continue;

            var wanted = TlsFix.ModeFor(session, mode);
            report.At(Descriptor, mode, session.Tls.Use, TlsFix.For(session, mode, wanted), Says(session), Cure(session, wanted));
        }

        if (session.Tls.Values.IsUnset && !session.LeavesUnfinished && !session.ReadsFrameworkConfiguration)
            report.At(Descriptor, session.Start, TlsFix.ForUnset(session), "EnableSsl is never set and is false by default", Cure(session, TlsMode.StartTls));
    }

    private static string Says(SmtpSession session) => session.TlsNotation switch
    {
        TlsNotation.EnableSsl => "EnableSsl is false",
        TlsNotation.Uri => "The URI switches STARTTLS off",
        TlsNotation.Setting => "The setting switches TLS off",
        TlsNotation.Called => "What is called here connects without TLS",
        _ => "SecureSocketOptions.None switches TLS off",
    };

    private static string Cure(SmtpSession session, TlsMode wanted) =>
        session.Library == SmtpLibrary.SystemNetMail ? "EnableSsl = true" : wanted == TlsMode.SslOnConnect ? "SslOnConnect" : "StartTls";
}
