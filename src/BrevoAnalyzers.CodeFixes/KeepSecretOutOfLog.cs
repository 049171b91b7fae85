using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Text.RegularExpressions;
using BrevoAnalyzers.CodeFixes.Infrastructure;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BrevoAnalyzers.CodeFixes;

/// <summary>BREVO2010: the secret leaves the text: a hole, an operand, an argument with its placeholder, or the whole statement.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(KeepSecretOutOfLog))]
public sealed class KeepSecretOutOfLog : BrevoCodeFix
{
    private static readonly Regex NamedPlaceholder = new(@"\s?(?<!\{)\{[A-Za-z_@$][^{}]*\}", RegexOptions.CultureInvariant);

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("BREVO2010");

    protected override IEnumerable<FixChoice> Choices(FixTarget target)
    {
        if (target.Node is ExpressionSyntax secret && Edit(secret) is { } edit && target.Compiles(edit))
            yield return new FixChoice("Leave the secret out", nameof(KeepSecretOutOfLog), edit);
    }

    private static Action<DocumentEdits>? Edit(ExpressionSyntax secret) => secret.Parent switch
    {
        InterpolationSyntax hole => edits => edits.Remove(hole),
        BinaryExpressionSyntax sum when sum.IsKind(SyntaxKind.AddExpression) => edits => edits.Replace(sum, sum.Left == secret ? sum.Right : sum.Left),
        ParenthesizedExpressionSyntax parentheses => Edit(parentheses),
        ArgumentSyntax { Parent: ArgumentListSyntax arguments } argument => OfArgument(argument, arguments),
        _ => null,
    };

    private static Action<DocumentEdits>? OfArgument(ArgumentSyntax argument, ArgumentListSyntax arguments)
    {
        // What said nothing but the secret says nothing any more.
        if (arguments.Arguments.Count == 1)
            return arguments.Parent?.Parent is ExpressionStatementSyntax statement && StatementEdits.IsInList(statement) ? edits => edits.RemoveStatement(statement) : null;

        return Template(arguments) is var (index, template) && arguments.Arguments.IndexOf(argument) - index - 1 is var place and >= 0 && WithoutPlaceholder(template, place) is { } shorter
            ? edits =>
            {
                edits.Replace(template, shorter);
                edits.Remove(argument);
            }
            : null;
    }

    /// <summary>The message, the first text among the arguments: those behind it fill its placeholders.</summary>
    private static (int Index, LiteralExpressionSyntax Template)? Template(ArgumentListSyntax arguments)
    {
        for (var i = 0; i < arguments.Arguments.Count; i++)
        {
            if (arguments.Arguments[i] is { NameColon: null, Expression: LiteralExpressionSyntax { RawKind: (int)SyntaxKind.StringLiteralExpression } template })
                return (i, template);
        }

        return null;
    }

    /// <summary>Named placeholders are filled in their order, so the one of an argument can go. Numbers would have to move.</summary>
    private static ExpressionSyntax? WithoutPlaceholder(LiteralExpressionSyntax template, int index)
    {
        var places = NamedPlaceholder.Matches(template.Token.Text);
        return index < places.Count ? SyntaxFactory.ParseExpression(template.Token.Text.Remove(places[index].Index, places[index].Length)) : null;
    }
}
