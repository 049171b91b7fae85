using System.Net;
using System.Net.Http;
using System.Threading.Tasks;
using BrevoAnalyzers.Tests.RuntimeProofs.Api;
using RestSharp;
using Xunit;

namespace BrevoAnalyzers.Tests.RuntimeProofs;

/// <summary>BREVO4002, 4008, 5001: RestSharp joins URLs, writes names and reports failure in its own way.</summary>
public sealed class RestSharpProofs
{
    [Theory]
    [Trait("Rule", "BREVO4008")]
    [InlineData("/v3", "smtp/email")]
    [InlineData("/v3", "/smtp/email")]
    [InlineData("/v3/", "smtp/email")]
    [InlineData("/v3/", "/smtp/email")]
    public async Task Near_miss_base_and_path_are_joined_with_one_slash(string @base, string path)
    {
        await using var api = new ApiStub();
        using var client = new RestClient(api.Origin + @base);
        var response = await client.ExecuteAsync(Request(path).AddJsonBody(ApiShop.Payload()));

        Assert.Equal("/v3/smtp/email", api.Requests[0].Path);
        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
    }

    [Fact]
    [Trait("Rule", "BREVO5001")]
    public async Task ExecuteAsync_returns_a_refusal_and_PostAsync_throws()
    {
        await using var api = new ApiStub(always: ApiReply.Error(401, "unauthorized", "Key not found"));
        using var client = new RestClient(api.Origin + "/v3");

        // The mistake: nothing throws here.
        var response = await client.ExecuteAsync(Request("smtp/email").AddJsonBody(ApiShop.Payload()));
        Assert.False(response.IsSuccessful);
        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);

        await Assert.ThrowsAsync<HttpRequestException>(() => client.PostAsync(Request("smtp/email").AddJsonBody(ApiShop.Payload())));
    }

    [Fact]
    [Trait("Rule", "BREVO4002")]
    public async Task Near_miss_AddJsonBody_writes_camel_case()
    {
        await using var api = new ApiStub();
        using var client = new RestClient(api.Origin + "/v3");
        var response = await client.ExecuteAsync(Request("smtp/email").AddJsonBody(new { TemplateId = 1, To = new[] { new { Email = "ann@example.org" } } }));

        Assert.Equal("""{"templateId":1,"to":[{"email":"ann@example.org"}]}""", api.Requests[0].Body);
        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
    }

    [Fact]
    [Trait("Rule", "BREVO4002")]
    public async Task Parameters_without_a_body_are_a_form()
    {
        await using var api = new ApiStub();
        using var client = new RestClient(api.Origin + "/v3");
        var response = await client.ExecuteAsync(Request("smtp/email").AddParameter("to", "ann@example.org").AddParameter("subject", "Your order"));

        Assert.StartsWith("application/x-www-form-urlencoded", Assert.Single(api.Requests[0].HeaderLines("Content-Type")));
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    private static RestRequest Request(string path) => new RestRequest(path, Method.Post).AddHeader("api-key", ApiStub.ApiKey);
}
