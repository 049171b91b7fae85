using System.Collections.Immutable;
using BrevoAnalyzers.Doors;
using BrevoAnalyzers.Model;
using BrevoAnalyzers.Reading;
using BrevoAnalyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace BrevoAnalyzers;

/// <summary>
/// The door for opinions on how mail is sent. All its rules are off by default, so that the compiler leaves it out until one of them is
/// turned on.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class HabitAnalyzer : DiagnosticAnalyzer
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
            if (gate.NamesBrevo)
                start.RegisterSymbolAction(symbol => Read((INamedTypeSymbol)symbol.Symbol, gate, symbol), SymbolKind.NamedType);
        });
    }

    private static ImmutableArray<DiagnosticDescriptor> Descriptors()
    {
        var descriptors = ImmutableArray.CreateBuilder<DiagnosticDescriptor>();
        foreach (var rule in HabitRule.All)
            descriptors.Add(rule.Rule);

        return descriptors.ToImmutable();
    }

    private static void Read(INamedTypeSymbol type, TextGate gate, SymbolAnalysisContext context)
    {
        if (context.IsGeneratedCode && type.DeclaringSyntaxReferences.Length == 1)
            return;

        var parts = ImmutableArray.CreateBuilder<SyntaxNode>();
        var isWorthIt = false;
        foreach (var reference in type.DeclaringSyntaxReferences)
        {
            isWorthIt |= gate.NamesSmtp(reference.SyntaxTree, context.CancellationToken) || gate.NamesApi(reference.SyntaxTree, context.CancellationToken);
            parts.Add(reference.GetSyntax(context.CancellationToken));
        }

        if (!isWorthIt)
            return;

        var options = BrevoOptions.Read(context.Options.AnalyzerConfigOptionsProvider.GetOptions(parts[0].SyntaxTree), gate.IsTestProject);
        var code = new MailCode(type, parts.ToImmutable(), context.Compilation, options, context.CancellationToken);
        var report = new Report(context.ReportDiagnostic, options, code.Holds);
        foreach (var found in SendHabits.Read(code))
        {
            foreach (var rule in HabitRule.All)
                rule.Check(found, report);
        }
    }
}
