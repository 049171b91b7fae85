using System.Collections.Generic;
using System.Linq;
using BrevoAnalyzers.Tests.Reading.Files;
using Xunit;

namespace BrevoAnalyzers.Tests.Doors.Files;

/// <summary>Comments, options and test projects; and what no message may say.</summary>
public sealed class SilencedSettingsTests
{
    [Theory]
    [InlineData("\"Port\": 25 // brevo-ignore BREVO1001")]
    [InlineData("// brevo-ignore BREVO1001: the tunnel's port\n\"Port\": 25")]
    [InlineData("/* brevo-ignore */ \"Port\": 25")]
    public void A_comment_silences(string port)
    {
        Assert.Empty(SettingsRun.InJson("{ \"Smtp\": { \"Host\": \"smtp-relay.brevo.com\", \"Username\": \"a@smtp-brevo.com\",\n" + port + "\n} }"));
    }

    [Fact]
    public void A_comment_silences_its_rules_only()
    {
        Assert.Equal(["BREVO1001 25"], SettingsRun.InJson("""
            {
              "Smtp": {
                "Host": "smtp-relay.brevo.com", "Username": "a@smtp-brevo.com",
                // brevo-ignore BREVO1002
                "Port": 25
              }
            }
            """));
    }

    [Fact]
    public void A_comment_in_the_general_file_counts_for_the_environments_that_take_its_value()
    {
        Assert.Empty(SettingsRun.InAll(
            ("appsettings.json", """
                {
                  "Smtp": {
                    // brevo-ignore BREVO1001
                    "Port": 25,
                    "Username": "a@smtp-brevo.com"
                  }
                }
                """),
            ("appsettings.Production.json", """{ "Smtp": { "Host": "smtp-relay.brevo.com" } }""")));
    }

    [Fact]
    public void In_XML_and_env()
    {
        Assert.Empty(SettingsRun.In("web.config", """
            <configuration><system.net><mailSettings>
              <!-- brevo-ignore BREVO3002 -->
              <smtp from="shop@gmail.com">
                <!-- brevo-ignore BREVO1001 -->
                <network host="smtp-relay.brevo.com" userName="a@smtp-brevo.com"
                         port="25" />
              </smtp>
            </mailSettings></system.net></configuration>
            """));
        Assert.Empty(SettingsRun.In(".env.example", """
            SMTP_HOST=smtp-relay.brevo.com
            SMTP_USER=a@smtp-brevo.com
            SMTP_PORT=25 # brevo-ignore BREVO1001
            """));
    }

    [Fact]
    public void An_option_turns_a_rule_off()
    {
        var options = new Dictionary<string, string> { ["brevo_disabled_rules"] = "BREVO1001" };
        var file = ("appsettings.json", """{ "Smtp": { "Host": "smtp-relay.brevo.com", "Port": 25, "Username": "apikey" } }""");

        Assert.Equal(["BREVO2005"], SettingsRun.Findings("", [file], options).Select(finding => finding.Id));
    }

    [Theory]
    [InlineData("""{ "Smtp": { "Host": "smtp-relay.brevo.com", "Port": 25, "Username": "a@smtp-brevo.com", "Password": "KEY" """)]
    [InlineData("""{ "Smtp": { "Host": "smtp-relay.brevo.com", "Port": 25, "Password": "KEY", } } }""")]
    [InlineData("""{ "Smtp": { "Host": "smtp-relay.brevo.com", "Port": KEY } }""")]
    public void A_malformed_file_gives_nothing(string text)
    {
        Assert.Empty(SettingsRun.InJson(text.Replace("KEY", SettingsText.ApiKey)));
        Assert.Empty(SettingsRun.In("web.config", $"<configuration><appSettings><add key='Brevo:ApiKey' value='{SettingsText.ApiKey}'></configuration>"));
    }

    [Fact]
    public void No_message_or_property_holds_a_secret_or_an_address()
    {
        const string login = "q7f3kk001@smtp-brevo.com";
        var findings = SettingsRun.Findings(
            ("appsettings.json", $$"""
                {
                  "Brevo": {
                    "Host": "smtp://{{login}}:{{SettingsRun.ShortKey}}@smtp-relay.brevo.com", "Port": 25, "SecureSocketOptions": "None",
                    "Username": "{{SettingsText.SmtpKey}}", "Password": "{{SettingsText.ApiKey}}", "From": "{{login}}", "ApiKey": "{{SettingsText.SmtpKey}}"
                  },
                  "Smtp": { "Host": "smtp-relay.brevo.com", "Username": "{{login}}", "Password": "{{SettingsRun.ShortKey}}", "From": "q7f3kk001 <" }
                }
                """),
            ("appsettings.Production.json", """{ "Brevo": { "Host": "smtp-relay.brevo.com" }, "Smtp": { "Port": 25 } }"""));

        Assert.Superset(
            new HashSet<string> { "BREVO1001", "BREVO1003", "BREVO1005", "BREVO2001", "BREVO2002", "BREVO2004", "BREVO2005", "BREVO3001", "BREVO3004" },
            findings.Select(finding => finding.Id).ToHashSet());
        foreach (var said in findings.SelectMany(finding => finding.Properties.Values.Append(finding.GetMessage())))
        {
            foreach (var secret in new[] { SettingsText.ApiKey[..20], SettingsText.SmtpKey[..20], SettingsText.ApiKey[^8..], SettingsText.SmtpKey[^8..], SettingsRun.ShortKey[..6], "q7f3kk001" })
                Assert.DoesNotContain(secret, said);
        }
    }
}
