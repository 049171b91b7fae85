using System.Collections.Generic;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace BrevoAnalyzers.Values;

/// <summary>Small questions about operations that more than one reader asks.</summary>
internal static class Operations
{
    /// <summary>The operation below parentheses, built-in conversions, <c>await</c>, <c>!</c> and an argument's wrapping.</summary>
    public static IOperation? Unwrap(IOperation? operation)
    {
        while (true)
        {
            switch (operation)
            {
                case IConversionOperation { OperatorMethod: null } conversion:
                    operation = conversion.Operand;
                    break;
                case IParenthesizedOperation parenthesized:
                    operation = parenthesized.Operand;
                    break;
                case IAwaitOperation awaited:
                    operation = awaited.Operation;
                    break;
                case IArgumentOperation argument:
                    operation = argument.Value;
                    break;
                default:
                    return operation;
            }
        }
    }

    /// <summary>What stands before the <c>?.</c> that <paramref name="instance"/> belongs to.</summary>
    public static IOperation? ReceiverOf(IConditionalAccessInstanceOperation instance)
    {
        for (IOperation? inner = instance, outer = instance.Parent; outer is not null; inner = outer, outer = outer.Parent)
        {
            if (outer is IConditionalAccessOperation access && !ReferenceEquals(access.Operation, inner))
                return access.Operation;
        }

        return null;
    }

    /// <summary>The receiver of a call, also where it stands before a <c>?.</c>; the first argument of an extension method.</summary>
    public static IOperation? ReceiverOf(IInvocationOperation invocation)
    {
        var receiver = invocation.Instance
            ?? (invocation.TargetMethod.IsExtensionMethod && invocation.Arguments.Length > 0 ? invocation.Arguments[0].Value : null);
        return Unwrap(receiver) is IConditionalAccessInstanceOperation instance ? ReceiverOf(instance) : receiver;
    }

    public static IOperation? Argument(this IInvocationOperation invocation, string parameterName) =>
        Argument(invocation.Arguments, parameterName);

    public static IOperation? Argument(this IObjectCreationOperation creation, string parameterName) =>
        Argument(creation.Arguments, parameterName);

    private static IOperation? Argument(IEnumerable<IArgumentOperation> arguments, string parameterName)
    {
        foreach (var argument in arguments)
        {
            if (argument.Parameter?.Name == parameterName)
                return argument.Value;
        }

        return null;
    }

    /// <summary>The argument that the source gives for a parameter; null where the default is used.</summary>
    public static IArgumentOperation? Given(IEnumerable<IArgumentOperation> arguments, string parameterName)
    {
        foreach (var argument in arguments)
        {
            if (argument.Parameter?.Name == parameterName && argument.ArgumentKind != ArgumentKind.DefaultValue)
                return argument;
        }

        return null;
    }

    /// <summary>The operation that stands for the whole body, initialiser or attribute that this one belongs to.</summary>
    public static IOperation RootOf(IOperation operation)
    {
        while (operation.Parent is { } parent)
            operation = parent;

        return operation;
    }

    /// <summary>Whether the statement after this one can be reached through it.</summary>
    public static bool Completes(IOperation? operation)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        switch (operation)
        {
            case null:
                return true;
            case IReturnOperation { Kind: OperationKind.Return }:
            case IThrowOperation:
            case IBranchOperation:
                return false;
            case IExpressionStatementOperation statement:
                return Completes(statement.Operation);
            case IBlockOperation block:
                foreach (var inner in block.Operations)
                {
                    if (!Completes(inner))
                        return false;
                }

                return true;
            case IConditionalOperation { WhenFalse: not null, Type: null } conditional:
                return Completes(conditional.WhenTrue) || Completes(conditional.WhenFalse);
            case IUsingOperation @using:
                return Completes(@using.Body);
            case ILockOperation @lock:
                return Completes(@lock.Body);
            case ITryOperation @try:
                return Completes(@try.Finally) && (Completes(@try.Body) || AnyCompletes(@try.Catches));
            default:
                return true;
        }
    }

    private static bool AnyCompletes(ImmutableArray<ICatchClauseOperation> catches)
    {
        foreach (var @catch in catches)
        {
            if (Completes(@catch.Handler))
                return true;
        }

        return false;
    }

    /// <summary>Whether <paramref name="operation"/> leaves the method, rather than only the loop or switch around it.</summary>
    public static bool LeavesMethod(IOperation operation) =>
        !Completes(operation) && !EndsInBranch(operation);

    private static bool EndsInBranch(IOperation operation) => operation switch
    {
        IBranchOperation => true,
        IBlockOperation { Operations.Length: > 0 } block => EndsInBranch(block.Operations[block.Operations.Length - 1]),
        IConditionalOperation { WhenFalse: not null } conditional =>
            EndsInBranch(conditional.WhenTrue) || EndsInBranch(conditional.WhenFalse),
        _ => false,
    };

    /// <summary>The jumps below <paramref name="operation"/> that lead to <paramref name="label"/>: <c>break</c> and <c>continue</c>.</summary>
    public static IEnumerable<IBranchOperation> JumpsTo(ILabelSymbol label, IOperation operation)
    {
        foreach (var inner in Below(operation, intoFunctions: false))
        {
            if (inner is IBranchOperation { BranchKind: not BranchKind.GoTo } jump && SymbolEqualityComparer.Default.Equals(jump.Target, label))
                yield return jump;
        }
    }

    /// <summary>Every operation below this one, itself first; the bodies of lambdas and local functions only if asked for.</summary>
    public static IEnumerable<IOperation> Below(IOperation operation, bool intoFunctions)
    {
        var stack = new Stack<IOperation>();
        stack.Push(operation);
        while (stack.Count > 0)
        {
            var current = stack.Pop();
            yield return current;
            if (!intoFunctions && !ReferenceEquals(current, operation) && current is IAnonymousFunctionOperation or ILocalFunctionOperation)
                continue;

            foreach (var child in current.ChildOperations.Reverse())
                stack.Push(child);
        }
    }
}
