using Xunit;
using static BrevoAnalyzers.Tests.ApiCodeSamples;

namespace BrevoAnalyzers.Tests.RealCode;

/// <summary>Shapes of code in the wild that a rule once reported although nothing was wrong.</summary>
public sealed class OnceReportedTests
{
    private const string Helper = """
            private readonly JsonSerializerOptions _json = new(JsonSerializerDefaults.Web);

            private string Written(object thing) => JsonSerializer.Serialize(thing, _json);

            public async Task SubscribeAsync(string address)
            {
                var body = Written(new { email = address, listIds = new[] { 4 } });
                using var response = await _http.PostAsync("https://api.brevo.com/v3/contacts", new StringContent(body, Encoding.UTF8, "application/json"));
                response.EnsureSuccessStatusCode();
            }

        """;

    private static string Sending(string mail) => InHttpClass(Helper + $$"""
            public async Task SendAsync(string to, string subject, string html)
            {
                var body = Written({{mail}});
                using var response = await _http.PostAsync("{{Url}}", new StringContent(body, Encoding.UTF8, "application/json"));
                response.EnsureSuccessStatusCode();
            }
        """);

    [Fact]
    public void A_helper_that_serialises_mails_and_contacts() => Verify.Silent("BREVO4001", Sending(
        """new { sender = new { email = "a@shop.example" }, to = new[] { new { email = to } }, subject, htmlContent = html }"""));

    [Fact]
    public void A_mail_that_such_a_helper_serialises_is_still_read() => Verify.Reports("BREVO4001", Sending(
        """[|new { sender = new { email = "a@shop.example" }, to = new[] { new { email = to } }, htmlContent = html }|]"""));

    [Fact]
    public void A_prefix_for_a_header_that_is_handed_in() => Verify.Silent("BREVO2007", InSdkMethod("""
        void Prefix(string header, string prefix) => Configuration.Default.AddApiKeyPrefix(header, prefix);
        Prefix(html, to);
        await Task.Yield();
        """));
}
