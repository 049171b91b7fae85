using BrevoAnalyzers.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace BrevoAnalyzers.Reading;

/// <summary>Whether anybody looks at what a call returns.</summary>
internal static class ResponseUse
{
    /// <summary>
    /// Whether the response of a call that was waited for is dropped, discarded, or kept in a local that is only disposed of. A task
    /// that nobody waits for is another matter.
    /// </summary>
    public static bool IsIgnored(IInvocationOperation call)
    {
        var isAwaited = !IsTask(call.Type);
        IOperation current = call;
        while (true)
        {
            switch (current.Parent)
            {
                case IAwaitOperation or IPropertyReferenceOperation { Property.Name: "Result" }:
                    isAwaited = true;
                    break;
                case IConversionOperation or IParenthesizedOperation:
                    break;
                case IArgumentOperation { Parent: IInvocationOperation { TargetMethod.Name: "ConfigureAwait" } }:
                    current = current.Parent;
                    break;
                case IInvocationOperation { TargetMethod.Name: "ConfigureAwait" or "GetAwaiter" } wrapper when ReferenceEquals(wrapper.Instance, current):
                    break;
                case IInvocationOperation { TargetMethod.Name: "GetResult" or "Wait" } wait when ReferenceEquals(wait.Instance, current):
                    isAwaited = true;
                    break;
                default:
                    return isAwaited ? IsDropped(current) || IsMadeForEach(current) : GatheredBy(current) is { } all && IsIgnored(all);
            }

            current = current.Parent!;
        }
    }

    /// <summary><c>Select(async x => await client.PostAsync(…))</c>: the response is the result of a task of its own.</summary>
    private static bool IsMadeForEach(IOperation response) =>
        response.Parent is IReturnOperation && LambdaAround(response) is { Symbol.IsAsync: true } lambda && Selected(lambda) is { } tasks && WaitFor(tasks) is { } all && IsIgnored(all);

    /// <summary>The <c>Task.WhenAll</c> or <c>WaitAll</c> that waits for a task: handed over as it is, made by <c>Select</c>, or collected in a list first.</summary>
    private static IInvocationOperation? GatheredBy(IOperation task)
    {
        switch (task.Parent)
        {
            case IReturnOperation when LambdaAround(task) is { Symbol.IsAsync: false } lambda && Selected(lambda) is { } tasks:
                return WaitFor(tasks);
            case IArgumentOperation { Parent: IInvocationOperation { TargetMethod.Name: "Add", Instance: ILocalReferenceOperation list } add }:
                return WaitFor(list.Local, add);
            case IArrayInitializerOperation { Parent: IArrayCreationOperation { IsImplicit: true } tasks }:
                return WaitFor(tasks);
            case { IsImplicit: true, Parent: IArgumentOperation } tasks: // of "params ReadOnlySpan<Task>"
                return WaitFor(tasks);
            default:
                return null;
        }
    }

    private static IAnonymousFunctionOperation? LambdaAround(IOperation returned) =>
        returned.Parent is { Parent: IBlockOperation { Operations.Length: 1, Parent: IAnonymousFunctionOperation lambda } } ? lambda : null;

    private static IOperation? Selected(IAnonymousFunctionOperation lambda) =>
        lambda.Parent is IDelegateCreationOperation { Parent: IArgumentOperation { Parent: IInvocationOperation { TargetMethod: { Name: "Select", ContainingType.Name: "Enumerable" } } select } } ? select : null;

    private static IInvocationOperation? WaitFor(IOperation tasks)
    {
        var whole = ObjectLife.Outermost(tasks);
        switch (whole.Parent)
        {
            case IArgumentOperation { Parent: IInvocationOperation { TargetMethod: { Name: "WhenAll" or "WaitAll", ContainingType.Name: "Task" } } wait }:
                return wait;
            case IArgumentOperation { Parent: IInvocationOperation { TargetMethod: { Name: "ToList" or "ToArray", ContainingType.Name: "Enumerable" } } list }:
                return WaitFor(list);
            case IVariableInitializerOperation { Parent: IVariableDeclaratorOperation declarator }:
                return WaitFor(declarator.Symbol, declarator);
            default:
                return null;
        }
    }

    /// <summary>The call that waits for all tasks of a local, if nothing else is done with it but adding tasks.</summary>
    private static IInvocationOperation? WaitFor(ILocalSymbol tasks, IOperation within)
    {
        IInvocationOperation? wait = null;
        foreach (var reference in ObjectLife.References(tasks, within))
        {
            if (reference.Parent is IInvocationOperation { TargetMethod.Name: "Add" } add && ReferenceEquals(add.Instance, reference))
                continue;
            if (wait is not null || WaitFor(reference) is not { } found)
                return null;

            wait = found;
        }

        return wait;
    }

    private static bool IsTask(ITypeSymbol? type) => type?.Name is "Task" or "ValueTask";

    private static bool IsDropped(IOperation value) => value.Parent switch
    {
        IExpressionStatementOperation => true,
        ISimpleAssignmentOperation { Target: IDiscardOperation } => true,
        ISimpleAssignmentOperation { Target: ILocalReferenceOperation local, Parent: IExpressionStatementOperation } assignment => !IsLookedAt(local.Local, assignment),
        IVariableInitializerOperation { Parent: IVariableDeclaratorOperation declarator } => !IsLookedAt(declarator.Symbol, declarator),
        IUsingOperation { Resources: var resources } => ReferenceEquals(resources, value),
        _ => false,
    };

    private static bool IsLookedAt(ILocalSymbol local, IOperation within)
    {
        foreach (var reference in ObjectLife.References(local, within))
        {
            var outer = ObjectLife.Outermost(reference);
            switch (outer.Parent)
            {
                case ISimpleAssignmentOperation assignment when ReferenceEquals(assignment.Target, outer):
                case IInvocationOperation { TargetMethod.Name: "Dispose" } dispose when ReferenceEquals(dispose.Instance, outer):
                case IConditionalAccessOperation { WhenNotNull: IInvocationOperation { TargetMethod.Name: "Dispose" } }:
                    continue;
                default:
                    return true;
            }
        }

        return false;
    }
}
