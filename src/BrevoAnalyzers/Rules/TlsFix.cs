using BrevoAnalyzers.Model;
using BrevoAnalyzers.Values;

namespace BrevoAnalyzers.Rules;

/// <summary>What the fix for a TLS mode needs: the mode, how it is written, and where.</summary>
internal static class TlsFix
{
    /// <summary>Property: the <see cref="TlsMode"/> to write.</summary>
    public const string Mode = "TlsMode";

    /// <summary>Property: the <see cref="TlsNotation"/> that the code uses.</summary>
    public const string Notation = "TlsNotation";

    /// <summary>Property: "true" where nothing is written yet: the first further location is the creation to complete.</summary>
    public const string Add = "AddTls";

    /// <summary>The edit of a mode where it is written; null where that text serves other sessions too, or no fix can write it.</summary>
    public static FixData? For(SmtpSession session, Possibility mode, TlsMode wanted)
    {
        if (session.TlsNotation is TlsNotation.Uri or TlsNotation.Setting || mode.Place.Node?.SyntaxTree != session.Start.Node?.SyntaxTree)
            return null;

        return FixData.None
            .With(Mode, wanted.ToString())
            .With(Notation, session.TlsNotation.ToString())
            .Also(mode.Place);
    }

    public static FixData ForUnset(SmtpSession session) => !session.StartTakesSettings ? FixData.None : FixData.None
        .With(Mode, nameof(TlsMode.StartTls))
        .With(Notation, session.TlsNotation.ToString())
        .With(Add, "true")
        .Also(session.Start);

    /// <summary>The mode that suits the ports which can meet <paramref name="mode"/>: implicit TLS only where all are 465.</summary>
    public static TlsMode ModeFor(SmtpSession session, Possibility mode)
    {
        var guards = session.Guards.And(mode.Guards) ?? session.Guards;
        var isImplicit = false;
        foreach (var port in session.Port.Values.In(guards))
        {
            if (port.Value is not BrevoFacts.ImplicitTlsPort)
                return TlsMode.StartTls;
            isImplicit = true;
        }

        return isImplicit && session.Library != SmtpLibrary.SystemNetMail ? TlsMode.SslOnConnect : TlsMode.StartTls;
    }
}
