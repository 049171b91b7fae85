using System.Collections.Immutable;
using BrevoAnalyzers.Doors;
using BrevoAnalyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace BrevoAnalyzers;

/// <summary>
/// The door for code that opens SMTP connections. It reads one type at a time, and only types in files that name an SMTP client in
/// a project that names Brevo.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SmtpAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = Descriptors();

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(start =>
        {
            var gate = new TextGate(start.Compilation, start.Options, start.TryGetValue, start.CancellationToken);
            if (!gate.NamesBrevo)
                return;

            var files = SettingsFiles.Read(start, gate);
            start.RegisterSymbolAction(symbol => Read((INamedTypeSymbol)symbol.Symbol, gate, files, symbol), SymbolKind.NamedType);
        });
    }

    private static ImmutableArray<DiagnosticDescriptor> Descriptors()
    {
        var descriptors = ImmutableArray.CreateBuilder<DiagnosticDescriptor>();
        foreach (var rule in SmtpRule.All)
            descriptors.Add(rule.Rule);
        foreach (var rule in SenderRule.All)
            descriptors.Add(rule.Rule);

        descriptors.Add(SecretLogged.Descriptor);
        return descriptors.ToImmutable();
    }

    private static void Read(INamedTypeSymbol type, TextGate gate, SettingsFiles files, SymbolAnalysisContext context)
    {
        if (context.IsGeneratedCode && type.DeclaringSyntaxReferences.Length == 1)
            return;

        new SmtpTypes(gate, files, context.Compilation, context.Options, context.CancellationToken).Analyse(type, context.ReportDiagnostic);
    }
}
