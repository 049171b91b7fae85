using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace BrevoAnalyzers.Doors;

/// <summary>What all files of a project that names Brevo are read with.</summary>
internal sealed class MailProject
{
    private MailProject(TextGate gate, SettingsFiles files, Compilation compilation, AnalyzerOptions options)
    {
        Gate = gate;
        Files = files;
        Compilation = compilation;
        Options = options;
        FluentEmail = new FluentEmailSetup(this);
    }

    public TextGate Gate { get; }

    public SettingsFiles Files { get; }

    public Compilation Compilation { get; }

    public AnalyzerOptions Options { get; }

    public FluentEmailSetup FluentEmail { get; }

    /// <summary>What was found in the types that several files declare.</summary>
    public ConcurrentDictionary<INamedTypeSymbol, IReadOnlyList<Diagnostic>> FoundInParts { get; } = new(SymbolEqualityComparer.Default);

    /// <summary>Null where nothing in the project names Brevo: then there is nothing to read.</summary>
#pragma warning disable RS1012 // The context is asked for its cache; the actions are the caller's.
    public static MailProject? Of(CompilationStartAnalysisContext start)
#pragma warning restore RS1012
    {
        var gate = new TextGate(start.Compilation, start.Options, start.TryGetValue, start.CancellationToken);
        return gate.NamesBrevo ? new MailProject(gate, SettingsFiles.Read(start, gate), start.Compilation, start.Options) : null;
    }

    /// <summary>Has each file read that people write, once the compiler has bound it.</summary>
    public void Register(CompilationStartAnalysisContext start, Action<MailFile, Action<Diagnostic>> read) =>
        start.RegisterSemanticModelAction(context =>
        {
            if (!context.IsGeneratedCode)
                read(Open(context.SemanticModel, context.CancellationToken), context.ReportDiagnostic);
        });

    /// <param name="model">The file's model. The compiler's own, where there is one: it holds the bodies that compiling has bound already.</param>
    /// <param name="cancellation">Stops the reading by the usual exception.</param>
    public MailFile Open(SemanticModel model, CancellationToken cancellation) => new(this, model, cancellation);
}
