using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using BrevoAnalyzers.Doors;
using BrevoAnalyzers.Model;
using BrevoAnalyzers.Reading;
using BrevoAnalyzers.Rules;
using BrevoAnalyzers.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace BrevoAnalyzers;

/// <summary>
/// The door for code that calls Brevo's API: by HttpClient, RestSharp or the SDK. It reads one type at a time, and only types in files
/// that name one of these in a project that names Brevo.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ApiAnalyzer : DiagnosticAnalyzer
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
            start.RegisterSymbolAction(symbol => Read((INamedTypeSymbol)symbol.Symbol, gate, files, symbol), SymbolKind.NamedType);
        });
    }

    private static ImmutableArray<DiagnosticDescriptor> Descriptors()
    {
        var descriptors = ImmutableArray.CreateBuilder<DiagnosticDescriptor>();
        foreach (var rule in ApiRules.All)
            descriptors.Add(rule.Rule);
        foreach (var rule in SenderRule.All)
            descriptors.Add(rule.Rule);

        descriptors.Add(SecretLogged.Descriptor);
        return descriptors.ToImmutable();
    }

    private static void Read(INamedTypeSymbol type, TextGate gate, SettingsFiles files, SymbolAnalysisContext context)
    {
        var parts = ImmutableArray.CreateBuilder<SyntaxNode>();
        var isWorthIt = false;
        foreach (var reference in type.DeclaringSyntaxReferences)
        {
            if (context.IsGeneratedCode && type.DeclaringSyntaxReferences.Length == 1)
                return;

            isWorthIt |= gate.NamesApi(reference.SyntaxTree, context.CancellationToken);
            parts.Add(reference.GetSyntax(context.CancellationToken));
        }

        if (!isWorthIt)
            return;

        var options = BrevoOptions.Read(context.Options.AnalyzerConfigOptionsProvider.GetOptions(parts[0].SyntaxTree), gate.IsTestProject);
        var code = new MailCode(type, parts.ToImmutable(), context.Compilation, options, context.CancellationToken, files.Configured);
        var report = new Report(context.ReportDiagnostic, options, code.Holds, (rule, written) => files.IsSettled(rule.Id, written, context.CancellationToken));
        var secrets = new List<ValueSet>();
        foreach (var request in HttpClientReader.Read(code))
            Check(request, report, secrets);
        foreach (var request in RestSharpReader.Read(code))
            Check(request, report, secrets);
        foreach (var request in BrevoSdkReader.Read(code))
            Check(request, report, secrets);
        if (secrets.Count > 0)
            SecretLogged.Check(secrets, LogReader.Read(code), report);
    }

    private static void Check(ApiRequest request, Report report, List<ValueSet> secrets)
    {
        if (!request.IsBrevo)
            return;

        foreach (var key in request.Keys)
            secrets.Add(key.Values);
        foreach (var header in request.Headers)
        {
            // A key or token is no less secret for standing in the wrong header.
            if (header.Name.Trim().Equals("Authorization", StringComparison.OrdinalIgnoreCase))
                secrets.Add(header.Value.Values);
        }

        foreach (var rule in ApiRules.All)
            rule.Check(request, report);

        foreach (var recipient in request.Recipients)
            new NameAndAddressSwapped().Check(recipient, request.Context, report);

        foreach (var sender in request.Senders)
        {
            foreach (var rule in SenderRule.All)
                rule.Check(sender, request.Context, report);
        }
    }
}
