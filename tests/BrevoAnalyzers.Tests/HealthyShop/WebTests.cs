using System;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Threading.Tasks;
using BrevoAnalyzers.Tests.RuntimeProofs.Api;
using BrevoAnalyzers.Tests.RuntimeProofs.Relay;
using HealthyShop;
using HealthyShop.Delivery;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Xunit;

namespace BrevoAnalyzers.Tests.HealthyShop;

/// <summary>The shop as it runs, from request to mail. Its relay cannot be reached, so mail takes the way of the API.</summary>
public sealed class WebTests
{
    [Fact]
    public async Task A_public_form_mails_the_shop_three_times_and_then_no_more()
    {
        await using var api = new ApiStub();
        await using var app = await StartAsync(api);
        using var visitor = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
        var question = new { name = "Vic", address = "vic@example.net", text = "Is it <b>blue</b>?" };
        for (var i = 0; i < 3; i++)
        {
            using var accepted = await visitor.PostAsJsonAsync("/contact", question);
            Assert.Equal(HttpStatusCode.Accepted, accepted.StatusCode);
        }

        using var refused = await visitor.PostAsJsonAsync("/contact", question);
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.Equal(3, api.Requests.Count(request => request.Path == "/v3/smtp/email"));
        Assert.Contains("/v3/account", api.Requests.Select(request => request.Path));
        Assert.DoesNotContain("<b>", api.Requests[^1].Body);
    }

    [Fact]
    public async Task The_webhook_listens_to_Brevo_only()
    {
        await using var api = new ApiStub();
        await using var app = await StartAsync(api);
        using var sender = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
        var blocked = new { @event = "blocked", email = "ann@example.org" };
        using var unknown = await sender.PostAsJsonAsync("/brevo/events", blocked);
        Assert.Equal(HttpStatusCode.Unauthorized, unknown.StatusCode);
        Assert.True(app.Services.GetRequiredService<ContactBook>().MayBeWrittenTo("ann@example.org"));

        sender.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "token-of-the-tests");
        using var known = await sender.PostAsJsonAsync("/brevo/events", blocked);
        Assert.Equal(HttpStatusCode.NoContent, known.StatusCode);
        Assert.False(app.Services.GetRequiredService<ContactBook>().MayBeWrittenTo("ann@example.org"));
    }

    [Fact]
    public async Task The_shop_does_not_start_with_the_login_as_sender()
    {
        await using var api = new ApiStub();
        var failure = await Assert.ThrowsAsync<OptionsValidationException>(() => StartAsync(api, sender: SmtpRelayStub.Login));
        Assert.Contains("is the SMTP login", failure.Message);
        Assert.Empty(api.Requests);
    }

    private static async Task<WebApplication> StartAsync(ApiStub api, string sender = "orders@larkspur.example")
    {
        var app = Shop.Create(
        [
            "--urls=http://127.0.0.1:0",
            "--Logging:LogLevel:Default=None",
            "--Brevo:SmtpHost=127.0.0.1",
            $"--Brevo:SmtpPort={ShopUnderTest.ClosedPort()}",
            $"--Brevo:FallbackSmtpPort={ShopUnderTest.ClosedPort()}",
            "--Brevo:SmtpLogin=" + SmtpRelayStub.Login,
            "--Brevo:SmtpKey=smtp-key-of-the-tests",
            "--Brevo:Api=" + api.Origin + "/v3/",
            "--Brevo:ApiKey=" + ApiStub.ApiKey,
            "--Brevo:SenderAddress=" + sender,
            "--Brevo:SenderName=Larkspur Shop",
            "--Brevo:WebhookToken=token-of-the-tests",
        ]);
        await app.StartAsync();
        return app;
    }
}
