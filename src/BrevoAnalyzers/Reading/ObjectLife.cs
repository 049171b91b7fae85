using System.Collections.Generic;
using BrevoAnalyzers.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace BrevoAnalyzers.Reading;

/// <summary>
/// Follows a new object through the member that makes it: which variable keeps it, and what is done with that variable. What others
/// may do to an object that leaves is not known.
/// </summary>
internal static class ObjectLife
{
    /// <summary>Whether whoever made the object keeps it in a place where others see it: a field, a property, a captured variable.</summary>
    public static bool IsKeptElsewhere(IOperation creation)
    {
        var outer = Outermost(creation);
        return outer.Parent is IFieldInitializerOperation or IPropertyInitializerOperation
            || (outer.Parent is ISimpleAssignmentOperation { Target: IMemberReferenceOperation target } assignment
                && ReferenceEquals(assignment.Value, outer)
                && assignment.Parent is not IObjectOrCollectionInitializerOperation
                && target.Instance is null or IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance });
    }

    /// <summary>The local that keeps a new object.</summary>
    public static ILocalSymbol? HolderOf(IOperation creation)
    {
        var outer = Outermost(creation);
        return outer.Parent switch
        {
            IVariableInitializerOperation { Parent: IVariableDeclaratorOperation declarator } => declarator.Symbol,
            ISimpleAssignmentOperation { Target: ILocalReferenceOperation local } assignment when ReferenceEquals(assignment.Value, outer) => local.Local,
            _ => null,
        };
    }

    /// <summary>The references to a local in the body around <paramref name="within"/>, in the order of the source.</summary>
    public static IEnumerable<ILocalReferenceOperation> References(ILocalSymbol local, IOperation within)
    {
        foreach (var operation in Operations.Below(RootOf(within), intoFunctions: true))
        {
            if (operation is ILocalReferenceOperation reference && SymbolEqualityComparer.Default.Equals(reference.Local, local))
                yield return reference;
        }
    }

    /// <summary>Whether anything but its declaration gives a local a value.</summary>
    public static bool IsWritten(ILocalReferenceOperation local)
    {
        foreach (var reference in References(local.Local, local))
        {
            if (reference.Parent is IAssignmentOperation assignment && ReferenceEquals(assignment.Target, reference))
                return true;
        }

        return false;
    }

    /// <summary>The declaration of a local in the body around <paramref name="within"/>.</summary>
    public static IEnumerable<IVariableDeclaratorOperation> Declarators(ILocalSymbol local, IOperation within)
    {
        foreach (var operation in Operations.Below(RootOf(within), intoFunctions: true))
        {
            if (operation is IVariableDeclaratorOperation declarator && SymbolEqualityComparer.Default.Equals(declarator.Symbol, local))
                yield return declarator;
        }
    }

    public static IOperation RootOf(IOperation operation)
    {
        while (operation.Parent is { } parent)
            operation = parent;

        return operation;
    }

    /// <summary>The operation around a reference that says what is done with it: conversions and the like left out.</summary>
    public static IOperation Outermost(IOperation operation)
    {
        while (operation.Parent is IConversionOperation or IParenthesizedOperation or IAwaitOperation
               || (operation.Parent is IConditionalOperation { Type: not null } conditional && !ReferenceEquals(conditional.Condition, operation))
               || operation.Parent is ICoalesceOperation)
        {
            operation = operation.Parent;
        }

        return operation;
    }

    public static bool IsInLoopOrFunction(IOperation operation, IOperation scope)
    {
        for (var current = operation.Parent; current is not null && !ReferenceEquals(current, scope); current = current.Parent)
        {
            if (current is ILoopOperation or IAnonymousFunctionOperation or ILocalFunctionOperation)
                return true;
        }

        return false;
    }
}
