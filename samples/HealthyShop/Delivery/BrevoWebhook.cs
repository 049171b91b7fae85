using System.Security.Cryptography;
using System.Text;
using HealthyShop.Mail;
using Microsoft.Extensions.Options;

namespace HealthyShop.Delivery;

/// <summary>Hears what became of mail that Brevo accepted: half of what can go wrong is told nowhere else.</summary>
public sealed class BrevoWebhook(ContactBook contacts, DeliveryLog log, IOptions<BrevoSettings> options, ILogger<BrevoWebhook> logger)
{
    private readonly byte[] _authorization = Encoding.UTF8.GetBytes("Bearer " + options.Value.WebhookToken);

    /// <summary>Brevo signs nothing; the token is the one that was given to it when the webhook was made.</summary>
    public bool IsFromBrevo(string? authorization) =>
        authorization is not null && CryptographicOperations.FixedTimeEquals(_authorization, Encoding.UTF8.GetBytes(authorization));

    public void Handle(DeliveryEvent received)
    {
        switch (received.Event)
        {
            case "delivered":
                Settle(received);
                break;
            case "hard_bounce" or "invalid_email":
                logger.LogWarning("{Message} has no recipient: {Reason}", received.MessageId, received.Reason);
                contacts.Silence(received.Email, Silence.NoSuchAddress);
                Settle(received);
                break;
            case "blocked":
                logger.LogWarning("{Message} goes to a blocked contact: {Reason}", received.MessageId, received.Reason);
                contacts.Silence(received.Email, Silence.Blocked);
                Settle(received);
                break;

            // Sources disagree on both pairs.
            case "spam" or "complaint" or "unsubscribed" or "unsubscribe":
                logger.LogWarning("The recipient of {Message} wants no more mail", received.MessageId);
                contacts.Silence(received.Email, Silence.NoMoreMail);
                Settle(received);
                break;

            // Not lost: mail that is sent again now may arrive twice.
            case "deferred" or "soft_bounce":
                logger.LogInformation("{Message} is late: {Reason}", received.MessageId, received.Reason);
                break;

            // A sender that is not verified shows here, hours after a 250 or 201.
            case "error":
                logger.LogError("Brevo rejects {Message}: {Reason}", received.MessageId, received.Reason);
                Settle(received);
                break;
        }
    }

    private void Settle(DeliveryEvent received)
    {
        if (received.MessageId is not null)
            log.Settled(received.MessageId);
    }
}
