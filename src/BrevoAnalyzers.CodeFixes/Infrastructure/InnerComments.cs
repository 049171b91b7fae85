using System.Collections.Generic;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BrevoAnalyzers.CodeFixes.Infrastructure;

/// <summary>Comments between the parts of an expression outlive the expression.</summary>
internal static class InnerComments
{
    /// <summary>The replacement with the comments of the replaced expression's inside behind it, as block comments.</summary>
    public static ExpressionSyntax Keep(ExpressionSyntax replaced, ExpressionSyntax replacement)
    {
        var kept = new List<SyntaxTrivia>();
        foreach (var trivia in replaced.DescendantTrivia())
        {
            if (!replaced.Span.Contains(trivia.Span))
                continue;

            if (trivia.IsKind(SyntaxKind.MultiLineCommentTrivia))
                Add(trivia.ToString());
            else if (trivia.IsKind(SyntaxKind.SingleLineCommentTrivia))
                Add("/* " + trivia.ToString().Substring(2).Trim().Replace("*/", "* /") + " */");
        }

        // Inside parentheses or the last token, since the outer trivia are those of the replaced expression.
        if (kept.Count == 0)
            return replacement;

        return replacement is ParenthesizedExpressionSyntax parenthesised
            ? parenthesised.WithOpenParenToken(parenthesised.OpenParenToken.WithTrailingTrivia(kept))
            : SyntaxFactory.ParenthesizedExpression(replacement).WithOpenParenToken(SyntaxFactory.Token(SyntaxKind.OpenParenToken).WithTrailingTrivia(kept));

        void Add(string comment)
        {
            kept.Add(SyntaxFactory.Comment(comment));
            kept.Add(SyntaxFactory.Space);
        }
    }
}
