using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using BrevoAnalyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;

namespace BrevoAnalyzers.CodeFixes.Files;

/// <summary>BREVO1005, BREVO1006: the host of Brevo's relay, or of its API in a URL.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ChangeHostInFile), DocumentKinds = new[] { nameof(TextDocumentKind.AdditionalDocument) })]
public sealed class ChangeHostInFile : SettingsFileFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("BREVO1005", "BREVO1006");

    private protected override IEnumerable<SettingsFixChoice> Choices(SettingsFixTarget target)
    {
        if (target.Property(WrongBrevoHost.Host) is not { } host || target.Value is not { } value)
            yield break;

        var place = target.Property(WrongBrevoHost.KeepRest) is null ? value : HostWithin(target.Text, value);
        if (place is { } wrong)
            yield return new SettingsFixChoice($"Use {host}", nameof(ChangeHostInFile), new TextChange(wrong, host));
    }

    private static TextSpan? HostWithin(SourceText text, TextSpan url)
    {
        var written = text.ToString(url);
        return CorrectHost.WrongHostIn(written) is { } host ? new TextSpan(url.Start + written.IndexOf(host, StringComparison.Ordinal), host.Length) : null;
    }
}
