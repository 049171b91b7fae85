using System;
using System.Net;
using System.Net.Http;
using System.Net.Http.Json;
using System.Threading.Tasks;
using BrevoAnalyzers.Tests.RuntimeProofs.Api;
using Xunit;

namespace BrevoAnalyzers.Tests.RuntimeProofs;

/// <summary>
/// BREVO4008: HttpClient joins BaseAddress and relative path as RFC 3986 says: a base without a slash at the end loses its last
/// segment, a path with a slash at the start loses all of the base's path.
/// </summary>
[Trait("Rule", "BREVO4008")]
public sealed class WrongEndpointProofs
{
    [Theory]
    [InlineData("/v3", "smtp/email")]
    [InlineData("/v3", "/smtp/email")]
    [InlineData("/v3/", "/smtp/email")]
    public async Task The_v3_is_lost(string basePath, string relative)
    {
        await using var api = new ApiStub();
        using var response = await PostAsync(api, basePath, relative);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Equal("/smtp/email", api.Requests[0].Path);
    }

    [Theory]
    [InlineData("/v3/", "smtp/email")]
    [InlineData("", "v3/smtp/email")]
    [InlineData("", "/v3/smtp/email")]
    [InlineData("/v3", "/v3/smtp/email")]
    [InlineData("/v3/", "/v3/smtp/email")]
    [InlineData("/v3", "v3/smtp/email")]
    public async Task Near_miss_the_v3_is_there(string basePath, string relative)
    {
        await using var api = new ApiStub();
        using var response = await PostAsync(api, basePath, relative);

        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        Assert.Equal("/v3/smtp/email", api.Requests[0].Path);
    }

    [Fact]
    public async Task The_v3_is_there_twice()
    {
        await using var api = new ApiStub();
        using var response = await PostAsync(api, "/v3/", "v3/smtp/email");

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Equal("/v3/v3/smtp/email", api.Requests[0].Path);
    }

    private static async Task<HttpResponseMessage> PostAsync(ApiStub api, string basePath, string relative)
    {
        using var client = new HttpClient { BaseAddress = new Uri(api.Origin + basePath) };
        client.DefaultRequestHeaders.Add("api-key", ApiStub.ApiKey);
        return await client.PostAsJsonAsync(relative, ApiShop.Payload());
    }
}
