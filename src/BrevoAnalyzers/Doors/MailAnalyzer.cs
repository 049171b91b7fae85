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
/// The door for code that sends mail, by SMTP or by the API, and for code that reads what Brevo tells of it. It reads one type at a time, and
/// only types in files that name a way to do so in a project that names Brevo. What is bound for one kind of rules serves all.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class MailAnalyzer : DiagnosticAnalyzer
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

            LegacySdk.Register(start, gate);
            var files = SettingsFiles.Read(start, gate);
            var fluentEmail = new FluentEmailSetup(gate, files, start.Compilation, start.Options);
            start.RegisterSymbolAction(symbol => Read((INamedTypeSymbol)symbol.Symbol, gate, files, fluentEmail, symbol), SymbolKind.NamedType);
        });
    }

    private static ImmutableArray<DiagnosticDescriptor> Descriptors()
    {
        var descriptors = new HashSet<DiagnosticDescriptor> { SecretLogged.Descriptor, UnknownEventName.Descriptor };
        foreach (var rule in SmtpRule.All)
            descriptors.Add(rule.Rule);
        foreach (var rule in SenderRule.All)
            descriptors.Add(rule.Rule);
        foreach (var rule in ApiRules.All)
            descriptors.Add(rule.Rule);
        foreach (var rule in DeliveryRule.All)
            descriptors.Add(rule.Rule);

        return descriptors.ToImmutableArray();
    }

    private static void Read(INamedTypeSymbol type, TextGate gate, SettingsFiles files, FluentEmailSetup fluentEmail, SymbolAnalysisContext context)
    {
        if (context.IsGeneratedCode && type.DeclaringSyntaxReferences.Length == 1)
            return;

        var opened = OpenedType.Of(type, gate, context.CancellationToken);
        if (!opened.NamesSends && !opened.NamesEvents)
            return;

        var code = opened.Read(gate, files, context.Compilation, context.Options, context.CancellationToken);
        if (opened.NamesSmtp)
            new SmtpTypes(gate, files, context.Compilation, context.Options, context.CancellationToken).Check(code, context.ReportDiagnostic);
        if (opened.NamesApi)
            ApiRequests.Check(code, files, context.ReportDiagnostic);
        if (opened.NamesSends)
            Sends.Check(code, opened.NamesFluentEmail ? fluentEmail : null, context.ReportDiagnostic);
        if (opened.NamesEvents)
            Check(EventReader.Read(code), new Report(context.ReportDiagnostic, code.Context.Options, code.Holds));
    }

    private static void Check(IEnumerable<EventWords> found, Report report)
    {
        foreach (var words in found)
            UnknownEventName.Check(words, report);
    }
}
