using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BrevoAnalyzers.Values;

/// <content>
/// Members that one method sets together: what a builder's <c>UseBrevo()</c> gives to host and port belongs together, and neither to what
/// <c>UseMailHog()</c> gives them nor to what they start with.
/// </content>
internal sealed partial class Resolver
{
    private readonly Dictionary<INamedTypeSymbol, List<MemberSetter>> _setters = new(SymbolEqualityComparer.Default);

    /// <summary>A method that sets two members or more of its object.</summary>
    private sealed class MemberSetter
    {
        public MemberSetter(MethodDeclarationSyntax method) => Method = method;

        public MethodDeclarationSyntax Method { get; }

        public HashSet<string> Members { get; } = new();

        /// <summary>Those of the members that the method sets whenever it runs.</summary>
        public HashSet<string> Always { get; } = new();

        /// <summary>The same for all methods that set one and the same member, directly or by way of others: they are alternatives.</summary>
        public string Subject { get; set; } = "";

        public string Case => Method.Identifier.ValueText + "@" + Method.SpanStart.ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>That a method is the one that has set the object's members; no guards where it sets none together.</summary>
    private Guards SetBy(IMethodSymbol method, INamedTypeSymbol type)
    {
        foreach (var setter in SettersOf(type))
        {
            if (method.DeclaringSyntaxReferences.Any(reference => reference.SyntaxTree == setter.Method.SyntaxTree && reference.Span == setter.Method.Span))
                return Guards.Of(Guard.Is(setter.Subject, setter.Case));
        }

        return Guards.None;
    }

    /// <summary>That none of the methods has run which always set a member: else it has no longer what it started with.</summary>
    private Guards NotYetSet(ISymbol member, INamedTypeSymbol type)
    {
        var setters = SettersOf(type).FindAll(setter => setter.Always.Contains(member.Name));
        return setters.Count == 0 ? Guards.None : Guards.Of(new Guard(setters[0].Subject, setters.Select(static setter => setter.Case).ToImmutableArray(), isExcluding: true));
    }

    private List<MemberSetter> SettersOf(INamedTypeSymbol type)
    {
        if (_setters.TryGetValue(type, out var setters))
            return setters;

        var byMethod = new Dictionary<MethodDeclarationSyntax, MemberSetter>();
        foreach (var reference in type.DeclaringSyntaxReferences)
        {
            foreach (var node in _bodies.Nodes(reference.SyntaxTree).Of(reference.GetSyntax(_cancellation)).Expressions)
            {
                if (node is AssignmentExpressionSyntax assignment && assignment.FirstAncestorOrSelf<MemberDeclarationSyntax>() is MethodDeclarationSyntax method)
                    AddTargets(assignment.Left, assignment, method);
            }
        }

        _setters.Add(type, setters = byMethod.Values.Where(static setter => setter.Members.Count > 1).ToList());
        JoinAlternatives(setters, type);
        return setters;

        void AddTargets(ExpressionSyntax target, AssignmentExpressionSyntax assignment, MethodDeclarationSyntax method)
        {
            if (target is TupleExpressionSyntax tuple)
            {
                foreach (var element in tuple.Arguments)
                    AddTargets(element.Expression, assignment, method);
                return;
            }

            var name = target switch
            {
                IdentifierNameSyntax simple => simple.Identifier.ValueText,
                MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax, Name.Identifier.ValueText: var own } => own,
                _ => "",
            };
            if (!type.GetMembers(name).Any(static member => member.Kind is SymbolKind.Field or SymbolKind.Property))
                return;
            if (!byMethod.TryGetValue(method, out var setter))
                byMethod.Add(method, setter = new MemberSetter(method));

            setter.Members.Add(name);
            if (assignment.Parent is ArrowExpressionClauseSyntax || (assignment.Parent is ExpressionStatementSyntax statement && statement.Parent == method.Body))
                setter.Always.Add(name);
        }
    }

    private static void JoinAlternatives(List<MemberSetter> setters, INamedTypeSymbol type)
    {
        for (var i = 0; i < setters.Count; i++)
        {
            setters[i].Subject = "set together in " + type.ToDisplayString() + "#" + i.ToString(CultureInfo.InvariantCulture);
            foreach (var earlier in setters.Take(i).Where(earlier => earlier.Members.Overlaps(setters[i].Members)).ToList())
            {
                foreach (var joined in setters.Take(i).Where(other => other.Subject == earlier.Subject).ToList())
                    joined.Subject = setters[i].Subject;
            }
        }
    }
}
