using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace BrevoAnalyzers.Values;

/// <content>Objects made in the source: their members, and the elements of collections.</content>
internal sealed partial class Resolver
{
    /// <summary>
    /// A member of an object just made: its initialiser hides the constructor's argument, which hides the default of the class.
    /// </summary>
    private List<Possibility> EvaluateMemberOfCreation(IObjectCreationOperation creation, ImmutableArray<string> suffix)
    {
        var isCall = suffix[suffix.Length - 1] == "Add()" && suffix.Length == 2;
        if (IsCall(suffix) && !isCall)
            return Nothing;

        if (creation.Initializer is { } initializer && EvaluateInitializerMember(initializer.Initializers, suffix, out var given))
            return given;

        var member = FindMember(creation.Type!, suffix[0]);
        if (ArgumentOf(creation, suffix[0]) is { } argument && member?.DeclaringSyntaxReferences.Length is null or 0)
            return isCall ? Elements(argument.Value) : Evaluate(argument, suffix.RemoveAt(0));
        if (isCall)
            return Nothing;

        if (member is { DeclaringSyntaxReferences.Length: > 0 } && creation.Constructor is { } constructor)
        {
            var path = new AccessPath(member.OriginalDefinition, suffix.RemoveAt(0));
            var made = Enter(constructor, creation.Arguments, () => constructor.IsImplicitlyDeclared
                ? Initial(path, creation)
                : AtConstructorEnd(path, constructor.OriginalDefinition, creation));
            if (made is { Count: > 0 })
                return made;
        }

        return Single(Possibility.Unset(creation, creation.Syntax));
    }

    /// <summary>The argument whose parameter is named like the member: <c>new SmtpClient(host, port)</c>.</summary>
    private static IArgumentOperation? ArgumentOf(IObjectCreationOperation creation, string member)
    {
        foreach (var argument in creation.Arguments)
        {
            if (string.Equals(argument.Parameter?.Name, member, StringComparison.OrdinalIgnoreCase))
                return argument;
        }

        return null;
    }

    private bool EvaluateInitializerMember(ImmutableArray<IOperation> initializers, ImmutableArray<string> suffix, out List<Possibility> found)
    {
        found = Nothing;
        for (var i = initializers.Length - 1; i >= 0; i--)
        {
            switch (initializers[i])
            {
                case ISimpleAssignmentOperation { Target: IMemberReferenceOperation target } assignment when target.Member.Name == suffix[0]:
                    found = Evaluate(assignment.Value, suffix.RemoveAt(0));
                    return true;
                case IMemberInitializerOperation { InitializedMember: IMemberReferenceOperation target } nested when target.Member.Name == suffix[0]:
                    if (suffix.Length == 2 && suffix[1] == "Add()")
                    {
                        found = AddedBy(nested.Initializer);
                        return true;
                    }

                    if (suffix.Length > 1 && EvaluateInitializerMember(nested.Initializer.Initializers, suffix.RemoveAt(0), out found))
                        return true;
                    break;
            }
        }

        return false;
    }

    private static List<Possibility> AddedBy(IObjectOrCollectionInitializerOperation initializer)
    {
        var result = new List<Possibility>();
        foreach (var element in initializer.Initializers)
        {
            if (element is IInvocationOperation { Arguments.Length: > 0 } add)
                result.Add(Possibility.Made(add.Arguments[add.Arguments.Length - 1].Value));
        }

        return result;
    }

    /// <summary>The elements of a collection made in the source, each an object of its own; nothing where it is made elsewhere.</summary>
    public IEnumerable<Possibility> ElementsOf(IOperation? collection)
    {
        if (collection is null)
            return Nothing;

        _steps = 0;
        return Elements(collection);
    }

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
        switch (collection)
        {
            case IArrayCreationOperation { Initializer: { } array }:
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
                var index = 0;
                foreach (var child in collection.ChildOperations)
                    yield return (child, index++);
                break;
        }
    }

    private static object? ConstantOf(IOperation operation) =>
        Operations.Unwrap(operation) is { ConstantValue: { HasValue: true } constant } ? constant.Value : null;

    /// <summary>One element by its index or key. Where the key is not known, every element is possible, each as a row of its own.</summary>
    private List<Possibility> EvaluateElement(IOperation access, IOperation? collection, IOperation key, ImmutableArray<string> suffix)
    {
        if (collection is null)
            return Single(Possibility.Unknown(access.Syntax, Suffix(suffix)));

        var wanted = ConstantOf(key);
        return Rows(access, collection, suffix, "key " + _conditions.Canonical(key), wanted);
    }

    private List<Possibility> Rows(IOperation access, IOperation collection, ImmutableArray<string> suffix, string subject, object? wanted)
    {
        var result = new List<Possibility>();
        var isKnown = false;
        foreach (var possibility in Evaluate(collection, NoMembers))
        {
            var row = 0;
            foreach (var (value, key) in ElementOperations(possibility.Object))
            {
                isKnown = true;
                row++;
                if (wanted is not null && key is not null && !Equals(wanted, key))
                    continue;

                var name = key as string ?? row.ToString(CultureInfo.InvariantCulture);
                var guards = possibility.Guards.And(Guard.Is(subject + "@" + Canonical(collection), name));
                result.AddRange(When(guards, () => Evaluate(value, suffix)));
            }
        }

        if (!isKnown)
            result.Add(Possibility.Named(SourceKind.Call, "", "element:" + _conditions.Canonical(access) + Suffix(suffix), access.Syntax));
        return result;
    }

    private string Canonical(IOperation operation) => _conditions.Canonical(operation);

    private List<Possibility> LoopVariable(IForEachLoopOperation loop, AccessPath path)
    {
        var suffix = path.Members;
        if (loop.LoopControlVariable is IDeclarationExpressionOperation { Expression: ITupleOperation tuple } || (loop.LoopControlVariable is ITupleOperation plain && (tuple = plain) is not null))
        {
            for (var i = 0; i < tuple.Elements.Length; i++)
            {
                if (AccessPath.TryGet(tuple.Elements[i], out var element) && Same(element.Root, path.Root))
                    suffix = suffix.Insert(0, "Item" + (i + 1).ToString(CultureInfo.InvariantCulture));
            }
        }

        return Rows(loop.Collection, loop.Collection, suffix, "row@" + loop.Syntax.SpanStart.ToString(CultureInfo.InvariantCulture), wanted: null);
    }
}
