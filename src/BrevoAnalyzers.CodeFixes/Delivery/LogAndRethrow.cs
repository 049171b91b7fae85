using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using BrevoAnalyzers.CodeFixes.Infrastructure;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;

namespace BrevoAnalyzers.CodeFixes;

/// <summary>BREVO5002: an empty catch logs the failure and passes it on.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(LogAndRethrow))]
public sealed class LogAndRethrow : BrevoCodeFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("BREVO5002");

    protected override IEnumerable<FixChoice> Choices(FixTarget target)
    {
        if (target.Find<CatchClauseSyntax>() is not { Block.Statements.Count: 0 } handler)
            yield break;

        var exception = handler.Declaration?.Identifier is { ValueText: { Length: > 0 } name } ? name : FreeName(target, handler);
        foreach (var logger in LoggersAt(target, handler))
        {
            Action<DocumentEdits> edit = edits => edits.Update(handler, current => Handled(current, logger, exception));
            if (!target.Compiles(edit))
                continue;

            yield return new FixChoice("Log the failure and rethrow it", nameof(LogAndRethrow), edit);
            yield break;
        }
    }

    /// <summary>The names in scope that stand for a logger, those of the type before inherited ones.</summary>
    private static IEnumerable<string> LoggersAt(FixTarget target, CatchClauseSyntax handler)
    {
        foreach (var symbol in target.Model.LookupSymbols(handler.Block.CloseBraceToken.SpanStart))
        {
            var type = symbol switch
            {
                IFieldSymbol field => field.Type,
                IPropertySymbol property => property.Type,
                IParameterSymbol parameter => parameter.Type,
                ILocalSymbol local => local.Type,
                _ => null,
            };
            if (type is { Name: "ILogger", ContainingNamespace: { Name: "Logging", ContainingNamespace.Name: "Extensions" } })
                yield return symbol.Name;
        }
    }

    private static string FreeName(FixTarget target, CatchClauseSyntax handler)
    {
        foreach (var name in new[] { "exception", "failure" })
        {
            if (target.Model.LookupSymbols(handler.SpanStart, name: name).IsEmpty)
                return name;
        }

        return "sendFailure";
    }

    private static CatchClauseSyntax Handled(CatchClauseSyntax handler, string logger, string exception)
    {
        var declaration = handler.Declaration is { } given
            ? given.WithIdentifier(SyntaxFactory.Identifier(exception)).WithType(given.Type.WithTrailingTrivia(SyntaxFactory.Space))
            : SyntaxFactory.CatchDeclaration(Imports.AddType("System.Exception").WithTrailingTrivia(SyntaxFactory.Space), SyntaxFactory.Identifier(exception)).WithTrailingTrivia(handler.CatchKeyword.TrailingTrivia);
        var log = SyntaxFactory.ExpressionStatement(Expressions.Call(SyntaxFactory.IdentifierName(logger), "LogError", SyntaxFactory.IdentifierName(exception), Expressions.Text("Brevo did not take the mail")));

        // A comment in the empty block stays above what is written now.
        var block = handler.Block;
        var comments = block.CloseBraceToken.LeadingTrivia;
        if (Layout.HasComment(comments))
        {
            log = log.WithLeadingTrivia(comments);
            block = block.WithCloseBraceToken(block.CloseBraceToken.WithLeadingTrivia());
        }

        return handler
            .WithCatchKeyword(handler.CatchKeyword.WithTrailingTrivia(SyntaxFactory.Space))
            .WithDeclaration(declaration)
            .WithBlock(block.AddStatements(log, SyntaxFactory.ThrowStatement()).WithAdditionalAnnotations(Formatter.Annotation));
    }
}
