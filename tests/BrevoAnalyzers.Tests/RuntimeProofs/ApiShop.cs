using System.Net.Http;
using System.Net.Http.Json;
using BrevoAnalyzers.Tests.RuntimeProofs.Api;

namespace BrevoAnalyzers.Tests.RuntimeProofs;

/// <summary>The shop's request as Brevo documents it; each proof changes what it is about.</summary>
internal static class ApiShop
{
    public static object Payload(string subject = "Your order") => new
    {
        sender = new { name = "Shop", email = "orders@example.com" },
        to = new[] { new { email = "ann@example.org", name = "Ann" } },
        subject,
        htmlContent = "<p>Thank you.</p>",
    };

    public static HttpRequestMessage Request(ApiStub api, HttpContent? content = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, api.Origin + "/v3/smtp/email");
        request.Headers.Add("api-key", ApiStub.ApiKey);
        request.Content = content ?? JsonContent.Create(Payload());
        return request;
    }
}
