using System;
using System.Net;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Threading.Tasks;
using BrevoAnalyzers.Tests.RuntimeProofs.Api;
using Xunit;

namespace BrevoAnalyzers.Tests.RuntimeProofs;

/// <summary>BREVO2002, 2007, 2009: the API reads its key from one header, <c>api-key</c>, with one value.</summary>
public sealed class ApiKeyHeaderProofs
{
    private const string KeyNotFound = """{"code":"unauthorized","message":"Key not found"}""";

    [Fact]
    [Trait("Rule", "BREVO2009")]
    public async Task Default_header_added_on_each_call_works_once_and_then_joins_the_values()
    {
        await using var api = new ApiStub();
        using var shared = new HttpClient();

        Assert.Equal(HttpStatusCode.Created, await SendAsync());
        Assert.Equal(HttpStatusCode.Unauthorized, await SendAsync());
        Assert.Equal([$"{ApiStub.ApiKey}, {ApiStub.ApiKey}"], api.Requests[1].HeaderLines("api-key"));

        async Task<HttpStatusCode> SendAsync()
        {
            shared.DefaultRequestHeaders.Add("api-key", ApiStub.ApiKey);
            using var response = await shared.PostAsJsonAsync(api.Origin + "/v3/smtp/email", ApiShop.Payload());
            return response.StatusCode;
        }
    }

    [Fact]
    [Trait("Rule", "BREVO2009")]
    public async Task TryAddWithoutValidation_on_each_call_joins_the_values_too()
    {
        await using var api = new ApiStub();
        using var shared = new HttpClient();
        shared.DefaultRequestHeaders.TryAddWithoutValidation("api-key", ApiStub.ApiKey);
        shared.DefaultRequestHeaders.TryAddWithoutValidation("api-key", ApiStub.ApiKey);

        using var response = await shared.PostAsJsonAsync(api.Origin + "/v3/smtp/email", ApiShop.Payload());
        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Equal([$"{ApiStub.ApiKey}, {ApiStub.ApiKey}"], api.Requests[0].HeaderLines("api-key"));
    }

    [Fact]
    [Trait("Rule", "BREVO2009")]
    public async Task Fixed_header_on_the_request_works_on_each_call()
    {
        await using var api = new ApiStub();
        using var shared = new HttpClient();
        for (var call = 0; call < 2; call++)
        {
            using var request = ApiShop.Request(api);
            using var response = await shared.SendAsync(request);
            Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        }
    }

    [Theory]
    [Trait("Rule", "BREVO2007")]
    [InlineData("Bearer")]
    [InlineData("api-key")]
    public async Task Key_in_the_Authorization_header_is_not_found(string scheme)
    {
        await using var api = new ApiStub();
        await AssertUnauthorizedAsync(api, headers => headers.Authorization = new AuthenticationHeaderValue(scheme, ApiStub.ApiKey));
        Assert.Equal([$"{scheme} {ApiStub.ApiKey}"], api.Requests[0].HeaderLines("Authorization"));
    }

    [Theory]
    [Trait("Rule", "BREVO2007")]
    [InlineData("apikey")]
    [InlineData("x-api-key")]
    public async Task Key_under_another_name_is_not_found(string name)
    {
        await using var api = new ApiStub();
        await AssertUnauthorizedAsync(api, headers => headers.Add(name, ApiStub.ApiKey));
    }

    /// <summary>What the SDK's <c>ApiKeyPrefix["api-key"] = "Bearer"</c> sends.</summary>
    [Fact]
    [Trait("Rule", "BREVO2007")]
    public async Task Key_with_a_prefix_is_not_found()
    {
        await using var api = new ApiStub();
        await AssertUnauthorizedAsync(api, headers => headers.Add("api-key", "Bearer " + ApiStub.ApiKey));
    }

    [Fact]
    [Trait("Rule", "BREVO2002")]
    public async Task An_SMTP_key_is_not_found()
    {
        await using var api = new ApiStub();
        var smtpKey = "xsmtpsib-" + new string('0', 64) + "-" + new string('A', 16);
        await AssertUnauthorizedAsync(api, headers => headers.Add("api-key", smtpKey));
    }

    /// <summary>The name of a header has no case: <c>Api-Key</c> is no mistake.</summary>
    [Fact]
    [Trait("Rule", "BREVO2007")]
    public async Task Near_miss_another_case_is_found()
    {
        await using var api = new ApiStub();
        using var response = await SendAsync(api, headers => headers.Add("Api-Key", ApiStub.ApiKey));
        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
    }

    private static async Task AssertUnauthorizedAsync(ApiStub api, Action<HttpRequestHeaders> addKey)
    {
        using var response = await SendAsync(api, addKey);
        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Equal(KeyNotFound, await response.Content.ReadAsStringAsync());
    }

    private static async Task<HttpResponseMessage> SendAsync(ApiStub api, Action<HttpRequestHeaders> addKey)
    {
        using var client = new HttpClient();
        using var request = ApiShop.Request(api);
        request.Headers.Remove("api-key");
        addKey(request.Headers);
        return await client.SendAsync(request);
    }
}
