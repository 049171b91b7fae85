using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace BrevoAnalyzers.Values;

/// <summary>
/// Answers which constants, objects and named sources an expression can hold at its place, each with the guards under which it
/// does. It reads backwards from the place: writes that certainly come later hide earlier ones, branches add guards, and what
/// enters the member from outside is sought in the constructors, initialisers and calls of the same type. It is bounded in depth
/// and steps, and gives up as <see cref="PossibilityKind.Unknown"/>.
/// </summary>
/// <remarks>One instance serves one type's analysis; it is not safe for use from several threads.</remarks>
internal sealed partial class Resolver
{
    private const int MaxDepth = 48;
    private const int MaxSteps = 20_000;
    private const int MaxPossibilities = 48;

    private static readonly ImmutableArray<string> NoMembers = ImmutableArray<string>.Empty;
    private static readonly List<Possibility> Nothing = new(0);

    private readonly SourceBodies _bodies;
    private readonly Revisions _revisions = new();
    private readonly Conditions _conditions;
    private readonly CancellationToken _cancellation;
    private INamedTypeSymbol? _typeAtHand;
    private BaseTypeDeclarationSyntax? _declarationAtHand;
    private int _depth;
    private int _steps;

    /// <param name="bodies">The code.</param>
    /// <param name="cancellation">Stops the reading by the usual exception.</param>
    /// <param name="settings">What settings files state; null where there are none.</param>
    public Resolver(SourceBodies bodies, CancellationToken cancellation, ConfiguredSettings? settings = null)
    {
        _settings = settings;
        _bodies = bodies;
        _conditions = new Conditions(_bodies, _revisions);
        _cancellation = cancellation;
    }

    public SourceBodies Bodies => _bodies;

    /// <summary>What <paramref name="expression"/> can hold where it stands.</summary>
    public ValueSet Resolve(IOperation? expression) => Resolve(expression, NoMembers);

    /// <summary>
    /// What the member of the object that <paramref name="receiver"/> stands for can hold there:
    /// <c>Resolve(client, "Credentials", "UserName")</c>.
    /// </summary>
    public ValueSet Resolve(IOperation? receiver, params string[] members) => Resolve(receiver, ImmutableArray.Create(members));

    private ValueSet Resolve(IOperation? receiver, ImmutableArray<string> members)
    {
        if (receiver is null)
            return ValueSet.Empty;

        Begin(receiver);
        try
        {
            return ToSet(Evaluate(receiver, members), receiver.Syntax);
        }
        catch (InsufficientExecutionStackException)
        {
            return TooDeep(receiver);
        }
    }

    /// <summary>What the member of a variable holds just after <paramref name="last"/> has run.</summary>
    public ValueSet ResolveAfter(ISymbol variable, IOperation last, params string[] members) =>
        Bounded(last, () =>
        {
            var path = new AccessPath(variable, ImmutableArray.Create(members));
            var trace = new Trace();
            trace.Apply(EffectOf(last, path));
            return Finish(path, last, trace);
        });

    /// <summary>The conditions under which <paramref name="operation"/> runs, as far as its own member shows them.</summary>
    public Guards GuardsAt(IOperation operation) => GuardsAt(operation, out _);

    private Guards GuardsAt(IOperation operation, out bool isReached)
    {
        var guards = Guards.None;
        isReached = true;
        for (IOperation inner = operation, outer = operation.Parent!; outer is not null; inner = outer, outer = outer.Parent!)
        {
            if (outer is ILocalFunctionOperation)
                break;

            Add(GuardsOfChild(outer, inner), ref guards, ref isReached);
            if (outer is not IBlockOperation block)
                continue;

            foreach (var statement in block.Operations)
            {
                if (ReferenceEquals(statement, inner))
                    break;
                if (statement is IConditionalOperation exit)
                    Add(GuardsAfter(exit), ref guards, ref isReached);
            }
        }

        return guards;

        static void Add(Guards? further, ref Guards guards, ref bool isReached)
        {
            if (guards.And(further) is { } both)
                guards = both;
            else
                isReached = false;
        }
    }

    /// <summary>What holds after a statement one of whose branches leaves: <c>if (isTest) return;</c>.</summary>
    private Guards? GuardsAfter(IConditionalOperation statement) =>
        !Operations.Completes(statement.WhenTrue) ? _conditions.When(statement.Condition, outcome: false)
        : statement.WhenFalse is { } other && !Operations.Completes(other) ? _conditions.When(statement.Condition, outcome: true)
        : Guards.None;

    private ValueSet Bounded(IOperation? operation, Func<List<Possibility>> evaluate)
    {
        if (operation is null)
            return ValueSet.Empty;

        Begin(operation);
        try
        {
            return ToSet(evaluate(), operation.Syntax);
        }
        catch (InsufficientExecutionStackException)
        {
            return TooDeep(operation);
        }
    }

    private static ValueSet TooDeep(IOperation operation) => new(ImmutableArray.Create(Possibility.Unknown(operation.Syntax)));

    /// <summary>The type that asks decides which constructors and methods can have written an inherited member.</summary>
    private void Begin(IOperation operation)
    {
        _steps = 0;
        _depth = 0;
        var declaration = operation.Syntax.FirstAncestorOrSelf<BaseTypeDeclarationSyntax>();
        if (declaration is not null && declaration == _declarationAtHand)
            return;

        _declarationAtHand = declaration;
        var type = _bodies.TypeAround(operation.Syntax);
        if (Same(type, _typeAtHand))
            return;

        _typeAtHand = type;
        _mentions.Clear();
        _lastMentions = default;
        _writers.Clear();
    }

    private static ValueSet ToSet(List<Possibility> found, SyntaxNode place)
    {
        if (found.Count == 0)
            return ValueSet.Empty;
        if (found.Count == 1)
            return new ValueSet(ImmutableArray.Create(found[0]));

        var builder = ImmutableArray.CreateBuilder<Possibility>(Math.Min(found.Count, MaxPossibilities + 1));
        foreach (var possibility in found)
        {
            if (IsRepeated(builder, possibility))
                continue;
            if (builder.Count == MaxPossibilities)
            {
                builder.Add(Possibility.Unknown(place));
                break;
            }

            builder.Add(possibility);
        }

        return new ValueSet(builder.ToImmutable());
    }

    private static bool IsRepeated(ImmutableArray<Possibility>.Builder earlier, Possibility possibility)
    {
        for (var i = 0; i < earlier.Count; i++)
        {
            if (earlier[i].SaysTheSameAs(possibility))
                return true;
        }

        return false;
    }

    private List<Possibility> Evaluate(IOperation? operation, ImmutableArray<string> suffix)
    {
        _cancellation.ThrowIfCancellationRequested();
        if (operation is null)
            return Nothing;
        if (_depth > MaxDepth || ++_steps > MaxSteps)
            return Single(Possibility.Unknown(operation.Syntax));

        RuntimeHelpers.EnsureSufficientExecutionStack();
        _depth++;
        try
        {
            return EvaluateCore(operation, suffix);
        }
        finally
        {
            _depth--;
        }
    }

    private List<Possibility> EvaluateCore(IOperation operation, ImmutableArray<string> suffix)
    {
        if (suffix.Length == 1 && suffix[0] == "Address" && operation.Type?.SpecialType == SpecialType.System_String)
            suffix = NoMembers; // a string that stands for an address: new MailMessage("a@b.example", …).From.Address

        if (suffix.IsEmpty && operation.ConstantValue.HasValue && !IsMadeOfParts(operation))
            return Single(Possibility.Constant(operation.ConstantValue.Value, operation.Syntax));

        // The most frequent first: of the many types below each costs a test.
        if (operation.Kind is OperationKind.LocalReference or OperationKind.ParameterReference)
            return EvaluateReference(operation, suffix);

        switch (operation)
        {
            case IParenthesizedOperation parenthesized:
                return Evaluate(parenthesized.Operand, suffix);
            case IConversionOperation { OperatorMethod: null } conversion:
                return Converted(conversion, Evaluate(conversion.Operand, suffix));
            case IConversionOperation { OperatorMethod.ContainingType: { Name: "Layout", ContainingNamespace.Name: "Layouts" } } layout:
                return Evaluate(layout.Operand, suffix); // NLog's settings are layouts made of the plain value
            case IAwaitOperation awaited:
                return Evaluate(awaited.Operation, suffix);
            case IArgumentOperation argument:
                return EvaluateArgument(argument, suffix);
            case IDeclarationExpressionOperation declaration:
                return Evaluate(declaration.Expression, suffix);
            case IFieldReferenceOperation { Field: { HasConstantValue: true } field }:
                return EvaluateConstantField(field, operation);
            case IFieldReferenceOperation { Field: { Name: "Empty", ContainingType.SpecialType: SpecialType.System_String } }:
                return Single(Possibility.Constant("", operation.Syntax)); // no constant to the compiler; as a name it would make all empty defaults one setting
            case IPropertyReferenceOperation { Arguments.IsEmpty: false } indexer:
                return EvaluateIndexer(indexer, suffix);
            case IArrayElementReferenceOperation { Indices.Length: 1 } element:
                return EvaluateElement(element, element.ArrayReference, element.Indices[0], suffix);
            case IPropertyReferenceOperation property when EvaluateLibraryProperty(property, suffix) is { } known:
                return known;
            case IFieldReferenceOperation or IPropertyReferenceOperation:
                return EvaluateReference(operation, suffix);
            case IConditionalAccessOperation access:
                return EvaluateConditionalAccess(access, suffix);
            case IConditionalAccessInstanceOperation instance:
                return Evaluate(Operations.ReceiverOf(instance), suffix);
            case IConditionalOperation conditional:
                return ChosenByFlag(conditional, suffix)
                    ?? Union(Choice(conditional.Condition, true, conditional.WhenTrue, suffix), Choice(conditional.Condition, false, conditional.WhenFalse, suffix));
            case ICoalesceOperation coalesce:
                return EvaluateCoalesce(coalesce, coalesce.Value, coalesce.WhenNull, suffix);
            case ICoalesceAssignmentOperation assignment:
                return EvaluateCoalesce(assignment, assignment.Target, assignment.Value, suffix);
            case ISwitchExpressionOperation @switch:
                return ChosenByCase(@switch, suffix) ?? EvaluateSwitch(@switch, suffix);
            case ISimpleAssignmentOperation assignment:
                return Evaluate(assignment.Value, suffix);
            case IInvocationOperation invocation:
                return EvaluateInvocation(invocation, suffix);
            case IObjectCreationOperation { Type.Name: "Uri", Arguments.Length: > 0 } uri when suffix.IsEmpty:
                return uri.Arguments.Length == 1 || uri.Arguments[1].Value.Type?.TypeKind == TypeKind.Enum ? Evaluate(uri.Arguments[0].Value, suffix) : Single(Possibility.Made(uri));
            case IObjectCreationOperation creation:
                return suffix.IsEmpty ? Single(Possibility.Made(creation)) : EvaluateMemberOfCreation(creation, suffix);
            case ITupleOperation tuple when !suffix.IsEmpty:
                return EvaluateTupleElement(tuple, suffix);
            case IAnonymousObjectCreationOperation anonymous when !suffix.IsEmpty:
                return EvaluateInitializerMember(anonymous.Initializers, suffix, out var member) ? member : Nothing;
            case IWithOperation copy:
                return EvaluateWith(copy, suffix);
            case IInterpolatedStringOperation or IBinaryOperation { OperatorKind: BinaryOperatorKind.Add } or ICompoundAssignmentOperation when operation.Type?.SpecialType == SpecialType.System_String:
                return EvaluateConcatenation(operation);
            case IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } or IBinaryOperation { Type.SpecialType: SpecialType.System_Boolean } or IIsPatternOperation:
                return EvaluateCondition(operation);
            case IThrowOperation:
                return Nothing;
            case IArrayCreationOperation or IArrayInitializerOperation or ITupleOperation or IAnonymousObjectCreationOperation or IDelegateCreationOperation or IAnonymousFunctionOperation or IMethodReferenceOperation:
                return Single(Possibility.Made(operation));
            case { ConstantValue: { HasValue: true, Value: null } } when !suffix.IsEmpty:
                return Nothing; // null has no members
            default:
                return IsCollectionExpression(operation) && suffix.IsEmpty ? Single(Possibility.Made(operation)) : Unknown(operation, suffix);
        }
    }

    /// <summary>Constants that are written elsewhere, or as one part of what stands here.</summary>
    private static bool IsMadeOfParts(IOperation operation) => operation switch
    {
        IMemberReferenceOperation or ILocalReferenceOperation or IConversionOperation or IParenthesizedOperation or IInterpolatedStringOperation => true,
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Add } sum => sum.Type?.SpecialType == SpecialType.System_String,
        _ => false,
    };

    /// <summary>A constant that a conversion changes, as from 587.0 to 587, is what the compiler makes of it.</summary>
    private static List<Possibility> Converted(IConversionOperation conversion, List<Possibility> found)
    {
        if (found.Count != 1 || !found[0].IsConstant || found[0].Value is null)
            return found;
        if (conversion.Type?.TypeKind == TypeKind.Enum && found[0].Place.IsWithin(conversion.Syntax))
            return Single(found[0].WrittenAt(conversion.Syntax)); // (SecureSocketOptions)0: the number alone is no mode
        if (!conversion.Conversion.IsNumeric || found[0].Value is int)
            return found;

        return Single(conversion.ConstantValue is { HasValue: true } constant ? found[0].WithValue(constant.Value) : found[0].Forget());
    }

    /// <summary>The value in one branch, with the guards of that branch.</summary>
    private List<Possibility> Choice(IOperation condition, bool outcome, IOperation? value, ImmutableArray<string> suffix)
    {
        if (value is null)
            return Nothing;

        var guards = _conditions.When(condition, outcome);
        if (EnvironmentsWithSettingMissing(condition, outcome) is not { } environments)
            return When(guards, () => Evaluate(value, suffix));

        var result = new List<Possibility>();
        foreach (var environment in environments)
            result.AddRange(When(environment.And(guards), () => Evaluate(value, suffix)));

        return result;
    }

    private static List<Possibility> When(Guards? guards, Func<List<Possibility>> evaluate)
    {
        if (guards is null)
            return Nothing;

        var found = evaluate();
        if (guards.IsEmpty)
            return found;

        var result = new List<Possibility>(found.Count);
        foreach (var possibility in found)
        {
            if (possibility.When(guards) is { } here)
                result.Add(here);
        }

        return result;
    }

    private static List<Possibility> Single(Possibility possibility) => new(1) { possibility };

    private static List<Possibility> Union(List<Possibility> first, List<Possibility> second)
    {
        if (first.Count == 0)
            return second;
        if (second.Count == 0)
            return first;

        var result = new List<Possibility>(first.Count + second.Count);
        result.AddRange(first);
        result.AddRange(second);
        return result;
    }

    private static string Suffix(ImmutableArray<string> suffix) => suffix.IsEmpty ? "" : "." + string.Join(".", suffix);
}
