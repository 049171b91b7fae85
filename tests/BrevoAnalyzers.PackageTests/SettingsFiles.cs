using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using BrevoAnalyzers.PackageTests.Infrastructure;
using Xunit;

namespace BrevoAnalyzers.PackageTests;

/// <summary>Which files the package's targets hand to the analyzers, and which they leave alone.</summary>
[Collection(PackageTestGroup.Name)]
public sealed class SettingsFiles(PackageFixture package)
{
    private static readonly string[] Settings =
    [
        "App.config",
        "Properties/launchSettings.json",
        "Web.Release.config",
        "appsettings.Production.json",
        "appsettings.json",
        "web.config",
    ];

    private static readonly string[] DotEnvExamples =
    [
        ".env.dist",
        ".env.example",
        ".env.local.sample",
        ".env.template",
        "example.env",
        "smtp.env.example",
    ];

    private static readonly string[] DotEnv = [".env", ".env.production", "smtp.env"];

    /// <summary>Copies, other folders, and files of other purposes.</summary>
    private static readonly string[] Others =
    [
        "bin/Debug/net10.0/appsettings.json",
        "obj/appsettings.json",
        "sub/appsettings.json",
        "sub/.env.example",
        "package.json",
        "environment.txt",
    ];

    [Theory]
    [InlineData("Microsoft.NET.Sdk")]
    [InlineData("Microsoft.NET.Sdk.Web")]
    [InlineData("Microsoft.NET.Sdk.Worker")]
    public async Task Settings_and_examples_are_read_in_each_kind_of_project(string sdk)
    {
        using var project = await CreateAsync(sdk: sdk);

        AssertFiles([.. Settings, .. DotEnvExamples], await project.ItemsAsync("AdditionalFiles"));
    }

    [Fact]
    public async Task Properties_turn_files_on_and_off()
    {
        using var project = await CreateAsync();

        AssertFiles(
            [.. Settings, .. DotEnvExamples, .. DotEnv],
            await project.ItemsAsync("AdditionalFiles", "BrevoAnalyzersScanDotEnv=true"));
        AssertFiles([], await project.ItemsAsync("AdditionalFiles", "BrevoAnalyzersScanSettingsFiles=false"));
        AssertFiles(
            [],
            await project.ItemsAsync(
                "AdditionalFiles",
                "BrevoAnalyzersScanSettingsFiles=false",
                "BrevoAnalyzersScanDotEnv=true",
                "BrevoAnalyzersSettingsFiles=sub/appsettings.json"));
    }

    [Fact]
    public async Task A_property_set_in_the_project_counts()
    {
        using var project = await CreateAsync("<BrevoAnalyzersScanDotEnv>true</BrevoAnalyzersScanDotEnv>");

        AssertFiles([.. Settings, .. DotEnvExamples, .. DotEnv], await project.ItemsAsync("AdditionalFiles"));
    }

    [Fact]
    public async Task What_the_project_lists_itself_is_not_added_again()
    {
        using var project = await CreateAsync(items: """<AdditionalFiles Include="$(Own)" />""");

        foreach (var own in (string[])["appsettings.json", "./appsettings.json", project.Folder + "/appsettings.json"])
        {
            AssertFiles(
                [own, .. Settings.Where(file => file != "appsettings.json"), .. DotEnvExamples],
                await project.ItemsAsync("AdditionalFiles", "Own=" + own));
        }
    }

    [Fact]
    public async Task Further_files_can_be_named()
    {
        using var project = await CreateAsync(
            """
            <BrevoAnalyzersSettingsFiles>
              ../Other/**/*.json;
              ../Other/appsettings.json;
              ../Other/bin/chosen.json;
              appsettings.json;
              ../Other/missing.json
            </BrevoAnalyzersSettingsFiles>
            """);
        foreach (var file in (string[])["appsettings.json", "config/mail.json", "bin/Debug/appsettings.json", "obj/appsettings.json", "bin/chosen.json"])
            project.Write("../Other/" + file, "{}");

        AssertFiles(
            [.. Settings, .. DotEnvExamples, "../Other/appsettings.json", "../Other/config/mail.json", "../Other/bin/chosen.json"],
            await project.ItemsAsync("AdditionalFiles"));
        AssertFiles(
            [.. Settings, .. DotEnvExamples, "../Other/appsettings.json", "sub/appsettings.json"],
            await project.ItemsAsync("AdditionalFiles", "BrevoAnalyzersSettingsFiles=../Other/appsettings.json%3Bsub/appsettings.json"));
    }

    [Fact]
    public async Task Each_target_framework_gets_them_once()
    {
        using var project = await CreateAsync(frameworks: "netstandard2.0;net10.0");

        foreach (var framework in (string[])["netstandard2.0", "net10.0"])
        {
            AssertFiles(
                [.. Settings, .. DotEnvExamples],
                await project.ItemsAsync("AdditionalFiles", "TargetFramework=" + framework));
        }
    }

    /// <summary>The compiler refuses to start (CS2001) when a file is named that is not there.</summary>
    [Fact]
    public async Task A_project_without_any_of_the_files_builds()
    {
        using var project = await CreateAsync(withFiles: false);

        var build = await project.DotnetAsync("build", "--no-restore");

        Assert.True(build.ExitCode == 0, build.Output);
        Assert.Contains("0 Warning(s)", build.Output);
    }

    private async Task<ConsumerProject> CreateAsync(
        string properties = "", string items = "", string sdk = "Microsoft.NET.Sdk", string frameworks = "net10.0", bool withFiles = true)
    {
        var project = new ConsumerProject(package, ConsumerProject.ProjectFile(properties, items, sdk, frameworks));
        project.Write("Code.cs", "namespace Consumer;\n\npublic static class Code;\n");

        if (withFiles)
        {
            foreach (var file in (IEnumerable<string>)[.. Settings, .. DotEnvExamples, .. DotEnv, .. Others])
                project.Write(file, file.EndsWith(".json", StringComparison.Ordinal) ? "{}" : "");
        }

        (await project.RestoreAsync()).EnsureSuccess();
        return project;
    }

    private static void AssertFiles(IEnumerable<string> expected, IReadOnlyList<string> actual) =>
        Assert.Equal(expected.Order(StringComparer.Ordinal), actual.Order(StringComparer.Ordinal));
}
