using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace BrevoAnalyzers.Benchmarks;

/// <summary>
/// A few runs of each variant in turn; CPU time and allocated bytes as a markdown table. Minutes instead of the hour that
/// statistics take, and CPU time instead of the clock's, so that a busy machine disturbs less. The least CPU time counts, since
/// other load only ever adds to it.
/// </summary>
internal sealed class QuickRun(IReadOnlyList<int> fileCounts, int runs)
{
    /// <summary>A small project is compiled several times per sample, so that a sample is well above the clock's grain.</summary>
    private const int FilesPerSample = 100;

    /// <summary>Differences below this share of a compilation are not told apart from noise.</summary>
    private const double NoiseShare = 0.1;

    private static readonly AnalyzerSet[] Sets = [AnalyzerSet.None, AnalyzerSet.Empty, AnalyzerSet.Brevo];

    private readonly record struct Sample(double CpuMilliseconds, double AllocatedMegabytes, int Findings);

    public void Print()
    {
        WarmUp();
        if (AnalyzerSets.Get(AnalyzerSet.Brevo).IsEmpty)
            Console.WriteLine("BrevoAnalyzers.dll holds no analyzers yet: the Brevo rows repeat None.\n");

        Console.WriteLine("CPU ms and MB per compilation, the least of {0} runs. \"added\" is what comes on top of None, beside what Empty adds.\n", runs);
        Console.WriteLine("| project | files | analyzers | CPU ms | : None | : Empty | median | added : Empty's | MB | MB : Empty | findings |");
        Console.WriteLine("|---|--:|---|--:|--:|--:|--:|--:|--:|--:|--:|");
        foreach (var files in fileCounts)
        {
            foreach (var project in Enum.GetValues<ProjectKind>())
                PrintProject(project, files);
        }
    }

    /// <summary>Whatever comes first pays for compiling the compiler: it must not be the first row.</summary>
    private static void WarmUp()
    {
        foreach (var project in Enum.GetValues<ProjectKind>())
        {
            foreach (var set in Sets)
                Measure(GeneratedProject.Sources(project, files: 10), AnalyzerSets.Get(set), project);
        }
    }

    private void PrintProject(ProjectKind project, int files)
    {
        var sources = GeneratedProject.Sources(project, files);
        var samples = Sets.ToDictionary(set => set, _ => new List<Sample>());

        // Variants take turns, so that what drifts (clock speed, other load) drifts for all. The first round does not count.
        for (var run = -1; run < runs; run++)
        {
            foreach (var set in Sets)
            {
                var sample = Measure(sources, AnalyzerSets.Get(set), project);
                if (run >= 0)
                    samples[set].Add(sample);
            }
        }

        var none = Least(samples[AnalyzerSet.None]);
        var empty = Least(samples[AnalyzerSet.Empty]);
        foreach (var set in Sets)
        {
            var least = Least(samples[set]);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"| {project} | {files} | {set} | {least.CpuMilliseconds:F1} | {least.CpuMilliseconds / none.CpuMilliseconds:F2} "
                + $"| {least.CpuMilliseconds / empty.CpuMilliseconds:F2} | {MedianRatio(samples[set], samples[AnalyzerSet.Empty]):F2} | {AddedRatio(least, none, empty)} | {least.AllocatedMegabytes:F2} "
                + $"| {least.AllocatedMegabytes / empty.AllocatedMegabytes:F2} | {least.Findings} |"));
        }
    }

    private static double MedianRatio(List<Sample> samples, List<Sample> others)
    {
        var ratios = samples.Zip(others, (sample, other) => sample.CpuMilliseconds / other.CpuMilliseconds).Order().ToArray();
        return ratios[ratios.Length / 2];
    }

    /// <summary>Not told where Empty itself adds less than noise: a quotient of noise says nothing.</summary>
    private static string AddedRatio(Sample sample, Sample none, Sample empty)
    {
        var emptyAdds = empty.CpuMilliseconds - none.CpuMilliseconds;
        return emptyAdds < NoiseShare * none.CpuMilliseconds
            ? "n/a"
            : ((sample.CpuMilliseconds - none.CpuMilliseconds) / emptyAdds).ToString("F2", CultureInfo.InvariantCulture);
    }

    private static Sample Measure(IReadOnlyList<string> sources, ImmutableArray<DiagnosticAnalyzer> analyzers, ProjectKind project)
    {
        var compilations = new CSharpCompilation[Math.Max(1, FilesPerSample / sources.Count)];
        for (var i = 0; i < compilations.Length; i++)
            compilations[i] = Compiler.Prepare(sources);

        // Fresh texts as well: what was read of them is cached per text.
        var files = compilations.Select(_ => GeneratedProject.SettingsFiles(project)).ToArray();
        GC.Collect();

        var findings = 0;
        var allocated = GC.GetTotalAllocatedBytes(precise: true);
        var cpu = Environment.CpuUsage.TotalTime;
        for (var i = 0; i < compilations.Length; i++)
            findings = Compiler.Run(compilations[i], analyzers, files[i]);
        cpu = Environment.CpuUsage.TotalTime - cpu;
        allocated = GC.GetTotalAllocatedBytes(precise: true) - allocated;

        return new(cpu.TotalMilliseconds / compilations.Length, allocated / 1e6 / compilations.Length, findings);
    }

    private static Sample Least(List<Sample> samples) => new(
        samples.Min(sample => sample.CpuMilliseconds),
        samples.Min(sample => sample.AllocatedMegabytes),
        samples[0].Findings);
}
