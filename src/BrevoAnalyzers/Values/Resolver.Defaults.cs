using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace BrevoAnalyzers.Values;

/// <content>What a type's own code leaves in its members, without a use to start from.</content>
internal sealed partial class Resolver
{
    /// <summary>
    /// What declaration and constructors give a field or property; nothing where they give it nothing. A value that somebody else may
    /// set later is left out.
    /// </summary>
    public ValueSet ResolveDefault(ISymbol member, params string[] members)
    {
        if (members.Length == 0 && OnlyPlain(member) is { } plain)
            return new ValueSet(plain.ToImmutableArray());
        if (Anchor(member) is not { } anchor)
            return ValueSet.Empty;

        var path = new AccessPath(member, ImmutableArray.Create(members));
        var found = Bounded(anchor, () => Held(path, anchor, anchor.Syntax.Span.End, StatedBy(member, path, anchor)));
        var stated = ImmutableArray.CreateBuilder<Possibility>(found.Count);
        foreach (var possibility in found)
        {
            if (possibility.Kind != PossibilityKind.Named || possibility.Source != SourceKind.Member || possibility.Place.Node != anchor.Syntax)
                stated.Add(possibility);
        }

        return new ValueSet(stated.ToImmutable());
    }

    /// <summary>What the declaration alone gives, where no body of the type names the member and no settings file can: then nothing has to be bound.</summary>
    private List<Possibility>? OnlyPlain(ISymbol member)
    {
        if (_settings is not null || Plain(member) is not { } plain || member is IPropertySymbol property && GetterOf(property) is not null)
            return null;

        return _bodies.MethodsNaming(member.ContainingType, member.Name).Any() ? null : plain;
    }

    private List<Possibility> StatedBy(ISymbol member, AccessPath path, IOperation anchor) =>
        member is IPropertySymbol property && GetterOf(property) is { } getter ? ValueOfGetter(property, getter, path, anchor) : AtStartOfAnything(path, anchor);

    /// <summary>Some operation of the member or its constructors to read from: the member's initialiser, a constructor's body, a getter's.</summary>
    private IOperation? Anchor(ISymbol member)
    {
        if (_bodies.Initializer(member) is { } initializer)
            return initializer;
        if (member is IPropertySymbol { GetMethod: { } getter } && _bodies.Body(getter) is { } computed)
            return computed;
        if (PositionalParameter(member) is { } parameter)
            return _bodies.Initializer(parameter);

        foreach (var constructor in member.IsStatic ? member.ContainingType.StaticConstructors : member.ContainingType.InstanceConstructors)
        {
            if (_bodies.Body(constructor) is IConstructorBodyOperation body && _bodies.Mentions(body.Syntax, member.Name))
                return body.BlockBody ?? body.ExpressionBody;
        }

        return null;
    }
}
