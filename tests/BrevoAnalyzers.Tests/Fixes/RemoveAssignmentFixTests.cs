using System.Threading.Tasks;
using BrevoAnalyzers.CodeFixes;
using BrevoAnalyzers.Tests.Fixes.Infrastructure;
using Xunit;

namespace BrevoAnalyzers.Tests.Fixes;

/// <summary>BREVO1007 and BREVO1009.</summary>
public class RemoveAssignmentFixTests
{
    private const string Accept = "    static bool Accept(object s, X509Certificate? c, X509Chain? h, SslPolicyErrors e) => true;\n\n";

    private static VerifyFix Of(string rule, string source) => new(new RemoveAssignment(), rule, source);

    private static string MailKit(string client, string members = "") =>
        $$"""
        using System.Net.Security;
        using System.Security.Cryptography.X509Certificates;
        using MailKit.Net.Smtp;
        using MailKit.Security;
        using MimeKit;

        class Mailer
        {
        {{members}}    void Send(MimeMessage message, string login, string key, bool flag)
            {
                {{client}}
                client.Connect("smtp-relay.brevo.com", 587, SecureSocketOptions.StartTls);
                client.Authenticate(login, key);
                client.Send(message);
            }
        }
        """;

    [Theory]
    [InlineData("using var client = new SmtpClient { ServerCertificateValidationCallback = Accept };", "using var client = new SmtpClient();")]
    [InlineData("using var client = new SmtpClient\n        {\n            ServerCertificateValidationCallback = Accept,\n        };", "using var client = new SmtpClient();")]
    [InlineData("using var client = new SmtpClient() { Timeout = 9000, ServerCertificateValidationCallback = (s, c, h, e) => true };", "using var client = new SmtpClient() { Timeout = 9000 };")]
    [InlineData("using var client = new SmtpClient\n        {\n            ServerCertificateValidationCallback = Accept,\n            Timeout = 9000, // short\n        };", "using var client = new SmtpClient\n        {\n            Timeout = 9000, // short\n        };")]
    [InlineData("using var client = new SmtpClient\n        {\n            Timeout = 9000, // short\n            ServerCertificateValidationCallback = Accept\n        };", "using var client = new SmtpClient\n        {\n            Timeout = 9000 // short\n        };")]
    [InlineData("using var client = new SmtpClient();\n        client.ServerCertificateValidationCallback = (s, c, h, e) => true;", "using var client = new SmtpClient();")]
    [InlineData("using var client = new SmtpClient();\n        // for the moment\n        client.ServerCertificateValidationCallback = delegate { return true; };", "using var client = new SmtpClient();\n        // for the moment")]
    public async Task A_callback_goes(string client, string expected)
    {
        var fix = Of("BREVO1007", MailKit(client, Accept));
        Assert.Equal(["Validate the server's certificate"], await fix.TitlesAsync());
        Assert.Equal(["RemoveAssignment"], await fix.KeysAsync());
        Assert.Equal(MailKit(expected, Accept), await fix.FixAsync());
    }

    [Theory]
    [InlineData("using var client = new SmtpClient { CheckCertificateRevocation = false };", "using var client = new SmtpClient();")]
    [InlineData("using var client = new SmtpClient();\n        client.CheckCertificateRevocation = false;", "using var client = new SmtpClient();")]
    public async Task So_does_the_flag(string client, string expected)
    {
        var fix = Of("BREVO1009", MailKit(client));
        Assert.Equal(["Check for revoked certificates"], await fix.TitlesAsync());
        Assert.Equal(MailKit(expected), await fix.FixAsync());
    }

    [Theory]
    [InlineData("ServicePointManager.ServerCertificateValidationCallback = (s, c, h, e) => true;")]
    [InlineData("ServicePointManager.ServerCertificateValidationCallback += (s, c, h, e) => true;")]
    public async Task So_does_the_process_wide_callback(string assignment)
    {
        const string client = "using var client = new SmtpClient(\"smtp-relay.brevo.com\", 587) { EnableSsl = true, Credentials = credentials };";
        Assert.Equal(Mailers.BySystemNet(client), await Of("BREVO1007", Mailers.BySystemNet(assignment + "\n        " + client)).FixAsync());
    }

    [Theory]
    [InlineData("using var client = new SmtpClient();\n        if (flag)\n            client.ServerCertificateValidationCallback = Accept;")]
    [InlineData("using var client = new SmtpClient { ServerCertificateValidationCallback = flag ? Accept : null };")]
    public Task Offers_nothing_where_more_hangs_on_it(string client) => Of("BREVO1007", MailKit(client, Accept)).OffersNothingAsync();

    [Fact]
    public async Task All_at_once()
    {
        const string client = "using var client = new SmtpClient();\n        client.ServerCertificateValidationCallback = Accept;\n        ";
        const string rest = "client.Connect(\"smtp-relay.brevo.com\", 587, SecureSocketOptions.StartTls);\n        client.Disconnect(true);\n        client.ServerCertificateValidationCallback = (s, c, h, e) => true;";
        var fixedSource = MailKit("using var client = new SmtpClient();\n        client.Connect(\"smtp-relay.brevo.com\", 587, SecureSocketOptions.StartTls);\n        client.Disconnect(true);", Accept);
        Assert.Equal(fixedSource, await Of("BREVO1007", MailKit(client + rest, Accept)).FixAllAsync());
    }
}
