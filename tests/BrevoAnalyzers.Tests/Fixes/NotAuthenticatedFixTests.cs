using System.Threading.Tasks;
using BrevoAnalyzers.CodeFixes;
using BrevoAnalyzers.Tests.Fixes.Infrastructure;
using Xunit;

namespace BrevoAnalyzers.Tests.Fixes;

/// <summary>BREVO2006.</summary>
public class NotAuthenticatedFixTests
{
    private const string FromConfiguration = "configuration[\"{0}\"] ?? throw new InvalidOperationException(\"{0} is not set\")";
    private const string FromEnvironment = "Environment.GetEnvironmentVariable(\"{0}\") ?? throw new InvalidOperationException(\"{0} is not set\")";

    private static VerifyFix Of(string source) => new(new LogIn(), "BREVO2006", source);

    private static string MailKit(string beforeSend, string send = "await client.SendAsync(message);", string usings = "") =>
        $$"""
        {{usings}}using System.Threading.Tasks;
        using MailKit.Net.Smtp;
        using MailKit.Security;
        using Microsoft.Extensions.Configuration;
        using MimeKit;

        class Mailer(IConfiguration configuration)
        {
            public async Task Send(MimeMessage message)
            {
                using var client = new SmtpClient();
                await client.ConnectAsync(configuration["Mail:Host"] ?? "smtp-relay.brevo.com", 587, SecureSocketOptions.StartTls);
                {{beforeSend}}{{send}}
                await client.DisconnectAsync(true);
            }
        }
        """;

    private static string SystemNet(string client, string usings) =>
        $$"""
        {{usings}}using System.Net.Mail;

        class Mailer
        {
            void Send(MailMessage message, ICredentialsByHost credentials)
            {
                {{client}}
                client.Send(message);
            }
        }
        """;

    [Theory]
    [InlineData("await client.SendAsync(message);", "await client.AuthenticateAsync")]
    [InlineData("client.Send(message);", "client.Authenticate")]
    public async Task MailKit_logs_in_before_it_sends(string send, string call)
    {
        var fix = Of(MailKit("", send));
        Assert.Equal(["Log in with the SMTP login and key"], await fix.TitlesAsync());
        Assert.Equal(["LogIn"], await fix.KeysAsync());
        var added = $"{call}(\n            {FromConfiguration.Replace("{0}", "Mail:Login")},\n            {FromConfiguration.Replace("{0}", "Mail:Password")});\n        ";
        Assert.Equal(MailKit(added, send, "using System;\n"), await fix.FixAsync());
    }

    [Fact]
    public async Task System_Net_Mail_gets_credentials()
    {
        var credentials = $"new NetworkCredential({FromEnvironment.Replace("{0}", "BREVO_SMTP_LOGIN")}, {FromEnvironment.Replace("{0}", "BREVO_SMTP_KEY")})";
        var source = SystemNet("using var client = new SmtpClient(\"smtp-relay.brevo.com\", 587) { EnableSsl = true };", "using System.Net;\n");
        var expected = SystemNet($"using var client = new SmtpClient(\"smtp-relay.brevo.com\", 587) {{ EnableSsl = true, Credentials = {credentials} }};", "using System;\nusing System.Net;\n");
        Assert.Equal(expected, await Of(source).FixAsync());
    }

    [Theory]
    [InlineData("using var client = new SmtpClient(\"smtp-relay.brevo.com\", 587) { EnableSsl = true, UseDefaultCredentials = true, Credentials = credentials };", "using var client = new SmtpClient(\"smtp-relay.brevo.com\", 587) { EnableSsl = true, Credentials = credentials };")]
    [InlineData("using var client = new SmtpClient(\"smtp-relay.brevo.com\", 587) { EnableSsl = true, Credentials = credentials };\n        client.UseDefaultCredentials = true;", "using var client = new SmtpClient(\"smtp-relay.brevo.com\", 587) { EnableSsl = true, Credentials = credentials };")]
    public async Task Its_own_credentials_count_without_the_default_ones(string client, string expected) =>
        Assert.Equal(SystemNet(expected, "using System.Net;\n"), await Of(SystemNet(client, "using System.Net;\n")).FixAsync());

    [Theory]
    [InlineData("using var client = new SmtpClient(\"smtp-relay.brevo.com\", 587) { EnableSsl = true, UseDefaultCredentials = true };")]
    [InlineData("using var client = new SmtpClient(\"smtp-relay.brevo.com\", 587) { EnableSsl = true };\n        client.UseDefaultCredentials = true;")]
    public async Task Default_credentials_make_room_for_its_own(string client)
    {
        var credentials = $"Credentials = new NetworkCredential({FromEnvironment.Replace("{0}", "BREVO_SMTP_LOGIN")}, {FromEnvironment.Replace("{0}", "BREVO_SMTP_KEY")})";
        Assert.Equal(
            SystemNet(client.Replace("UseDefaultCredentials = true", credentials), "using System;\nusing System.Net;\n"),
            await Of(SystemNet(client, "using System.Net;\n")).FixAsync());
    }

    [Fact]
    public async Task All_at_once()
    {
        var source = MailKit("").Replace("class Mailer", "class Other") + MailKit("")[MailKit("").IndexOf("\n\nclass")..];
        var added = $"await client.AuthenticateAsync(\n            {FromConfiguration.Replace("{0}", "Mail:Login")},\n            {FromConfiguration.Replace("{0}", "Mail:Password")});\n        ";
        var expected = "using System;\n" + source.Replace("await client.SendAsync", added + "await client.SendAsync");
        Assert.Equal(expected.ReplaceLineEndings("\r\n"), await Of(source.ReplaceLineEndings("\r\n")).FixAllAsync());
    }

    [Fact]
    public Task Offers_nothing_where_no_statement_can_come_before() =>
        Of(MailKit("if (message.To.Count > 0)\n            ")).OffersNothingAsync();
}
