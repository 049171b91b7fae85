using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FindSymbols;

namespace BrevoAnalyzers.CodeFixes.Infrastructure;

/// <summary>Places that take nothing but a constant.</summary>
internal static class ConstantUse
{
    /// <summary>Whether no use of a const field, in any project, breaks when the value is only known at run time.</summary>
    public static async Task<bool> AllowsRunTimeValueAsync(Document document, SemanticModel model, VariableDeclaratorSyntax declarator, CancellationToken cancellationToken)
    {
        if (model.GetDeclaredSymbol(declarator, cancellationToken) is not { } constant)
            return false;

        foreach (var reference in await SymbolFinder.FindReferencesAsync(constant, document.Project.Solution, cancellationToken).ConfigureAwait(false))
        {
            foreach (var location in reference.Locations)
            {
                if (location.Document.SupportsSyntaxTree is false
                    || await location.Document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false) is not { } root)
                {
                    return false;
                }

                var use = root.FindNode(location.Location.SourceSpan, findInsideTrivia: true, getInnermostNodeForTie: true);
                if (IsRequiredAt(use) || RunsBefore(use, declarator))
                    return false;
            }
        }

        return true;
    }

    /// <summary>Whether the language wants a constant here.</summary>
    /// <param name="besidesDeclarators">The declarator of a constant does not count.</param>
    public static bool IsRequiredAt(SyntaxNode use, bool besidesDeclarators = false)
    {
        for (var node = use; node is not null; node = node.Parent)
        {
            switch (node)
            {
                case InvocationExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "nameof" } }:
                    return false;
                case AttributeSyntax or ParameterSyntax or ConstantPatternSyntax or CaseSwitchLabelSyntax or GotoStatementSyntax:
                    return true;
                case BinaryExpressionSyntax test when test.IsKind(SyntaxKind.IsExpression) && test.Right.Span.Contains(use.Span):
                    return true;
                case FieldDeclarationSyntax field:
                    return !besidesDeclarators && field.Modifiers.Any(SyntaxKind.ConstKeyword);
                case LocalDeclarationStatementSyntax local:
                    return !besidesDeclarators && local.IsConst;
                case StatementSyntax or MemberDeclarationSyntax or AnonymousFunctionExpressionSyntax:
                    return false;
            }
        }

        return false;
    }

    /// <summary>
    /// Whether a static initialiser of the same type uses the value and runs before it is there: constants are always
    /// there, static fields are filled in the order of the text, and of the files of a partial type nobody knows the order.
    /// </summary>
    private static bool RunsBefore(SyntaxNode use, VariableDeclaratorSyntax declarator)
    {
        var modifiers = use.FirstAncestorOrSelf<MemberDeclarationSyntax>() switch
        {
            FieldDeclarationSyntax field => field.Modifiers,
            PropertyDeclarationSyntax { Initializer: not null } property => property.Modifiers,
            _ => default,
        };
        return modifiers.Any(SyntaxKind.StaticKeyword)
            && (use.SyntaxTree != declarator.SyntaxTree || use.SpanStart < declarator.SpanStart);
    }
}
