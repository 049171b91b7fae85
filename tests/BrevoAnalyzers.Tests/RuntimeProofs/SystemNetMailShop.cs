using System.Net;
using System.Net.Mail;
using BrevoAnalyzers.Tests.RuntimeProofs.Relay;

namespace BrevoAnalyzers.Tests.RuntimeProofs;

/// <summary>The shop's mail code with System.Net.Mail, as it is written beside 587; each proof changes what it is about.</summary>
internal static class SystemNetMailShop
{
    /// <summary>A client with the right settings: STARTTLS, login and key.</summary>
    public static SmtpClient Client(SmtpRelayStub relay) => new(SmtpRelayStub.Host, relay.Port)
    {
        EnableSsl = true,
        Credentials = new NetworkCredential(SmtpRelayStub.Login, SmtpRelayStub.SmtpKey),
        Timeout = 10_000,
    };

    public static MailMessage Message() =>
        new("Shop <orders@example.com>", "ann@example.org", MailKitShop.Subject, "Thank you.");
}
