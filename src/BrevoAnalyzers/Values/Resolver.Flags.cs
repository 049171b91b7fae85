using System.Collections.Generic;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace BrevoAnalyzers.Values;

/// <content>Modes that a flag of the settings chooses: <c>options.UseSsl ? SslOnConnect : StartTls</c>.</content>
internal sealed partial class Resolver
{
    /// <summary>
    /// The flag counts for what its default or a file states. Who sets it otherwise can set the port beside it as well, so the other
    /// mode is only assumed. Null where the condition is no such flag.
    /// </summary>
    private List<Possibility>? ChosenByFlag(IConditionalOperation choice, ImmutableArray<string> suffix)
    {
        if (choice.Type?.TypeKind != TypeKind.Enum || FlagOf(choice.Condition, out var isNegated) is not { } flag)
            return null;

        var found = Evaluate(flag, NoMembers);
        var isSetting = false;
        foreach (var value in found)
        {
            if (value.IsAssumed || (!value.IsConstant && value.Source is SourceKind.None or SourceKind.Parameter or SourceKind.Call))
                return null;

            isSetting |= value.Source != SourceKind.None || value.Place.IsInFile;
        }

        return isSetting
            ? Union(WhereFlagIs(found, !isNegated, choice, choice.WhenTrue, suffix), WhereFlagIs(found, isNegated, choice, choice.WhenFalse, suffix))
            : null;
    }

    private List<Possibility> WhereFlagIs(List<Possibility> flag, bool outcome, IConditionalOperation choice, IOperation? mode, ImmutableArray<string> suffix)
    {
        var arm = When(_conditions.When(choice.Condition, ReferenceEquals(mode, choice.WhenTrue)), () => Evaluate(mode, suffix));
        var result = new List<Possibility>();
        foreach (var value in flag)
        {
            if (value.Value is bool stated && stated != outcome)
                continue;

            foreach (var possibility in arm)
            {
                if (possibility.When(value.Guards) is { } here)
                    result.Add(value.Value is bool || !here.IsConstant ? here : here.Assumed());
            }
        }

        return result;
    }

    private static IOperation? FlagOf(IOperation condition, out bool isNegated)
    {
        isNegated = false;
        var flag = Operations.Unwrap(condition);
        while (flag is IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } negation)
        {
            isNegated = !isNegated;
            flag = Operations.Unwrap(negation.Operand);
        }

        return flag is IMemberReferenceOperation or ILocalReferenceOperation or IInvocationOperation && flag.Type?.SpecialType == SpecialType.System_Boolean ? flag : null;
    }
}
