using System.Collections.Generic;
using System.Collections.Immutable;
using BrevoAnalyzers.CodeFixes.Infrastructure;
using BrevoAnalyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BrevoAnalyzers.CodeFixes;

/// <summary>BREVO5004: the word of the vocabulary in use.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ReplaceEventName))]
public sealed class ReplaceEventName : BrevoCodeFix
{
    /// <summary>In a URL the same word may stand elsewhere too.</summary>
    private const string Query = "event=";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("BREVO5004");

    protected override IEnumerable<FixChoice> Choices(FixTarget target)
    {
        if (target.Property(UnknownEventName.WrongWord) is not { } wrong || target.Property(UnknownEventName.RightWord) is not { } right)
            yield break;

        var span = target.Diagnostic.Location.SourceSpan;
        foreach (var node in target.Node.DescendantNodesAndSelf())
        {
            if (node is not (LiteralExpressionSyntax { RawKind: (int)SyntaxKind.StringLiteralExpression } or InterpolatedStringTextSyntax) || IsSharedConstant(node))
                continue;

            // Of a literal that holds more than the word, the finding stands on a part.
            var text = node.ToString();
            var from = span.Start > node.SpanStart ? span.Start - node.SpanStart : 0;
            var at = IndexOfWord(text, Query + wrong, from);
            at = at < 0 ? IndexOfWord(text, wrong, from) : at + Query.Length;
            if (at < 0)
                continue;

            var written = text.Substring(0, at) + right + text.Substring(at + wrong.Length);
            yield return new FixChoice($"Use the event name '{right}'", nameof(ReplaceEventName), edits => edits.Replace(node, Written(node, written)));
            yield break;
        }
    }

    private static SyntaxNode Written(SyntaxNode node, string text) => node is InterpolatedStringTextSyntax
        ? SyntaxFactory.InterpolatedStringText(SyntaxFactory.Token(SyntaxTriviaList.Empty, SyntaxKind.InterpolatedStringTextToken, text, text, SyntaxTriviaList.Empty))
        : SyntaxFactory.ParseExpression(text);

    /// <summary>A constant may be right where else it is used: the same word can belong to another vocabulary.</summary>
    private static bool IsSharedConstant(SyntaxNode literal)
    {
        if (literal.Parent is not EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent.Parent: FieldDeclarationSyntax field } declarator })
            return false;
        if (!field.Modifiers.Any(SyntaxKind.PrivateKeyword) || field.FirstAncestorOrSelf<TypeDeclarationSyntax>() is not { } type || type.Modifiers.Any(SyntaxKind.PartialKeyword))
            return true;

        var uses = 0;
        foreach (var token in type.DescendantTokens())
        {
            if (token.IsKind(SyntaxKind.IdentifierToken) && token.ValueText == declarator.Identifier.ValueText)
                uses++;
        }

        return uses > 2;
    }

    private static int IndexOfWord(string text, string word, int from)
    {
        for (var at = text.IndexOf(word, from, System.StringComparison.Ordinal); at >= 0; at = text.IndexOf(word, at + 1, System.StringComparison.Ordinal))
        {
            if (!IsPartOfWord(text, at - 1) && !IsPartOfWord(text, at + word.Length))
                return at;
        }

        return -1;
    }

    private static bool IsPartOfWord(string text, int at) => at >= 0 && at < text.Length && (char.IsLetterOrDigit(text[at]) || text[at] == '_');
}
