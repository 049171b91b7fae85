using System.Threading.Tasks;
using BrevoAnalyzers.CodeFixes;
using BrevoAnalyzers.Tests.Fixes.Infrastructure;
using Xunit;
using static BrevoAnalyzers.Tests.Fixes.Infrastructure.Mailers;

namespace BrevoAnalyzers.Tests.Fixes;

/// <summary>BREVO1002, BREVO1003 and BREVO1004.</summary>
public class TlsModeFixTests
{
    private const string StartTls = "Connect with STARTTLS";
    private const string Implicit = "Connect with implicit TLS";
    private const string EnableSsl = "Set EnableSsl to true";

    private static VerifyFix Of(string rule, params string[] sources) => new(new ChangeTlsMode(), rule, sources);

    [Theory]
    [InlineData("BREVO1002", "465, SecureSocketOptions.StartTls", "465, SecureSocketOptions.SslOnConnect", Implicit)]
    [InlineData("BREVO1002", "465, SecureSocketOptions.StartTlsWhenAvailable", "465, SecureSocketOptions.SslOnConnect", Implicit)]
    [InlineData("BREVO1002", "587, SecureSocketOptions.SslOnConnect", "587, SecureSocketOptions.StartTls", StartTls)]
    [InlineData("BREVO1002", "2525, true", "2525, SecureSocketOptions.StartTls", StartTls)]
    [InlineData("BREVO1002", "465, useSsl: false", "465, options: SecureSocketOptions.SslOnConnect", Implicit)]
    [InlineData("BREVO1003", "587, SecureSocketOptions.None", "587, SecureSocketOptions.StartTls", StartTls)]
    [InlineData("BREVO1003", "587, (SecureSocketOptions)0", "587, SecureSocketOptions.StartTls", StartTls)]
    [InlineData("BREVO1003", "465, /* why */ SecureSocketOptions.None", "465, /* why */ SecureSocketOptions.SslOnConnect", Implicit)]
    [InlineData("BREVO1004", "587, SecureSocketOptions.Auto", "587, SecureSocketOptions.StartTls", StartTls)]
    [InlineData("BREVO1004", "587, SecureSocketOptions.StartTlsWhenAvailable", "587, SecureSocketOptions.StartTls", StartTls)]
    [InlineData("BREVO1004", "587, false", "587, SecureSocketOptions.StartTls", StartTls)]
    [InlineData("BREVO1004", "587", "587, SecureSocketOptions.StartTls", StartTls)]
    [InlineData("BREVO1004", "587, cancellationToken: default", "587, SecureSocketOptions.StartTls, cancellationToken: default", StartTls)]
    public async Task The_mode_is_rewritten_in_the_call(string rule, string arguments, string expected, string title)
    {
        var source = ByMailKit($"""client.Connect("smtp-relay.brevo.com", {arguments});""");
        var fixedSource = ByMailKit($"""client.Connect("smtp-relay.brevo.com", {expected});""");
        var fix = Of(rule, source);
        Assert.Equal([title], await fix.TitlesAsync());
        Assert.Equal(["ChangeTlsMode"], await fix.KeysAsync());
        Assert.Equal(fixedSource, await fix.FixAsync());
        if (!arguments.Contains("SecureSocketOptions"))
            Assert.Equal(fixedSource, await Of(rule, ByMailKit($"""client.Connect("smtp-relay.brevo.com", {arguments});""", usings: "")).FixAsync());
    }

    [Theory]
    [InlineData("BREVO1002", 465, "var mode = SecureSocketOptions.StartTls;", "var mode = SecureSocketOptions.SslOnConnect;")]
    [InlineData("BREVO1003", 587, "var mode = flag ? SecureSocketOptions.StartTls : SecureSocketOptions.None;", "var mode = flag ? SecureSocketOptions.StartTls : SecureSocketOptions.StartTls;")]
    [InlineData("BREVO1002", 465, "var mode = false;", "var mode = true;")]
    public async Task A_mode_is_changed_where_it_is_written(string rule, int port, string declaration, string expected)
    {
        var call = $"\n        client.Connect(\"smtp-relay.brevo.com\", {port}, mode);";
        Assert.Equal(ByMailKit(expected + call), await Of(rule, ByMailKit(declaration + call)).FixAsync());
    }

    /// <summary>The other arm needs the mode as it is: then the port is what can change, and that is another fix.</summary>
    [Fact]
    public async Task A_mode_that_another_session_needs_stays()
    {
        var source = ByMailKit("""
            var mode = SecureSocketOptions.StartTls;
                    string host = "smtp.gmail.com";
                    int port = 587;
                    if (flag)
                    {
                        host = "smtp-relay.brevo.com";
                        port = 465;
                    }
                    client.Connect(host, port, mode);
            """);
        await Of("BREVO1002", source).OffersNothingAsync();

        var fix = new VerifyFix(new ChangePort(), "BREVO1002", source);
        Assert.Equal(["Connect on port 587 with STARTTLS"], await fix.TitlesAsync());
        Assert.Equal(source.Replace("465", "587"), await fix.FixAsync());
    }

    [Fact]
    public async Task System_Net_Mail_leaves_465()
    {
        var source = BySystemNet("""using var client = new SmtpClient("smtp-relay.brevo.com", 465) { EnableSsl = true, Credentials = credentials };""");
        await Of("BREVO1002", source).OffersNothingAsync();

        var fix = new VerifyFix(new ChangePort(), "BREVO1002", source);
        Assert.Equal(["Connect on port 587 with STARTTLS", "Connect on port 2525 with STARTTLS"], await fix.TitlesAsync());
        Assert.Equal(source.Replace("465", "587"), await fix.FixAsync());
    }

    [Theory]
    [InlineData(
        """using var client = new SmtpClient("smtp-relay.brevo.com", 587) { EnableSsl = false, Credentials = credentials };""",
        """using var client = new SmtpClient("smtp-relay.brevo.com", 587) { EnableSsl = true, Credentials = credentials };""")]
    [InlineData(
        """using var client = new SmtpClient("smtp-relay.brevo.com", 587) { Credentials = credentials };""",
        """using var client = new SmtpClient("smtp-relay.brevo.com", 587) { Credentials = credentials, EnableSsl = true };""")]
    [InlineData(
        "using var client = new SmtpClient(\"smtp-relay.brevo.com\", 587)\n        {\n            Credentials = credentials, // from the vault\n        };",
        "using var client = new SmtpClient(\"smtp-relay.brevo.com\", 587)\n        {\n            Credentials = credentials, // from the vault\n            EnableSsl = true,\n        };")]
    [InlineData(
        "var client = new SmtpClient(\"smtp-relay.brevo.com\", 587);\n        client.Credentials = credentials;",
        "var client = new SmtpClient(\"smtp-relay.brevo.com\", 587);\n        client.EnableSsl = true;\n        client.Credentials = credentials;")]
    [InlineData(
        "var client = new SmtpClient(\"smtp-relay.brevo.com\", 587);\n        client.Credentials = credentials;\n        client.EnableSsl = false; // development",
        "var client = new SmtpClient(\"smtp-relay.brevo.com\", 587);\n        client.Credentials = credentials;\n        client.EnableSsl = true; // development")]
    public async Task EnableSsl_is_set_as_the_other_members_are(string client, string expected)
    {
        var fix = Of("BREVO1003", BySystemNet(client));
        Assert.Equal([EnableSsl], await fix.TitlesAsync());
        Assert.Equal(BySystemNet(expected), await fix.FixAsync());
    }

    [Theory]
    [InlineData("BREVO1004", "client.Connect(\"smtp-relay.brevo.com\", 587, mode);", "    bool mode = false;\n")]
    [InlineData("BREVO1003", "client.Connect(flag ? \"localhost\" : \"smtp-relay.brevo.com\", 587, SecureSocketOptions.None);", "")]
    [InlineData("BREVO1003", "client.Connect(\"smtp-relay.brevo.com\", flag ? 465 : 587, SecureSocketOptions.None);", "")]
    [InlineData("BREVO1004", "client.Connect(new System.Uri(\"smtp://smtp-relay.brevo.com:587\"));", "")]
    public Task Offers_nothing_where_it_would_break_something(string rule, string call, string members) => Of(rule, ByMailKit(call, members)).OffersNothingAsync();

    [Fact]
    public Task Offers_nothing_for_a_client_that_talks_to_others_too() =>
        Of("BREVO1003", BySystemNet("""using var client = new SmtpClient(flag ? "localhost" : "smtp-relay.brevo.com", 587) { Credentials = credentials };""")).OffersNothingAsync();

    [Fact]
    public async Task All_at_once()
    {
        var source = ByMailKit("""
            client.Connect("smtp-relay.brevo.com", 587, false); // one
                    client.Connect("smtp-relay.brevo.com", 2525);
            """, usings: "").ReplaceLineEndings("\r\n");
        var expected = source
            .Replace("587, false", "587, SecureSocketOptions.StartTls")
            .Replace("2525", "2525, SecureSocketOptions.StartTls")
            .Replace("using MimeKit", "using MailKit.Security;\r\nusing MimeKit");
        Assert.Equal(expected, await Of("BREVO1004", source).FixAllAsync());
    }
}
