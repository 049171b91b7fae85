using System.Threading.Tasks;
using BrevoAnalyzers.CodeFixes;
using BrevoAnalyzers.Tests.Fixes.Infrastructure;
using Microsoft.CodeAnalysis.CodeFixes;
using Xunit;
using static BrevoAnalyzers.Tests.Fixes.Infrastructure.Mailers;

namespace BrevoAnalyzers.Tests.Fixes;

public class UnsupportedPortFixTests
{
    private const string With587 = "Connect on port 587 with STARTTLS";
    private const string With465 = "Connect on port 465 with implicit TLS";
    private const string With2525 = "Connect on port 2525 with STARTTLS";

    private static VerifyFix Of(params string[] sources) => new(new ChangePort(), "BREVO1001", sources);

    [Fact]
    public async Task Offers_all_ports_587_first()
    {
        var fix = Of(ByMailKit("""client.Connect("smtp-relay.brevo.com", 25, SecureSocketOptions.StartTls);"""));
        Assert.Equal([With587, With465, With2525], await fix.TitlesAsync());
        Assert.Equal(["ChangePort", "ChangePort465", "ChangePort2525"], await fix.KeysAsync());
    }

    [Theory]
    [InlineData(With587, "587, SecureSocketOptions.StartTls")]
    [InlineData(With465, "465, SecureSocketOptions.SslOnConnect")]
    [InlineData(With2525, "2525, SecureSocketOptions.StartTls")]
    public async Task The_mode_follows_the_port(string title, string expected)
    {
        foreach (var mode in (string[])["None", "Auto", "SslOnConnect", "StartTls", "StartTlsWhenAvailable"])
        {
            var source = ByMailKit($"""client.Connect("smtp-relay.brevo.com", 25, SecureSocketOptions.{mode});""");
            var fixedSource = ByMailKit($"""client.Connect("smtp-relay.brevo.com", {expected});""");
            Assert.Equal(fixedSource, await Of(source).FixAsync(title));
        }
    }

    [Theory]
    [InlineData("""client.Connect("smtp-relay.brevo.com", 25, false);""", """client.Connect("smtp-relay.brevo.com", 587, SecureSocketOptions.StartTls);""")]
    [InlineData("""client.Connect("smtp-relay.brevo.com", 25, true);""", """client.Connect("smtp-relay.brevo.com", 587, SecureSocketOptions.StartTls);""")]
    [InlineData("""client.Connect(host: "smtp-relay.brevo.com", port: 25, useSsl: true);""", """client.Connect(host: "smtp-relay.brevo.com", port: 587, options: SecureSocketOptions.StartTls);""")]
    [InlineData("""client.Connect("smtp-relay.brevo.com", 25);""", """client.Connect("smtp-relay.brevo.com", 587, SecureSocketOptions.StartTls);""")]
    [InlineData("""client.Connect("smtp-relay.brevo.com");""", """client.Connect("smtp-relay.brevo.com", 587, SecureSocketOptions.StartTls);""")]
    [InlineData("""client.Connect("smtp-relay.brevo.com", 0, SecureSocketOptions.StartTls);""", """client.Connect("smtp-relay.brevo.com", 587, SecureSocketOptions.StartTls);""")]
    [InlineData("""client.Connect("smtp-relay.brevo.com", options: SecureSocketOptions.StartTls);""", """client.Connect("smtp-relay.brevo.com", 587, options: SecureSocketOptions.StartTls);""")]
    [InlineData("""client.ConnectAsync("smtp-relay.brevo.com", 25, cancellationToken: default).Wait();""", """client.ConnectAsync("smtp-relay.brevo.com", 587, SecureSocketOptions.StartTls, cancellationToken: default).Wait();""")]
    public async Task Every_overload_is_rewritten(string call, string expected)
    {
        var fixedSource = ByMailKit(expected);
        Assert.Equal(fixedSource, await Of(ByMailKit(call)).FixAsync());
        if (!call.Contains("SecureSocketOptions"))
            Assert.Equal(fixedSource, await Of(ByMailKit(call, usings: "")).FixAsync());
    }

    [Theory]
    [InlineData("int port = 25;", "int port = 587;")]
    [InlineData("const int port = 25;", "const int port = 587;")]
    [InlineData("var port = int.Parse(\"25\");", "var port = int.Parse(\"587\");")]
    [InlineData("var port = flag ? 465 : 25;", "var port = flag ? 465 : 587;", "flag ? SecureSocketOptions.SslOnConnect : SecureSocketOptions.StartTls")]
    public async Task Changes_the_text_that_says_the_port(string declaration, string expected, string mode = "SecureSocketOptions.StartTls")
    {
        var call = $"\n        client.Connect(\"smtp-relay.brevo.com\", port, {mode});";
        Assert.Equal(ByMailKit(expected + call), await Of(ByMailKit(declaration + call)).FixAsync());
    }

    [Fact]
    public async Task A_port_of_one_call_takes_the_mode_of_that_call_along()
    {
        var source = ByMailKit("""client.Connect("smtp-relay.brevo.com", Port, false);""", "    const int Port = 25; // why not\n");
        var expected = ByMailKit("""client.Connect("smtp-relay.brevo.com", Port, SecureSocketOptions.SslOnConnect);""", "    const int Port = 465; // why not\n");
        Assert.Equal(expected, await Of(source).FixAsync(With465));
    }

    [Fact]
    public async Task A_port_of_several_calls_stays_with_what_suits_all_of_them()
    {
        const string calls = """
            client.Connect("smtp-relay.brevo.com", Port, SecureSocketOptions.StartTls);
                    client.Disconnect(true);
                    client.Connect("smtp-relay.brevo.com", Port, SecureSocketOptions.StartTls);
            """;
        var fix = Of(ByMailKit(calls, "    const int Port = 25;\n"));
        Assert.Equal([With587, With2525], await fix.TitlesAsync());
        Assert.Equal(ByMailKit(calls, "    const int Port = 587;\n"), await fix.FixAsync());
    }

    [Fact]
    public async Task A_mode_that_is_chosen_elsewhere_chooses_the_port()
    {
        var source = ByMailKit("""client.Connect("smtp-relay.brevo.com", 25, Mode);""", "    const SecureSocketOptions Mode = SecureSocketOptions.SslOnConnect;\n");
        Assert.Equal([With465], await Of(source).TitlesAsync());
        Assert.Equal(source.Replace("25", "465"), await Of(source).FixAsync());
    }

    [Theory]
    [InlineData("""using var client = new SmtpClient("smtp-relay.brevo.com", 25) { EnableSsl = true, Credentials = credentials };""", """using var client = new SmtpClient("smtp-relay.brevo.com", 587) { EnableSsl = true, Credentials = credentials };""")]
    [InlineData("""using var client = new SmtpClient("smtp-relay.brevo.com") { EnableSsl = true, Credentials = credentials };""", """using var client = new SmtpClient("smtp-relay.brevo.com", 587) { EnableSsl = true, Credentials = credentials };""")]
    [InlineData("""var client = new SmtpClient { Host = "smtp-relay.brevo.com", EnableSsl = true, Credentials = credentials };""", """var client = new SmtpClient { Host = "smtp-relay.brevo.com", EnableSsl = true, Credentials = credentials, Port = 587 };""")]
    [InlineData("var client = new SmtpClient();\n        client.Host = \"smtp-relay.brevo.com\";\n        client.EnableSsl = true;\n        client.Credentials = credentials;", "var client = new SmtpClient();\n        client.Port = 587;\n        client.Host = \"smtp-relay.brevo.com\";\n        client.EnableSsl = true;\n        client.Credentials = credentials;")]
    public async Task System_Net_Mail_is_offered_what_it_can_do(string client, string expected)
    {
        var fix = Of(BySystemNet(client));
        Assert.Equal([With587, With2525], await fix.TitlesAsync());
        Assert.Equal(BySystemNet(expected), await fix.FixAsync());
    }

    [Fact]
    public async Task All_at_once()
    {
        var source = ByMailKit("""
            client.Connect("smtp-relay.brevo.com", 25, false); // one
                    client.Connect("smtp-relay.brevo.com", 26, Mode);
                    client.Connect("smtp-relay.brevo.com");
            """.Replace("\n", "\r\n"), "    const SecureSocketOptions Mode = SecureSocketOptions.SslOnConnect;\r\n", usings: "").ReplaceLineEndings("\r\n");
        source = source.Replace("const SecureSocketOptions Mode = SecureSocketOptions", "const MailKit.Security.SecureSocketOptions Mode = MailKit.Security.SecureSocketOptions");
        var expected = source
            .Replace("25, false", "587, SecureSocketOptions.StartTls")
            .Replace("26", "465")
            .Replace("\"smtp-relay.brevo.com\");", "\"smtp-relay.brevo.com\", 587, SecureSocketOptions.StartTls);")
            .Replace("using MimeKit", "using MailKit.Security;\r\nusing MimeKit");
        Assert.Equal(expected, await Of(source).FixAllAsync());
    }

    [Theory]
    [InlineData("""client.Connect(flag ? "localhost" : "smtp-relay.brevo.com", 25, SecureSocketOptions.StartTls);""", "")]
    [InlineData("""client.Connect("smtp-relay.brevo.com", Port, SecureSocketOptions.StartTls); client.Connect("localhost", Port, SecureSocketOptions.None);""", "    const int Port = 25;\n")]
    [InlineData("""client.Connect("smtp-relay.brevo.com", Port, SecureSocketOptions.StartTls);""", "    const byte Port = 25;\n")]
    [InlineData("""client.Connect(new System.Uri("smtp://smtp-relay.brevo.com:25"));""", "")]
    public Task Offers_nothing_where_it_would_break_something(string call, string members) => Of(ByMailKit(call, members)).OffersNothingAsync();

    [Fact]
    public async Task Constants_whose_reader_nobody_sees_get_ports_of_the_usual_mode()
    {
        var fix = Of("public static class Smtp { public const string Host = \"smtp-relay.brevo.com\"; public const int Port = 25; public const string Login = \"a@shop.example\"; public static string Key { get; } = \"\"; }");
        Assert.Equal([With587, With2525], await fix.TitlesAsync());
    }

    [Fact]
    public Task Offers_nothing_where_another_file_says_the_port() =>
        Of(ByMailKit("""client.Connect("smtp-relay.brevo.com", Shop.Port, SecureSocketOptions.StartTls);"""), "public static class Shop { public const int Port = 25; }").OffersNothingAsync();

    [Fact]
    public async Task In_the_whole_project()
    {
        var source = ByMailKit("""client.Connect("smtp-relay.brevo.com", 25, SecureSocketOptions.StartTls);""");
        var fix = Of(source, source.Replace("class Mailer", "class Other"));
        Assert.Equal(source.Replace("25", "587"), await fix.FixAllAsync(FixAllScope.Project));
    }
}
