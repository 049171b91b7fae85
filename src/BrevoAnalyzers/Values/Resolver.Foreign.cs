using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace BrevoAnalyzers.Values;

/// <content>
/// What methods and properties of other objects give. Their type's own code says it, as long as it asks the object for nothing that others may
/// have changed.
/// </content>
internal sealed partial class Resolver
{
    /// <summary>What a call on another object returns; null where its source does not show that.</summary>
    private List<Possibility>? EvaluateForeignCall(IInvocationOperation invocation, ImmutableArray<string> suffix)
    {
        if (invocation is not { Instance: { } receiver, TargetMethod: { IsStatic: false, IsVirtual: false, IsAbstract: false, IsOverride: false, MethodKind: MethodKind.Ordinary, DeclaringSyntaxReferences.Length: > 0 } method }
            || _bodies.Body(method) is not { } body || IsIterator(body) || !AsksOnlyForWhatStays(body))
        {
            return null;
        }

        var result = new List<Possibility>();
        foreach (var made in Evaluate(receiver, NoMembers))
        {
            if (MadeWith(made, () => Enter(invocation, () => ReturnedBy(body, suffix))) is not { } returned)
                return null;

            result.AddRange(When(made.Guards, () => returned));
        }

        // Where the value is not known, the method's name says more.
        return result.Count > 0 && result.TrueForAll(static value => value.Kind != PossibilityKind.Unknown || IsMadeText(value.Place.Node))
            ? NamedByMethod(method, suffix, result)
            : null;
    }

    /// <summary>A property computed by an object that is seen from outside.</summary>
    private List<Possibility> ValueOfForeignGetter(IMethodSymbol getter, ImmutableArray<string> members, IOperation use)
    {
        var body = _bodies.Body(getter)!;
        return (AsksOnlyForWhatStays(body) ? Enter(getter, ImmutableArray<IArgumentOperation>.Empty, use, () => ReturnedBy(body, members)) : null) ?? Unknown(use, members);
    }

    /// <summary>Runs <paramref name="read"/> with what the object's constructor was handed, where its creation is seen.</summary>
    private List<Possibility>? MadeWith(Possibility made, Func<List<Possibility>?> read)
    {
        if (made.Object is not IObjectCreationOperation { Constructor.DeclaringSyntaxReferences.Length: > 0 } creation)
            return read();

        foreach (var argument in creation.Arguments)
        {
            if (argument.Parameter is { RefKind: RefKind.None or RefKind.In } parameter)
                _conditions.Bind(parameter.OriginalDefinition, argument);
        }

        try
        {
            return read();
        }
        finally
        {
            foreach (var argument in creation.Arguments)
            {
                if (argument.Parameter is { } parameter)
                    _conditions.Unbind(parameter.OriginalDefinition);
            }
        }
    }

    /// <summary>Whether a body reads only such members of its object as keep what its constructor gives them.</summary>
    private bool AsksOnlyForWhatStays(IOperation body)
    {
        foreach (var operation in Operations.Below(body, intoFunctions: true))
        {
            if (operation is IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance } && !Stays((operation.Parent as IMemberReferenceOperation)?.Member))
                return false;
        }

        return true;
    }

    /// <summary>What a constructor alone can set; a property that is computed asks for more.</summary>
    private bool Stays(ISymbol? member) => member switch
    {
        IFieldSymbol field => field.IsReadOnly,
        IPropertySymbol property => property is { SetMethod: null, IsVirtual: false, IsAbstract: false, IsOverride: false } && GetterOf(property) is null,
        _ => false,
    };

    private static bool IsMadeText(SyntaxNode? node) => node is InterpolatedStringExpressionSyntax or BinaryExpressionSyntax;
}
