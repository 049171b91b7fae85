using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BrevoAnalyzers.CodeFixes.Infrastructure;

/// <summary>New expressions that several fixes write.</summary>
internal static class Expressions
{
    public static LiteralExpressionSyntax Text(string value) => SyntaxFactory.LiteralExpression(SyntaxKind.StringLiteralExpression, SyntaxFactory.Literal(value));

    /// <summary><c>receiver.Method(first, second)</c></summary>
    public static InvocationExpressionSyntax Call(ExpressionSyntax receiver, string method, params ExpressionSyntax[] arguments) =>
        SyntaxFactory.InvocationExpression(
            SyntaxFactory.MemberAccessExpression(SyntaxKind.SimpleMemberAccessExpression, receiver.WithoutTrivia(), SyntaxFactory.IdentifierName(method)),
            Arguments(arguments));

    public static ArgumentListSyntax Arguments(params ExpressionSyntax[] arguments)
    {
        var list = SyntaxFactory.SeparatedList<ArgumentSyntax>();
        foreach (var argument in arguments)
            list = list.Add(SyntaxFactory.Argument(argument.WithoutTrivia()).WithLeadingTrivia(list.Count == 0 ? SyntaxFactory.TriviaList() : Layout.Space));

        return SyntaxFactory.ArgumentList(list);
    }
}
