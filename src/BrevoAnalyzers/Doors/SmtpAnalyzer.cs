using System.Collections.Generic;
using System.Collections.Immutable;
using BrevoAnalyzers.Doors;
using BrevoAnalyzers.Model;
using BrevoAnalyzers.Reading;
using BrevoAnalyzers.Rules;
using BrevoAnalyzers.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
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
            if (gate.NamesBrevo)
                start.RegisterSymbolAction(symbol => Read((INamedTypeSymbol)symbol.Symbol, gate, symbol), SymbolKind.NamedType);
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

    private static void Read(INamedTypeSymbol type, TextGate gate, SymbolAnalysisContext context)
    {
        var parts = ImmutableArray.CreateBuilder<SyntaxNode>();
        var isWorthIt = false;
        foreach (var reference in type.DeclaringSyntaxReferences)
        {
            var tree = reference.SyntaxTree;
            if (context.IsGeneratedCode && type.DeclaringSyntaxReferences.Length == 1)
                return;

            isWorthIt |= gate.NamesSmtp(tree, context.CancellationToken);
            parts.Add(reference.GetSyntax(context.CancellationToken));
        }

        if (!isWorthIt)
            return;

        var options = BrevoOptions.Read(context.Options.AnalyzerConfigOptionsProvider.GetOptions(parts[0].SyntaxTree), gate.IsTestProject);
        var code = new MailCode(type, parts.ToImmutable(), context.Compilation, options, context.CancellationToken);
        var report = new Report(context.ReportDiagnostic, options, code.Holds);
        var sessions = new List<SmtpSession>(MailKitReader.Read(code));
        sessions.AddRange(SystemNetMailReader.Read(code));
        var secrets = new List<ValueSet>();
        code.Context.Sessions = sessions;
        foreach (var session in sessions)
            Check(session, report, secrets);
        if (secrets.Count > 0)
            SecretLogged.Check(secrets, LogReader.Read(code), report);

        var goToBrevo = LooseSenders.GoToBrevo(code, sessions);
        foreach (var sender in LooseSenders.Read(code, sessions))
            CheckLoose(sender, goToBrevo ? sessions : new List<SmtpSession>(), code.Context, report);
    }

    /// <summary>A message that is not seen to be sent is judged as one of the type's sessions, or else by its sender alone.</summary>
    private static void CheckLoose(Sender sender, List<SmtpSession> sessions, SessionContext context, Report report)
    {
        SmtpLoginAsSender.Check(sender, context, sessions, report);
        if (sessions.Count == 0)
            return;

        foreach (var rule in SenderRule.All)
            rule.Check(sender, context, report);
    }

    private static void Check(SmtpSession session, Report report, List<ValueSet> secrets)
    {
        if (!session.IsBrevo)
            return;

        secrets.Add(session.Password.Values);
        foreach (var rule in SmtpRule.All)
            rule.Check(session, report);

        foreach (var sender in session.Senders)
        {
            foreach (var rule in SenderRule.All)
                rule.Check(sender, session.Context, report);
        }
    }
}
