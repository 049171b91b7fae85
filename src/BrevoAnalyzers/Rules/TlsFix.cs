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

    /// <summary>The edit of a mode where it is written; null where that text must stay as it is, as another session needs it.</summary>
    public static FixData? For(SmtpSession session, Possibility mode, TlsMode wanted)
    {
        if (mode.Place.Node?.SyntaxTree != session.Start.Node?.SyntaxTree || !CanBeWritten(session, mode, wanted))
            return null;

        foreach (var affected in session.AndOthers(other => other.Tls.Values.IsAt(mode.Place)))
        {
            if (!affected.IsBrevo || affected.TlsNotation != session.TlsNotation || !Suits(affected, mode, wanted))
                return null;
        }

        return FixData.None
            .With(Mode, wanted.ToString())
            .With(Notation, session.TlsNotation.ToString())
            .Also(mode.Place);
    }

    /// <summary>The completion of a client that was given no mode; nothing where the same client talks to others too.</summary>
    public static FixData ForUnset(SmtpSession session)
    {
        if (!session.StartTakesSettings)
            return FixData.None;

        foreach (var affected in session.AndOthers(other => other.Start.Equals(session.Start)))
        {
            if (!affected.IsBrevo)
                return FixData.None;
        }

        return FixData.None
            .With(Mode, nameof(TlsMode.StartTls))
            .With(Notation, session.TlsNotation.ToString())
            .With(Add, "true")
            .Also(session.Start);
    }

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

    /// <summary>A flag cannot say STARTTLS: there the call has to change to the overload that takes a mode.</summary>
    private static bool CanBeWritten(SmtpSession session, Possibility mode, TlsMode wanted) => session.TlsNotation switch
    {
        TlsNotation.Uri or TlsNotation.Setting or TlsNotation.Called => false,
        TlsNotation.UseSsl => wanted == TlsMode.SslOnConnect || mode.Place.Equals(session.Tls.Use),
        _ => true,
    };

    /// <summary>Whether no known port that meets the mode wants another one.</summary>
    private static bool Suits(SmtpSession session, Possibility mode, TlsMode wanted)
    {
        if (session.Library == SmtpLibrary.SystemNetMail)
            return true;

        foreach (var port in session.Port.Values.In(session.Guards.And(mode.Guards) ?? session.Guards))
        {
            if (port.Value is int number && BrevoFacts.TlsOf(number) is var tls && tls != PortTls.Unsupported && (tls == PortTls.Implicit) != (wanted == TlsMode.SslOnConnect))
                return false;
        }

        return true;
    }
}
