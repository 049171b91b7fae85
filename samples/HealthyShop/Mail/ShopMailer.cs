using HealthyShop.Delivery;
using Microsoft.Extensions.Options;
using MimeKit;
using MimeKit.Utils;

namespace HealthyShop.Mail;

/// <summary>The one place that decides who sends, what way a mail takes, and what happens when it is not accepted.</summary>
public sealed class ShopMailer(SmtpMailer smtp, ApiMailer api, SendingSwitch sending, ContactBook contacts, DeliveryLog log, IOptions<BrevoSettings> options)
{
    private readonly BrevoSettings _settings = options.Value;

    /// <summary>Returns when Brevo has accepted the mail; false when the address is one that is not written to any more.</summary>
    /// <exception cref="MailException">The mail was not accepted, or nobody knows.</exception>
    public async Task<bool> SendAsync(Email email, CancellationToken cancellationToken)
    {
        if (!contacts.MayBeWrittenTo(email.ToAddress))
            return false;

        sending.ThrowIfOff();
        try
        {
            log.Accepted(await AcceptAsync(email, cancellationToken), email.ToAddress);
            return true;
        }
        catch (MailException exception) when (exception.NeedsSomebody)
        {
            sending.TurnOff(exception);
            throw;
        }
    }

    private async Task<string> AcceptAsync(Email email, CancellationToken cancellationToken)
    {
        var messageId = MimeUtils.GenerateMessageId();
        try
        {
            await smtp.SendAsync(Message(email, messageId), cancellationToken);
            return messageId;
        }
        catch (MailException exception) when (exception.Failure == MailFailure.Unreachable)
        {
            // Nothing was sent, so it can take the other way.
            return await api.SendAsync(email, cancellationToken);
        }
    }

    private MimeMessage Message(Email email, string messageId)
    {
        var message = new MimeMessage { MessageId = messageId, Subject = email.Subject, Body = new TextPart("html") { Text = email.Html } };
        message.From.Add(new MailboxAddress(_settings.SenderName, _settings.SenderAddress));
        message.To.Add(new MailboxAddress(email.ToName, email.ToAddress));
        if (email.ReplyTo is not null)
            message.ReplyTo.Add(MailboxAddress.Parse(email.ReplyTo));

        return message;
    }
}
