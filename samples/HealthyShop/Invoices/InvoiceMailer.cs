using System.Net;
using System.Net.Mail;
using HealthyShop.Mail;
using HealthyShop.Orders;
using Microsoft.Extensions.Options;

namespace HealthyShop.Invoices;

/// <summary>Mails invoices with System.Net.Mail, as an old part of the shop does. It knows STARTTLS only, so its port is 587.</summary>
public sealed class InvoiceMailer(IOptions<BrevoSettings> options)
{
    private readonly BrevoSettings _settings = options.Value;

    /// <exception cref="MailException">The mail was not accepted, or nobody knows.</exception>
    public async Task SendAsync(Order order, Stream pdf, CancellationToken cancellationToken)
    {
        using var client = new SmtpClient(_settings.SmtpHost, _settings.SmtpPort)
        {
            EnableSsl = true,
            Credentials = new NetworkCredential(_settings.SmtpLogin, _settings.SmtpKey),
            Timeout = (int)_settings.Timeout.TotalMilliseconds,
        };
        using var message = new MailMessage
        {
            From = new MailAddress(_settings.SenderAddress, _settings.SenderName),
            Subject = $"Invoice for order {order.Number}",
            Body = "The invoice is attached.",
        };
        message.To.Add(new MailAddress(order.CustomerEmail, order.CustomerName));
        message.Attachments.Add(new Attachment(pdf, $"invoice-{order.Number}.pdf", "application/pdf"));

        try
        {
            await client.SendMailAsync(message, cancellationToken);
        }
        catch (SmtpException exception)
        {
            throw new MailException(SystemNetMailFailures.Classify(exception), exception.Message, exception);
        }
    }
}
