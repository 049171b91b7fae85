using System.Threading.Tasks;
using BrevoAnalyzers.CodeFixes;
using BrevoAnalyzers.Tests.Fixes.Infrastructure;
using Xunit;
using static BrevoAnalyzers.Tests.Fixes.Infrastructure.Mailers;

namespace BrevoAnalyzers.Tests.Fixes;

/// <summary>BREVO1005 and BREVO1006.</summary>
public class HostFixTests
{
    private static VerifyFix Of(string rule, params string[] sources) => new(new CorrectHost(), rule, sources);

    private static string Api(string url) =>
        $$"""
        using System.Net.Http;
        using System.Threading.Tasks;

        class Mailer
        {
            async Task Send(HttpClient http, string id)
            {
                using var request = new HttpRequestMessage(HttpMethod.Get, {{url}});
                request.Headers.Add("api-key", id);
                (await http.SendAsync(request)).EnsureSuccessStatusCode();
            }
        }
        """;

    [Theory]
    [InlineData("BREVO1005", "\"smtp-relay.brevo.co\"")]
    [InlineData("BREVO1005", "\"smtp.brevo.com\"")]
    [InlineData("BREVO1005", "\"smtp-brevo.com\"")]
    [InlineData("BREVO1005", "\"api.brevo.com\"")]
    [InlineData("BREVO1005", "\"smtps://smtp-relay.brevo.com:465/\"")]
    [InlineData("BREVO1005", "@\"smtp-relay.brevo.com:587\"")]
    [InlineData("BREVO1006", "\"smtp-relay.sendinblue.com\"")]
    public async Task The_relay(string rule, string host)
    {
        var fix = Of(rule, ByMailKit($"client.Connect({host}, 587, SecureSocketOptions.StartTls); // relay"));
        Assert.Equal(["Use smtp-relay.brevo.com"], await fix.TitlesAsync());
        Assert.Equal(["CorrectHost"], await fix.KeysAsync());
        Assert.Equal(ByMailKit("client.Connect(\"smtp-relay.brevo.com\", 587, SecureSocketOptions.StartTls); // relay"), await fix.FixAsync());
    }

    [Fact]
    public async Task A_constant_is_changed_where_it_is_written()
    {
        var source = ByMailKit("client.Connect(Host, 587, SecureSocketOptions.StartTls);", "    private const string Host = \"smtp-relay.sendinblue.com\";\n");
        Assert.Equal(source.Replace("sendinblue", "brevo"), await Of("BREVO1006", source).FixAsync());
    }

    [Fact]
    public async Task The_rest_of_a_connection_uri_stays()
    {
        var source = ByMailKit("client.Connect(new System.Uri(\"smtp://smtp-relay.sendinblue.com:587/?starttls=always\"));");
        Assert.Equal(source.Replace("sendinblue", "brevo"), await Of("BREVO1006", source).FixAsync());
    }

    [Theory]
    [InlineData("\"https://api.sendinblue.com/v3/account\"", "\"https://api.brevo.com/v3/account\"")]
    [InlineData("@\"https://api.sendinblue.com/v3/account\"", "@\"https://api.brevo.com/v3/account\"")]
    [InlineData("$\"https://api.sendinblue.com/v3/contacts/{id}\"", "$\"https://api.brevo.com/v3/contacts/{id}\"")]
    [InlineData("\"https://api.sendinblue.com/v3/contacts/\" + id", "\"https://api.brevo.com/v3/contacts/\" + id")]
    public async Task The_rest_of_an_api_url_stays(string url, string expected)
    {
        var fix = Of("BREVO1006", Api(url));
        Assert.Equal(["Use api.brevo.com"], await fix.TitlesAsync());
        Assert.Equal(Api(expected), await fix.FixAsync());
    }

    [Fact]
    public async Task The_relay_is_no_api()
    {
        var source = Api("\"https://smtp-relay.brevo.com/v3/account\"");
        Assert.Equal(source.Replace("smtp-relay", "api"), await Of("BREVO1005", source).FixAsync());
    }

    [Fact]
    public async Task All_at_once()
    {
        var source = ByMailKit("""
            client.Connect("smtp-relay.sendinblue.com", 587, SecureSocketOptions.StartTls);
                    client.Disconnect(true);
                    client.Connect("smtp-relay.sendinblue.com", 465, SecureSocketOptions.SslOnConnect);
            """).ReplaceLineEndings("\r\n");
        Assert.Equal(source.Replace("sendinblue", "brevo"), await Of("BREVO1006", source).FixAllAsync());
    }

    [Fact]
    public Task Offers_nothing_where_another_file_says_the_host() =>
        Of("BREVO1006", ByMailKit("client.Connect(Shop.Host, 587, SecureSocketOptions.StartTls);"), "public static class Shop { public const string Host = \"smtp-relay.sendinblue.com\"; }").OffersNothingAsync();
}
