using System.Collections.Generic;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace BrevoAnalyzers.Values;

/// <content>Rows that a table is given after it is made: <c>_relays[Relay.Brevo] = …</c>, <c>_relays.Add(…)</c>.</content>
internal sealed partial class Resolver
{
    private static readonly List<(Element Row, Guards When)> NoRows = new(0);

    /// <summary>
    /// The rows that are added after a collection is made, each with the guards under which it is; null where anything else decides what is in
    /// the collection: rows that replace each other, come in loops, are taken out or sorted, or may come after <paramref name="use"/>.
    /// </summary>
    private List<(Element Row, Guards When)>? AddedLater(IOperation collection, IOperation use)
    {
        if (!AccessPath.TryGet(collection, out var path))
            return NoRows;

        var scope = path.Root.Kind is SymbolKind.Field or SymbolKind.Property ? path.Root.ContainingType : path.Root.ContainingSymbol;
        var name = path.Members.IsEmpty ? path.Root.Name : path.Members[path.Members.Length - 1];
        if (scope is null)
            return NoRows;

        List<(Element Row, Guards When)>? added = null;
        foreach (var reference in scope.DeclaringSyntaxReferences)
        {
            foreach (var named in _bodies.Uses(reference.GetSyntax(_cancellation), name))
            {
                if (!ChangesElements(named) || IsOfAnother(named, path))
                    continue;
                if (AddedRow(named, path, use) is not { } row)
                    return null;

                (added ??= new()).Add(row);
            }
        }

        return added is null ? NoRows : HoldsTwice(added) ? null : added;
    }

    private (Element Row, Guards When)? AddedRow(SimpleNameSyntax name, AccessPath path, IOperation use)
    {
        if (!path.Members.IsEmpty || ChangeBy(name) is not { } change || IsRepeated(change))
            return null;

        var operation = _bodies.Operation(change);
        Element? row = operation switch
        {
            ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property.IsIndexer: true, Arguments.Length: 1 } indexer } assignment
                when IsOf(indexer.Instance, path) => UnderKey(indexer.Arguments[0].Value, assignment.Value),
            IInvocationOperation { TargetMethod: { Name: "Add" or "TryAdd", IsExtensionMethod: false }, Arguments: { Length: 2 } arguments } add
                when IsOf(add.Instance, path) => UnderKey(arguments[0].Value, arguments[1].Value),
            _ => null,
        };
        if (row is not { Key: not null } known || (path.Root is ILocalSymbol && change.SpanStart > use.Syntax.SpanStart))
            return null;

        var guards = GuardsAt(operation!, out var isReached);
        return isReached ? (known, guards) : null;
    }

    /// <summary>Whether it is a member of the same name of something else: <c>request.Headers</c> beside a field <c>Headers</c>.</summary>
    private bool IsOfAnother(SimpleNameSyntax name, AccessPath path) =>
        path.Members.IsEmpty
        && name.Parent is MemberAccessExpressionSyntax { Expression: not InstanceExpressionSyntax } whole
        && whole.Name == name
        && _bodies.Operation(whole) is IMemberReferenceOperation { Member: var member }
        && !Same(member.OriginalDefinition, path.Root.OriginalDefinition);

    private static bool IsOf(IOperation? instance, AccessPath path) =>
        AccessPath.TryGet(instance, out var own) && own.Members.IsEmpty && Same(own.Root, path.Root);

    /// <summary>The assignment or call that changes the collection by its name.</summary>
    private static SyntaxNode? ChangeBy(SimpleNameSyntax name)
    {
        SyntaxNode node = name.Parent is MemberAccessExpressionSyntax whole && whole.Name == name ? whole : name;
        return node.Parent switch
        {
            ElementAccessExpressionSyntax { Parent: AssignmentExpressionSyntax assignment } => assignment,
            MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax call } => call,
            _ => null,
        };
    }

    /// <summary>Whether it stands in a loop or a function of its own, so that it need not run once.</summary>
    private static bool IsRepeated(SyntaxNode change)
    {
        foreach (var node in change.Ancestors())
        {
            if (node is StatementSyntax and (ForStatementSyntax or CommonForEachStatementSyntax or WhileStatementSyntax or DoStatementSyntax or LocalFunctionStatementSyntax) or AnonymousFunctionExpressionSyntax)
                return true;
            if (node is MemberDeclarationSyntax)
                return false;
        }

        return false;
    }

    private static bool HoldsTwice(List<(Element Row, Guards When)> rows)
    {
        var keys = new HashSet<object?>();
        foreach (var (row, _) in rows)
        {
            if (!keys.Add(row.Key))
                return true;
        }

        return false;
    }

    private static bool IsReplaced(Element row, List<(Element Row, Guards When)> added)
    {
        foreach (var (other, _) in added)
        {
            if (Equals(other.Key, row.Key))
                return true;
        }

        return false;
    }

    /// <summary>Whether a collection is made without the elements of another.</summary>
    private static bool IsMadeEmpty(IOperation? collection)
    {
        if (collection is not IObjectCreationOperation creation)
            return false;

        foreach (var argument in creation.Arguments)
        {
            if (argument.Parameter?.Name is not ("capacity" or "comparer"))
                return false;
        }

        return true;
    }

    private static bool ChangesElements(SimpleNameSyntax use)
    {
        SyntaxNode node = use.Parent is MemberAccessExpressionSyntax whole && whole.Name == use ? whole : use;
        return node.Parent switch
        {
            ElementAccessExpressionSyntax element when element.Expression == node =>
                element.Parent is AssignmentExpressionSyntax assignment && assignment.Left == element
                || element.Parent.IsKind(SyntaxKind.PostIncrementExpression)
                || element.Parent is ArgumentSyntax { RefKindKeyword.RawKind: not 0 },
            MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax } call when call.Expression == node =>
                call.Name.Identifier.ValueText is "Add" or "AddRange" or "Insert" or "InsertRange" or "TryAdd" or "Clear" or "SetValue" or "Sort" or "Reverse" or "Remove"
                    or "RemoveAt" or "RemoveAll" or "RemoveRange",
            ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "Array" } } } } => true,
            _ => false,
        };
    }
}
