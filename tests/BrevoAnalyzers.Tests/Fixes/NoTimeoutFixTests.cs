using System.Threading.Tasks;
using BrevoAnalyzers.CodeFixes;
using BrevoAnalyzers.Tests.Fixes.Infrastructure;
using Xunit;

namespace BrevoAnalyzers.Tests.Fixes;

/// <summary>BREVO1008.</summary>
public class NoTimeoutFixTests
{
    private static VerifyFix Of(string source) => new(new SetTimeout(), "BREVO1008", source);

    private static string MailKit(string client, string members = "") =>
        $$"""
        using MailKit.Net.Smtp;
        using MailKit.Security;
        using MimeKit;

        class Mailer
        {
        {{members}}    void Send(MimeMessage message, string login, string key)
            {
                {{client}}client.Connect("smtp-relay.brevo.com", 587, SecureSocketOptions.StartTls);
                client.Authenticate(login, key);
                client.Send(message);
            }
        }
        """;

    [Theory]
    [InlineData("using var client = new SmtpClient();\n        ", "using var client = new SmtpClient() { Timeout = 15_000 };\n        ")]
    [InlineData("var client = new SmtpClient();\n        client.LocalDomain = \"shop\";\n        ", "var client = new SmtpClient();\n        client.Timeout = 15_000;\n        client.LocalDomain = \"shop\";\n        ")]
    [InlineData("using SmtpClient client = new() { LocalDomain = \"shop\" };\n        ", "using SmtpClient client = new() { LocalDomain = \"shop\", Timeout = 15_000 };\n        ")]
    public async Task MailKit_gets_one_where_the_client_is_made(string client, string expected)
    {
        var fix = Of(MailKit(client));
        Assert.Equal(["Set a timeout of 15 seconds"], await fix.TitlesAsync());
        Assert.Equal(["SetTimeout"], await fix.KeysAsync());
        Assert.Equal(MailKit(expected), await fix.FixAsync());
    }

    [Fact]
    public async Task So_does_a_client_in_a_field()
    {
        var source = MailKit("", "    private readonly SmtpClient client = new();\n");
        Assert.Equal(source.Replace("new();", "new() { Timeout = 15_000 };"), await Of(source).FixAsync());
    }

    [Fact]
    public async Task So_does_System_Net_Mail()
    {
        const string client = "using var client = new SmtpClient(\"smtp-relay.brevo.com\", 587) { EnableSsl = true, Credentials = credentials };";
        Assert.Equal(Mailers.BySystemNet(client.Replace(" }", ", Timeout = 15_000 }")), await Of(Mailers.BySystemNet(client)).FixAsync());
    }

    [Fact]
    public Task Offers_nothing_where_the_client_is_not_made_with_its_variable() => Of(MailKit("SmtpClient client;\n        client = new SmtpClient();\n        ")).OffersNothingAsync();
}
