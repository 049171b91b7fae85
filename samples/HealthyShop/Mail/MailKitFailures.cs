using System.Net.Sockets;
using MailKit.Net.Smtp;
using MailKit.Security;

namespace HealthyShop.Mail;

/// <summary>Tells the exceptions of MailKit apart by the number of the reply: the types alone do not.</summary>
public static class MailKitFailures
{
    /// <param name="mayBeAccepted">Whether the message had been given to the client, so that nobody knows what became of it when the connection breaks.</param>
    public static MailFailure Classify(Exception exception, bool mayBeAccepted) => exception switch
    {
        // 535 and 525 are one type; the number stands in the inner exception.
        AuthenticationException { InnerException: SmtpCommandException reply } => FromReply((int)reply.StatusCode),
        AuthenticationException => MailFailure.WrongCredentials,
        SmtpCommandException reply => FromReply((int)reply.StatusCode),

        // A 421 that answers AUTH is an SmtpProtocolException.
        SmtpProtocolException or IOException or SocketException or TimeoutException => mayBeAccepted ? MailFailure.Unknown : MailFailure.TryLater,
        _ => MailFailure.Refused,
    };

    private static MailFailure FromReply(int code) => code switch
    {
        535 => MailFailure.WrongCredentials,
        525 => MailFailure.AddressNotAuthorised,
        502 => MailFailure.AccountNotActive,
        421 or (>= 450 and <= 459) => MailFailure.TryLater,
        _ => MailFailure.Refused,
    };
}
