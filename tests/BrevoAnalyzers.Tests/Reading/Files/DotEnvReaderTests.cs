using System.Linq;
using BrevoAnalyzers.Reading.Files;
using Xunit;
using static BrevoAnalyzers.Tests.Reading.Files.SettingsText;

namespace BrevoAnalyzers.Tests.Reading.Files;

public class DotEnvReaderTests
{
    [Theory]
    [InlineData("A=value", "value", "value")]
    [InlineData("A = value  ", "value", "value")]
    [InlineData("  A=value", "value", "value")]
    [InlineData("export A=value", "value", "value")]
    [InlineData("export\tA='value'", "value", "value")]
    [InlineData("A=", "", "")]
    [InlineData("A=   # nothing", "", "")]
    [InlineData("A=\"\"", "", "")]
    [InlineData("A=two words", "two words", "two words")]
    [InlineData("A=x=y==", "x=y==", "x=y==")]
    [InlineData("A=value # comment", "value", "value")]
    [InlineData("A=val#ue", "val#ue", "val#ue")]
    [InlineData("A=#value", "#value", "#value")]
    [InlineData("A=\"a # b\" # comment", "a # b", "a # b")]
    [InlineData("A='a \\n b'", "a \\n b", "a \\n b")]
    [InlineData("A=\"a\\n\\\"b\\\"\\\\\\$\\q\"", "a\n\"b\"\\$\\q", "a\\n\\\"b\\\"\\\\\\$\\q")]
    [InlineData("A=don't", "don't", "don't")]
    [InlineData("A=${B}/v3", "${B}/v3", "${B}/v3")]
    [InlineData("A=\"${B}\"", "${B}", "${B}")]
    public void Values_are_read_as_loaders_read_them(string line, string value, string written)
    {
        var file = DotEnv("# first\n" + line + "\nLAST=1");

        Assert.Equal(value, file.Get("A").Value);
        Assert.Equal(written, file.Written(file.Get("A")));
        Assert.Equal("A", file.Text.ToString(file.Get("A").NameSpan));
        Assert.Equal(SettingValueKind.String, file.Get("A").Kind);
        Assert.Equal("1", file.Get("LAST").Value);
    }

    [Fact]
    public void Places_are_exact_with_byte_order_mark_and_carriage_returns()
    {
        var file = DotEnv("\uFEFF# mail\r\nSMTP_PORT=25\r\n\r\nexport SMTP_HOST=\"smtp-relay.brevo.com\"\r\nX=1");

        file.AssertAt("SMTP_PORT", "25", line: 2, column: 11);
        file.AssertAt("smtp_host", "smtp-relay.brevo.com", line: 4, column: 19);
        Assert.Equal("\"smtp-relay.brevo.com\"", file.Text.ToString(file.Get("SMTP_HOST").WholeValueSpan));
    }

    [Fact]
    public void A_byte_order_mark_does_not_belong_to_the_first_name() => Assert.Equal("1", DotEnv("\uFEFFA=1").Get("A").Value);

    [Fact]
    public void A_quoted_value_may_have_several_lines()
    {
        var file = DotEnv("KEY=\"one\nB=2\nthree\" # end\nC=3");

        Assert.Equal(["KEY", "C"], file.AllSettings().Select(setting => setting.Name));
        Assert.Equal("one\nB=2\nthree", file.Get("KEY").Value);
    }

    [Theory]
    [InlineData("just words")]
    [InlineData("=value")]
    [InlineData("A B=1")]
    [InlineData("export")]
    [InlineData("A=\"open")]
    [InlineData("A='x' y")]
    [InlineData("$(rm)=1")]
    public void A_line_that_is_no_assignment_is_left_out(string line)
    {
        var file = DotEnv(line + "\nSMTP_PORT=25\n");

        Assert.Equal("SMTP_PORT", Assert.Single(file.AllSettings()).Name);
    }

    [Fact]
    public void Of_a_repeated_name_the_last_wins()
    {
        var file = DotEnv("SMTP_PORT=25\nSMTP_PORT=587\n");

        Assert.Equal("587", file.Get("SMTP_PORT").Value);
        Assert.Equal(2, file.AllSettings().Count());
    }

    [Theory]
    [InlineData("Email__Smtp__Host=h")]
    [InlineData("Email:Smtp:Host=h")]
    public void Separators_make_nested_sections(string line)
    {
        var file = DotEnv(line);

        Assert.Equal("Host", file.Get("Email:Smtp:Host").Name);
        Assert.Equal("Email:Smtp", file.Get("Email__Smtp__Host").Section.FullKey);
        Assert.Equal("Email", file.Section("Email:Smtp").Parent!.FullKey);
    }

    [Theory]
    [InlineData("SMTP_HOST", "SMTP")]
    [InlineData("SMTP_USE_TLS", "SMTP")]
    [InlineData("SMTP_FROM_EMAIL", "SMTP")]
    [InlineData("SMTP_SOMETHING", "SMTP")]
    [InlineData("EMAIL_HOST_PASSWORD", "EMAIL")]
    [InlineData("EMAIL_FROM", "EMAIL")]
    [InlineData("MAIL_FROM_ADDRESS", "MAIL")]
    [InlineData("BREVO_API_KEY", "BREVO")]
    [InlineData("BREVO_SENDER_EMAIL_ADDRESS", "BREVO")]
    [InlineData("BREVO_SMTP_LOGIN", "BREVO_SMTP")]
    [InlineData("APP_DB_PASSWORD", "APP_DB")]
    [InlineData("APP_MAIL_HOST", "APP_MAIL")]
    [InlineData("FROM_EMAIL", "")]
    [InlineData("API_KEY", "")]
    [InlineData("PORT", "")]
    [InlineData("DEBUG", "")]
    public void A_name_belongs_to_the_block_its_prefix_names(string name, string block)
    {
        var setting = DotEnv(name + "=x").Get(name);

        Assert.Equal(block, setting.Section.FullKey);
        Assert.Equal((name, name), (setting.Name, setting.FullKey));
    }

    [Fact]
    public void Blocks_hold_their_names_wherever_they_stand_and_nest()
    {
        var file = DotEnv("BREVO_SMTP_HOST=h\nDB_HOST=d\nBREVO_API_KEY=k\nBREVO_SMTP_PORT=25\nDB_PORT=5432\n");

        Assert.Equal(["BREVO_SMTP_HOST", "BREVO_SMTP_PORT"], file.Section("BREVO_SMTP").Names());
        Assert.Equal(["DB_HOST", "DB_PORT"], file.Section("DB").Names());
        Assert.Same(file.Section("BREVO"), file.Section("BREVO_SMTP").Parent);
        Assert.Same(file.Root, file.Section("DB").Parent);
    }
}
