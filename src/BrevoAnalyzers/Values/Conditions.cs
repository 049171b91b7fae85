using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace BrevoAnalyzers.Values;

/// <summary>
/// Turns conditions into guards. Conditions are compared by what they say, not by where they stand: <c>isDevelopment</c> asked
/// twice is one condition, and <c>port == 465</c> speaks of the port's value. That two equal conditions could differ in time is
/// left aside: it can only keep two values apart.
/// </summary>
internal sealed class Conditions
{
    private const string True = "True";
    private const string False = "False";

    /// <summary>While a method is read for one of its calls: what its parameters stand for.</summary>
    private readonly Dictionary<IParameterSymbol, IOperation> _arguments = new(SymbolEqualityComparer.Default);

    public IOperation? ArgumentFor(IParameterSymbol parameter) =>
        _arguments.TryGetValue(parameter, out var argument) ? argument : null;

    public void Bind(IParameterSymbol parameter, IOperation argument) => _arguments[parameter] = argument;

    public void Unbind(IParameterSymbol parameter) => _arguments.Remove(parameter);

    /// <summary>What holds where <paramref name="condition"/> has the <paramref name="outcome"/>; null if it never has.</summary>
    public Guards? When(IOperation? condition, bool outcome)
    {
        condition = Operations.Unwrap(condition);
        switch (condition)
        {
            case null:
                return Guards.None;
            case { ConstantValue: { HasValue: true, Value: bool constant } }:
                return constant == outcome ? Guards.None : null;
            case IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } negation:
                return When(negation.Operand, !outcome);
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd } both:
                return Both(both, outcome, outcomeOfBoth: true);
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalOr } either:
                return Both(either, outcome, outcomeOfBoth: false);
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } comparison:
                return WhenCompared(comparison, outcome == (comparison.OperatorKind == BinaryOperatorKind.Equals));
            case IIsPatternOperation pattern:
                return WhenMatched(pattern.Value, pattern.Pattern, outcome) ?? Opaque(condition, outcome);
            case IInvocationOperation { TargetMethod.Name: "Equals", Arguments.Length: > 0 } equals:
                return WhenEqualsCalled(equals, outcome);
            default:
                return Opaque(condition, outcome);
        }
    }

    /// <summary>What holds in one section of a switch statement or one arm of a switch expression.</summary>
    public Guards? WhenCase(IOperation value, ImmutableArray<IOperation> labels, ImmutableArray<IOperation> allLabels, SyntaxNode @switch, int index)
    {
        var here = Guards.Of(Guard.Is("switch@" + @switch.SpanStart.ToString(CultureInfo.InvariantCulture), index.ToString(CultureInfo.InvariantCulture)));
        var isDefault = false;
        var cases = ImmutableArray.CreateBuilder<string>();
        foreach (var label in labels)
        {
            if (CaseText(label) is { } text)
                cases.Add(text);
            else
                isDefault = true;
        }

        if (!isDefault)
            return cases.Count == 0 ? here : Apply(here, value, new Guard(Canonical(value), cases.ToImmutable(), isExcluding: false));

        foreach (var label in allLabels)
        {
            if (CaseText(label) is { } text && !cases.Contains(text))
                cases.Add(text);
        }

        foreach (var label in labels)
        {
            if (CaseText(label) is { } own)
                cases.Remove(own);
        }

        return cases.Count == 0 ? here : Apply(here, value, new Guard(Canonical(value), cases.ToImmutable(), isExcluding: true));
    }

    /// <summary>That an expression has this constant: so a mode chosen by <c>port == 465</c> meets only the port it was chosen for.</summary>
    public Guard? Holding(AccessPath path, object? value) =>
        value is int or bool or string or long or null ? Guard.Is(Canonical(path), Text(value)) : null;

    /// <summary>The text that equal expressions share.</summary>
    public string Canonical(IOperation? operation)
    {
        var builder = new StringBuilder();
        Write(builder, operation, 0);
        return builder.ToString();
    }

    private string Canonical(AccessPath path)
    {
        var builder = new StringBuilder();
        WriteSymbol(builder, path.Root, 0);
        foreach (var member in path.Members)
            builder.Append('.').Append(member);

        return builder.ToString();
    }

    private Guards? Both(IBinaryOperation binary, bool outcome, bool outcomeOfBoth)
    {
        var whole = Opaque(binary, outcome);
        return outcome == outcomeOfBoth ? whole.And(When(binary.LeftOperand, outcome))?.And(When(binary.RightOperand, outcome)) : whole;
    }

    private Guards? WhenCompared(IBinaryOperation comparison, bool equal)
    {
        var (left, right) = (Operations.Unwrap(comparison.LeftOperand), Operations.Unwrap(comparison.RightOperand));
        if (left is null || right is null)
            return Guards.None;
        if (!right.ConstantValue.HasValue)
            (left, right) = (right, left);
        if (!right.ConstantValue.HasValue)
            return Opaque(comparison, equal == (comparison.OperatorKind == BinaryOperatorKind.Equals));
        if (right.ConstantValue.Value is bool constant)
            return When(left, constant == equal);

        return Compare(left, Text(right.ConstantValue.Value), equal);
    }

    private Guards? WhenEqualsCalled(IInvocationOperation equals, bool outcome)
    {
        var (left, right) = equals.Instance is null && equals.Arguments.Length > 1
            ? (equals.Arguments[0].Value, equals.Arguments[1].Value)
            : (equals.Instance, equals.Arguments[0].Value);
        (left, right) = (Operations.Unwrap(left)!, Operations.Unwrap(right)!);
        if (left is null || right is null)
            return Opaque(equals, outcome);
        if (!right.ConstantValue.HasValue)
            (left, right) = (right, left);

        return right.ConstantValue is { HasValue: true, Value: string text } ? Compare(left, text, outcome) : Opaque(equals, outcome);
    }

    private Guards? WhenMatched(IOperation value, IPatternOperation pattern, bool outcome)
    {
        switch (pattern)
        {
            case INegatedPatternOperation negated:
                return WhenMatched(value, negated.Pattern, !outcome);
            case IConstantPatternOperation { Value.ConstantValue: { HasValue: true } constant }:
                return constant.Value is bool flag ? When(value, flag == outcome) : Compare(value, Text(constant.Value), outcome);
            case IBinaryPatternOperation { OperatorKind: BinaryOperatorKind.Or }:
                var cases = ImmutableArray.CreateBuilder<string>();
                return Alternatives(pattern, cases) ? Apply(Guards.None, value, new Guard(Canonical(value), cases.ToImmutable(), !outcome)) : null;
            default:
                return null;
        }
    }

    private static bool Alternatives(IPatternOperation pattern, ImmutableArray<string>.Builder cases)
    {
        if (pattern is IBinaryPatternOperation { OperatorKind: BinaryOperatorKind.Or } either)
            return Alternatives(either.LeftPattern, cases) && Alternatives(either.RightPattern, cases);
        if (pattern is not IConstantPatternOperation { Value.ConstantValue: { HasValue: true } constant })
            return false;

        cases.Add(Text(constant.Value));
        return true;
    }

    private Guards? Compare(IOperation value, string text, bool equal) =>
        Apply(Guards.None, value, new Guard(Canonical(value), ImmutableArray.Create(text), !equal));

    /// <summary>Adds a guard on a value; where the value is itself constant here, the guard is decided at once.</summary>
    private Guards? Apply(Guards guards, IOperation value, Guard guard)
    {
        if (Constant(value) is not { HasValue: true } constant)
            return guards.And(guard);

        return Guard.Is(guard.Subject, Text(constant.Value)).Implies(guard) ? guards : null;
    }

    private Optional<object?> Constant(IOperation? operation)
    {
        for (var i = 0; i < 8; i++)
        {
            operation = Operations.Unwrap(operation);
            if (operation is not IParameterReferenceOperation reference || ArgumentFor(reference.Parameter) is not { } argument)
                break;

            operation = argument;
        }

        return operation?.ConstantValue ?? default;
    }

    private Guards Opaque(IOperation condition, bool outcome) =>
        Guards.Of(Guard.Is(Canonical(condition), outcome ? True : False));

    /// <summary>The constant of a case label or pattern; null for a default and for whatever is no constant.</summary>
    private static string? CaseText(IOperation label) => label switch
    {
        ISingleValueCaseClauseOperation { Value.ConstantValue: { HasValue: true } constant } => Text(constant.Value),
        IPatternCaseClauseOperation { Pattern: IConstantPatternOperation pattern, Guard: null } => CaseText(pattern),
        IConstantPatternOperation { Value.ConstantValue: { HasValue: true } constant } => Text(constant.Value),
        _ => null,
    };

    private static string Text(object? value) => value switch
    {
        null => "null",
        string text => "\"" + text,
        _ => System.Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };

    private void Write(StringBuilder builder, IOperation? operation, int depth)
    {
        operation = Operations.Unwrap(operation);
        if (operation is null || depth > 12)
        {
            builder.Append('?');
            return;
        }

        if (operation.ConstantValue.HasValue)
        {
            builder.Append("const:").Append(Text(operation.ConstantValue.Value));
            return;
        }

        switch (operation)
        {
            case IConditionalAccessInstanceOperation instance:
                Write(builder, Operations.ReceiverOf(instance), depth + 1);
                break;
            case IConditionalAccessOperation access:
                Write(builder, access.WhenNotNull, depth + 1);
                break;
            case ILocalReferenceOperation local:
                WriteSymbol(builder, local.Local, depth);
                break;
            case IParameterReferenceOperation parameter:
                WriteSymbol(builder, parameter.Parameter, depth);
                break;
            case IInstanceReferenceOperation:
                builder.Append("this");
                break;
            case IMemberReferenceOperation member:
                if (AccessPath.TryGet(member, out var path) && path.Members.IsEmpty)
                {
                    WriteSymbol(builder, path.Root, depth);
                    break;
                }

                Write(builder, member.Instance, depth + 1);
                builder.Append('.').Append(member.Member.Name);
                if (member is IPropertyReferenceOperation property)
                    WriteArguments(builder, property.Arguments, depth);
                break;
            case IInvocationOperation invocation:
                if (invocation.Instance is not null)
                    Write(builder, invocation.Instance, depth + 1);
                builder.Append('.').Append(invocation.TargetMethod.Name);
                WriteArguments(builder, invocation.Arguments, depth);
                break;
            case IUnaryOperation unary:
                builder.Append(unary.OperatorKind).Append('(');
                Write(builder, unary.Operand, depth + 1);
                builder.Append(')');
                break;
            case IBinaryOperation binary:
                builder.Append(binary.OperatorKind).Append('(');
                Write(builder, binary.LeftOperand, depth + 1);
                builder.Append(',');
                Write(builder, binary.RightOperand, depth + 1);
                builder.Append(')');
                break;
            default:
                builder.Append(operation.Syntax.WithoutTrivia().ToString());
                break;
        }
    }

    private void WriteArguments(StringBuilder builder, ImmutableArray<IArgumentOperation> arguments, int depth)
    {
        builder.Append('(');
        foreach (var argument in arguments)
        {
            Write(builder, argument.Value, depth + 1);
            builder.Append(',');
        }

        builder.Append(')');
    }

    private void WriteSymbol(StringBuilder builder, ISymbol symbol, int depth)
    {
        if (symbol is IParameterSymbol parameter && ArgumentFor(parameter) is { } argument)
        {
            Write(builder, argument, depth + 1);
            return;
        }

        builder.Append(symbol.Name);
        if (symbol.Kind is SymbolKind.Local or SymbolKind.Parameter && symbol.Locations.Length > 0)
            builder.Append('#').Append(symbol.Locations[0].SourceSpan.Start.ToString(CultureInfo.InvariantCulture));
        else if (symbol.ContainingType is { } type)
            builder.Append('@').Append(type.MetadataName);
    }
}
