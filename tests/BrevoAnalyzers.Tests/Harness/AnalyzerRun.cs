using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace BrevoAnalyzers.Tests;

/// <summary>Runs all analyzers over sources as a build would.</summary>
internal static class AnalyzerRun
{
    private static readonly Lazy<ImmutableArray<DiagnosticAnalyzer>> s_analyzers = new(() => typeof(MailAnalyzer).Assembly.GetTypes()
        .Where(type => !type.IsAbstract && typeof(DiagnosticAnalyzer).IsAssignableFrom(type))
        .Select(type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!)
        .ToImmutableArray());

    public static ImmutableArray<DiagnosticAnalyzer> Analyzers => s_analyzers.Value;

    public static IEnumerable<DiagnosticDescriptor> Descriptors => Analyzers.SelectMany(a => a.SupportedDiagnostics).DistinctBy(d => d.Id);

    public static CSharpCompilation Compile(params string[] sources) =>
        Compile(OutputKind.DynamicallyLinkedLibrary, sources.Select((source, i) => ($"Source{i}.cs", source)).ToArray());

    public static CSharpCompilation Compile(OutputKind kind, params (string Path, string Text)[] sources)
    {
        var options = new CSharpCompilationOptions(kind, nullableContextOptions: NullableContextOptions.Enable, allowUnsafe: true);
        var trees = sources.Select(source => CSharpSyntaxTree.ParseText(source.Text, new CSharpParseOptions(LanguageVersion.Preview), source.Path));
        return CSharpCompilation.Create("Tested", trees, LibraryReferences.All, options);
    }

    /// <summary>
    /// The findings, by place. An exception in an analyzer fails the test. Rules that are off by default are on only if
    /// <paramref name="on"/> names them.
    /// </summary>
    public static ImmutableArray<Diagnostic> Findings(
        Compilation compilation,
        IEnumerable<AdditionalText>? files = null,
        IReadOnlyDictionary<string, string>? options = null,
        IEnumerable<string>? on = null)
    {
        var turnedOn = compilation.Options.SpecificDiagnosticOptions.SetItems((on ?? []).Select(id => KeyValuePair.Create(id, ReportDiagnostic.Warn)));
        compilation = compilation.WithOptions(compilation.Options.WithSpecificDiagnosticOptions(turnedOn));
        var analyzerOptions = new AnalyzerOptions((files ?? []).ToImmutableArray(), new FixedOptions(options ?? ImmutableDictionary<string, string>.Empty));
        var found = new CompilationWithAnalyzers(compilation, Analyzers, new CompilationWithAnalyzersOptions(
                analyzerOptions,
                onAnalyzerException: (exception, _, _) => throw new InvalidOperationException("An analyzer threw: " + exception, exception),
                concurrentAnalysis: false,
                logAnalyzerExecutionTime: false))
            .GetAnalyzerDiagnosticsAsync(CancellationToken.None).GetAwaiter().GetResult();
        return found.OrderBy(d => d.Location.SourceTree?.FilePath).ThenBy(d => d.Location.SourceSpan.Start).ThenBy(d => d.Id).ToImmutableArray();
    }

    private sealed class FixedOptions(IReadOnlyDictionary<string, string> values) : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions { get; } = new Values(values);

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => GlobalOptions;

        private sealed class Values(IReadOnlyDictionary<string, string> values) : AnalyzerConfigOptions
        {
            public override bool TryGetValue(string key, out string value)
            {
                var found = values.TryGetValue(key, out var text);
                value = text!;
                return found;
            }
        }
    }
}

/// <summary>A settings file as the build hands it to analyzers.</summary>
internal sealed class TextFile(string path, string text) : AdditionalText
{
    private readonly SourceText _text = SourceText.From(text);

    public override string Path { get; } = path;

    public override SourceText GetText(CancellationToken cancellationToken = default) => _text;
}
