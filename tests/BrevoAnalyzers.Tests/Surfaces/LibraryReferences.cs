using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Reflection.PortableExecutable;
using Microsoft.CodeAnalysis;

namespace BrevoAnalyzers.Tests;

/// <summary>
/// What a user's application would reference: .NET, ASP.NET Core with Microsoft.Extensions, MailKit, RestSharp, Newtonsoft.Json. Neither a test framework (rules
/// are more lenient in test projects) nor the compiler is among them.
/// </summary>
internal static class LibraryReferences
{
    private static readonly Lazy<ImmutableArray<MetadataReference>> s_withoutSurfaces = new(Find);
    private static readonly Lazy<ImmutableArray<MetadataReference>> s_all = new(static () => WithoutSurfaces.AddRange(Surfaces.All));

    /// <summary>The libraries that are really there.</summary>
    public static ImmutableArray<MetadataReference> WithoutSurfaces => s_withoutSurfaces.Value;

    /// <summary>The libraries that are really there and the declared <see cref="Surfaces"/>.</summary>
    public static ImmutableArray<MetadataReference> All => s_all.Value;

    private static ImmutableArray<MetadataReference> Find()
    {
        var framework = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        var libraries = new[] { typeof(MailKit.Net.Smtp.SmtpClient), typeof(MimeKit.MimeMessage), typeof(RestSharp.RestClient), typeof(Newtonsoft.Json.JsonConvert) };
        return ManagedAssemblies(framework).Concat(ManagedAssemblies(AspNetCore(framework))).Concat(libraries.Select(static type => type.Assembly.Location))
            .Select(static path => (MetadataReference)MetadataReference.CreateFromFile(path))
            .ToImmutableArray();
    }

    /// <summary>The shared framework of ASP.NET Core stands beside that of .NET; both come with every SDK.</summary>
    private static string AspNetCore(string framework)
    {
        var version = new DirectoryInfo(framework).Name;
        var versions = Path.Combine(Path.GetDirectoryName(Path.GetDirectoryName(framework))!, "Microsoft.AspNetCore.App");
        var same = Path.Combine(versions, version);
        if (Directory.Exists(same))
        {
            return same;
        }

        var major = version.Split('.')[0] + ".";
        var candidates = Directory.Exists(versions) ? Directory.GetDirectories(versions, major + "*") : Array.Empty<string>();
        return candidates.OrderBy(static path => path, StringComparer.Ordinal).LastOrDefault()
            ?? throw new InvalidOperationException($"The ASP.NET Core shared framework was not found in '{versions}'.");
    }

    private static IEnumerable<string> ManagedAssemblies(string directory) =>
        Directory.EnumerateFiles(directory, "*.dll").Where(IsManaged);

    private static bool IsManaged(string path)
    {
        using var stream = File.OpenRead(path);
        using var reader = new PEReader(stream);
        return reader.HasMetadata;
    }
}
