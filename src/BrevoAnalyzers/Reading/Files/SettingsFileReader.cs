using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace BrevoAnalyzers.Reading.Files;

/// <summary>
/// Reads settings files. Null for files that are none of ours, malformed or huge; never an exception other than
/// cancellation, and never a word of the file in any message.
/// </summary>
internal static class SettingsFileReader
{
    /// <summary>Characters. Settings files are small; what is larger holds data.</summary>
    public const int LargestFile = 1_000_000;

    // The compiler's cache asks for a value by text alone, and one text means different things to different readers.
    private static readonly SourceTextValueProvider<SettingsContent?> JsonContents = ContentsOf(SettingsFileKind.Json);
    private static readonly SourceTextValueProvider<SettingsContent?> XmlContents = ContentsOf(SettingsFileKind.Xml);
    private static readonly SourceTextValueProvider<SettingsContent?> DotEnvContents = ContentsOf(SettingsFileKind.DotEnv);
    private static readonly SourceTextValueProvider<SettingsContent?> LaunchProfileContents = ContentsOf(SettingsFileKind.LaunchProfile);

    /// <param name="path">The file's path, whose name says how it is read.</param>
    /// <param name="text">The file's text.</param>
    /// <param name="cancellationToken">Stops the reading by the usual exception.</param>
    /// <param name="isNamedByProject">See <see cref="SettingsFileName.Of"/>.</param>
    public static SettingsFile? Read(string path, SourceText text, CancellationToken cancellationToken, bool isNamedByProject = false)
    {
        if (SettingsFileName.Of(path, isNamedByProject) is not { } name || ReadContent(name.Kind, text, cancellationToken) is not { } content)
            return null;
        return new SettingsFile(path, text, name, content);
    }

    /// <inheritdoc cref="Read(string, SourceText, CancellationToken, bool)"/>
    public static SettingsFile? Read(AdditionalText file, CancellationToken cancellationToken, bool isNamedByProject = false)
    {
        if (SettingsFileName.Of(file.Path, isNamedByProject) is null || file.GetText(cancellationToken) is not { } text)
            return null;
        return Read(file.Path, text, cancellationToken, isNamedByProject);
    }

    /// <summary>
    /// As <see cref="Read(AdditionalText, CancellationToken, bool)"/>, parsing an unchanged text once for all analyzers
    /// of the package and, in the editor, for all compilations.
    /// </summary>
#pragma warning disable RS1012 // The context is asked for its cache; the actions are the caller's.
    public static SettingsFile? ReadCached(CompilationStartAnalysisContext context, AdditionalText file, bool isNamedByProject = false)
#pragma warning restore RS1012
    {
        if (SettingsFileName.Of(file.Path, isNamedByProject) is not { } name || file.GetText(context.CancellationToken) is not { } text)
            return null;

        var contents = name.Kind switch
        {
            SettingsFileKind.Json => JsonContents,
            SettingsFileKind.Xml => XmlContents,
            SettingsFileKind.DotEnv => DotEnvContents,
            _ => LaunchProfileContents,
        };
        return context.TryGetValue(text, contents, out var content) && content is not null
            ? new SettingsFile(file.Path, text, name, content)
            : null;
    }

    private static SourceTextValueProvider<SettingsContent?> ContentsOf(SettingsFileKind kind) =>
        new(text => ReadContent(kind, text, CancellationToken.None));

    private static SettingsContent? ReadContent(SettingsFileKind kind, SourceText text, CancellationToken cancellationToken)
    {
        if (text.Length > LargestFile)
            return null;

        var comments = new IgnoreComments.Builder(text);
        var characters = text.ToString();
        var root = kind switch
        {
            SettingsFileKind.Json => JsonSettingsReader.Read(characters, comments, cancellationToken),
            SettingsFileKind.Xml => XmlSettingsReader.Read(characters, comments, cancellationToken),
            SettingsFileKind.DotEnv => DotEnvReader.Read(characters, comments, cancellationToken),
            _ => LaunchProfileReader.Read(characters, comments, cancellationToken),
        };
        return root is null ? null : new SettingsContent(root, comments.ToImmutable());
    }
}
