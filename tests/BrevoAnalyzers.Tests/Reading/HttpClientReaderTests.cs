using Xunit;

namespace BrevoAnalyzers.Tests.Reading;

/// <summary>Requests whose parts stand in several places: registrations, factories of messages, paths without a host.</summary>
public sealed class HttpClientReaderTests
{
    private const string Usings = """
        using System;
        using System.Net.Http;
        using System.Net.Http.Headers;
        using System.Net.Http.Json;
        using System.Text;
        using System.Text.Json;
        using System.Threading.Tasks;
        using Microsoft.Extensions.Configuration;
        using Microsoft.Extensions.DependencyInjection;

        """;

    private const string Sends = """
        public class Mailer(HttpClient http)
        {
            public async Task SendAsync(string to, string html)
            {
                using var response = await http.PostAsJsonAsync(
                    "{0}",{1}
                    new { sender = new { email = "a@shop.example" }, to = new[] { new { email = to } }, subject = "Hello", html }); // BREVO4002
                response.EnsureSuccessStatusCode();
            }
        }
        """;

    private static string Registered(string registration) => Usings + $"static class SetUp {{ static void Up(IServiceCollection services, IConfiguration configuration) {{ {registration} }} }}\n";

    private static string Sending(string path, string? finding = null) => Usings + Sends.Replace("{0}", path).Replace("{1}", finding is null ? "" : " // " + finding);

    [Theory]
    [InlineData("services.AddHttpClient<Mailer>(c => c.BaseAddress = new Uri(\"https://api.brevo.com/v3/\"));", "smtp/email", null)]
    [InlineData("services.AddHttpClient<Mailer>(c => { c.BaseAddress = new Uri(\"https://api.brevo.com/\"); });", "v3/smtp/email", null)]
    [InlineData("services.AddHttpClient<Mailer>(c => { c.BaseAddress = new Uri(\"https://api.brevo.com/v3/\"); });", "/smtp/email", "BREVO4008")]
    [InlineData("services.AddHttpClient<IDisposable, Mailer>().ConfigureHttpClient(c => { c.BaseAddress = new Uri(\"https://api.brevo.com/v3/\"); });", "/smtp/email", "BREVO4008")]
    [InlineData("services.AddHttpClient(\"brevo\", c => { c.BaseAddress = new Uri(\"https://api.brevo.com/v3/\"); });", "smtp/email", null)]
    [InlineData("", "smtp/email", null)]
    [InlineData("", "/v3/smtp/email", null)]
    public void Path_of_a_typed_client(string registration, string path, string? finding) =>
        Expect.Findings(Registered(registration.Replace("IDisposable, ", "")), Sending(path, finding));

    [Fact]
    public void A_base_without_slash_is_reported_where_it_is_used() => Expect.Findings(
        Registered("services.AddHttpClient<Mailer>(c => c.BaseAddress = new Uri(\"https://api.brevo.com/v3\"));"),
        Usings + """
        public class Mailer(HttpClient http)
        {
            public Task<HttpResponseMessage> SendAsync(object mail) => http.PostAsJsonAsync("smtp/email", mail); // BREVO4008
        }
        """);

    [Fact]
    public void A_named_client_has_the_base_of_its_name() => Expect.Findings(
        Registered("services.AddHttpClient(\"brevo\", c => c.BaseAddress = new Uri(\"https://api.brevo.com/v3/\")); services.AddHttpClient(\"other\", c => c.BaseAddress = new Uri(\"https://mail.example/v3/\"));"),
        Usings + """
        public class Mailer(IHttpClientFactory factory)
        {
            public async Task SendAsync(object mail)
            {
                var client = factory.CreateClient("brevo");
                (await client.PostAsJsonAsync("/smtp/email", mail)).EnsureSuccessStatusCode(); // BREVO4008
                var other = factory.CreateClient("other");
                (await other.PostAsJsonAsync("/smtp/email", new { from = "a" })).EnsureSuccessStatusCode();
            }
        }
        """);

    [Fact]
    public void A_message_that_others_send_is_judged_where_it_is_made() => Expect.Findings(Usings + """
        public static class Requests
        {
            public static HttpRequestMessage Mail(string key, string to, string html)
            {
                var request = new HttpRequestMessage(HttpMethod.Post, "https://api.brevo.com/v3/smtp/mails"); // BREVO4008
                request.Headers.TryAddWithoutValidation("x-api-key", key); // BREVO2007
                return request;
            }

            public static HttpRequestMessage Letter(string key, string to, string html)
            {
                var request = new HttpRequestMessage(HttpMethod.Post, "https://api.brevo.com/v3/smtp/email");
                request.Headers.Add("api-key", key);
                request.Content = JsonContent.Create(new { sender = new { email = "a@shop.example" }, to = new[] { new { email = to } }, subject = "Hello", html }); // BREVO4002
                return request;
            }

            public static HttpRequestMessage Right(string key, object mail) => new(HttpMethod.Post, "https://api.brevo.com/v3/smtp/email")
            {
                Headers = { { "api-key", key } },
                Content = JsonContent.Create(mail),
            };

            public static HttpRequestMessage Other(string key, string to) => new(HttpMethod.Post, "https://mail.example/v3/smtp/email")
            {
                Headers = { { "x-api-key", key } },
                Content = JsonContent.Create(new { from = to }),
            };
        }
        """);

    [Theory]
    [InlineData("await http.PostAsJsonAsync(\"https://api.brevo.com/v3/smtp/emails\", mail)", true)]
    [InlineData("await http.GetAsync(\"https://api.brevo.com/v3/smtp/email\")", true)]
    [InlineData("await http.SendAsync(new HttpRequestMessage(HttpMethod.Put, \"https://api.brevo.com/v3/smtp/email\"))", true)]
    [InlineData("await http.GetAsync(\"https://api.brevo.com/v3/smtp/emails?limit=10\")", false)]
    [InlineData("await http.DeleteAsync($\"https://api.brevo.com/v3/smtp/email/{id}\")", false)]
    [InlineData("await http.SendAsync(new HttpRequestMessage(method, \"https://api.brevo.com/v3/smtp/email\"))", false)]
    public void A_path_is_known_for_some_methods_only(string call, bool isWrong) => Expect.Findings(Usings + $$"""
        public class Mailer(HttpClient http)
        {
            public async Task SendAsync(object mail, string id, HttpMethod method)
            {
                using var response = {{call}};{{(isWrong ? " // BREVO4008" : "")}}
                response.EnsureSuccessStatusCode();
            }
        }
        """);

    [Fact]
    public void A_host_from_the_settings_leaves_the_path_its_meaning() => Expect.Findings(Usings + """
        public class Mailer(HttpClient http, IConfiguration configuration)
        {
            public async Task SendAsync(string to, string html)
            {
                var request = new HttpRequestMessage(HttpMethod.Post, $"{configuration["Brevo:BaseUrl"]}/smtp/email");
                request.Headers.Add("api-key", configuration["Brevo:ApiKey"]);
                request.Content = JsonContent.Create(new { sender = new { email = "a@shop.example" }, to, subject = "Hello", htmlContent = html }); // BREVO4002
                (await http.SendAsync(request)).EnsureSuccessStatusCode();
            }
        }
        """);

    [Theory]
    [InlineData("HttpClientHandler.DangerousAcceptAnyServerCertificateValidator", true)]
    [InlineData("(_, _, _, _) => true", true)]
    [InlineData("(_, _, _, errors) => errors == System.Net.Security.SslPolicyErrors.None", false)]
    public void A_handler_that_accepts_every_certificate(string callback, bool isWrong)
    {
        var source = Usings + $$"""
            public class Mailer
            {
                private readonly HttpClient _http;

                public Mailer(IConfiguration configuration)
                {
                    var handler = new HttpClientHandler
                    {
                        ServerCertificateCustomValidationCallback = {{callback}},{{(isWrong ? " // BREVO1007" : "")}}
                    };
                    _http = new HttpClient(handler);
                    _http.DefaultRequestHeaders.Add("api-key", configuration["Brevo:ApiKey"]);
                }

                public async Task SendAsync(object mail) => (await _http.PostAsJsonAsync("URL", mail)).EnsureSuccessStatusCode();
            }
            """;
        Expect.Findings(source.Replace("URL", "https://api.brevo.com/v3/smtp/email"));
        Expect.Findings(source.Replace("URL", "https://mail.example/send").Replace(" // BREVO1007", ""));
    }

    [Fact]
    public void A_message_that_a_helper_makes_anew_in_each_round_is_sent_once() => Expect.Findings(Usings + """
        public class Mailer(HttpClient http, IConfiguration configuration)
        {
            private HttpRequestMessage Make(object mail)
            {
                var request = new HttpRequestMessage(HttpMethod.Post, "https://api.brevo.com/v3/smtp/email") { Content = JsonContent.Create(mail) };
                request.Headers.Add("api-key", configuration["Brevo:ApiKey"]);
                return request;
            }

            public async Task<bool> SendAsync(object mail)
            {
                for (var i = 0; i < 3; i++)
                {
                    using var request = Make(mail);
                    using var response = await http.SendAsync(request);
                    if (response.IsSuccessStatusCode)
                        return true;
                }

                return false;
            }
        }
        """);

    [Fact]
    public void A_login_by_name_is_no_sender() => Expect.Findings(Usings + """
        public class Mailer(HttpClient http, IConfiguration configuration)
        {
            public async Task SendAsync(string to)
            {
                var from = configuration["Mail:From"] ?? configuration["Brevo:SmtpUser"]; // BREVO3001
                using var request = new HttpRequestMessage(HttpMethod.Post, "https://api.brevo.com/v3/smtp/email");
                request.Headers.Add("api-key", configuration["Brevo:ApiKey"]);
                request.Content = JsonContent.Create(new { sender = new { email = from }, to = new[] { new { email = to } }, subject = "Hello", textContent = "Hello" });
                (await http.SendAsync(request)).EnsureSuccessStatusCode();
            }
        }
        """);

    [Fact]
    public void A_setting_is_named_where_it_is_read() => Expect.Findings(Usings + """
        public class BrevoSettings { public string SmtpKey { get; set; } = ""; }

        public class Mailer
        {
            private readonly BrevoSettings _brevo;

            public Mailer(HttpClient http, Microsoft.Extensions.Options.IOptions<BrevoSettings> brevo)
            {
                _brevo = brevo.Value;
                http.BaseAddress = new Uri("https://api.brevo.com/v3/");
                http.DefaultRequestHeaders.Add("api-key", _brevo.SmtpKey); // BREVO2003
            }
        }
        """);

    [Fact]
    public void A_default_in_another_file_is_used_where_the_setting_is_read() => Expect.Findings(
        Usings + """
        public class Mailer
        {
            private readonly Settings _settings;

            public Mailer(Microsoft.Extensions.Options.IOptions<Settings> options) => _settings = options.Value;

            public async Task SendAsync(HttpClient http, string to)
            {
                using var request = new HttpRequestMessage(HttpMethod.Post, "https://api.brevo.com/v3/smtp/email");
                request.Headers.Add("api-key", _settings.ApiKey);
                request.Content = JsonContent.Create(new { sender = new { email = _settings.From }, to = new[] { new { email = to } }, subject = "Hello", textContent = "Hello" }); // BREVO3002
                (await http.SendAsync(request)).EnsureSuccessStatusCode();
            }
        }
        """,
        "public class Settings { public string ApiKey { get; set; } = \"\"; public string From { get; set; } = \"shop.example@gmail.com\"; }");

    [Fact]
    public void Bytes_of_a_text_are_read_as_the_text() => Expect.Findings(Usings + """
        class Mailer(HttpClient http, IConfiguration configuration)
        {
            public async Task SendAsync(string to)
            {
                var bytes = Encoding.UTF8.GetBytes("{\"to\":[{\"email\":\"" + to + "\"}],\"templateId\":3}"); // BREVO4010
                using var request = new HttpRequestMessage(HttpMethod.Post, "https://api.brevo.com/v3/smtp/email") { Content = new ByteArrayContent(bytes) };
                request.Headers.Add("api-key", configuration["Brevo:ApiKey"]);
                using var response = await http.SendAsync(request);
                response.EnsureSuccessStatusCode();
            }
        }
        """);

    [Fact]
    public void Near_miss_a_text_that_a_helper_posts_to_another_service() => Expect.Findings(Usings + """
        class Poster(HttpClient http)
        {
            public async Task Post(string url, string json)
            {
                using var response = await http.PostAsync(url, new StringContent(json, Encoding.UTF8, "application/json"));
                response.EnsureSuccessStatusCode();
            }

            public Task Brevo(string json) => Post("https://api.brevo.com/v3/smtp/email", json);

            public Task Other(string to) => Post("https://api.mail.example/v1/send", "{\"to\":\"" + to + "\"}");
        }

        class WrongPoster(HttpClient http)
        {
            public async Task Post(string url, string json)
            {
                using var response = await http.PostAsync(url, new StringContent(json, Encoding.UTF8, "application/json"));
                response.EnsureSuccessStatusCode();
            }

            public Task Brevo(string to) => Post("https://api.brevo.com/v3/smtp/email", "{\"to\":[{\"email\":\"" + to + "\"}],\"templateId\":3}"); // BREVO4010

            public Task Other(string json) => Post("https://api.mail.example/v1/send", json);
        }
        """);
}
