using System.Threading.Tasks;
using BrevoAnalyzers.CodeFixes;
using BrevoAnalyzers.Tests.Fixes.Infrastructure;
using Xunit;

namespace BrevoAnalyzers.Tests.Fixes;

/// <summary>BREVO4005.</summary>
public class RemovePayloadMemberFixTests
{
    private static VerifyFix Of(string source) => new(new RemovePayloadMember(), "BREVO4005", source);

    private static string Http(string statements) => $$"""
        using System.Collections.Generic;
        using System.Net.Http;
        using System.Net.Http.Json;
        using System.Threading.Tasks;

        class Mailer
        {
            async Task SendAsync(HttpClient http, string to, string html)
            {
                {{statements}}
                using var response = await http.PostAsJsonAsync("https://api.brevo.com/v3/smtp/email", payload);
                response.EnsureSuccessStatusCode();
            }
        }
        """;

    private static string Sdk(string statements) => $$"""
        using System.Collections.Generic;
        using System.Threading.Tasks;
        using brevo_csharp.Api;
        using brevo_csharp.Model;

        class Mailer
        {
            async System.Threading.Tasks.Task SendAsync(TransactionalEmailsApi api, string to, string html)
            {
                {{statements}}
                await api.SendTransacEmailAsync(mail);
            }
        }
        """;

    [Theory]
    [InlineData("var payload = new { to = new[] { new { email = to } }, templateId = 7, htmlContent = html };", "var payload = new { to = new[] { new { email = to } }, templateId = 7 };")]
    [InlineData("var payload = new { htmlContent = html, to = new[] { new { email = to } }, templateId = 7 };", "var payload = new { to = new[] { new { email = to } }, templateId = 7 };")]
    [InlineData("var payload = new\n        {\n            to = new[] { new { email = to } },\n            templateId = 7,\n            htmlContent = html\n        };", "var payload = new\n        {\n            to = new[] { new { email = to } },\n            templateId = 7\n        };")]
    [InlineData("var payload = new { sender = new { id = 3, name = \"Shop\" }, to = new[] { new { email = to } }, templateId = 7 };", "var payload = new { sender = new { id = 3 }, to = new[] { new { email = to } }, templateId = 7 };")]
    [InlineData("var payload = new Dictionary<string, object> { [\"to\"] = new[] { new { email = to } }, [\"templateId\"] = 7, [\"htmlContent\"] = html };", "var payload = new Dictionary<string, object> { [\"to\"] = new[] { new { email = to } }, [\"templateId\"] = 7 };")]
    [InlineData("var payload = new Dictionary<string, object> { [\"to\"] = new[] { new { email = to } }, [\"templateId\"] = 7 };\n        payload[\"htmlContent\"] = html;", "var payload = new Dictionary<string, object> { [\"to\"] = new[] { new { email = to } }, [\"templateId\"] = 7 };")]
    public async Task A_member_goes(string statements, string expected)
    {
        var fix = Of(Http(statements));
        Assert.Equal(["Remove the member that Brevo ignores"], await fix.TitlesAsync());
        Assert.Equal(["RemovePayloadMember"], await fix.KeysAsync());
        Assert.Equal(Http(expected), await fix.FixAsync());
    }

    [Theory]
    [InlineData("var mail = new SendSmtpEmail { To = new List<SendSmtpEmailTo> { new(to) }, TemplateId = 7, HtmlContent = html };", "var mail = new SendSmtpEmail { To = new List<SendSmtpEmailTo> { new(to) }, TemplateId = 7 };")]
    [InlineData("var mail = new SendSmtpEmail(to: new List<SendSmtpEmailTo> { new(to) }, templateId: 7, htmlContent: html);", "var mail = new SendSmtpEmail(to: new List<SendSmtpEmailTo> { new(to) }, templateId: 7);")]
    [InlineData("var mail = new SendSmtpEmail { To = new List<SendSmtpEmailTo> { new(to) }, TemplateId = 7 };\n        mail.HtmlContent = html;", "var mail = new SendSmtpEmail { To = new List<SendSmtpEmailTo> { new(to) }, TemplateId = 7 };")]
    public async Task So_does_one_of_the_sdk(string statements, string expected) => Assert.Equal(Sdk(expected), await Of(Sdk(statements)).FixAsync());

    [Theory]
    [InlineData("var payload = new { to = new[] { new { email = to } }, templateId = 7, htmlContent = html }; System.Console.WriteLine(payload.htmlContent.Length);")]
    [InlineData("var payload = new { to = new[] { new { email = to } }, templateId = 7, htmlContent = await http.GetStringAsync(\"https://shop.example/mail.html\") };")]
    [InlineData("var payload = System.Text.Json.Nodes.JsonNode.Parse(\"{\\\"to\\\":[{\\\"email\\\":\\\"ann@example.org\\\"}],\\\"templateId\\\":7,\\\"htmlContent\\\":\\\"Hello\\\"}\");")]
    public Task What_is_used_or_does_more_stays(string statements) => Of(Http(statements)).OffersNothingAsync();

    [Fact]
    public Task A_position_stays() => Of(Sdk("var mail = new SendSmtpEmail(null, new List<SendSmtpEmailTo> { new(to) }, null, null, html, null, null, null, null, null, 7);")).OffersNothingAsync();
}
