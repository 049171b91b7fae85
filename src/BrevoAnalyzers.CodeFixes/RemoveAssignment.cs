using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using BrevoAnalyzers.CodeFixes.Infrastructure;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BrevoAnalyzers.CodeFixes;

/// <summary>BREVO1007, BREVO1009: a setting that weakens TLS, and that Brevo's certificates do not need, goes.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RemoveAssignment))]
public sealed class RemoveAssignment : BrevoCodeFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("BREVO1007", "BREVO1009");

    protected override IEnumerable<FixChoice> Choices(FixTarget target)
    {
        if (AssignmentOf(target.Node) is { } assignment && Removal(assignment) is { } edit && target.Compiles(edit))
            yield return new FixChoice(target.Diagnostic.Id == "BREVO1007" ? "Validate the server's certificate" : "Check for revoked certificates", nameof(RemoveAssignment), edit);
    }

    /// <summary>The assignment whose value stands at <paramref name="value"/> itself: a name for it may serve others too.</summary>
    private static AssignmentExpressionSyntax? AssignmentOf(SyntaxNode value)
    {
        var node = value;
        while (node.Parent is ParenthesizedExpressionSyntax or CastExpressionSyntax or BaseObjectCreationExpressionSyntax or ArgumentSyntax or ArgumentListSyntax)
            node = node.Parent;

        return node.Parent is AssignmentExpressionSyntax assignment && assignment.Right == node ? assignment : null;
    }

    /// <summary>Takes an assignment away, where it is a statement or a member of an initializer.</summary>
    internal static Action<DocumentEdits>? Removal(AssignmentExpressionSyntax assignment) => assignment.Parent switch
    {
        InitializerExpressionSyntax => edits => edits.RemoveMember(assignment),
        ExpressionStatementSyntax statement when StatementEdits.IsInList(statement) => edits => edits.RemoveStatement(statement),
        _ => null,
    };
}
