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

    private const string PassedOn = $$"""private async Task<HttpResponseMessage> PostAsync(object mail) => await _http.PostAsJsonAsync("{{Url}}", mail).ConfigureAwait(false); """;

    [Theory]
    [InlineData("public async Task Send(object mail) => await [|PostAsync(mail)|];")]
    [InlineData("public async Task Send(object mail) { using var response = await [|PostAsync(mail)|]; }")]
    [InlineData("public async Task Send(object mail) { _ = await [|PostAsync(mail)|].ConfigureAwait(false); }")]
    public void Answers_that_an_own_method_only_passes_on(string member) => Verify.Reports(Id, InHttpClass(PassedOn + member));

    [Fact]
    public void An_own_method_with_several_returns_is_one_finding() => Verify.Reports(Id, InHttpClass($$"""
            private Task<HttpResponseMessage> PostAsync(object? mail) { if (mail is null) return _http.GetAsync("https://api.brevo.com/v3/account"); return _http.PostAsJsonAsync("{{Url}}", mail); }
            public async Task Send(object mail) => await [|PostAsync(mail)|];
        """));

    [Theory]
    [InlineData("public async Task<bool> Send(object mail) { using var response = await PostAsync(mail); return response.IsSuccessStatusCode; }")]
    [InlineData("public Task<HttpResponseMessage> Send(object mail) => PostAsync(mail);")]
    [InlineData("public Task? Last { get; private set; } public void Send(object mail) => Last = PostAsync(mail);")]
    public void Passed_on_and_looked_at(string member) => Verify.Silent(Id, InHttpClass(PassedOn + member));

    [Theory]
    [InlineData($$"""private async Task<HttpResponseMessage> PostAsync(object mail) { var r = await _http.PostAsJsonAsync("{{Url}}", mail); r.EnsureSuccessStatusCode(); return r; } """)]
    [InlineData($$"""private async Task<HttpResponseMessage> PostAsync(object mail) { var r = await _http.PostAsJsonAsync("{{Url}}", mail); if (!r.IsSuccessStatusCode) throw new InvalidOperationException(); return r; } """)]
    [InlineData("""private async Task<HttpResponseMessage> PostAsync(object mail) => await _http.PostAsJsonAsync("https://api.mail.example/send", mail); """)]
    [InlineData($$"""protected virtual async Task<HttpResponseMessage> PostAsync(object mail) => await _http.PostAsJsonAsync("{{Url}}", mail); """)]
    public void An_own_method_that_looks_itself_asks_somebody_else_or_may_be_another(string method) =>
        Verify.Silent(Id, InHttpClass(method + "public async Task Send(object mail) => await PostAsync(mail);").Replace("public sealed class", "public class"));

    [Fact]
    public void An_extension_of_the_client() => Verify.Reports(Id, """
        using System.Net.Http.Json;

        public static class BrevoHttp
        {
            private const string Url = "https://api.brevo.com/v3/smtp/email";

            public static async Task<HttpResponseMessage> SendMailAsync(this HttpClient http, string key, object mail)
            {
                var request = new HttpRequestMessage(HttpMethod.Post, Url) { Content = JsonContent.Create(mail) };
                request.Headers.Add("api-key", key);
                return await http.SendAsync(request);
            }
        }

        public sealed class Library(HttpClient http, string key)
        {
            public async Task RemindAsync(object mail)
            {
                using var response = await [|http.SendMailAsync(key, mail)|];
            }

            public async Task<bool> TryRemindAsync(object mail) => (await http.SendMailAsync(key, mail)).IsSuccessStatusCode;
        }
        """);

    private const string All = "private System.Collections.Generic.List<object> All { get; } = new(); ";

    [Theory]
    [InlineData($$"""public async Task Send() => await Task.WhenAll(All.Select(mail => [|_http.PostAsJsonAsync("{{Url}}", mail)|]));""")]
    [InlineData($$"""public async Task Send() => await Task.WhenAll(All.Select(async mail => await [|_http.PostAsJsonAsync("{{Url}}", mail)|]).ToList());""")]
    [InlineData($$"""public async Task Send() { var tasks = All.Select(mail => [|_http.PostAsJsonAsync("{{Url}}", mail)|]); await Task.WhenAll(tasks); }""")]
    [InlineData($$"""public async Task Send() { var tasks = new System.Collections.Generic.List<Task>(); foreach (var mail in All) tasks.Add([|_http.PostAsJsonAsync("{{Url}}", mail)|]); await Task.WhenAll(tasks); }""")]
    [InlineData($$"""public async Task Send() => await Task.WhenAll([|_http.PostAsJsonAsync("{{Url}}", All[0])|], Task.Delay(1));""")]
    public void Many_at_once(string member) => Verify.Reports(Id, InHttpClass(All + member));

    [Theory]
    [InlineData($$"""public async Task<bool> Send() => (await Task.WhenAll(All.Select(mail => _http.PostAsJsonAsync("{{Url}}", mail)))).All(r => r.IsSuccessStatusCode);""")]
    [InlineData($$"""public async Task Send() { var responses = await Task.WhenAll(All.Select(mail => _http.PostAsJsonAsync("{{Url}}", mail))); foreach (var r in responses) r.EnsureSuccessStatusCode(); }""")]
    [InlineData($$"""public async Task Send() { var tasks = All.Select(mail => _http.PostAsJsonAsync("{{Url}}", mail)).ToList(); await Task.WhenAll(tasks); foreach (var t in tasks) (await t).EnsureSuccessStatusCode(); }""")]
    [InlineData($$"""public async Task Send() => await Task.WhenAll(All.Select(async mail => (await _http.PostAsJsonAsync("{{Url}}", mail)).EnsureSuccessStatusCode()));""")]
    [InlineData($$"""public Task<HttpResponseMessage[]> Send() => Task.WhenAll(All.Select(mail => _http.PostAsJsonAsync("{{Url}}", mail)));""")]
    public void Many_at_once_that_somebody_looks_at(string member) => Verify.Silent(Id, InHttpClass(All + member));
}
