using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace BrevoAnalyzers.Values;

/// <content>Arrays, lists and dictionaries made in the source: each element is a row that keeps its values together.</content>
internal sealed partial class Resolver
{
    /// <summary>The elements of a collection made in the source, each an object of its own; nothing where it is made elsewhere.</summary>
    public IEnumerable<Possibility> ElementsOf(IOperation? collection) =>
        collection is null ? Nothing : Bounded(collection, () => Elements(collection));

    private List<Possibility> Elements(IOperation collection)
    {
        var result = new List<Possibility>();
        foreach (var possibility in Evaluate(collection, NoMembers))
        {
            foreach (var element in ElementOperations(possibility.Object))
            {
                if (Possibility.Made(element.Value).When(possibility.Guards) is { } made)
                    result.Add(made);
            }
        }

        return result;
    }

    /// <summary>The elements as they are written, with the constant key or index of each.</summary>
    private static IEnumerable<(IOperation Value, object? Key)> ElementOperations(IOperation? collection)
    {
        if (collection is IArrayCreationOperation { Initializer: { } initialized })
            collection = initialized;

        switch (collection)
        {
            case IArrayInitializerOperation array: // a field's "= { … }" has no creation around it
                for (var i = 0; i < array.ElementValues.Length; i++)
                    yield return (array.ElementValues[i], i);
                break;
            case IObjectCreationOperation { Initializer: { } initializer }:
                for (var i = 0; i < initializer.Initializers.Length; i++)
                {
                    switch (initializer.Initializers[i])
                    {
                        case IInvocationOperation { Arguments.Length: 1 } add:
                            yield return (add.Arguments[0].Value, i);
                            break;
                        case IInvocationOperation { Arguments.Length: 2 } add:
                            yield return (add.Arguments[1].Value, ConstantOf(add.Arguments[0].Value));
                            break;
                        case ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Arguments.Length: 1 } indexer } assignment:
                            yield return (assignment.Value, ConstantOf(indexer.Arguments[0].Value));
                            break;
                    }
                }

                break;
            case not null when IsCollectionExpression(collection):
                // A spread ("..others") shifts what follows by an unknown number.
                var index = HasSpread(collection) ? (int?)null : 0;
                foreach (var child in collection.ChildOperations)
                    yield return (child, index++);
                break;
        }
    }

    /// <summary>Collection expressions are newer than the oldest compiler served, so they are known by their syntax.</summary>
    private static bool IsCollectionExpression(IOperation operation) => operation.Syntax is CollectionExpressionSyntax;

    private static bool HasSpread(IOperation collection)
    {
        foreach (var element in ((CollectionExpressionSyntax)collection.Syntax).Elements)
        {
            if (element is SpreadElementSyntax)
                return true;
        }

        return false;
    }

    private static object? ConstantOf(IOperation operation) =>
        Operations.Unwrap(operation) is { ConstantValue: { HasValue: true } constant } ? constant.Value : null;

    /// <summary>
    /// One element by its index or key. A key that is not known can be any; tables read by the same key are read in the same row.
    /// </summary>
    private List<Possibility> EvaluateElement(IOperation access, IOperation? collection, IOperation key, ImmutableArray<string> suffix)
    {
        if (collection is null)
            return Unknown(access, suffix);

        var wanted = new HashSet<object>();
        var isKnown = true;
        foreach (var possibility in Evaluate(key, NoMembers))
        {
            isKnown &= possibility is { IsConstant: true, IsAssumed: false, Value: not null };
            if (possibility.Value is { } value)
                wanted.Add(value);
        }

        var subject = _conditions.Canonical(key);
        return Rows(access, collection, suffix, (row, _) =>
            isKnown && wanted.Count > 0 && row is not null && !wanted.Contains(row) ? null : ConstantOf(key) is null ? RowGuards(subject, row) : Guards.None);
    }

    private static Guards RowGuards(string subject, object? row) => row is null ? Guards.None : Guards.Of(Guard.Is(subject, Conditions.Text(row)));

    /// <summary>The rows of a collection that <paramref name="choose"/> gives guards for.</summary>
    private List<Possibility> Rows(IOperation access, IOperation collection, ImmutableArray<string> suffix, Func<object?, IOperation, Guards?> choose)
    {
        var result = new List<Possibility>();
        if (!IsChanged(collection))
        {
            foreach (var possibility in Evaluate(collection, NoMembers))
            {
                var isMadeHere = false;
                foreach (var (value, key) in ElementOperations(possibility.Object))
                {
                    isMadeHere = true;
                    if (choose(key, value) is { } guards)
                        result.AddRange(When(possibility.Guards.And(guards), () => Evaluate(value, suffix)));
                }

                if (!isMadeHere)
                    result.Add(ElementOfUnknown(access, suffix));
            }
        }

        if (result.Count == 0)
            result.Add(ElementOfUnknown(access, suffix));
        return result;
    }

    private Possibility ElementOfUnknown(IOperation access, ImmutableArray<string> suffix) =>
        Possibility.Named(SourceKind.Call, "", "element:" + _conditions.Canonical(access) + Suffix(suffix), access.Syntax);

    private List<Possibility> LoopVariable(IForEachLoopOperation loop, AccessPath path, IOperation use)
    {
        var suffix = path.Members;
        var variable = loop.LoopControlVariable is IDeclarationExpressionOperation declaration ? declaration.Expression : loop.LoopControlVariable;
        if (variable is ITupleOperation tuple)
        {
            for (var i = 0; i < tuple.Elements.Length; i++)
            {
                if (!AccessPath.TryGet(tuple.Elements[i], out var element) || !Same(element.Root, path.Root))
                    continue;

                var found = RowsOf(loop, suffix.Insert(0, DeconstructedMember(ElementTypeOf(loop.Collection), i)), use);
                return WithSameRow(tuple, i, variable, found, () => RowsOf(loop, NoMembers, use));
            }
        }

        return RowsOf(loop, suffix, use);
    }

    private List<Possibility> RowsOf(IForEachLoopOperation loop, ImmutableArray<string> suffix, IOperation use)
    {
        var number = 0;
        return Rows(loop.Collection, loop.Collection, suffix, (_, _) => CanRunFor(loop, ++number, use) ? Row(loop, number) : null);
    }

    private static ITypeSymbol? ElementTypeOf(IOperation collection)
    {
        switch (Operations.Unwrap(collection)?.Type)
        {
            case IArrayTypeSymbol array:
                return array.ElementType;
            case INamedTypeSymbol { TypeArguments.Length: 1 } list:
                return list.TypeArguments[0];
            default:
                return null;
        }
    }

    private static Guards Row(IOperation reader, int number) =>
        Guards.Of(Guard.Is("row@" + Conditions.At(reader.Syntax), number.ToString(CultureInfo.InvariantCulture)));

    /// <summary><c>rows.First()</c>, <c>rows.Single(r => r.Name == "production")</c>: the rows that a search can end at.</summary>
    private List<Possibility> EvaluateSearch(IInvocationOperation search, IOperation rows, ImmutableArray<string> suffix)
    {
        var condition = Operations.Given(search.Arguments, "predicate") ?? Operations.Given(search.Arguments, "match");
        var lambda = condition is null ? null : (Operations.Unwrap(condition.Value) as IDelegateCreationOperation)?.Target as IAnonymousFunctionOperation;
        if (condition is null && search.TargetMethod.Name is "ElementAt" or "ElementAtOrDefault" && Operations.Argument(search, "index") is { } index)
            return EvaluateElement(search, rows, index, suffix);

        var number = 0;
        var found = Rows(search, rows, suffix, (_, row) => CanMatch(lambda, row) ? Row(search, number++) : null);
        if (condition is not null)
            return found;

        return search.TargetMethod.Name switch
        {
            "First" or "FirstOrDefault" => Rows(search, rows, suffix, (key, _) => key is null or 0 ? Guards.None : null),
            "Single" or "SingleOrDefault" => found,
            _ => Rows(search, rows, suffix, (key, _) => key is null || key.Equals(number - 1) ? Guards.None : null),
        };
    }

    private bool CanMatch(IAnonymousFunctionOperation? lambda, IOperation row)
    {
        if (lambda is not { Symbol.Parameters.Length: 1, Body.Operations.Length: 1 } || lambda.Body.Operations[0] is not IReturnOperation { ReturnedValue: { } condition })
            return true;

        var parameter = lambda.Symbol.Parameters[0];
        _conditions.Bind(parameter, row);
        try
        {
            return CanBe(condition, outcome: true);
        }
        finally
        {
            _conditions.Unbind(parameter);
        }
    }

    /// <summary>Whether anything but its creation decides what is in the collection.</summary>
    private bool IsChanged(IOperation collection)
    {
        if (!AccessPath.TryGet(collection, out var path))
            return false;

        var scope = path.Root.Kind is SymbolKind.Field or SymbolKind.Property ? path.Root.ContainingType : path.Root.ContainingSymbol;
        var name = path.Members.IsEmpty ? path.Root.Name : path.Members[path.Members.Length - 1];
        if (scope is null)
            return false;

        foreach (var reference in scope.DeclaringSyntaxReferences)
        {
            foreach (var use in _bodies.Uses(reference.GetSyntax(_cancellation), name))
            {
                if (ChangesElements(use))
                    return true;
            }
        }

        return false;
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
