using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using BrevoAnalyzers.CodeFixes.Infrastructure;
using BrevoAnalyzers.Model;
using BrevoAnalyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BrevoAnalyzers.CodeFixes;

/// <summary>BREVO3003: each of the senders that the project says are verified.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(UseVerifiedSender))]
public sealed class UseVerifiedSender : BrevoCodeFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("BREVO3003");

    protected override IEnumerable<FixChoice> Choices(FixTarget target)
    {
        if (target.Node is not LiteralExpressionSyntax { Token.Value: string text } literal || target.Property(UnverifiedSender.Verified) is not { } senders)
            yield break;

        var count = 0;
        foreach (var sender in senders.Split(new[] { ',' }, StringSplitOptions.RemoveEmptyEntries))
        {
            // A name around the address stays: "Shop <shop@example.com>".
            var replacement = SyntaxFactory.LiteralExpression(SyntaxKind.StringLiteralExpression, SyntaxFactory.Literal(text.Replace(MailAddressText.Bare(text), sender)));
            yield return new FixChoice(
                $"Send from {sender}",
                nameof(UseVerifiedSender) + (count++ == 0 ? "" : count.ToString(CultureInfo.InvariantCulture)),
                edits => edits.Replace(literal, replacement));
        }
    }
}
