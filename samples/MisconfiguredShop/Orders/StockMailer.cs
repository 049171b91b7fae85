using MailKit.Net.Smtp;
using MimeKit;

namespace MisconfiguredShop.Orders;

/// <summary>Tells the buyers that something has run out. Nobody has looked at it for years.</summary>
public sealed class StockMailer(IConfiguration configuration)
{
    public void Warn(string article)
    {
        var message = new MimeMessage { Subject = $"{article} has run out", Body = new TextPart("plain") { Text = "Order some." } };
        message.From.Add(new MailboxAddress("Stock", "larkspur.shop@gmail.com")); // BREVO3002
        message.To.Add(MailboxAddress.Parse("buyers@larkspur.example"));

        using var client = new SmtpClient();
        client.ServerCertificateValidationCallback = (_, _, _, _) => true; // BREVO1007
        client.CheckCertificateRevocation = false; // BREVO1009
        client.Connect("smtp-relay.sendinblue.com", 587, useSsl: false); // BREVO1004, BREVO1006, BREVO1008
        client.Authenticate(configuration["Brevo:SmtpLogin"], configuration["Brevo:SmtpKey"]);
        client.Send(message);
        client.Disconnect(quit: true);
    }
}
