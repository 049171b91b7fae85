using BrevoAnalyzers.Model;
using Xunit;

namespace BrevoAnalyzers.Tests.Model;

public class BrevoHostsTests
{
    [Theory]

    // Other providers, and their own names for relays.
    [InlineData("smtp-relay.gmail.com")]
    [InlineData("smtp.gmail.com")]
    [InlineData("smtp.sendgrid.net")]
    [InlineData("smtp.office365.com")]
    [InlineData("smtp.mailgun.org")]
    [InlineData("email-smtp.eu-west-1.amazonaws.com")]
    [InlineData("in-v3.mailjet.com")]
    [InlineData("smtp.eu.mailgun.org")]
    [InlineData("relay.example.com")]
    [InlineData("smtp-relay.example.com")]
    [InlineData("mail.example.com")]
    [InlineData("smtp.postmarkapp.com")]
    [InlineData("smtp.resend.com")]
    [InlineData("relay.mailchannels.net")]
    [InlineData("smtp-relay.idcs.example.com")]
    [InlineData("api.sendgrid.com")]

    // Names near Brevo's that may belong to others.
    [InlineData("smtp.bravo.com")]
    [InlineData("smtp-relay.bravo.com")]
    [InlineData("api.bravo.com")]
    [InlineData("api.brevo.io")]
    [InlineData("api.bervo.com")]
    [InlineData("https://api.bervo.com/v1")]
    [InlineData("https://api.bravo.com/v3")]
    [InlineData("https://api.breva.com/v3")]
    [InlineData("https://api.brevo2.com/v3")]
    [InlineData("api.brevio.com")]
    [InlineData("mail.brevo.de")]
    [InlineData("mybrevo.com")]
    [InlineData("smtp.mybrevo.com")]
    [InlineData("smtp-relay.brevo.com.internal.example")]
    [InlineData("brevo-proxy.example.com")]
    [InlineData("smtp.sendinblue.com")]
    [InlineData("smtp-relay.mailin.fr")]

    // Brevo's web sites, and mail addresses.
    [InlineData("app.brevo.com")]
    [InlineData("www.brevo.com")]
    [InlineData("help.brevo.com")]
    [InlineData("developers.brevo.com")]
    [InlineData("status.brevo.com")]
    [InlineData("https://app.brevo.com/settings/keys/smtp")]
    [InlineData("0a1b2c001@smtp-brevo.com")]
    [InlineData("contact@brevo.com")]

    // No host.
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("the host is smtp-relay.brevo.com")]
    [InlineData("10.0.0.5")]
    [InlineData("://")]
    [InlineData("[")]
    [InlineData(":")]
    public void Hosts_of_others_are_left_alone(string host)
    {
        Assert.Equal(HostKind.Other, BrevoHosts.Classify(host));
        Assert.False(BrevoHosts.IsBrevoSmtp(BrevoHosts.Classify(host)));
    }

    [Theory]
    [InlineData("localhost")]
    [InlineData("LOCALHOST")]
    [InlineData("localhost:1025")]
    [InlineData("127.0.0.1")]
    [InlineData("127.0.1.1:25")]
    [InlineData("::1")]
    [InlineData("[::1]")]
    [InlineData("[::1]:2525")]
    [InlineData("host.docker.internal")]
    [InlineData("mailhog")]
    [InlineData("mailpit")]
    [InlineData("smtp4dev")]
    [InlineData("papercut")]
    [InlineData("mail.local")]
    [InlineData("smtp.localhost")]
    [InlineData("smtp-relay.brevo.test")]
    public void This_machine_and_mail_catchers_are_loopback(string host)
    {
        Assert.Equal(HostKind.Loopback, BrevoHosts.Classify(host));
        Assert.False(BrevoHosts.IsBrevoSmtp(BrevoHosts.Classify(host)));
    }

    [Theory]
    [InlineData("smtp-relay.brevo.com", nameof(HostKind.Relay))]
    [InlineData("SMTP-Relay.Brevo.COM", nameof(HostKind.Relay))]
    [InlineData("smtp-relay.brevo.com.", nameof(HostKind.Relay))]
    [InlineData("smtp-relay.sendinblue.com", nameof(HostKind.LegacyRelay))]
    [InlineData("Smtp-Relay.SendInBlue.com", nameof(HostKind.LegacyRelay))]
    [InlineData("api.brevo.com", nameof(HostKind.Api))]
    [InlineData("https://api.brevo.com/v3/smtp/email", nameof(HostKind.Api))]
    [InlineData("api.brevo.com:443", nameof(HostKind.Api))]
    [InlineData("api.sendinblue.com", nameof(HostKind.LegacyApi))]
    [InlineData("https://api.sendinblue.com/v3", nameof(HostKind.LegacyApi))]
    public void Brevos_own_hosts_are_known_in_any_case(string host, string kind)
    {
        Assert.Equal(kind, BrevoHosts.Classify(host).ToString());
        Assert.True(BrevoHosts.IsBrevoSmtp(BrevoHosts.Classify(host)));
    }

    [Theory]

    // Seen in public code.
    [InlineData("smtp.brevo.com")]
    [InlineData("smtp-brevo.com")]
    [InlineData("SMTP.Brevo.com")]

    // Slips.
    [InlineData("smtp-realy.brevo.com")]
    [InlineData("smtp-rely.brevo.com")]
    [InlineData("smpt-relay.brevo.com")]
    [InlineData("stmp-relay.brevo.com")]
    [InlineData("smtprelay.brevo.com")]
    [InlineData("smtp_relay.brevo.com")]
    [InlineData("smtp.relay.brevo.com")]
    [InlineData("smtp-relays.brevo.com")]
    [InlineData("smtps-relay.brevo.com")]
    [InlineData("relay.brevo.com")]
    [InlineData("mail.brevo.com")]
    [InlineData("smtp-relay.brevo.co")]
    [InlineData("smtp-relay.brevo.con")]
    [InlineData("smtp-relay.brevo.io")]
    [InlineData("smtp-relay.brevo.com.br")]
    [InlineData("smtp-relay.brveo.com")]
    [InlineData("smtp-relay.brevoo.com")]
    [InlineData("smtp-relay-brevo.com")]
    [InlineData("smtp-relay.brevo")]
    [InlineData("api.brevo.co")]
    [InlineData("apis.brevo.com")]
    [InlineData("api-v3.brevo.com")]
    [InlineData("https://api.bervo.com/v3")]
    [InlineData("https://api.brevvo.com/v3/smtp/email")]

    // Text around a right host.
    [InlineData("smtp://smtp-relay.brevo.com")]
    [InlineData("smtps://smtp-relay.brevo.com:465")]
    [InlineData("https://smtp-relay.brevo.com")]
    [InlineData("smtp-relay.brevo.com:587")]
    [InlineData("smtp-relay.brevo.com/")]
    [InlineData(" smtp-relay.brevo.com")]
    [InlineData("smtp-relay.brevo.com\n")]
    [InlineData("smtp-relay.sendinblue.com:587")]
    [InlineData("smtp://login:key@smtp-relay.brevo.com:587")]
    [InlineData(" api.brevo.com")]
    public void What_is_meant_for_Brevo_and_is_none_of_its_hosts_is_misspelt(string host)
    {
        Assert.Equal(HostKind.Misspelt, BrevoHosts.Classify(host));
        Assert.True(BrevoHosts.IsBrevoSmtp(HostKind.Misspelt));
    }

    [Theory]
    [InlineData("smtp-relay.brevo.com", "smtp-relay.brevo.com")]
    [InlineData("  SMTP-relay.brevo.com  ", "smtp-relay.brevo.com")]
    [InlineData("smtp://user:pass@smtp-relay.brevo.com:587/path?x=a@b", "smtp-relay.brevo.com")]
    [InlineData("smtp-relay.brevo.com.", "smtp-relay.brevo.com")]
    [InlineData("https://api.brevo.com/v3", "api.brevo.com")]
    [InlineData("[::1]:25", "::1")]
    [InlineData("::1", "::1")]
    [InlineData("a@b.org", null)]
    [InlineData("two words", null)]
    [InlineData("", null)]
    [InlineData("https://", null)]
    public void Decorations_come_off(string text, string? host) => Assert.Equal(host, BrevoHosts.StripDecorations(text));

    [Theory]
    [InlineData("smtp.berevo.com")]
    [InlineData("smtp-relay.breov.con")]
    public void Known_miss_two_kinds_of_slip_at_once(string host) => Assert.Equal(HostKind.Other, BrevoHosts.Classify(host));
}
