using System.Linq;
using Xunit;
using static BrevoAnalyzers.Tests.ApiCodeSamples;

namespace BrevoAnalyzers.Tests.Rules.Api;

public sealed class LimitExceededTests
{
    private const string Id = "BREVO4004";
    private const string Rest = """to = new[] { new { email = to } }, subject, htmlContent = html""";
    private const string Long = "The Very Long Name Of A Shop That Sells Everything And Says So In Its Name";

    [Theory]
    [InlineData("batchId = [|\"newsletter-42\"|]")]
    [InlineData("scheduledAt = [|DateTime.UtcNow.AddDays(4)|]")]
    [InlineData("scheduledAt = [|DateTimeOffset.UtcNow.AddHours(73)|]")]
    [InlineData("scheduledAt = [|DateTime.UtcNow.AddDays(2).AddHours(30).ToString(\"o\")|]")]
    [InlineData("scheduledAt = [|DateTime.UtcNow.AddMonths(1)|]")]
    public void Values_past_a_limit(string member) => Verify.Reports(Id, Sending($$"""new { sender = new { email = "a@shop.example" }, {{Rest}}, {{member}} }"""));

    [Theory]
    [InlineData("batchId = Guid.NewGuid()")]
    [InlineData("batchId = \"5c6cfa04-eed9-42c2-8b5c-6d470d978e9d\"")]
    [InlineData("batchId = \"\"")]
    [InlineData("batchId = subject")]
    [InlineData("scheduledAt = DateTime.UtcNow.AddDays(3)")]
    [InlineData("scheduledAt = DateTime.UtcNow.AddDays(addresses.Count)")]
    [InlineData("scheduledAt = DateTime.UtcNow.AddDays(flag ? 1 : 9)")]
    public void Values_within_it_or_not_known(string member) => Verify.Silent(Id, Sending($$"""new { sender = new { email = "a@shop.example" }, {{Rest}}, {{member}} }"""));

    [Fact]
    public void Names_of_more_than_70_characters() => Verify.Reports(Id, Sending($$"""new { sender = new { email = "a@shop.example", name = [|"{{Long}}"|] }, replyTo = new { email = to, name = "{{Long[..70]}}" }, {{Rest}} }"""));

    [Fact]
    public void In_the_sdk() => Verify.Reports(Id, InSdkMethod("""
        var mail = new SendSmtpEmail(new SendSmtpEmailSender("Shop", "a@shop.example"), new List<SendSmtpEmailTo> { new(to) }, subject: subject, htmlContent: html, batchId: [|"batch 1"|]);
        mail.ScheduledAt = [|DateTime.UtcNow.AddDays(10)|];
        await api.SendTransacEmailAsync(mail);
        """));

    [Fact]
    public void In_a_message_that_is_sent_elsewhere() => Verify.Reports(Id, InSdkClass("""
            public SendSmtpEmail Build(string to) => new SendSmtpEmail { TemplateId = 3, BatchId = [|"monday"|] };
        """));

    [Fact]
    public void Recipients_of_a_version()
    {
        var people = string.Join(", ", Enumerable.Range(0, 100).Select(i => $"new {{ email = \"p{i}@shop.example\" }}"));
        Verify.Reports(Id, Sending($$"""new { sender = new { email = "a@shop.example" }, subject, htmlContent = html, messageVersions = new[] { [|new { to = new[] { {{people}} } }|] } }"""));
        Verify.Silent(Id, Sending($$"""new { sender = new { email = "a@shop.example" }, subject, htmlContent = html, messageVersions = new[] { new { to = new[] { {{people[..people.LastIndexOf(", new", System.StringComparison.Ordinal)]}} } } } }"""));
    }

    [Fact]
    public void A_name_that_is_cut_before_it_is_sent() => Verify.Silent(Id, InSdkClass($$"""
            private static string Cut(string name) => name.Length <= 70 ? name : name[..70];
            public SendSmtpEmail Build(string to) => new SendSmtpEmail { Sender = new SendSmtpEmailSender(Cut("{{Long}}"), "a@shop.example"), TemplateId = 3 };
        """));
}
