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

/// <summary>BREVO3004: <c>"Shop &lt;shop@example.com&gt;"</c> becomes a name and an address.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SplitNameAndAddress))]
public sealed class SplitNameAndAddress : BrevoCodeFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("BREVO3004");

    protected override IEnumerable<FixChoice> Choices(FixTarget target)
    {
        if (target.Property(InvalidSenderAddress.Splits) is not null
            && target.Node is LiteralExpressionSyntax { Token.Value: string text, Parent: ArgumentSyntax { Parent: ArgumentListSyntax { Parent: BaseObjectCreationExpressionSyntax creation } arguments } } literal
            && MailAddressText.Bare(text) is var address && MailAddressText.IsAddress(address)
            && Edit(target, literal, creation, arguments, text.Substring(0, text.IndexOf('<')).Trim().Trim('"').Trim(), address) is { } edit
            && target.Compiles(edit))
        {
            yield return new FixChoice("Give name and address apart", nameof(SplitNameAndAddress), edit);
        }
    }

    /// <summary>A name that is given already wins over the one in the address, unless it is empty.</summary>
    private static Action<DocumentEdits>? Edit(
        FixTarget target, LiteralExpressionSyntax literal, BaseObjectCreationExpressionSyntax creation, ArgumentListSyntax arguments, string name, string address)
    {
        if (AddressArguments.Parameter(target, creation, "name", "displayName") is not { } parameter)
            return null;

        var given = ArgumentEdits.Find(arguments, parameter.Name, parameter.Ordinal);
        return edits =>
        {
            edits.Replace(literal, Text(address));
            if (given is null)
                edits.AddArgument(arguments, Text(name), parameter.Name, parameter.Ordinal);
            else if (name.Length > 0 && IsEmpty(given.Expression, target))
                edits.ReplaceArgument(given, Text(name));
        };
    }

    private static bool IsEmpty(ExpressionSyntax name, FixTarget target) =>
        target.Model.GetConstantValue(name, target.CancellationToken) is { HasValue: true, Value: null or "" } || name is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Empty" };

    private static LiteralExpressionSyntax Text(string text) => SyntaxFactory.LiteralExpression(SyntaxKind.StringLiteralExpression, SyntaxFactory.Literal(text));
}
