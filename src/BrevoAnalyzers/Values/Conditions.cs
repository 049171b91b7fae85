using System.Collections.Generic;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace BrevoAnalyzers.Values;

/// <summary>
/// Turns conditions into guards. Conditions are compared by what they say, not by where they stand: <c>isDevelopment</c> asked
/// twice is one condition, and <c>port == 465</c> speaks of the port's value. A write in the same body between two questions makes
/// them two (see <see cref="Revisions"/>); that a method called in between could change the answer is left aside: it can only keep
/// two values apart.
/// </summary>
internal sealed partial class Conditions
{
    private const string True = "True";
    private const string False = "False";
    private const int MostDefinitions = 6;

    private readonly SourceBodies _bodies;
    private readonly Revisions _revisions;

    /// <summary>While a method is read for one of its calls: what its parameters stand for.</summary>
    private readonly Dictionary<IParameterSymbol, IOperation> _arguments = new(SymbolEqualityComparer.Default);

    /// <summary>By subject: a flag, or a value that a comparison or a switch asked about.</summary>
    private readonly Dictionary<string, IOperation> _asked = new();

    private int _definitions;

    public Conditions(SourceBodies bodies, Revisions revisions)
    {
        _bodies = bodies;
        _revisions = revisions;
    }

    public IOperation? ArgumentFor(IParameterSymbol parameter) =>
        _arguments.TryGetValue(Operations.Declared(parameter), out var argument) ? argument : null;

    /// <summary>The flag or value that a guard is about; null where it is about anything else, such as a call or a row.</summary>
    public IOperation? AskedBy(Guard guard) => _asked.TryGetValue(guard.Subject, out var value) ? value : null;

    public void Bind(IParameterSymbol parameter, IOperation argument) => _arguments[parameter] = argument;

    public void Unbind(IParameterSymbol parameter) => _arguments.Remove(parameter);

    /// <summary>What holds where <paramref name="condition"/> has the <paramref name="outcome"/>; null if it never has.</summary>
    public Guards? When(IOperation? condition, bool outcome)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        condition = Substituted(condition);
        switch (condition)
        {
            case null:
                return Guards.None;
            case { ConstantValue: { HasValue: true, Value: bool constant } }:
                return constant == outcome ? Guards.None : null;
            case IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } negation:
                return When(negation.Operand, !outcome);
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd } both:
                return outcome ? WhenBoth(both, outcome) : Opaque(both, outcome);
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalOr } either:
                return outcome ? WhenEither(either) : WhenBoth(either, outcome);
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } comparison:
                return WhenCompared(comparison, outcome == (comparison.OperatorKind == BinaryOperatorKind.Equals));
            case IBinaryOperation ordering when IsHeld(ordering) is { } isHeld:
                return isHeld == outcome ? Guards.None : null;
            case IIsPatternOperation pattern:
                return WhenMatched(pattern.Value, pattern.Pattern, outcome) ?? Opaque(condition, outcome);
            case IPropertyReferenceOperation { Property.Name: "HasValue", Instance: { } nullable }
                when nullable.Type?.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T:
                return Compare(nullable, Text(null), !outcome);
            case IInvocationOperation call:
                return WhenCalled(call, outcome) ?? Opaque(call, outcome)?.And(WhenDefined(call, outcome));
            default:
                return Opaque(condition, outcome)?.And(WhenDefined(condition, outcome));
        }
    }

    /// <summary>That an expression has this constant: so a mode chosen by <c>port == 465</c> meets only the port it was chosen for.</summary>
    public Guards Holding(AccessPath path, object? value, IOperation at, int position) =>
        value is int or bool or string or long or null ? Guards.Of(Guard.Is(Canonical(path, at, position), Text(value))) : Guards.None;

    private Guards? WhenBoth(IBinaryOperation binary, bool outcome) =>
        Opaque(binary, outcome)?.And(When(binary.LeftOperand, outcome))?.And(When(binary.RightOperand, outcome));

    /// <summary><c>port == 465 || port == 2465</c>: one of the two, where both sides ask about one thing.</summary>
    private Guards? WhenEither(IBinaryOperation either)
    {
        var left = When(either.LeftOperand, outcome: true);
        var right = When(either.RightOperand, outcome: true);
        if (left is null || right is null)
            return left ?? right;

        return left.Only is { IsExcluding: false } one && right.Only is { IsExcluding: false } other && one.Subject == other.Subject
            ? Guards.Of(new Guard(one.Subject, one.Cases.AddRange(other.Cases), isExcluding: false))
            : Opaque(either, outcome: true);
    }

    private Guards? WhenCompared(IBinaryOperation comparison, bool equal)
    {
        var (left, right) = (Substituted(comparison.LeftOperand), Substituted(comparison.RightOperand));
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

    /// <summary>Whether one number is known to be less or more than another; null where that is no question, or not known.</summary>
    private bool? IsHeld(IBinaryOperation ordering) => (NumberOf(ordering.LeftOperand), NumberOf(ordering.RightOperand)) switch
    {
        (int left, int right) => ordering.OperatorKind switch
        {
            BinaryOperatorKind.LessThan => left < right,
            BinaryOperatorKind.LessThanOrEqual => left <= right,
            BinaryOperatorKind.GreaterThan => left > right,
            BinaryOperatorKind.GreaterThanOrEqual => left >= right,
            _ => null,
        },
        _ => null,
    };

    /// <summary>A whole number that is stated, or the length of a text that is.</summary>
    private int? NumberOf(IOperation operation) => Substituted(operation) switch
    {
        { ConstantValue: { HasValue: true, Value: int number } } => number,
        IPropertyReferenceOperation { Property: { Name: "Length", ContainingType.SpecialType: SpecialType.System_String }, Instance: { } text }
            when Substituted(text) is { ConstantValue: { HasValue: true, Value: string stated } } => stated.Length,
        _ => null,
    };

    private Guards? WhenCalled(IInvocationOperation call, bool outcome)
    {
        var first = call.Arguments.Length > 0 ? call.Arguments[0].Value : null;
        switch (call.TargetMethod.Name)
        {
            case "Equals" when first is not null:
                return WhenEqualsCalled(call, outcome);
            case "IsNullOrEmpty" when first is not null && IsOfString(call):
                return Apply(Guards.None, first, new Guard(Canonical(first), ImmutableArray.Create(Text(null), Text("")), isExcluding: !outcome));
            case "IsNullOrWhiteSpace" when first is not null && IsOfString(call):
                return outcome
                    ? Opaque(call, outcome)
                    : Opaque(call, outcome)?.And(Apply(Guards.None, first, new Guard(Canonical(first), ImmutableArray.Create(Text(null), Text("")), isExcluding: true)));
            case "IsDevelopment" or "IsStaging" or "IsProduction" when IsOfHostEnvironment(call) && first is not null:
                return Guards.Of(new Guard(EnvironmentName(first), ImmutableArray.Create(Text(call.TargetMethod.Name.Substring(2))), !outcome));
            case "IsEnvironment" when IsOfHostEnvironment(call) && call.Arguments.Length == 2 && call.Arguments[1].Value.ConstantValue is { HasValue: true, Value: string name }:
                return Guards.Of(new Guard(EnvironmentName(first!), ImmutableArray.Create(Text(name)), !outcome));
            default:
                return null;
        }
    }

    private static bool IsOfString(IInvocationOperation call) => call.TargetMethod.ContainingType.SpecialType == SpecialType.System_String;

    /// <summary>An application runs in one environment: IsDevelopment() and IsProduction() exclude each other.</summary>
    private static bool IsOfHostEnvironment(IInvocationOperation call) =>
        call.TargetMethod.ContainingType?.Name is "HostEnvironmentEnvExtensions" or "HostingEnvironmentExtensions";

    private string EnvironmentName(IOperation environment) => Canonical(environment) + ".EnvironmentName";

    private Guards? WhenEqualsCalled(IInvocationOperation equals, bool outcome)
    {
        var (left, right) = equals.Instance is null && equals.Arguments.Length > 1
            ? (equals.Arguments[0].Value, equals.Arguments[1].Value)
            : (equals.Instance, equals.Arguments[0].Value);
        (left, right) = (Substituted(left)!, Substituted(right)!);
        if (left is null || right is null)
            return Opaque(equals, outcome);
        if (!right.ConstantValue.HasValue)
            (left, right) = (right, left);

        return right.ConstantValue is { HasValue: true, Value: string text } ? Compare(left, Text(text), outcome) : Opaque(equals, outcome);
    }

    private Guards? Compare(IOperation value, string text, bool equal) =>
        Apply(Guards.None, value, new Guard(Canonical(value), ImmutableArray.Create(text), !equal));

    /// <summary>Adds a guard on a value; where the value is itself constant here, the guard is decided at once.</summary>
    private Guards? Apply(Guards guards, IOperation value, Guard guard)
    {
        var meant = Substituted(value);
        if (meant?.ConstantValue is not { HasValue: true } constant)
        {
            _asked[guard.Subject] = meant ?? value;
            return guards.And(guard);
        }

        return Guard.Is(guard.Subject, Text(constant.Value)).Implies(guard) ? guards : null;
    }

    /// <summary>What a parameter stands for while its method is read for one of its calls, as long as the parameter still holds it.</summary>
    private IOperation? Substituted(IOperation? operation)
    {
        operation = Operations.Unwrap(operation);
        while (operation is IParameterReferenceOperation reference
            && ArgumentFor(reference.Parameter) is { } argument
            && AccessPath.TryGet(reference, out var path)
            && _revisions.At(path, reference).Length == 0)
        {
            operation = Operations.Unwrap(argument);
        }

        return operation;
    }

    /// <summary>What the definition of a flag says: <c>var ssl = port == 465;</c>, <c>bool IsLocal => _host == "localhost";</c>.</summary>
    private Guards? WhenDefined(IOperation flag, bool outcome)
    {
        if (_definitions >= MostDefinitions || Definition(flag) is not { } definition)
            return Guards.None;

        _definitions++;
        try
        {
            return When(definition, outcome);
        }
        finally
        {
            _definitions--;
        }
    }

    private IOperation? Definition(IOperation flag)
    {
        switch (flag)
        {
            case ILocalReferenceOperation local when AccessPath.TryGet(local, out var path) && _revisions.IsNeverRewritten(path, local):
                return _bodies.Initializer(local.Local);
            case IFieldReferenceOperation { Field: { IsReadOnly: true } field } when !_bodies.IsNamedInConstructor(field):
                return _bodies.Initializer(field);
            case IPropertyReferenceOperation { Property: { IsVirtual: false, IsAbstract: false, IsOverride: false } property } reference
                when IsOwn(reference.Instance) && ExpressionOf(property) is { } expression:
                return _bodies.Operation(expression);
            case IInvocationOperation { TargetMethod: { IsVirtual: false, IsAbstract: false, IsOverride: false, Parameters.IsEmpty: true } method } call
                when IsOwn(call.Instance) && ExpressionOf(method) is { } expression:
                return _bodies.Operation(expression);
            default:
                return null;
        }
    }

    private static bool IsOwn(IOperation? instance) => instance is null or IInstanceReferenceOperation;

    private static ExpressionSyntax? ExpressionOf(ISymbol member)
    {
        foreach (var reference in member.DeclaringSyntaxReferences)
        {
            switch (reference.GetSyntax())
            {
                case PropertyDeclarationSyntax { ExpressionBody.Expression: { } expression }:
                    return expression;
                case MethodDeclarationSyntax { ExpressionBody.Expression: { } expression }:
                    return expression;
            }
        }

        return null;
    }

    private Guards? Opaque(IOperation condition, bool outcome)
    {
        var guard = Guard.Is(Canonical(condition), outcome ? True : False);
        if (condition.Kind is OperationKind.PropertyReference or OperationKind.FieldReference or OperationKind.LocalReference or OperationKind.Invocation)
            _asked[guard.Subject] = condition;

        return Guards.Of(guard);
    }
}
