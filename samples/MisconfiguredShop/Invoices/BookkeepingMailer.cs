using System.Net;
using System.Net.Mail;

namespace MisconfiguredShop.Invoices;

/// <summary>Mails the day's takings to the bookkeeper.</summary>
public sealed class BookkeepingMailer
{
    public void Send(decimal takings)
    {
        using var client = new SmtpClient("smtp-brevo.com", 587) { EnableSsl = true }; // BREVO1005, BREVO1008
        client.Credentials = new NetworkCredential(Environment.GetEnvironmentVariable("BREVO_SMTP_KEY"), Environment.GetEnvironmentVariable("BREVO_SMTP_LOGIN"));

        using var message = new MailMessage();
        message.From = new MailAddress("till@larkspur-stores.example", "Larkspur"); // BREVO3003
        message.To.Add("books@larkspur.example");
        message.Subject = $"Takings: {takings:0.00}";
        client.Send(message);
    }

    public void SendYesterdays(MailMessage message)
    {
        var client = new SmtpClient("smtp-relay.brevo.com", 587) { EnableSsl = true, UseDefaultCredentials = true }; // BREVO2006, BREVO1008
        client.Send(message);
    }
}
