using System.Linq;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using BrevoAnalyzers.Tests.RuntimeProofs.Api;
using HealthyShop.Mail;
using HealthyShop.Newsletter;
using Microsoft.Extensions.Logging;
using Xunit;

namespace BrevoAnalyzers.Tests.HealthyShop;

/// <summary>The shop meets each status of the API. No port of the relay can be reached here, so all mail goes this way.</summary>
public sealed class ApiStatusTests
{
    [Fact]
    public async Task Accepted_is_what_the_documented_endpoint_accepts()
    {
        await using var api = new ApiStub();
        using var shop = new ShopUnderTest(api: api);
        await shop.Api.SendAsync(ShopUnderTest.Email with { ReplyTo = "visitor@example.net" }, CancellationToken.None);
        var body = JsonDocument.Parse(Assert.Single(api.Requests).Body).RootElement;
        Assert.Equal("visitor@example.net", body.GetProperty("replyTo").GetProperty("email").GetString());
        Assert.Equal("orders@example.com", body.GetProperty("sender").GetProperty("email").GetString());
    }

    [Theory]
    [InlineData(401, "unauthorized", "Key not found", MailFailure.WrongCredentials)]
    [InlineData(401, "unauthorized", "We have detected you are using an unrecognised IP address 203.0.113.7.", MailFailure.AddressNotAuthorised)]
    [InlineData(402, "not_enough_credits", "", MailFailure.NoCredits)]
    [InlineData(403, "permission_denied", "Unable to send email. Your SMTP account is not yet activated.", MailFailure.AccountNotActive)]
    public async Task What_only_somebody_can_repair_stops_sending(int status, string code, string message, MailFailure expected)
    {
        await using var api = new ApiStub(always: ApiReply.Error(status, code, message));
        using var shop = new ShopUnderTest(api: api);
        Assert.Equal(expected, (await Assert.ThrowsAsync<MailException>(shop.SendAsync)).Failure);
        Assert.Equal(expected, (await Assert.ThrowsAsync<MailException>(shop.SendAsync)).Failure);
        Assert.Single(api.Requests);
        Assert.Single(shop.Logs.At(LogLevel.Critical));
    }

    [Theory]
    [InlineData(400, "invalid_parameter", "Sender is invalid / inactive", MailFailure.RequestIsWrong)]
    [InlineData(404, "document_not_found", "", MailFailure.Refused)]
    public async Task A_wrong_request_is_told_with_its_reason_and_never_repeated(int status, string code, string message, MailFailure expected)
    {
        await using var api = new ApiStub(always: ApiReply.Error(status, code, message));
        using var shop = new ShopUnderTest(api: api);
        var failure = await Assert.ThrowsAsync<MailException>(shop.SendAsync);
        Assert.Equal(expected, failure.Failure);
        Assert.Contains(code, failure.Message);
        Assert.Single(api.Requests);
        Assert.False(shop.Switch.IsOff);
    }

    [Theory]
    [InlineData(429, "Retry-After: 0")]
    [InlineData(429, "x-sib-ratelimit-reset: 0")]
    [InlineData(429, null)]
    [InlineData(500, null)]
    [InlineData(503, null)]
    public async Task What_passes_is_tried_again_with_the_same_idempotency_key(int status, string? header)
    {
        var busy = ApiReply.Error(status, "", "") with { Header = header };
        await using var api = new ApiStub(always: null, busy, busy);
        using var shop = new ShopUnderTest(api: api);
        Assert.True(await shop.SendAsync());
        Assert.Equal(3, api.Requests.Count);
        Assert.Single(api.Requests.Select(IdempotencyKey).Distinct());
    }

    [Fact]
    public async Task The_rate_limit_says_how_long_to_wait()
    {
        var busy = ApiReply.Error(429, "", "") with { Header = "x-sib-ratelimit-reset: 1" };
        await using var api = new ApiStub(always: null, busy);
        using var shop = new ShopUnderTest(api: api);
        Assert.True(await shop.SendAsync());
        Assert.Contains(shop.Logs.At(LogLevel.Warning), text => text.Contains("00:00:01"));
    }

    [Fact]
    public async Task Two_mails_have_two_idempotency_keys()
    {
        await using var api = new ApiStub();
        using var shop = new ShopUnderTest(api: api);
        await shop.SendAsync();
        await shop.SendAsync();
        Assert.Equal(2, api.Requests.Select(IdempotencyKey).Distinct().Count());
    }

    [Fact]
    public async Task An_outage_is_asked_four_times_and_stops_nothing()
    {
        await using var api = new ApiStub(always: ApiReply.Error(503, "", ""));
        using var shop = new ShopUnderTest(api: api);
        Assert.Equal(MailFailure.TryLater, (await Assert.ThrowsAsync<MailException>(shop.SendAsync)).Failure);
        Assert.Equal(4, api.Requests.Count);
        Assert.False(shop.Switch.IsOff);
    }

    [Fact]
    public async Task An_API_that_cannot_be_reached_is_a_failure_that_passes()
    {
        using var shop = new ShopUnderTest();
        Assert.Equal(MailFailure.TryLater, (await Assert.ThrowsAsync<MailException>(shop.SendAsync)).Failure);
        Assert.False(shop.Switch.IsOff);
    }

    [Fact]
    public async Task The_newsletter_is_one_request_for_many_and_leaves_out_who_wants_none()
    {
        await using var api = new ApiStub();
        using var shop = new ShopUnderTest(api: api);
        shop.Contacts.Silence("ben@example.org", global::HealthyShop.Delivery.Silence.NoMoreMail);
        var newsletter = new NewsletterMailer(shop.Api, shop.Contacts);
        Assert.Equal(2, await newsletter.SendAsync(["ann@example.org", "ben@example.org", "cem@example.org"], "News", "<p>News</p>", CancellationToken.None));
        Assert.DoesNotContain("ben@example.org", Assert.Single(api.Requests).Body);
    }

    private static string? IdempotencyKey(ApiRequest request) =>
        JsonDocument.Parse(request.Body).RootElement.GetProperty("headers").GetProperty("Idempotency-Key").GetString();
}
