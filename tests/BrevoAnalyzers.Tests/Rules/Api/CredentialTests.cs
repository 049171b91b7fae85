using Xunit;
using static BrevoAnalyzers.Tests.ApiCodeSamples;

namespace BrevoAnalyzers.Tests.Rules.Api;

/// <summary>Keys in API requests: BREVO2002, 2003, 2004, 2007.</summary>
public sealed class CredentialTests
{
    private static readonly string s_apiKey = Key("xkeysib");
    private static readonly string s_smtpKey = Key("xsmtpsib");

    private static string Key(string prefix) => prefix + "-" + string.Concat(System.Linq.Enumerable.Repeat("3f", 32)) + "-AbCdEfGh12345678";

    private static string Post(string headers, string url = Url) => InHttpMethod($$"""
        using var request = new HttpRequestMessage(HttpMethod.Post, "{{url}}") { Content = JsonContent.Create(JsonSerializer.Deserialize<object>(html)) };
        {{headers}}
        using var response = await _http.SendAsync(request);
        response.EnsureSuccessStatusCode();
        """);

    [Fact]
    public void Smtp_key_in_the_header() => Verify.Reports("BREVO2002", Post($"""request.Headers.Add("api-key", [|"{s_smtpKey}"|]);"""));

    [Fact]
    public void Smtp_key_given_to_the_sdk() => Verify.Reports("BREVO2002", InSdkMethod($"""
        Configuration.Default.ApiKey["api-key"] = [|"{s_smtpKey}"|];
        Configuration.Default.AddApiKey("api-key", configuration["Brevo:ApiKey"] ?? [|"{s_smtpKey}"|]);
        var own = new Configuration {"{"} ApiKey = new Dictionary<string, string> {"{"} ["api-key"] = [|"{s_smtpKey}"|] {"}"} {"}"};
        await Task.Yield();
        """));

    [Fact]
    public void Api_key_in_the_header_is_no_smtp_key() => Verify.Silent("BREVO2002", Post($"""request.Headers.Add("api-key", "{s_apiKey}");"""));

    [Fact]
    public void Smtp_key_for_another_service() => Verify.Silent("BREVO2002", Post("""request.Headers.Add("api-key", _configuration["Brevo:SmtpKey"]);""", "https://api.mail.example/v3"));

    [Theory]
    [InlineData("""_configuration["Brevo:SmtpKey"]""")]
    [InlineData("""_configuration["Brevo:SmtpPassword"]""")]
    [InlineData("""Environment.GetEnvironmentVariable("BREVO_SMTP_KEY")""")]
    public void Setting_of_the_smtp_key(string value) => Verify.Reports("BREVO2003", Post($"""request.Headers.Add("api-key", [|{value}|]);"""));

    [Theory]
    [InlineData("""_configuration["Brevo:ApiKey"]""")]
    [InlineData("""_configuration["Brevo:Key"]""")]
    [InlineData("""_configuration["Smtp:ApiKey"]""")]
    [InlineData("""_configuration["Mail:SmtpApiKey"]""")]
    [InlineData("""_configuration["Brevo:Secret"]""")]
    [InlineData("""Environment.GetEnvironmentVariable("BREVO_API_KEY")""")]
    public void Settings_that_may_hold_the_api_key(string value) => Verify.Silent("BREVO2003", Post($"""request.Headers.Add("api-key", {value});"""));

    [Fact]
    public void Setting_of_the_smtp_key_that_is_checked() => Verify.Silent("BREVO2003", Post("""
        var key = _configuration["Brevo:SmtpKey"]!;
        if (!key.StartsWith("xkeysib-")) throw new InvalidOperationException();
        request.Headers.Add("api-key", key);
        """));

    [Theory]
    [InlineData("""request.Headers.Add("api-key", [|"9f3kQ2mZp81TrW4x"|]);""")]
    [InlineData("""const string key = [|"pq3kQ2mZp81TrW4xL7"|]; request.Headers.Add("api-key", key);""")]
    [InlineData("""request.Headers.TryAddWithoutValidation("Api-Key", _configuration["k"] ?? [|"pq3kQ2mZp81TrW4xL7"|]);""")]
    public void Constant_in_the_header(string header) => Verify.Reports("BREVO2004", Post(header));

    [Fact]
    public void Key_put_together_from_parts() =>
        Verify.Reports("BREVO2004", Post($"""request.Headers.Add("api-key", [|"{s_apiKey[..20]}" + "{s_apiKey[20..]}"|]);"""));

    [Theory]
    [InlineData("""request.Headers.Add("api-key", "your-api-key");""")]
    [InlineData("""request.Headers.Add("api-key", "xkeysib-...");""")]
    [InlineData("""request.Headers.Add("api-key", "");""")]
    [InlineData("""request.Headers.Add("api-key", "${BREVO_API_KEY}");""")]
    [InlineData("""request.Headers.Add("api-key", _configuration["9f3kQ2mZp81TrW4x"]);""")]
    [InlineData("""request.Headers.Add("x-request-id", "9f3kQ2mZp81TrW4x"); request.Headers.Add("api-key", html);""")]
    public void Placeholders_settings_and_other_headers(string header) => Verify.Silent("BREVO2004", Post(header));

    [Fact]
    public void Constant_for_another_service() => Verify.Silent("BREVO2004", Post("""request.Headers.Add("api-key", "9f3kQ2mZp81TrW4x"); // as brevo""", "https://x.openai.azure.com/openai"));

    [Theory]
    [InlineData("""[|request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", _configuration["Brevo:ApiKey"])|];""")]
    [InlineData("""[|request.Headers.Authorization = new("api-key", _configuration["Brevo:Token"])|];""")]
    [InlineData("""[|request.Headers.Add("Authorization", "Bearer " + _configuration["BREVO_API_KEY"])|];""")]
    [InlineData("""[|request.Headers.Add("Authorization", $"Bearer {_configuration["Brevo:ApiKey"]}")|];""")]
    [InlineData("""[|request.Headers.Add("x-api-key", html)|];""")]
    [InlineData("""[|request.Headers.TryAddWithoutValidation("apikey", html)|];""")]
    [InlineData("""[|request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", _configuration["Brevo:ApiKey"])|]; request.Headers.Add("x-api-key", _configuration["Brevo:ApiKey"]);""")]
    public void Key_in_another_header(string header) => Verify.Reports("BREVO2007", Post(header));

    [Theory]
    [InlineData("""request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", _configuration["Brevo:AccessToken"]);""")]
    [InlineData("""request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", html);""")]
    [InlineData("""request.Headers.Add("api-key", html); request.Headers.Add("x-api-key", html);""")]
    [InlineData("""request.Headers.Add("API-Key", html);""")]
    [InlineData("""request.Headers.Add("x-request-id", html);""")]
    public void Oauth_and_other_headers(string header) => Verify.Silent("BREVO2007", Post(header));

    [Theory]
    [InlineData("""request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", _configuration["OpenAI:ApiKey"]);""")]
    [InlineData("""request.Headers.Add("x-api-key", html);""")]
    public void Other_services(string header) => Verify.Silent("BREVO2007", Post(header + " // brevo too", "https://api.openai.com/v1"));

    [Fact]
    public void A_client_that_others_use_too() => Verify.Silent("BREVO2007", InHttpMethod($$"""
        using var crm = new HttpClient();
        crm.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", _configuration["Crm:ApiKey"]);
        var text = await crm.GetStringAsync("https://api.crm.example/v1");
        using var brevo = new HttpClient();
        brevo.DefaultRequestHeaders.Add("api-key", _configuration["Brevo:ApiKey"]);
        using var response = await brevo.PostAsJsonAsync("{{Url}}", (object)html);
        response.EnsureSuccessStatusCode();
        """));

    [Theory]
    [InlineData("""[|Configuration.Default.ApiKeyPrefix["api-key"] = "Bearer"|];""")]
    [InlineData("""[|Configuration.Default.AddApiKeyPrefix("api-key", "Bearer")|];""")]
    [InlineData("""var own = new Configuration { ApiKeyPrefix = { [|["api-key"] = "Bearer"|] } };""")]
    public void Prefix_of_the_sdk(string statement) => Verify.Reports("BREVO2007", InSdkMethod(statement + " await Task.Yield();"));

    [Fact]
    public void Key_that_is_empty_by_default_in_another_header() => Verify.Reports("BREVO2007", InHttpClass($$"""
            private sealed class Settings { public string BrevoApiKey { get; set; } = ""; }

            private async Task SendAsync(Settings settings, object mail)
            {
                using var request = new HttpRequestMessage(HttpMethod.Post, "{{Url}}") { Content = JsonContent.Create(mail) };
                [|request.Headers.Add("Authorization", $"Bearer {settings.BrevoApiKey}")|];
                (await _http.SendAsync(request)).EnsureSuccessStatusCode();
            }
        """));

    private static string Handler(string type, string setting) => $$"""
        public sealed class {{type}}(IConfiguration configuration) : DelegatingHandler
        {
            protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
            {
                {{setting}}
                return base.SendAsync(request, cancellationToken);
            }
        }
        """;

    [Theory]
    [InlineData("BREVO2007", "BrevoKeyHandler", """[|request.Headers.Authorization = new("Bearer", configuration["Mail:ApiKey"])|];""")]
    [InlineData("BREVO2007", "KeyHandler", """[|request.Headers.Authorization = new("api-key", configuration["Brevo:ApiKey"])|];""")]
    [InlineData("BREVO2003", "KeyHandler", """request.Headers.Add("api-key", [|configuration["Brevo:SmtpKey"]|]);""")]
    public void Key_that_a_message_handler_adds(string rule, string type, string setting) => Verify.Reports(rule, Handler(type, setting));

    [Theory]
    [InlineData("BREVO2007", "CrmKeyHandler", """request.Headers.Authorization = new("Bearer", configuration["Crm:ApiKey"]); // not brevo""")]
    [InlineData("BREVO2007", "BrevoKeyHandler", """request.Headers.Add("api-key", configuration["Mail:ApiKey"]);""")]
    [InlineData("BREVO2003", "BrevoKeyHandler", """request.Headers.Add("api-key", configuration["Mail:ApiKey"]);""")]
    public void Keys_of_message_handlers_that_are_right_or_others(string rule, string type, string setting) => Verify.Silent(rule, Handler(type, setting));

    [Theory]
    [InlineData("""new TransactionalEmailsApi([|configuration["Brevo:ApiKey"]|])""")]
    [InlineData("""new AccountApi([|Environment.GetEnvironmentVariable("BREVO_API_KEY")|])""")]
    public void Key_as_base_path(string creation) => Verify.Reports("BREVO4011", InSdkMethod($"var x = {creation}; await Task.Yield();"));

    [Theory]
    [InlineData("""new TransactionalEmailsApi("https://api.brevo.com/v3")""")]
    [InlineData("""new TransactionalEmailsApi(configuration["Brevo:BaseUrl"])""")]
    [InlineData("""new TransactionalEmailsApi(to)""")]
    [InlineData("""new TransactionalEmailsApi(new Configuration())""")]
    [InlineData("""new TransactionalEmailsApi()""")]
    public void Base_paths(string creation) => Verify.Silent("BREVO4011", InSdkMethod($"var x = {creation}; await Task.Yield();"));

    [Fact]
    public void Logged_keys()
    {
        Verify.Reports("BREVO2010", Post("""request.Headers.Add("api-key", _configuration["Brevo:ApiKey"]); Console.WriteLine("Key: " + [|_configuration["Brevo:ApiKey"]|]);"""));
        Verify.Reports("BREVO2010", InSdkMethod("""var key = configuration["Brevo:ApiKey"]; Configuration.Default.ApiKey["api-key"] = key; Console.WriteLine($"Key {[|key|]}"); await Task.Yield();"""));
        Verify.Silent("BREVO2010", Post("""var key = _configuration["Brevo:ApiKey"]; request.Headers.Add("api-key", key); Console.WriteLine($"Key has {key?.Length} characters");"""));
    }

    private static string Registration(string header, string handler, string url) => $$"""
        using Microsoft.Extensions.DependencyInjection;

        public sealed class BrevoOptions { public string BaseUrl { get; set; } = "{{url}}"; public string ApiKey { get; set; } = ""; }

        public static class Setup
        {
            public static void Add(IServiceCollection services) => services.AddHttpClient("mail", (provider, client) =>
            {
                var options = provider.GetRequiredService<IOptions<BrevoOptions>>().Value;
                client.BaseAddress = new Uri(options.BaseUrl);
                {{header}}
            }).ConfigurePrimaryHttpMessageHandler(() => {{handler}});
        }
        """;

    private const string Accepting = "new HttpClientHandler { ServerCertificateCustomValidationCallback = [|HttpClientHandler.DangerousAcceptAnyServerCertificateValidator|] }";

    [Fact]
    public void Registration_by_options_of_the_provider() => Verify.Reports(
        "BREVO2007", Registration("""[|client.DefaultRequestHeaders.Add("x-api-key", options.ApiKey)|];""", "new HttpClientHandler()", "https://api.brevo.com/"));

    [Fact]
    public void Registration_for_another_service() => Verify.Silent(
        "BREVO2007", Registration("""client.DefaultRequestHeaders.Add("x-api-key", options.ApiKey); // brevo""", "new HttpClientHandler()", "https://api.mailer.example/"));

    [Fact]
    public void Handler_of_a_registration_that_accepts_every_certificate() => Verify.Reports("BREVO1007", Registration("", Accepting, "https://api.brevo.com/"));

    [Theory]
    [InlineData("new HttpClientHandler { ServerCertificateCustomValidationCallback = (_, _, _, errors) => errors == System.Net.Security.SslPolicyErrors.None }", "https://api.brevo.com/")]
    [InlineData("new HttpClientHandler { AllowAutoRedirect = false }", "https://api.brevo.com/")]
    [InlineData("new HttpClientHandler { ServerCertificateCustomValidationCallback = HttpClientHandler.DangerousAcceptAnyServerCertificateValidator }", "https://localhost:5001/brevo/")]
    public void Handlers_that_check_or_serve_others(string handler, string url) => Verify.Silent("BREVO1007", Registration("", handler, url));

    [Fact]
    public void A_client_for_Brevo_that_accepts_every_certificate_wherever_it_is_used() => Verify.Reports("BREVO1007", """
        public static class Clients
        {
            public static HttpClient Create()
            {
                var handler = new HttpClientHandler { ServerCertificateCustomValidationCallback = [|HttpClientHandler.DangerousAcceptAnyServerCertificateValidator|] };
                return new HttpClient(handler) { BaseAddress = new Uri("https://api.brevo.com/v3/") };
            }

            public static HttpClient Other()
            {
                var handler = new HttpClientHandler { ServerCertificateCustomValidationCallback = HttpClientHandler.DangerousAcceptAnyServerCertificateValidator };
                return new HttpClient(handler) { BaseAddress = new Uri("https://intern.shop.example/") };
            }
        }
        """);

    [Fact]
    public void Headers_from_a_table_keep_to_their_rows() => Verify.Silent("BREVO2004", """
        public sealed class Library
        {
            private readonly HttpClient _http;
            private readonly (string Name, string? Value)[] _headers;

            public Library(HttpClient http, string key)
            {
                _http = http;
                _headers = [("accept", "application/json"), ("api-key", key)];
            }

            public async Task Send(HttpContent mail)
            {
                using var request = new HttpRequestMessage(HttpMethod.Post, "https://api.brevo.com/v3/smtp/email") { Content = mail };
                foreach (var (name, value) in _headers)
                    request.Headers.TryAddWithoutValidation(name, value);
                (await _http.SendAsync(request)).EnsureSuccessStatusCode();
            }
        }
        """);
}
