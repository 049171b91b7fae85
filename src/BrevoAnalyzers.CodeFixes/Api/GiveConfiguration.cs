using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using BrevoAnalyzers.CodeFixes.Infrastructure;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BrevoAnalyzers.CodeFixes;

/// <summary>BREVO4011: the key goes into a configuration, where the SDK looks for it.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(GiveConfiguration))]
public sealed class GiveConfiguration : BrevoCodeFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("BREVO4011");

    protected override IEnumerable<FixChoice> Choices(FixTarget target)
    {
        if (target.Find<ArgumentSyntax>() is not { Parent: ArgumentListSyntax { Parent: BaseObjectCreationExpressionSyntax creation } } argument
            || target.Model.GetTypeInfo(creation, target.CancellationToken).Type?.ContainingNamespace?.ContainingNamespace is not { IsGlobalNamespace: false } sdk)
        {
            yield break;
        }

        // Written in full: of version 1.1.1 on, Configuration alone may mean a model.
        var key = argument.Expression.WithoutTrivia();
        var configuration = SyntaxFactory.ParseExpression($"new {sdk.Name}.Client.Configuration {{ ApiKey = {{ [\"{BrevoFacts.ApiKeyHeader}\"] = {key} }} }}");
        Action<DocumentEdits> edit = edits => edits.Replace(argument, SyntaxFactory.Argument(configuration));
        if (!configuration.ContainsDiagnostics && target.Compiles(edit))
            yield return new FixChoice("Give a Configuration that holds the key", nameof(GiveConfiguration), edit);
    }
}
