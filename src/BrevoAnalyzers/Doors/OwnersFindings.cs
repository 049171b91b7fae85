using System;
using System.Collections.Generic;
using BrevoAnalyzers.Model;
using BrevoAnalyzers.Reading;
using BrevoAnalyzers.Rules;
using BrevoAnalyzers.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BrevoAnalyzers.Doors;

/// <summary>
/// What the analysis of another type reports about its own text. It is found by running it, so that a wrong value which two types see is
/// reported once, where it is written, and the two never disagree.
/// </summary>
internal sealed class OwnersFindings
{
    private readonly MailFile _file;
    private readonly Signs _signs;
    private readonly Action<MailCode, Report> _check;
    private readonly Dictionary<ISymbol, HashSet<(string Id, Location Place)>> _findings = new(SymbolEqualityComparer.Default);

    /// <param name="file">The file at hand.</param>
    /// <param name="signs">What a type has to name to be read at all.</param>
    /// <param name="check">Reads a type without a look at others.</param>
    public OwnersFindings(MailFile file, Signs signs, Action<MailCode, Report> check)
    {
        _file = file;
        _signs = signs;
        _check = check;
    }

    /// <summary>Whether a rule is reported at a place by the analysis of the type or settings file that has it.</summary>
    public bool Has(MailCode code, DiagnosticDescriptor rule, Place place)
    {
        if (place.IsInFile)
            return _file.Project.Files.IsSettled(rule.Id, place, _file.Cancellation);
        if (place.Node is not { } written || code.IsOwn(written) || OwnerOf(code, written) is not { } owner)
            return false;

        if (!_findings.TryGetValue(owner, out var findings))
            _findings[owner] = findings = Find(owner);
        return findings.Contains((rule.Id, written.GetLocation()));
    }

    private INamedTypeSymbol? OwnerOf(MailCode code, SyntaxNode written)
    {
        SyntaxNode declaration = MailCode.TypeAround(written) ?? written.SyntaxTree.GetRoot(_file.Cancellation);
        return code.Resolver.Bodies.Model(written.SyntaxTree)?.GetDeclaredSymbol(declaration, _file.Cancellation) switch
        {
            INamedTypeSymbol type => type,
            IMethodSymbol program when declaration is CompilationUnitSyntax => program.ContainingType,
            _ => null,
        };
    }

    private HashSet<(string Id, Location Place)> Find(INamedTypeSymbol owner)
    {
        var findings = new HashSet<(string, Location)>();
        var opened = _file.Open(owner);
        if (!opened.Names(_signs))
            return findings;

        var code = _file.Read(opened);
        _check(code, new Report(diagnostic => findings.Add((diagnostic.Id, diagnostic.Location)), code.Context.Options, code.Holds));
        return findings;
    }
}
