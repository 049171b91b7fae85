using System.IO;
using System.Security.Cryptography;
using System.Threading.Tasks;
using BrevoAnalyzers.PackageTests.Infrastructure;
using Xunit;

namespace BrevoAnalyzers.PackageTests;

public sealed class Determinism
{
    /// <summary>Two copies, each restored, compiled and packed for itself: neither folder nor time nor chance may show.</summary>
    [Fact]
    public async Task The_same_sources_give_the_same_package()
    {
        using var first = new TemporaryFolder();
        using var second = new TemporaryFolder();

        var hashes = await Task.WhenAll(PackCopyIn(first), PackCopyIn(second));

        Assert.Equal(hashes[0], hashes[1]);
    }

    private static async Task<string> PackCopyIn(TemporaryFolder folder)
    {
        Repository.CopySourcesTo(folder.Path);
        (await Dotnet.RunAsync(folder.Path, "pack", "src/BrevoAnalyzers.Package", "-o", "artifacts")).EnsureSuccess();

        var package = Assert.Single(Directory.GetFiles(Path.Combine(folder.Path, "artifacts")));
        return System.Convert.ToHexString(SHA256.HashData(await File.ReadAllBytesAsync(package)));
    }
}
