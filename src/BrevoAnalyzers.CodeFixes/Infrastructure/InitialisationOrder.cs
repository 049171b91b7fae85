using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BrevoAnalyzers.CodeFixes.Infrastructure;

/// <summary>Keeps a fix from reading a field that is still null: the compiler does not see that.</summary>
internal static class InitialisationOrder
{
    /// <summary>Whether code at this place can run before the field or property has its value.</summary>
    public static bool MayPrecede(SyntaxNode place, ISymbol member, CancellationToken cancellationToken)
    {
        switch (place.FirstAncestorOrSelf<MemberDeclarationSyntax>())
        {
            case FieldDeclarationSyntax or PropertyDeclarationSyntax { Initializer: not null }:
                // Initialisers run in the order of the text, and an instance's members cannot be named in them at all.
                return !member.IsStatic || !IsInitialised(member, cancellationToken) || !StandsBefore(member, place);

            case ConstructorDeclarationSyntax constructor:
                return member.ContainingType is { } type
                    && place.FirstAncestorOrSelf<TypeDeclarationSyntax>()?.Identifier.ValueText == type.Name
                    && !IsInitialised(member, cancellationToken)
                    && !IsAssignedBefore(constructor, member.Name, place);

            default:
                return false;
        }
    }

    /// <summary><c>x</c> of <c>x</c> and <c>this.x</c>.</summary>
    public static string? NameOf(ExpressionSyntax target) => target switch
    {
        IdentifierNameSyntax name => name.Identifier.ValueText,
        MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax } access => access.Name.Identifier.ValueText,
        _ => null,
    };

    private static bool IsInitialised(ISymbol member, CancellationToken cancellationToken)
    {
        foreach (var declaration in member.DeclaringSyntaxReferences)
        {
            if (declaration.GetSyntax(cancellationToken) is VariableDeclaratorSyntax { Initializer: not null } or PropertyDeclarationSyntax { Initializer: not null } or PropertyDeclarationSyntax { ExpressionBody: not null })
                return true;
        }

        return false;
    }

    private static bool StandsBefore(ISymbol member, SyntaxNode place)
        => member.Locations is { Length: > 0 } locations
        && locations[0].SourceTree == place.SyntaxTree
        && locations[0].SourceSpan.Start < place.SpanStart;

    private static bool IsAssignedBefore(ConstructorDeclarationSyntax constructor, string name, SyntaxNode place)
    {
        foreach (var node in constructor.DescendantNodes())
        {
            if (node.Span.End <= place.SpanStart
                && node is AssignmentExpressionSyntax assignment
                && assignment.IsKind(SyntaxKind.SimpleAssignmentExpression)
                && NameOf(assignment.Left) == name)
            {
                return true;
            }
        }

        return false;
    }
}
