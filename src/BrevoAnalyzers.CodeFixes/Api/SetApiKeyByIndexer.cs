using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using BrevoAnalyzers.CodeFixes.Infrastructure;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BrevoAnalyzers.CodeFixes;

/// <summary>BREVO2008: the indexer takes the key as often as it is given.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SetApiKeyByIndexer))]
public sealed class SetApiKeyByIndexer : BrevoCodeFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("BREVO2008");

    protected override IEnumerable<FixChoice> Choices(FixTarget target)
    {
        if (target.Find<InvocationExpressionSyntax>() is not { Expression: MemberAccessExpressionSyntax { Expression: var keys }, ArgumentList.Arguments: { Count: 2 } given, Parent: ExpressionStatementSyntax or ArrowExpressionClauseSyntax or LambdaExpressionSyntax } add
            || given[0].NameColon is not null || given[1].NameColon is not null)
        {
            yield break;
        }

        var indexer = SyntaxFactory.ElementAccessExpression(keys.WithoutTrailingTrivia(), SyntaxFactory.BracketedArgumentList(SyntaxFactory.SingletonSeparatedList(SyntaxFactory.Argument(given[0].Expression.WithoutTrivia()))));
        var assignment = SyntaxFactory.AssignmentExpression(
            SyntaxKind.SimpleAssignmentExpression,
            indexer.WithTrailingTrivia(SyntaxFactory.Space),
            SyntaxFactory.Token(SyntaxKind.EqualsToken).WithTrailingTrivia(SyntaxFactory.Space),
            given[1].Expression.WithoutTrivia());
        Action<DocumentEdits> edit = edits => edits.Replace(add, assignment);
        if (target.Compiles(edit))
            yield return new FixChoice("Set the key by the indexer", nameof(SetApiKeyByIndexer), edit);
    }
}
