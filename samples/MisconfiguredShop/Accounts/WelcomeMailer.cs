using System.Net;
using System.Net.Mail;

namespace MisconfiguredShop.Accounts;

/// <summary>Greets new customers. TLS was switched off for a test once.</summary>
public static class WelcomeMailer
{
    public static async Task SendAsync(string name, string address)
    {
        var login = Environment.GetEnvironmentVariable("BREVO_SMTP_LOGIN");
        var password = Environment.GetEnvironmentVariable("BREVO_API_KEY"); // BREVO2003

        using var client = new SmtpClient();
        client.Host = "smtp-relay.brevo.com";
        client.Port = 587;
        client.EnableSsl = false; // BREVO1003
        client.Credentials = new NetworkCredential(login, password);

        using var message = new MailMessage("welcome@larkspur.example", address, $"Welcome, {name}", "We are glad that you are here.");
        await client.SendMailAsync(message);
    }
}
