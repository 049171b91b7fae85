using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace BrevoAnalyzers.Benchmarks;

/// <summary>Compiles a generated project, alone or with analyzers.</summary>
internal static class Compiler
{
    /// <summary>What Roslyn reports in the place of an exception.</summary>
    private const string AnalyzerThrew = "AD0001";

    private static readonly ImmutableArray<MetadataReference> References = FindReferences();

    /// <summary>Fresh trees and a fresh compilation: nothing that an earlier run bound or cached per text is left in them.</summary>
    public static CSharpCompilation Prepare(IReadOnlyList<string> sources)
    {
        var options = new CSharpCompilationOptions(
            OutputKind.DynamicallyLinkedLibrary, concurrentBuild: false, nullableContextOptions: NullableContextOptions.Enable);
        var trees = sources.Select((source, i) => CSharpSyntaxTree.ParseText(source, path: $"File{i}.cs"));
        return CSharpCompilation.Create("Shop", trees, References, options);
    }

    /// <summary>The measured step: bind everything and ask the analyzers, on one thread, so that CPU time is comparable.</summary>
    /// <returns>How many findings the analyzers had.</returns>
    public static int Run(CSharpCompilation compilation, ImmutableArray<DiagnosticAnalyzer> analyzers, ImmutableArray<AdditionalText> files)
    {
        if (analyzers.IsEmpty)
        {
            ThrowOnError(compilation.GetDiagnostics());
            return 0;
        }

        var options = new CompilationWithAnalyzersOptions(
            new AnalyzerOptions(files), onAnalyzerException: null, concurrentAnalysis: false, logAnalyzerExecutionTime: false);
        var diagnostics = compilation.WithAnalyzers(analyzers, options).GetAllDiagnosticsAsync(CancellationToken.None).GetAwaiter().GetResult();
        ThrowOnError(diagnostics);
        return diagnostics.Count(diagnostic => diagnostic.Severity == DiagnosticSeverity.Warning && !diagnostic.Id.StartsWith("CS", StringComparison.Ordinal));
    }

    private static void ThrowOnError(ImmutableArray<Diagnostic> diagnostics)
    {
        foreach (var diagnostic in diagnostics)
        {
            if (diagnostic.Severity == DiagnosticSeverity.Error)
                throw new InvalidOperationException("The generated project does not compile: " + diagnostic);

            // An analyzer that fell over would look cheap.
            if (diagnostic.Id == AnalyzerThrew)
                throw new InvalidOperationException(diagnostic.ToString());
        }
    }

    private static ImmutableArray<MetadataReference> FindReferences()
    {
        var framework = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        var platform = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator);
        var paths = platform.Where(path => Path.GetDirectoryName(path) == framework)
            .Append(typeof(MailKit.Net.Smtp.SmtpClient).Assembly.Location)
            .Append(typeof(MimeKit.MimeMessage).Assembly.Location);
        return [.. paths.Select(path => MetadataReference.CreateFromFile(path))];
    }
}
