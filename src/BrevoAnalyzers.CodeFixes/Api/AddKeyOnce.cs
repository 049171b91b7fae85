using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using BrevoAnalyzers.CodeFixes.Infrastructure;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BrevoAnalyzers.CodeFixes;

/// <summary>BREVO2009: the key goes to the request that is sent, or to where the client is set up.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AddKeyOnce))]
public sealed class AddKeyOnce : BrevoCodeFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("BREVO2009");

    protected override IEnumerable<FixChoice> Choices(FixTarget target)
    {
        if (target.Find<InvocationExpressionSyntax>() is not { Expression: MemberAccessExpressionSyntax add, Parent: ExpressionStatementSyntax statement } || !StatementEdits.IsInList(statement))
            yield break;

        if (ToRequest(statement, add) is { } onRequest && target.Compiles(onRequest))
            yield return new FixChoice("Add the key to the request", nameof(AddKeyOnce), onRequest);
        else if (ToConstructor(statement) is { } once && target.Compiles(once))
            yield return new FixChoice("Add the key in the constructor", nameof(AddKeyOnce), once);
    }

    /// <summary>The method makes one message of its own: that carries the key.</summary>
    private static Action<DocumentEdits>? ToRequest(ExpressionStatementSyntax statement, MemberAccessExpressionSyntax add)
    {
        if (statement.FirstAncestorOrSelf<BaseMethodDeclarationSyntax>() is not { Body: { } body })
            return null;

        LocalDeclarationStatementSyntax? only = null;
        foreach (var node in body.DescendantNodes())
        {
            if (node is not LocalDeclarationStatementSyntax { Declaration.Variables: { Count: 1 } variables } declaration || !MakesMessage(declaration.Declaration, variables[0]))
                continue;
            if (only is not null)
                return null;

            only = declaration;
        }

        if (only is null || !StatementEdits.IsInList(only))
            return null;

        var message = SyntaxFactory.IdentifierName(only.Declaration.Variables[0].Identifier.WithoutTrivia());
        var headers = SyntaxFactory.MemberAccessExpression(SyntaxKind.SimpleMemberAccessExpression, message, SyntaxFactory.IdentifierName("Headers"));
        if (only.SpanStart < statement.SpanStart && only.Parent!.Span.Contains(statement.Span))
            return edits => edits.Replace(add.Expression, headers);

        var moved = statement.ReplaceNode(add.Expression, headers).WithoutTrivia();
        return edits =>
        {
            edits.RemoveStatement(statement);
            edits.InsertStatementAfter(only, moved);
        };
    }

    private static bool MakesMessage(VariableDeclarationSyntax declaration, VariableDeclaratorSyntax variable) =>
        variable.Initializer?.Value switch
        {
            ObjectCreationExpressionSyntax made => Name(made.Type) == "HttpRequestMessage",
            ImplicitObjectCreationExpressionSyntax => Name(declaration.Type) == "HttpRequestMessage",
            _ => false,
        };

    private static string Name(TypeSyntax type) => type switch
    {
        QualifiedNameSyntax qualified => qualified.Right.Identifier.ValueText,
        SimpleNameSyntax simple => simple.Identifier.ValueText,
        _ => "",
    };

    /// <summary>The type's only constructor takes the statement over, if what it names is there.</summary>
    private static Action<DocumentEdits>? ToConstructor(ExpressionStatementSyntax statement)
    {
        if (statement.FirstAncestorOrSelf<TypeDeclarationSyntax>() is not { } type)
            return null;

        ConstructorDeclarationSyntax? only = null;
        foreach (var member in type.Members)
        {
            if (member is not ConstructorDeclarationSyntax constructor || constructor.Modifiers.Any(SyntaxKind.StaticKeyword))
                continue;
            if (only is not null)
                return null;

            only = constructor;
        }

        if (only?.Body?.Statements is not { Count: > 0 } statements || NamesLocal(statement))
            return null;

        return edits =>
        {
            edits.RemoveStatement(statement);
            edits.InsertStatementAfter(statements[statements.Count - 1], statement.WithoutTrivia());
        };
    }

    /// <summary>What is a local or parameter of the method may be another thing of that name in the constructor.</summary>
    private static bool NamesLocal(ExpressionStatementSyntax statement)
    {
        var names = new HashSet<string>();
        if (statement.FirstAncestorOrSelf<BaseMethodDeclarationSyntax>() is { } method)
        {
            foreach (var node in method.DescendantNodes())
            {
                if (node is VariableDeclaratorSyntax variable)
                    names.Add(variable.Identifier.ValueText);
                else if (node is ParameterSyntax parameter)
                    names.Add(parameter.Identifier.ValueText);
            }
        }

        foreach (var node in statement.DescendantNodes())
        {
            if (node is IdentifierNameSyntax name && names.Contains(name.Identifier.ValueText))
                return true;
        }

        return false;
    }
}
