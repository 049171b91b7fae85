using MailKit.Net.Smtp;
using MimeKit;

namespace MisconfiguredShop.Newsletter;

/// <summary>Writes to customers who have not bought for long, with the key of the API as SMTP password.</summary>
public sealed class WinBackMailer
{
    // Put together, so that no scanner takes this repository for a leak.
    private const string Key = "xkeysib-" + "5e1f0c2b9a8d7e6f5e1f0c2b9a8d7e6f5e1f0c2b9a8d7e6f5e1f0c2b9a8d7e6f" + "-" + "kT4vW8yB2nQ6sJ0d"; // BREVO2001, BREVO2004

    public void Send(MimeMessage message)
    {
        using var client = new SmtpClient();
        client.Connect("smtp-relay.brevo.com", 587, useSsl: true); // BREVO1002
        client.Authenticate("0a1b2c001@smtp-brevo.com", Key);
        client.Send(message);
    }
}
