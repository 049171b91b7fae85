using System;
using BrevoAnalyzers.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BrevoAnalyzers.Reading;

/// <summary>Finds loops that try a send again whatever it failed with. They are read by their syntax: what they look at, not how.</summary>
internal static class RetryLoops
{
    /// <summary>The keyword of the catch or loop that makes the next attempt; null where there is none, or where it tells failures apart.</summary>
    public static Place? Around(SyntaxNode send)
    {
        if (LoopAround(send) is not { } loop || LooksAtStatus(loop) || !Pauses(loop))
            return null;

        if (FailureHandling.TryAround(send) is { } @try && loop.Span.Contains(@try.Span))
            return EndsAfter(send, @try.Block) ? CatchOfAll(@try) : null;

        // Without a catch it is the answer that decides: if (response.IsSuccessStatusCode) return;
        return AsksForSuccess(loop) && EndsAfter(send, loop) ? (Place?)Place.PartOf(loop, loop.GetFirstToken().Span) : null;
    }

    /// <summary>A loop over attempts: one over a list sends something else in each round.</summary>
    private static SyntaxNode? LoopAround(SyntaxNode send)
    {
        for (var current = send.Parent; current is not null and not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax or MemberDeclarationSyntax); current = current.Parent)
        {
            switch (current)
            {
                case ForStatementSyntax or WhileStatementSyntax or DoStatementSyntax:
                    return current;
                case ForEachStatementSyntax loop:
                    return PausesFor(loop) ? loop : null;
            }
        }

        return null;
    }

    private static bool PausesFor(ForEachStatementSyntax loop)
    {
        foreach (var node in loop.Statement.DescendantNodes())
        {
            if (node is InvocationExpressionSyntax call && MailCode.NameOf(call) is "Delay" or "Sleep" && node.ToString().Contains(loop.Identifier.ValueText))
                return true;
        }

        return false;
    }

    private static bool Pauses(SyntaxNode loop)
    {
        foreach (var node in loop.DescendantNodes())
        {
            if (node is InvocationExpressionSyntax call && MailCode.NameOf(call) is "Delay" or "Sleep")
                return true;
        }

        return false;
    }

    /// <summary>Whether the code in the loop reads a status, a code, or asks a method of its own that may.</summary>
    private static bool LooksAtStatus(SyntaxNode loop)
    {
        foreach (var node in loop.DescendantNodes())
        {
            if (node is IdentifierNameSyntax { Identifier.ValueText: var name }
                && (name is "StatusCode" or "ErrorCode" or "Status" || Has(name, "Transient") || Has(name, "Retry") || Has(name, "Temporary") || Has(name, "Permanent")))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Has(string name, string word) => name.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0;

    private static bool AsksForSuccess(SyntaxNode loop)
    {
        foreach (var node in loop.DescendantNodes())
        {
            if (node is IdentifierNameSyntax { Identifier.ValueText: "IsSuccessStatusCode" or "IsSuccessful" })
                return true;
        }

        return false;
    }

    /// <summary>Whether success ends the loop: the send is returned, or a <c>return</c> or <c>break</c> comes behind it.</summary>
    private static bool EndsAfter(SyntaxNode send, SyntaxNode around)
    {
        foreach (var node in around.DescendantNodes())
        {
            if (node is ReturnStatementSyntax or BreakStatementSyntax && (node.SpanStart > send.Span.End || node.Span.Contains(send.Span)))
                return true;
        }

        return false;
    }

    /// <summary>The first catch that takes a refusal by Brevo and goes round again.</summary>
    private static Place? CatchOfAll(TryStatementSyntax @try)
    {
        foreach (var handler in @try.Catches)
        {
            if (!TakesRefusals(handler) || (handler.Filter is { } filter && TellsApart(filter.FilterExpression)))
                continue;
            if (Leaves(handler.Block))
                return null;

            return Place.PartOf(handler, handler.CatchKeyword.Span);
        }

        return null;
    }

    private static bool TakesRefusals(CatchClauseSyntax handler) => handler.Declaration?.Type is not { } type
        || MailCode.NameOf(type) is "Exception" or "ApiException" or "SmtpException" or "SmtpCommandException" or "HttpRequestException" or "WebException" or "AuthenticationException";

    /// <summary>A filter that asks for a type or a member, and not just for the number of attempts.</summary>
    private static bool TellsApart(ExpressionSyntax filter)
    {
        foreach (var node in filter.DescendantNodesAndSelf())
        {
            if (node is IsPatternExpressionSyntax or InvocationExpressionSyntax or MemberAccessExpressionSyntax || node.IsKind(SyntaxKind.IsExpression))
                return true;
        }

        return false;
    }

    /// <summary>Whether the block always ends with leaving the loop, or may do so by a condition of its own.</summary>
    private static bool Leaves(BlockSyntax block)
    {
        var isCounted = false;
        foreach (var statement in block.Statements)
        {
            if (statement is ThrowStatementSyntax or ReturnStatementSyntax or BreakStatementSyntax)
                return true;
            if (statement is IfStatementSyntax check && TellsApart(check.Condition))
                isCounted = true;
        }

        return isCounted;
    }
}
