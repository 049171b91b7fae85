using System;
using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace BrevoAnalyzers.Tests;

/// <summary>
/// Libraries that cannot be restored everywhere, declared by their public surface alone. <see cref="Reference"/> gives them to a
/// test compilation the way a package would: as metadata, without source.
/// </summary>
internal static class Surfaces
{
    private static readonly ConcurrentDictionary<string, MetadataReference> s_references = new(StringComparer.Ordinal);

    /// <summary>The names that <see cref="Load"/> and <see cref="Reference"/> take; each is the assembly name as well.</summary>
    public static ImmutableArray<string> Names { get; } = ImmutableArray.Create(
        "brevo_csharp", "sib_api_v3_sdk", "FluentEmail", "Serilog.Sinks.Email", "NLog.MailKit", "Umbraco.Core", "Volo.Abp.Emailing");

    /// <summary>References to all surfaces.</summary>
    public static ImmutableArray<MetadataReference> All => Names.Select(Reference).ToImmutableArray();

    /// <summary>The C# text of a surface.</summary>
    public static string Load(string name) => name switch
    {
        "brevo_csharp" => Sdk("brevo_csharp", "BREVO_CSHARP", "https://api.brevo.com/v3"),
        "sib_api_v3_sdk" => Sdk("sib_api_v3_sdk", "SIB_API_V3_SDK", "https://api.sendinblue.com/v3"),
        _ => Read(name),
    };

    /// <summary>A metadata reference to a surface, compiled once in a test run.</summary>
    public static MetadataReference Reference(string name) => s_references.GetOrAdd(name, Compile);

    private static string Sdk(string root, string symbol, string basePath) =>
        $"#define {symbol}\n" + Read("BrevoSdk").Replace("SDK_ROOT", root).Replace("SDK_BASE_PATH", basePath);

    private static string Read(string name)
    {
        var resource = $"Surfaces/{name}.cs.txt";
        using var stream = typeof(Surfaces).Assembly.GetManifestResourceStream(resource)
            ?? throw new ArgumentException($"There is no surface '{name}': known are {string.Join(", ", Names)}.", nameof(name));
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    private static MetadataReference Compile(string name)
    {
        var tree = CSharpSyntaxTree.ParseText(Load(name), new CSharpParseOptions(LanguageVersion.Latest));
        var options = new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary);
        var compilation = CSharpCompilation.Create(name, new[] { tree }, LibraryReferences.WithoutSurfaces, options);
        using var image = new MemoryStream();
        var result = compilation.Emit(image);
        if (!result.Success)
        {
            var errors = result.Diagnostics.Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
            throw new InvalidOperationException($"The surface '{name}' does not compile:\n" + string.Join("\n", errors));
        }

        return MetadataReference.CreateFromImage(image.ToArray(), filePath: name + ".dll");
    }
}
