using Xunit;
using static BrevoAnalyzers.Tests.ApiCodeSamples;

namespace BrevoAnalyzers.Tests.Rules.Api;

public sealed class WrongEndpointTests
{
    private const string Id = "BREVO4008";

    private static string Get(string url) => InHttpMethod($"var text = await _http.GetStringAsync({url});");

    private static string Based(string @base, string path) => InHttpMethod($$"""
        using var client = new HttpClient { BaseAddress = new Uri({{@base}}) };
        using var response = await client.PostAsJsonAsync({{path}}, (object)html);
        response.EnsureSuccessStatusCode();
        """);

    [Theory]
    [InlineData("""[|"https://api.brevo.com/v3/smtp/senders"|]""")]
    [InlineData("""[|"https://api.brevo.com/v3/smtp/mail"|]""")]
    [InlineData("""[|"https://api.brevo.com/v3/smtp"|]""")]
    [InlineData("""[|"https://api.brevo.com/smtp/email"|]""")]
    [InlineData("""[|"http://api.brevo.com/v3/smtp/email"|]""")]
    [InlineData("""[|"https://api.sendinblue.com/v2.0/email"|]""")]
    [InlineData("""[|"https://api.brevo.com/v2/email"|]""")]
    [InlineData("""[|$"https://api.brevo.com/v3/smtp/senders/{to}"|]""")]
    [InlineData("""new Uri([|"https://api.brevo.com/v3/smtp/emial"|])""")]
    public void Urls_that_lead_nowhere(string url) => Verify.Reports(Id, Get(url));

    [Fact]
    public void Of_version_2_the_host_alone_is_not_reported_too() => Verify.Silent("BREVO1006", Get("\"https://api.sendinblue.com/v2.0/email\""));

    [Theory]
    [InlineData("\"https://api.brevo.com/v3/smtp/emails?limit=5\"")]
    [InlineData("\"https://api.brevo.com/v3/smtp/statistics/events\"")]
    [InlineData("$\"https://api.brevo.com/v3/smtp/emails/{to}\"")]
    [InlineData("$\"https://api.brevo.com/v3/smtp/{to}\"")]
    [InlineData("$\"https://api.brevo.com/v3/smtp/statistics/events?email={to}&limit=5\"")]
    [InlineData("\"https://api.brevo.com/v3/anything/new\"")]
    [InlineData("\"https://api.brevo.com/\"")]
    [InlineData("\"http://localhost:5000/smtp/email\"")]
    [InlineData("\"https://api.mail.example/smtp/senders\"")]
    [InlineData("_configuration[\"Brevo:Url\"]!")]
    [InlineData("$\"{_configuration[\"Brevo:Url\"]}/smtp/senders\"")]
    public void Right_urls_and_those_of_others(string url) => Verify.Silent(Id, Get(url));

    [Theory]
    [InlineData("[|\"https://api.brevo.com/v3\"|]", "\"smtp/email\"")]
    [InlineData("\"https://api.brevo.com/v3\"", "[|\"/smtp/email\"|]")]
    [InlineData("\"https://api.brevo.com/v3/\"", "[|\"/smtp/email\"|]")]
    [InlineData("[|\"https://api.brevo.com/v3\"|]", "\"contacts\"")]
    [InlineData("\"https://api.brevo.com\"", "[|\"smtp/email\"|]")]
    [InlineData("\"https://api.brevo.com/v3/\"", "[|\"v3/smtp/email\"|]")]
    [InlineData("[|\"http://api.brevo.com/v3/\"|]", "\"smtp/email\"")]
    public void Base_and_path_that_lose_the_version(string @base, string path) => Verify.Reports(Id, Based(@base, path));

    [Theory]
    [InlineData("\"https://api.brevo.com/v3\"", "\"/v3/smtp/email\"")]
    [InlineData("\"https://api.brevo.com/v3/\"", "\"smtp/email\"")]
    [InlineData("\"https://api.brevo.com\"", "\"v3/smtp/email\"")]
    [InlineData("\"https://api.brevo.com/\"", "\"/v3/smtp/email\"")]
    [InlineData("\"https://api.brevo.com/v3\"", "\"https://api.brevo.com/v3/smtp/email\"")]
    [InlineData("\"https://api.brevo.com/v3\"", "to")]
    [InlineData("\"https://api.crm.example/v3\"", "\"smtp/email\"")]
    public void Base_and_path_that_fit(string @base, string path) => Verify.Silent(Id, Based(@base, path));

    [Fact]
    public void Base_address_set_in_the_constructor() => Verify.Reports(Id, """
        using System.Net.Http.Json;
        public class Mailer
        {
            private readonly HttpClient _client;
            public Mailer(HttpClient client)
            {
                _client = client;
                _client.BaseAddress = new Uri([|"https://api.brevo.com/v3"|]);
            }

            public async Task SendAsync(object mail) => (await _client.PostAsJsonAsync("smtp/email", mail)).EnsureSuccessStatusCode();
        }
        """);

    [Fact]
    public void Client_and_branches_are_paired() => Verify.Silent(Id, InHttpMethod("""
        using var client = new HttpClient();
        if (flag) client.BaseAddress = new Uri("https://api.crm.example/v3");
        else client.BaseAddress = new Uri("https://api.brevo.com/v3/");
        using var response = await client.PostAsJsonAsync("smtp/email", (object)html);
        response.EnsureSuccessStatusCode();
        """));

    [Fact]
    public void Unfinished_code() => Verify.AllowingErrors.Silent(Id, Get("\"https://api.brevo.com/v3/"), Get("new Uri("));
}
