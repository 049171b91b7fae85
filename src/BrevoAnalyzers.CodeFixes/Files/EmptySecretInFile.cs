using System.Collections.Generic;
using System.Collections.Immutable;
using BrevoAnalyzers.Reading.Files;
using BrevoAnalyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;

namespace BrevoAnalyzers.CodeFixes.Files;

/// <summary>BREVO2001, BREVO2002, BREVO2004: an empty value, which user secrets, the environment or a vault fill in.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(EmptySecretInFile), DocumentKinds = new[] { nameof(TextDocumentKind.AdditionalDocument) })]
public sealed class EmptySecretInFile : SettingsFileFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("BREVO2001", "BREVO2002", "BREVO2004");

    private protected override IEnumerable<SettingsFixChoice> Choices(SettingsFixTarget target)
    {
        // Only where the key is all of a value is there a setting to fill in from elsewhere.
        if (target.Property(SettingNaming.ConfigurationKey) is null || target.Value is not { } value)
            yield break;

        // JSON has no empty number.
        var isBare = target.Kind is SettingsFileKind.Json or SettingsFileKind.LaunchProfile
            && (value.Start == 0 || target.Text[value.Start - 1] != '"');
        yield return new SettingsFixChoice(
            "Empty the value, set it outside the repository, and revoke the key in Brevo",
            nameof(EmptySecretInFile),
            new TextChange(value, isBare ? "\"\"" : ""));
    }
}
