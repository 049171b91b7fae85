using System.Net.Sockets;
using MailKit.Net.Smtp;
using MailKit.Security;
using Microsoft.Extensions.Options;
using MimeKit;

namespace HealthyShop.Mail;

/// <summary>Sends through the relay: 587, else 2525, and again later when the relay says "later".</summary>
/// <param name="createClient">Makes the client, so that a test can trust the certificate of its own server.</param>
public sealed class SmtpMailer(IOptions<BrevoSettings> options, Func<SmtpClient> createClient, ILogger<SmtpMailer> logger)
{
    private const int Attempts = 4;

    private readonly BrevoSettings _settings = options.Value;

    /// <summary>Returns when the relay has accepted the mail. That it arrives is for the webhook to say.</summary>
    /// <exception cref="MailException">The mail was not accepted, or nobody knows.</exception>
    public async Task SendAsync(MimeMessage message, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await SendOnceAsync(message, cancellationToken);
                return;
            }
            catch (MailException exception) when (exception.Failure == MailFailure.TryLater && attempt < Attempts)
            {
                var wait = _settings.WaitAfter(attempt);
                logger.LogWarning(exception, "Attempt {Attempt} failed, the next follows in {Wait}", attempt, wait);
                await Task.Delay(wait, cancellationToken);
            }
        }
    }

    private async Task SendOnceAsync(MimeMessage message, CancellationToken cancellationToken)
    {
        using var client = createClient();
        client.Timeout = (int)_settings.Timeout.TotalMilliseconds;
        var isOut = false;
        try
        {
            await ConnectAsync(client, cancellationToken);
            await client.AuthenticateAsync(_settings.SmtpLogin, _settings.SmtpKey, cancellationToken);
            isOut = true;
            await client.SendAsync(message, cancellationToken);
        }
        catch (Exception exception) when (exception is not (MailException or OperationCanceledException))
        {
            throw new MailException(MailKitFailures.Classify(exception, isOut), exception.Message, exception);
        }

        await client.DisconnectAsync(quit: true, CancellationToken.None);
    }

    private async Task ConnectAsync(SmtpClient client, CancellationToken cancellationToken)
    {
        foreach (var port in new[] { _settings.SmtpPort, _settings.FallbackSmtpPort })
        {
            try
            {
                await client.ConnectAsync(_settings.SmtpHost, port, SecureSocketOptions.StartTls, cancellationToken);
                return;
            }
            catch (Exception exception) when (exception is SocketException or TimeoutException)
            {
                logger.LogWarning(exception, "Port {Port} of the relay cannot be reached", port);
            }
        }

        throw new MailException(MailFailure.Unreachable, "No port of the relay can be reached.");
    }
}
