using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace MisconfiguredShop.Orders;

/// <summary>Orders a courier. Its author tried several things.</summary>
public sealed class CourierMailer(IConfiguration configuration, ILogger<CourierMailer> logger)
{
    public async Task OrderAsync(Order order)
    {
        var login = configuration["Brevo:SmtpLogin"];
        var smtpKey = configuration["Brevo:SmtpKey"];
        logger.LogInformation("Sending as {Login} with {Key}", login, smtpKey); // BREVO2010

        var message = new MimeMessage { Subject = "A parcel is ready", Body = new TextPart("plain") { Text = order.Number } };
        message.From.Add(new MailboxAddress("Larkspur", "larkspur@1234567.brevosend.com")); // BREVO3004
        message.To.Add(MailboxAddress.Parse("courier@swiftparcels.example"));

        using var client = new SmtpClient { Timeout = 20_000 };
        client.ServerCertificateValidationCallback = AcceptAnything; // BREVO1007
        await client.ConnectAsync("smtp-relay.brevo.com", 2525, SecureSocketOptions.StartTlsWhenAvailable); // BREVO1004
        await client.AuthenticateAsync(login, smtpKey);
        await client.SendAsync(message);
        await client.DisconnectAsync(quit: true);
    }

    private static bool AcceptAnything(object sender, System.Security.Cryptography.X509Certificates.X509Certificate certificate, System.Security.Cryptography.X509Certificates.X509Chain chain, System.Net.Security.SslPolicyErrors errors) => true;
}
