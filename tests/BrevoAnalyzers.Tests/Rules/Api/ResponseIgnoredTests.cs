using Xunit;
using static BrevoAnalyzers.Tests.ApiCodeSamples;

namespace BrevoAnalyzers.Tests.Rules.Api;

public sealed class ResponseIgnoredTests
{
    private const string Id = "BREVO5001";

    private const string Post = $$"""_http.PostAsJsonAsync("{{Url}}", (object)html)""";

    [Theory]
    [InlineData($"await [|{Post}|];")]
    [InlineData($"await [|{Post}|].ConfigureAwait(false);")]
    [InlineData($"_ = await [|{Post}|];")]
    [InlineData($"var response = await [|{Post}|];")]
    [InlineData($"using var response = await [|{Post}|];")]
    [InlineData($"using (await [|{Post}|]) {{ }}")]
    [InlineData($"var response = [|{Post}|].Result; response.Dispose();")]
    [InlineData($"[|{Post}|].GetAwaiter().GetResult();")]
    [InlineData($"[|{Post}|].Wait();")]
    [InlineData("""using var request = new HttpRequestMessage(HttpMethod.Post, "https://api.brevo.com/v3/smtp/email"); await [|_http.SendAsync(request)|];""")]
    [InlineData("""await [|_http.DeleteAsync($"https://api.brevo.com/v3/smtp/email/{to}")|];""")]
    public void Answers_that_nobody_looks_at(string statements) => Verify.Reports(Id, InHttpMethod(statements + " await Task.Yield();"));

    [Theory]
    [InlineData($"(await {Post}).EnsureSuccessStatusCode();")]
    [InlineData($"var response = await {Post}; response.EnsureSuccessStatusCode();")]
    [InlineData($"var response = await {Post}; if (!response.IsSuccessStatusCode) throw new InvalidOperationException();")]
    [InlineData($"var response = await {Post}; Console.WriteLine(response.StatusCode);")]
    [InlineData($"var body = await (await {Post}).Content.ReadAsStringAsync();")]
    [InlineData($"var response = await {Post}; Log(response); static void Log(HttpResponseMessage r) {{ }}")]
    [InlineData($"HttpResponseMessage response; do {{ response = await {Post}; }} while ((int)response.StatusCode == 429);")]
    [InlineData($"var task = {Post}; (await task).EnsureSuccessStatusCode();")]
    [InlineData("""var text = await _http.GetStringAsync("https://api.brevo.com/v3/account");""")]
    [InlineData("""await _http.GetStringAsync("https://api.brevo.com/v3/account");""")]
    [InlineData("""await _http.PostAsJsonAsync("https://api.mail.example", (object)html);""")]
    public void Answers_that_somebody_looks_at(string statements) => Verify.Silent(Id, InHttpMethod(statements + " await Task.Yield();"));

    [Theory]
    [InlineData($$"""public Task<HttpResponseMessage> Send(string html) => {{Post}};""")]
    [InlineData($$"""public async Task<HttpResponseMessage> Send(string html) => await {{Post}};""")]
    [InlineData($$"""public async Task<HttpResponseMessage> Send(string html) { var r = await {{Post}}; return r; }""")]
    [InlineData($$"""private HttpResponseMessage? _last; public async Task Send(string html) { _last = await {{Post}}; }""")]
    [InlineData($$"""public async Task<bool> Send(string html) => (await {{Post}}).IsSuccessStatusCode;""")]
    public void Answers_that_are_handed_on(string member) => Verify.Silent(Id, InHttpClass(member));

    [Fact]
    public void The_sdk_throws() => Verify.Silent(Id, InSdkMethod("await api.SendTransacEmailAsync(new SendSmtpEmail(templateId: 3, to: new List<SendSmtpEmailTo> { new(to) }));"));
}
