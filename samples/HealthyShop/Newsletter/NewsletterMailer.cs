using HealthyShop.Delivery;
using HealthyShop.Mail;

namespace HealthyShop.Newsletter;

/// <summary>Mails the news to everybody who wants them: one request for many, not one for each.</summary>
public sealed class NewsletterMailer(ApiMailer api, ContactBook contacts)
{
    /// <summary>Brevo takes at most this many recipients in one request.</summary>
    private const int MostRecipients = 2000;

    /// <summary>How many were written to.</summary>
    /// <exception cref="MailException">A part of the mail was not accepted.</exception>
    public async Task<int> SendAsync(IEnumerable<string> subscribers, string subject, string html, CancellationToken cancellationToken)
    {
        var written = 0;
        foreach (var some in subscribers.Where(contacts.MayBeWrittenTo).Chunk(MostRecipients))
        {
            await api.SendToEachAsync(some, subject, html, cancellationToken);
            written += some.Length;
        }

        return written;
    }
}
