using System.Threading;
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
    private const string MarkKind = "BrevoAnalyzers.Import";

    /// <summary>A type as an expression: the <c>Environment</c> of <c>Environment.Exit</c>.</summary>
    /// <param name="fullName">Namespace and name: "System.Environment". Not generic, not nested.</param>
    public static ExpressionSyntax AddExpression(string fullName)
        => Mark(SyntaxFactory.ParseExpression("global::" + fullName), fullName);

    /// <summary>A type where a type is expected: after <c>new</c>, in a declaration.</summary>
    /// <inheritdoc cref="AddExpression" path="/param"/>
    public static TypeSyntax AddType(string fullName)
        => Mark(SyntaxFactory.ParseTypeName("global::" + fullName), fullName);

    /// <summary>A static member or an enum's value: <c>SecureSocketOptions.StartTls</c>.</summary>
    /// <inheritdoc cref="AddExpression" path="/param"/>
    public static MemberAccessExpressionSyntax AddMember(string fullName, string member)
        => SyntaxFactory.MemberAccessExpression(
            SyntaxKind.SimpleMemberAccessExpression, AddExpression(fullName), SyntaxFactory.IdentifierName(member));

    /// <summary>All marked names without their namespaces.</summary>
    internal static SyntaxNode Shorten(SyntaxNode root)
        => root.ReplaceNodes(root.GetAnnotatedNodes(MarkKind), (_, name) => (name switch
        {
            MemberAccessExpressionSyntax access => access.Name,
            QualifiedNameSyntax qualified => qualified.Right,
            _ => name,
        }).WithTriviaFrom(name).WithAdditionalAnnotations(name.GetAnnotations(MarkKind)));

    /// <summary>Whether no marked name needs a using: the file has it, or a global one, or nothing was marked.</summary>
    internal static bool AreShort(SyntaxNode root)
    {
        foreach (var name in root.GetAnnotatedNodes(MarkKind))
        {
            if (name is not SimpleNameSyntax)
                return false;
        }

        return true;
    }

    /// <summary>Whether each marked name still means the type that it was made for.</summary>
    internal static bool MeanTheirTypes(SyntaxNode root, SemanticModel model, CancellationToken cancellationToken)
    {
        foreach (var annotated in root.GetAnnotatedNodesAndTokens(MarkKind))
        {
            foreach (var mark in annotated.GetAnnotations(MarkKind))
            {
                var name = model.SyntaxTree.GetRoot(cancellationToken).FindNode(annotated.Span, getInnermostNodeForTie: true);
                if (model.GetSymbolInfo(name, cancellationToken).Symbol is not ITypeSymbol type || type.ToDisplayString() != mark.Data)
                    return false;
            }
        }

        return true;
    }

    private static T Mark<T>(T name, string fullName)
        where T : SyntaxNode
        => name.WithAdditionalAnnotations(Simplifier.Annotation, Simplifier.AddImportsAnnotation, new SyntaxAnnotation(MarkKind, fullName));
}
