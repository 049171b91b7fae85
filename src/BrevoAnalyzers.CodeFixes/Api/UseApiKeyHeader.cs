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

/// <summary>BREVO2007: the key goes into the header that Brevo reads.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(UseApiKeyHeader))]
public sealed class UseApiKeyHeader : BrevoCodeFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("BREVO2007");

    protected override IEnumerable<FixChoice> Choices(FixTarget target)
    {
        var (title, edit) = target.Node.FirstAncestorOrSelf<ExpressionSyntax>() switch
        {
            AssignmentExpressionSyntax { Left: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Authorization" } access } assignment => ("Send the key as api-key", OfAuthorization(assignment, access.Expression)),
            AssignmentExpressionSyntax { Left: ElementAccessExpressionSyntax } prefix => ("Leave the prefix out", RemoveAssignment.Removal(prefix)),
            InvocationExpressionSyntax { ArgumentList.Arguments.Count: 2 } call when MethodName(call) is "AddApiKeyPrefix" || IsPrefix(call) => ("Leave the prefix out", Removal(call)),
            InvocationExpressionSyntax { ArgumentList.Arguments.Count: 2 } call => ("Send the key as api-key", OfCall(call)),
            InitializerExpressionSyntax { Expressions: { Count: 2 } pair } => ("Send the key as api-key", OfPair(pair[0], pair[1])),
            _ => ("", null),
        };
        if (edit is not null && target.Compiles(edit))
            yield return new FixChoice(title, nameof(UseApiKeyHeader), edit);
    }

    private static string MethodName(InvocationExpressionSyntax call) => call.Expression is MemberAccessExpressionSyntax access ? access.Name.Identifier.ValueText : "";

    private static bool IsPrefix(InvocationExpressionSyntax call) => call.Expression is MemberAccessExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ApiKeyPrefix" } };

    private static Action<DocumentEdits>? Removal(InvocationExpressionSyntax call) =>
        call.Parent is ExpressionStatementSyntax statement && StatementEdits.IsInList(statement) ? edits => edits.RemoveStatement(statement) : null;

    /// <summary><c>client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key)</c></summary>
    private static Action<DocumentEdits>? OfAuthorization(AssignmentExpressionSyntax assignment, ExpressionSyntax headers)
    {
        if (assignment.Parent is not ExpressionStatementSyntax || assignment.Right is not BaseObjectCreationExpressionSyntax { ArgumentList.Arguments: { Count: 1 or 2 } given })
            return null;

        var key = given[given.Count - 1];
        return key.NameColon is null ? edits => edits.Replace(assignment, Expressions.Call(headers, "Add", Expressions.Text(BrevoFacts.ApiKeyHeader), key.Expression)) : null;
    }

    /// <summary><c>headers.Add("Authorization", "Bearer " + key)</c>, <c>headers.Add("x-api-key", key)</c></summary>
    private static Action<DocumentEdits>? OfCall(InvocationExpressionSyntax call)
    {
        var arguments = call.ArgumentList.Arguments;
        return OfPair(arguments[0].Expression, arguments[1].Expression);
    }

    private static Action<DocumentEdits>? OfPair(ExpressionSyntax name, ExpressionSyntax value)
    {
        if (!name.IsKind(SyntaxKind.StringLiteralExpression) || KeyOf(value) is not { } key)
            return null;

        return edits =>
        {
            edits.Replace(name, Expressions.Text(BrevoFacts.ApiKeyHeader));
            if (key != value)
                edits.Replace(value, key.WithoutTrivia());
        };
    }

    /// <summary>The key without the scheme before it; null where the two cannot be told apart.</summary>
    private static ExpressionSyntax? KeyOf(ExpressionSyntax value) => value switch
    {
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression, Left: LiteralExpressionSyntax { Token.Value: string scheme }, Right: var key } => scheme.Trim().IndexOf(' ') < 0 && scheme.EndsWith(" ", StringComparison.Ordinal) ? key : null,
        InterpolatedStringExpressionSyntax { Contents: { Count: 2 } parts } => parts[0] is InterpolatedStringTextSyntax text && text.TextToken.ValueText.EndsWith(" ", StringComparison.Ordinal) && parts[1] is InterpolationSyntax { FormatClause: null, AlignmentClause: null } hole ? hole.Expression : null,
        InterpolatedStringExpressionSyntax { Contents: { Count: 1 } parts } => parts[0] is InterpolationSyntax ? value : null,
        LiteralExpressionSyntax { Token.Value: string text } => text.IndexOf(' ') < 0 ? value : null,
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression } or InterpolatedStringExpressionSyntax => null,
        _ => value,
    };
}
