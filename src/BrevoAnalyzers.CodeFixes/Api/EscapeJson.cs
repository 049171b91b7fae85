using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using BrevoAnalyzers.CodeFixes.Infrastructure;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Simplification;

namespace BrevoAnalyzers.CodeFixes;

/// <summary>BREVO4010: the values that are put into the JSON are escaped.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(EscapeJson))]
public sealed class EscapeJson : BrevoCodeFix
{
    private const string Encoder = "System.Text.Json.JsonEncodedText";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("BREVO4010");

    protected override IEnumerable<FixChoice> Choices(FixTarget target)
    {
        var parts = new List<ExpressionSyntax>();
        foreach (var location in target.Diagnostic.AdditionalLocations)
        {
            if (location.SourceTree?.FilePath != target.Root.SyntaxTree.FilePath
                || target.Root.FindNode(location.SourceSpan, getInnermostNodeForTie: true).FirstAncestorOrSelf<ExpressionSyntax>() is not { } part
                || target.Model.GetTypeInfo(part, target.CancellationToken).Type?.SpecialType != SpecialType.System_String
                || part.Parent is InterpolationSyntax { FormatClause: not null } or InterpolationSyntax { AlignmentClause: not null })
            {
                yield break;
            }

            parts.Add(part);
        }

        if (parts.Count == 0)
            yield break;

        Action<DocumentEdits> edit = edits =>
        {
            foreach (var part in parts)
                edits.Replace(part, Escaped(part));
        };
        if (target.Compiles(edit))
            yield return new FixChoice("Escape the values", nameof(EscapeJson), edit);
    }

    /// <summary>An argument of <c>Replace</c> has to be a string; elsewhere the text of an object is taken by itself.</summary>
    private static ExpressionSyntax Escaped(ExpressionSyntax part)
    {
        var call = SyntaxFactory.InvocationExpression(Imports.AddMember(Encoder, "Encode"), Expressions.Arguments(part));
        return part.Parent switch
        {
            ArgumentSyntax => Expressions.Call(call, "ToString"),

            // Written in full the name holds a colon, which an interpolation takes for a format; once it is short the parentheses go.
            InterpolationSyntax => SyntaxFactory.ParenthesizedExpression(call).WithAdditionalAnnotations(Simplifier.Annotation),
            _ => call,
        };
    }
}
