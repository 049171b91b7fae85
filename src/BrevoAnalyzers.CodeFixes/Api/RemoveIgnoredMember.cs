using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using BrevoAnalyzers.CodeFixes.Infrastructure;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BrevoAnalyzers.CodeFixes;

/// <summary>BREVO4005: what Brevo ignores goes.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RemoveIgnoredMember))]
public sealed class RemoveIgnoredMember : BrevoCodeFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("BREVO4005");

    protected override IEnumerable<FixChoice> Choices(FixTarget target)
    {
        if (Edit(target.Node) is { } edit && target.Compiles(edit))
            yield return new FixChoice("Leave the member out", nameof(RemoveIgnoredMember), edit);
    }

    private static Action<DocumentEdits>? Edit(SyntaxNode name)
    {
        for (var node = name; node is not null and not StatementSyntax; node = node.Parent)
        {
            switch (node)
            {
                case AnonymousObjectMemberDeclaratorSyntax { Parent: AnonymousObjectCreationExpressionSyntax { Initializers: { Count: > 1 } members } creation } member:
                    return members.Last() == member && members.SeparatorCount < members.Count && !Layout.HasComment(member.GetLeadingTrivia())
                        ? edits => edits.Update(creation, WithoutLast)
                        : edits => edits.Remove(member);
                case ArgumentSyntax { NameColon: not null, Parent: ArgumentListSyntax { Parent: BaseObjectCreationExpressionSyntax } } argument:
                    return edits => edits.Remove(argument);
                case AssignmentExpressionSyntax assignment:
                    return RemoveAssignment.Removal(assignment);
            }
        }

        return null;
    }

    private static SyntaxNode WithoutLast(AnonymousObjectCreationExpressionSyntax creation) => creation.WithInitializers(Layout.WithoutLast(creation.Initializers));
}
