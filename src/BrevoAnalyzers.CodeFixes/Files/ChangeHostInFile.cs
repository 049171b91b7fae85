using System.Collections.Generic;
using System.Collections.Immutable;
using BrevoAnalyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;

namespace BrevoAnalyzers.CodeFixes.Files;

/// <summary>BREVO1005, BREVO1006: the host of Brevo's relay.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ChangeHostInFile), DocumentKinds = new[] { nameof(TextDocumentKind.AdditionalDocument) })]
public sealed class ChangeHostInFile : SettingsFileFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("BREVO1005", "BREVO1006");

    private protected override IEnumerable<SettingsFixChoice> Choices(SettingsFixTarget target)
    {
        if (target.Property(WrongBrevoHost.Host) is { } host && target.Value is { } value)
            yield return new SettingsFixChoice($"Use {host}", nameof(ChangeHostInFile), new TextChange(value, host));
    }
}
