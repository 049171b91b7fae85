using System.Collections.Generic;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace BrevoAnalyzers.Values;

/// <content>Reading backwards: which writes reach a use.</content>
internal sealed partial class Resolver
{
    /// <summary>The questions being answered. One that leads back to itself, as in a loop, finds nothing new there.</summary>
    private readonly OpenQuestions _reading = new();

    /// <summary>What <paramref name="path"/> holds just before <paramref name="use"/> runs.</summary>
    private List<Possibility> Before(AccessPath path, IOperation use)
    {
        if (!_reading.TryOpen(use.Syntax, path))
            return Nothing;

        try
        {
            return Finish(path, use, new Trace());
        }
        finally
        {
            _reading.Close();
        }
    }

    private List<Possibility> Finish(AccessPath path, IOperation use, Trace trace)
    {
        if (_revisions.HasGoto(use))
            trace.Apply(Effect.MayWrite(AllWrites(path, Operations.RootOf(use))));

        var boundary = Climb(path, use, trace, stopAt: null);
        var isFound = path.Root is ILocalSymbol && trace.Found.Count > 0;
        if (trace.IsOpen && !isFound)
            trace.Apply(Effect.Write(Held(path, boundary, boundary.Syntax.SpanStart, Entry(path, boundary, use))));
        return trace.Found;
    }

    /// <summary>Constants with the guard that the variable holds them: a later question about the variable decides whether they are still there.</summary>
    private List<Possibility> Held(AccessPath path, IOperation at, int position, List<Possibility> values)
    {
        if (!values.Exists(static value => value is { IsConstant: true, IsAssumed: false }))
            return values;

        var result = new List<Possibility>(values.Count);
        foreach (var value in values)
        {
            if (value is not { IsConstant: true, IsAssumed: false })
                result.Add(value);
            else if (value.When(_conditions.Holding(path, value.Value, at, position)) is { } held)
                result.Add(held);
        }

        return result;
    }

    /// <summary>
    /// Follows the code backwards from <paramref name="use"/> to the start of its member (or <paramref name="stopAt"/>) and returns the
    /// operation where it stopped.
    /// </summary>
    private IOperation Climb(AccessPath path, IOperation use, Trace trace, IOperation? stopAt)
    {
        var inner = use;
        while (inner.Parent is { } outer && trace.IsOpen && !ReferenceEquals(inner, stopAt))
        {
            _cancellation.ThrowIfCancellationRequested();
            trace.Require(GuardsOfChild(outer, inner));
            switch (outer)
            {
                case ILoopOperation loop:
                    if (LeaveLoop(path, loop, inner, use, trace))
                        return inner;
                    break;
                case IAnonymousFunctionOperation function:
                    if (IsParameterOf(function.Symbol, path.Root) || (path.RootIsMember && path.Members.IsEmpty))
                        return outer;
                    trace.Apply(Effect.MayWrite(AllWrites(path, Operations.RootOf(outer), from: outer.Syntax.Span.End)));
                    break;
                case ILocalFunctionOperation function:
                    if (!IsParameterOf(function.Symbol, path.Root) && !path.RootIsMember)
                        trace.Apply(Effect.Write(BeforeCallsOf(function, path)));
                    return outer;
                case ICatchClauseOperation { Parent: ITryOperation @try }:
                    trace.Apply(Effect.MayWrite(AllWrites(path, @try.Body)));
                    break;
                case ITryOperation @try:
                    if (ReferenceEquals(inner, @try.Finally))
                        trace.Apply(Effect.MayWrite(AllWrites(path, @try, before: inner.Syntax.SpanStart)));
                    break;
                case ISwitchOperation @switch when !ReferenceEquals(@switch.Value, inner):
                    trace.Apply(EffectOf(@switch.Value, path));
                    break;
                case ISwitchExpressionOperation @switch when !ReferenceEquals(@switch.Value, inner):
                    trace.Apply(EffectOf(@switch.Value, path));
                    break;
                case IConditionalOperation conditional when !ReferenceEquals(conditional.Condition, inner):
                    trace.Apply(EffectOf(conditional.Condition, path));
                    break;
                case IConditionalOperation:
                    break;
                default:
                    ApplyEarlierSiblings(path, outer, inner, trace);
                    break;
            }

            inner = outer;
        }

        return inner;
    }

    private void ApplyEarlierSiblings(AccessPath path, IOperation outer, IOperation inner, Trace trace)
    {
        if (!MayTouchBeside(outer.Syntax, inner.Syntax, path))
            return;

        var isEarlier = false;
        foreach (var child in outer.ChildOperations.Reverse())
        {
            if (isEarlier && trace.IsOpen)
                trace.Apply(EffectOf(child, path));
            isEarlier |= ReferenceEquals(child, inner);
        }
    }

    private void ApplyBackwards(AccessPath path, IReadOnlyList<IOperation> operations, Trace trace)
    {
        for (var i = operations.Count - 1; i >= 0 && trace.IsOpen; i--)
            trace.Apply(EffectOf(operations[i], path));
    }

    /// <summary>Goes from a part of a loop to before it, by way of earlier turns; true where the loop's own variable was the question.</summary>
    private bool LeaveLoop(AccessPath path, ILoopOperation loop, IOperation inner, IOperation use, Trace trace)
    {
        switch (loop)
        {
            case IForEachLoopOperation each when ReferenceEquals(each.Body, inner):
                trace.Apply(Effect.MayWrite(IterationEffect(loop, path).Written));
                if (Declares(loop.Locals, path.Root))
                {
                    trace.Apply(Effect.Write(LoopVariable(each, path, use)));
                    return true;
                }

                trace.Apply(EffectOf(each.Collection, path));
                break;
            case IForLoopOperation @for when @for.Before.Contains(inner):
                ApplyEarlierSiblings(path, loop, inner, trace);
                break;
            case IForLoopOperation @for:
                if (ReferenceEquals(@for.Body, inner))
                    trace.Apply(EffectOf(@for.Condition, path));
                else if (!ReferenceEquals(@for.Condition, inner))
                    trace.Apply(Effect.MayWrite(AllWrites(path, @for.Body)));
                trace.Apply(Effect.MayWrite(IterationEffect(loop, path).Written));
                ApplyBackwards(path, @for.Before, trace);
                break;
            case IWhileLoopOperation @while:
                if (@while.ConditionIsTop == ReferenceEquals(@while.Body, inner))
                    trace.Apply(@while.ConditionIsTop ? EffectOf(@while.Condition, path) : BodyEffect(loop, path));
                trace.Apply(Effect.MayWrite(IterationEffect(loop, path).Written));
                break;
        }

        return false;
    }

    /// <summary>A variable that a local function captures holds what it held where the function is called.</summary>
    private List<Possibility> BeforeCallsOf(ILocalFunctionOperation function, AccessPath path)
    {
        var isOpen = false;
        var calls = CallsOf(function.Symbol, ref isOpen);
        var result = new List<Possibility>();
        foreach (var call in calls)
            result.AddRange(When(Guards.Of(SiteOf(function.Symbol, call)), () => Before(path, call)));

        if (isOpen)
        {
            result.AddRange(AllWrites(path, Operations.RootOf(function)));
            if (path.Root is IParameterSymbol)
                result.AddRange(Entry(path, Operations.RootOf(function), function));
        }

        return result;
    }

    /// <summary>The guards under which <paramref name="inner"/> runs once <paramref name="outer"/> does.</summary>
    private Guards? GuardsOfChild(IOperation outer, IOperation inner)
    {
        switch (outer)
        {
            case IConditionalOperation conditional when ReferenceEquals(conditional.WhenTrue, inner):
                return _conditions.When(conditional.Condition, outcome: true);
            case IConditionalOperation conditional when ReferenceEquals(conditional.WhenFalse, inner):
                return _conditions.When(conditional.Condition, outcome: false);
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd } both when ReferenceEquals(both.RightOperand, inner):
                return _conditions.When(both.LeftOperand, outcome: true);
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalOr } either when ReferenceEquals(either.RightOperand, inner):
                return _conditions.When(either.LeftOperand, outcome: false);
            case IWhileLoopOperation { ConditionIsTop: true } loop when ReferenceEquals(loop.Body, inner):
                return _conditions.When(loop.Condition, outcome: true);
            case ISwitchCaseOperation { Parent: ISwitchOperation parent } section when inner is not ICaseClauseOperation:
                return _conditions.WhenCase(parent, parent.Cases.IndexOf(section));
            case ISwitchExpressionArmOperation { Parent: ISwitchExpressionOperation parent } arm when ReferenceEquals(arm.Value, inner):
                return _conditions.WhenArm(parent, parent.Arms.IndexOf(arm));
            default:
                return Guards.None;
        }
    }

    private static bool Declares(ImmutableArray<ILocalSymbol> locals, ISymbol symbol)
    {
        foreach (var local in locals)
        {
            if (Same(local, symbol))
                return true;
        }

        return false;
    }

    private static bool IsParameterOf(IMethodSymbol function, ISymbol symbol) =>
        symbol is IParameterSymbol && Same(symbol.ContainingSymbol, function);

    private static bool Same(ISymbol? one, ISymbol? other) => SymbolEqualityComparer.Default.Equals(one, other);
}
