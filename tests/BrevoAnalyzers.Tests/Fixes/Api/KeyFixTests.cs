using System.Threading.Tasks;
using BrevoAnalyzers.CodeFixes;
using Xunit;
using static BrevoAnalyzers.Tests.Fixes.Api.ApiFix;

namespace BrevoAnalyzers.Tests.Fixes.Api;

/// <summary>BREVO2007, BREVO2008, BREVO2009 and BREVO4011.</summary>
public sealed class KeyFixTests
{
    private const string Send = $$"""

                using var response = await _http.PostAsJsonAsync("{{Url}}", new { templateId = 3, to = new[] { new { email = to } } });
                response.EnsureSuccessStatusCode();
        """;

    private const string SendRequest = """

                request.Content = JsonContent.Create(new { templateId = 3, to = new[] { new { email = to } } });
                (await _http.SendAsync(request)).EnsureSuccessStatusCode();
        """;

    private const string Request = $"""using var request = new HttpRequestMessage(HttpMethod.Post, "{Url}"); // mail""";

    [Theory]
    [InlineData("request.Headers.Authorization = new AuthenticationHeaderValue(\"Bearer\", _configuration[\"Brevo:ApiKey\"]); // key", "request.Headers.Add(\"api-key\", _configuration[\"Brevo:ApiKey\"]); // key")]
    [InlineData("request.Headers.Authorization = new(\"api-key\", key);", "request.Headers.Add(\"api-key\", key);")]
    [InlineData("request.Headers.Add(\"Authorization\", \"Bearer \" + _configuration[\"Brevo:ApiKey\"]);", "request.Headers.Add(\"api-key\", _configuration[\"Brevo:ApiKey\"]);")]
    [InlineData("request.Headers.Add(\"Authorization\", $\"Bearer {_configuration[\"Brevo:ApiKey\"]}\");", "request.Headers.Add(\"api-key\", _configuration[\"Brevo:ApiKey\"]);")]
    [InlineData("request.Headers.TryAddWithoutValidation(\"x-api-key\", /* ours */ key);", "request.Headers.TryAddWithoutValidation(\"api-key\", /* ours */ key);")]
    [InlineData("request.Headers.Add(\"apikey\", key);", "request.Headers.Add(\"api-key\", key);")]
    public Task The_key_goes_into_its_header(string wrong, string right) =>
        WritesAsync(new UseApiKeyHeader(), "BREVO2007", Method($"{Request}\n        {wrong}{SendRequest}"), Method($"{Request}\n        {right}{SendRequest}"));

    [Fact]
    public Task In_an_initializer() => WritesAsync(
        new UseApiKeyHeader(), "BREVO2007",
        Method($$"""using var request = new HttpRequestMessage(HttpMethod.Post, "{{Url}}") { Headers = { { "x-api-key", key } } };{{SendRequest}}"""),
        Method($$"""using var request = new HttpRequestMessage(HttpMethod.Post, "{{Url}}") { Headers = { { "api-key", key } } };{{SendRequest}}"""));

    [Fact]
    public Task In_an_initializer_of_members_no_header_can_be_added() => OffersNothingAsync(
        new UseApiKeyHeader(), "BREVO2007",
        Method($$"""using var request = new HttpRequestMessage(HttpMethod.Post, "{{Url}}") { Headers = { Authorization = new AuthenticationHeaderValue("Bearer", _configuration["Brevo:ApiKey"]) } };{{SendRequest}}"""));

    [Fact]
    public Task A_prefix_of_the_sdk_goes() => WritesAsync(
        new UseApiKeyHeader(), "BREVO2007",
        Sdk("var own = new brevo_csharp.Client.Configuration();\n        own.AddApiKey(\"api-key\", key);\n        own.AddApiKeyPrefix(\"api-key\", \"Bearer\");\n        await Task.CompletedTask;"),
        Sdk("var own = new brevo_csharp.Client.Configuration();\n        own.AddApiKey(\"api-key\", key);\n        await Task.CompletedTask;"));

    [Theory]
    [InlineData("brevo_csharp.Client.Configuration.Default.ApiKey.Add(\"api-key\", key); // key", "brevo_csharp.Client.Configuration.Default.ApiKey[\"api-key\"] = key; // key")]
    [InlineData("brevo_csharp.Client.Configuration.Default.ApiKey\n            .Add(\"api-key\", configuration[\"Brevo:ApiKey\"]!);", "brevo_csharp.Client.Configuration.Default.ApiKey[\"api-key\"] = configuration[\"Brevo:ApiKey\"]!;")]
    public Task The_indexer_sets_the_key(string wrong, string right) => WritesAsync(
        new SetApiKeyByIndexer(), "BREVO2008", Sdk(wrong + "\n        await Task.CompletedTask;"), Sdk(right + "\n        await Task.CompletedTask;"));

    [Fact]
    public Task The_key_goes_to_the_request_that_was_made_before() => WritesAsync(
        new AddKeyOnce(), "BREVO2009",
        Method($"{Request}\n        _http.DefaultRequestHeaders.Add(\"api-key\", key);{SendRequest}"),
        Method($"{Request}\n        request.Headers.Add(\"api-key\", key);{SendRequest}"));

    [Fact]
    public Task The_key_goes_to_the_request_that_is_made_after() => WritesAsync(
        new AddKeyOnce(), "BREVO2009",
        Method($"_http.DefaultRequestHeaders.Add(\"api-key\", key);\n        {Request}{SendRequest}"),
        Method($"{Request}\n        request.Headers.Add(\"api-key\", key);{SendRequest}"));

    [Fact]
    public Task Without_a_request_it_goes_to_the_constructor() => WritesAsync(
        new AddKeyOnce(), "BREVO2009",
        Method($"_http.DefaultRequestHeaders.Add(\"api-key\", _configuration[\"Brevo:ApiKey\"]);{Send}"),
        Method(Send.TrimStart('\n', ' ')).Replace("        _configuration = configuration;\n", "        _configuration = configuration;\n        _http.DefaultRequestHeaders.Add(\"api-key\", _configuration[\"Brevo:ApiKey\"]);\n"));

    [Fact]
    public Task A_key_that_only_the_method_has_stays() =>
        OffersNothingAsync(new AddKeyOnce(), "BREVO2009", Method($"_http.DefaultRequestHeaders.Add(\"api-key\", key);{Send}"));

    [Theory]
    [InlineData("new TransactionalEmailsApi(configuration[\"Brevo:ApiKey\"]!)", "new TransactionalEmailsApi(new brevo_csharp.Client.Configuration { ApiKey = { [\"api-key\"] = configuration[\"Brevo:ApiKey\"]! } })")]
    [InlineData("new TransactionalEmailsApi(basePath: configuration[\"Brevo:ApiKey\"]!)", "new TransactionalEmailsApi(new brevo_csharp.Client.Configuration { ApiKey = { [\"api-key\"] = configuration[\"Brevo:ApiKey\"]! } })")]
    public Task A_configuration_holds_the_key(string wrong, string right) => WritesAsync(
        new GiveConfiguration(), "BREVO4011", Sdk($"api = {wrong};\n        await Task.CompletedTask;"), Sdk($"api = {right};\n        await Task.CompletedTask;"));
}
