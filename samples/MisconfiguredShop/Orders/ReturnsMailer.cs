using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace MisconfiguredShop.Orders;

/// <summary>Says how to send something back. Host and login are those of somebody's memory.</summary>
public sealed class ReturnsMailer(IConfiguration configuration)
{
    public async Task ExplainAsync(Order order)
    {
        var message = new MimeMessage { Subject = $"How to return order {order.Number}", Body = new TextPart("plain") { Text = "Use the box it came in." } };
        message.From.Add(new MailboxAddress("returns@larkspur.example", "Larkspur Returns")); // BREVO3005
        message.To.Add(new MailboxAddress(order.CustomerName, order.CustomerEmail));

        using var client = new SmtpClient();
        await client.ConnectAsync("smtp.brevo.com", 587, SecureSocketOptions.StartTls); // BREVO1005
        await client.AuthenticateAsync("apikey", configuration["Brevo:SmtpKey"]); // BREVO2005
        await client.SendAsync(message);
        await client.DisconnectAsync(quit: true);
    }
}
