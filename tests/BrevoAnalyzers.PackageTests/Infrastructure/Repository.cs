using System;
using System.IO;
using System.Linq;
using System.Xml.Linq;

namespace BrevoAnalyzers.PackageTests.Infrastructure;

/// <summary>The checkout that the tests were built from.</summary>
internal static class Repository
{
    // Not [CallerFilePath]: a continuous-integration build maps source paths to /_/.
    public static string Root { get; } = FindRoot();

    /// <summary>The folder that holds the packages the user has restored already, so that no test needs a network.</summary>
    public static string UserPackageFolder { get; } =
        Environment.GetEnvironmentVariable("NUGET_PACKAGES") is { Length: > 0 } folder
            ? folder
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");

    public static string PathOf(params string[] parts) => Path.Combine([Root, .. parts]);

    /// <summary>The version that the repository pins for <paramref name="package"/>.</summary>
    public static string VersionOf(string package) =>
        XDocument.Load(PathOf("Directory.Packages.props"))
            .Descendants("PackageVersion")
            .Single(element => (string?)element.Attribute("Include") == package)
            .Attribute("Version")!.Value;

    /// <summary>Copies what a pack reads, without build output and without git.</summary>
    public static void CopySourcesTo(string target)
    {
        foreach (var file in Directory.EnumerateFiles(Root))
            File.Copy(file, Path.Combine(target, Path.GetFileName(file)));

        foreach (var file in Directory.EnumerateFiles(PathOf("src"), "*", SearchOption.AllDirectories))
        {
            var relative = Path.GetRelativePath(Root, file);
            if (relative.Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj"))
                continue;

            var copy = Path.Combine(target, relative);
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    private static string FindRoot()
    {
        for (var folder = AppContext.BaseDirectory; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (File.Exists(Path.Combine(folder, "BrevoAnalyzers.sln")))
                return folder;
        }

        throw new InvalidOperationException("The tests must run from a folder inside the repository.");
    }
}
