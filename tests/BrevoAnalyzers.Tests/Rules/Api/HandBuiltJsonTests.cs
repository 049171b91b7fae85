using Xunit;
using static BrevoAnalyzers.Tests.ApiCodeSamples;

namespace BrevoAnalyzers.Tests.Rules.Api;

public sealed class HandBuiltJsonTests
{
    private const string Id = "BREVO4010";

    private static string Posting(string json, string before = "") => InHttpMethod($$"""
        {{before}}
        using var response = await _http.PostAsync("{{Url}}", new StringContent({{json}}, Encoding.UTF8, "application/json"));
        response.EnsureSuccessStatusCode();
        """);

    [Theory]
    [InlineData("""[|"{\"subject\":\"" + subject + "\"}"|]""")]
    [InlineData("""[|$"{{\"subject\":\"{subject}\"}}"|]""")]
    [InlineData("""[|$@"{{""subject"":""{subject.Trim()}""}}"|]""")]
    [InlineData("""[|"{\"to\":[{\"email\":\"" + to + "\"}],\"templateId\":" + addresses.Count + "}"|]""")]
    public void Text_with_values_in_it(string json) => Verify.Reports(Id, Posting(json));

    [Fact]
    public void Text_in_a_variable() => Verify.Reports(Id, Posting("json", """var json = [|$"{{\"subject\":\"{subject}\"}}"|];"""));

    [Fact]
    public void Templates()
    {
        Verify.Reports(Id, Posting("""[|"{\"subject\":\"{0}\"}".Replace("{0}", subject)|]"""));
        Verify.Reports(Id, Posting("""[|string.Format("{{\"subject\":\"{0}\"}}", subject)|]"""));
    }

    [Theory]
    [InlineData("""$"{{\"subject\":{JsonSerializer.Serialize(subject)}}}" """)]
    [InlineData("""$"{{\"subject\":\"{JsonEncodedText.Encode(subject)}\"}}" """)]
    [InlineData("""$"{{\"subject\":\"{Escape(subject)}\"}}" """)]
    [InlineData("""$"{{\"templateId\":{addresses.Count}}}" """)]
    [InlineData("""$"{{\"subject\":\"{DateTime.UtcNow:O}\"}}" """)]
    [InlineData(""" "{\"subject\":\"Hi\"}" """)]
    [InlineData("""JsonSerializer.Serialize(new { subject = "Hi " + subject, htmlContent = $"<p>{html}</p>" })""")]
    [InlineData("""subject""")]
    [InlineData("""$"{subject}" """)]
    public void Constants_and_escaped_values(string json) =>
        Verify.Silent(Id, Posting(json).Replace("public Mailer(", "private static string Escape(string s) => s; public Mailer("));

    [Fact]
    public void Constant_parts() => Verify.Silent(Id, Posting("json", """const string name = "Shop"; var json = "{\"subject\":\"" + name + "\"}";"""));

    [Fact]
    public void Escaped_before() => Verify.Silent(Id, Posting("json", """var safe = JsonEncodedText.Encode(subject).ToString(); var json = "{\"subject\":\"" + safe + "\"}";"""));

    [Fact]
    public void Other_services() => Verify.Silent(Id, InHttpMethod("""
        using var response = await _http.PostAsync("https://hooks.chat.example", new StringContent("{\"text\":\"brevo: " + subject + "\"}"));
        response.EnsureSuccessStatusCode();
        """));

    [Fact]
    public void Unfinished_code() => Verify.AllowingErrors.Silent(Id, Posting("$\"{{\\\"subject\\\":{"));

    [Fact]
    public void Right_text_that_the_same_method_sends_is_not_the_place() => Verify.Reports(Id, InHttpClass("""
            private const string SelfTest = "{\"sender\":{\"email\":\"a@shop.example\"},\"to\":[{\"email\":\"b@shop.example\"}],\"subject\":\"Test\",\"textContent\":\"x\"}";

            public Task TestAsync() => PostAsync(SelfTest);

            public Task WarnAsync(string sensor)
            {
                var subject = $"{sensor}: full";
                var body = [|$"{{\"sender\":{{\"email\":\"a@shop.example\"}},\"to\":[{{\"email\":\"b@shop.example\"}}],\"subject\":\"{subject}\",\"textContent\":\"x\"}}"|];
                return PostAsync(body);
            }

            private async Task PostAsync(string json) => (await _http.PostAsync("URL", new StringContent(json))).EnsureSuccessStatusCode();
        """.Replace("URL", Url)));
}
