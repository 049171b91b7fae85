using System;
using System.Diagnostics;
using System.Threading.Tasks;
using BrevoAnalyzers.Tests.RuntimeProofs.Relay;
using MailKit.Security;
using Xunit;
using NetMail = System.Net.Mail;

namespace BrevoAnalyzers.Tests.RuntimeProofs;

/// <summary>BREVO1002: a TLS mode that does not fit the port stalls on 465 and fails at once on 587 and 2525.</summary>
[Collection(ProcessWideCertificateCallback.Name)]
[Trait("Rule", "BREVO1002")]
public sealed class PortTlsMismatchProofs
{
    private const int Timeout = 500;

    private static readonly RelayBehaviour Port465 = new() { Tls = RelayTls.Implicit };
    private static readonly RelayBehaviour Port587 = new() { Tls = RelayTls.StartTls };

    [Theory]
    [InlineData(SecureSocketOptions.StartTls)]
    [InlineData(SecureSocketOptions.StartTlsWhenAvailable)]
    public async Task MailKit_with_STARTTLS_on_the_implicit_TLS_port_stalls_until_the_timeout(SecureSocketOptions wrong)
    {
        await using var relay = new SmtpRelayStub(Port465);
        await AssertStallsAsync(relay, () => MailKitShop.SendAsync(relay, wrong, client => client.Timeout = Timeout));
    }

    [Fact]
    public async Task MailKit_with_useSsl_false_on_the_implicit_TLS_port_stalls_until_the_timeout()
    {
        await using var relay = new SmtpRelayStub(Port465);
        await AssertStallsAsync(relay, () => MailKitShop.SendAsync(relay, useSsl: false, client => client.Timeout = Timeout));
    }

    [Fact]
    public async Task MailKit_with_implicit_TLS_on_the_STARTTLS_port_fails_at_once()
    {
        await using var relay = new SmtpRelayStub(Port587);
        AssertHandshakeFailed(await Assert.ThrowsAsync<SslHandshakeException>(
            () => MailKitShop.SendAsync(relay, SecureSocketOptions.SslOnConnect)));
        Assert.False((await relay.SessionAsync()).AuthenticationSent);
    }

    [Fact]
    public async Task MailKit_with_useSsl_true_on_the_STARTTLS_port_fails_at_once()
    {
        await using var relay = new SmtpRelayStub(Port587);
        AssertHandshakeFailed(await Assert.ThrowsAsync<SslHandshakeException>(() => MailKitShop.SendAsync(relay, useSsl: true)));
        Assert.False((await relay.SessionAsync()).AuthenticationSent);
    }

    [Fact]
    public async Task Fixed_MailKit_with_the_mode_of_the_port_sends_encrypted()
    {
        await using var port465 = new SmtpRelayStub(Port465);
        await MailKitShop.SendAsync(port465, SecureSocketOptions.SslOnConnect);
        await Delivery.AssertEncryptedAsync(port465);

        await using var port587 = new SmtpRelayStub(Port587);
        await MailKitShop.SendAsync(port587, SecureSocketOptions.StartTls);
        await Delivery.AssertEncryptedAsync(port587);
    }

    /// <summary>With and without EnableSsl, in the method and in its asynchronous twin: there is no implicit TLS to turn on.</summary>
    [Theory]
    [InlineData(true, true)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public async Task System_Net_Mail_on_the_implicit_TLS_port_stalls_until_the_timeout(bool enableSsl, bool asynchronous)
    {
        await using var relay = new SmtpRelayStub(Port465);
        using var client = SystemNetMailShop.Client(relay);
        using var message = SystemNetMailShop.Message();
        client.EnableSsl = enableSsl;
        client.Timeout = Timeout;

        var watch = Stopwatch.StartNew();
        var error = await Assert.ThrowsAsync<NetMail.SmtpException>(async () =>
        {
            if (asynchronous)
                await client.SendMailAsync(message);
            else
                client.Send(message);
        });

        Assert.Equal("The operation has timed out.", error.Message);
        Assert.Equal(NetMail.SmtpStatusCode.GeneralFailure, error.StatusCode);
        Assert.InRange(watch.ElapsedMilliseconds, Timeout * 9 / 10, long.MaxValue);
    }

    [Fact]
    public async Task Fixed_System_Net_Mail_on_the_STARTTLS_port_sends_encrypted()
    {
        await using var relay = new SmtpRelayStub(Port587);
        using var trust = ProcessWideCertificateCallback.Use(ThrowAwayCertificate.Pinned);
        using (var client = SystemNetMailShop.Client(relay))
        using (var message = SystemNetMailShop.Message())
            await client.SendMailAsync(message);

        await Delivery.AssertEncryptedAsync(relay);
    }

    private static async Task AssertStallsAsync(SmtpRelayStub relay, Func<Task> send)
    {
        var watch = Stopwatch.StartNew();
        var error = await Assert.ThrowsAsync<TimeoutException>(send);

        Assert.Equal($"Operation timed out after {Timeout} milliseconds", error.Message);
        Assert.InRange(watch.ElapsedMilliseconds, Timeout * 9 / 10, long.MaxValue);
        Assert.Empty((await relay.SessionAsync()).ClearText);
    }

    private static void AssertHandshakeFailed(SslHandshakeException error)
    {
        Assert.StartsWith("An error occurred while attempting to establish an SSL or TLS connection.", error.Message);
        Assert.Contains("6. You are trying to connect to a port which does not support SSL/TLS.", error.Message);
        Assert.Equal("Cannot determine the frame size or a corrupted frame was received.", error.InnerException?.Message);
    }
}
