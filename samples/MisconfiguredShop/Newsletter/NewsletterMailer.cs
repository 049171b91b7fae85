using MailKit.Net.Smtp;
using MailKit.Security;
using Microsoft.Extensions.Options;
using MimeKit;

namespace MisconfiguredShop.Newsletter;

/// <summary>Mails the news to everybody who wants them.</summary>
public sealed class NewsletterMailer(IOptions<NewsletterSettings> options)
{
    private readonly NewsletterSettings _settings = options.Value;

    public async Task SendAsync(IEnumerable<MailboxAddress> subscribers, string subject, string html, CancellationToken cancellationToken)
    {
        using var client = new SmtpClient();
        await client.ConnectAsync(_settings.Host, _settings.Port, SecureSocketOptions.None, cancellationToken); // BREVO1003
        await client.AuthenticateAsync(_settings.Login, _settings.SmtpKey, cancellationToken);
        foreach (var subscriber in subscribers)
        {
            var message = new MimeMessage { Subject = subject, Body = new TextPart("html") { Text = html } };
            message.From.Add(new MailboxAddress("Larkspur News", _settings.From));
            message.To.Add(subscriber);
            await client.SendAsync(message, cancellationToken);
        }

        await client.DisconnectAsync(quit: true, cancellationToken);
    }
}
