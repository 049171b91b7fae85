using System;
using System.Collections.Generic;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace BrevoAnalyzers.Values;

/// <content>
/// Which rows of a table the code in a loop runs for: in <c>foreach (var (old, name) in rows) if (name == wanted) …</c> those whose name
/// can be the wanted one.
/// </content>
internal sealed partial class Resolver
{
    /// <summary>The row that a loop is read for, while the conditions in its body are asked about that row.</summary>
    private readonly Dictionary<SyntaxNode, int> _rowsAtHand = new();

    private bool CanRunFor(IForEachLoopOperation loop, int row, IOperation use)
    {
        if (_rowsAtHand.TryGetValue(loop.Syntax, out var atHand))
            return row == atHand;

        _rowsAtHand.Add(loop.Syntax, row);
        try
        {
            return CanReach(use, loop);
        }
        finally
        {
            _rowsAtHand.Remove(loop.Syntax);
        }
    }

    /// <summary>False where a condition on the way from the start of a loop's body to <paramref name="use"/> certainly fails.</summary>
    private bool CanReach(IOperation use, IForEachLoopOperation loop)
    {
        for (IOperation inner = use, outer = use.Parent!; outer is not null && !ReferenceEquals(outer, loop); inner = outer, outer = outer.Parent!)
        {
            var can = outer switch
            {
                IConditionalOperation conditional when ReferenceEquals(conditional.WhenTrue, inner) => CanBe(conditional.Condition, outcome: true),
                IConditionalOperation conditional when ReferenceEquals(conditional.WhenFalse, inner) => CanBe(conditional.Condition, outcome: false),
                IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd } both when ReferenceEquals(both.RightOperand, inner) => CanBe(both.LeftOperand, outcome: true),
                IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalOr } either when ReferenceEquals(either.RightOperand, inner) => CanBe(either.LeftOperand, outcome: false),
                IBlockOperation block => CanPass(block, inner),
                _ => true,
            };
            if (!can)
                return false;
        }

        return true;
    }

    /// <summary>Whether the statements before <paramref name="inner"/> let the row through: <c>if (name != wanted) continue;</c>.</summary>
    private bool CanPass(IBlockOperation block, IOperation inner)
    {
        foreach (var statement in block.Operations)
        {
            if (ReferenceEquals(statement, inner))
                return true;
            if (statement is IConditionalOperation { WhenFalse: null } exit && !Operations.Completes(exit.WhenTrue) && !CanBe(exit.Condition, outcome: false))
                return false;
        }

        return true;
    }

    /// <summary>False where a comparison in the condition certainly comes out otherwise.</summary>
    private bool CanBe(IOperation? condition, bool outcome)
    {
        switch (Operations.Unwrap(condition))
        {
            case IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } negation:
                return CanBe(negation.Operand, !outcome);
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.ConditionalOr } logical:
                return outcome == (logical.OperatorKind == BinaryOperatorKind.ConditionalAnd)
                    ? CanBe(logical.LeftOperand, outcome) && CanBe(logical.RightOperand, outcome)
                    : CanBe(logical.LeftOperand, outcome) || CanBe(logical.RightOperand, outcome);
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } comparison:
                return outcome == (comparison.OperatorKind == BinaryOperatorKind.Equals)
                    ? CanBeEqual(comparison.LeftOperand, comparison.RightOperand)
                    : CanDiffer(comparison.LeftOperand, comparison.RightOperand);
            case IInvocationOperation { TargetMethod.Name: "Equals", Instance: { } left, Arguments: { Length: > 0 } arguments } when outcome:
                return CanBeEqual(left, arguments[0].Value);
            case IInvocationOperation { TargetMethod.Name: "Equals", Instance: null, Arguments: { Length: > 1 } arguments } when outcome:
                return CanBeEqual(arguments[0].Value, arguments[1].Value);
            default:
                return true;
        }
    }

    private bool CanBeEqual(IOperation left, IOperation right)
    {
        foreach (var one in Evaluate(left, NoMembers))
        {
            foreach (var other in Evaluate(right, NoMembers))
            {
                if (!one.IsConstant || !other.IsConstant || AreEqual(one.Value, other.Value))
                    return true;
            }
        }

        return false;
    }

    /// <summary>Whatever a comparison makes of upper and lower case: equal is what can be.</summary>
    private static bool AreEqual(object? one, object? other) =>
        one is string text ? text.Equals(other as string, StringComparison.OrdinalIgnoreCase) : Equals(one, other);

    private bool CanDiffer(IOperation left, IOperation right)
    {
        foreach (var one in Evaluate(left, NoMembers))
        {
            foreach (var other in Evaluate(right, NoMembers))
            {
                if (!one.IsConstant || !other.IsConstant || !Equals(one.Value, other.Value))
                    return true;
            }
        }

        return false;
    }
}
