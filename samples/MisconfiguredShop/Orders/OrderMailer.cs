using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace MisconfiguredShop.Orders;

/// <summary>Confirms an order. Everything is written where it is used.</summary>
public sealed class OrderMailer
{
    public async Task ConfirmAsync(Order order)
    {
        var message = new MimeMessage();
        message.From.Add(new MailboxAddress("Larkspur Shop", "0a1b2c001@smtp-brevo.com")); // BREVO3001
        message.To.Add(new MailboxAddress(order.CustomerName, order.CustomerEmail));
        message.Subject = $"Your order {order.Number}";
        message.Body = new TextPart("plain") { Text = $"Thank you. You pay {order.Total:0.00} EUR." };

        using var client = new SmtpClient();
        await client.ConnectAsync("smtp-relay.brevo.com", 25, SecureSocketOptions.StartTls); // BREVO1001
        await client.AuthenticateAsync("0a1b2c001@smtp-brevo.com", "aB3dE5gH7jK9mN1p"); // BREVO2004
        await client.SendAsync(message);
        await client.DisconnectAsync(quit: true);
    }
}
