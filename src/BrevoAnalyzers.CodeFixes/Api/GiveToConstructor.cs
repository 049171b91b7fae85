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

/// <summary>BREVO4003: what the constructor demands is given to it, and not to the initializer that comes too late.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(GiveToConstructor))]
public sealed class GiveToConstructor : BrevoCodeFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("BREVO4003");

    protected override IEnumerable<FixChoice> Choices(FixTarget target)
    {
        if (target.Find<BaseObjectCreationExpressionSyntax>() is not { Initializer: { } initializer } creation
            || target.Further is not AssignmentExpressionSyntax { Left: IdentifierNameSyntax member } assignment
            || assignment.Parent != initializer
            || Layout.HasCommentInside(initializer)
            || (target.Model.GetSymbolInfo(creation, target.CancellationToken).Symbol as IMethodSymbol)?.Parameters is not { Length: > 0 } parameters)
        {
            yield break;
        }

        Action<DocumentEdits> edit = edits => edits.Replace(creation, WithArgument(creation, initializer, assignment, member.Identifier.ValueText, parameters));
        if (target.Compiles(edit))
            yield return new FixChoice("Give it to the constructor", nameof(GiveToConstructor), edit);
    }

    private static BaseObjectCreationExpressionSyntax WithArgument(
        BaseObjectCreationExpressionSyntax creation, InitializerExpressionSyntax initializer, AssignmentExpressionSyntax assignment, string member, ImmutableArray<IParameterSymbol> parameters)
    {
        var isFirst = parameters[0].Name.Equals(member, StringComparison.OrdinalIgnoreCase) && creation.ArgumentList is null or { Arguments.Count: 0 };
        var argument = SyntaxFactory.Argument(assignment.Right.WithoutTrivia());
        if (!isFirst)
        {
            foreach (var parameter in parameters)
            {
                if (parameter.Name.Equals(member, StringComparison.OrdinalIgnoreCase))
                    argument = argument.WithNameColon(SyntaxFactory.NameColon(SyntaxFactory.IdentifierName(parameter.Name)).WithTrailingTrivia(SyntaxFactory.Space));
            }
        }

        var arguments = (creation.ArgumentList ?? SyntaxFactory.ArgumentList()).AddArguments(argument).WithoutTrivia();
        var rest = initializer.Expressions.Remove(assignment);
        if (rest.Count > 0 && initializer.Expressions.Last() == assignment)
            rest = rest.Replace(rest.Last(), rest.Last().WithTrailingTrivia(assignment.GetTrailingTrivia()));

        if (creation is ObjectCreationExpressionSyntax { ArgumentList: null } named)
            creation = named.WithType(named.Type.WithoutTrailingTrivia());

        return rest.Count == 0
            ? creation.WithArgumentList(arguments).WithInitializer(null)
            : creation.WithArgumentList(arguments.WithTrailingTrivia(initializer.OpenBraceToken.LeadingTrivia.Count == 0 ? SyntaxFactory.TriviaList(SyntaxFactory.Space) : SyntaxFactory.TriviaList(Layout.NewLine(initializer))))
                .WithInitializer(initializer.WithExpressions(rest));
    }
}
