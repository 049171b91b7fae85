using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace MisconfiguredShop.Orders;

/// <summary>Says that a parcel is on its way. Its settings are constants of the class.</summary>
public sealed class ShippingMailer
{
    private const string Host = "smtp-relay.brevo.com";
    private const int Port = 465; // BREVO1002
    private const string Sender = "shipping@larkspur.example";

    private readonly string _login = "0a1b2c001@smtp-brevo.com";
    private readonly string _password = "aB3dE5gH7jK9mN1p"; // BREVO2004

    public void Announce(Order order, string trackingNumber)
    {
        var message = new MimeMessage();
        message.From.Add(new MailboxAddress("Larkspur Shipping", Sender));
        message.To.Add(MailboxAddress.Parse(order.CustomerEmail));
        message.Subject = $"Your order {order.Number} is on its way";
        message.Body = new TextPart("plain") { Text = $"Tracking number: {trackingNumber}" };

        using var client = new SmtpClient();
        client.Connect(Host, Port, SecureSocketOptions.StartTls);
        client.Authenticate(_login, _password);
        client.Send(message);
        client.Disconnect(quit: true);
    }
}
