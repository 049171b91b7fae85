using System.Threading.Tasks;
using BrevoAnalyzers.CodeFixes;
using BrevoAnalyzers.Tests.Fixes.Infrastructure;
using Xunit;

namespace BrevoAnalyzers.Tests.Fixes;

public class ReplaceEventNameTests
{
    private static VerifyFix Of(params string[] sources) => new(new ReplaceEventName(), "BREVO5004", sources);

    private static string Handler(string statements, string members = "") =>
        $$"""
        using System.Text.Json.Serialization;

        sealed record BrevoWebhookEvent([property: JsonPropertyName("event")] string Event);

        class Handler
        {{{members}}
            int Handle(BrevoWebhookEvent received)
            {
                {{statements}}
                return 0;
            }
        }
        """;

    [Theory]
    [InlineData("""if (received.Event == "hardBounce") return 1;""", """if (received.Event == "hard_bounce") return 1;""")]
    [InlineData("""if (received.Event is "blocked" or "hardBounce" /* gone */) return 1;""", """if (received.Event is "blocked" or "hard_bounce" /* gone */) return 1;""")]
    [InlineData("""switch (received.Event) { case "invalid": return 1; }""", """switch (received.Event) { case "invalid_email": return 1; }""")]
    [InlineData("""if (received.Event == @"clicks") return 1;""", """if (received.Event == @"click") return 1;""")]
    public async Task The_word_is_replaced(string statement, string expected) => Assert.Equal(Handler(expected), await Of(Handler(statement)).FixAsync());

    [Fact]
    public async Task The_title_says_the_word() =>
        Assert.Equal(["Use the event name 'hard_bounce'"], await Of(Handler("""if (received.Event == "hardBounce") return 1;""")).TitlesAsync());

    [Fact]
    public async Task A_constant_that_is_used_once_is_replaced() => Assert.Equal(
        Handler("if (received.Event == Gone) return 1;", "\n    private const string Gone = \"hard_bounce\";\n"),
        await Of(Handler("if (received.Event == Gone) return 1;", "\n    private const string Gone = \"hardBounce\";\n")).FixAsync());

    [Theory]
    [InlineData("internal const string Gone = \"hardBounce\";")]
    [InlineData("private const string Gone = \"hardBounce\"; string[] configured = { Gone };")]
    public Task A_constant_that_others_use_is_left(string member) =>
        Of(Handler("if (received.Event == Gone) return 1;", "\n    " + member + "\n")).OffersNothingAsync();

    [Fact]
    public async Task All_at_once() => Assert.Equal(
        Handler("""return received.Event switch { "hard_bounce" or "soft_bounce" => 1, "invalid_email" => 2, _ => 0 };"""),
        await Of(Handler("""return received.Event switch { "hardBounce" or "softBounce" => 1, "invalid" => 2, _ => 0 };""")).FixAllAsync());

    [Theory]
    [InlineData("\"https://api.brevo.com/v3/smtp/statistics/events?tags=click&event=click\"", "\"https://api.brevo.com/v3/smtp/statistics/events?tags=click&event=clicks\"")]
    [InlineData("$\"https://api.brevo.com/v3/smtp/statistics/events?email={address}&event=click\"", "$\"https://api.brevo.com/v3/smtp/statistics/events?email={address}&event=clicks\"")]
    public async Task Within_a_URL_only_the_word_is_replaced(string url, string expected)
    {
        string Source(string text) => $$"""
            using System.Net.Http;
            using System.Threading.Tasks;

            class Report
            {
                Task<string> AskAsync(HttpClient http, string address) => http.GetStringAsync({{text}});
            }
            """;
        Assert.Equal(Source(expected), await Of(Source(url)).FixAsync());
    }

    [Fact]
    public async Task Within_JSON_only_the_word_is_replaced()
    {
        string Source(string word) => $$"""""
            using System.Net.Http;
            using System.Threading.Tasks;

            class Setup
            {
                async Task RunAsync(HttpClient http)
                {
                    using var response = await http.PostAsync("https://api.brevo.com/v3/webhooks", new StringContent("""{"description":"hard_bounce","events":["{{word}}"]}"""));
                    response.EnsureSuccessStatusCode();
                }
            }
            """"";
        Assert.Equal(Source("hardBounce"), await Of(Source("hard_bounce")).FixAsync());
    }
}
