using System;
using System.Collections.Immutable;
using System.Linq;
using System.Reflection;
using Microsoft.CodeAnalysis.Diagnostics;

namespace BrevoAnalyzers.Benchmarks;

/// <summary>Which analyzers a measured compilation runs with.</summary>
public enum AnalyzerSet
{
    /// <summary>The compiler alone.</summary>
    None,

    /// <summary><see cref="EmptyAnalyzer"/>.</summary>
    Empty,

    /// <summary>Every analyzer of BrevoAnalyzers.dll.</summary>
    Brevo,
}

internal static class AnalyzerSets
{
    /// <summary>Found by reflection, so that a new door is measured without anybody remembering it here.</summary>
    private static readonly ImmutableArray<DiagnosticAnalyzer> BrevoAnalyzers = Assembly.Load("BrevoAnalyzers")
        .GetTypes()
        .Where(type => !type.IsAbstract && typeof(DiagnosticAnalyzer).IsAssignableFrom(type))
        .OrderBy(type => type.FullName, StringComparer.Ordinal)
        .Select(type => (DiagnosticAnalyzer)Activator.CreateInstance(type, nonPublic: true)!)
        .ToImmutableArray();

    public static ImmutableArray<DiagnosticAnalyzer> Get(AnalyzerSet set) => set switch
    {
        AnalyzerSet.None => [],
        AnalyzerSet.Empty => [new EmptyAnalyzer()],
        _ => BrevoAnalyzers,
    };
}
