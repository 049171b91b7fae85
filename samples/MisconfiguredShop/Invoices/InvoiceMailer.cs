using System.Net;
using System.Net.Mail;
using MisconfiguredShop.Orders;

namespace MisconfiguredShop.Invoices;

/// <summary>Mails invoices with System.Net.Mail: neither TLS nor a port is set.</summary>
public sealed class InvoiceMailer
{
    public void Send(Order order, string pathOfPdf)
    {
        using var client = new SmtpClient("smtp-relay.brevo.com") // BREVO1001, BREVO1003
        {
            Credentials = new NetworkCredential("0a1b2c001@smtp-brevo.com", "aB3dE5gH7jK9mN1p"), // BREVO2004
        };
        using var message = new MailMessage("invoices@larkspur.example", order.CustomerEmail)
        {
            Subject = $"Invoice for order {order.Number}",
            Body = "The invoice is attached.",
        };
        message.Attachments.Add(new Attachment(pathOfPdf));
        client.Send(message);
    }
}
