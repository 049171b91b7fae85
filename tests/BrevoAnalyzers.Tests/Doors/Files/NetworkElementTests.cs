using Xunit;

namespace BrevoAnalyzers.Tests.Doors.Files;

/// <summary><c>&lt;network&gt;</c> belongs to System.Net.Mail: its flag and its defaults are known.</summary>
public sealed class NetworkElementTests
{
    private const string LeavesAll = """
        class Mailer { void Send(System.Net.Mail.MailMessage message) { using var client = new System.Net.Mail.SmtpClient(); client.Send(message); } }
        """;

    private static string Config(string network) => $"""
        <configuration>
          <system.net>
            <mailSettings>
              <smtp from="shop@shop.example">
                <network host="smtp-relay.brevo.com" userName="a@smtp-brevo.com" {network} />
              </smtp>
            </mailSettings>
          </system.net>
        </configuration>
        """;

    [Theory]
    [InlineData("""port="25" enableSsl="true" """, "BREVO1001 25")]
    [InlineData("""port="465" enableSsl="true" """, "BREVO1002 465")]
    [InlineData("""port="587" enableSsl="false" """, "BREVO1003 false")]
    [InlineData("""port="587" enableSsl="true" password="AbCd9fGh40KmNp38" """, "BREVO2004 AbCd9fGh40KmNp38")]
    [InlineData("""port="587" enableSsl="true" defaultCredentials="true" """, "BREVO2006 true")]
    public void What_is_wrong_with_System_Net_Mail(string network, string expected)
    {
        Assert.Equal([expected], SettingsRun.In("web.config", Config(network)));
    }

    [Theory]
    [InlineData("""port="587" enableSsl="true" """)]
    [InlineData("""port="2525" enableSsl="True" password="" """)]
    [InlineData("""enableSsl="true" """)]
    [InlineData("""port="587" enableSsl="true" defaultCredentials="false" """)]
    [InlineData("""port="587" """)]
    public void What_is_right_or_may_be_set_in_code(string network)
    {
        Assert.Empty(SettingsRun.In("web.config", Config(network)));
    }

    [Fact]
    public void Defaults_hold_where_code_makes_clients_and_leaves_them_alone()
    {
        Assert.Equal(
            ["BREVO1001 smtp-relay.brevo.com", "BREVO1003 smtp-relay.brevo.com"],
            SettingsRun.In("App.config", Config(""), LeavesAll));
    }

    [Fact]
    public void Defaults_are_not_judged_where_code_sets_them()
    {
        Assert.Empty(SettingsRun.In("App.config", Config(""), """
            class Mailer
            {
                void Send(System.Net.Mail.MailMessage message)
                {
                    using var client = new System.Net.Mail.SmtpClient { EnableSsl = true };
                    client.Port = 587;
                    client.Send(message);
                }
            }
            """));
    }

    [Fact]
    public void A_transform_lies_over_the_file_it_transforms()
    {
        var transform = """
            <configuration xmlns:xdt="http://schemas.microsoft.com/XML-Document-Transform">
              <system.net>
                <mailSettings>
                  <smtp>
                    <network port="25" xdt:Transform="SetAttributes(port)" />
                  </smtp>
                </mailSettings>
              </system.net>
            </configuration>
            """;

        Assert.Equal(
            ["BREVO1001 Web.Release.config: 25"],
            SettingsRun.InAll(("Web.config", Config("port=\"587\" enableSsl=\"true\"")), ("Web.Release.config", transform)));
    }

    [Fact]
    public void Names_of_appSettings_are_read_by_nobody_known()
    {
        Assert.Empty(SettingsRun.In("web.config", """
            <configuration>
              <appSettings>
                <add key="smtp.host" value="smtp-relay.brevo.com" />
                <add key="smtp.port" value="587" />
                <add key="smtp.enableSsl" value="false" />
                <add key="smtp.user" value="a@smtp-brevo.com" />
              </appSettings>
            </configuration>
            """));
    }
}
