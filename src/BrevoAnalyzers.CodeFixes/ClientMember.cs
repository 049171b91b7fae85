using System;
using BrevoAnalyzers.CodeFixes.Infrastructure;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BrevoAnalyzers.CodeFixes;

/// <summary>Sets a member of a client the way its other members are set.</summary>
internal static class ClientMember
{
    /// <summary>In the initializer; or, where the next statement sets a member of the variable, as a statement before that one.</summary>
    public static void Set(DocumentEdits edits, BaseObjectCreationExpressionSyntax creation, string member, ExpressionSyntax value)
    {
        if (creation.Initializer is null && creation.FirstAncestorOrSelf<StatementSyntax>() is { } statement && VariableOf(creation) is { } variable && IsSetUpAfter(statement, variable))
            edits.InsertStatementAfter(statement, StatementEdits.Assign(variable, member, value));
        else
            edits.SetMember(creation, member, value);
    }

    private static ExpressionSyntax? VariableOf(BaseObjectCreationExpressionSyntax creation) => creation.Parent switch
    {
        EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent.Parent: LocalDeclarationStatementSyntax } declarator } => Name(declarator.Identifier),
        AssignmentExpressionSyntax { Parent: ExpressionStatementSyntax } assignment when assignment.Right == creation => assignment.Left,
        _ => null,
    };

    private static ExpressionSyntax Name(SyntaxToken identifier) => SyntaxFactory.IdentifierName(identifier.WithoutTrivia());

    private static bool IsSetUpAfter(StatementSyntax statement, ExpressionSyntax variable) =>
        Next(statement) is ExpressionStatementSyntax { Expression: AssignmentExpressionSyntax { Left: MemberAccessExpressionSyntax { Expression: var receiver } } }
        && SyntaxFactory.AreEquivalent(receiver, variable);

    private static StatementSyntax? Next(StatementSyntax statement)
    {
        var parent = statement.Parent is GlobalStatementSyntax ? statement.Parent : (SyntaxNode)statement;
        var found = false;
        foreach (var sibling in parent.Parent?.ChildNodes() ?? Array.Empty<SyntaxNode>())
        {
            if (found)
                return sibling as StatementSyntax ?? (sibling as GlobalStatementSyntax)?.Statement;
            found = sibling == parent;
        }

        return null;
    }
}
