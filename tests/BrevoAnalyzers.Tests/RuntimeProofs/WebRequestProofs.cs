#pragma warning disable SYSLIB0014 // HttpWebRequest and WebClient are obsolete, and still in use

using System.IO;
using System.Net;
using System.Threading.Tasks;
using BrevoAnalyzers.Tests.RuntimeProofs.Api;
using Xunit;

namespace BrevoAnalyzers.Tests.RuntimeProofs;

/// <summary>BREVO2007, 4008, 5001: what System.Net's older clients send, and that they throw when the API refuses it.</summary>
public sealed class WebRequestProofs
{
    [Fact]
    [Trait("Rule", "BREVO2007")]
    public async Task HttpWebRequest_throws_for_a_key_in_the_wrong_header()
    {
        await using var api = new ApiStub();
        var refused = await Assert.ThrowsAsync<WebException>(() => Send(api, "x-api-key"));
        Assert.Equal(HttpStatusCode.Unauthorized, ((HttpWebResponse)refused.Response!).StatusCode);

        using var accepted = await Send(api, "api-key");
        Assert.Equal(HttpStatusCode.Created, ((HttpWebResponse)accepted).StatusCode);
        Assert.Equal("""{"to":[{"email":"ann@example.org"}],"templateId":3}""", api.Requests[1].Body);
    }

    [Theory]
    [Trait("Rule", "BREVO4008")]
    [InlineData("/v3/", "/v3/smtp/email")]
    [InlineData("/v3", "/smtp/email")]
    public async Task WebClient_joins_its_base_address_as_HttpClient_does(string @base, string path)
    {
        await using var api = new ApiStub();
        using var client = new WebClient { BaseAddress = api.Origin + @base };
        client.Headers["api-key"] = ApiStub.ApiKey;
        client.Headers[HttpRequestHeader.ContentType] = "application/json";
        try
        {
            await client.UploadStringTaskAsync("smtp/email", """{"to":[{"email":"ann@example.org"}],"templateId":3}""");
            Assert.Equal("/v3/smtp/email", path);
        }
        catch (WebException)
        {
            Assert.NotEqual("/v3/smtp/email", path);
        }

        Assert.Equal(path, api.Requests[0].Path);
    }

    private static async Task<WebResponse> Send(ApiStub api, string header)
    {
        var request = WebRequest.CreateHttp(api.Origin + "/v3/smtp/email");
        request.Method = "POST";
        request.ContentType = "application/json";
        request.Headers.Add(header, ApiStub.ApiKey);
        using (var writer = new StreamWriter(await request.GetRequestStreamAsync()))
            await writer.WriteAsync("""{"to":[{"email":"ann@example.org"}],"templateId":3}""");
        return await request.GetResponseAsync();
    }
}
