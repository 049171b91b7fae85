using System.Net;
using System.Threading.Tasks;
using BrevoAnalyzers.Tests.RuntimeProofs.Relay;
using MailKit.Net.Smtp;
using MailKit.Security;
using Xunit;
using NetMail = System.Net.Mail;

namespace BrevoAnalyzers.Tests.RuntimeProofs;

/// <summary>
/// BREVO2001 and 2003: the relay knows SMTP keys only. MailKit says so; System.Net.Mail hides the 535 and speaks of a
/// missing secure connection, which sends its reader looking at the wrong setting.
/// </summary>
[Collection(ProcessWideCertificateCallback.Name)]
[Trait("Rule", "BREVO2001")]
public sealed class ApiKeyAsSmtpPasswordProofs
{
    /// <summary>What System.Net.Mail says of every failed or missing authentication.</summary>
    internal const string Misleading =
        "The SMTP server requires a secure connection or the client was not authenticated. The server response was: 5.7.0 Authentication required";

    /// <summary>The shape of an API key, put together so that no file holds one.</summary>
    private static readonly string ApiKey = "xkeysib-" + new string('0', 64) + "-" + new string('A', 16);

    [Fact]
    public async Task MailKit_says_that_authentication_failed()
    {
        await using var relay = new SmtpRelayStub();
        using (var client = MailKitShop.Client())
        {
            await client.ConnectAsync(SmtpRelayStub.Host, relay.Port, SecureSocketOptions.StartTls);
            var error = await Assert.ThrowsAsync<AuthenticationException>(() => client.AuthenticateAsync(SmtpRelayStub.Login, ApiKey));

            Assert.Equal("535: 5.7.8 Authentication failed", error.Message);
            Assert.Equal(535, (int)Assert.IsType<SmtpCommandException>(error.InnerException).StatusCode);
        }

        // One wrong key is two failures for the server: PLAIN, then LOGIN.
        Assert.Equal(2, (await relay.SessionAsync()).AuthenticationAttempts);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task System_Net_Mail_hides_the_535_behind_a_530_that_speaks_of_a_secure_connection(bool asynchronous)
    {
        await using var relay = new SmtpRelayStub();
        using var trust = ProcessWideCertificateCallback.Use(ThrowAwayCertificate.Pinned);
        using (var client = SystemNetMailShop.Client(relay))
        using (var message = SystemNetMailShop.Message())
        {
            client.Credentials = new NetworkCredential(SmtpRelayStub.Login, ApiKey);
            var error = await Assert.ThrowsAsync<NetMail.SmtpException>(async () =>
            {
                if (asynchronous)
                    await client.SendMailAsync(message);
                else
                    client.Send(message);
            });

            Assert.Equal(Misleading, error.Message);
            Assert.Equal(NetMail.SmtpStatusCode.MustIssueStartTlsFirst, error.StatusCode);
        }

        var session = await relay.SessionAsync();
        Assert.True(session.Tls);
        Assert.Equal(ApiKey, session.Key);
        Assert.False(session.Authenticated);
    }

    [Fact]
    public async Task An_address_that_is_not_authorised_looks_the_same_but_for_the_number()
    {
        var refusing = new RelayBehaviour { Authentication = "525 5.7.1 Unauthorized IP address" };
        await using var mailKit = new SmtpRelayStub(refusing);
        var error = await Assert.ThrowsAsync<AuthenticationException>(() => MailKitShop.SendAsync(mailKit, SecureSocketOptions.StartTls));
        Assert.Equal("525: 5.7.1 Unauthorized IP address", error.Message);

        await using var netMail = new SmtpRelayStub(refusing);
        using var trust = ProcessWideCertificateCallback.Use(ThrowAwayCertificate.Pinned);
        using var client = SystemNetMailShop.Client(netMail);
        using var message = SystemNetMailShop.Message();
        Assert.Equal(Misleading, (await Assert.ThrowsAsync<NetMail.SmtpException>(() => client.SendMailAsync(message))).Message);
    }

    [Fact]
    public async Task Fixed_MailKit_with_the_SMTP_key_sends()
    {
        await using var relay = new SmtpRelayStub();
        await MailKitShop.SendAsync(relay, SecureSocketOptions.StartTls);
        await Delivery.AssertEncryptedAsync(relay);
    }

    [Fact]
    public async Task Fixed_System_Net_Mail_with_the_SMTP_key_sends()
    {
        await using var relay = new SmtpRelayStub();
        using var trust = ProcessWideCertificateCallback.Use(ThrowAwayCertificate.Pinned);
        using (var client = SystemNetMailShop.Client(relay))
        using (var message = SystemNetMailShop.Message())
            client.Send(message);

        await Delivery.AssertEncryptedAsync(relay);
    }
}
