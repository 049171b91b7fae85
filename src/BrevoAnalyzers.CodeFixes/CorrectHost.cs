using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Text.RegularExpressions;
using BrevoAnalyzers.CodeFixes.Infrastructure;
using BrevoAnalyzers.Model;
using BrevoAnalyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BrevoAnalyzers.CodeFixes;

/// <summary>BREVO1005, BREVO1006: the host that Brevo has. Of a URL the rest stays.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(CorrectHost))]
public sealed class CorrectHost : BrevoCodeFix
{
    /// <summary>The host of a URL, which may lack its scheme.</summary>
    private static readonly Regex HostOfUrl = new(@"^\s*(?:[A-Za-z][A-Za-z0-9+.-]*://)?(?:[^/@\s]*@)?(?<host>[^/:?#@\s]+)", RegexOptions.CultureInvariant);

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("BREVO1005", "BREVO1006");

    protected override IEnumerable<FixChoice> Choices(FixTarget target)
    {
        if (target.Property(WrongBrevoHost.Host) is not { } host || target.Node is not ExpressionSyntax expression)
            yield break;

        var edit = target.Property(WrongBrevoHost.KeepRest) is null ? Whole(expression, host) : InUrl(expression, host);
        if (edit is not null && target.Compiles(edit))
            yield return new FixChoice($"Use {host}", nameof(CorrectHost), edit);
    }

    private static Action<DocumentEdits>? Whole(ExpressionSyntax expression, string host) =>
        expression.IsKind(SyntaxKind.StringLiteralExpression)
            ? edits => edits.Replace(expression, SyntaxFactory.LiteralExpression(SyntaxKind.StringLiteralExpression, SyntaxFactory.Literal(host)))
            : null;

    /// <summary>The host of a URL, if it is one that a fix replaces.</summary>
    internal static string? WrongHostIn(string url) =>
        HostOfUrl.Match(url).Groups["host"] is { Success: true, Value: var host } && BrevoHosts.Classify(host) is not (HostKind.Other or HostKind.Loopback) ? host : null;

    private static Action<DocumentEdits>? InUrl(ExpressionSyntax expression, string host)
    {
        foreach (var token in expression.DescendantTokens())
        {
            if (token.Value is not string text || WrongHostIn(text) is not { } wrong)
                continue;

            // As the source spells the text, so that it may be of any form.
            var at = token.Text.IndexOf(wrong, StringComparison.Ordinal);
            if (at < 0)
                return null;

            at += token.SpanStart - expression.SpanStart;
            var replacement = SyntaxFactory.ParseExpression(expression.ToString().Remove(at, wrong.Length).Insert(at, host));
            return edits => edits.Replace(expression, replacement);
        }

        return null;
    }
}
