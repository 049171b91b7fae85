using System.Threading;
using System.Threading.Tasks;
using BrevoAnalyzers.Tests.RuntimeProofs.Api;
using BrevoAnalyzers.Tests.RuntimeProofs.Relay;
using HealthyShop.Mail;
using Microsoft.Extensions.Logging;
using Xunit;

namespace BrevoAnalyzers.Tests.HealthyShop;

/// <summary>What the shop learns of the account and of its own settings before the first mail.</summary>
public sealed class AccountCheckTests
{
    [Fact]
    public async Task A_healthy_account_is_no_news()
    {
        await using var api = Account(enabled: true, credits: 8755);
        using var shop = new ShopUnderTest(api: api);
        await shop.AccountCheck.StartAsync(CancellationToken.None);
        Assert.Empty(shop.Logs.At(LogLevel.Error));
        Assert.Equal([ApiStub.ApiKey], Assert.Single(api.Requests).HeaderLines("api-key"));
        Assert.Equal("/v3/account", api.Requests[0].Path);
    }

    [Fact]
    public async Task A_relay_that_is_not_enabled_is_told()
    {
        await using var api = Account(enabled: false, credits: 8755);
        using var shop = new ShopUnderTest(api: api);
        await shop.AccountCheck.StartAsync(CancellationToken.None);
        Assert.Contains("relay is not enabled", Assert.Single(shop.Logs.At(LogLevel.Error)));
    }

    [Fact]
    public async Task Credits_that_run_out_are_told_but_those_of_SMS_do_not_count()
    {
        await using var api = Account(enabled: true, credits: 12);
        using var shop = new ShopUnderTest(api: api);
        await shop.AccountCheck.StartAsync(CancellationToken.None);
        Assert.Contains("12 credits left", Assert.Single(shop.Logs.At(LogLevel.Error)));
    }

    [Fact]
    public async Task A_key_that_is_refused_stops_sending()
    {
        await using var api = new ApiStub(always: ApiReply.Error(401, "unauthorized", "Key not found"));
        using var shop = new ShopUnderTest(api: api);
        await shop.AccountCheck.StartAsync(CancellationToken.None);
        Assert.Equal(MailFailure.WrongCredentials, (await Assert.ThrowsAsync<MailException>(shop.SendAsync)).Failure);
    }

    [Fact]
    public async Task An_API_that_is_down_keeps_nobody_from_sending()
    {
        await using var api = new ApiStub(always: ApiReply.Error(500, "", ""));
        await using var relay = new SmtpRelayStub();
        using var shop = new ShopUnderTest(relay, api);
        await shop.AccountCheck.StartAsync(CancellationToken.None);
        Assert.Single(shop.Logs.At(LogLevel.Warning));
        Assert.True(await shop.SendAsync());
    }

    [Theory]
    [InlineData("orders@larkspur.example", 0)]
    [InlineData(SmtpRelayStub.Login, 1)]
    [InlineData("9f8e7d002@smtp-brevo.com", 1)]
    [InlineData("", 1)]
    public void A_sender_that_cannot_be_one_is_found_before_the_start(string sender, int problems)
    {
        using var shop = new ShopUnderTest(configure: settings => settings.SenderAddress = sender);
        var result = new BrevoSettingsCheck().Validate(null, shop.Settings);
        Assert.Equal(problems, new System.Collections.Generic.List<string>(shop.Settings.Problems()).Count);
        Assert.Equal(problems > 0, result.Failed);
    }

    private static ApiStub Account(bool enabled, int credits) => new(always: new ApiReply(
        200,
        $$$"""
        {"email":"shop@example.com","relay":{"enabled":{{{(enabled ? "true" : "false")}}},"data":{"userName":"shop@example.com","relay":"smtp-relay.brevo.com","port":587}},
         "plan":[{"type":"free","creditsType":"sendLimit","credits":{{{credits}}}},{"type":"sms","creditsType":"sendLimit","credits":0}]}
        """));
}
