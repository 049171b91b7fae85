using System.Linq;
using Microsoft.CodeAnalysis;
using Xunit;

namespace BrevoAnalyzers.Tests.Rules;

public sealed class MalformedOptionTests
{
    private const string Id = "BREVO6001";

    [Theory]
    [InlineData("brevo_verified_senders", "orders.shop.example")]
    [InlineData("brevo_verified_senders", "orders@shop.example, news")]
    [InlineData("brevo_authenticated_domains", "orders@shop.example")]
    [InlineData("brevo_authenticated_domains", "https://shop.example")]
    [InlineData("brevo_authenticated_domains", "shop")]
    [InlineData("brevo_freemail_domains", "gmail")]
    [InlineData("brevo_disabled_rules", "BREVO99")]
    [InlineData("brevo_disabled_rules", "UnsupportedPort")]
    [InlineData("brevo_smtp_wrappers", "OpenClient")]
    [InlineData("brevo_smtp_wrappers", "Mailer.Open(string)")]
    public void An_option_that_cannot_be_read(string option, string value)
    {
        var finding = Assert.Single(AnalyzerRun.Findings(AnalyzerRun.Compile("class BrevoMailer;", "class B;"), options: Options(option, value)));
        Assert.Equal(Id, finding.Id);
        Assert.Equal(Location.None, finding.Location);
        Assert.Contains(option, finding.GetMessage(), System.StringComparison.Ordinal);
        Assert.DoesNotContain(value, finding.GetMessage(), System.StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("brevo_verified_senders", "orders@shop.example")]
    [InlineData("brevo_verified_senders", "orders@shop.example; news@shop.example,billing@shop.example")]
    [InlineData("brevo_verified_senders", "")]
    [InlineData("brevo_authenticated_domains", "shop.example, mail.shop.example")]
    [InlineData("brevo_authenticated_domains", "@shop.example")]
    [InlineData("brevo_freemail_domains", "mail.example")]
    [InlineData("brevo_disabled_rules", "BREVO1004, brevo2004")]
    [InlineData("brevo_smtp_wrappers", "MyCompany.Mail.Mailer.Open")]
    [InlineData("dotnet_diagnostic.BREVO1004.severity", "nonsense")]
    [InlineData("some_other_option", "orders")]
    public void Options_that_can_be_read_and_those_of_others(string option, string value) =>
        Assert.Empty(AnalyzerRun.Findings(AnalyzerRun.Compile("class BrevoMailer;"), options: Options(option, value)));

    [Fact]
    public void A_disabled_rule_says_nothing() => Verify.WithOptions(("brevo_disabled_rules", "brevo1001")).Exactly(MailCodeSamples.InMailKitMethod("""
        using var client = new SmtpClient();
        client.Connect("smtp-relay.brevo.com", 25, SecureSocketOptions.StartTls);
        client.Authenticate(login, key);
        client.Send(message);
        """));

    /// <summary>A project that does not name Brevo is left unread, its options too.</summary>
    [Fact]
    public void Nothing_is_read_without_a_sign_of_Brevo() =>
        Assert.Empty(AnalyzerRun.Findings(AnalyzerRun.Compile("class A;"), options: Options("brevo_freemail_domains", "gmail")));

    private static System.Collections.Generic.Dictionary<string, string> Options(string option, string value) => new[] { (option, value) }.ToDictionary(o => o.option, o => o.value);
}
