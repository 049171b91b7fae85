using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using BrevoAnalyzers.Model;
using BrevoAnalyzers.Reading.Files;
using BrevoAnalyzers.Rules;
using BrevoAnalyzers.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace BrevoAnalyzers.Doors;

/// <summary>
/// The settings files of a compilation, and what each of them alone proves. Several analyses ask: the file's own, that of files
/// which lie over it, and that of code which reads it, so that one wrong value is reported once.
/// </summary>
internal sealed class SettingsFiles
{
    private readonly Dictionary<string, OneFile> _files = new(StringComparer.Ordinal);
    private readonly Compilation _compilation;
    private readonly AnalyzerOptions _options;
    private readonly TextGate _gate;
    private readonly Lazy<ClientDefaults> _clients;
    private ConfiguredSettings? _configured;

    private SettingsFiles(Compilation compilation, AnalyzerOptions options, TextGate gate)
    {
        _compilation = compilation;
        _options = options;
        _gate = gate;
        _clients = new Lazy<ClientDefaults>(() => SystemNetMailText.Of(_compilation));
    }

    public bool IsEmpty => _files.Count == 0;

    /// <summary>What the files state for the configuration of the code; null where none of them is a part of it.</summary>
    public ConfiguredSettings? Configured => _configured;

#pragma warning disable RS1012 // The context is asked for its cache; the actions are the caller's.
    public static SettingsFiles Read(CompilationStartAnalysisContext start, TextGate gate)
#pragma warning restore RS1012
    {
        var files = new SettingsFiles(start.Compilation, start.Options, gate);
        foreach (var text in start.Options.AdditionalFiles)
        {
            start.CancellationToken.ThrowIfCancellationRequested();
            if (files._files.ContainsKey(text.Path))
                continue;
            if (SettingsFileReader.ReadCached(start, text, IsNamedByProject(start.Options, text)) is { } file)
                files._files.Add(text.Path, new OneFile(text, file));
        }

        files.Configure();
        return files;
    }

    private void Configure()
    {
        var read = new List<SettingsFile>(_files.Count);
        foreach (var file in _files.Values)
            read.Add(file.File);

        if (ConfigurationFiles.Of(read) is { } configuration)
            _configured = new ConfiguredSettings(configuration, _compilation);
    }

    /// <summary>What the file alone proves, or what the settings prove that it overrides or leaves as they are.</summary>
    public ImmutableArray<Diagnostic> FindingsIn(AdditionalText file, CancellationToken cancellation) =>
        _files.TryGetValue(file.Path, out var one) ? FindingsIn(one, cancellation) : ImmutableArray<Diagnostic>.Empty;

    /// <summary>Whether the analysis of the file that a place lies in reports the rule there, or was told to be silent about it.</summary>
    public bool IsSettled(string ruleId, Place place, CancellationToken cancellation) =>
        FileOf(place) is { } file
        && (IsSettledIn(file, ruleId, place.Location, cancellation) || IsReportedByFileOver(file, ruleId, place.Location, cancellation));

    private OneFile? FileOf(Place place) => place.IsInFile && _files.TryGetValue(place.Location.GetLineSpan().Path, out var file) ? file : null;

    private bool IsSettledIn(OneFile file, string ruleId, Location place, CancellationToken cancellation) =>
        file.IsSilenced(ruleId, place) || OptionsOf(file).IsDisabled(ruleId) || Reports(file, ruleId, place, cancellation);

    private BrevoOptions OptionsOf(OneFile file) =>
        file.Options ??= BrevoOptions.Read(_options.AnalyzerConfigOptionsProvider.GetOptions(file.Text), _gate.IsTestProject);

    /// <summary>A file for one environment reports, on a setting of its own, what the general one's values do there.</summary>
    private bool IsReportedByFileOver(OneFile general, string ruleId, Location written, CancellationToken cancellation)
    {
        if (general.File.EnvironmentName is not null)
            return false;

        foreach (var file in _files.Values)
        {
            if (EffectiveSettings.LiesOver(file.File, general.File) && Reports(file, ruleId, written, cancellation))
                return true;
        }

        return false;
    }

    private bool Reports(OneFile file, string ruleId, Location written, CancellationToken cancellation)
    {
        foreach (var finding in FindingsIn(file, cancellation))
        {
            if (finding.Id == ruleId && (finding.Location == written || finding.AdditionalLocations.Contains(written)))
                return true;
        }

        return false;
    }

    /// <summary>The package marks the files that its property names.</summary>
    private static bool IsNamedByProject(AnalyzerOptions options, AdditionalText file) =>
        options.AnalyzerConfigOptionsProvider.GetOptions(file).TryGetValue("build_metadata.AdditionalFiles.BrevoSettingsFile", out var value)
        && string.Equals(value, "true", StringComparison.OrdinalIgnoreCase);

    private OneFile? GeneralFileOf(SettingsFile file)
    {
        if (file.EnvironmentName is null)
            return null;

        foreach (var other in _files.Values)
        {
            if (EffectiveSettings.LiesOver(file, other.File))
                return other;
        }

        return null;
    }

    private ImmutableArray<Diagnostic> FindingsIn(OneFile file, CancellationToken cancellation)
    {
        // Two threads may find the same: cheaper than to hold one of them up, and cancellation leaves nothing half done.
        if (file.Findings.IsDefault)
            file.Findings = Find(file, cancellation);
        return file.Findings;
    }

    private ImmutableArray<Diagnostic> Find(OneFile file, CancellationToken cancellation)
    {
        var findings = ImmutableArray.CreateBuilder<Diagnostic>();
        var settings = EffectiveSettings.Of(file.File, GeneralFileOf(file.File)?.File);
        var options = OptionsOf(file);
        var report = new Report(AddUnlessSilenced, options, settings.Holds, (rule, written) => !settings.Holds(written) && FileOf(written) is { } other && IsSettledIn(other, rule.Id, written.Location, cancellation));

        var mayHoldSecrets = file.File is { Kind: SettingsFileKind.DotEnv, IsExample: false };
        if (!mayHoldSecrets)
            FullKeysInText.Check(file.File, report);

        var context = SessionContext.OfFile(options, settings.Holds);
        foreach (var session in SettingsSessionReader.Read(settings, context, _clients.Value))
        {
            cancellation.ThrowIfCancellationRequested();
            if (session.IsBrevo)
                Check(session, report, mayHoldSecrets);
        }

        foreach (var request in SettingsSessionReader.Addresses(settings, context))
        {
            foreach (var rule in SettingsFileRules.OfAddresses)
                rule.Check(request, report);
        }

        foreach (var request in SettingsSessionReader.Requests(settings, context))
        {
            // What has the shape of a key is Brevo's, whatever its name is.
            SettingsFileRules.OfRequests.Check(request, report);
            if (request.IsBrevo && !mayHoldSecrets)
                SettingsFileRules.OfSecrets.Check(request, report);
        }

        return findings.ToImmutable();

        void AddUnlessSilenced(Diagnostic finding)
        {
            if (!file.IsSilenced(finding.Id, finding.Location))
                findings.Add(finding);
        }
    }

    private static void Check(SmtpSession session, Report report, bool mayHoldSecrets)
    {
        foreach (var rule in SettingsFileRules.OfSessions)
            rule.Check(session, report);
        if (!mayHoldSecrets)
            SettingsFileRules.OfSecrets.Check(session, report);

        foreach (var sender in session.Senders)
        {
            foreach (var rule in SettingsFileRules.OfSenders)
                rule.Check(sender, session.Context, report);
        }
    }

    private sealed class OneFile
    {
        public OneFile(AdditionalText text, SettingsFile file)
        {
            Text = text;
            File = file;
        }

        public AdditionalText Text { get; }

        public SettingsFile File { get; }

        public BrevoOptions? Options { get; set; }

        public ImmutableArray<Diagnostic> Findings { get; set; }

        public bool IsSilenced(string ruleId, Location location) => File.IsIgnored(location.GetLineSpan().StartLinePosition.Line, ruleId);
    }
}
