using System.Collections.Generic;
using System.Collections.Immutable;
using BrevoAnalyzers.Doors;
using BrevoAnalyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace BrevoAnalyzers;

/// <summary>The door for the analyzers' own options: each that cannot be read is named once a compilation.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class OptionsAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(MalformedOption.Descriptor);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
#pragma warning disable RS1013 // Nothing is registered in a project that does not name Brevo; a plain compilation action would be.
        context.RegisterCompilationStartAction(static start =>
        {
            if (new TextGate(start.Compilation, start.Options, start.TryGetValue, start.CancellationToken).NamesBrevo)
                start.RegisterCompilationEndAction(Read);
        });
#pragma warning restore RS1013
    }

    private static void Read(CompilationAnalysisContext context)
    {
        var reported = new HashSet<string>();
        var provider = context.Options.AnalyzerConfigOptionsProvider;
        var seen = new HashSet<AnalyzerConfigOptions> { provider.GlobalOptions };
        foreach (var tree in context.Compilation.SyntaxTrees)
            seen.Add(provider.GetOptions(tree));

        foreach (var options in seen)
        {
            foreach (var (option, wanted) in MalformedOption.In(options))
            {
                if (reported.Add(option))
                    context.ReportDiagnostic(Diagnostic.Create(MalformedOption.Descriptor, Location.None, option, wanted));
            }
        }
    }
}
