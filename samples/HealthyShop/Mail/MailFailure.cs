namespace HealthyShop.Mail;

/// <summary>Why a mail was not accepted, by what has to happen next.</summary>
public enum MailFailure
{
    /// <summary>Login or key are wrong: 535, API 401.</summary>
    WrongCredentials,

    /// <summary>The address of this server is not among those that the account authorises: 525, API 401.</summary>
    AddressNotAuthorised,

    /// <summary>System.Net.Mail does not say which of the two it is.</summary>
    NotAuthenticated,

    /// <summary>The transactional platform is not active or suspended: 502, API 403.</summary>
    AccountNotActive,

    /// <summary>API 402. Over SMTP such mail is accepted and queued.</summary>
    NoCredits,

    /// <summary>The request is wrong: API 400. Trying again changes nothing, the code has to.</summary>
    RequestIsWrong,

    /// <summary>Brevo says so itself, or could not be asked: 421, 45x, API 429 and 5xx.</summary>
    TryLater,

    /// <summary>No port of the relay can be reached; the API may be.</summary>
    Unreachable,

    /// <summary>The connection broke when the mail was out: it may have been accepted, and sent again it would arrive twice.</summary>
    Unknown,

    /// <summary>This mail is refused for good.</summary>
    Refused,
}

/// <summary>A mail that was not accepted.</summary>
public sealed class MailException(MailFailure failure, string message, Exception? inner = null) : Exception(message, inner)
{
    public MailFailure Failure { get; } = failure;

    /// <summary>Whether every further mail will fail the same way until somebody has seen to the account or the settings.</summary>
    public bool NeedsSomebody => Failure
        is MailFailure.WrongCredentials
        or MailFailure.AddressNotAuthorised
        or MailFailure.NotAuthenticated
        or MailFailure.AccountNotActive
        or MailFailure.NoCredits;
}
