using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Threading.Tasks;
using BrevoAnalyzers.CodeFixes.Infrastructure;
using BrevoAnalyzers.Model;
using BrevoAnalyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace BrevoAnalyzers.CodeFixes;

/// <summary>BREVO2001, BREVO2002, BREVO2004, BREVO3001, BREVO3002: a value that does not belong into the source is read from the settings.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ReadFromSettings))]
public sealed class ReadFromSettings : BrevoCodeFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("BREVO2001", "BREVO2002", "BREVO2004", "BREVO3001", "BREVO3002");

    protected override async Task<IEnumerable<FixChoice>> ChoicesAsync(FixTarget target)
    {
        if (WantedSetting.Of(target) is not { } wanted)
            return Array.Empty<FixChoice>();

        if (SettingFallback.Edit(target, wanted.Names.ConfigurationKey) is { } edit)
            return new[] { new FixChoice($"Throw if the {wanted.Noun} is not set", nameof(ReadFromSettings), edit) };

        if (await OptionDefault.EditAsync(target).ConfigureAwait(false) is { } leave)
            return new[] { new FixChoice($"Leave the {wanted.Noun} to the configuration", nameof(ReadFromSettings), leave) };

        return await SettingReader.ReadAsync(target.Document, target.Node, wanted.Names, target.CancellationToken).ConfigureAwait(false) is { } read
            ? new[] { new FixChoice($"Read the {wanted.Noun} from the {read.Source.ToString().ToLowerInvariant()}", nameof(ReadFromSettings), read.Edit) }
            : Array.Empty<FixChoice>();
    }
}
