using System;
using System.Collections.Generic;

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

    /// <summary>Every file sends mail through Brevo: more than any real project does.</summary>
    AllBrevo,
}

/// <summary>A project of as many generated files as asked for. The same arguments give the same text.</summary>
internal static class GeneratedProject
{
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
        ProjectKind.OneBrevoMailer => i == 0 ? SourceTemplates.BrevoMailKit(i) : SourceTemplates.Plain(i),
        ProjectKind.AllBrevo => (i % 3) switch
        {
            0 => SourceTemplates.BrevoMailKit(i),
            1 => SourceTemplates.BrevoSystemNetMail(i),
            _ => SourceTemplates.BrevoApi(i),
        },
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}
