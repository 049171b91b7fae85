using System.Collections.Generic;
using System.Net;
using System.Net.Http;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Threading.Tasks;
using BrevoAnalyzers.Tests.RuntimeProofs.Api;
using Xunit;

namespace BrevoAnalyzers.Tests.RuntimeProofs;

/// <summary>BREVO4001, 4002, 4010: what is in the body is what the serialiser wrote, not what the C# says.</summary>
public sealed class ApiBodyProofs
{
    private sealed record Person(string Email, string Name);

    private sealed record Email(Person Sender, Person[] To, string Subject, string HtmlContent);

    private static readonly Email Dto =
        new(new("orders@example.com", "Shop"), [new("ann@example.org", "Ann")], "Your order", "<p>Thank you.</p>");

    [Fact]
    [Trait("Rule", "BREVO4002")]
    public async Task JsonSerializer_keeps_the_names_of_CSharp_and_Brevo_misses_everything()
    {
        await using var api = new ApiStub();
        var (status, body) = await PostAsync(api, Json(JsonSerializer.Serialize(Dto)));

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Equal("""{"code":"missing_parameter","message":"to is missing"}""", body);
        Assert.StartsWith("""{"Sender":{"Email":""", api.Requests[0].Body);
    }

    [Fact]
    [Trait("Rule", "BREVO4002")]
    public async Task Fixed_JsonSerializer_with_web_options_JsonContent_and_PostAsJsonAsync_write_camel_case()
    {
        await using var api = new ApiStub();
        Assert.Equal(HttpStatusCode.Created, (await PostAsync(api, Json(JsonSerializer.Serialize(Dto, JsonSerializerOptions.Web)))).Status);
        Assert.Equal(HttpStatusCode.Created, (await PostAsync(api, JsonContent.Create(Dto))).Status);

        using var client = new HttpClient();
        client.DefaultRequestHeaders.Add("api-key", ApiStub.ApiKey);
        using var response = await client.PostAsJsonAsync(api.Origin + "/v3/smtp/email", Dto);
        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        Assert.All(api.Requests, request => Assert.StartsWith("""{"sender":{"email":""", request.Body));
    }

    [Fact]
    [Trait("Rule", "BREVO4002")]
    public async Task JsonContent_does_not_change_the_keys_of_a_dictionary()
    {
        await using var api = new ApiStub();
        var email = new Dictionary<string, object> { ["To"] = Dto.To, ["Sender"] = Dto.Sender, ["Subject"] = "Your order", ["HtmlContent"] = "Hi" };
        var (status, _) = await PostAsync(api, JsonContent.Create(email));

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.StartsWith("""{"To":[{"email":""", api.Requests[0].Body);
    }

    [Fact]
    [Trait("Rule", "BREVO4002")]
    public async Task Names_and_shapes_of_other_providers_are_refused()
    {
        await using var api = new ApiStub();
        var to = new[] { new { email = "ann@example.org" } };
        var sender = new { email = "orders@example.com" };

        await AssertRefusedAsync("missing_parameter", "sender is missing", new { from = sender, to, subject = "s", htmlContent = "h" });
        await AssertRefusedAsync("missing_parameter", "htmlContent is missing", new { sender, to, subject = "s", html = "h" });
        await AssertRefusedAsync("invalid_parameter", "to is not valid", new { sender, to = "ann@example.org", subject = "s", htmlContent = "h" });
        await AssertRefusedAsync("invalid_parameter", "email is not valid in to", new { sender, to = new[] { "ann@example.org" }, subject = "s", htmlContent = "h" });
        await AssertRefusedAsync("invalid_parameter", "valid sender email required", new { sender = "orders@example.com", to, subject = "s", htmlContent = "h" });
        await AssertRefusedAsync("invalid_parameter", "email is not valid in replyTo", new { sender, to, replyTo = to, subject = "s", htmlContent = "h" });

        async Task AssertRefusedAsync(string code, string message, object payload)
        {
            var (status, body) = await PostAsync(api, JsonContent.Create(payload));
            Assert.Equal(HttpStatusCode.BadRequest, status);
            Assert.Equal(JsonSerializer.Serialize(new { code, message }), body);
        }
    }

    [Fact]
    [Trait("Rule", "BREVO4002")]
    public async Task A_form_is_no_JSON()
    {
        await using var api = new ApiStub();
        using var form = new FormUrlEncodedContent([new("to", "ann@example.org"), new("subject", "Your order")]);
        Assert.Equal(HttpStatusCode.BadRequest, (await PostAsync(api, form)).Status);
    }

    [Fact]
    [Trait("Rule", "BREVO4001")]
    public async Task A_template_needs_neither_sender_nor_subject_nor_content_but_somebody_to_go_to()
    {
        await using var api = new ApiStub();
        var to = new[] { new { email = "ann@example.org" } };
        Assert.Equal(HttpStatusCode.Created, (await PostAsync(api, JsonContent.Create(new { templateId = 1, to }))).Status);
        Assert.Equal(HttpStatusCode.Created, (await PostAsync(api, JsonContent.Create(new { templateId = 1, messageVersions = new[] { new { to } } }))).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await PostAsync(api, JsonContent.Create(new { templateId = 1 }))).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await PostAsync(api, JsonContent.Create(new { templateId = 1, to = System.Array.Empty<object>() }))).Status);
    }

    [Theory]
    [Trait("Rule", "BREVO4010")]
    [InlineData("Your \"order\"")]
    [InlineData("Your order\nhas shipped")]
    [InlineData("C:\\orders")]
    public async Task Hand_built_JSON_breaks_on_the_first_character_that_needs_escaping(string subject)
    {
        await using var api = new ApiStub();
        Assert.Equal(HttpStatusCode.Created, (await PostAsync(api, Json(HandBuilt("Your order")))).Status);

        var (status, body) = await PostAsync(api, Json(HandBuilt(subject)));
        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Equal("""{"code":"bad_request","message":"The body is no JSON"}""", body);
    }

    /// <summary>The subject of a visitor's form adds a recipient.</summary>
    [Fact]
    [Trait("Rule", "BREVO4010")]
    public async Task Hand_built_JSON_lets_a_value_add_members()
    {
        await using var api = new ApiStub();
        const string Subject = """Hi","bcc":[{"email":"mallory@example.net"}],"x":" """;
        Assert.Equal(HttpStatusCode.Created, (await PostAsync(api, Json(HandBuilt(Subject)))).Status);

        using var sent = JsonDocument.Parse(api.Requests[0].Body);
        Assert.Equal("mallory@example.net", sent.RootElement.GetProperty("bcc")[0].GetProperty("email").GetString());
    }

    [Theory]
    [Trait("Rule", "BREVO4010")]
    [InlineData("Your \"order\"")]
    [InlineData("Your order\nhas shipped")]
    [InlineData("""Hi","bcc":[{"email":"mallory@example.net"}],"x":" """)]
    public async Task Fixed_an_object_and_JsonContent_keep_every_character(string subject)
    {
        await using var api = new ApiStub();
        Assert.Equal(HttpStatusCode.Created, (await PostAsync(api, JsonContent.Create(ApiShop.Payload(subject)))).Status);

        using var sent = JsonDocument.Parse(api.Requests[0].Body);
        Assert.Equal(subject, sent.RootElement.GetProperty("subject").GetString());
        Assert.False(sent.RootElement.TryGetProperty("bcc", out _));
    }

    private static string HandBuilt(string subject) =>
        "{\"sender\":{\"email\":\"orders@example.com\"},\"to\":[{\"email\":\"ann@example.org\"}],\"subject\":\"" + subject
        + "\",\"htmlContent\":\"<p>Thank you.</p>\"}";

    private static StringContent Json(string body) => new(body, Encoding.UTF8, "application/json");

    private static async Task<(HttpStatusCode Status, string Body)> PostAsync(ApiStub api, HttpContent content)
    {
        using var client = new HttpClient();
        using var request = ApiShop.Request(api, content);
        using var response = await client.SendAsync(request);
        return (response.StatusCode, await response.Content.ReadAsStringAsync());
    }
}
