using Microsoft.Extensions.Options;
using MimeKit;

namespace HealthyShop.Mail;

/// <summary>
/// The section Brevo. Login, keys and the webhook's token come from user secrets or the environment (<c>Brevo__SmtpKey</c>), never
/// from a file of the repository.
/// </summary>
public sealed class BrevoSettings
{
    public string SmtpHost { get; set; } = "smtp-relay.brevo.com";

    /// <summary>A port that begins in clear and upgrades by STARTTLS.</summary>
    public int SmtpPort { get; set; } = 587;

    /// <summary>Tried when <see cref="SmtpPort"/> cannot be reached: 587 under another number, for networks that block that one.</summary>
    public int FallbackSmtpPort { get; set; } = 2525;

    public string SmtpLogin { get; set; } = "";

    public string SmtpKey { get; set; } = "";

    /// <summary>Ends with a slash: else the last segment would be lost where a path is added.</summary>
    public Uri Api { get; set; } = new("https://api.brevo.com/v3/");

    public string ApiKey { get; set; } = "";

    /// <summary>A sender that Brevo has verified, at a domain that Brevo has authenticated.</summary>
    public string SenderAddress { get; set; } = "";

    public string SenderName { get; set; } = "";

    /// <summary>What Brevo sends as bearer token with every event: chosen when the webhook is made.</summary>
    public string WebhookToken { get; set; } = "";

    /// <summary>For connecting, sending and each request. A closed port answers nothing, so this is how long it holds things up.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>The pause after the first failure that passes; it doubles from one attempt to the next.</summary>
    public TimeSpan FirstWait { get; set; } = TimeSpan.FromSeconds(4);

    /// <summary>Below this number of credits somebody is told.</summary>
    public double LeastCredits { get; set; } = 100;

    /// <summary>The pause after the given attempt, counted from 1.</summary>
    public TimeSpan WaitAfter(int attempt) => FirstWait * Math.Pow(2, attempt - 1);

    /// <summary>What is missing or wrong, in words without any value; empty when the shop can start.</summary>
    public IEnumerable<string> Problems()
    {
        if (SmtpLogin.Length == 0)
            yield return "Brevo:SmtpLogin is not set.";
        if (SmtpKey.Length == 0)
            yield return "Brevo:SmtpKey is not set.";
        if (ApiKey.Length == 0)
            yield return "Brevo:ApiKey is not set.";
        if (WebhookToken.Length == 0)
            yield return "Brevo:WebhookToken is not set.";
        if (!MailboxAddress.TryParse(SenderAddress, out _))
            yield return "Brevo:SenderAddress is no e-mail address.";
        if (IsLogin(SenderAddress))
            yield return "Brevo:SenderAddress is the SMTP login: Brevo accepts such mail and drops it.";
    }

    private bool IsLogin(string address) =>
        string.Equals(address, SmtpLogin, StringComparison.OrdinalIgnoreCase) || address.EndsWith("@smtp-brevo.com", StringComparison.OrdinalIgnoreCase);
}

/// <summary>Keeps the shop from starting with settings that cannot work.</summary>
public sealed class BrevoSettingsCheck : IValidateOptions<BrevoSettings>
{
    public ValidateOptionsResult Validate(string? name, BrevoSettings options)
    {
        var problems = options.Problems().ToList();
        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }
}
