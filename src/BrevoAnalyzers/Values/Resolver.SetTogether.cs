using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BrevoAnalyzers.Values;

/// <content>
/// Members that one method, or one branch of it, sets together: what a builder's <c>UseBrevo()</c> gives to host and port belongs together, and
/// neither to what <c>UseMailHog()</c> gives them nor to what they start with.
/// </content>
internal sealed partial class Resolver
{
    private const string SetLater = "set by a method of ";

    private readonly Dictionary<INamedTypeSymbol, List<MemberSetter>> _setters = new(SymbolEqualityComparer.Default);

    /// <summary>A method that sets members of its object, or a branch that sets two or more.</summary>
    private sealed class MemberSetter
    {
        public MemberSetter(SyntaxNode scope) => Scope = scope;

        /// <summary>The method, or the statements of the branch.</summary>
        public SyntaxNode Scope { get; }

        public bool IsMethod => Scope is MethodDeclarationSyntax;

        public HashSet<string> Members { get; } = new();

        /// <summary>Those of the members that are set whenever it runs.</summary>
        public HashSet<string> Always { get; } = new();

        /// <summary>The same for all that set one and the same member, directly or by way of others: they are alternatives.</summary>
        public string Subject { get; set; } = "";

        public string Case => Conditions.At(Scope);
    }

    /// <summary>That a method has set members of the object, and of those that set several, that it is the one around a write, and its branch.</summary>
    private Guards SetAround(SyntaxNode write, INamedTypeSymbol type)
    {
        var guards = write.FirstAncestorOrSelf<MemberDeclarationSyntax>() is MethodDeclarationSyntax ? Guards.Of(Guard.Is(SetLater + type.ToDisplayString(), "True")) : Guards.None;
        foreach (var setter in SettersOf(type))
        {
            if (setter.Members.Count < 2)
                continue;
            if (setter.Scope.SyntaxTree == write.SyntaxTree && setter.Scope.Span.Contains(write.Span) && (setter.IsMethod || write.FirstAncestorOrSelf<StatementSyntax>()?.Parent == setter.Scope))
                guards = guards.And(Guard.Is(setter.Subject, setter.Case)) ?? guards;
        }

        return guards;
    }

    /// <summary>
    /// That nothing has run which always sets a member: else it has no longer what it started with. Nor has it if any method sets it and one has set
    /// others: <c>WithHost("localhost").WithPort(25)</c> is about one object.
    /// </summary>
    private Guards NotYetSet(ISymbol member, List<INamedTypeSymbol> types)
    {
        var guards = Guards.None;
        foreach (var type in types)
            guards = guards.And(NotYetSet(member, type)) ?? guards;

        return guards;
    }

    private Guards NotYetSet(ISymbol member, INamedTypeSymbol type)
    {
        var setters = SettersOf(type);
        var guards = setters.Exists(setter => setter.IsMethod && setter.Members.Contains(member.Name)) ? Guards.Of(Guard.IsNot(SetLater + type.ToDisplayString(), "True")) : Guards.None;
        foreach (var alternatives in setters.Where(setter => setter.Members.Count > 1 && setter.Always.Contains(member.Name)).GroupBy(static setter => setter.Subject))
            guards = guards.And(new Guard(alternatives.Key, alternatives.Select(static setter => setter.Case).ToImmutableArray(), isExcluding: true)) ?? guards;

        return guards;
    }

    private List<MemberSetter> SettersOf(INamedTypeSymbol type)
    {
        if (_setters.TryGetValue(type, out var setters))
            return setters;

        var byScope = new Dictionary<SyntaxNode, MemberSetter>();
        foreach (var reference in type.DeclaringSyntaxReferences)
        {
            foreach (var node in _bodies.Nodes(reference.SyntaxTree).Of(reference.GetSyntax(_cancellation)).Expressions)
            {
                if (node is AssignmentExpressionSyntax assignment && assignment.FirstAncestorOrSelf<MemberDeclarationSyntax>() is MethodDeclarationSyntax method)
                    AddTargets(assignment.Left, assignment, method);
            }
        }

        _setters.Add(type, setters = byScope.Values.Where(static setter => setter.IsMethod || setter.Members.Count > 1).ToList());
        JoinAlternatives(setters, type);
        return setters;

        void AddTargets(ExpressionSyntax target, AssignmentExpressionSyntax assignment, MethodDeclarationSyntax method)
        {
            switch (target)
            {
                case TupleExpressionSyntax tuple:
                    foreach (var element in tuple.Arguments)
                        AddTargets(element.Expression, assignment, method);
                    break;
                case AssignmentExpressionSyntax { Left: var inner }:
                    AddTargets(inner, assignment, method);
                    break;
                case IdentifierNameSyntax { Identifier.ValueText: var name }:
                    Add(name, assignment, method);
                    break;
                case MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax, Name.Identifier.ValueText: var name }:
                    Add(name, assignment, method);
                    break;
            }
        }

        void Add(string name, AssignmentExpressionSyntax assignment, MethodDeclarationSyntax method)
        {
            if (!IsMember(name, type))
                return;

            var around = assignment.FirstAncestorOrSelf<StatementSyntax>()?.Parent;
            AddTo(method, name, isAlways: assignment.Parent is ArrowExpressionClauseSyntax || (around is not null && around == method.Body));
            if (around is SwitchSectionSyntax or BlockSyntax { Parent: not MethodDeclarationSyntax })
                AddTo(around, name, isAlways: true);
        }

        void AddTo(SyntaxNode scope, string name, bool isAlways)
        {
            if (!byScope.TryGetValue(scope, out var setter))
                byScope.Add(scope, setter = new MemberSetter(scope));

            setter.Members.Add(name);
            if (isAlways)
                setter.Always.Add(name);
        }
    }

    private static bool IsMember(string name, INamedTypeSymbol? type)
    {
        for (; type is not null; type = type.BaseType)
        {
            if (type.GetMembers(name).Any(static member => member.Kind is SymbolKind.Field or SymbolKind.Property))
                return true;
        }

        return false;
    }

    private static void JoinAlternatives(List<MemberSetter> setters, INamedTypeSymbol type)
    {
        for (var i = 0; i < setters.Count; i++)
        {
            var setter = setters[i];
            setter.Subject = "set together in " + type.ToDisplayString() + "#" + i.ToString(CultureInfo.InvariantCulture);
            var joined = setters.Take(i).Where(other => other.IsMethod == setter.IsMethod && other.Members.Count > 1 && setter.Members.Count > 1 && other.Members.Overlaps(setter.Members)).Select(static other => other.Subject).ToList();
            foreach (var other in setters.Take(i).Where(other => joined.Contains(other.Subject)).ToList())
                other.Subject = setter.Subject;
        }
    }
}
