using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using BrevoAnalyzers.CodeFixes.Infrastructure;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BrevoAnalyzers.CodeFixes;

/// <summary>BREVO5001: a refused mail becomes an exception.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(EnsureSuccess))]
public sealed class EnsureSuccess : BrevoCodeFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("BREVO5001");

    protected override IEnumerable<FixChoice> Choices(FixTarget target)
    {
        if (target.Find<InvocationExpressionSyntax>() is not { } call)
            yield break;

        var response = Response(call);
        foreach (var method in new[] { "EnsureSuccessStatusCode", "ThrowIfError" })
        {
            if (Edit(response, method) is not { } edit || !target.Compiles(edit))
                continue;

            yield return new FixChoice($"Call {method}()", nameof(EnsureSuccess), edit);
            yield break;
        }
    }

    /// <summary>The whole expression that gives the response, <c>await</c> and <c>ConfigureAwait</c> included.</summary>
    private static ExpressionSyntax Response(InvocationExpressionSyntax call)
    {
        ExpressionSyntax response = call;
        while (response.Parent is ExpressionSyntax outer && outer is AwaitExpressionSyntax or ParenthesizedExpressionSyntax or MemberAccessExpressionSyntax or InvocationExpressionSyntax)
            response = outer;

        return response;
    }

    private static Action<DocumentEdits>? Edit(ExpressionSyntax response, string method)
    {
        switch (response.Parent)
        {
            case ExpressionStatementSyntax:
                return edits => edits.Replace(response, Checked(response, method));
            case AssignmentExpressionSyntax { Left: IdentifierNameSyntax { Identifier.ValueText: "_" }, Parent: ExpressionStatementSyntax } discard:
                return edits => edits.Replace(discard, Checked(response, method));
            case AssignmentExpressionSyntax { Left: IdentifierNameSyntax name, Parent: ExpressionStatementSyntax statement }:
                return edits => edits.InsertStatementAfter(statement, Check(name, method));
            case EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax { Variables.Count: 1, Parent: LocalDeclarationStatementSyntax statement } } declarator } when StatementEdits.IsInList(statement):
                return edits => edits.InsertStatementAfter(statement, Check(SyntaxFactory.IdentifierName(declarator.Identifier.WithoutTrivia()), method));
            default:
                return null;
        }
    }

    private static StatementSyntax Check(ExpressionSyntax response, string method) => SyntaxFactory.ExpressionStatement(Expressions.Call(response, method));

    private static ExpressionSyntax Checked(ExpressionSyntax response, string method) =>
        Expressions.Call(response is AwaitExpressionSyntax ? SyntaxFactory.ParenthesizedExpression(response.WithoutTrivia()) : response, method);
}
