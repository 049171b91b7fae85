using BrevoAnalyzers.Reading.Files;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace BrevoAnalyzers.CodeFixes.Files;

/// <summary>A finding in a settings file, with the text it stands in.</summary>
internal sealed class SettingsFixTarget
{
    private readonly Diagnostic _diagnostic;
    private readonly string _path;

    public SettingsFixTarget(Diagnostic diagnostic, string path, SettingsFileKind kind, SourceText text)
    {
        _diagnostic = diagnostic;
        _path = path;
        Kind = kind;
        Text = text;
    }

    public SettingsFileKind Kind { get; }

    public SourceText Text { get; }

    /// <summary>The value that the finding stands on; null when it does not stand in this file, or the file has changed since.</summary>
    public TextSpan? Value => SpanOf(_diagnostic.Location);

    /// <summary>The value at the finding's first further location; null when that is in another file.</summary>
    public TextSpan? Further => _diagnostic.AdditionalLocations.Count > 0 ? SpanOf(_diagnostic.AdditionalLocations[0]) : null;

    /// <summary>A property that the analyzer put into the finding, null when it did not.</summary>
    public string? Property(string name) => _diagnostic.Properties.TryGetValue(name, out var value) ? value : null;

    private TextSpan? SpanOf(Location location) =>
        location.GetLineSpan().Path == _path && !location.SourceSpan.IsEmpty && location.SourceSpan.End <= Text.Length
            ? location.SourceSpan
            : null;
}
