using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace BrevoAnalyzers.Values;

/// <content>What an object states beside the member that is asked for.</content>
internal sealed partial class Resolver
{
    /// <summary>Of a type with more flags and numbers than this, the rest is left out, which only allows more pairs.</summary>
    private const int MostStated = 12;

    private readonly Dictionary<SyntaxNode, ImmutableArray<(string Member, object Value)>> _stated = new();

    /// <summary>
    /// The text of one object's member goes with the flags and numbers of the same object: <c>profile.Host</c> of the row that says
    /// <c>Ssl = false</c> never meets what is chosen where <c>profile.Ssl</c> is true.
    /// </summary>
    private List<Possibility> WithSameObject(AccessPath path, IOperation use, List<Possibility> found)
    {
        if (path.Members.Length != 1 || !HasText(found))
            return found;

        var holder = new AccessPath(path.Root, NoMembers);
        var objects = Before(holder, use);
        var result = new List<Possibility>(found.Count);
        foreach (var possibility in found)
        {
            var guards = possibility.Text is not null && OnlyObjectOf(possibility, objects) is { } made ? Stated(made, holder, use) : Guards.None;
            if (possibility.When(guards) is { } kept)
                result.Add(kept);
        }

        return result;
    }

    private static bool HasText(List<Possibility> found)
    {
        foreach (var possibility in found)
        {
            if (possibility.Text is not null)
                return true;
        }

        return false;
    }

    /// <summary>The one object that can be there together with the value; null where there are several, or one from outside.</summary>
    private static IOperation? OnlyObjectOf(Possibility value, List<Possibility> objects)
    {
        IOperation? only = null;
        foreach (var candidate in objects)
        {
            if (!value.Guards.Meets(candidate.Guards))
                continue;
            if (only is not null || candidate.Object is not (ITupleOperation or IObjectCreationOperation { Type.DeclaringSyntaxReferences.IsEmpty: false }))
                return null;

            only = candidate.Object;
        }

        return only;
    }

    private Guards Stated(IOperation made, AccessPath holder, IOperation use)
    {
        var guards = Guards.None;
        foreach (var (member, value) in made is ITupleOperation tuple ? Stated(tuple) : Stated((IObjectCreationOperation)made))
        {
            // Written after the object came into the variable, it is no longer what the creation states.
            var path = holder.Append(ImmutableArray.Create(member));
            if (_revisions.At(path, use) == _revisions.At(holder, use) && guards.And(_conditions.Holding(path, value, use, use.Syntax.SpanStart)) is { } both)
                guards = both;
        }

        return guards;
    }

    private ImmutableArray<(string Member, object Value)> Stated(IObjectCreationOperation creation)
    {
        if (_stated.TryGetValue(creation.Syntax, out var known))
            return known;

        _stated[creation.Syntax] = ImmutableArray<(string, object)>.Empty; // for a member that asks about its own object
        var stated = ImmutableArray.CreateBuilder<(string, object)>();
        foreach (var member in creation.Type!.GetMembers())
        {
            if (stated.Count < MostStated && IsFlagOrNumber(member) && StatedValue(creation, member) is { } value)
                stated.Add((member.Name, value));
        }

        return _stated[creation.Syntax] = stated.ToImmutable();
    }

    private static IEnumerable<(string Member, object Value)> Stated(ITupleOperation tuple)
    {
        for (var i = 0; i < tuple.Elements.Length; i++)
        {
            if (FlagOrNumber(tuple.Elements[i]) is { } value)
                yield return (TupleElement(i), value);
        }
    }

    private static object? FlagOrNumber(IOperation element) => Operations.Unwrap(element)?.ConstantValue is { HasValue: true, Value: bool or int } constant ? constant.Value : null;

    /// <summary>
    /// The same for a row that is taken apart, as in <c>var (host, port, ssl) = rows[name];</c>: the text of one variable goes with the flags and numbers of the
    /// others.
    /// </summary>
    private List<Possibility> WithSameRow(ITupleOperation variables, int index, IOperation write, List<Possibility> found, Func<List<Possibility>> rows)
    {
        if (!HasText(found))
            return found;

        var made = rows();
        var result = new List<Possibility>(found.Count);
        foreach (var possibility in found)
        {
            var guards = possibility.Text is not null && OnlyObjectOf(possibility, made) is ITupleOperation row ? Stated(row, variables, index, write) : Guards.None;
            if (possibility.When(guards) is { } kept)
                result.Add(kept);
        }

        return result;
    }

    private Guards Stated(ITupleOperation row, ITupleOperation variables, int index, IOperation write)
    {
        var guards = Guards.None;
        for (var i = 0; i < row.Elements.Length && i < variables.Elements.Length; i++)
        {
            if (i != index && FlagOrNumber(row.Elements[i]) is { } value && AccessPath.TryGet(variables.Elements[i], out var variable)
                && guards.And(_conditions.Holding(variable, value, write, write.Syntax.Span.End)) is { } both)
            {
                guards = both;
            }
        }

        return guards;
    }

    private static bool IsFlagOrNumber(ISymbol member) =>
        member is { IsStatic: false, IsImplicitlyDeclared: false, Kind: SymbolKind.Field or SymbolKind.Property }
        && TypeOf(member) is { } type && (type.SpecialType is SpecialType.System_Boolean or SpecialType.System_Int32 || type.TypeKind == TypeKind.Enum);

    /// <summary>A flag that nobody gives is false, and a number 0: the object is made here.</summary>
    private object? StatedValue(IObjectCreationOperation creation, ISymbol member)
    {
        var values = EvaluateMemberOfCreation(creation, ImmutableArray.Create(member.Name));
        if (values.Count != 1 || values[0].IsAssumed)
            return null;
        if (values[0].Kind == PossibilityKind.Unset)
            return TypeOf(member)!.SpecialType == SpecialType.System_Boolean ? false : 0;

        return values[0].Value;
    }
}
