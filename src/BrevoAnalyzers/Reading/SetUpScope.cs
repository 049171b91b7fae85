using BrevoAnalyzers.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace BrevoAnalyzers.Reading;

/// <summary>Where a new object is kept, and how long the code at hand can see it being set up.</summary>
internal sealed class SetUpScope
{
    private SetUpScope(ISymbol? holder, IOperation? last, bool leaves)
    {
        Holder = holder;
        Last = last;
        Leaves = leaves;
    }

    /// <summary>The variable that keeps the object; null where it is handed on at once.</summary>
    public ISymbol? Holder { get; }

    /// <summary>The last statement that sees the object in the holder.</summary>
    public IOperation? Last { get; }

    /// <summary>Whether others see the object before it is used, so that they may go on setting it up.</summary>
    public bool Leaves { get; }

    public static SetUpScope Of(IOperation creation)
    {
        IOperation outer = creation;
        while (outer.Parent is IConversionOperation or IParenthesizedOperation or IVariableInitializerOperation or IConditionalOperation { Type: not null } or ICoalesceOperation)
            outer = outer.Parent;

        switch (outer.Parent)
        {
            case IVariableDeclaratorOperation { Symbol: { } local } declarator:
                var block = BlockOf(declarator);
                return new SetUpScope(local, block, block is null || ClientUse.Leaves(local, block));
            case ISimpleAssignmentOperation assignment when ReferenceEquals(assignment.Value, outer) && AccessPath.TryGet(assignment.Target, out var path) && path.Members.IsEmpty:
                var scope = BlockOf(assignment);
                return new SetUpScope(path.Root, scope, scope is null || (path.Root.Kind == SymbolKind.Local ? ClientUse.Leaves(path.Root, scope) : IsSharedMember(path.Root)));
            case IFieldInitializerOperation { InitializedFields.Length: > 0 } field:
                return new SetUpScope(field.InitializedFields[0], null, IsSharedMember(field.InitializedFields[0]));
            case IPropertyInitializerOperation { InitializedProperties.Length: > 0 } property:
                return new SetUpScope(property.InitializedProperties[0], null, IsSharedMember(property.InitializedProperties[0]));
            default:
                return new SetUpScope(null, null, !IsTakenAsItIs(outer));
        }
    }

    private static bool IsSharedMember(ISymbol member) =>
        member.Kind is not (SymbolKind.Field or SymbolKind.Property) || member.DeclaredAccessibility != Accessibility.Private;

    private static IOperation? BlockOf(IOperation operation)
    {
        for (var current = operation.Parent; current is not null; current = current.Parent)
        {
            if (current is IBlockOperation or IUsingOperation)
                return current;
        }

        return null;
    }

    /// <summary>
    /// Whether the object goes, directly or as the result of a lambda, into a library that uses it without setting it up any further.
    /// </summary>
    public static bool IsTakenAsItIs(IOperation value)
    {
        var parent = value.Parent;
        if (parent is IReturnOperation)
        {
            while (parent is not null and not IAnonymousFunctionOperation)
                parent = parent.Parent;
            while (parent is IAnonymousFunctionOperation or IDelegateCreationOperation or IConversionOperation)
                parent = parent.Parent;
        }

        return parent is IArgumentOperation { Parent: { } call } && (call switch
        {
            IInvocationOperation invocation => MailTypes.TakesSettingsAsTheyAre(invocation.TargetMethod),
            IObjectCreationOperation { Constructor: { } constructor } => MailTypes.TakesSettingsAsTheyAre(constructor),
            _ => false,
        });
    }
}
