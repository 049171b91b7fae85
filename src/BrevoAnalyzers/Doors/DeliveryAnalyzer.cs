using System.Collections.Generic;
using System.Collections.Immutable;
using BrevoAnalyzers.Doors;
using BrevoAnalyzers.Model;
using BrevoAnalyzers.Reading;
using BrevoAnalyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace BrevoAnalyzers;

/// <summary>
/// The door for what becomes of a send: whether somebody waits for it and hears of its failure. It reads one type at a time, and only
/// types in files that name a way to send in a project that names Brevo.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class DeliveryAnalyzer : DiagnosticAnalyzer
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

            var fluentEmail = new FluentEmailSetup(gate, SettingsFiles.Read(start, gate), start.Compilation, start.Options);
            start.RegisterSymbolAction(symbol => Read((INamedTypeSymbol)symbol.Symbol, gate, fluentEmail, symbol), SymbolKind.NamedType);
        });
    }

    private static ImmutableArray<DiagnosticDescriptor> Descriptors()
    {
        var descriptors = ImmutableArray.CreateBuilder<DiagnosticDescriptor>();
        foreach (var rule in DeliveryRule.All)
            descriptors.Add(rule.Rule);

        return descriptors.ToImmutable();
    }

    private static void Read(INamedTypeSymbol type, TextGate gate, FluentEmailSetup fluentEmail, SymbolAnalysisContext context)
    {
        var parts = ImmutableArray.CreateBuilder<SyntaxNode>();
        var isWorthIt = false;
        var namesFluentEmail = false;
        foreach (var reference in type.DeclaringSyntaxReferences)
        {
            var tree = reference.SyntaxTree;
            namesFluentEmail |= gate.NamesFluentEmail(tree, context.CancellationToken);
            isWorthIt |= namesFluentEmail || gate.NamesSmtp(tree, context.CancellationToken) || gate.NamesApi(tree, context.CancellationToken);
            parts.Add(reference.GetSyntax(context.CancellationToken));
        }

        if (!isWorthIt || (context.IsGeneratedCode && parts.Count == 1))
            return;

        var options = BrevoOptions.Read(context.Options.AnalyzerConfigOptionsProvider.GetOptions(parts[0].SyntaxTree), gate.IsTestProject);
        var code = new MailCode(type, parts.ToImmutable(), context.Compilation, options, context.CancellationToken);
        var report = new Report(context.ReportDiagnostic, options, code.Holds);
        Check(SendReader.Read(code), report);
        if (namesFluentEmail)
            Check(SendReader.ReadFluentEmail(code, () => fluentEmail.IsBrevo(context.CancellationToken)), report);
    }

    private static void Check(IEnumerable<MailSend> sends, Report report)
    {
        foreach (var send in sends)
        {
            foreach (var rule in DeliveryRule.All)
                rule.Check(send, report);
        }
    }
}
