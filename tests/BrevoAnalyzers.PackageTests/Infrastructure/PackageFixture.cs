using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Threading.Tasks;
using Xunit;

namespace BrevoAnalyzers.PackageTests.Infrastructure;

/// <summary>The package, packed once from what the test run has just built. Its folder serves as the feed of the consumers.</summary>
public sealed class PackageFixture : IAsyncLifetime
{
    /// <summary>A version that is never published, so that no package folder can hold an older package of that name.</summary>
    public const string Version = "0.0.0";

#if DEBUG
    private const string Configuration = "Debug";
#else
    private const string Configuration = "Release";
#endif

    private readonly TemporaryFolder _feed = new();

    public string Feed => _feed.Path;

    public string PackagePath => Path.Combine(Feed, $"BrevoAnalyzers.{Version}.nupkg");

    internal CommandResult Pack { get; private set; } = null!;

    public async Task InitializeAsync() => Pack = (await Dotnet.RunAsync(
        Repository.Root,
        "pack", "src/BrevoAnalyzers.Package", "--no-build", "-c", Configuration, "-o", Feed, $"-p:PackageVersion={Version}")).EnsureSuccess();

    public Task DisposeAsync()
    {
        _feed.Dispose();
        return Task.CompletedTask;
    }

    internal string[] EntryNames()
    {
        using var package = ZipFile.OpenRead(PackagePath);
        return package.Entries.Select(entry => entry.FullName).Order(System.StringComparer.Ordinal).ToArray();
    }

    internal byte[] Read(string entryName)
    {
        using var package = ZipFile.OpenRead(PackagePath);
        using var content = package.GetEntry(entryName)!.Open();
        using var copy = new MemoryStream();
        content.CopyTo(copy);
        return copy.ToArray();
    }
}

/// <summary>All tests that need the package share one, and run one after the other: each starts a build of its own.</summary>
[CollectionDefinition(Name)]
public sealed class PackageTestGroup : ICollectionFixture<PackageFixture>
{
    public const string Name = "Package";
}
