using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using BrevoAnalyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;

namespace BrevoAnalyzers.CodeFixes.Files;

/// <summary>BREVO1001, BREVO1002: another port.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ChangePortInFile), DocumentKinds = new[] { nameof(TextDocumentKind.AdditionalDocument) })]
public sealed class ChangePortInFile : SettingsFileFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("BREVO1001", "BREVO1002");

    private protected override IEnumerable<SettingsFixChoice> Choices(SettingsFixTarget target)
    {
        if (target.Property(PortFix.Ports) is not { } ports || target.Property(PortFix.Add) is not null || target.Value is not { } value)
            yield break;
        if (!int.TryParse(target.Text.ToString(value), NumberStyles.None, CultureInfo.InvariantCulture, out _))
            yield break;

        foreach (var port in ports.Split(','))
            yield return new SettingsFixChoice(Title(port), nameof(ChangePortInFile) + port, new TextChange(value, port));
    }

    private static string Title(string port) =>
        BrevoFacts.TlsOf(int.Parse(port, CultureInfo.InvariantCulture)) == PortTls.Implicit ? $"Use port {port} (implicit TLS)" : $"Use port {port} (STARTTLS)";
}
