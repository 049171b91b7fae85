using System;
using System.IO;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using BrevoAnalyzers.PackageTests.Infrastructure;
using Xunit;

namespace BrevoAnalyzers.PackageTests;

/// <summary>Presets, and what is said about an option that cannot be read.</summary>
[Collection(PackageTestGroup.Name)]
public sealed partial class Options(PackageFixture package)
{
    [Fact]
    public async Task A_preset_reaches_the_compiler()
    {
        using var project = await CreateAsync("<BrevoAnalyzersPreset>Strict</BrevoAnalyzersPreset>");

        Assert.Contains(await project.ItemsAsync("EditorConfigFiles"), IsPreset);
        Assert.DoesNotContain(await project.ItemsAsync("EditorConfigFiles", "BrevoAnalyzersPreset=Default"), IsPreset);
        Assert.DoesNotContain(await project.ItemsAsync("EditorConfigFiles", "BrevoAnalyzersPreset="), IsPreset);
        Assert.Contains("0 Warning(s)", (await project.DotnetAsync("build", "--no-restore")).Output);

        static bool IsPreset(string file) => file.EndsWith("presets/Strict.globalconfig", StringComparison.Ordinal);
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
