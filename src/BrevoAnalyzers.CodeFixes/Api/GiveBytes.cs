using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using BrevoAnalyzers.CodeFixes.Infrastructure;
using BrevoAnalyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BrevoAnalyzers.CodeFixes;

/// <summary>BREVO4006: the bytes themselves, which the serialiser encodes.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(GiveBytes))]
public sealed class GiveBytes : BrevoCodeFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("BREVO4006");

    protected override IEnumerable<FixChoice> Choices(FixTarget target)
    {
        if (target.Property(InvalidAttachment.EncodedTwice) is null
            || target.Find<InvocationExpressionSyntax>() is not { ArgumentList.Arguments: { Count: 1 } text } bytes
            || text[0].Expression is not InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ToBase64String" }, ArgumentList.Arguments: { Count: 1 } source })
        {
            yield break;
        }

        Action<DocumentEdits> edit = edits => edits.Replace(bytes, source[0].Expression.WithoutTrivia());
        if (target.Compiles(edit))
            yield return new FixChoice("Give the bytes", nameof(GiveBytes), edit);
    }
}
