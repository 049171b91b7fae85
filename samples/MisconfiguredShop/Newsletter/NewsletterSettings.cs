namespace MisconfiguredShop.Newsletter;

/// <summary>The section Newsletter. What its initialisers say holds where the section says nothing.</summary>
public sealed class NewsletterSettings
{
    public string Host { get; set; } = "smtp-relay.brevo.com";

    public int Port { get; set; } = 25; // BREVO1001

    public string Login { get; set; } = "";

    public string SmtpKey { get; set; } = "";

    public string From { get; set; } = "news@larkspur.example";
}
