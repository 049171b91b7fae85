using System.Net;
using HealthyShop.Mail;

namespace HealthyShop.Orders;

/// <summary>What somebody has bought.</summary>
public sealed record Order(string Number, string CustomerName, string CustomerEmail, decimal Total);

/// <summary>Confirms orders. An order stands whether its mail is accepted or not, so a failure is told and nothing is undone.</summary>
public sealed class OrderMailer(ShopMailer mailer, ILogger<OrderMailer> logger)
{
    /// <summary>Whether the customer can be told that a mail is on its way.</summary>
    public async Task<bool> ConfirmAsync(Order order, CancellationToken cancellationToken)
    {
        var html = $"<p>Thank you, {WebUtility.HtmlEncode(order.CustomerName)}. You pay {order.Total:0.00} EUR.</p>";
        try
        {
            return await mailer.SendAsync(new Email(order.CustomerEmail, order.CustomerName, $"Your order {order.Number}", html), cancellationToken);
        }
        catch (MailException exception)
        {
            logger.LogError(exception, "Order {Order} is not confirmed: {Failure}", order.Number, exception.Failure);
            return false;
        }
    }
}
