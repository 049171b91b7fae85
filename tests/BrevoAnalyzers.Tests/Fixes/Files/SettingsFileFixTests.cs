using System.Linq;
using System.Threading.Tasks;
using BrevoAnalyzers.Tests.Doors.Files;
using BrevoAnalyzers.Tests.Reading.Files;
using Xunit;

namespace BrevoAnalyzers.Tests.Fixes.Files;

/// <summary>The fixes in settings files: the value changes, nothing else, and the finding is gone.</summary>
public sealed class SettingsFileFixTests
{
    private static async Task AssertFixedAsync(string path, string text, string rule, string changed, string into, string? title = null)
    {
        var run = new FileFixRun((path, text));
        await run.FixAsync(rule, title);

        Assert.Equal(text.Replace(changed, into), run.Text(path));
        Assert.Empty(await run.FindingsAsync());
    }

    [Theory]
    [InlineData("25", null, "587")]
    [InlineData("\"25\"", null, "\"587\"")]
    [InlineData("25", "Use port 2525 (STARTTLS)", "2525")]
    public Task A_port_in_JSON_with_comments_and_layout(string port, string? title, string into)
    {
        var text = "{\r\n\t// the relay\r\n  \"Smtp\": { \"Host\" : \"smtp-relay.brevo.com\",\r\n    \"Port\":  " + port + " , /* why? */ \"Username\": \"a@smtp-brevo.com\", },\r\n}\r\n";
        return AssertFixedAsync("appsettings.json", text, "BREVO1001", port, into, title);
    }

    [Fact]
    public async Task The_ports_that_fit_are_offered_587_first()
    {
        var run = new FileFixRun(("appsettings.json", """{ "Smtp": { "Host": "smtp-relay.brevo.com", "Port": 25, "EnableSsl": true } }"""));
        Assert.Equal(["Use port 587 (STARTTLS)", "Use port 2525 (STARTTLS)"], (await run.OffersAsync("BREVO1001")).Select(offer => offer.Title));

        run = new FileFixRun(("appsettings.json", """{ "Smtp": { "Host": "smtp-relay.brevo.com", "Port": 25, "SecureSocketOptions": "SslOnConnect" } }"""));
        Assert.Equal(["Use port 465 (implicit TLS)"], (await run.OffersAsync("BREVO1001")).Select(offer => offer.Title));
    }

    [Fact]
    public Task A_port_in_XML() => AssertFixedAsync(
        "web.config",
        """<configuration><system.net><mailSettings><smtp><network enableSsl='true' host="smtp-relay.brevo.com" port='25'/></smtp></mailSettings></system.net></configuration>""",
        "BREVO1001", "port='25'", "port='587'");

    [Fact]
    public Task A_port_in_an_env_file() => AssertFixedAsync(
        ".env.example", "SMTP_HOST=smtp-relay.brevo.com\nexport SMTP_PORT=25 # port\nSMTP_USER=\n", "BREVO1001", "=25 ", "=587 ");

    [Fact]
    public Task The_mode_that_the_port_wants() => AssertFixedAsync(
        "appsettings.json",
        """{ "Smtp": { "Host": "smtp-relay.brevo.com", "SecureSocketOptions": "StartTls", "Port": 465 } }""",
        "BREVO1002", "StartTls", "SslOnConnect");

    [Theory]
    [InlineData("StartTlsWhenAvailable")]
    [InlineData("Auto")]
    public Task Tls_that_is_not_left_to_the_server(string mode) => AssertFixedAsync(
        "appsettings.json",
        $$"""{ "Smtp": { "Host": "smtp-relay.brevo.com", "SecureSocketOptions": "{{mode}}", "Port": 587 } }""",
        "BREVO1004", mode, "StartTls");

    [Fact]
    public Task The_port_where_a_flag_says_STARTTLS() => AssertFixedAsync(
        "appsettings.json",
        """{ "Smtp": { "Host": "smtp-relay.brevo.com", "UseStartTls": true, "Port": 465 } }""",
        "BREVO1002", "465", "587");

    [Theory]
    [InlineData("587", "StartTls")]
    [InlineData("465", "SslOnConnect")]
    public Task Tls_switched_on(string port, string mode) => AssertFixedAsync(
        "appsettings.json",
        $$"""{ "Smtp": { "Host": "smtp-relay.brevo.com", "SecureSocketOptions": "None", "Port": {{port}} } }""",
        "BREVO1003", "None", mode);

    [Fact]
    public Task EnableSsl_of_the_network_element() => AssertFixedAsync(
        "web.config",
        """<configuration><system.net><mailSettings><smtp><network enableSsl="false" host="smtp-relay.brevo.com" port="587"/></smtp></mailSettings></system.net></configuration>""",
        "BREVO1003", "\"false\"", "\"true\"");

    [Theory]
    [InlineData("BREVO1005", "smtp.brevo.com")]
    [InlineData("BREVO1005", "smtp://smtp-relay.brevo.com")]
    [InlineData("BREVO1006", "smtp-relay.sendinblue.com")]
    public Task The_host(string rule, string host) => AssertFixedAsync(
        "appsettings.json",
        $$"""{ "Smtp": { "Host": "{{host}}", "Port": 587, "Username": "" } }""",
        rule, host, "smtp-relay.brevo.com");

    [Fact]
    public async Task A_secret_is_emptied()
    {
        var key = SettingsText.ApiKey;
        await AssertFixedAsync("appsettings.json", $$"""{ "Brevo": { "ApiKey": "{{key}}" /* old */ } }""", "BREVO2004", key, "");
        await AssertFixedAsync(".env.example", $"BREVO_API_KEY={key} # key\n", "BREVO2004", key, "");
        await AssertFixedAsync(".env.example", $"BREVO_API_KEY='{key}'\n", "BREVO2004", key, "");
        await AssertFixedAsync(".env", $"BREVO_API_KEY={SettingsText.SmtpKey}\n", "BREVO2002", SettingsText.SmtpKey, "");
        await AssertFixedAsync("web.config", $"<configuration><appSettings><add key='BrevoApiKey' value='{key}' /></appSettings></configuration>", "BREVO2004", key, "");
        await AssertFixedAsync(
            "appsettings.json",
            $$"""{ "Smtp": { "Host": "smtp-relay.brevo.com", "Password": "{{SettingsRun.ShortKey}}" } }""",
            "BREVO2004", SettingsRun.ShortKey, "");
        await AssertFixedAsync(
            "appsettings.json",
            """{ "Smtp": { "Host": "smtp-relay.brevo.com", "Password": 4711081547110815 } }""",
            "BREVO2004", "4711081547110815", "\"\"");
    }

    [Fact]
    public async Task A_key_within_other_text_is_for_people_to_remove()
    {
        var run = new FileFixRun(("appsettings.json", $$"""{ /* {{SettingsText.ApiKey}} */ "Note": "was {{SettingsText.SmtpKey}}" }"""));

        Assert.Equal(2, (await run.FindingsAsync()).Length);
        Assert.Empty(await run.OffersAsync("BREVO2004"));
    }

    [Fact]
    public Task The_host_of_a_URL_keeps_the_rest() => AssertFixedAsync(
        "appsettings.json",
        """{ "Brevo": { "BaseUrl": "https://api.sendinblue.com/v3/", "ApiKey": "" } }""",
        "BREVO1006", "api.sendinblue.com", "api.brevo.com");

    [Fact]
    public async Task Nothing_is_offered_where_the_wrong_value_stands_in_another_file()
    {
        var run = new FileFixRun(
            ("appsettings.json", $$"""{ "Smtp": { "Host": "localhost", "Port": 25, "Password": "{{SettingsRun.ShortKey}}" } }"""),
            ("appsettings.Production.json", """{ "Smtp": { "Host": "smtp-relay.brevo.com" } }"""));

        Assert.Equal(["BREVO1001", "BREVO2004"], (await run.FindingsAsync()).Select(finding => finding.Id).Order());
        Assert.Empty(await run.OffersAsync("BREVO1001"));
        Assert.Empty(await run.OffersAsync("BREVO2004"));
    }

    [Fact]
    public async Task The_port_changes_where_the_mode_stands_in_another_file()
    {
        var run = new FileFixRun(
            ("appsettings.json", """{ "Smtp": { "Host": "smtp-relay.brevo.com", "Port": 587, "SecureSocketOptions": "StartTls" } }"""),
            ("appsettings.Production.json", """{ "Smtp": { "Port": 465 } }"""));
        await run.FixAsync("BREVO1002");

        Assert.Equal("""{ "Smtp": { "Port": 587 } }""", run.Text("appsettings.Production.json"));
        Assert.Empty(await run.FindingsAsync());
    }

    [Fact]
    public async Task Defaults_of_the_network_element_have_no_text_to_change()
    {
        var run = new FileFixRun(("web.config", """
            <configuration><system.net><mailSettings><smtp><network host="smtp-relay.brevo.com" /></smtp></mailSettings></system.net></configuration>
            """));
        run.AddCode("class Mailer { object Client() => new System.Net.Mail.SmtpClient(); }");

        Assert.Equal(["BREVO1001", "BREVO1003"], (await run.FindingsAsync()).Select(finding => finding.Id).Order());
        Assert.Empty(await run.OffersAsync("BREVO1001"));
        Assert.Empty(await run.OffersAsync("BREVO1003"));
    }
}
