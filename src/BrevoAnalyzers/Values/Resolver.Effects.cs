using System.Collections.Generic;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace BrevoAnalyzers.Values;

/// <content>What running a piece of code does to a variable.</content>
internal sealed partial class Resolver
{
    /// <summary>What running <paramref name="operation"/> to its end does to <paramref name="path"/>.</summary>
    private Effect EffectOf(IOperation? operation, AccessPath path)
    {
        if (operation is null || IsLeaf(operation.Kind) || !MayTouch(operation, path))
            return Effect.None;

        RuntimeHelpers.EnsureSufficientExecutionStack();
        if (++_steps > MaxSteps)
            return Effect.MayWrite(Single(Possibility.Unknown(operation.Syntax)));

        // By kind, not by type: this runs for every operation, and each test of an interface has its price.
        switch (operation.Kind)
        {
            case OperationKind.Conditional:
                return ConditionalEffect((IConditionalOperation)operation, path);
            case OperationKind.Switch:
                return SwitchEffect((ISwitchOperation)operation, path);
            case OperationKind.SwitchExpression:
                return Then(EffectOf(((ISwitchExpressionOperation)operation).Value, path), Effect.MayWrite(AllWrites(path, operation)));
            case OperationKind.Try:
                return TryEffect((ITryOperation)operation, path);
            case OperationKind.Loop:
                return LoopEffect((ILoopOperation)operation, path);
            case OperationKind.AnonymousFunction:
                return Effect.MayWrite(AllWrites(path, operation));
            case OperationKind.LocalFunction:
                return Effect.None;
            case OperationKind.Binary when operation is IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.ConditionalOr } logical:
                return Then(EffectOf(logical.LeftOperand, path), Effect.MayWrite(EffectOf(logical.RightOperand, path).Written));
            case OperationKind.Coalesce when operation is ICoalesceOperation coalesce:
                return Then(EffectOf(coalesce.Value, path), Effect.MayWrite(EffectOf(coalesce.WhenNull, path).Written));
            case OperationKind.ConditionalAccess when operation is IConditionalAccessOperation access:
                return Then(EffectOf(access.Operation, path), EffectOf(access.WhenNotNull, path));
            default:
                var own = OwnEffect(operation, path);
                var children = own.Survives.IsEmpty && own.Written.Count == 0 ? Effect.None : ChildrenEffect(operation, path);
                return Then(children, own);
        }
    }

    private Effect ConditionalEffect(IConditionalOperation conditional, AccessPath path) =>
        Then(EffectOf(conditional.Condition, path), Effect.Either(new[]
        {
            Branch(conditional.WhenTrue, _conditions.When(conditional.Condition, outcome: true), path),
            Branch(conditional.WhenFalse, _conditions.When(conditional.Condition, outcome: false), path),
        }));

    private static bool IsLeaf(OperationKind kind) =>
        kind is OperationKind.Literal or OperationKind.LocalReference or OperationKind.ParameterReference or OperationKind.InstanceReference or OperationKind.DefaultValue;

    private Effect Branch(IOperation? branch, Guards? guards, AccessPath path) =>
        guards is null || (branch is not null && !Operations.Completes(branch)) ? Effect.Unreached : EffectOf(branch, path).When(guards);

    private Effect ChildrenEffect(IOperation operation, AccessPath path)
    {
        var effect = Effect.None;
        foreach (var child in operation.ChildOperations.Reverse())
        {
            effect = Then(EffectOf(child, path), effect);
            if (effect.Survives.IsEmpty)
                break;
        }

        return effect;
    }

    private Effect Sequence(ImmutableArray<IOperation> operations, AccessPath path)
    {
        var effect = Effect.None;
        for (var i = operations.Length - 1; i >= 0 && !effect.Survives.IsEmpty; i--)
            effect = Then(EffectOf(operations[i], path), effect);

        return effect;
    }

    private static Effect Then(Effect first, Effect second)
    {
        if (first.IsNone)
            return second;
        if (second.IsNone)
            return first;

        var trace = new Trace();
        trace.Apply(second);
        trace.Apply(first);
        return trace.ToEffect();
    }

    private Effect SwitchEffect(ISwitchOperation @switch, AccessPath path)
    {
        var exits = new List<Effect>();
        var hasDefault = false;
        foreach (var @case in @switch.Cases)
        {
            foreach (var clause in @case.Clauses)
                hasDefault |= clause is IDefaultCaseClauseOperation;
            foreach (var jump in Operations.JumpsTo(@switch.ExitLabel, @case))
                exits.Add(EffectUntil(jump, @case, path));
        }

        if (!hasDefault)
            exits.Add(Effect.None.When(_conditions.WhenCase(@switch, -1)));
        return Then(EffectOf(@switch.Value, path), Effect.Either(exits));
    }

    /// <summary>The effect of <paramref name="whole"/> where it is left by <paramref name="jump"/>.</summary>
    private Effect EffectUntil(IOperation jump, IOperation whole, AccessPath path)
    {
        var trace = new Trace();
        Climb(path, jump, trace, stopAt: whole);
        return trace.ToEffect();
    }

    private Effect TryEffect(ITryOperation @try, AccessPath path)
    {
        var outcomes = new List<Effect>();
        if (Operations.Completes(@try.Body))
            outcomes.Add(EffectOf(@try.Body, path));
        foreach (var @catch in @try.Catches)
        {
            if (Operations.Completes(@catch.Handler))
                outcomes.Add(Then(Effect.MayWrite(AllWrites(path, @try.Body)), EffectOf(@catch.Handler, path)));
        }

        var result = outcomes.Count == 1 ? outcomes[0] : Effect.Either(outcomes);
        return @try.Finally is null ? result : Then(result, EffectOf(@try.Finally, path));
    }

    /// <summary>A loop may run never, once or often; one whose condition stands below runs at least once.</summary>
    private Effect LoopEffect(ILoopOperation loop, AccessPath path)
    {
        var turn = IterationEffect(loop, path);
        var exits = new List<Effect>();
        foreach (var jump in Operations.JumpsTo(loop.ExitLabel, loop.Body))
            exits.Add(EffectUntil(jump, loop.Body, path));

        if (loop is IWhileLoopOperation { ConditionIsTop: false })
        {
            exits.Add(turn);
            return Then(Effect.MayWrite(turn.Written), exits.Count == 1 ? turn : Effect.Either(exits));
        }

        var written = new List<Possibility>(turn.Written);
        foreach (var exit in exits)
            written.AddRange(exit.Written);

        return loop switch
        {
            IForEachLoopOperation each => Then(EffectOf(each.Collection, path), Effect.MayWrite(written)),
            IForLoopOperation @for => Then(Sequence(@for.Before, path), Effect.MayWrite(written)),
            IWhileLoopOperation @while => Then(Effect.MayWrite(written), EffectOf(@while.Condition, path)),
            _ => Effect.MayWrite(written),
        };
    }

    /// <summary>The effect of one turn of a loop that is followed by another.</summary>
    private Effect IterationEffect(ILoopOperation loop, AccessPath path)
    {
        if (!MayTouch(loop, path))
            return Effect.None;

        var body = BodyEffect(loop, path);
        return loop switch
        {
            IForLoopOperation @for => Then(Then(EffectOf(@for.Condition, path), body), Sequence(@for.AtLoopBottom, path)),
            IWhileLoopOperation { ConditionIsTop: true } @while => Then(EffectOf(@while.Condition, path), body),
            IWhileLoopOperation @while => Then(body, EffectOf(@while.Condition, path)),
            _ => body,
        };
    }

    /// <summary>The effect of a loop's body, through to its end or to a <c>continue</c>.</summary>
    private Effect BodyEffect(ILoopOperation loop, AccessPath path)
    {
        var ends = new List<Effect>();
        foreach (var jump in Operations.JumpsTo(loop.ContinueLabel, loop.Body))
            ends.Add(EffectUntil(jump, loop.Body, path));

        if (Operations.Completes(loop.Body))
            ends.Add(EffectOf(loop.Body, path));
        return ends.Count == 1 ? ends[0] : Effect.Either(ends);
    }

    /// <summary>What a body does by the time it is left, through its end or one of its return statements.</summary>
    private Effect ExitEffect(IOperation body, AccessPath path)
    {
        if (body is ILocalFunctionOperation { Body: { } block })
            body = block;

        var exits = new List<Effect>();
        foreach (var operation in Operations.Below(body, intoFunctions: false))
        {
            if (operation is IReturnOperation { Kind: OperationKind.Return } exit)
                exits.Add(Then(EffectUntil(exit, body, path), EffectOf(exit.ReturnedValue, path)));
        }

        if (EndIsReached(body))
            exits.Add(EffectOf(body, path));
        return exits.Count == 1 ? exits[0] : Effect.Either(exits);
    }

    private static bool EndIsReached(IOperation body) => body switch
    {
        IMethodBodyOperation method => Operations.Completes(method.BlockBody ?? method.ExpressionBody),
        IConstructorBodyOperation constructor => Operations.Completes(constructor.BlockBody ?? constructor.ExpressionBody),
        _ => Operations.Completes(body),
    };
}
