using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using BrevoAnalyzers.Model;
using BrevoAnalyzers.Values;
using Microsoft.CodeAnalysis;

namespace BrevoAnalyzers.Rules;

/// <summary>
/// Where findings go: each rule once a place, on the text that has to change. Where that text belongs to another type (a settings
/// class, a constants class) or to a settings file, it is left to that type's or file's own analysis if that reports it, else the
/// finding stands on the use.
/// </summary>
internal sealed class Report
{
    private readonly Action<Diagnostic> _sink;
    private readonly Func<Place, bool> _holds;
    private readonly Func<DiagnosticDescriptor, Place, bool> _isReportedByOwner;
    private readonly BrevoOptions _options;
    private readonly HashSet<(string Id, Location Place)> _reported = new();

    /// <param name="sink">Takes the diagnostics.</param>
    /// <param name="options">The project's options; rules that they disable are silent.</param>
    /// <param name="holds">Whether a report at a place shows while the code at hand is edited, and nobody else reports there.</param>
    /// <param name="isReportedByOwner">Whether the analysis of the type or file that a place belongs to reports the rule there.</param>
    public Report(Action<Diagnostic> sink, BrevoOptions options, Func<Place, bool> holds, Func<DiagnosticDescriptor, Place, bool>? isReportedByOwner = null)
    {
        _sink = sink;
        _options = options;
        _holds = holds;
        _isReportedByOwner = isReportedByOwner ?? (static (_, _) => false);
    }

    /// <summary>Reports a value where it is written, else where <paramref name="use"/> uses it.</summary>
    public void At(DiagnosticDescriptor rule, Possibility value, Place use, FixData? fix, params object[] arguments)
    {
        At(rule, _holds(value.Place) ? value.Place : use.StandingFor(value.Place), fix, arguments);
    }

    public void At(DiagnosticDescriptor rule, Place place, FixData? fix, params object[] arguments)
    {
        var location = place.Location;
        if (_options.IsDisabled(rule.Id) || _reported.Contains((rule.Id, location)) || _isReportedByOwner(rule, place.Written))
            return;

        _reported.Add((rule.Id, location));

        // What a settings file says is changed there: no fix can do that from its use.
        fix = place.StandsForAnother && place.Written.IsInFile ? FixData.None.Also(place.Written) : fix ?? FixData.None;
        _sink(Diagnostic.Create(rule, location, fix.Locations, fix.Properties, arguments));
    }
}

/// <summary>What a code fix needs beside the place: decided here, so that the fix computes nothing. It never holds a value from the source.</summary>
internal sealed class FixData
{
    public static readonly FixData None = new(ImmutableDictionary<string, string?>.Empty, ImmutableArray<Location>.Empty);

    private FixData(ImmutableDictionary<string, string?> properties, ImmutableArray<Location> locations)
    {
        Properties = properties;
        Locations = locations;
    }

    public ImmutableDictionary<string, string?> Properties { get; }

    /// <summary>Further places, the first of them what the fix changes too.</summary>
    public ImmutableArray<Location> Locations { get; }

    public FixData With(string key, string? value) => value is null ? this : new FixData(Properties.SetItem(key, value), Locations);

    public FixData Also(Place place) => new(Properties, Locations.Add(place.Location));
}
