using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace MisconfiguredShop.Accounts;

/// <summary>Mails the link for a new password. The settings come from the configuration, the mistakes from the code.</summary>
public sealed class PasswordResetMailer(IConfiguration configuration)
{
    public async Task SendAsync(string address, Uri link, CancellationToken cancellationToken)
    {
        var host = configuration["Brevo:SmtpHost"] ?? "smtp-relay.brevo.com";
        var port = int.Parse(configuration["Brevo:SmtpPort"] ?? "587");
        var login = configuration["Brevo:SmtpLogin"];

        var message = new MimeMessage { Subject = "Your new password", Body = new TextPart("plain") { Text = $"Choose it at {link}" } };
        message.From.Add(MailboxAddress.Parse(configuration["Mail:From"] ?? login)); // BREVO3001
        message.To.Add(MailboxAddress.Parse(address));

        using var client = new SmtpClient();
        await client.ConnectAsync(host, port, SecureSocketOptions.StartTls, cancellationToken);
        await client.AuthenticateAsync(login, configuration["Brevo:ApiKey"], cancellationToken); // BREVO2003
        await client.SendAsync(message, cancellationToken);
        await client.DisconnectAsync(quit: true, cancellationToken);
    }
}
