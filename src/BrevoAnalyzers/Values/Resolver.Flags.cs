using System.Collections.Generic;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace BrevoAnalyzers.Values;

/// <content>
/// Modes that a setting chooses: <c>options.UseSsl ? SslOnConnect : StartTls</c>. The setting counts for what its default or a file
/// states; who sets it otherwise can set the port beside it as well, so the other modes are only assumed.
/// </content>
internal sealed partial class Resolver
{
    /// <summary>Whether code runs only where a flag of the settings is otherwise than its default or a file states it.</summary>
    public bool AssumesSetting(IOperation operation)
    {
        Begin(operation);
        try
        {
            return RunsAgainstStated(operation);
        }
        catch (System.InsufficientExecutionStackException)
        {
            return false;
        }
    }

    /// <summary>Whether something is there only where a setting is otherwise than its default or a file states it: <c>if (options.IgnoreCertificates)</c>.</summary>
    public bool IsAgainstStated(Guards guards, IOperation use)
    {
        Begin(use);
        try
        {
            foreach (var guard in guards.All)
            {
                if (!guard.IsExcluding && _conditions.AskedBy(guard) is { } asked && Evaluate(asked, NoMembers) is var found && IsOfSettings(asked, found) && !found.Exists(value => IsMetBy(guard, value)))
                    return true;
            }

            return false;
        }
        catch (System.InsufficientExecutionStackException)
        {
            return false;
        }
    }

    /// <summary>A property of the project's own, or what is read from the configuration; not the state of an object, such as <c>client.IsConnected</c>.</summary>
    private static bool IsOfSettings(IOperation asked, List<Possibility> found) =>
        Operations.Unwrap(asked) is IPropertyReferenceOperation { Property.ContainingType.DeclaringSyntaxReferences.IsEmpty: false }
        || found.Exists(static value => value.Source is SourceKind.ConfigurationKey or SourceKind.EnvironmentVariable);

    private static bool IsMetBy(Guard guard, Possibility value) => value.IsConstant && Guard.Is(guard.Subject, Conditions.Text(value.Value)).Meets(guard);

    private bool RunsAgainstStated(IOperation operation)
    {
        for (IOperation inner = operation, outer = operation.Parent!; outer is not null; inner = outer, outer = outer.Parent!)
        {
            if (outer is not IConditionalOperation { Type: null } branch || ReferenceEquals(branch.Condition, inner) || FlagOf(branch.Condition, out var isNegated) is not { } flag)
                continue;

            var outcome = ReferenceEquals(branch.WhenTrue, inner) != isNegated;
            if (SettingOf(flag) is { } found && !found.Exists(value => value.Value is bool stated && stated == outcome))
                return true;
        }

        return false;
    }

    /// <summary>
    /// The modes that can be in use where others are for other values of a setting or parameter: <c>kind switch { "none" => None, _ => StartTls }</c>. What no
    /// stated value of it leads to is only assumed.
    /// </summary>
    public ValueSet Stated(ValueSet modes, IOperation use)
    {
        if (modes.Count < 2)
            return modes;

        Begin(use);
        try
        {
            var stated = ImmutableArray.CreateBuilder<Possibility>(modes.Count);
            foreach (var mode in modes)
                stated.Add(mode is { IsConstant: true, IsAssumed: false } && Unstated(mode.Guards) is { } unstated ? mode.Assumed(unstated) : mode);

            return new ValueSet(stated.MoveToImmutable());
        }
        catch (System.InsufficientExecutionStackException)
        {
            return modes;
        }
    }

    /// <summary>The first of the guards that asks for a value of something that no stated value of it is.</summary>
    private Guards? Unstated(Guards guards)
    {
        foreach (var guard in guards.All)
        {
            if (!guard.IsExcluding && _conditions.AskedBy(guard) is { } asked && asked.Type?.SpecialType != SpecialType.System_Boolean
                && !Evaluate(asked, NoMembers).Exists(value => IsMetBy(guard, value)))
            {
                return Guards.Of(guard);
            }
        }

        return null;
    }

    /// <summary>The mode that a flag chooses; null where the condition is no flag of the settings.</summary>
    private List<Possibility>? ChosenByFlag(IConditionalOperation choice, ImmutableArray<string> suffix)
    {
        if (choice.Type?.TypeKind != TypeKind.Enum || FlagOf(choice.Condition, out var isNegated) is not { } flag || SettingOf(flag) is not { } found)
            return null;

        return Union(
            Chosen(found, value => value.Value is bool on && on != isNegated, Choice(choice.Condition, true, choice.WhenTrue, suffix)),
            Chosen(found, value => value.Value is bool on && on == isNegated, Choice(choice.Condition, false, choice.WhenFalse, suffix)));
    }

    /// <summary>The mode that a setting chooses by its cases; null where it is no setting that is asked.</summary>
    private List<Possibility>? ChosenByCase(ISwitchExpressionOperation choice, ImmutableArray<string> suffix)
    {
        if (choice.Type?.TypeKind != TypeKind.Enum || Operations.Unwrap(choice.Value) is IParameterReferenceOperation || SettingOf(choice.Value) is not { } found)
            return null;

        var subject = _conditions.Canonical(choice.Value);
        var result = new List<Possibility>();
        for (var i = 0; i < choice.Arms.Length; i++)
        {
            var arm = choice.Arms[i];
            var guards = _conditions.WhenArm(choice, i);
            result.AddRange(Chosen(
                found,
                value => value.IsConstant && guards?.And(Guard.Is(subject, Conditions.Text(value.Value))) is not null,
                When(guards, () => Evaluate(arm.Value, suffix))));
        }

        return result;
    }

    /// <summary>A choice where a stated value of the setting leads to it; else it is assumed, if the setting can be anything else.</summary>
    private static List<Possibility> Chosen(List<Possibility> setting, System.Predicate<Possibility> leadsHere, List<Possibility> choice)
    {
        var result = new List<Possibility>();
        foreach (var value in setting)
        {
            var isStated = leadsHere(value);
            if (!isStated && value.IsConstant)
                continue;

            foreach (var possibility in choice)
            {
                if (possibility.When(value.Guards) is { } here)
                    result.Add(isStated || !here.IsConstant ? here : here.Assumed());
            }
        }

        return result;
    }

    /// <summary>What a setting can hold; null for what is no setting, such as a parameter or an outcome that code computes.</summary>
    private List<Possibility>? SettingOf(IOperation operation)
    {
        var found = Evaluate(operation, NoMembers);
        var isMember = Operations.Unwrap(operation) is IMemberReferenceOperation;
        var isSetting = false;
        foreach (var value in found)
        {
            if (value.IsAssumed || (!value.IsConstant && !MayBeSetting(value.Source, isMember)))
                return null;

            isSetting |= value.Source != SourceKind.None;
        }

        return isSetting ? found : null;
    }

    /// <summary>A member of what a call returns may be one, such as settings from a database; what it returns itself may be computed.</summary>
    private static bool MayBeSetting(SourceKind source, bool isMember) =>
        source is SourceKind.Member or SourceKind.ConfigurationKey or SourceKind.EnvironmentVariable || (isMember && source == SourceKind.Call);

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
