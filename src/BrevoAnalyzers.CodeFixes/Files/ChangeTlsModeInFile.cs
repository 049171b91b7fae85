using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using BrevoAnalyzers.Model;
using BrevoAnalyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;

namespace BrevoAnalyzers.CodeFixes.Files;

/// <summary>BREVO1002, BREVO1003, BREVO1004: the TLS mode that the port wants.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ChangeTlsModeInFile), DocumentKinds = new[] { nameof(TextDocumentKind.AdditionalDocument) })]
public sealed class ChangeTlsModeInFile : SettingsFileFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("BREVO1002", "BREVO1003", "BREVO1004");

    private protected override IEnumerable<SettingsFixChoice> Choices(SettingsFixTarget target)
    {
        if (!Enum.TryParse<TlsMode>(target.Property(TlsFix.Mode), out var mode)
            || target.Property(TlsFix.Add) is not null
            || target.Further is not { } value)
        {
            yield break;
        }

        switch (target.Property(TlsFix.Notation))
        {
            case nameof(TlsNotation.EnableSsl):
                yield return new SettingsFixChoice("Set enableSsl to true", nameof(ChangeTlsModeInFile), new TextChange(value, "true"));
                break;
            case nameof(TlsNotation.Mode):
                yield return new SettingsFixChoice($"Set the TLS mode to {mode}", nameof(ChangeTlsModeInFile), new TextChange(value, mode.ToString()));
                break;
        }
    }
}
