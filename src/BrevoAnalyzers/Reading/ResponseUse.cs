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
                    return isAwaited && IsDropped(current);
            }

            current = current.Parent!;
        }
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
