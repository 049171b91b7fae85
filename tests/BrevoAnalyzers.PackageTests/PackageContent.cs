using System.Text;
using System.Text.RegularExpressions;
using BrevoAnalyzers.PackageTests.Infrastructure;
using Xunit;

namespace BrevoAnalyzers.PackageTests;

/// <summary>What is in the .nupkg: these two snapshots change only on purpose.</summary>
[Collection(PackageTestGroup.Name)]
public sealed class PackageContent(PackageFixture package)
{
    [Fact]
    public void Files() => Assert.Equal(
        [
            "BrevoAnalyzers.nuspec",
            "LICENSE",
            "README.md",
            "[Content_Types].xml",
            "_rels/.rels",
            "analyzers/dotnet/cs/BrevoAnalyzers.CodeFixes.dll",
            "analyzers/dotnet/cs/BrevoAnalyzers.dll",
            "build/BrevoAnalyzers.props",
            "build/BrevoAnalyzers.targets",
            "buildTransitive/BrevoAnalyzers.props",
            "buildTransitive/BrevoAnalyzers.targets",
            "icon.png",
            "package/services/metadata/core-properties/nuget.psmdcp",
            "presets/Strict.globalconfig",
        ],
        package.EntryNames());

    [Fact]
    public void Nuspec()
    {
        var nuspec = Encoding.UTF8.GetString(package.Read("BrevoAnalyzers.nuspec")).TrimStart('\uFEFF').ReplaceLineEndings("\n");
        nuspec = Regex.Replace(nuspec, " commit=\"[0-9a-f]{40}\"", "");
        nuspec = Regex.Replace(nuspec, " *<licenseUrl>.*</licenseUrl>\n", ""); // written by the packer from the expression

        Assert.Equal(
            """
            <?xml version="1.0" encoding="utf-8"?>
            <package xmlns="http://schemas.microsoft.com/packaging/2011/08/nuspec.xsd">
              <metadata>
                <id>BrevoAnalyzers</id>
                <version>0.0.0</version>
                <authors>BrevoAnalyzers contributors</authors>
                <developmentDependency>true</developmentDependency>
                <license type="expression">MIT</license>
                <icon>icon.png</icon>
                <readme>README.md</readme>
                <projectUrl>https://github.com/brevo-analyzers/BrevoAnalyzers</projectUrl>
                <description>Roslyn analyzers and code fixes that find, while you type and build, the mistakes that make mail sent through Brevo (formerly Sendinblue) disappear: wrong ports and TLS modes, swapped and hard-coded keys, senders that Brevo drops.</description>
                <releaseNotes>https://github.com/brevo-analyzers/BrevoAnalyzers/blob/main/CHANGELOG.md</releaseNotes>
                <copyright>Copyright (c) BrevoAnalyzers contributors</copyright>
                <tags>brevo sendinblue smtp email mailkit analyzer analyzers roslyn code-fix</tags>
                <repository type="git" url="https://github.com/brevo-analyzers/BrevoAnalyzers" />
              </metadata>
            </package>
            """.ReplaceLineEndings("\n"),
            nuspec);
    }

    [Fact]
    public void Packing_gives_no_warning() => Assert.DoesNotContain("warning", package.Pack.Output);

    [Fact]
    public void Targets_are_the_same_for_direct_and_transitive_use()
    {
        Assert.Equal(package.Read("build/BrevoAnalyzers.props"), package.Read("buildTransitive/BrevoAnalyzers.props"));
        Assert.Equal(package.Read("build/BrevoAnalyzers.targets"), package.Read("buildTransitive/BrevoAnalyzers.targets"));
    }
}
