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

    /// <summary>An element as it is written.</summary>
    /// <param name="Value">The element, of a dictionary the value under a key.</param>
    /// <param name="Key">The constant key or index; null where it is not known.</param>
    /// <param name="Named">Of a dictionary the key as it is written.</param>
    private readonly record struct Element(IOperation Value, object? Key, IOperation? Named = null);

    /// <summary>The elements that a collection is made with.</summary>
    private static IEnumerable<Element> ElementOperations(IOperation? collection)
    {
        if (collection is IArrayCreationOperation { Initializer: { } initialized })
            collection = initialized;

        switch (collection)
        {
            case IArrayInitializerOperation array: // a field's "= { … }" has no creation around it
                for (var i = 0; i < array.ElementValues.Length; i++)
                    yield return new(array.ElementValues[i], i);
                break;
            case IObjectCreationOperation { Initializer: { } initializer }:
                for (var i = 0; i < initializer.Initializers.Length; i++)
                {
                    switch (initializer.Initializers[i])
                    {
                        case IInvocationOperation { Arguments.Length: 1 } add:
                            yield return new(add.Arguments[0].Value, i);
                            break;
                        case IInvocationOperation { Arguments.Length: 2 } add:
                            yield return UnderKey(add.Arguments[0].Value, add.Arguments[1].Value);
                            break;
                        case ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Arguments.Length: 1 } indexer } assignment:
                            yield return UnderKey(indexer.Arguments[0].Value, assignment.Value);
                            break;
                    }
                }

                break;
            case not null when IsCollectionExpression(collection):
                // A spread ("..others") shifts what follows by an unknown number.
                var index = HasSpread(collection) ? (int?)null : 0;
                foreach (var child in collection.ChildOperations)
                    yield return new(child, index++);
                break;
        }
    }

    private static Element UnderKey(IOperation key, IOperation value) => new(value, ConstantOf(key), key);

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

        var keys = Evaluate(key, NoMembers);
        var areKnown = keys.TrueForAll(static known => known is { IsConstant: true, IsAssumed: false, Value: not null });
        var subject = ConstantOf(key) is null ? _conditions.Canonical(key) : null;
        return Rows(access, collection, suffix, row =>
        {
            var same = areKnown && row.Key is { } own ? keys.FindAll(known => own.Equals(known.Value)) : keys;
            if (same.Count == 0 && keys.Count > 0)
                return null;

            // A key from another table's row, or from a branch, leaves the two together.
            var read = subject is null ? Guards.None : RowGuards(subject, row.Key);
            return same.Count == 1 && areKnown ? read.And(same[0].Guards) : read;
        });
    }

    private static Guards RowGuards(string subject, object? row) => row is null ? Guards.None : Guards.Of(Guard.Is(subject, Conditions.Text(row)));

    /// <summary>The rows of a collection that <paramref name="choose"/> gives guards for.</summary>
    /// <param name="access">What reads the rows.</param>
    /// <param name="collection">The collection, made in the source.</param>
    /// <param name="suffix">The member of a row that is asked for.</param>
    /// <param name="choose">The guards under which a row is meant; null where it cannot be.</param>
    /// <param name="ofPairs">Whether the row of a dictionary is a pair of key and value, as in a loop, and not the value.</param>
    private List<Possibility> Rows(IOperation access, IOperation collection, ImmutableArray<string> suffix, Func<Element, Guards?> choose, bool ofPairs = false)
    {
        var result = new List<Possibility>();
        if (AddedLater(collection, access) is { } added)
        {
            foreach (var possibility in Evaluate(collection, NoMembers))
            {
                var isMadeHere = false;
                foreach (var row in ElementOperations(possibility.Object))
                {
                    isMadeHere = true;
                    if (IsReplaced(row, added))
                        return Single(ElementOfUnknown(access, suffix));
                    if (choose(row) is { } guards)
                        result.AddRange(When(possibility.Guards.And(guards), () => EvaluateRow(row, suffix, ofPairs)));
                }

                if (!isMadeHere && (added.Count == 0 || !IsMadeEmpty(possibility.Object)))
                    result.Add(ElementOfUnknown(access, suffix));
            }

            foreach (var (row, when) in added)
            {
                if (choose(row) is { } guards)
                    result.AddRange(When(when.And(guards), () => EvaluateRow(row, suffix, ofPairs)));
            }
        }

        if (result.Count == 0)
            result.Add(ElementOfUnknown(access, suffix));
        return result;
    }

    private List<Possibility> EvaluateRow(Element row, ImmutableArray<string> suffix, bool ofPairs)
    {
        if (!ofPairs || row.Named is not { } key || suffix.IsEmpty)
            return Evaluate(row.Value, suffix);

        return suffix[0] switch
        {
            "Key" => Evaluate(key, suffix.RemoveAt(0)),
            "Value" => Evaluate(row.Value, suffix.RemoveAt(0)),
            _ => Unknown(row.Value, suffix),
        };
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
        return Rows(loop.Collection, loop.Collection, suffix, _ => CanRunFor(loop, ++number, use) ? Row(loop, number) : null, ofPairs: true);
    }

    private static ITypeSymbol? ElementTypeOf(IOperation collection)
    {
        switch (Operations.Unwrap(collection)?.Type)
        {
            case IArrayTypeSymbol array:
                return array.ElementType;
            case INamedTypeSymbol { TypeArguments.Length: 1 } list:
                return list.TypeArguments[0];
            case { } type:
                return PairTypeOf(type);
            default:
                return null;
        }
    }

    /// <summary>What a loop over a dictionary turns round: pairs of key and value.</summary>
    private static ITypeSymbol? PairTypeOf(ITypeSymbol dictionary)
    {
        foreach (var face in dictionary.AllInterfaces)
        {
            if (face is { Name: "IEnumerable", TypeArguments: { Length: 1 } arguments } && IsPair(arguments[0]))
                return arguments[0];
        }

        return null;
    }

    private static bool IsPair(ITypeSymbol? type) => type is INamedTypeSymbol { Name: "KeyValuePair", TypeArguments.Length: 2 };

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
        var found = Rows(search, rows, suffix, row => CanMatch(lambda, row.Value) ? Row(search, number++) : null, ofPairs: true);
        if (condition is not null)
            return found;

        return search.TargetMethod.Name switch
        {
            "First" or "FirstOrDefault" => Rows(search, rows, suffix, row => row.Key is null or 0 ? Guards.None : null, ofPairs: true),
            "Single" or "SingleOrDefault" => found,
            _ => Rows(search, rows, suffix, row => row.Key is null || row.Key.Equals(number - 1) ? Guards.None : null, ofPairs: true),
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
}
