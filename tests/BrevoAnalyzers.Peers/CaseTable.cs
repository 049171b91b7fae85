using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Threading;
using BrevoAnalyzers.Tests;
using BrevoAnalyzers.Tests.Cases;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace BrevoAnalyzers.Peers;

/// <summary>The labelled cases through the rules of the peers, all of them turned on, and through ours.</summary>
internal static class CaseTable
{
    public static void Print(TextWriter output)
    {
        var rows = new SortedDictionary<string, Row>(StringComparer.Ordinal);
        foreach (var source in Cases())
            Count(source, rows);

        output.WriteLine("| Mistake | in the cases | found here | found by others | by |");
        output.WriteLine("| --- | --: | --: | --: | --- |");
        foreach (var (rule, row) in rows)
            output.WriteLine($"| {rule} {Title(rule)} | {row.Labels} | {row.Ours} | {row.Others} | {string.Join(", ", row.By.Select(by => $"{by.Key} ({by.Value})"))} |");

        var labels = rows.Values.Sum(row => row.Labels);
        output.WriteLine($"| all | {labels} | {rows.Values.Sum(row => row.Ours)} | {rows.Values.Sum(row => row.Others)} | |");
        output.WriteLine();
        foreach (var peer in Peer.All)
            output.WriteLine($"{peer.Name} {peer.Version}: {Rules(peer.Analyzers).Count} rules");
    }

    private static void Count(LabelledSource source, SortedDictionary<string, Row> rows)
    {
        var compilation = AnalyzerRun.Compile(source.Text);
        var ours = Lines(compilation, AnalyzerRun.Analyzers);
        var others = Peer.All.SelectMany(peer => Lines(compilation, peer.Analyzers)).ToHashSet();
        foreach (var (line, rule) in source.Expected)
        {
            var row = rows.TryGetValue(rule, out var known) ? known : rows[rule] = new Row();
            row.Labels++;
            row.Ours += ours.Contains((line, rule)) ? 1 : 0;
            var same = Overlap.Of.GetValueOrDefault(rule, []).Where(other => others.Contains((line, other))).ToList();
            row.Others += same.Count > 0 ? 1 : 0;
            foreach (var other in same)
                row.By[other] = row.By.GetValueOrDefault(other) + 1;
        }
    }

    private static HashSet<(int Line, string Rule)> Lines(CSharpCompilation compilation, ImmutableArray<DiagnosticAnalyzer> analyzers)
    {
        var allOn = Rules(analyzers).ToDictionary(rule => rule, _ => ReportDiagnostic.Warn);
        var analysis = new CompilationWithAnalyzers(
            compilation.WithOptions(compilation.Options.WithSpecificDiagnosticOptions(allOn)),
            analyzers,
            new CompilationWithAnalyzersOptions(new AnalyzerOptions([]), onAnalyzerException: static (_, _, _) => { }, concurrentAnalysis: true, logAnalyzerExecutionTime: false));
        return [.. analysis.GetAnalyzerDiagnosticsAsync(CancellationToken.None).GetAwaiter().GetResult().Select(finding => (finding.Location.GetLineSpan().StartLinePosition.Line + 1, finding.Id))];
    }

    private static HashSet<string> Rules(ImmutableArray<DiagnosticAnalyzer> analyzers) => [.. analyzers.SelectMany(analyzer => analyzer.SupportedDiagnostics).Select(rule => rule.Id)];

    private static string Title(string rule) => AnalyzerRun.Descriptors.First(descriptor => descriptor.Id == rule).Title.ToString();

    private static IEnumerable<LabelledSource> Cases()
    {
        var assembly = typeof(CaseTable).Assembly;
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.StartsWith("Cases/", StringComparison.Ordinal)))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            yield return LabelledSource.Read(reader.ReadToEnd());
        }
    }

    private sealed class Row
    {
        public int Labels { get; set; }

        public int Ours { get; set; }

        public int Others { get; set; }

        public SortedDictionary<string, int> By { get; } = new(StringComparer.Ordinal);
    }
}
