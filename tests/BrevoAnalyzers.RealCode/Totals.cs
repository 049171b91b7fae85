using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace BrevoAnalyzers.RealCode;

/// <summary>What a run counted.</summary>
internal sealed class Totals
{
    private readonly SortedDictionary<string, int> _findings = new(StringComparer.Ordinal);
    private int _projects;
    private int _sources;
    private int _settings;
    private TimeSpan _time;

    public ConcurrentBag<string> Crashes { get; } = [];

    public List<string> FixFailures { get; } = [];

    public int FixesCarried { get; private set; }

    public void Count((int Carried, IReadOnlyList<string> Failures) fixes)
    {
        FixesCarried += fixes.Carried;
        FixFailures.AddRange(fixes.Failures);
    }

    public void Count(Project project, ImmutableArray<Diagnostic> findings, TimeSpan time)
    {
        _projects++;
        _sources += project.DocumentIds.Count;
        _settings += project.AdditionalDocumentIds.Count;
        _time += time;
        foreach (var finding in findings)
            _findings[finding.Id] = _findings.GetValueOrDefault(finding.Id) + 1;
    }

    public void Print(TextWriter output)
    {
        foreach (var crash in Crashes)
            output.WriteLine("CRASH " + crash);
        foreach (var failure in FixFailures)
            output.WriteLine("FIX " + failure);

        output.WriteLine();
        output.WriteLine($"{_projects} projects, {_sources} C# files, {_settings} settings files, {_time.TotalSeconds:0.0} s");
        foreach (var (id, count) in _findings)
            output.WriteLine($"{id} {count}");
        output.WriteLine($"{_findings.Values.Sum()} findings, {Crashes.Count} crashes, {FixesCarried} fixes carried out, {FixFailures.Count} failures");
    }
}
