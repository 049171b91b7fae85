using System;
using System.Collections.Generic;
using System.Threading;
using BrevoAnalyzers.Model;
using BrevoAnalyzers.Reading;
using BrevoAnalyzers.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BrevoAnalyzers.Doors;

/// <summary>One file, open for reading: what is bound and looked up for one of its types serves the others.</summary>
internal sealed class MailFile
{
    private readonly SemanticModel _model;
    private readonly SourceBodies _bodies;
    private readonly Dictionary<INamedTypeSymbol, MailCode> _read = new(SymbolEqualityComparer.Default);

    public MailFile(MailProject project, SemanticModel model, CancellationToken cancellation)
    {
        Project = project;
        Cancellation = cancellation;
        _model = model;
        _bodies = new SourceBodies(project.Compilation, cancellation, model);
    }

    public MailProject Project { get; }

    public CancellationToken Cancellation { get; }

    /// <summary>
    /// The types that the file declares wholly or in part, that of its top-level statements included, where some file of theirs names
    /// one of the things.
    /// </summary>
    public IEnumerable<OpenedType> Types(Signs things)
    {
        var seen = new HashSet<INamedTypeSymbol>(SymbolEqualityComparer.Default);
        var isNamed = (Project.Gate.MailSigns(_model.SyntaxTree, Cancellation) & things) != 0;
        foreach (var node in _model.SyntaxTree.GetRoot(Cancellation).DescendantNodesAndSelf(MayHoldTypes))
        {
            // What only another file names counts for a type that has a part there.
            if (!isNamed && node is TypeDeclarationSyntax { Modifiers.Count: 0 })
                continue;
            if (TypeOf(node) is not { } type || (!isNamed && type.DeclaringSyntaxReferences.Length == 1) || !seen.Add(type))
                continue;

            var opened = Open(type);
            if (opened.Names(things) && !IsGenerated(type))
                yield return opened;
        }
    }

    /// <summary>Whether findings of a rule can show in this file: of the rules that are off by default only those that the project turns on.</summary>
    public bool IsOn(DiagnosticDescriptor rule)
    {
        if (rule.IsEnabledByDefault)
            return true;

        var options = Project.Compilation.Options;
        return options.SpecificDiagnosticOptions.ContainsKey(rule.Id)
            || (options.SyntaxTreeOptionsProvider is { } configured
                && (configured.TryGetGlobalDiagnosticValue(rule.Id, Cancellation, out _) || configured.TryGetDiagnosticValue(_model.SyntaxTree, rule.Id, Cancellation, out _)));
    }

    public OpenedType Open(INamedTypeSymbol type) => OpenedType.Of(type, Project.Gate, Cancellation);

    public MailCode Read(OpenedType type)
    {
        if (_read.TryGetValue(type.Symbol, out var code))
            return code;

        var options = BrevoOptions.Read(Project.Options.AnalyzerConfigOptionsProvider.GetOptions(type.Parts[0].SyntaxTree), Project.Gate.IsTestProject);
        _read.Add(type.Symbol, code = new MailCode(type.Symbol, type.Parts, _bodies, options, Cancellation, Project.Files.Configured) { NamesApi = type.Names(Signs.Api) });
        return code;
    }

    /// <summary>
    /// Reads a type and reports what is found. A type with parts in several files comes up with each of them: it is read once, and each finding
    /// is reported with the file that it stands in; what stands in a settings file, with the first part.
    /// </summary>
    /// <param name="type">The type.</param>
    /// <param name="read">Reads it and hands each finding on.</param>
    /// <param name="sink">Takes the findings of this file.</param>
    public void Report(OpenedType type, Action<OpenedType, Action<Diagnostic>> read, Action<Diagnostic> sink)
    {
        if (type.Parts.Length == 1)
        {
            read(type, sink);
            return;
        }

        if (!Project.FoundInParts.TryGetValue(type.Symbol, out var found))
        {
            var all = new List<Diagnostic>();
            read(type, all.Add);
            found = Project.FoundInParts[type.Symbol] = all;
        }

        var isFirst = type.Parts[0].SyntaxTree == _model.SyntaxTree;
        foreach (var diagnostic in found)
        {
            if (diagnostic.Location.SourceTree == _model.SyntaxTree || (isFirst && diagnostic.Location.SourceTree is null))
                sink(diagnostic);
        }
    }

    /// <summary>Passes on each finding once: what stands in one type, two others may use.</summary>
    public static Action<Diagnostic> Once(Action<Diagnostic> sink)
    {
        var reported = new HashSet<(string Id, Location Place)>();
        return diagnostic =>
        {
            if (reported.Add((diagnostic.Id, diagnostic.Location)))
                sink(diagnostic);
        };
    }

    /// <summary>Whether this file says that a tool wrote the type; what a tool adds to it in another file is nothing to this one.</summary>
    private bool IsGenerated(INamedTypeSymbol type)
    {
        for (var current = type; current is not null; current = current.ContainingType)
        {
            foreach (var attribute in current.GetAttributes())
            {
                if (attribute.AttributeClass is { Name: "GeneratedCodeAttribute", ContainingNamespace.Name: "Compiler" } && attribute.ApplicationSyntaxReference?.SyntaxTree == _model.SyntaxTree)
                    return true;
            }
        }

        return false;
    }

    private static bool MayHoldTypes(SyntaxNode node) => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax or TypeDeclarationSyntax;

    private INamedTypeSymbol? TypeOf(SyntaxNode declaration) => declaration switch
    {
        TypeDeclarationSyntax type => _model.GetDeclaredSymbol(type, Cancellation) as INamedTypeSymbol,
        EnumDeclarationSyntax words when EventEnums.MayName(words) => _model.GetDeclaredSymbol(words, Cancellation),
        CompilationUnitSyntax unit => (_model.GetDeclaredSymbol(unit, Cancellation) as IMethodSymbol)?.ContainingType,
        _ => null,
    };
}
