using System.Linq;
using BrevoAnalyzers.Reading.Files;
using Xunit;
using static BrevoAnalyzers.Tests.Reading.Files.SettingsText;

namespace BrevoAnalyzers.Tests.Reading.Files;

/// <summary>The shapes of settings files that public projects have, each whole: what is read and where it stands.</summary>
public class SettingsFileShapesTests
{
    [Fact]
    public void Flag_for_starttls_beside_a_port()
    {
        var file = Json("""
            {
              "AllowedHosts": "*",
              "Mailing": {
                "SmtpHost": "smtp-relay.brevo.com",
                "SmtpPort": 465,
                "UseStartTls": true,
                "From": "orders@firm.example"
              }
            }
            """);

        Assert.Equal(["SmtpHost", "SmtpPort", "UseStartTls", "From"], file.Section("Mailing").Names());
        file.AssertAt("Mailing:SmtpPort", "465", line: 5, column: 17);
        Assert.Equal(SettingValueKind.Boolean, file.Get("Mailing:UseStartTls").Kind);
    }

    [Fact]
    public void Key_of_the_api_as_password()
    {
        var key = ApiKey;
        var file = Json("{\n  \"MailOptions\": {\n    \"SmtpServer\": \"smtp-relay.brevo.com\",\n    \"Password\": \"" + key + "\"\n  }\n}");

        file.AssertAt("MailOptions:Password", key, line: 4, column: 18);
    }

    [Fact]
    public void Login_used_as_sender()
    {
        var file = Json("""
            {
              "Smtp": {
                "Username": "4d5e6f001@smtp-brevo.com",
                "FromEmail": "4d5e6f001@smtp-brevo.com"
              }
            }
            """);

        file.AssertAt("Smtp:FromEmail", "4d5e6f001@smtp-brevo.com", line: 4, column: 19);
        Assert.NotEqual(file.Get("Smtp:Username").ValueSpan, file.Get("Smtp:FromEmail").ValueSpan);
    }

    [Fact]
    public void Encryption_switched_off_by_name() =>
        Json("{ \"Smtp\": { \"Port\": 2525,\n  \"SecureSocketOptions\": \"None\" } }").AssertAt("Smtp:SecureSocketOptions", "None", line: 2, column: 27);

    [Fact]
    public void Network_element_over_several_lines()
    {
        var file = Xml("""
            <configuration>
              <system.net>
                <mailSettings>
                  <smtp from="firm.sales@gmail.com" deliveryMethod="Network">
                    <network
                      host="smtp-relay.brevo.com"
                      port="25"
                      userName="4d5e6f001@smtp-brevo.com"
                      password="notAReal0ne16chr" />
                  </smtp>
                </mailSettings>
              </system.net>
            </configuration>
            """);

        file.AssertAt("system.net/mailSettings/smtp:From", "firm.sales@gmail.com", line: 4, column: 19);
        file.AssertAt("system.net/mailSettings/smtp:Port", "25", line: 7, column: 17);
        file.AssertAt("system.net/mailSettings/smtp:Password", "notAReal0ne16chr", line: 9, column: 21);
    }

    [Fact]
    public void Smtp_key_in_the_variable_of_the_api()
    {
        var key = SmtpKey;
        var file = DotEnv("# delivery\nBREVO_API_KEY=" + key + "\nBREVO_SENDER_EMAIL=orders@firm.example\nBREVO_NEWS_LIST_ID=12\n");

        file.AssertAt("BREVO_API_KEY", key, line: 2, column: 15);
        Assert.Equal(["BREVO_API_KEY", "BREVO_SENDER_EMAIL"], file.Section("BREVO").Names());
    }

    [Fact]
    public void Empty_secrets_have_a_place()
    {
        var file = Json("{ \"Smtp\": {\n    \"Password\": \"\",\n    \"EnableSsl\": true } }");
        var start = file.LocationOf(file.Get("Smtp:Password")).GetLineSpan().StartLinePosition;

        Assert.Equal("", file.Get("Smtp:Password").Value);
        Assert.Equal((1, 16), (start.Line, start.Character));
        Assert.Equal("true", file.Get("Smtp:EnableSsl").Value);
    }

    [Fact]
    public void Sections_are_listed_from_the_outside_in()
    {
        var file = Json("""{ "Brevo": { "Smtp": { "Port": 25 }, "ApiKey": "x", "Sender": { "Email": "e", "Name": "n" } } }""");

        Assert.Equal(["Brevo", "Brevo:Smtp", "Brevo:Sender"], file.Sections.Select(section => section.FullKey));
        Assert.Equal("Email", file.Get("Brevo:Sender:Email").Name);
    }
}
