using System;
using System.IO;
using System.Threading;
using System.Threading.Tasks;
using BrevoAnalyzers.Tests.RuntimeProofs;
using BrevoAnalyzers.Tests.RuntimeProofs.Relay;
using HealthyShop.Invoices;
using HealthyShop.Mail;
using HealthyShop.Orders;
using Microsoft.Extensions.Options;
using Xunit;

namespace BrevoAnalyzers.Tests.HealthyShop;

/// <summary>The part of the shop that uses System.Net.Mail meets each reply of the relay.</summary>
[Collection(ProcessWideCertificateCallback.Name)]
public sealed class InvoiceMailerTests
{
    [Fact]
    public async Task A_healthy_relay_takes_the_invoice_encrypted()
    {
        await using var relay = new SmtpRelayStub();
        await SendAsync(relay.Port);
        var session = await relay.SessionAsync();
        Assert.True(session.MessageAccepted);
        Assert.True(session.AuthenticationWasEncrypted);
        Assert.Contains("invoice-17.pdf", session.Message);
    }

    [Theory]
    [InlineData("535 5.7.8 Authentication failed")]
    [InlineData("525 5.7.1 Unauthorized IP address")]
    public async Task A_refused_login_is_understood_though_the_library_speaks_of_TLS(string reply)
    {
        await using var relay = new SmtpRelayStub(new RelayBehaviour { Authentication = reply });
        var failure = await FailAsync(relay.Port);
        Assert.Equal(MailFailure.NotAuthenticated, failure.Failure);
        Assert.True(failure.NeedsSomebody);
        Assert.Contains("secure connection", failure.Message);
    }

    [Fact]
    public async Task An_account_that_is_not_active_needs_somebody()
    {
        await using var relay = new SmtpRelayStub(new RelayBehaviour { EndOfData = "502 5.7.0 Your SMTP account is not yet activated" });
        var failure = await FailAsync(relay.Port);
        Assert.Equal(MailFailure.AccountNotActive, failure.Failure);
        Assert.True(failure.NeedsSomebody);
    }

    [Fact]
    public async Task Replies_that_say_later_are_told_from_those_that_do_not()
    {
        await using var closing = new SmtpRelayStub(new RelayBehaviour { Banner = "421 4.3.2 Service not available" });
        Assert.Equal(MailFailure.TryLater, (await FailAsync(closing.Port)).Failure);
        await using var deferring = new SmtpRelayStub(new RelayBehaviour { Recipient = "450 4.2.0 Mailbox unavailable" });
        Assert.Equal(MailFailure.TryLater, (await FailAsync(deferring.Port)).Failure);
        await using var refusing = new SmtpRelayStub(new RelayBehaviour { Recipient = "550 5.1.1 No such user" });
        Assert.Equal(MailFailure.Refused, (await FailAsync(refusing.Port)).Failure);
    }

    [Fact]
    public async Task A_closed_port_says_nothing_about_the_mail()
    {
        Assert.Equal(MailFailure.Unknown, (await FailAsync(ShopUnderTest.ClosedPort())).Failure);
    }

    private static Task<MailException> FailAsync(int port) => Assert.ThrowsAsync<MailException>(() => SendAsync(port));

    private static async Task SendAsync(int port)
    {
        using var trust = ProcessWideCertificateCallback.Use(ThrowAwayCertificate.Pinned);
        using var shop = new ShopUnderTest(configure: settings => settings.SmtpPort = port);
        var order = new Order("17", "Ann", "ann@example.org", 12.5m);
        using var pdf = new MemoryStream(new byte[16]);
        await new InvoiceMailer(Options.Create(shop.Settings)).SendAsync(order, pdf, CancellationToken.None);
    }
}
