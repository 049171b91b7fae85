using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace BrevoAnalyzers.Values;

/// <content>Expressions that choose, combine or look up values.</content>
internal sealed partial class Resolver
{
    private List<Possibility> EvaluateConstantField(IFieldSymbol field, IOperation use)
    {
        if (field.ContainingType?.TypeKind != TypeKind.Enum && (Plain(field) ?? (_bodies.Initializer(field) is { } initializer ? Evaluate(initializer, NoMembers) : null)) is { } stated)
            return Named(stated, field.Name, use.Syntax);

        var constant = Possibility.Constant(field.ConstantValue, use.Syntax);
        return Single(field.ContainingType?.TypeKind == TypeKind.Enum ? constant : constant.Through(field.Name));
    }

    private List<Possibility> EvaluateArgument(IArgumentOperation argument, ImmutableArray<string> suffix)
    {
        if (argument.ArgumentKind == ArgumentKind.DefaultValue && argument.Parameter is { } parameter && _bodies.Initializer(parameter) is { } initializer)
            return Evaluate(initializer, suffix);

        return Evaluate(argument.Value, suffix);
    }

    private List<Possibility> EvaluateReference(IOperation reference, ImmutableArray<string> suffix)
    {
        if (!TryPath(reference, out var path))
        {
            // A member of something that is no variable: new Settings().Port, GetSettings().Port, rows[0].Port.
            return reference is IMemberReferenceOperation { Instance: { } instance } member
                ? Named(Evaluate(instance, suffix.Insert(0, AccessPath.NameOf(member.Member))), member.Member.Name)
                : Single(Possibility.Unknown(reference.Syntax, Suffix(suffix)));
        }

        var found = ComputedFromOthers(path.Append(suffix), reference) ?? WithSameObject(path.Append(suffix), reference, Before(path.Append(suffix), reference));
        var result = new List<Possibility>(found.Count);
        foreach (var possibility in found)
        {
            var name = path.Members.IsEmpty ? path.Root.Name : path.Members[path.Members.Length - 1];

            // The object that has the setting is not its use: "options.Value" on the way to options.Value.Port.
            var isOnTheWay = !suffix.IsEmpty && (possibility.Place.IsInFile || reference.Type?.DeclaringSyntaxReferences.IsEmpty == false);
            result.Add(isOnTheWay ? possibility.Through(name) : possibility.Through(name, reference.Syntax));
        }

        var held = Held(path.Append(suffix), reference, reference.Syntax.SpanStart, result);

        // A condition asks about "settings.Port" as it is written there, though settings is another name for options.Value.
        return AccessPath.TryGet(reference, out var written) && !Same(written.Root, path.Root)
            ? Held(written.Append(suffix), reference, reference.Syntax.SpanStart, held)
            : held;
    }

    private static List<Possibility> Named(List<Possibility> found, string name, SyntaxNode? reference = null)
    {
        var result = new List<Possibility>(found.Count);
        foreach (var possibility in found)
            result.Add(reference is null ? possibility.Through(name) : possibility.Through(name, reference));

        return result;
    }

    private List<Possibility> EvaluateCoalesce(IOperation coalesce, IOperation value, IOperation whenNull, ImmutableArray<string> suffix)
    {
        var subject = _conditions.Canonical(value);
        var found = Evaluate(value, suffix);
        var canBeNull = CanBeNull(suffix.IsEmpty ? found : Evaluate(value, NoMembers));
        var result = new List<Possibility>();
        foreach (var possibility in found)
        {
            if (possibility is { IsConstant: true, Value: null } && suffix.IsEmpty)
                continue;
            if (possibility.Kind == PossibilityKind.Unset && suffix.IsEmpty)
                continue;
            if (possibility.When(Guards.Of(Guard.IsNot(subject, Conditions.Text(null)))) is { } given)
                result.Add(given);
        }

        if (canBeNull)
        {
            foreach (var environment in EnvironmentsWithout(found) ?? AnyEnvironment)
                result.AddRange(When(environment.And(Guard.Is(subject, Conditions.Text(null))), () => Evaluate(whenNull, suffix)));
        }

        return result.Count > 0 || Operations.Unwrap(whenNull) is IThrowOperation ? result : Unknown(coalesce, suffix);
    }

    /// <summary><c>server?.Port</c> is null too where the server certainly is in one case.</summary>
    private List<Possibility> EvaluateConditionalAccess(IConditionalAccessOperation access, ImmutableArray<string> suffix)
    {
        var found = Evaluate(access.WhenNotNull, suffix);
        if (!suffix.IsEmpty)
            return found;

        var result = new List<Possibility>(found);
        foreach (var receiver in Evaluate(access.Operation, NoMembers))
        {
            if (receiver is { IsConstant: true, Value: null })
                result.Add(receiver);
        }

        return result;
    }

    private static bool CanBeNull(List<Possibility> found)
    {
        foreach (var possibility in found)
        {
            if (possibility.Kind is not (PossibilityKind.Constant or PossibilityKind.Object) || possibility is { IsConstant: true, Value: null })
                return true;
        }

        return found.Count == 0;
    }

    private List<Possibility> EvaluateSwitch(ISwitchExpressionOperation @switch, ImmutableArray<string> suffix)
    {
        var result = new List<Possibility>();
        for (var i = 0; i < @switch.Arms.Length; i++)
        {
            var arm = @switch.Arms[i];
            result.AddRange(When(_conditions.WhenArm(@switch, i), () => Evaluate(arm.Value, suffix)));
        }

        return result;
    }

    /// <summary>
    /// A condition used as a value. Where the source does not state the outcome, both are possible, each under its guard, and count
    /// only in a session that decides it.
    /// </summary>
    private List<Possibility> EvaluateCondition(IOperation condition)
    {
        if (condition is IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } negation)
            return Map(Evaluate(negation.Operand, NoMembers), value => value is bool flag ? !flag : null);
        if (condition is IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalOr } either && IsFailedParse(either.LeftOperand))
        {
            if (EnvironmentsWithSettingMissing(either.LeftOperand, outcome: true) is { Count: 0 })
                return Evaluate(either.RightOperand, NoMembers);

            return new List<Possibility>(2) { Possibility.Constant(true, condition.Syntax), Possibility.Unknown(condition.Syntax) };
        }

        var result = new List<Possibility>(2);
        foreach (var outcome in new[] { true, false })
        {
            if (_conditions.When(condition, outcome) is { } guards && Possibility.Constant(outcome, condition.Syntax).Assumed().When(guards) is { } possibility)
                result.Add(possibility);
        }

        return result;
    }

    /// <summary><c>!bool.TryParse(setting, out var x) || x</c>: without the setting, true.</summary>
    private static bool IsFailedParse(IOperation operation) =>
        Operations.Unwrap(operation) is IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } negation
        && Operations.Unwrap(negation.Operand) is IInvocationOperation { TargetMethod.Name: "TryParse" };

    private static List<Possibility> Map(List<Possibility> found, System.Func<object?, object?> map)
    {
        var result = new List<Possibility>(found.Count);
        foreach (var possibility in found)
        {
            if (!possibility.IsConstant)
                result.Add(possibility);
            else if (map(possibility.Value) is { } mapped)
                result.Add(possibility.WithValue(mapped));
            else
                result.Add(possibility.Forget());
        }

        return result;
    }

    /// <summary>Text put together: known where all its parts are known under guards that go together.</summary>
    private List<Possibility> EvaluateConcatenation(IOperation whole)
    {
        if (whole.ConstantValue is { HasValue: true, Value: string constant })
            return Single(ConstantText(whole, constant));
        if (whole.Type?.SpecialType != SpecialType.System_String)
            return Unknown(whole, NoMembers);

        var results = Single(Possibility.Constant("", whole.Syntax));
        foreach (var part in Parts(whole))
        {
            var next = new List<Possibility>();
            foreach (var right in Evaluate(part, NoMembers))
            {
                foreach (var left in results)
                {
                    if (left.When(right.Guards) is { } both)
                        next.Add(Joined(both, right, whole));
                }
            }

            // Without a value for a part there is none for the whole; with too many, none is worth keeping.
            results = next.Count is > 0 and <= MaxPossibilities ? next : Unknown(whole, NoMembers);
        }

        return results;
    }

    private static Possibility Joined(Possibility left, Possibility right, IOperation whole) =>
        left.IsConstant && right is { IsConstant: true, IsAssumed: false, Value: null or string or char or int or long or bool }
            ? left.WithValue((string)left.Value! + Convert(right.Value))
            : Possibility.Unknown(whole.Syntax).When(left.Guards)!;

    /// <summary>A constant that consists of one named part is written where that part is.</summary>
    private Possibility ConstantText(IOperation whole, string constant)
    {
        foreach (var part in Parts(whole))
        {
            if (part.ConstantValue is { HasValue: true, Value: string text } && text == constant && !ReferenceEquals(part, whole))
            {
                foreach (var possibility in Evaluate(part, NoMembers))
                    return possibility;
            }
        }

        return Possibility.Constant(constant, whole.Syntax);
    }

    private static string Convert(object? value) => System.Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";

    private static IEnumerable<IOperation> Parts(IOperation whole)
    {
        var pending = new Stack<IOperation>();
        pending.Push(whole);
        while (pending.Count > 0)
        {
            var current = Operations.Unwrap(pending.Pop())!;
            switch (current)
            {
                case IBinaryOperation { OperatorKind: BinaryOperatorKind.Add, Type.SpecialType: SpecialType.System_String } binary:
                    pending.Push(binary.RightOperand);
                    pending.Push(binary.LeftOperand);
                    break;
                case ICompoundAssignmentOperation { OperatorKind: BinaryOperatorKind.Add } appended when ReferenceEquals(appended, whole):
                    pending.Push(appended.Value);
                    pending.Push(appended.Target);
                    break;
                case IInterpolatedStringOperation interpolated:
                    for (var i = interpolated.Parts.Length - 1; i >= 0; i--)
                    {
                        pending.Push(interpolated.Parts[i] switch
                        {
                            IInterpolatedStringTextOperation text => text.Text,
                            IInterpolationOperation { FormatString: null, Alignment: null } hole => hole.Expression,
                            var other => other,
                        });
                    }

                    break;
                default:
                    yield return current;
                    break;
            }
        }
    }

    private List<Possibility> EvaluateIndexer(IPropertyReferenceOperation indexer, ImmutableArray<string> suffix)
    {
        if (EvaluateConfigurationIndexer(indexer, suffix) is { } setting)
            return setting;

        return EvaluateElement(indexer, indexer.Instance, indexer.Arguments[0].Value, suffix);
    }
}
