using BrevoAnalyzers.Reading.Files;
using Xunit;

namespace BrevoAnalyzers.Tests.Reading.Files;

public class SettingsFileNameTests
{
    [Theory]
    [InlineData("appsettings.json", SettingsFileKind.Json, null, false)]
    [InlineData("/src/app/AppSettings.Production.JSON", SettingsFileKind.Json, "Production", false)]
    [InlineData("C:\\app\\appsettings.Development.json", SettingsFileKind.Json, "Development", false)]
    [InlineData("appsettings.Example.json", SettingsFileKind.Json, null, true)]
    [InlineData("appsettings-mail.json", SettingsFileKind.Json, null, false)]
    [InlineData("Properties/launchSettings.json", SettingsFileKind.LaunchProfile, null, false)]
    [InlineData("Web.config", SettingsFileKind.Xml, null, false)]
    [InlineData("Web.Release.config", SettingsFileKind.Xml, "Release", false)]
    [InlineData("app.config", SettingsFileKind.Xml, null, false)]
    [InlineData("Shop.exe.config", SettingsFileKind.Xml, null, false)]
    [InlineData(".env", SettingsFileKind.DotEnv, null, false)]
    [InlineData("smtp.env", SettingsFileKind.DotEnv, null, false)]
    [InlineData(".env.production", SettingsFileKind.DotEnv, "production", false)]
    [InlineData(".env.local", SettingsFileKind.DotEnv, null, false)]
    [InlineData(".env.staging.local", SettingsFileKind.DotEnv, "staging", false)]
    [InlineData(".env.example", SettingsFileKind.DotEnv, null, true)]
    [InlineData(".env.SAMPLE", SettingsFileKind.DotEnv, null, true)]
    [InlineData(".env.template", SettingsFileKind.DotEnv, null, true)]
    [InlineData(".env.dist", SettingsFileKind.DotEnv, null, true)]
    [InlineData(".env.production.example", SettingsFileKind.DotEnv, "production", true)]
    [InlineData("example.env", SettingsFileKind.DotEnv, null, true)]
    [InlineData("env.example", SettingsFileKind.DotEnv, null, true)]
    public void Names_say_kind_and_environment(string path, object kind, string? environment, bool isExample) =>
        Assert.Equal(new SettingsFileName((SettingsFileKind)kind, environment, isExample), SettingsFileName.Of(path));

    [Theory]
    [InlineData("stylecop.json")]
    [InlineData("package.json")]
    [InlineData("NuGet.config")]
    [InlineData("packages.config")]
    [InlineData("BannedSymbols.txt")]
    [InlineData("appsettings.json.bak")]
    [InlineData("env")]
    [InlineData("env.txt")]
    [InlineData("my.env.txt")]
    [InlineData(".environment")]
    [InlineData("appsettings.json/readme.md")]
    [InlineData("")]
    public void Other_names_are_none_of_ours(string path) => Assert.Null(SettingsFileName.Of(path));

    [Fact]
    public void A_project_may_name_other_files()
    {
        Assert.Equal(SettingsFileKind.Json, SettingsFileName.Of("../shared/mail.json", isNamedByProject: true)?.Kind);
        Assert.Equal(SettingsFileKind.Xml, SettingsFileName.Of("smtp.config", isNamedByProject: true)?.Kind);
        Assert.Null(SettingsFileName.Of("notes.txt", isNamedByProject: true));
    }
}
