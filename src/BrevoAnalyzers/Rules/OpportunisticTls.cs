using BrevoAnalyzers.Model;
using BrevoAnalyzers.Values;
using Microsoft.CodeAnalysis;

namespace BrevoAnalyzers.Rules;

/// <summary>BREVO1004: TLS that is used only where it is offered is no protection against whoever takes the offer away.</summary>
internal sealed class OpportunisticTls : SmtpRule
{
    private static readonly DiagnosticDescriptor Descriptor = new(
        "BREVO1004",
        "TLS is used only if the server offers it",
        "{0} goes on in clear text where STARTTLS is not offered, so whoever strips the offer can read along. Use StartTls.",
        Category.Connection,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        helpLinkUri: Category.PageOf("BREVO1004"));

    public override DiagnosticDescriptor Rule => Descriptor;

    public override void Check(SmtpSession session, Report report)
    {
        if (session.TlsNotation is TlsNotation.EnableSsl or TlsNotation.Called || session.Context.ChecksEncryption)
            return;

        foreach (var mode in session.Tls.Values.Known)
        {
            if (mode.Value is (int)TlsMode.StartTlsWhenAvailable or (int)TlsMode.Auto && MeetsStartTls(session, mode) && !IsChosenFromPort(session, mode) && !IsOfUnknownReader(session, mode))
                report.At(Descriptor, mode, session.Tls.Use, TlsFix.For(session, mode, TlsMode.StartTls), Says(session, mode));
        }
    }

    /// <summary>
    /// Whether the ports are those of STARTTLS. Others may come from the settings where the code says StartTlsWhenAvailable, or <c>useSsl: false</c>
    /// whatever they are: no port makes more of it. Of Auto one does, and a flag may be set with the port.
    /// </summary>
    private static bool MeetsStartTls(SmtpSession session, Possibility mode)
    {
        var isFixed = session.Tls.Values.Count == 1 && mode.Source == SourceKind.None && !session.IsArmOfPort;
        var isNeverMore = mode.Value is (int)TlsMode.StartTlsWhenAvailable && (isFixed || session.TlsNotation == TlsNotation.Mode);
        var found = false;
        foreach (var port in session.Port.Values)
        {
            if (port.Value is int number && BrevoFacts.TlsOf(number) == PortTls.StartTls)
                found = true;
            else if (port.IsConstant || !isNeverMore)
                return false;
        }

        return found;
    }

    /// <summary><c>port == 465 ? SslOnConnect : Auto</c>: somebody thought of the port.</summary>
    private static bool IsChosenFromPort(SmtpSession session, Possibility mode)
    {
        foreach (var port in session.Port.Values)
        {
            if (!mode.Guards.IsEmpty && port.Guards.Implies(mode.Guards))
                return true;
        }

        return false;
    }

    /// <summary>A file's "auto" is MailKit's where the setting is named after its modes; other readers have one of their own.</summary>
    private static bool IsOfUnknownReader(SmtpSession session, Possibility mode) =>
        mode.Place.Node is null && mode.Value is (int)TlsMode.Auto && session.TlsNotation == TlsNotation.Setting;

    private static string Says(SmtpSession session, Possibility mode) => session.TlsNotation switch
    {
        TlsNotation.UseSsl => "useSsl: false",
        TlsNotation.Uri => "The URI",
        _ => mode.Value is (int)TlsMode.Auto ? "SecureSocketOptions.Auto" : "StartTlsWhenAvailable",
    };
}
