using System.Collections.Immutable;
using BrevoAnalyzers.Doors;
using BrevoAnalyzers.Model;
using BrevoAnalyzers.Reading;
using BrevoAnalyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace BrevoAnalyzers;

/// <summary>
/// The door for code that hears or asks what became of a mail. It reads one type at a time, and only types in files that name such
/// events in a project that names Brevo.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class EventAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(UnknownEventName.Descriptor);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(start =>
        {
            var gate = new TextGate(start.Compilation, start.Options, start.TryGetValue, start.CancellationToken);
            if (gate.NamesBrevo)
                start.RegisterSymbolAction(symbol => Read((INamedTypeSymbol)symbol.Symbol, gate, symbol), SymbolKind.NamedType);
        });
    }

    private static void Read(INamedTypeSymbol type, TextGate gate, SymbolAnalysisContext context)
    {
        var parts = ImmutableArray.CreateBuilder<SyntaxNode>();
        var isWorthIt = false;
        foreach (var reference in type.DeclaringSyntaxReferences)
        {
            isWorthIt |= gate.NamesEvents(reference.SyntaxTree, context.CancellationToken);
            parts.Add(reference.GetSyntax(context.CancellationToken));
        }

        if (!isWorthIt || (context.IsGeneratedCode && parts.Count == 1))
            return;

        var options = BrevoOptions.Read(context.Options.AnalyzerConfigOptionsProvider.GetOptions(parts[0].SyntaxTree), gate.IsTestProject);
        var code = new MailCode(type, parts.ToImmutable(), context.Compilation, options, context.CancellationToken);
        var report = new Report(context.ReportDiagnostic, options, code.Holds);
        foreach (var words in EventReader.Read(code))
            UnknownEventName.Check(words, report);
    }
}
