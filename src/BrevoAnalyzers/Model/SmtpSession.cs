using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using BrevoAnalyzers.Values;
using Microsoft.CodeAnalysis;

namespace BrevoAnalyzers.Model;

/// <summary>
/// One SMTP session as the code sets it up, for one of the hosts that it can talk to. All values in it can be there together.
/// </summary>
internal sealed class SmtpSession
{
    private readonly SessionValue _port = null!;
    private readonly SessionValue _tls = null!;

    public SmtpLibrary Library { get; init; }

    /// <summary>The call that connects, or the creation of the client.</summary>
    public Place Start { get; init; }

    /// <summary>Whether <see cref="Start"/> takes the settings under the library's own names, so that a fix can complete it there.</summary>
    public bool StartTakesSettings { get; init; }

    public Possibility Host { get; init; } = null!;

    public Place HostUse { get; init; }

    public SessionValue Port { get => _port; init => _port = value.NotForLoopback(); }

    /// <summary>The values are numbers of <see cref="TlsMode"/>.</summary>
    public SessionValue Tls { get => _tls; init => _tls = value.NotForLoopback(); }

    public TlsNotation TlsNotation { get; init; }

    public SessionValue Login { get; init; } = null!;

    public SessionValue Password { get; init; } = null!;

    /// <summary>Whether credentials are given, of whatever value.</summary>
    public bool HasCredentials { get; init; }

    /// <summary>Whether the client leaves the code at hand before it sends, so that what is missing may be added elsewhere.</summary>
    public bool LeavesUnfinished { get; init; }

    /// <summary>The calls that send in this session, as far as they are seen.</summary>
    public ImmutableArray<SyntaxNode> Sends { get; init; } = ImmutableArray<SyntaxNode>.Empty;

    public ImmutableArray<Sender> Senders { get; init; } = ImmutableArray<Sender>.Empty;

    public Guards Guards { get; init; } = Guards.None;

    /// <summary>Whether the branch that opens the session asks for its port: <c>if (port == 465) … else Connect(host, port, useSsl: false)</c>.</summary>
    public bool IsArmOfPort
    {
        get
        {
            return !Guards.IsEmpty && Guards.Mention(PortName);
        }
    }

    /// <summary>What the code calls the port where it connects.</summary>
    private string PortName
    {
        get
        {
            var port = Port.Use.Node?.ToString() ?? "";
            return port.Substring(port.LastIndexOf('.') + 1);
        }
    }

    /// <summary>
    /// Whether the branch is for a port that Brevo does not have: <c>if (port == 25) Connect(host, port, None)</c> in code that connects to others as
    /// well. That port is what is wrong, if anybody gives it.
    /// </summary>
    public bool IsForOthersPort
    {
        get
        {
            foreach (var guard in Guards.All)
            {
                if (!guard.IsExcluding && guard.Subject.IndexOf(PortName, StringComparison.Ordinal) >= 0 && guard.Cases.All(IsNoPortOfBrevo))
                    return true;
            }

            return false;
        }
    }

    private static bool IsNoPortOfBrevo(string port) =>
        int.TryParse(port, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && BrevoFacts.TlsOf(number) == PortTls.Unsupported;

    /// <summary>Why the session sends without having logged in; null where it does log in, or where that cannot be known.</summary>
    public MissingAuthentication? MissingAuthentication { get; init; }

    /// <summary>Whether a call of the session can be cancelled, so that it does not hang for the library's timeout.</summary>
    public bool PassesCancellation { get; init; }

    /// <summary>Reads a setting of the client at the start of the session; null where there is no client.</summary>
    public Func<ClientSetting, SessionValue>? ReadClient { get; init; }

    /// <summary>A setting of the client, narrowed to what this session can have.</summary>
    public SessionValue Client(ClientSetting setting) => ReadClient?.Invoke(setting).In(Guards) ?? SessionValue.Missing(Start);

    /// <summary>Whether the client may take what is missing from the configuration file, as .NET Framework does from mailSettings.</summary>
    public bool ReadsFrameworkConfiguration { get; init; }

    /// <summary>Whether this session talks to Brevo: see <see cref="BrevoSession"/>.</summary>
    public bool IsBrevo { get; init; }

    /// <summary>The code around the session, as far as rules ask about it.</summary>
    public SessionContext Context { get; init; } = null!;

    /// <summary>The session's other values, those first that say best how its settings are named.</summary>
    public IEnumerable<Possibility> Siblings(SettingRole role)
    {
        var first = role == SettingRole.Sender ? Password : Login;
        foreach (var values in new[] { first.Values, Login.Values, Password.Values })
        {
            foreach (var possibility in values)
                yield return possibility;
        }

        // The constant behind "configuration["Mail:Host"] ?? …" is a session of its own, beside the one that the setting opens.
        foreach (var session in AndOthers(other => other.Start.Equals(Start)))
            yield return session.Host;
        foreach (var possibility in Port.Values)
            yield return possibility;
        foreach (var sender in Senders)
        {
            foreach (var possibility in sender.Address.Values)
                yield return possibility;
        }
    }

    /// <summary>This session and the others of the code at hand that fulfil a condition, other providers' too.</summary>
    public IEnumerable<SmtpSession> AndOthers(Func<SmtpSession, bool> condition)
    {
        yield return this;
        foreach (var session in Context.Sessions)
        {
            if (!ReferenceEquals(session, this) && condition(session))
                yield return session;
        }
    }

    /// <summary>Where a wrong value has to change: see <see cref="Places"/>.</summary>
    public Place PlaceOf(Possibility value, SessionValue role) => Places.Of(value, role, ImmutableArray.Create(Login, Password, Port), Context);
}
