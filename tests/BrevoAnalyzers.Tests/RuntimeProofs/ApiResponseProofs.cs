using System;
using System.Net;
using System.Net.Http;
using System.Threading.Tasks;
using BrevoAnalyzers.Tests.RuntimeProofs.Api;
using Xunit;

namespace BrevoAnalyzers.Tests.RuntimeProofs;

/// <summary>BREVO5001 and 5005: HttpClient does not throw on 4xx, and sends a request once.</summary>
public sealed class ApiResponseProofs
{
    [Theory]
    [Trait("Rule", "BREVO5001")]
    [InlineData(400, "invalid_parameter", "Sender is invalid / inactive", "Bad Request")]
    [InlineData(401, "unauthorized", "Key not found", "Unauthorized")]
    [InlineData(402, "not_enough_credits", "", "Payment Required")]
    [InlineData(403, "permission_denied", "Unable to send email. Your SMTP account is not yet activated.", "Forbidden")]
    public async Task A_refusal_passes_unseen_until_somebody_looks(int status, string code, string message, string reason)
    {
        await using var api = new ApiStub(always: ApiReply.Error(status, code, message));
        using var client = new HttpClient();
        using var request = ApiShop.Request(api);

        // The mistake: nothing throws here.
        using var response = await client.SendAsync(request);

        Assert.False(response.IsSuccessStatusCode);
        var error = Assert.Throws<HttpRequestException>(() => response.EnsureSuccessStatusCode());
        Assert.Equal($"Response status code does not indicate success: {status} ({reason}).", error.Message);
        Assert.Equal((HttpStatusCode)status, error.StatusCode);
        Assert.Contains(code, await response.Content.ReadAsStringAsync());
    }

    [Fact]
    [Trait("Rule", "BREVO5001")]
    public async Task Near_miss_201_passes_EnsureSuccessStatusCode()
    {
        await using var api = new ApiStub();
        using var client = new HttpClient();
        using var request = ApiShop.Request(api);
        using var response = await client.SendAsync(request);
        Assert.Equal(HttpStatusCode.Created, response.EnsureSuccessStatusCode().StatusCode);
    }

    [Fact]
    [Trait("Rule", "BREVO5005")]
    public async Task A_request_cannot_be_sent_twice()
    {
        await using var api = new ApiStub();
        using var client = new HttpClient();
        using var request = ApiShop.Request(api);
        using var first = await client.SendAsync(request);

        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => client.SendAsync(request));
        Assert.Equal("The request message was already sent. Cannot send the same request message multiple times.", error.Message);
        Assert.Single(api.Requests);
    }

    [Fact]
    [Trait("Rule", "BREVO5005")]
    public async Task Fixed_a_new_request_for_each_send()
    {
        await using var api = new ApiStub();
        using var client = new HttpClient();
        for (var call = 0; call < 2; call++)
        {
            using var request = ApiShop.Request(api);
            using var response = await client.SendAsync(request);
            Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        }

        Assert.Equal(2, api.Requests.Count);
    }
}
