using Xunit;
using static BrevoAnalyzers.Tests.ApiCodeSamples;

namespace BrevoAnalyzers.Tests.Rules.Api;

public sealed class IgnoredMemberTests
{
    private const string Id = "BREVO4005";

    [Theory]
    [InlineData("""new { to = new[] { new { email = to } }, templateId = 7, [|htmlContent|] = html }""")]
    [InlineData("""new { to = new[] { new { email = to } }, templateId = 7, [|textContent|] = "Hello", subject }""")]
    [InlineData("""new { sender = new { id = 3, [|name|] = "Shop" }, to = new[] { new { email = to } }, subject, htmlContent = html }""")]
    [InlineData("""new { sender = new { id = 3 }, [|to|] = new[] { new { email = to } }, subject, htmlContent = html, messageVersions = new[] { new { to = new[] { new { email = to } } } } }""")]
    [InlineData("""new { sender = new { id = 3 }, to = new[] { new { email = to } }, subject = "Welcome", htmlContent = "<p>Hello</p>", [|@params|] = new { name = to } }""")]
    public void Members_without_effect(string payload) => Verify.Reports(Id, Sending(payload));

    [Theory]
    [InlineData("""new { to = new[] { new { email = to } }, templateId = 7, subject, @params = new { name = to } }""")]
    [InlineData("""new { to = new[] { new { email = to } }, templateId = flag ? 7 : (int?)null, htmlContent = html }""")]
    [InlineData("""new { to = new[] { new { email = to } }, templateId = 7, htmlContent = (string?)null }""")]
    [InlineData("""new { to = new[] { new { email = to } }, templateId = 7, htmlContent = flag ? html : null }""")]
    [InlineData("""new { sender = new { id = 3 }, to = new[] { new { email = to } }, subject = "Welcome {{ params.name }}", htmlContent = "<p>Hello</p>", @params = new { name = to } }""")]
    [InlineData("""new { sender = new { id = 3 }, to = new[] { new { email = to } }, subject = "Welcome", htmlContent = html, @params = new { name = to } }""")]
    public void Members_that_have_or_may_have_an_effect(string payload) => Verify.Silent(Id, Sending(payload));

    [Fact]
    public void In_the_sdk() => Verify.Reports(Id, InSdkMethod("""
        await api.SendTransacEmailAsync(new SendSmtpEmail { To = new List<SendSmtpEmailTo> { new(to) }, TemplateId = 7, [|HtmlContent|] = html });
        """));

    [Fact]
    public void A_template_that_may_be_missing_leaves_the_content_its_effect() => Verify.Silent(Id, InSdkClass("""
            public Task<brevo_csharp.Model.CreateSmtpEmail> Send(TransactionalEmailsApi api, string to, long? template, string? html) =>
                api.SendTransacEmailAsync(new SendSmtpEmail { To = new List<SendSmtpEmailTo> { new(to) }, TemplateId = template, HtmlContent = html });
        """));

    [Theory]
    [InlineData("new SendSmtpEmail(to: new List<SendSmtpEmailTo> { new(to) }, templateId: template, [|htmlContent: html|])")]
    [InlineData("new SendSmtpEmail { To = new List<SendSmtpEmailTo> { new(to) }, TemplateId = template, [|HtmlContent|] = html }")]
    public void Beside_a_template_that_the_caller_has_to_name(string message) => Verify.Reports(Id, InSdkClass(
        $"public Task<brevo_csharp.Model.CreateSmtpEmail> Send(TransactionalEmailsApi api, string to, long template, string html) => api.SendTransacEmailAsync({message});"));

    [Theory]
    [InlineData("Settings settings", "settings.Template")]
    [InlineData("IOptions<Settings> settings", "settings.Value.Template")]
    public void Beside_a_template_that_the_settings_have_by_default(string parameter, string template) => Verify.Reports(Id, InSdkClass($$"""
            public sealed class Settings { public long Template { get; set; } = 7; }
            public Task<brevo_csharp.Model.CreateSmtpEmail> Send(TransactionalEmailsApi api, string to, string html, {{parameter}}) =>
                api.SendTransacEmailAsync(new SendSmtpEmail(to: new List<SendSmtpEmailTo> { new(to) }, [|htmlContent: html|], templateId: {{template}}));
        """));

    [Fact]
    public void A_template_or_content_by_branch() => Verify.Silent(Id, InSdkClass("""
            public Task<brevo_csharp.Model.CreateSmtpEmail> Send(TransactionalEmailsApi api, string to, long? template)
            {
                var mail = new SendSmtpEmail { To = new List<SendSmtpEmailTo> { new(to) } };
                if (template is { } id)
                    mail.TemplateId = id;
                else
                    mail.HtmlContent = "<p>Hello</p>";
                return api.SendTransacEmailAsync(mail);
            }
        """));

    [Fact]
    public void A_template_that_the_settings_may_leave_out() => Verify.Silent(Id, InSdkClass("""
            public sealed class Settings { public long? Template { get; set; } = 7; }
            public Task<brevo_csharp.Model.CreateSmtpEmail> Send(TransactionalEmailsApi api, string to, string html, Settings settings) =>
                api.SendTransacEmailAsync(new SendSmtpEmail(to: new List<SendSmtpEmailTo> { new(to) }, htmlContent: html, templateId: settings.Template));
        """));

    [Theory]
    [InlineData("long template = 0")]
    [InlineData("Settings settings")]
    public void Known_miss_a_template_of_0_may_be_none(string parameter) => Verify.Silent(Id, InSdkClass($$"""
            public sealed class Settings { public long TemplateId { get; set; } }
            public Task<brevo_csharp.Model.CreateSmtpEmail> Send(TransactionalEmailsApi api, string to, string html, {{parameter}}) =>
                api.SendTransacEmailAsync(new SendSmtpEmail(to: new List<SendSmtpEmailTo> { new(to) }, htmlContent: html, templateId: {{(parameter.StartsWith("long", System.StringComparison.Ordinal) ? "template" : "settings.TemplateId")}}));
        """));
}
