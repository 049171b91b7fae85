using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BrevoAnalyzers.CodeFixes.Infrastructure;

/// <summary>The text that a literal is a part of: <c>"xsmtp" + "sib-…"</c>, <c>$"{Prefix}-…"</c>.</summary>
internal static class WholeConstant
{
    /// <summary>
    /// The widest constant string around a node. Null when the node is no string, or a part of a text that is put
    /// together at run time: a setting holds the whole of it, and nobody knows where the rest comes from.
    /// </summary>
    public static ExpressionSyntax? Around(SyntaxNode node, SemanticModel model, CancellationToken cancellationToken)
    {
        if (node.FirstAncestorOrSelf<ExpressionSyntax>() is not { } whole || !IsString(whole, model, cancellationToken))
            return null;

        for (var outer = Container(whole); outer is not null; outer = Container(outer))
        {
            if (IsString(outer, model, cancellationToken) && model.GetConstantValue(outer, cancellationToken).HasValue)
                whole = outer;
            else if (outer.IsKind(SyntaxKind.AddExpression))
                return null;
            else
                break;
        }

        return whole;
    }

    /// <summary>The expression that this one is a piece of text in.</summary>
    private static ExpressionSyntax? Container(ExpressionSyntax piece) => piece.Parent switch
    {
        BinaryExpressionSyntax sum when sum.IsKind(SyntaxKind.AddExpression) => sum,
        ParenthesizedExpressionSyntax parentheses => parentheses,
        InterpolationSyntax { Parent: InterpolatedStringExpressionSyntax text } => text,
        _ => null,
    };

    private static bool IsString(ExpressionSyntax expression, SemanticModel model, CancellationToken cancellationToken)
        => model.GetTypeInfo(expression, cancellationToken).Type?.SpecialType == SpecialType.System_String;
}
