using System.Collections.Generic;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace BrevoAnalyzers.CodeFixes.Infrastructure;

/// <summary>What the blanks and line ends around a node say about how the code is laid out.</summary>
internal static class Layout
{
    /// <summary>Whether the node is the first of its line.</summary>
    public static bool StartsLine(SyntaxNode node)
    {
        var before = node.GetFirstToken().GetPreviousToken();
        return before.IsKind(SyntaxKind.None) || EndsLine(before.TrailingTrivia) || EndsLine(node.GetLeadingTrivia());
    }

    public static bool EndsLine(SyntaxTriviaList trivia)
    {
        foreach (var one in trivia)
        {
            if (one.IsKind(SyntaxKind.EndOfLineTrivia))
                return true;
        }

        return false;
    }

    public static bool HasComment(SyntaxTriviaList trivia)
    {
        foreach (var one in trivia)
        {
            if (one.IsKind(SyntaxKind.SingleLineCommentTrivia) || one.IsKind(SyntaxKind.MultiLineCommentTrivia))
                return true;
        }

        return false;
    }

    public static bool HasCommentInside(SyntaxNode node)
    {
        foreach (var trivia in node.DescendantTrivia())
        {
            if (trivia.IsKind(SyntaxKind.SingleLineCommentTrivia) || trivia.IsKind(SyntaxKind.MultiLineCommentTrivia))
                return true;
        }

        return false;
    }

    /// <summary>The blanks directly before a node that starts its line.</summary>
    public static SyntaxTriviaList Indentation(SyntaxNode node)
    {
        var leading = node.GetLeadingTrivia();
        return leading.Count > 0 && leading[leading.Count - 1].IsKind(SyntaxKind.WhitespaceTrivia)
            ? SyntaxFactory.TriviaList(leading[leading.Count - 1])
            : SyntaxFactory.TriviaList();
    }

    /// <summary>What stands behind a node up to the next one: in a list, behind its comma.</summary>
    public static SyntaxTriviaList Behind(SyntaxNode node)
    {
        var trailing = node.GetTrailingTrivia();
        var next = node.GetLastToken().GetNextToken();
        return next.IsKind(SyntaxKind.CommaToken) && next.Parent == node.Parent ? trailing.AddRange(next.TrailingTrivia) : trailing;
    }

    /// <summary>What is left of a node's lines without the node: the comments before it and, on a line of its own, the one behind it.</summary>
    public static SyntaxTriviaList CommentLines(SyntaxNode node, SyntaxTriviaList trailing)
    {
        var (indentation, lines) = (Indentation(node), node.GetLeadingTrivia());
        if (HasComment(trailing))
            return lines.AddRange(WithoutBlanks(trailing));

        return indentation.Count == 0 ? lines : lines.RemoveAt(lines.Count - 1);
    }

    /// <summary>
    /// A list without its last member and the comma before that. What stood behind the two, a blank perhaps or the line's end, now stands
    /// behind the member before; a comment behind the last member, on a line of its own.
    /// </summary>
    public static SeparatedSyntaxList<T> WithoutLast<T>(SeparatedSyntaxList<T> list)
        where T : SyntaxNode
    {
        var (before, comma, last) = (list[list.Count - 2], list.GetSeparator(list.Count - 2), list[list.Count - 1]);
        var (behindComma, behindLast) = (comma.TrailingTrivia, last.GetTrailingTrivia());
        var trailing = !EndsLine(behindComma) && !HasComment(behindComma) ? behindLast
            : HasComment(behindLast) ? behindComma.AddRange(Indentation(last)).AddRange(WithoutBlanks(behindLast))
            : behindComma;
        var rest = list.RemoveAt(list.Count - 1);
        return rest.Replace(rest[rest.Count - 1], before.WithTrailingTrivia(trailing));
    }

    private static SyntaxTriviaList WithoutBlanks(SyntaxTriviaList trivia)
    {
        while (trivia.Count > 0 && trivia[0].IsKind(SyntaxKind.WhitespaceTrivia))
            trivia = trivia.RemoveAt(0);
        return trivia;
    }

    /// <summary>The line end that the code around a node uses.</summary>
    public static SyntaxTrivia NewLine(SyntaxNode node)
    {
        for (var around = node; around is not null; around = around.Parent)
        {
            foreach (var trivia in around.DescendantTrivia())
            {
                if (trivia.IsKind(SyntaxKind.EndOfLineTrivia))
                    return trivia;
            }
        }

        return SyntaxFactory.LineFeed;
    }

    public static SyntaxTriviaList Space => SyntaxFactory.TriviaList(SyntaxFactory.Space);

    /// <summary>A comma that takes over what stood behind the element before it.</summary>
    public static SyntaxToken Comma(IEnumerable<SyntaxTrivia> trailing)
        => SyntaxFactory.Token(default, SyntaxKind.CommaToken, SyntaxFactory.TriviaList(trailing));
}
