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

/// <summary>BREVO4008: the URL or path that Brevo has.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(CorrectEndpoint))]
public sealed class CorrectEndpoint : BrevoCodeFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("BREVO4008");

    protected override IEnumerable<FixChoice> Choices(FixTarget target)
    {
        if (target.Property(WrongEndpoint.Cure) is not { } cure
            || target.Node is not LiteralExpressionSyntax { RawKind: (int)SyntaxKind.StringLiteralExpression, Token.Value: string url } literal
            || Cured(url, cure) is not var (title, cured))
        {
            yield break;
        }

        Action<DocumentEdits> edit = edits => edits.Replace(literal, Expressions.Text(cured));
        if (target.Compiles(edit))
            yield return new FixChoice(title, nameof(CorrectEndpoint), edit);
    }

    private static (string Title, string Url)? Cured(string url, string cure)
    {
        switch (cure)
        {
            case WrongEndpoint.WriteWhole:
                return ("Use " + BrevoFacts.ApiBasePath + BrevoFacts.SendEmailPath, BrevoFacts.ApiBasePath + BrevoFacts.SendEmailPath);
            case WrongEndpoint.WriteHttps when url.TrimStart().StartsWith("http://", StringComparison.OrdinalIgnoreCase):
                return ("Use https", "https://" + url.TrimStart().Substring("http://".Length));
            case WrongEndpoint.AppendSlash when !url.EndsWith("/", StringComparison.Ordinal):
                return ("End the base address with a slash", url + "/");
            case WrongEndpoint.InsertVersion when url.IndexOf("smtp/", StringComparison.OrdinalIgnoreCase) is >= 0 and var at:
                return ("Write the version v3 into the path", url.Insert(at, "v3/"));
            default:
                return null;
        }
    }
}
