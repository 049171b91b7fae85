using BrevoAnalyzers.Model;
using BrevoAnalyzers.Values;
using Microsoft.CodeAnalysis;

namespace BrevoAnalyzers.Reading;

/// <summary>
/// How the type that is handed a host and a port connects with them: what that means for Brevo shows only where both meet, at the call
/// or creation that hands them over.
/// </summary>
internal sealed class CalledSession
{
    private CalledSession(SmtpLibrary library, TlsMode tls)
    {
        Library = library;
        Tls = tls;
    }

    public SmtpLibrary Library { get; }

    public TlsMode Tls { get; }

    /// <summary>Null where the type's source does not show that it connects in one way, whatever else it does.</summary>
    /// <param name="caller">The code that hands the settings over.</param>
    /// <param name="host">The parameter that takes the host, of a method or constructor of the type.</param>
    /// <param name="port">The parameter that takes the port.</param>
    public static CalledSession? Of(MailCode caller, IParameterSymbol host, IParameterSymbol port)
    {
        var code = caller.Of(host.ContainingType.OriginalDefinition);
        CalledSession? found = null;
        foreach (var sessions in new[] { MailKitReader.Read(code), SystemNetMailReader.Read(code) })
        {
            foreach (var session in sessions)
            {
                if (!IsGiven(session.Host, host))
                    continue;
                if (session.Port.Values.Count != 1 || !IsGiven(session.Port.Values[0], port) || DependsOnPort(session) || ModeOf(session) is not { } tls)
                    return null;
                if (found is not null && (found.Library != session.Library || found.Tls != tls))
                    return null;

                found = new CalledSession(session.Library, tls);
            }
        }

        return found;
    }

    /// <summary>Whether a value is what the caller gives, as it came.</summary>
    private static bool IsGiven(Possibility value, IParameterSymbol parameter) =>
        value is { Kind: PossibilityKind.Named, Source: SourceKind.Parameter } && value.Identity == Resolver.IdentityOf(parameter.OriginalDefinition);

    private static TlsMode? ModeOf(SmtpSession session)
    {
        if (session.Tls.Values.IsUnset && session is { Library: SmtpLibrary.SystemNetMail, LeavesUnfinished: false, ReadsFrameworkConfiguration: false })
            return TlsMode.None;

        return session.Tls.Values.Count == 1 && session.Tls.Values[0] is { Value: int mode, IsAssumed: false } ? (TlsMode)mode : null;
    }

    /// <summary>Whether the code asks for the port before it connects this way: then it may connect otherwise elsewhere.</summary>
    private static bool DependsOnPort(SmtpSession session)
    {
        var port = session.Port.Values[0];
        foreach (var name in port.Names.Add(port.Name))
        {
            if (session.Guards.Mention(name))
                return true;
        }

        return false;
    }
}
