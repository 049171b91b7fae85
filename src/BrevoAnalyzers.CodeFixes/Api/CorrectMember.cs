using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using BrevoAnalyzers.CodeFixes.Infrastructure;
using BrevoAnalyzers.Model;
using BrevoAnalyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BrevoAnalyzers.CodeFixes;

/// <summary>BREVO4002: the name that Brevo knows, and the shape that the member needs.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(CorrectMember))]
public sealed class CorrectMember : BrevoCodeFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("BREVO4002");

    protected override IEnumerable<FixChoice> Choices(FixTarget target)
    {
        if (target.Property(UnknownPayloadMember.Member) is not { } member)
            yield break;

        var shape = target.Property(UnknownPayloadMember.Shape);
        if (Edit(target, member, shape) is { } edit && target.Compiles(edit))
            yield return new FixChoice(shape is null ? $"Call it {member}" : $"Write {member} as Brevo reads it", nameof(CorrectMember), edit);
    }

    private static Action<DocumentEdits>? Edit(FixTarget target, string member, string? shape)
    {
        if (target.Node.FirstAncestorOrSelf<AnonymousObjectMemberDeclaratorSyntax>() is { } declarator && (declarator.NameEquals?.Name == target.Node || declarator.Expression == target.Node))
            return OfAnonymous(declarator, member, shape is null ? declarator.Expression : Shaped(target, declarator.Expression, shape));

        return shape is null ? OfText(target, member) : null;
    }

    private static Action<DocumentEdits>? OfAnonymous(AnonymousObjectMemberDeclaratorSyntax declarator, string member, ExpressionSyntax? value)
    {
        if (value is null)
            return null;

        var name = SyntaxFactory.IdentifierName(SyntaxFacts.GetKeywordKind(member) == SyntaxKind.None ? member : "@" + member);
        if (declarator.NameEquals is { } named)
        {
            return edits =>
            {
                edits.Replace(named.Name, name);
                if (value != declarator.Expression)
                    edits.Replace(declarator.Expression, value);
            };
        }

        return edits => edits.Replace(declarator, SyntaxFactory.AnonymousObjectMemberDeclarator(NameEquals(name), value.WithoutTrivia()));
    }

    private static NameEqualsSyntax NameEquals(IdentifierNameSyntax name) =>
        SyntaxFactory.NameEquals(name.WithTrailingTrivia(SyntaxFactory.Space), SyntaxFactory.Token(SyntaxKind.EqualsToken).WithTrailingTrivia(SyntaxFactory.Space));

    /// <summary>A name in a text of its own: a dictionary's key, an attribute's argument. In JSON the text around it would change too.</summary>
    private static Action<DocumentEdits>? OfText(FixTarget target, string member) =>
        target.Node is LiteralExpressionSyntax { RawKind: (int)SyntaxKind.StringLiteralExpression } literal && literal.Span == target.Diagnostic.Location.SourceSpan
            ? edits => edits.Replace(literal, Expressions.Text(member))
            : null;

    /// <summary>The value in the shape that the member needs; null where no single way leads there.</summary>
    private static ExpressionSyntax? Shaped(FixTarget target, ExpressionSyntax value, string shape)
    {
        var type = target.Model.GetTypeInfo(value, target.CancellationToken).Type;
        var isText = type?.SpecialType == SpecialType.System_String;
        switch (shape)
        {
            case nameof(JsonShape.ArrayOfObjects) when isText:
                return Parse($"new[] {{ {Person(target, value)} }}");
            case nameof(JsonShape.ArrayOfObjects) when type is { IsAnonymousType: true }:
                return Parse($"new[] {{ {value.WithoutTrivia()} }}");
            case nameof(JsonShape.Object) when isText:
                return Parse(Person(target, value));
            case nameof(JsonShape.Object) when value is ImplicitArrayCreationExpressionSyntax { Initializer.Expressions: { Count: 1 } only }:
                return only[0].WithoutTrivia();
            case nameof(JsonShape.ArrayOfStrings) when isText:
                return Parse($"new[] {{ {value.WithoutTrivia()} }}");
            default:
                return null;
        }
    }

    /// <summary><c>new { email = … }</c>; of a constant <c>Name &lt;address&gt;</c> both parts.</summary>
    private static string Person(FixTarget target, ExpressionSyntax value)
    {
        if (value is LiteralExpressionSyntax { Token.Value: string text } && text.IndexOf('<') is > 0 and var start && MailAddressText.Bare(text) is var address && MailAddressText.IsAddress(address))
            return $"new {{ name = {Expressions.Text(text.Substring(0, start).Trim().Trim('"').Trim())}, email = {Expressions.Text(address)} }}";

        return value is IdentifierNameSyntax { Identifier.ValueText: "email" } ? "new { email }" : $"new {{ email = {value.WithoutTrivia()} }}";
    }

    private static ExpressionSyntax? Parse(string text)
    {
        var expression = SyntaxFactory.ParseExpression(text);
        return expression.ContainsDiagnostics ? null : expression;
    }
}
