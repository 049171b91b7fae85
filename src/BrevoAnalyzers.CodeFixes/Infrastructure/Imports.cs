using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Simplification;

namespace BrevoAnalyzers.CodeFixes.Infrastructure;

/// <summary>
/// Names that bring their <c>using</c> along. They are written in full, so that they mean the right type wherever they
/// stand, and marked; <see cref="CleanUp"/> adds the directive and shortens them as far as the place allows.
/// </summary>
internal static class Imports
{
    /// <summary>A type as an expression: the <c>Environment</c> of <c>Environment.Exit</c>.</summary>
    /// <param name="fullName">Namespace and name: "System.Environment". Not generic, not nested.</param>
    public static ExpressionSyntax AddExpression(string fullName)
        => Mark(SyntaxFactory.ParseExpression("global::" + fullName));

    /// <summary>A type where a type is expected: after <c>new</c>, in a declaration.</summary>
    /// <inheritdoc cref="AddExpression" path="/param"/>
    public static TypeSyntax AddType(string fullName)
        => Mark(SyntaxFactory.ParseTypeName("global::" + fullName));

    /// <summary>A static member or an enum's value: <c>SecureSocketOptions.StartTls</c>.</summary>
    /// <inheritdoc cref="AddExpression" path="/param"/>
    public static MemberAccessExpressionSyntax AddMember(string fullName, string member)
        => SyntaxFactory.MemberAccessExpression(
            SyntaxKind.SimpleMemberAccessExpression, AddExpression(fullName), SyntaxFactory.IdentifierName(member));

    private static T Mark<T>(T name)
        where T : SyntaxNode
        => name.WithAdditionalAnnotations(Simplifier.Annotation, Simplifier.AddImportsAnnotation);
}
