using System.Collections.Immutable;
using System.Linq;
using BrevoAnalyzers.Values;

namespace BrevoAnalyzers.Model;

/// <summary>Whose client opens the session: the libraries differ in what a setting means and what its default is.</summary>
internal enum SmtpLibrary
{
    MailKit,
    SystemNetMail,

    /// <summary>Settings whose reader is not seen: nothing is known of defaults and of what a flag means.</summary>
    Unknown,
}

/// <summary>How TLS starts. The numbers are those of MailKit's <c>SecureSocketOptions</c>.</summary>
internal enum TlsMode
{
    None = 0,
    Auto = 1,
    SslOnConnect = 2,
    StartTls = 3,
    StartTlsWhenAvailable = 4,
}

/// <summary>How the source says the TLS mode; a fix writes it the same way.</summary>
internal enum TlsNotation
{
    /// <summary>MailKit's <c>SecureSocketOptions</c>, given or left to its default.</summary>
    Mode,

    /// <summary>MailKit's <c>useSsl</c> argument.</summary>
    UseSsl,

    /// <summary>System.Net.Mail's <c>EnableSsl</c>.</summary>
    EnableSsl,

    /// <summary>Part of a connection URI.</summary>
    Uri,

    /// <summary>A setting or a default that only its own library understands: no fix can write another mode there.</summary>
    Setting,

    /// <summary>The code that is called decides: other callers may need it as it is.</summary>
    Called,
}

/// <summary>One setting of a session: what it can be, and the expression that uses it there.</summary>
internal sealed class SessionValue
{
    public static SessionValue Missing(Place use) => new(ValueSet.Empty, use);

    public SessionValue(ValueSet values, Place use)
    {
        Values = values;
        Use = use;
    }

    public ValueSet Values { get; }

    /// <summary>Where the session uses the value: an argument, an assignment, or the creation of the client.</summary>
    public Place Use { get; }

    /// <summary>
    /// What is left where the settings are known to differ from what they state: a value that only one of their defaults or a file
    /// states is none there.
    /// </summary>
    public SessionValue WithoutSettings()
    {
        if (Values.IsComplete && !Values.Any(value => value.Source != SourceKind.None))
            return this;

        var values = ImmutableArray.CreateBuilder<Possibility>(Values.Count);
        foreach (var value in Values)
            values.Add(value.IsConstant ? value.Forget() : value);

        return new SessionValue(new ValueSet(values.ToImmutable()), Use);
    }

    public SessionValue In(Guards guards) => new(Values.In(guards), Use);

    /// <summary>What is left where the host is not this machine: <c>host == "localhost" ? 25 : 587</c> is 587, whatever host the settings name.</summary>
    public SessionValue NotForLoopback() =>
        Values.Any(IsForLoopback) ? new(new ValueSet(Values.Where(static value => !IsForLoopback(value)).ToImmutableArray()), Use) : this;

    private static bool IsForLoopback(Possibility value)
    {
        foreach (var guard in value.Guards.All)
        {
            // The text of a constant begins with a quote, see Conditions.Text.
            if (!guard.IsExcluding && guard.Cases.All(static @case => @case.Length > 1 && @case[0] == '"' && BrevoHosts.Classify(@case.Substring(1)) == HostKind.Loopback))
                return true;
        }

        return false;
    }
}
