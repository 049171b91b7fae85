using BrevoAnalyzers.Values;

namespace BrevoAnalyzers.Model;

internal enum MissingAuthenticationKind
{
    /// <summary>No call authenticates before the mail is sent.</summary>
    NoCall,

    /// <summary>The client is given no credentials.</summary>
    NoCredentials,

    /// <summary>The credentials of the logged-on user are asked for, which Brevo does not know.</summary>
    DefaultCredentials,

    /// <summary>A library's own switch is off.</summary>
    SwitchedOff,
}

/// <summary>Why a session sends without having logged in, and where that is decided.</summary>
internal sealed class MissingAuthentication
{
    public MissingAuthentication(MissingAuthenticationKind kind, Place place)
    {
        Kind = kind;
        Place = place;
    }

    public MissingAuthenticationKind Kind { get; }

    public Place Place { get; }
}

/// <summary>Settings of the client beside the session's own, asked for by few rules and so read only when asked.</summary>
internal enum ClientSetting
{
    /// <summary>A constant true for each certificate callback that accepts everything.</summary>
    AcceptsAnyCertificate,

    /// <summary>Whether revoked certificates are refused.</summary>
    CheckRevocation,

    /// <summary>How long an operation may take, in milliseconds.</summary>
    Timeout,
}
