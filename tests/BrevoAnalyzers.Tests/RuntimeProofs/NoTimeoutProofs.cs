using System;
using System.Threading;
using System.Threading.Tasks;
using BrevoAnalyzers.Tests.RuntimeProofs.Relay;
using MailKit.Security;
using Xunit;
using MailKitClient = MailKit.Net.Smtp.SmtpClient;
using NetMail = System.Net.Mail;

namespace BrevoAnalyzers.Tests.RuntimeProofs;

/// <summary>BREVO1008: a port that takes the connection and stays silent holds the caller for the library's whole timeout.</summary>
[Trait("Rule", "BREVO1008")]
public sealed class NoTimeoutProofs
{
    private static readonly RelayBehaviour Silent = new() { Silent = true };

    [Fact]
    public void The_libraries_wait_two_minutes_or_nearly_by_default()
    {
        using var mailKit = new MailKitClient();
        Assert.Equal(120_000, mailKit.Timeout);

        using var netMail = new NetMail.SmtpClient(SmtpRelayStub.Host);
        Assert.Equal(100_000, netMail.Timeout);
    }

    [Fact]
    public async Task Fixed_MailKit_with_a_timeout_gives_up()
    {
        await using var relay = new SmtpRelayStub(Silent);
        var error = await Assert.ThrowsAsync<TimeoutException>(
            () => MailKitShop.SendAsync(relay, SecureSocketOptions.StartTls, client => client.Timeout = 300));
        Assert.Equal("Operation timed out after 300 milliseconds", error.Message);
    }

    /// <summary>In the handshake of an implicit-TLS port the timeout comes in the clothes of a certificate problem.</summary>
    [Fact]
    public async Task Fixed_MailKit_with_a_timeout_on_an_implicit_TLS_port_gives_up_with_another_exception()
    {
        await using var relay = new SmtpRelayStub(Silent);
        var error = await Assert.ThrowsAsync<SslHandshakeException>(
            () => MailKitShop.SendAsync(relay, SecureSocketOptions.SslOnConnect, client => client.Timeout = 300));
        Assert.IsType<TimeoutException>(error.InnerException);
    }

    [Fact]
    public async Task Fixed_MailKit_with_a_cancellation_token_gives_up()
    {
        await using var relay = new SmtpRelayStub(Silent);
        using var patience = new CancellationTokenSource(300);
        using var client = MailKitShop.Client();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => client.ConnectAsync(SmtpRelayStub.Host, relay.Port, SecureSocketOptions.StartTls, patience.Token));
    }

    [Fact]
    public async Task Fixed_System_Net_Mail_with_a_timeout_gives_up()
    {
        await using var relay = new SmtpRelayStub(Silent);
        using var client = SystemNetMailShop.Client(relay);
        using var message = SystemNetMailShop.Message();
        client.Timeout = 300;
        var error = await Assert.ThrowsAsync<NetMail.SmtpException>(() => client.SendMailAsync(message));
        Assert.Equal("The operation has timed out.", error.Message);
    }
}
