using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using BrevoAnalyzers.PackageTests.Infrastructure;
using Xunit;

namespace BrevoAnalyzers.PackageTests;

/// <summary>Presets, and what is said about an option that cannot be read.</summary>
[Collection(PackageTestGroup.Name)]
public sealed partial class Options(PackageFixture package)
{
    [Theory]
    [InlineData("", 0)]
    [InlineData("<BrevoAnalyzersPreset>Default</BrevoAnalyzersPreset>", 0)]
    [InlineData("<BrevoAnalyzersPreset>Strict</BrevoAnalyzersPreset>", 1)]
    public async Task A_preset_reaches_the_compiler(string property, int expectedPresets)
    {
        using var project = await CreateAsync(property);

        var configurations = await project.ItemsAsync("EditorConfigFiles");

        Assert.Equal(expectedPresets, configurations.Count(file => file.EndsWith("presets/Strict.globalconfig", System.StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_known_preset_is_no_reason_for_a_warning()
    {
        using var project = await CreateAsync("<BrevoAnalyzersPreset>Strict</BrevoAnalyzersPreset>");

        Assert.Contains("0 Warning(s)", (await project.DotnetAsync("build", "--no-restore")).Output);
    }

    [Theory]
    [InlineData("<BrevoAnalyzersPreset>Strikt</BrevoAnalyzersPreset>", "BrevoAnalyzersPreset", "Strikt")]
    [InlineData("<BrevoAnalyzersSettingsFiles>../Elsewhere/mail.json</BrevoAnalyzersSettingsFiles>", "BrevoAnalyzersSettingsFiles", "Elsewhere")]
    public async Task An_unreadable_option_is_named_without_its_value(string property, string name, string value)
    {
        using var project = await CreateAsync(property);

        var build = await project.DotnetAsync("build", "--no-restore");

        Assert.True(build.ExitCode == 0, build.Output);
        Assert.Contains("warning BREVO6001: " + name, build.Output);
        Assert.DoesNotContain(value, build.Output);
    }

    /// <summary>A rule that is off by default and not in the preset could be found by nobody.</summary>
    [Fact]
    public void Strict_turns_on_each_rule_that_is_off_by_default()
    {
        var releases = File.ReadAllText(Repository.PathOf("AnalyzerReleases.Shipped.md"))
            + File.ReadAllText(Repository.PathOf("AnalyzerReleases.Unshipped.md"));
        var preset = File.ReadAllText(Repository.PathOf("src", "BrevoAnalyzers.Package", "presets", "Strict.globalconfig"));

        foreach (Match row in DisabledRule().Matches(releases))
            Assert.Contains($"dotnet_diagnostic.{row.Groups["id"].Value}.severity = warning", preset);
    }

    private async Task<ConsumerProject> CreateAsync(string properties)
    {
        var project = new ConsumerProject(package, ConsumerProject.ProjectFile(properties));
        project.Write("Code.cs", "namespace Consumer;\n\npublic static class Code;\n");
        (await project.RestoreAsync()).EnsureSuccess();
        return project;
    }

    /// <summary>A row of a release file: <c>BREVO1008 | Connection | Disabled | NoTimeout</c></summary>
    [GeneratedRegex(@"^(?<id>BREVO\d{4})\s*\|[^|]*\|\s*Disabled\s*\|", RegexOptions.Multiline)]
    private static partial Regex DisabledRule();
}
