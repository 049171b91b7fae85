using Xunit;
using static BrevoAnalyzers.Tests.ApiCodeSamples;

namespace BrevoAnalyzers.Tests.Rules.Api;

public sealed class InvalidHeaderTests
{
    private const string Id = "BREVO4007";

    private static string With(string headers) =>
        $$"""new { sender = new { email = "a@shop.example" }, to = new[] { new { email = to } }, subject, htmlContent = html, headers = {{headers}} }""";

    [Theory]
    [InlineData("""new Dictionary<string, string> { [[|"X-Sib-Sandbox"|]] = "drop" }""")]
    [InlineData("""new Dictionary<string, string> { { [|"x-sib-sandbox"|], "drop" } }""")]
    [InlineData("""new Dictionary<string, string> { ["X-Sib-Sandbox"] = [|"true"|] }""")]
    [InlineData("""new Dictionary<string, object> { [[|"X-Order"|]] = 42 }""")]
    [InlineData("""new Dictionary<string, object> { [[|"X-Test"|]] = flag }""")]
    [InlineData("""new Dictionary<string, string> { [[|"Subject"|]] = subject, ["X-Mailin-custom"] = "a" }""")]
    [InlineData("""new { [|sender|] = "a" }""")]
    public void Headers_that_are_refused_or_send_nothing(string headers) => Verify.Reports(Id, Sending(With(headers)));

    [Theory]
    [InlineData("""flag ? new Dictionary<string, string> { ["X-Sib-Sandbox"] = "drop" } : null""")]
    [InlineData("""new Dictionary<string, string> { ["X-Sib-Sandbox"] = flag ? "drop" : "" }""")]
    [InlineData("""new Dictionary<string, string> { ["X-Sib-Sandbox"] = _configuration["Brevo:Sandbox"]! }""")]
    [InlineData("""new Dictionary<string, string> { ["X-Mailin-custom"] = subject, ["charset"] = "iso-8859-1" }""")]
    [InlineData("""new Dictionary<string, string> { ["X-Order"] = 42.ToString() }""")]
    [InlineData("""new Dictionary<string, object?> { ["X-Order"] = null }""")]
    public void Headers_that_are_right_or_set_under_a_condition(string headers) => Verify.Silent(Id, Sending(With(headers)));

    [Fact]
    public void A_sandbox_that_a_branch_adds() => Verify.Silent(Id, InHttpMethod($$"""
        var headers = new Dictionary<string, string> { ["X-Mailin-custom"] = subject };
        if (_configuration["Environment"] == "Development")
            headers["X-Sib-Sandbox"] = "drop";
        using var response = await _http.PostAsJsonAsync("{{Url}}", {{With("headers")}});
        response.EnsureSuccessStatusCode();
        """));

    [Fact]
    public void A_sandbox_around_which_the_whole_request_is_conditional() => Verify.Silent(Id, InHttpMethod($$"""
        if (flag)
        {
            using var response = await _http.PostAsJsonAsync("{{Url}}", {{With("""new Dictionary<string, string> { ["X-Sib-Sandbox"] = "drop" }""")}});
            response.EnsureSuccessStatusCode();
        }
        """));

    [Fact]
    public void In_the_sdk() => Verify.Reports(Id, InSdkMethod("""
        var mail = new SendSmtpEmail { TemplateId = 3, To = new List<SendSmtpEmailTo> { new(to) } };
        mail.Headers = new Dictionary<string, string> { [[|"X-Sib-Sandbox"|]] = "drop" };
        await api.SendTransacEmailAsync(mail);
        """));
}
