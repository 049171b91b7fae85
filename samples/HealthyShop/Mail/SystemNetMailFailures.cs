using System.Net.Mail;

namespace HealthyShop.Mail;

/// <summary>Tells the exceptions of System.Net.Mail apart, as far as it lets one.</summary>
public static class SystemNetMailFailures
{
    public static MailFailure Classify(SmtpException exception) => (int)exception.StatusCode switch
    {
        // It says "requires a secure connection", but the reply to AUTH is gone: a wrong key (535) or an address not authorised (525).
        530 => MailFailure.NotAuthenticated,
        502 => MailFailure.AccountNotActive,
        421 or (>= 450 and <= 459) => MailFailure.TryLater,

        // "Failure sending mail.": no connection, or it broke at any point. The mail may have been accepted.
        (int)SmtpStatusCode.GeneralFailure => MailFailure.Unknown,
        _ => MailFailure.Refused,
    };
}
