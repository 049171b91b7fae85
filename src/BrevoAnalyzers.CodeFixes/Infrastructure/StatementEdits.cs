using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;

namespace BrevoAnalyzers.CodeFixes.Infrastructure;

/// <summary>New statements in the layout of their neighbours.</summary>
internal static class StatementEdits
{
    /// <summary><c>client.EnableSsl = true;</c></summary>
    public static StatementSyntax Assign(ExpressionSyntax receiver, string member, ExpressionSyntax value)
        => SyntaxFactory.ExpressionStatement(SyntaxFactory.AssignmentExpression(
            SyntaxKind.SimpleAssignmentExpression,
            SyntaxFactory.MemberAccessExpression(
                SyntaxKind.SimpleMemberAccessExpression, receiver.WithoutTrivia(), SyntaxFactory.IdentifierName(member).WithTrailingTrivia(SyntaxFactory.Space)),
            SyntaxFactory.Token(SyntaxKind.EqualsToken).WithTrailingTrivia(SyntaxFactory.Space),
            value.WithoutTrivia()));

    /// <summary>Puts a statement behind another one. The only statement of an <c>if</c> or loop becomes a block of two.</summary>
    public static void InsertStatementAfter(this DocumentEdits edits, StatementSyntax statement, StatementSyntax added)
    {
        switch (statement.Parent)
        {
            case BlockSyntax or SwitchSectionSyntax:
                edits.InsertAfter(statement, LaidOut(added, statement));
                break;
            case GlobalStatementSyntax global:
                edits.InsertAfter(global, SyntaxFactory.GlobalStatement(LaidOut(added, statement)));
                break;
            default:
                edits.Update(statement, current => SyntaxFactory.Block(current, added).WithAdditionalAnnotations(Formatter.Annotation));
                break;
        }
    }

    /// <summary>Whether a statement stands in a list, so that others can come before it and it can go.</summary>
    public static bool IsInList(StatementSyntax statement)
        => statement.Parent is BlockSyntax or GlobalStatementSyntax or SwitchSectionSyntax { Statements.Count: > 1 };

    /// <summary>Puts a statement in front of one that stands in a list. The comments above that one stay with it.</summary>
    public static void InsertStatementBefore(this DocumentEdits edits, StatementSyntax statement, StatementSyntax added)
    {
        added = added.WithLeadingTrivia(Indentation(statement)).WithTrailingTrivia(Layout.NewLine(statement));
        if (statement.Parent is GlobalStatementSyntax global)
            edits.InsertBefore(global, SyntaxFactory.GlobalStatement(added));
        else
            edits.InsertBefore(statement, added);
    }

    /// <summary>Takes a statement away that stands in a list.</summary>
    public static void RemoveStatement(this DocumentEdits edits, StatementSyntax statement)
        => edits.Remove(statement.Parent is GlobalStatementSyntax global ? global : statement);

    private static StatementSyntax LaidOut(StatementSyntax added, StatementSyntax before)
        => Layout.EndsLine(before.GetTrailingTrivia())
            ? added.WithLeadingTrivia(Indentation(before)).WithTrailingTrivia(Layout.NewLine(before))
            : added.WithLeadingTrivia(before.GetTrailingTrivia().Count == 0 ? Layout.Space : SyntaxFactory.TriviaList()).WithTrailingTrivia(before.GetTrailingTrivia());

    // "{ a;" of a block that starts in the middle of a line has nothing to copy: the formatter sees to that.
    private static SyntaxTriviaList Indentation(StatementSyntax statement)
        => Layout.StartsLine(statement) ? Layout.Indentation(statement) : SyntaxFactory.TriviaList();
}
