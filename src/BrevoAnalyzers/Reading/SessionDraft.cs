using System.Collections.Generic;
using System.Collections.Immutable;
using BrevoAnalyzers.Model;
using BrevoAnalyzers.Values;
using Microsoft.CodeAnalysis;

namespace BrevoAnalyzers.Reading;

/// <summary>The settings of a session before its possible hosts are told apart: each host makes a session of its own.</summary>
internal sealed class SessionDraft
{
    public SessionDraft(SyntaxNode start) => Start = start;

    public SyntaxNode Start { get; }

    public SmtpLibrary Library { get; init; } = SmtpLibrary.Unknown;

    public Guards Here { get; init; } = Guards.None;

    public SessionValue? Host { get; init; }

    public SessionValue? Port { get; init; }

    public SessionValue? Tls { get; init; }

    public TlsNotation TlsNotation { get; init; } = TlsNotation.Setting;

    public SessionValue? Login { get; init; }

    public SessionValue? Password { get; init; }

    /// <summary>
    /// The library's own switch for authenticating (FluentEmail's <c>RequiresAuthentication</c>, NLog's <c>SmtpAuthentication</c>) as
    /// flag, unset where nobody sets it and it is off; null for libraries without one.
    /// </summary>
    public SessionValue? Authentication { get; init; }

    /// <summary>Why nobody logs in, where a library call shows it; null where it is not known.</summary>
    public MissingAuthentication? MissingAuthentication { get; init; }

    public List<Sender> Senders { get; init; } = new();

    /// <summary>Whether what is missing here may be added elsewhere, so that nothing follows from its absence.</summary>
    public bool LeavesUnfinished { get; init; }

    /// <summary>The types whose name may say that the settings are Brevo's.</summary>
    public ImmutableArray<INamedTypeSymbol> NamedBy { get; init; } = ImmutableArray<INamedTypeSymbol>.Empty;

    /// <summary>Whether the name of the section that holds the settings speaks of Brevo.</summary>
    public bool IsNamedAfterBrevo { get; init; }

    public IEnumerable<SmtpSession> Sessions(MailCode code)
    {
        if (Host is null)
            yield break;

        var hosts = Host.Values;
        var missing = SessionValue.Missing(Start);
        foreach (var host in hosts)
        {
            if (host.Kind == PossibilityKind.Unset || BrevoSession.GuardsOf(host, Here) is not { } guards || BrevoSession.IsBesideAnothersDefault(host, hosts.In(guards)))
                continue;

            var login = (Login ?? missing).In(guards);
            var password = (Password ?? missing).In(guards);
            var port = (Port ?? missing).In(guards);
            var hasCredentials = IsGiven(login.Values) && IsGiven(password.Values);
            var isOff = IsOff(Authentication?.In(guards));
            yield return new SmtpSession
            {
                Library = Library,
                Start = Start,
                Host = host,
                HostUse = Host.Use,
                Port = port,
                Tls = (Tls ?? missing).In(guards),
                TlsNotation = TlsNotation,
                Login = login,
                Password = password,
                HasCredentials = hasCredentials && !isOff,
                MissingAuthentication = MissingAuthentication ?? (hasCredentials && isOff && !LeavesUnfinished ? new MissingAuthentication(MissingAuthenticationKind.SwitchedOff, Authentication!.Use) : null),
                LeavesUnfinished = LeavesUnfinished,
                Senders = SenderReader.In(Senders, guards, login, password),
                Guards = guards,
                Context = code.Context,
                IsBrevo = IsBrevo(host, login.Values, password.Values, port.Values),
            };
        }
    }

    private bool IsBrevo(Possibility host, ValueSet login, ValueSet password, ValueSet port)
    {
        if (BrevoSession.Is(host, login, password, port, enclosing: null) || (IsNamedAfterBrevo && !BrevoSession.IsKnown(host)))
            return true;

        foreach (var type in NamedBy)
        {
            if (BrevoSession.Is(host, login, password, port, type))
                return true;
        }

        return false;
    }

    private static bool IsGiven(ValueSet values)
    {
        foreach (var value in values)
        {
            if (value.Kind != PossibilityKind.Unset && value is not { IsConstant: true, Value: null or "" })
                return true;
        }

        return false;
    }

    private static bool IsOff(SessionValue? authentication)
    {
        if (authentication is null)
            return false;

        foreach (var value in authentication.Values)
        {
            if (value.Kind != PossibilityKind.Unset && value is not { IsConstant: true, Value: false })
                return false;
        }

        return true;
    }
}
