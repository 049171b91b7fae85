using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace BrevoAnalyzers.Tests.Doors.Files;

/// <summary>Runs all analyzers over settings files, with code beside them or without.</summary>
internal static class SettingsRun
{
    /// <summary>A password in the form of most SMTP keys. It opens nothing.</summary>
    public const string ShortKey = "AbCd9fGh40KmNp38";

    public static ImmutableArray<Diagnostic> Findings(params (string Path, string Text)[] files) => Findings("", files);

    public static ImmutableArray<Diagnostic> Findings(
        string code, (string Path, string Text)[] files, IReadOnlyDictionary<string, string>? options = null) =>
        AnalyzerRun.Findings(AnalyzerRun.Compile(code), files.Select(file => new TextFile(file.Path, file.Text)), options);

    /// <summary>The findings in one file as "rule text", such as "BREVO1001 25".</summary>
    public static string[] In(string path, string text, string code = "") =>
        Findings(code, [(path, text)]).Select(finding => finding.Id + " " + TextAt(finding.Location, text)).Order().ToArray();

    /// <summary>The findings in <c>appsettings.json</c>.</summary>
    public static string[] InJson(string text) => In("appsettings.json", text);

    /// <summary>The findings in several files as "rule file: text".</summary>
    public static string[] InAll(params (string Path, string Text)[] files)
    {
        var texts = files.ToDictionary(file => file.Path, file => file.Text);
        return Findings(files).Select(finding => Describe(finding, texts)).Order().ToArray();
    }

    private static string Describe(Diagnostic finding, Dictionary<string, string> texts)
    {
        var path = finding.Location.GetLineSpan().Path;
        return $"{finding.Id} {path}: {TextAt(finding.Location, texts[path])}";
    }

    public static string TextAt(Location location, string text) => text.Substring(location.SourceSpan.Start, location.SourceSpan.Length);
}
