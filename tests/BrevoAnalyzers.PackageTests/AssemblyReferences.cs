using System;
using System.IO;
using System.Linq;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using BrevoAnalyzers.PackageTests.Infrastructure;
using Xunit;

namespace BrevoAnalyzers.PackageTests;

/// <summary>
/// A compiler loads an analyzer only if it has every assembly that the analyzer refers to, in that version or a later one.
/// The oldest supported compiler is Roslyn 4.8 (Visual Studio 2022 17.8, .NET 8 SDK): nothing above what it ships.
/// </summary>
[Collection(PackageTestGroup.Name)]
public sealed class AssemblyReferences(PackageFixture package)
{
    private static readonly string[] CompilerOf48 =
    [
        "Microsoft.CodeAnalysis 4.8.0.0",
        "Microsoft.CodeAnalysis.CSharp 4.8.0.0",
        "System.Collections.Immutable 7.0.0.0",
        "netstandard 2.0.0.0",
    ];

    private static readonly string[] WorkspacesOf48 =
    [
        "Microsoft.CodeAnalysis.CSharp.Workspaces 4.8.0.0",
        "Microsoft.CodeAnalysis.Workspaces 4.8.0.0",
    ];

    [Fact]
    public void Analyzers_need_nothing_but_the_compiler() =>
        Assert.Empty(ReferencesOf("BrevoAnalyzers.dll").Except(CompilerOf48));

    [Fact]
    public void Code_fixes_need_the_workspaces_too() =>
        Assert.Empty(ReferencesOf("BrevoAnalyzers.CodeFixes.dll")
            .Where(reference => !reference.StartsWith("BrevoAnalyzers ", StringComparison.Ordinal))
            .Except([.. CompilerOf48, .. WorkspacesOf48]));

    private string[] ReferencesOf(string assembly)
    {
        using var image = new PEReader(new MemoryStream(package.Read("analyzers/dotnet/cs/" + assembly)));
        var metadata = image.GetMetadataReader();

        return metadata.AssemblyReferences
            .Select(metadata.GetAssemblyReference)
            .Select(reference => $"{metadata.GetString(reference.Name)} {reference.Version}")
            .ToArray();
    }
}
