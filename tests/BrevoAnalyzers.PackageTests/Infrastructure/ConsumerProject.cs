using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Threading.Tasks;

namespace BrevoAnalyzers.PackageTests.Infrastructure;

/// <summary>
/// A stranger's project with the package installed: outside of the repository, with a package folder of its own that is empty
/// at the start, and the folder of the .nupkg as only feed. Other packages come from the user's package folder, as fallback.
/// </summary>
internal sealed class ConsumerProject : IDisposable
{
    private const string Nothing = "<Project />";

    private readonly TemporaryFolder _folder = new();

    public ConsumerProject(PackageFixture package, string projectFile)
    {
        // Stop the search for files of these names here: nothing above this folder may take part in the build.
        _folder.Write("Directory.Build.props", Nothing);
        _folder.Write("Directory.Build.targets", Nothing);
        _folder.Write("Directory.Packages.props", Nothing);
        _folder.Write(".editorconfig", "root = true\n");
        _folder.Write(
            "nuget.config",
            $"""
            <configuration>
              <config>
                <add key="globalPackagesFolder" value="packages" />
              </config>
              <packageSources>
                <clear />
                <add key="the package under test" value="{package.Feed}" />
              </packageSources>
              <fallbackPackageFolders>
                <clear />
                <add key="what the user has" value="{Repository.UserPackageFolder}" />
              </fallbackPackageFolders>
            </configuration>
            """);
        Write("Consumer.csproj", projectFile);
    }

    /// <summary>A project file with the package installed as `dotnet add package` does it.</summary>
    public static string ProjectFile(
        string properties = "", string items = "", string sdk = "Microsoft.NET.Sdk", string frameworks = "net10.0") =>
        $"""
        <Project Sdk="{sdk}">
          <PropertyGroup>
            {(frameworks.Contains(';') ? $"<TargetFrameworks>{frameworks}</TargetFrameworks>" : $"<TargetFramework>{frameworks}</TargetFramework>")}
            <OutputType>Library</OutputType>
            <NuGetAudit>false</NuGetAudit>
            {properties}
          </PropertyGroup>
          <ItemGroup>
            <PackageReference Include="BrevoAnalyzers" Version="{PackageFixture.Version}">
              <PrivateAssets>all</PrivateAssets>
              <IncludeAssets>runtime; build; native; contentfiles; analyzers; buildtransitive</IncludeAssets>
            </PackageReference>
            {items}
          </ItemGroup>
        </Project>
        """;

    public string Folder => Path.Combine(_folder.Path, "Consumer");

    public string Write(string relativePath, string content) => _folder.Write(Path.Combine("Consumer", relativePath), content);

    public string ReadText(string relativePath) => File.ReadAllText(Path.Combine(Folder, relativePath));

    public Task<CommandResult> DotnetAsync(params string[] arguments) => Dotnet.RunAsync(Folder, arguments);

    public Task<CommandResult> RestoreAsync() => DotnetAsync("restore");

    /// <summary>The identities of the items of one type, as MSBuild evaluates them, in its order.</summary>
    public async Task<IReadOnlyList<string>> ItemsAsync(string itemType, params string[] properties)
    {
        var result = await DotnetAsync(["msbuild", $"-getItem:{itemType}", .. properties.Select(property => "-p:" + property)]);
        using var json = JsonDocument.Parse(result.EnsureSuccess().Output);

        return json.RootElement.GetProperty("Items").GetProperty(itemType).EnumerateArray()
            .Select(item => item.GetProperty("Identity").GetString()!.Replace('\\', '/'))
            .ToArray();
    }

    public void Dispose() => _folder.Dispose();
}
