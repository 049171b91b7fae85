using System.Linq;
using BrevoAnalyzers.Model;
using BrevoAnalyzers.Reading.Files;
using Xunit;
using static BrevoAnalyzers.Tests.Reading.Files.SettingsText;

namespace BrevoAnalyzers.Tests.Reading.Files;

public class SmtpSettingsBlockTests
{
    private static SmtpSettingsBlock Block(SettingsFile file, string section) =>
        Assert.Single(SmtpSettingsBlock.Of(file), block => block.Section.FullKey == section);

    private static string[] Sections(SettingsFile file) => SmtpSettingsBlock.Of(file).Select(block => block.Section.FullKey).ToArray();

    [Fact]
    public void A_json_section_by_its_names()
    {
        var file = Json("""
            {
              "Logging": { "LogLevel": { "Default": "Information" } },
              "Mailing": {
                "SmtpServer": "h", "SmtpPort": 587, "UserName": "u", "Password": "p", "FromEmail": "f", "FromName": "n",
                "UseStartTls": true, "SecureSocketOptions": "None", "EnableSsl": true, "ApiKey": "k"
              }
            }
            """);
        var block = Block(file, "Mailing");

        Assert.Equal(["Mailing"], Sections(file));
        Assert.Equal(["h", "587", "u", "p", "f"], new[] { block.Host, block.Port, block.Login, block.Password, block.Sender }.Select(s => s?.Value));
        Assert.Equal(
            ["true", "None", "true", "k"], new[] { block.StartTls, block.SecureSocketOptions, block.BareTls, block.ApiKey }.Select(s => s?.Value));
    }

    [Fact]
    public void The_smtp_element()
    {
        var block = Block(
            Xml("<configuration><system.net><mailSettings><smtp from='f'><network host='h' port='25' userName='u' password='p' enableSsl='true'/></smtp></mailSettings></system.net></configuration>"),
            "system.net/mailSettings/smtp");

        Assert.Equal(
            ["h", "25", "u", "p", "f", "true"],
            new[] { block.Host, block.Port, block.Login, block.Password, block.Sender, block.BareTls }.Select(s => s?.Value));
    }

    [Fact]
    public void Blocks_of_dot_env_names_are_not_mixed()
    {
        var file = DotEnv("DB_HOST=d\nDB_PASSWORD=dp\nSMTP_HOST=h\nSMTP_PORT=25\nSMTP_PASS=p\nFROM_EMAIL=f\nBREVO_API_KEY=k");
        var block = Block(file, "SMTP");

        Assert.Equal(["h", "25", "p", "f"], new[] { block.Host, block.Port, block.Password, block.Sender }.Select(s => s?.Value));
        Assert.Null(block.ApiKey);
        Assert.Equal("k", Block(file, "BREVO").ApiKey?.Value);
    }

    [Fact]
    public void Parts_within_a_connection_belong_to_it()
    {
        var file = Json("""{ "Smtp": { "Host": "h", "Credentials": { "UserName": "u", "Password": "p" }, "Sender": { "Email": "f", "Name": "n" } } }""");
        var block = Block(file, "Smtp");

        Assert.Equal(["Smtp"], Sections(file));
        Assert.Equal(["u", "p", "f"], new[] { block.Login, block.Password, block.Sender }.Select(s => s?.Value));
    }

    [Theory]
    [InlineData("""{ "Brevo": { "From": "f", "Smtp": { "Host": "h" } } }""")]
    [InlineData("""{ "Brevo": { "Sender": { "Email": "f" }, "Smtp": { "Host": "h" } } }""")]
    public void A_sender_around_or_beside_the_connection_belongs_to_it(string json) =>
        Assert.Equal("f", Block(Json(json), "Brevo:Smtp").Sender?.Value);

    [Theory]
    [InlineData("""{ "Contact": { "From": "f" }, "Smtp": { "Host": "h" } }""")]
    [InlineData("""{ "Mail": { "News": { "From": "a" }, "Shop": { "From": "b" }, "Smtp": { "Host": "h" } } }""")]
    [InlineData("""{ "Mail": { "Other": { "Host": "o", "From": "a" }, "Smtp": { "Host": "h" } } }""")]
    public void A_sender_elsewhere_or_one_of_several_does_not(string json) =>
        Assert.Null(Assert.Single(SmtpSettingsBlock.Of(Json(json)), block => block.Host?.Value == "h").Sender);

    [Fact]
    public void Rows_of_a_table_are_blocks_of_their_own()
    {
        var file = Json("""{ "Accounts": [ { "Host": "a", "Port": 25 }, { "Host": "b", "Port": 587 } ] }""");

        Assert.Equal(["a25", "b587"], SmtpSettingsBlock.Of(file).Select(block => block.Host?.Value + block.Port?.Value));
    }

    [Fact]
    public void Of_several_settings_of_a_role_the_one_that_says_smtp_counts()
    {
        var block = Block(Json("""{ "Site": { "Host": "www", "SmtpHost": "h", "From": "a", "SenderEmail": "b" } }"""), "Site");

        Assert.Equal("h", block.Host?.Value);
        Assert.Null(block.Sender);
        Assert.Equal(["a", "b"], block.All(SettingRole.Sender).Select(setting => setting.Value));
    }

    [Fact]
    public void Of_a_repeated_key_the_last_counts_and_null_is_not_set()
    {
        var block = Block(Json("""{ "Smtp": { "Port": 25, "Port": 587, "Host": null } }"""), "Smtp");

        Assert.Equal("587", block.Port?.Value);
        Assert.Null(block.Host);
    }

    [Fact]
    public void An_smtp_key_is_a_password_by_its_name()
    {
        var block = Block(DotEnv("BREVO_SMTP_LOGIN=l\nBREVO_SMTP_KEY=k"), "BREVO_SMTP");

        Assert.Equal(("l", "k"), (block.Login?.Value, block.Password?.Value));
        Assert.Equal("k", Assert.Single(block.All(SettingRole.SmtpKey)).Value);
    }

    [Fact]
    public void Launch_profiles_are_not_mixed()
    {
        var file = Read("launchSettings.json", """
            { "profiles": { "a": { "environmentVariables": { "Smtp__Host": "a", "Smtp__Port": "1" } },
                            "b": { "environmentVariables": { "Smtp__Host": "b" } } } }
            """);

        Assert.Equal(["a1", "b"], SmtpSettingsBlock.Of(file).Select(block => block.Host?.Value + block.Port?.Value));
    }
}
