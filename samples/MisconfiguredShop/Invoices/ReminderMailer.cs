using System.Net;
using System.Net.Mail;
using MisconfiguredShop.Orders;

namespace MisconfiguredShop.Invoices;

/// <summary>Reminds of unpaid invoices, through a client that the constructor sets up.</summary>
public sealed class ReminderMailer
{
    private readonly SmtpClient _client;
    private readonly string _login;

    public ReminderMailer(IConfiguration configuration)
    {
        _login = configuration["Brevo:SmtpLogin"] ?? throw new InvalidOperationException("Brevo:SmtpLogin is not set");
        _client = new SmtpClient("smtp-relay.brevo.com", 465) // BREVO1002
        {
            EnableSsl = true,
            Credentials = new NetworkCredential(_login, configuration["Brevo:ApiKey"]), // BREVO2003
        };
    }

    public Task RemindAsync(Order order, int daysLate)
    {
        var message = new MailMessage();
        message.From = new MailAddress(_login, "Larkspur Accounts"); // BREVO3001
        message.To.Add(order.CustomerEmail);
        message.Subject = $"Order {order.Number} is unpaid for {daysLate} days";
        return _client.SendMailAsync(message);
    }
}
