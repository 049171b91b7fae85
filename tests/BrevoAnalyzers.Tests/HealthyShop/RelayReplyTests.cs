using System;
using System.Linq;
using System.Threading.Tasks;
using BrevoAnalyzers.Tests.RuntimeProofs.Api;
using BrevoAnalyzers.Tests.RuntimeProofs.Relay;
using HealthyShop.Mail;
using Microsoft.Extensions.Logging;
using Xunit;

namespace BrevoAnalyzers.Tests.HealthyShop;

/// <summary>The shop meets each reply of the relay: it sends, tries again, takes another way, or stops and tells somebody.</summary>
public sealed class RelayReplyTests
{
    private static readonly RelayBehaviour Healthy = new();

    [Fact]
    public async Task A_healthy_relay_takes_the_mail_encrypted_and_the_log_waits_for_news()
    {
        await using var relay = new SmtpRelayStub();
        using var shop = new ShopUnderTest(relay);
        Assert.True(await shop.SendAsync());

        var session = await relay.SessionAsync();
        Assert.True(session.AuthenticationWasEncrypted);
        Assert.StartsWith("orders@example.com", session.MailFrom);
        Assert.Equal(["ann@example.org"], session.Recipients);
        shop.Time.Pass(TimeSpan.FromHours(4));
        Assert.Equal(["ann@example.org"], shop.DeliveryLog.Overdue(TimeSpan.FromHours(4)));
    }

    [Theory]
    [InlineData("535 5.7.8 Authentication failed", MailFailure.WrongCredentials)]
    [InlineData("535 5.7.0 Invalid login or password", MailFailure.WrongCredentials)]
    [InlineData("525 5.7.1 Unauthorized IP address", MailFailure.AddressNotAuthorised)]
    public async Task A_refused_login_stops_sending_and_tells_which_refusal_it_is(string reply, MailFailure expected)
    {
        await using var relay = new SmtpRelayStub(new RelayBehaviour { Authentication = reply, Mechanisms = ["PLAIN"] });
        using var shop = new ShopUnderTest(relay);
        await AssertStopsAsync(shop, relay, expected);
        Assert.Equal(1, (await relay.SessionAsync()).AuthenticationAttempts);
    }

    [Fact]
    public async Task An_account_that_is_not_active_stops_sending()
    {
        await using var relay = new SmtpRelayStub(new RelayBehaviour { EndOfData = "502 5.7.0 Your SMTP account is not yet activated" });
        using var shop = new ShopUnderTest(relay);
        await AssertStopsAsync(shop, relay, MailFailure.AccountNotActive);
    }

    public static TheoryData<string> PassingReplies => ["421 banner", "421 AUTH", "454 AUTH", "451 MAIL FROM", "450 RCPT TO", "421 end of DATA", "452 end of DATA"];

    [Theory]
    [MemberData(nameof(PassingReplies))]
    public async Task A_reply_that_says_later_is_tried_again(string when)
    {
        await using var relay = new SmtpRelayStub(Healthy, first: Passing(when));
        using var shop = new ShopUnderTest(relay);
        Assert.True(await shop.SendAsync());
        Assert.Equal((2, 1), (relay.Connections, relay.AcceptedMessages));
        Assert.Single(shop.Logs.At(LogLevel.Warning));
        Assert.False(shop.Switch.IsOff);
    }

    [Fact]
    public async Task A_relay_that_says_later_for_ever_is_asked_four_times()
    {
        await using var relay = new SmtpRelayStub(Passing("421 banner"));
        using var shop = new ShopUnderTest(relay);
        var failure = await Assert.ThrowsAsync<MailException>(shop.SendAsync);
        Assert.Equal(MailFailure.TryLater, failure.Failure);
        Assert.Equal(4, relay.Connections);
        Assert.False(shop.Switch.IsOff);
    }

    [Fact]
    public async Task A_recipient_that_is_refused_for_good_is_not_tried_again_and_stops_nothing()
    {
        await using var relay = new SmtpRelayStub(new RelayBehaviour { Recipient = "550 5.1.1 No such user" });
        using var shop = new ShopUnderTest(relay);
        var failure = await Assert.ThrowsAsync<MailException>(shop.SendAsync);
        Assert.Equal(MailFailure.Refused, failure.Failure);
        Assert.Equal(1, relay.Connections);
        Assert.False(shop.Switch.IsOff);
    }

    [Fact]
    public async Task A_connection_that_breaks_when_the_mail_is_out_is_not_tried_again()
    {
        await using var relay = new SmtpRelayStub(Healthy, first: new RelayBehaviour { EndOfData = "" });
        await using var api = new ApiStub();
        using var shop = new ShopUnderTest(relay, api);
        var failure = await Assert.ThrowsAsync<MailException>(shop.SendAsync);
        Assert.Equal(MailFailure.Unknown, failure.Failure);
        Assert.Equal(1, relay.Connections);
        Assert.Empty(api.Requests);
    }

    [Fact]
    public async Task A_closed_port_leads_to_the_fallback_port()
    {
        await using var relay = new SmtpRelayStub();
        using var shop = new ShopUnderTest(relay: null, fallback: relay);
        Assert.True(await shop.SendAsync());
        Assert.Equal(1, relay.AcceptedMessages);
    }

    [Fact]
    public async Task A_port_that_swallows_costs_the_timeout_and_leads_to_the_fallback_port()
    {
        await using var silent = new SmtpRelayStub(new RelayBehaviour { Silent = true });
        await using var relay = new SmtpRelayStub();
        using var shop = new ShopUnderTest(silent, fallback: relay, configure: settings => settings.Timeout = TimeSpan.FromSeconds(1));
        Assert.True(await shop.SendAsync());
        Assert.Equal((1, 1), (silent.Connections, relay.AcceptedMessages));
    }

    [Fact]
    public async Task Closed_ports_lead_to_the_API()
    {
        await using var api = new ApiStub();
        using var shop = new ShopUnderTest(api: api);
        Assert.True(await shop.SendAsync());
        Assert.Equal("/v3/smtp/email", Assert.Single(api.Requests).Path);
        Assert.Equal(2, shop.Logs.At(LogLevel.Warning).Count());
    }

    private static RelayBehaviour Passing(string when) => when switch
    {
        "421 banner" => new RelayBehaviour { Banner = "421 4.3.2 Service not available" },
        "421 AUTH" => new RelayBehaviour { Authentication = "421 4.3.2 Service not available" },
        "454 AUTH" => new RelayBehaviour { Authentication = "454 4.7.0 Temporary authentication failure" },
        "451 MAIL FROM" => new RelayBehaviour { MailFrom = "451 4.3.0 Local error" },
        "450 RCPT TO" => new RelayBehaviour { Recipient = "450 4.2.0 Mailbox unavailable" },
        "421 end of DATA" => new RelayBehaviour { EndOfData = "421 4.3.2 Service not available" },
        "452 end of DATA" => new RelayBehaviour { EndOfData = "452 4.3.1 Out of storage" },
        _ => throw new ArgumentOutOfRangeException(nameof(when), when, null),
    };

    private static async Task AssertStopsAsync(ShopUnderTest shop, SmtpRelayStub relay, MailFailure expected)
    {
        var failure = await Assert.ThrowsAsync<MailException>(shop.SendAsync);
        Assert.Equal(expected, failure.Failure);
        Assert.True(shop.Switch.IsOff);
        Assert.Single(shop.Logs.At(LogLevel.Critical));

        // The next mail does not even ask.
        var next = await Assert.ThrowsAsync<MailException>(shop.SendAsync);
        Assert.Equal(expected, next.Failure);
        Assert.Equal((1, 0), (relay.Connections, relay.AcceptedMessages));
    }
}
