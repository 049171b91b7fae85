using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BrevoAnalyzers.CodeFixes.Infrastructure;

/// <summary>Where <c>a ?? throw b</c> may stand as it is.</summary>
internal static class Precedence
{
    /// <summary>The replacement, in parentheses where the place of the replaced expression needs them.</summary>
    public static ExpressionSyntax Parenthesise(ExpressionSyntax replacement, ExpressionSyntax replaced)
        => replacement is BinaryExpressionSyntax && !StandsAlone(replaced)
            ? SyntaxFactory.ParenthesizedExpression(replacement)
            : replacement;

    private static bool StandsAlone(ExpressionSyntax replaced) => replaced.Parent switch
    {
        ArgumentSyntax or EqualsValueClauseSyntax or ArrowExpressionClauseSyntax or ReturnStatementSyntax or YieldStatementSyntax => true,
        InitializerExpressionSyntax or ExpressionElementSyntax or AnonymousObjectMemberDeclaratorSyntax => true,
        ParenthesizedExpressionSyntax or SwitchExpressionArmSyntax or LambdaExpressionSyntax => true,
        AssignmentExpressionSyntax assignment => assignment.Right == replaced,
        ConditionalExpressionSyntax conditional => conditional.Condition != replaced,
        BinaryExpressionSyntax coalesce => coalesce.IsKind(SyntaxKind.CoalesceExpression) && coalesce.Right == replaced,
        _ => false,
    };
}
