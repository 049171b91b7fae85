using System.Linq;
using Xunit;
using static BrevoAnalyzers.Tests.Reading.Files.SettingsText;

namespace BrevoAnalyzers.Tests.Reading.Files;

public class LaunchProfileReaderTests
{
    private const string TwoProfiles = """
        {
          "$schema": "x",
          "iisSettings": { "iisExpress": { "applicationUrl": "http://localhost:1", "sslPort": 44300 } },
          "profiles": {
            "http": {
              "commandName": "Project", "port": 25,
              "environmentVariables": {
                "Brevo__ApiKey": "one",
                "SMTP_PORT": "25",
                "SMTP_HOST": "smtp-relay.brevo.com"
              }
            },
            "worker": { "environmentVariables": { "Brevo:ApiKey": "two" } },
            "bare": { "commandName": "Executable" }
          }
        }
        """;

    [Fact]
    public void Only_environment_variables_of_profiles_are_settings()
    {
        var file = Read("Properties/launchSettings.json", TwoProfiles);

        Assert.Equal(
            ["Brevo:ApiKey", "SMTP_PORT", "SMTP_HOST", "Brevo:ApiKey"], file.AllSettings().Select(setting => setting.FullKey));
        file.AssertAt("SMTP_PORT", "25", line: 9, column: 23);
        Assert.Equal("Brevo__ApiKey", file.Text.ToString(file.FindAll("Brevo:ApiKey")[0].NameSpan));
    }

    [Fact]
    public void Profiles_stay_apart()
    {
        var file = Read("launchSettings.json", TwoProfiles);
        var keys = file.FindAll("Brevo:ApiKey");

        Assert.Equal(["one", "two"], keys.Select(key => key.Value));
        Assert.Equal(["profiles:http", "profiles:worker"], keys.Select(key => key.Section.Parent!.FullKey));
        Assert.Equal(["SMTP_PORT", "SMTP_HOST"], file.Section("SMTP").Names());
        Assert.Equal("two", file.Get("Brevo:ApiKey").Value);
    }

    [Theory]
    [InlineData("{ \"profiles\": [] }")]
    [InlineData("{ \"profiles\": { \"a\": 1, \"b\": { \"environmentVariables\": \"x\" } } }")]
    public void Other_shapes_hold_no_settings(string text) => Assert.Empty(Read("launchSettings.json", text).AllSettings());
}
