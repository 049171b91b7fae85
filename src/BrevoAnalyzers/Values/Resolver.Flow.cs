using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace BrevoAnalyzers.Values;

/// <content>Reading backwards: which writes reach a use.</content>
internal sealed partial class Resolver
{
    /// <summary>What <paramref name="path"/> holds just before <paramref name="use"/> runs.</summary>
    private List<Possibility> Before(AccessPath path, IOperation use)
    {
        var trace = new Trace();
        return Finish(path, use, trace);
    }

    private List<Possibility> Finish(AccessPath path, IOperation use, Trace trace)
    {
        var boundary = Climb(path, use, trace, stopAt: null);
        if (!trace.IsOpen)
            return trace.Found;

        trace.Apply(Effect.Write(Entry(path, boundary, use)));
        return trace.Found;
    }

    /// <summary>
    /// Follows the code backwards from <paramref name="use"/> to the start of its member (or <paramref name="stopAt"/>) and returns the
    /// operation where it stopped.
    /// </summary>
    private IOperation Climb(AccessPath path, IOperation use, Trace trace, IOperation? stopAt)
    {
        var inner = use;
        while (inner.Parent is { } outer && trace.IsOpen)
        {
            if (ReferenceEquals(inner, stopAt))
                return inner;

            _cancellation.ThrowIfCancellationRequested();
            switch (outer)
            {
                case IForEachLoopOperation loop when ReferenceEquals(loop.Body, inner) && Declares(loop.Locals, path.Root):
                    trace.Apply(Effect.MayWrite(AllWrites(path, inner)));
                    trace.Apply(Effect.Write(LoopVariable(loop, path)));
                    return inner;
                case ILoopOperation loop:
                    ApplyEarlierSiblings(path, loop, inner, trace);
                    trace.Apply(Effect.MayWrite(AllWrites(path, loop)));
                    break;
                case IAnonymousFunctionOperation function:
                    if (IsParameterOf(function.Symbol, path.Root))
                        return outer;
                    if (path.RootIsMember && path.Members.IsEmpty)
                        return outer;
                    trace.Apply(Effect.MayWrite(LaterWrites(path, outer)));
                    break;
                case ILocalFunctionOperation function:
                    if (IsParameterOf(function.Symbol, path.Root) || path.RootIsMember)
                        return outer;
                    trace.Apply(Effect.Write(AllWrites(path, RootOf(outer))));
                    return outer;
                case ICatchClauseOperation or ITryOperation { Finally: not null }:
                    ApplyTryAround(path, outer, inner, trace);
                    break;
                default:
                    ApplyEarlierSiblings(path, outer, inner, trace);
                    break;
            }

            trace.Require(GuardsOfChild(outer, inner));
            inner = outer;
        }

        return inner;
    }

    private void ApplyEarlierSiblings(AccessPath path, IOperation outer, IOperation inner, Trace trace)
    {
        if (outer is ISwitchOperation or ISwitchExpressionOperation)
        {
            trace.Apply(EffectOf(outer is ISwitchOperation statement ? statement.Value : ((ISwitchExpressionOperation)outer).Value, path));
            return;
        }

        if (outer is IConditionalOperation conditional)
        {
            if (!ReferenceEquals(conditional.Condition, inner))
                trace.Apply(EffectOf(conditional.Condition, path));
            return;
        }

        var before = new List<IOperation>();
        foreach (var child in outer.ChildOperations)
        {
            if (ReferenceEquals(child, inner))
                break;
            before.Add(child);
        }

        for (var i = before.Count - 1; i >= 0 && trace.IsOpen; i--)
            trace.Apply(EffectOf(before[i], path));
    }

    private void ApplyTryAround(AccessPath path, IOperation outer, IOperation inner, Trace trace)
    {
        if (outer is ICatchClauseOperation { Parent: ITryOperation @try })
            trace.Apply(Effect.MayWrite(AllWrites(path, @try.Body)));
        else if (outer is ITryOperation withFinally && ReferenceEquals(withFinally.Finally, inner))
            trace.Apply(Effect.MayWrite(AllWrites(path, withFinally.Body)));
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
                return CaseGuards(parent, section);
            case ISwitchExpressionArmOperation { Parent: ISwitchExpressionOperation parent } arm when ReferenceEquals(arm.Value, inner):
                return ArmGuards(parent, Patterns(parent), parent.Arms.IndexOf(arm));
            default:
                return Guards.None;
        }
    }

    private static ImmutableArray<IOperation> Patterns(ISwitchExpressionOperation @switch)
    {
        var patterns = ImmutableArray.CreateBuilder<IOperation>(@switch.Arms.Length);
        foreach (var arm in @switch.Arms)
            patterns.Add(arm.Pattern);

        return patterns.ToImmutable();
    }

    private Guards? CaseGuards(ISwitchOperation @switch, ISwitchCaseOperation @case)
    {
        var all = ImmutableArray.CreateBuilder<IOperation>();
        foreach (var section in @switch.Cases)
            all.AddRange(section.Clauses);

        return _conditions.WhenCase(@switch.Value, ImmutableArray<IOperation>.CastUp(@case.Clauses), all.ToImmutable(), @switch.Syntax, @switch.Cases.IndexOf(@case));
    }

    /// <summary>What running <paramref name="operation"/> does to <paramref name="path"/>.</summary>
    private Effect EffectOf(IOperation? operation, AccessPath path)
    {
        if (operation is null || !MayTouch(operation, path))
            return Effect.None;

        RuntimeHelpers.EnsureSufficientExecutionStack();
        if (++_steps > MaxSteps)
            return Effect.MayWrite(Single(Possibility.Unknown(operation.Syntax)));

        switch (operation)
        {
            case IConditionalOperation conditional:
                return Then(EffectOf(conditional.Condition, path), Effect.Either(new[]
                {
                    Branch(conditional.WhenTrue, _conditions.When(conditional.Condition, outcome: true), path),
                    Branch(conditional.WhenFalse, _conditions.When(conditional.Condition, outcome: false), path),
                }));
            case ISwitchOperation @switch:
                return SwitchEffect(@switch, path);
            case ITryOperation @try:
                return TryEffect(@try, path);
            case ILoopOperation:
                return Effect.MayWrite(AllWrites(path, operation));
            case IAnonymousFunctionOperation:
                return path.Root.Kind is SymbolKind.Local or SymbolKind.Parameter ? Effect.MayWrite(AllWrites(path, operation)) : Effect.None;
            case ILocalFunctionOperation:
                return Effect.None;
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.ConditionalOr } logical:
                return Then(EffectOf(logical.LeftOperand, path), Effect.MayWrite(EffectOf(logical.RightOperand, path).Written));
            case IConditionalAccessOperation access:
                return Then(EffectOf(access.Operation, path), EffectOf(access.WhenNotNull, path));
            default:
                var own = OwnEffect(operation, path);
                var children = own.Survives.Count == 0 ? Effect.None : ChildrenEffect(operation, path);
                return Then(children, own);
        }
    }

    private Effect Branch(IOperation? branch, Guards? guards, AccessPath path)
    {
        if (guards is null || (branch is not null && !Operations.Completes(branch)))
            return new Effect(new List<Possibility>(0), new List<Guards>(0));

        return EffectOf(branch, path).When(guards);
    }

    private Effect ChildrenEffect(IOperation operation, AccessPath path)
    {
        var children = new List<IOperation>();
        foreach (var child in operation.ChildOperations)
            children.Add(child);

        var trace = new Trace();
        for (var i = children.Count - 1; i >= 0 && trace.IsOpen; i--)
            trace.Apply(EffectOf(children[i], path));

        return trace.ToEffect();
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
        var branches = new List<Effect>();
        var hasDefault = false;
        var clauses = ImmutableArray.CreateBuilder<IOperation>();
        foreach (var @case in @switch.Cases)
        {
            foreach (var clause in @case.Clauses)
            {
                hasDefault |= clause is IDefaultCaseClauseOperation;
                clauses.Add(clause);
            }

            if (CaseGuards(@switch, @case) is not { } guards)
                continue;

            var trace = new Trace();
            var leaves = false;
            for (var i = @case.Body.Length - 1; i >= 0; i--)
            {
                leaves |= Operations.LeavesMethod(@case.Body[i]);
                trace.Apply(EffectOf(@case.Body[i], path));
            }

            if (!leaves)
                branches.Add(trace.ToEffect().When(guards));
        }

        if (!hasDefault)
        {
            var none = _conditions.WhenCase(@switch.Value, ImmutableArray<IOperation>.Empty.Add(@switch), clauses.ToImmutable(), @switch.Syntax, -1);
            branches.Add(Effect.None.When(none));
        }

        return Then(EffectOf(@switch.Value, path), Effect.Either(branches));
    }

    private Effect TryEffect(ITryOperation @try, AccessPath path)
    {
        var body = EffectOf(@try.Body, path);
        var outcomes = new List<Effect> { body };
        foreach (var @catch in @try.Catches)
        {
            if (Operations.Completes(@catch.Handler))
                outcomes.Add(Then(Effect.MayWrite(AllWrites(path, @try.Body)), EffectOf(@catch.Handler, path)));
        }

        var result = outcomes.Count == 1 ? body : Effect.Either(outcomes);
        return @try.Finally is null ? result : Then(result, EffectOf(@try.Finally, path));
    }

    /// <summary>What the operation itself writes, leaving its parts aside.</summary>
    private Effect OwnEffect(IOperation operation, AccessPath path)
    {
        switch (operation)
        {
            case ISimpleAssignmentOperation assignment:
                return Assign(assignment.Target, path, rest => Evaluate(assignment.Value, rest));
            case ICoalesceAssignmentOperation assignment:
                return Assign(assignment.Target, path, rest => Evaluate(assignment.Value, rest)) is { IsNone: false } effect
                    ? Effect.MayWrite(effect.Written)
                    : Effect.None;
            case ICompoundAssignmentOperation assignment:
                return Assign(assignment.Target, path, rest => Single(Possibility.Unknown(assignment.Syntax, Suffix(rest))));
            case IIncrementOrDecrementOperation increment:
                return Assign(increment.Target, path, rest => Single(Possibility.Unknown(increment.Syntax, Suffix(rest))));
            case IDeconstructionAssignmentOperation deconstruction:
                return Deconstruct(deconstruction.Target, deconstruction.Value, path);
            case IVariableDeclaratorOperation declarator when Same(declarator.Symbol, path.Root):
                return Effect.Write(declarator.GetVariableInitializer() is { } initializer ? Evaluate(initializer.Value, path.Members) : new List<Possibility>(0));
            case IIsPatternOperation pattern when PatternVariable(pattern.Pattern, path.Root, NoMembers) is { } members:
                return Effect.Write(Evaluate(pattern.Value, members.AddRange(path.Members)));
            case IArgumentOperation { Parameter.RefKind: RefKind.Out or RefKind.Ref } argument:
                return Assign(argument.Value, path, rest => OutValue(argument, rest));
            case IInvocationOperation invocation:
                return CallEffect(invocation, path);
            default:
                return Effect.None;
        }
    }

    private static Effect Assign(IOperation target, AccessPath path, Func<ImmutableArray<string>, List<Possibility>> value) =>
        AccessPath.TryGet(target, out var written) && path.StartsWith(written, out var rest)
            ? Effect.Write(value(rest))
            : Effect.None;

    private Effect Deconstruct(IOperation target, IOperation value, AccessPath path)
    {
        if (Operations.Unwrap(target) is IDeclarationExpressionOperation declaration)
            target = declaration.Expression;
        if (Operations.Unwrap(target) is not ITupleOperation targets)
            return Effect.None;

        var source = Operations.Unwrap(value) as ITupleOperation;
        for (var i = 0; i < targets.Elements.Length; i++)
        {
            var element = targets.Elements[i];
            var index = i;
            var inner = Operations.Unwrap(element);
            var effect = inner is ITupleOperation && source is not null && i < source.Elements.Length
                ? Deconstruct(inner, source.Elements[i], path)
                : Assign(element, path, rest => source is not null && index < source.Elements.Length
                    ? Evaluate(source.Elements[index], rest)
                    : Evaluate(value, rest.Insert(0, DeconstructedMember(value, index))));
            if (!effect.IsNone)
                return effect;
        }

        return Effect.None;
    }

    /// <summary>The member of a tuple or positional record that stands at a place of its deconstruction.</summary>
    private static string DeconstructedMember(IOperation value, int index)
    {
        if (value.Type is INamedTypeSymbol { IsTupleType: true } tuple && index < tuple.TupleElements.Length)
            return tuple.TupleElements[index].Name;
        if (value.Type is INamedTypeSymbol { IsRecord: true } record)
        {
            foreach (var member in record.GetMembers("Deconstruct"))
            {
                if (member is IMethodSymbol deconstruct && index < deconstruct.Parameters.Length)
                    return deconstruct.Parameters[index].Name;
            }
        }

        return "Item" + (index + 1).ToString(System.Globalization.CultureInfo.InvariantCulture);
    }

    /// <summary>How a pattern's variable follows from the value matched: <c>is { Length: &gt; 0 } x</c>, <c>is { Port: var port }</c>.</summary>
    private static ImmutableArray<string>? PatternVariable(IPatternOperation pattern, ISymbol variable, ImmutableArray<string> members)
    {
        switch (pattern)
        {
            case IDeclarationPatternOperation declaration:
                return Same(declaration.DeclaredSymbol, variable) ? members : null;
            case INegatedPatternOperation negated:
                return PatternVariable(negated.Pattern, variable, members);
            case IBinaryPatternOperation binary:
                return PatternVariable(binary.LeftPattern, variable, members) ?? PatternVariable(binary.RightPattern, variable, members);
            case IRecursivePatternOperation recursive:
                if (Same(recursive.DeclaredSymbol, variable))
                    return members;
                foreach (var property in recursive.PropertySubpatterns)
                {
                    if (property.Member is IMemberReferenceOperation member
                        && PatternVariable(property.Pattern, variable, members.Add(member.Member.Name)) is { } inner)
                    {
                        return inner;
                    }
                }

                return null;
            default:
                return null;
        }
    }

    /// <summary>All that anything below <paramref name="operation"/> writes, in whatever order it runs.</summary>
    private List<Possibility> AllWrites(AccessPath path, IOperation operation)
    {
        if (!MayTouch(operation, path))
            return Nothing;

        var result = new List<Possibility>();
        foreach (var inner in Operations.Below(operation, intoFunctions: true))
        {
            if (++_steps > MaxSteps)
                break;

            var effect = OwnEffect(inner, path);
            if (effect.IsNone)
                continue;

            var guards = GuardsAt(inner);
            foreach (var written in effect.Written)
            {
                if (written.When(guards) is { } here)
                    result.Add(here);
            }
        }

        return result;
    }

    /// <summary>What is written after <paramref name="function"/> was made: a captured variable is read when the function runs.</summary>
    private List<Possibility> LaterWrites(AccessPath path, IOperation function)
    {
        var result = new List<Possibility>();
        foreach (var written in AllWrites(path, RootOf(function)))
        {
            if (written.Place.Node is { } node && node.SpanStart > function.Syntax.Span.End)
                result.Add(written);
        }

        return result;
    }

    private bool MayTouch(IOperation operation, AccessPath path)
    {
        if (_bodies.Mentions(operation.Syntax, path.Root.Name))
            return true;
        if (!path.RootIsMember || path.Root.ContainingType is not { } type)
            return false;

        foreach (var method in _bodies.MethodsNaming(type, path.Root.Name))
        {
            if (method.MethodKind == MethodKind.Ordinary && _bodies.Mentions(operation.Syntax, method.Name))
                return true;
        }

        return false;
    }

    private static IOperation RootOf(IOperation operation)
    {
        while (operation.Parent is { } parent)
            operation = parent;

        return operation;
    }

    private static bool IsCall(ImmutableArray<string> members) =>
        !members.IsEmpty && members[members.Length - 1].EndsWith("()", StringComparison.Ordinal);

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
