using Xunit;
using static BrevoAnalyzers.Tests.ApiCodeSamples;

namespace BrevoAnalyzers.Tests.Rules.Api;

/// <summary>What works once and fails the second time: BREVO2008, 2009, 5005.</summary>
public sealed class RepetitionTests
{
    private static string Sends(string statements, string more = "") => InHttpMethod($$"""
        {{statements}}
        using var response = await _http.PostAsJsonAsync("{{Url}}", (object)html);
        response.EnsureSuccessStatusCode();
        """, more);

    [Theory]
    [InlineData("""[|Configuration.Default.ApiKey.Add("api-key", configuration["Brevo:ApiKey"])|];""")]
    [InlineData("""var shared = Configuration.Default; [|shared.ApiKey.Add("api-key", html)|];""")]
    [InlineData("""var keys = Configuration.Default.ApiKey; [|keys.Add("api-key", html)|];""")]
    [InlineData("""if (flag && to.Length > 0) [|Configuration.Default.ApiKey.Add("api-key", html)|];""")]
    public void Key_added_on_every_call(string statement)
    {
        Verify.Reports("BREVO2008", InSdkMethod(statement + " await Task.Yield();"));
        Verify.Reports("BREVO2008", InSdkMethod(statement + " await Task.Yield();", "sib_api_v3_sdk"));
    }

    [Fact]
    public void Key_added_by_every_object() => Verify.Reports("BREVO2008", InSdkClass("""
            public Mailer(string key) => [|Configuration.Default.ApiKey.Add("api-key", key)|];
        """));

    [Fact]
    public void Key_added_by_a_set_up_that_every_send_calls() => Verify.Reports("BREVO2008", InSdkClass("""
            public Task SendAsync(TransactionalEmailsApi api, SendSmtpEmail mail, string key) { Setup(key); return api.SendTransacEmailAsync(mail); }

            private void Setup(string key) => [|Configuration.Default.ApiKey.Add("api-key", key)|];
        """));

    [Fact]
    public void Key_added_by_a_set_up_that_the_start_calls() => Verify.Silent("BREVO2008", InSdkClass("""
            public void Initialize(string key) => Setup(key);

            private void Setup(string key) => Configuration.Default.ApiKey.Add("api-key", key);
        """));

    [Theory]
    [InlineData("""Configuration.Default.ApiKey["api-key"] = html;""")]
    [InlineData("""Configuration.Default.AddApiKey("api-key", html);""")]
    [InlineData("""Configuration.Default.ApiKey.TryAdd("api-key", html);""")]
    [InlineData("""if (!Configuration.Default.ApiKey.ContainsKey("api-key")) Configuration.Default.ApiKey.Add("api-key", html);""")]
    [InlineData("""if (Configuration.Default.ApiKey.Count == 0) Configuration.Default.ApiKey.Add("api-key", html);""")]
    [InlineData("""var keys = Configuration.Default.ApiKey; if (!keys.ContainsKey("api-key")) keys.Add("api-key", html);""")]
    [InlineData("""Configuration.Default.ApiKey.Clear(); Configuration.Default.ApiKey.Add("api-key", html);""")]
    [InlineData("""Configuration.Default.ApiKey.Remove("api-key"); Configuration.Default.ApiKey.Add("api-key", html);""")]
    [InlineData("""try { Configuration.Default.ApiKey.Add("api-key", html); } catch (ArgumentException) { }""")]
    [InlineData("""var own = new Configuration(); own.ApiKey.Add("api-key", html);""")]
    [InlineData("""var other = new Dictionary<string, string>(); other.Add("api-key", html);""")]
    [InlineData("""if (flag) return; Configuration.Default.ApiKey.Add("api-key", html);""")]
    public void Key_that_is_set_or_asked_for(string statement) => Verify.Silent("BREVO2008", InSdkMethod(statement + " await Task.Yield();"));

    [Theory]
    [InlineData("""static Mailer() => Configuration.Default.ApiKey.Add("api-key", "x");""")]
    [InlineData("""public static void Main() => Configuration.Default.ApiKey.Add("api-key", Environment.GetEnvironmentVariable("BREVO_API_KEY"));""")]
    [InlineData("""public void ConfigureServices(IConfiguration c) => Configuration.Default.ApiKey.Add("api-key", c["Brevo:ApiKey"]);""")]
    [InlineData("""public static void AddMail(Microsoft.Extensions.DependencyInjection.IServiceCollection s, string key) { Configuration.Default.ApiKey.Add("api-key", key); }""")]
    public void Key_added_at_the_start(string member) => Verify.Silent("BREVO2008", InSdkClass(member));

    [Fact]
    public void Key_added_by_top_level_statements() => Verify.Silent("BREVO2008", """
        brevo_csharp.Client.Configuration.Default.ApiKey.Add("api-key", Environment.GetEnvironmentVariable("BREVO_API_KEY"));
        """);

    [Fact]
    public void Key_added_by_a_singleton() => Verify.Silent(
        "BREVO2008",
        InSdkClass("""public Mailer(string key) => Configuration.Default.ApiKey.Add("api-key", key);"""),
        "using Microsoft.Extensions.DependencyInjection; public static class Registration { public static void Add(IServiceCollection services) => services.AddSingleton<Mailer>(); }");

    [Theory]
    [InlineData("""[|_http.DefaultRequestHeaders.Add("api-key", html)|];""")]
    [InlineData("""var client = _http; [|client.DefaultRequestHeaders.Add("api-key", html)|]; using var r = await client.GetAsync("https://api.brevo.com/v3/account"); r.EnsureSuccessStatusCode();""")]
    [InlineData("""[|_http.DefaultRequestHeaders.TryAddWithoutValidation("api-key", html)|];""")]
    [InlineData("""_http.DefaultRequestHeaders.Remove("accept"); [|_http.DefaultRequestHeaders.Add("api-key", html)|];""")]
    [InlineData("""_http.DefaultRequestHeaders.Accept.Clear(); [|_http.DefaultRequestHeaders.Add("api-key", html)|];""")]
    [InlineData("""if (!string.IsNullOrEmpty(html)) [|_http.DefaultRequestHeaders.Add("api-key", html)|];""")]
    public void Header_added_on_every_call(string statement) => Verify.Reports("BREVO2009", Sends(statement));

    [Theory]
    [InlineData("""using var client = new HttpClient(); client.DefaultRequestHeaders.Add("api-key", html); using var r = await client.GetAsync("https://api.brevo.com/v3/account"); r.EnsureSuccessStatusCode();""")]
    [InlineData("""_http.DefaultRequestHeaders.Remove("api-key"); _http.DefaultRequestHeaders.Add("api-key", html);""")]
    [InlineData("""_http.DefaultRequestHeaders.Clear(); _http.DefaultRequestHeaders.Add("api-key", html);""")]
    [InlineData("""var headers = _http.DefaultRequestHeaders; headers.Remove("api-key"); headers.Add("api-key", html);""")]
    [InlineData("""if (!_http.DefaultRequestHeaders.Contains("api-key")) _http.DefaultRequestHeaders.Add("api-key", html);""")]
    [InlineData("""_http.DefaultRequestHeaders.Add("accept", "application/json");""")]
    [InlineData("""if (flag) return; _http.DefaultRequestHeaders.Add("api-key", html);""")]
    public void Header_of_a_new_client_or_after_a_look(string statement) => Verify.Silent("BREVO2009", Sends(statement));

    [Fact]
    public void Header_of_a_client_from_the_factory() => Verify.Silent("BREVO2009", InHttpMethod($$"""
        var client = Factory().CreateClient();
        client.DefaultRequestHeaders.Add("api-key", html);
        using var response = await client.PostAsJsonAsync("{{Url}}", (object)html);
        response.EnsureSuccessStatusCode();
        """, "private static IFactory Factory() => throw new NotImplementedException(); public interface IFactory { HttpClient CreateClient(); }"));

    [Fact]
    public void Header_added_where_the_client_is_set_up() => Verify.Silent("BREVO2009", InHttpClass($$"""
            public Mailer(HttpClient http, string key) : this(http, (IConfiguration)null!)
            {
                _http.DefaultRequestHeaders.Add("api-key", key);
                Prepare(key);
            }

            private void Prepare(string key) => _http.DefaultRequestHeaders.Add("api-key", key);

            public async Task SendAsync(object mail) => (await _http.PostAsJsonAsync("{{Url}}", mail)).EnsureSuccessStatusCode();
        """));

    [Fact]
    public void Header_for_another_service() => Verify.Silent("BREVO2009", InHttpMethod("""
        _http.DefaultRequestHeaders.Add("api-key", html); // not brevo's
        var text = await _http.GetStringAsync("https://x.openai.azure.com/openai");
        """));

    private const string Message = $$"""var request = new HttpRequestMessage(HttpMethod.Post, "{{Url}}");""";

    [Theory]
    [InlineData("""var first = await _http.SendAsync(request); if (!first.IsSuccessStatusCode) first = await [|_http.SendAsync(request)|]; first.EnsureSuccessStatusCode();""")]
    [InlineData("""for (var i = 0; i < 3; i++) { var r = await [|_http.SendAsync(request)|]; if (r.IsSuccessStatusCode) break; }""")]
    [InlineData("""while (true) { try { (await [|_http.SendAsync(request)|]).EnsureSuccessStatusCode(); return; } catch (HttpRequestException) { await Task.Delay(1000); } }""")]
    [InlineData("""try { (await _http.SendAsync(request)).EnsureSuccessStatusCode(); } catch (HttpRequestException) { (await [|_http.SendAsync(request)|]).EnsureSuccessStatusCode(); }""")]
    public void Message_sent_again(string statements) => Verify.Reports("BREVO5005", InHttpMethod(Message + statements));

    [Theory]
    [InlineData("""if (flag) (await _http.SendAsync(request)).EnsureSuccessStatusCode(); else (await _http.SendAsync(request, CancellationToken.None)).EnsureSuccessStatusCode();""")]
    [InlineData("""if (flag) { (await _http.SendAsync(request)).EnsureSuccessStatusCode(); return; } (await _http.SendAsync(request)).EnsureSuccessStatusCode();""")]
    [InlineData("""(await _http.SendAsync(request)).EnsureSuccessStatusCode(); request = new HttpRequestMessage(HttpMethod.Get, "https://api.brevo.com/v3/account"); (await _http.SendAsync(request)).EnsureSuccessStatusCode();""")]
    [InlineData("""foreach (var a in addresses) { using var own = new HttpRequestMessage(HttpMethod.Post, "https://api.brevo.com/v3/smtp/email"); (await _http.SendAsync(own)).EnsureSuccessStatusCode(); }""")]
    [InlineData("""while (true) { request = new HttpRequestMessage(HttpMethod.Post, "https://api.brevo.com/v3/smtp/email"); (await _http.SendAsync(request)).EnsureSuccessStatusCode(); }""")]
    public void New_messages(string statements) => Verify.Silent("BREVO5005", InHttpMethod(Message + statements));

    private const string Fresh = """private HttpRequestMessage Fresh() => new(HttpMethod.Post, "https://api.brevo.com/v3/smtp/email");""";

    [Theory]
    [InlineData("""var one = Fresh(); (await _http.SendAsync(one)).EnsureSuccessStatusCode(); (await [|_http.SendAsync(one)|]).EnsureSuccessStatusCode();""")]
    [InlineData("""var one = Fresh(); for (var i = 0; i < 3; i++) { var r = await [|_http.SendAsync(one)|]; if (r.IsSuccessStatusCode) break; }""")]
    public void Message_of_a_method_sent_again(string statements) => Verify.Reports("BREVO5005", InHttpMethod(statements, Fresh));

    [Theory]
    [InlineData("""var one = Fresh(); (await _http.SendAsync(one)).EnsureSuccessStatusCode(); var two = Fresh(); (await _http.SendAsync(two)).EnsureSuccessStatusCode();""")]
    [InlineData("""var one = Fresh(); var r = await _http.SendAsync(one); if (!r.IsSuccessStatusCode) { one = Fresh(); r = await _http.SendAsync(one); } r.EnsureSuccessStatusCode();""")]
    [InlineData("""(await _http.SendAsync(Fresh())).EnsureSuccessStatusCode(); (await _http.SendAsync(Fresh())).EnsureSuccessStatusCode();""")]
    [InlineData("""HttpRequestMessage Local() => new(HttpMethod.Post, "https://api.brevo.com/v3/smtp/email"); for (var i = 0; i < 3; i++) { using var own = Local(); var r = await _http.SendAsync(own); if (r.IsSuccessStatusCode) break; }""")]
    [InlineData("""Func<HttpRequestMessage> make = () => new HttpRequestMessage(HttpMethod.Post, "https://api.brevo.com/v3/smtp/email"); for (var i = 0; i < 3; i++) { var r = await _http.SendAsync(make()); if (r.IsSuccessStatusCode) break; }""")]
    public void Messages_that_are_made_anew_elsewhere(string statements) => Verify.Silent("BREVO5005", InHttpMethod(statements, Fresh));

    [Fact]
    public void Message_of_another_service() => Verify.Silent("BREVO5005", InHttpMethod("""
        var request = new HttpRequestMessage(HttpMethod.Post, "https://api.mail.example/send"); // instead of brevo
        await _http.SendAsync(request);
        await _http.SendAsync(request);
        """));

    [Theory]
    [InlineData("private TransactionalEmailsApi? _own;", "_own == null", "[|Configuration.Default.ApiKey.Add(\"api-key\", \"k\")|]", "_own")]
    [InlineData("private static TransactionalEmailsApi? s_all;", "s_all is null", "Configuration.Default.ApiKey.Add(\"api-key\", \"k\")", "s_all")]
    public void A_property_that_sets_up_on_first_use(string field, string condition, string add, string name)
    {
        var source = InSdkClass($$"""
                {{field}}

                private TransactionalEmailsApi Api
                {
                    get
                    {
                        if ({{condition}})
                        {
                            {{add}};
                            {{name}} = new TransactionalEmailsApi();
                        }

                        return {{name}};
                    }
                }
            """);
        if (add.StartsWith('['))
            Verify.Reports("BREVO2008", source);
        else
            Verify.Silent("BREVO2008", source);
    }
}
