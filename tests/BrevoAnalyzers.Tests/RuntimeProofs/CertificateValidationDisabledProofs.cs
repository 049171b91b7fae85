using System.Threading.Tasks;
using BrevoAnalyzers.Tests.RuntimeProofs.Relay;
using MailKit.Security;
using Xunit;
using AuthenticationException = System.Security.Authentication.AuthenticationException;
using NetMail = System.Net.Mail;

namespace BrevoAnalyzers.Tests.RuntimeProofs;

/// <summary>
/// BREVO1007: the relay of these tests shows a certificate that nobody trusts, as an impostor would. A callback that accepts
/// everything hands it the key.
/// </summary>
[Collection(ProcessWideCertificateCallback.Name)]
[Trait("Rule", "BREVO1007")]
public sealed class CertificateValidationDisabledProofs
{
    [Fact]
    public async Task MailKit_with_an_accept_all_callback_gives_the_key_to_an_impostor()
    {
        await using var impostor = new SmtpRelayStub();
        await MailKitShop.SendAsync(
            impostor, SecureSocketOptions.StartTls, client => client.ServerCertificateValidationCallback = (_, _, _, _) => true);

        Assert.Equal(SmtpRelayStub.SmtpKey, (await impostor.SessionAsync()).Key);
    }

    [Fact]
    public async Task Fixed_MailKit_without_a_callback_refuses_the_impostor()
    {
        await using var impostor = new SmtpRelayStub();
        var error = await Assert.ThrowsAsync<SslHandshakeException>(() => MailKitShop.SendAsync(
            impostor, SecureSocketOptions.StartTls, client => client.ServerCertificateValidationCallback = null));

        Assert.Contains("The server's SSL certificate could not be validated for the following reasons:", error.Message);
        Assert.IsType<AuthenticationException>(error.InnerException);
        Assert.False((await impostor.SessionAsync()).AuthenticationSent);
    }

    [Fact]
    public async Task Near_miss_MailKit_with_a_callback_that_looks_sends()
    {
        await using var relay = new SmtpRelayStub();
        await MailKitShop.SendAsync(
            relay, SecureSocketOptions.StartTls, client => client.ServerCertificateValidationCallback = ThrowAwayCertificate.Pinned);
        await Delivery.AssertEncryptedAsync(relay);
    }

    [Fact]
    public async Task System_Net_Mail_obeys_the_accept_all_callback_of_ServicePointManager()
    {
        await using var impostor = new SmtpRelayStub();
        using var acceptAll = ProcessWideCertificateCallback.Use((_, _, _, _) => true);
        using (var client = SystemNetMailShop.Client(impostor))
        using (var message = SystemNetMailShop.Message())
            await client.SendMailAsync(message);

        Assert.Equal(SmtpRelayStub.SmtpKey, (await impostor.SessionAsync()).Key);
    }

    [Fact]
    public async Task Fixed_System_Net_Mail_without_a_callback_refuses_the_impostor()
    {
        const string Refused = "The remote certificate is invalid because of errors in the certificate chain:";
        await using var impostor = new SmtpRelayStub();
        using (var client = SystemNetMailShop.Client(impostor))
        using (var message = SystemNetMailShop.Message())
        {
            var error = await Assert.ThrowsAsync<NetMail.SmtpException>(() => client.SendMailAsync(message));
            Assert.Equal("Failure sending mail.", error.Message);
            Assert.StartsWith(Refused, Assert.IsType<AuthenticationException>(error.InnerException).Message);
        }

        Assert.False((await impostor.SessionAsync()).AuthenticationSent);
    }

    /// <summary>The synchronous Send does not wrap the exception: <c>catch (SmtpException)</c> misses it.</summary>
    [Fact]
    public async Task Fixed_System_Net_Mail_without_a_callback_refuses_the_impostor_in_Send_with_another_exception()
    {
        await using var impostor = new SmtpRelayStub();
        using (var client = SystemNetMailShop.Client(impostor))
        using (var message = SystemNetMailShop.Message())
            Assert.Throws<AuthenticationException>(() => client.Send(message));

        Assert.False((await impostor.SessionAsync()).AuthenticationSent);
    }
}
