using System.Collections.Immutable;
using BrevoAnalyzers.Doors;
using BrevoAnalyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace BrevoAnalyzers;

/// <summary>The door for settings files: what a file alone proves is reported in it, whatever the code does with it.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SettingsFileAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = SettingsFileRules.Descriptors();

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(start =>
        {
            if (start.Options.AdditionalFiles.IsEmpty)
                return;

            var gate = new TextGate(start.Compilation, start.Options, start.TryGetValue, start.CancellationToken);
            if (!gate.NamesBrevo)
                return;

            var files = SettingsFiles.Read(start, gate);
            if (files.IsEmpty)
                return;

            start.RegisterAdditionalFileAction(file =>
            {
                foreach (var finding in files.FindingsIn(file.AdditionalFile, file.CancellationToken))
                    file.ReportDiagnostic(finding);
            });
        });
    }
}
