using System.Collections.Generic;
using System.Collections.Immutable;
using BrevoAnalyzers.CodeFixes.Infrastructure;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BrevoAnalyzers.CodeFixes;

/// <summary>BREVO1008: a timeout where the client is made.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SetTimeout))]
public sealed class SetTimeout : BrevoCodeFix
{
    private const int Milliseconds = 15_000;

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("BREVO1008");

    protected override IEnumerable<FixChoice> Choices(FixTarget target)
    {
        if (CreationOf(target) is { } creation)
            yield return new FixChoice("Set a timeout of 15 seconds", nameof(SetTimeout), edits => ClientMember.Set(edits, creation, "Timeout", Value()));
    }

    private static LiteralExpressionSyntax Value() =>
        SyntaxFactory.LiteralExpression(SyntaxKind.NumericLiteralExpression, SyntaxFactory.Literal("15_000", Milliseconds));

    /// <summary>The creation at the finding, or of the variable that connects. A client from outside may have its timeout from there.</summary>
    private static BaseObjectCreationExpressionSyntax? CreationOf(FixTarget target) => target.Node switch
    {
        BaseObjectCreationExpressionSyntax creation => creation,
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: var client } } => CreationOf(target.Model.GetSymbolInfo(client, target.CancellationToken).Symbol, target),
        _ => null,
    };

    private static BaseObjectCreationExpressionSyntax? CreationOf(ISymbol? client, FixTarget target) =>
        client is ILocalSymbol or IFieldSymbol
        && client.DeclaringSyntaxReferences is { Length: 1 } declarations
        && declarations[0].SyntaxTree == target.Root.SyntaxTree
        && declarations[0].GetSyntax(target.CancellationToken) is VariableDeclaratorSyntax { Initializer.Value: BaseObjectCreationExpressionSyntax creation }
            ? creation
            : null;
}
