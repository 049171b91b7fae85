using System;
using System.Threading.Tasks;
using BrevoAnalyzers.Tests.RuntimeProofs.Relay;
using MailKit;
using MailKit.Security;
using Xunit;
using NetMail = System.Net.Mail;

namespace BrevoAnalyzers.Tests.RuntimeProofs;

/// <summary>BREVO2006: a relay takes no mail from strangers.</summary>
/// <remarks>The 530 is RFC 4954's; Brevo's wording is not known.</remarks>
[Collection(ProcessWideCertificateCallback.Name)]
[Trait("Rule", "BREVO2006")]
public sealed class NotAuthenticatedProofs
{
    [Fact]
    public async Task MailKit_without_Authenticate_is_refused_at_MAIL_FROM()
    {
        await using var relay = new SmtpRelayStub();
        using (var client = MailKitShop.Client())
        {
            await client.ConnectAsync(SmtpRelayStub.Host, relay.Port, SecureSocketOptions.StartTls);
            var error = await Assert.ThrowsAsync<ServiceNotAuthenticatedException>(() => client.SendAsync(MailKitShop.Message()));
            Assert.Equal("5.7.0 Authentication required", error.Message);
        }

        var session = await relay.SessionAsync();
        Assert.False(session.AuthenticationSent);
        Assert.Null(session.Message);
    }

    [Fact]
    public Task System_Net_Mail_without_Credentials_is_refused_at_MAIL_FROM() =>
        AssertNoAuthenticationAsync(client => client.Credentials = null);

    [Fact]
    public Task System_Net_Mail_with_UseDefaultCredentials_sends_no_AUTH_although_it_has_credentials() =>
        AssertNoAuthenticationAsync(client => client.UseDefaultCredentials = true);

    [Fact]
    public Task System_Net_Mail_with_UseDefaultCredentials_before_Credentials_sends_no_AUTH_either() =>
        AssertNoAuthenticationAsync(client =>
        {
            var credentials = client.Credentials;
            client.UseDefaultCredentials = true;
            client.Credentials = credentials;
        });

    /// <summary>A server that offers only PLAIN: System.Net.Mail does not know it and goes on without a word.</summary>
    [Fact]
    public Task System_Net_Mail_sends_no_AUTH_where_only_PLAIN_is_offered() =>
        AssertNoAuthenticationAsync(_ => { }, new RelayBehaviour { Mechanisms = ["PLAIN"] });

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Fixed_System_Net_Mail_with_Credentials_sends_also_when_UseDefaultCredentials_is_set_to_false_after_them(bool setToFalse)
    {
        await using var relay = new SmtpRelayStub();
        using var trust = ProcessWideCertificateCallback.Use(ThrowAwayCertificate.Pinned);
        using (var client = SystemNetMailShop.Client(relay))
        using (var message = SystemNetMailShop.Message())
        {
            if (setToFalse)
                client.UseDefaultCredentials = false;
            await client.SendMailAsync(message);
        }

        await Delivery.AssertEncryptedAsync(relay);
    }

    [Fact]
    public async Task Fixed_MailKit_with_Authenticate_sends()
    {
        await using var relay = new SmtpRelayStub();
        using (var client = MailKitShop.Client())
        {
            await client.ConnectAsync(SmtpRelayStub.Host, relay.Port, SecureSocketOptions.StartTls);
            await client.AuthenticateAsync(SmtpRelayStub.Login, SmtpRelayStub.SmtpKey);
            Assert.Equal("2.0.0 OK: queued as 1", await client.SendAsync(MailKitShop.Message()));
        }

        await Delivery.AssertEncryptedAsync(relay);
    }

    private static async Task AssertNoAuthenticationAsync(Action<NetMail.SmtpClient> spoil, RelayBehaviour? behaviour = null)
    {
        await using var relay = new SmtpRelayStub(behaviour);
        using var trust = ProcessWideCertificateCallback.Use(ThrowAwayCertificate.Pinned);
        using (var client = SystemNetMailShop.Client(relay))
        using (var message = SystemNetMailShop.Message())
        {
            spoil(client);
            var error = await Assert.ThrowsAsync<NetMail.SmtpException>(() => client.SendMailAsync(message));
            Assert.Equal(ApiKeyAsSmtpPasswordProofs.Misleading, error.Message);
            Assert.Equal(NetMail.SmtpStatusCode.MustIssueStartTlsFirst, error.StatusCode);
        }

        var session = await relay.SessionAsync();
        Assert.False(session.AuthenticationSent);
        Assert.Null(session.Message);
    }
}
