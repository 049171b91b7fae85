using HealthyShop.Mail;

namespace HealthyShop.Accounts;

/// <summary>Mails the link for a new password.</summary>
public sealed class PasswordResetMailer(ShopMailer mailer, TimeProvider time)
{
    /// <summary>Mail that is queued for want of credits can be 36 hours late: the link must have expired by then.</summary>
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(30);

    /// <summary>The time from which on the link is refused; null when no mail goes to this address.</summary>
    public async Task<DateTimeOffset?> SendAsync(string address, Uri link, CancellationToken cancellationToken)
    {
        var expires = time.GetUtcNow() + Lifetime;
        var html = $"""<p><a href="{link}">Choose a new password</a> before {expires:t} UTC.</p>""";
        return await mailer.SendAsync(new Email(address, address, "Your new password", html), cancellationToken) ? expires : null;
    }
}
