using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Threading;
using BrevoAnalyzers.Benchmarks;
using BrevoAnalyzers.Tests;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace BrevoAnalyzers.Peers;

/// <summary>
/// What analyzers add to compiling the sources of a folder with an analyzer that does nothing: CPU time and allocated bytes of one thread's binding and analysis, the least of
/// some runs that take turns. Rules are on or off as their packages ship them.
/// </summary>
internal sealed class CostTable(string folder, int runs, bool withPeers)
{
    private readonly IReadOnlyList<string> _sources =
    [
        .. Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
            .Where(path => !path.Contains("/obj/", StringComparison.Ordinal) && !path.Contains("/bin/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(File.ReadAllText),
    ];

    public void Print(TextWriter output)
    {
        Print(output, $"{_sources.Count} files", _sources);
        Print(output, "the same and one mailer for Brevo", [.. _sources, SourceTemplates.BrevoMailKit(0, isRight: false)]);
    }

    private void Print(TextWriter output, string title, IReadOnlyList<string> sources)
    {
        var sets = Sets();
        var samples = sets.ToDictionary(set => set.Name, _ => new List<(double Cpu, double Megabytes)>());
        for (var run = -1; run < runs; run++)
        {
            foreach (var (name, analyzers) in sets)
            {
                var sample = Measure(sources, analyzers);
                if (run >= 0)
                    samples[name].Add(sample);
            }
        }

        var least = samples.ToDictionary(pair => pair.Key, pair => (Cpu: pair.Value.Min(sample => sample.Cpu), Megabytes: pair.Value.Min(sample => sample.Megabytes)));
        var (none, idle, empty) = (least["no analyzer"], least["an analyzer that does nothing"], least["an empty operation analyzer"]);
        output.WriteLine($"| {title} | CPU ms added | of the empty one's | MB added |");
        output.WriteLine("| --- | --: | --: | --: |");
        foreach (var (name, _) in sets.Skip(2))
        {
            var (cpu, megabytes) = least[name];
            output.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"| {name} | {cpu - idle.Cpu:F0} | {(cpu - idle.Cpu) / (empty.Cpu - idle.Cpu):P0} | {megabytes - idle.Megabytes:F1} |"));
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"\nWithout an analyzer: {none.Cpu:F0} ms, {none.Megabytes:F0} MB. With one that does nothing: {idle.Cpu:F0} ms, {idle.Megabytes:F0} MB.\n"));
    }

    private List<(string Name, ImmutableArray<DiagnosticAnalyzer> Analyzers)> Sets() =>
    [
        ("no analyzer", []),
        ("an analyzer that does nothing", [new IdleAnalyzer()]),
        ("an empty operation analyzer", [new EmptyAnalyzer()]),
        ("BrevoAnalyzers", AnalyzerRun.Analyzers),
        .. (withPeers ? Peer.All : []).Select(peer => ($"{peer.Name} {peer.Version}", peer.Analyzers)),
    ];

    private static (double Cpu, double Megabytes) Measure(IReadOnlyList<string> sources, ImmutableArray<DiagnosticAnalyzer> analyzers)
    {
        var options = new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, concurrentBuild: false, allowUnsafe: true);
        var parse = new CSharpParseOptions(LanguageVersion.Latest, preprocessorSymbols: ["NET", "NET8_0_OR_GREATER", "NET6_0_OR_GREATER", "NET5_0_OR_GREATER", "NETSTANDARD2_0_OR_GREATER"]);
        var compilation = CSharpCompilation.Create("Measured", sources.Select((text, i) => CSharpSyntaxTree.ParseText(text, parse, $"File{i}.cs")), LibraryReferences.All, options);
        GC.Collect();

        var allocated = GC.GetTotalAllocatedBytes(precise: true);
        var cpu = Environment.CpuUsage.TotalTime;
        _ = analyzers.IsEmpty ? compilation.GetDiagnostics() : Analyze(compilation, analyzers);
        cpu = Environment.CpuUsage.TotalTime - cpu;
        return (cpu.TotalMilliseconds, (GC.GetTotalAllocatedBytes(precise: true) - allocated) / 1e6);
    }

    private static ImmutableArray<Diagnostic> Analyze(CSharpCompilation compilation, ImmutableArray<DiagnosticAnalyzer> analyzers)
    {
        var options = new CompilationWithAnalyzersOptions(new AnalyzerOptions([]), onAnalyzerException: static (_, _, _) => { }, concurrentAnalysis: false, logAnalyzerExecutionTime: false);
        return compilation.WithAnalyzers(analyzers, options).GetAllDiagnosticsAsync(CancellationToken.None).GetAwaiter().GetResult();
    }
}
