using System.Threading.Tasks;
using BrevoAnalyzers.Tests.RuntimeProofs.Relay;
using MailKit.Security;
using Xunit;

namespace BrevoAnalyzers.Tests.RuntimeProofs;

/// <summary>BREVO1003: without TLS everything works, which is the trouble: login, key and message cross the wire in clear.</summary>
[Collection(ProcessWideCertificateCallback.Name)]
[Trait("Rule", "BREVO1003")]
public sealed class UnencryptedConnectionProofs
{
    [Fact]
    public async Task MailKit_with_None_sends_and_the_key_is_readable_although_the_server_offers_STARTTLS()
    {
        await using var relay = new SmtpRelayStub();
        await MailKitShop.SendAsync(relay, SecureSocketOptions.None);
        await Delivery.AssertReadableAsync(relay);
    }

    /// <summary>Some Brevo clients are configured for CRAM-MD5; it hides the key, but not login and message.</summary>
    [Fact]
    public async Task MailKit_with_None_prefers_CRAM_MD5_where_it_is_offered_and_sends_login_and_message_in_clear()
    {
        await using var relay = new SmtpRelayStub(new() { Mechanisms = ["PLAIN", "LOGIN", "CRAM-MD5"] });
        await MailKitShop.SendAsync(relay, SecureSocketOptions.None);

        var session = await relay.SessionAsync();
        Assert.Equal("CRAM-MD5", session.Mechanism);
        Assert.False(session.KeyReadableOnTheWire);
        Assert.False(session.AuthenticationWasEncrypted);
        Assert.Equal(SmtpRelayStub.Login, session.Login);
        Assert.True(session.MessageReadableOnTheWire);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task System_Net_Mail_without_EnableSsl_sends_and_the_key_is_readable(bool offersCramMd5)
    {
        await using var relay = new SmtpRelayStub(new() { Mechanisms = offersCramMd5 ? ["PLAIN", "LOGIN", "CRAM-MD5"] : ["PLAIN", "LOGIN"] });
        using (var client = SystemNetMailShop.Client(relay))
        using (var message = SystemNetMailShop.Message())
        {
            client.EnableSsl = false;
            await client.SendMailAsync(message);
        }

        await Delivery.AssertReadableAsync(relay);
    }

    [Fact]
    public void System_Net_Mail_has_EnableSsl_false_and_port_25_by_default()
    {
        using var client = new System.Net.Mail.SmtpClient(SmtpRelayStub.Host);
        Assert.False(client.EnableSsl);
        Assert.Equal(25, client.Port);
    }

    [Fact]
    public async Task Fixed_MailKit_with_StartTls_sends_encrypted()
    {
        await using var relay = new SmtpRelayStub();
        await MailKitShop.SendAsync(relay, SecureSocketOptions.StartTls);
        await Delivery.AssertEncryptedAsync(relay);
    }

    [Fact]
    public async Task Fixed_System_Net_Mail_with_EnableSsl_sends_encrypted()
    {
        await using var relay = new SmtpRelayStub();
        using var trust = ProcessWideCertificateCallback.Use(ThrowAwayCertificate.Pinned);
        using (var client = SystemNetMailShop.Client(relay))
        using (var message = SystemNetMailShop.Message())
        {
            client.EnableSsl = true;
            client.Send(message);
        }

        await Delivery.AssertEncryptedAsync(relay);
    }

    [Fact]
    public async Task Fixed_System_Net_Mail_sends_no_key_where_STARTTLS_is_not_offered()
    {
        await using var relay = new SmtpRelayStub(new() { Tls = RelayTls.Stripped });
        using (var client = SystemNetMailShop.Client(relay))
        using (var message = SystemNetMailShop.Message())
        {
            var error = await Assert.ThrowsAsync<System.Net.Mail.SmtpException>(() => client.SendMailAsync(message));
            Assert.Equal("Server does not support secure connections.", error.Message);
        }

        Assert.False((await relay.SessionAsync()).AuthenticationSent);
    }
}
