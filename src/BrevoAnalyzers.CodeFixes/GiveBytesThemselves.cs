using System.Collections.Generic;
using System.Collections.Immutable;
using BrevoAnalyzers.CodeFixes.Infrastructure;
using BrevoAnalyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BrevoAnalyzers.CodeFixes;

/// <summary>BREVO4006: bytes that are encoded twice lose the encoding that the source adds.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(GiveBytesThemselves))]
public sealed class GiveBytesThemselves : BrevoCodeFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("BREVO4006");

    protected override IEnumerable<FixChoice> Choices(FixTarget target)
    {
        if (target.Property(InvalidAttachment.EncodedTwice) is null
            || target.Find<InvocationExpressionSyntax>() is not { ArgumentList.Arguments: { Count: 1 } arguments } bytes
            || bytes.Span != target.Diagnostic.Location.SourceSpan)
        {
            yield break;
        }

        var replacement = Bytes(target.Model, arguments[0].Expression, target.CancellationToken);
        void Edit(DocumentEdits edits) => edits.Replace(bytes, Precedence.Parenthesise(replacement, bytes));
        if (target.Compiles(Edit))
            yield return new FixChoice("Give the bytes themselves", nameof(GiveBytesThemselves), Edit);
    }

    /// <summary>What was encoded, where it stands in the call; else the text decoded.</summary>
    private static ExpressionSyntax Bytes(SemanticModel model, ExpressionSyntax text, System.Threading.CancellationToken cancellationToken)
    {
        if (text is InvocationExpressionSyntax { ArgumentList.Arguments: { Count: 1 } encoded }
            && model.GetTypeInfo(encoded[0].Expression, cancellationToken).Type is IArrayTypeSymbol { ElementType.SpecialType: SpecialType.System_Byte })
        {
            return encoded[0].Expression.WithoutTrivia();
        }

        return SyntaxFactory.InvocationExpression(
            Imports.AddMember("System.Convert", "FromBase64String"),
            SyntaxFactory.ArgumentList(SyntaxFactory.SingletonSeparatedList(SyntaxFactory.Argument(text.WithoutTrivia()))));
    }
}
