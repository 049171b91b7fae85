using System;
using System.Threading.Tasks;
using BrevoAnalyzers.Tests.RuntimeProofs.Relay;
using MailKit.Security;
using Xunit;

namespace BrevoAnalyzers.Tests.RuntimeProofs;

/// <summary>BREVO1004: who strips the server's STARTTLS offer reads the key, and the code notices nothing.</summary>
[Trait("Rule", "BREVO1004")]
public sealed class OpportunisticTlsProofs
{
    private static readonly RelayBehaviour Stripped = new() { Tls = RelayTls.Stripped };

    [Theory]
    [InlineData(SecureSocketOptions.StartTlsWhenAvailable)]
    [InlineData(SecureSocketOptions.Auto)]
    public async Task MailKit_goes_on_in_clear_when_STARTTLS_is_stripped(SecureSocketOptions wrong)
    {
        await using var relay = new SmtpRelayStub(Stripped);
        await MailKitShop.SendAsync(relay, wrong);
        await Delivery.AssertReadableAsync(relay);
    }

    [Fact]
    public async Task MailKit_with_useSsl_false_goes_on_in_clear_when_STARTTLS_is_stripped()
    {
        await using var relay = new SmtpRelayStub(Stripped);
        await MailKitShop.SendAsync(relay, useSsl: false);
        await Delivery.AssertReadableAsync(relay);
    }

    [Fact]
    public async Task MailKit_with_RequireTLS_goes_on_in_clear_all_the_same()
    {
        await using var relay = new SmtpRelayStub(Stripped);
        await MailKitShop.SendAsync(relay, SecureSocketOptions.StartTlsWhenAvailable, client => client.RequireTLS = true);
        await Delivery.AssertReadableAsync(relay);
    }

    /// <summary>Why the rule is an Info: against an honest wire all of these are encrypted.</summary>
    [Fact]
    public async Task Near_miss_MailKit_upgrades_where_STARTTLS_is_offered()
    {
        await using var available = new SmtpRelayStub();
        await MailKitShop.SendAsync(available, SecureSocketOptions.StartTlsWhenAvailable);
        await Delivery.AssertEncryptedAsync(available);

        await using var flag = new SmtpRelayStub();
        await MailKitShop.SendAsync(flag, useSsl: false);
        await Delivery.AssertEncryptedAsync(flag);
    }

    [Fact]
    public async Task Near_miss_IsSecure_checked_before_Authenticate_keeps_the_key()
    {
        await using var relay = new SmtpRelayStub(Stripped);
        using (var client = MailKitShop.Client())
        {
            await client.ConnectAsync(SmtpRelayStub.Host, relay.Port, SecureSocketOptions.StartTlsWhenAvailable);
            Assert.False(client.IsSecure);
        }

        Assert.False((await relay.SessionAsync()).AuthenticationSent);
    }

    [Fact]
    public async Task Fixed_MailKit_with_StartTls_refuses_to_go_on_and_the_key_stays_secret()
    {
        await using var relay = new SmtpRelayStub(Stripped);
        var error = await Assert.ThrowsAsync<NotSupportedException>(() => MailKitShop.SendAsync(relay, SecureSocketOptions.StartTls));

        Assert.Equal("The SMTP server does not support the STARTTLS extension.", error.Message);
        Assert.False((await relay.SessionAsync()).AuthenticationSent);
    }

    [Fact]
    public async Task Fixed_MailKit_with_StartTls_sends_encrypted_where_STARTTLS_is_offered()
    {
        await using var relay = new SmtpRelayStub();
        await MailKitShop.SendAsync(relay, SecureSocketOptions.StartTls);
        await Delivery.AssertEncryptedAsync(relay);
    }
}
