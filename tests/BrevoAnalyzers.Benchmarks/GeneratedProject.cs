using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace BrevoAnalyzers.Benchmarks;

/// <summary>What the files of a <see cref="GeneratedProject"/> are about.</summary>
public enum ProjectKind
{
    /// <summary>No mail at all: nobody should notice that the analyzers are installed.</summary>
    NoMail,

    /// <summary>Every file sends mail with MailKit, none through Brevo.</summary>
    OtherMail,

    /// <summary>One file sends mail through Brevo, the others do not know of mail: the usual project.</summary>
    OneBrevoMailer,

    /// <summary>The same with <see cref="GeneratedProject.SettingsFileCount"/> settings files beside it.</summary>
    OneBrevoMailerWithSettings,

    /// <summary>Every file sends mail through Brevo, and rightly so: more than any real project does.</summary>
    AllBrevo,

    /// <summary>The same with a mistake in every file: the compiler asks of each finding whether it is suppressed, and binds the method again for that.</summary>
    AllBrevoMistaken,
}

/// <summary>A project of as many generated files as asked for. The same arguments give the same text.</summary>
internal static class GeneratedProject
{
    public const int SettingsFileCount = 200;

    public static ImmutableArray<AdditionalText> SettingsFiles(ProjectKind kind) => kind == ProjectKind.OneBrevoMailerWithSettings
        ? [.. Enumerable.Range(0, SettingsFileCount).Select(SettingsFile.Number)]
        : [];

    public static IReadOnlyList<string> Sources(ProjectKind kind, int files)
    {
        var sources = new string[files];
        for (var i = 0; i < files; i++)
            sources[i] = Source(kind, i);
        return sources;
    }

    private static string Source(ProjectKind kind, int i) => kind switch
    {
        ProjectKind.NoMail => SourceTemplates.Plain(i),
        ProjectKind.OtherMail => SourceTemplates.OtherMailer(i),
        ProjectKind.OneBrevoMailer or ProjectKind.OneBrevoMailerWithSettings => i == 0 ? SourceTemplates.BrevoMailKit(i, isRight: false) : SourceTemplates.Plain(i),
        ProjectKind.AllBrevo => BrevoMailer(i, isRight: true),
        ProjectKind.AllBrevoMistaken => BrevoMailer(i, isRight: false),
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    private static string BrevoMailer(int i, bool isRight) => (i % 3) switch
    {
        0 => SourceTemplates.BrevoMailKit(i, isRight),
        1 => SourceTemplates.BrevoSystemNetMail(i, isRight),
        _ => SourceTemplates.BrevoApi(i, isRight),
    };
}
