using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace MisconfiguredShop.Support;

/// <summary>Answers questions of customers, with the key of the API as SMTP password.</summary>
public sealed class TicketMailer
{
    private static readonly MailboxAddress Sender = new("Larkspur Support", "support@larkspur.example");

    public async Task AnswerAsync(MailboxAddress customer, string subject, string text)
    {
        string password = "xkeysib-" + "0f1e2d3c4b5a69780f1e2d3c4b5a69780f1e2d3c4b5a69780f1e2d3c4b5a6978" + "-" + "mX7zC5vB3nM1qW9e"; // BREVO2001, BREVO2004

        var message = new MimeMessage { Subject = subject, Body = new TextPart("plain") { Text = text } };
        message.From.Add(Sender);
        message.To.Add(customer);

        using var client = new SmtpClient();
        await client.ConnectAsync("smtp-relay.brevo.com", 587, SecureSocketOptions.StartTls);
        await client.AuthenticateAsync("0a1b2c001@smtp-brevo.com", password);
        await client.SendAsync(message);
    }
}
