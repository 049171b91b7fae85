using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace MisconfiguredShop.Support;

/// <summary>What a visitor has typed.</summary>
public sealed record ContactForm(string Name, string Email, string Text);

/// <summary>Mails questions of visitors to the shop, as if the visitors had sent them.</summary>
public sealed class ContactFormMailer(IConfiguration configuration)
{
    public async Task SendAsync(ContactForm form)
    {
        var message = new MimeMessage { Subject = "Question from the web site", Body = new TextPart("plain") { Text = form.Text } };
        message.From.Add(new MailboxAddress(form.Name, form.Email)); // BREVO3006
        message.To.Add(MailboxAddress.Parse("support@larkspur.example"));

        using var client = new SmtpClient();
        await client.ConnectAsync("smtp-relay.brevo.com", 587, SecureSocketOptions.StartTls);
        await client.SendAsync(message); // BREVO2006
        await client.DisconnectAsync(quit: true);
    }
}
