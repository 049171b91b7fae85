using System.Net;
using System.Net.Mail;

namespace MisconfiguredShop.Newsletter;

/// <summary>Mails press releases through the host of the days when Brevo was called Sendinblue.</summary>
public sealed class PressMailer
{
    private const string Host = "smtp-relay.sendinblue.com"; // BREVO1006

    private readonly string _smtpKey = Environment.GetEnvironmentVariable("SENDINBLUE_SMTP_KEY");

    public async Task SendAsync(string address, string subject, string text)
    {
        Console.WriteLine("Mail with key " + _smtpKey); // BREVO2010

        using var client = new SmtpClient(Host, 587) { EnableSsl = true, Timeout = 20_000, Credentials = new NetworkCredential("resend", _smtpKey) }; // BREVO2005
        using var message = new MailMessage("larkspur.press@yahoo.com", address, subject, text); // BREVO3002
        await client.SendMailAsync(message);
    }
}
