using System.Net;
using System.Threading.RateLimiting;
using HealthyShop.Mail;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;
using MimeKit;

namespace HealthyShop.Support;

/// <summary>The form by which visitors ask something. It is open to everybody, bots included, so it has a limit.</summary>
public sealed record ContactForm(string Name, string Address, string Text)
{
    public const string RateLimit = "contact form";

    /// <summary>Three questions in ten minutes from one address. Behind a proxy, configure forwarded headers first.</summary>
    public static void AddRateLimit(RateLimiterOptions limiter)
    {
        limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        limiter.AddPolicy(RateLimit, context => RateLimitPartition.GetFixedWindowLimiter(
            context.Connection.RemoteIpAddress?.ToString() ?? "unknown",
            _ => new FixedWindowRateLimiterOptions { PermitLimit = 3, Window = TimeSpan.FromMinutes(10) }));
    }

    /// <summary>Mails the question to the shop itself; the visitor's address is where the answer goes, never the sender.</summary>
    public static async Task<IResult> PostAsync(ContactForm form, ShopMailer mailer, IOptions<BrevoSettings> options, CancellationToken cancellationToken)
    {
        if (form.Text.Length == 0 || !MailboxAddress.TryParse(form.Address, out _))
            return Results.BadRequest();

        var shop = options.Value;
        var html = $"<p>{WebUtility.HtmlEncode(form.Name)} asks:</p><p>{WebUtility.HtmlEncode(form.Text)}</p>";
        await mailer.SendAsync(new Email(shop.SenderAddress, shop.SenderName, "Question from the web site", html, ReplyTo: form.Address), cancellationToken);
        return Results.Accepted();
    }
}
