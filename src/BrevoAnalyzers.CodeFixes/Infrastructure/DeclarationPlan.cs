using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace BrevoAnalyzers.CodeFixes.Infrastructure;

/// <summary>
/// What becomes of the declaration that a constant initialises, when its value is only known at run time: a const field
/// becomes static readonly, a const local a plain one.
/// </summary>
internal sealed class DeclarationPlan
{
    private readonly SyntaxNode? _constant;

    private DeclarationPlan(SyntaxNode? constant, TextSpan region)
    {
        _constant = constant;
        Region = region;
    }

    /// <summary>The part of the file in which the edit can break something.</summary>
    public TextSpan Region { get; }

    /// <summary>Null when the value must stay a constant.</summary>
    public static async Task<DeclarationPlan?> ForAsync(Document document, SemanticModel model, ExpressionSyntax value, CancellationToken cancellationToken)
    {
        var root = value.SyntaxTree.GetRoot(cancellationToken);
        if (ConstantUse.IsRequiredAt(value, besidesDeclarators: true))
            return null;

        var declarator = (value.Parent as EqualsValueClauseSyntax)?.Parent as VariableDeclaratorSyntax;
        switch (declarator?.Parent?.Parent)
        {
            case FieldDeclarationSyntax field when field.Modifiers.Any(SyntaxKind.ConstKeyword):
                return await ConstantUse.AllowsRunTimeValueAsync(document, model, declarator!, cancellationToken).ConfigureAwait(false)
                    ? new DeclarationPlan(field, root.FullSpan)
                    : null;

            case LocalDeclarationStatementSyntax { IsConst: true } local:
                return new DeclarationPlan(local, RegionOf(local, root));

            default:
                return new DeclarationPlan(constant: null, RegionOf(value, root));
        }
    }

    public void Record(DocumentEdits edits)
    {
        if (_constant is FieldDeclarationSyntax field)
            edits.Update(field, current => current.WithModifiers(StaticReadonly(current.Modifiers)));
        else if (_constant is LocalDeclarationStatementSyntax local)
            edits.Update(local, WithoutConst);
    }

    // Top-level statements are one body, though each is a member of its own.
    private static TextSpan RegionOf(SyntaxNode node, SyntaxNode root)
        => node.FirstAncestorOrSelf<MemberDeclarationSyntax>(member => member is not GlobalStatementSyntax)?.FullSpan ?? root.FullSpan;

    private static SyntaxTokenList StaticReadonly(SyntaxTokenList modifiers)
    {
        var index = modifiers.IndexOf(SyntaxKind.ConstKeyword);
        if (index < 0)
            return modifiers;

        var constant = modifiers[index];
        return modifiers.RemoveAt(index).InsertRange(index, new[]
        {
            SyntaxFactory.Token(constant.LeadingTrivia, SyntaxKind.StaticKeyword, SyntaxFactory.TriviaList(SyntaxFactory.Space)),
            SyntaxFactory.Token(default, SyntaxKind.ReadOnlyKeyword, constant.TrailingTrivia),
        });
    }

    private static LocalDeclarationStatementSyntax WithoutConst(LocalDeclarationStatementSyntax local)
    {
        var index = local.Modifiers.IndexOf(SyntaxKind.ConstKeyword);
        if (index < 0)
            return local;

        var constant = local.Modifiers[index];
        var trivia = constant.LeadingTrivia;
        foreach (var trailing in constant.TrailingTrivia)
        {
            if (!trailing.IsKind(SyntaxKind.WhitespaceTrivia) || trivia.Count > constant.LeadingTrivia.Count)
                trivia = trivia.Add(trailing);
        }

        local = local.WithModifiers(local.Modifiers.RemoveAt(index));
        return local.WithLeadingTrivia(trivia.AddRange(local.GetLeadingTrivia()));
    }
}
