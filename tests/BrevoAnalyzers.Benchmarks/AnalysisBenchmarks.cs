using System.Collections.Generic;
using System.Collections.Immutable;
using BenchmarkDotNet.Attributes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace BrevoAnalyzers.Benchmarks;

/// <summary>Time and memory of compiling without an analyzer, with the empty one, and with ours.</summary>
[MemoryDiagnoser]
public class AnalysisBenchmarks
{
    private IReadOnlyList<string> _sources = [];
    private ImmutableArray<DiagnosticAnalyzer> _empty;
    private ImmutableArray<DiagnosticAnalyzer> _brevo;
    private ImmutableArray<AdditionalText> _files;
    private CSharpCompilation _compilation = null!;

    /// <summary>Set from the command line before the run; the run is in this process.</summary>
    internal static IReadOnlyList<int> FileCounts { get; set; } = [10, 100];

    public static IEnumerable<int> FileCountValues => FileCounts;

    [ParamsAllValues]
    public ProjectKind Project { get; set; }

    [ParamsSource(nameof(FileCountValues))]
    public int Files { get; set; }

    [GlobalSetup]
    public void Generate()
    {
        _sources = GeneratedProject.Sources(Project, Files);
        _files = GeneratedProject.SettingsFiles(Project);
        _empty = AnalyzerSets.Get(AnalyzerSet.Empty);
        _brevo = AnalyzerSets.Get(AnalyzerSet.Brevo);
    }

    /// <summary>Parsing is not measured: it is the same for all and would hide the difference.</summary>
    [IterationSetup]
    public void Parse() => _compilation = Compiler.Prepare(_sources);

    [Benchmark]
    public int None() => Compiler.Run(_compilation, [], _files);

    [Benchmark(Baseline = true)]
    public int Empty() => Compiler.Run(_compilation, _empty, _files);

    /// <summary>Equal to <see cref="None"/> while there are no analyzers.</summary>
    [Benchmark]
    public int Brevo() => Compiler.Run(_compilation, _brevo, _files);
}
