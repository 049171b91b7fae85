using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using BrevoAnalyzers.CodeFixes.Infrastructure;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BrevoAnalyzers.CodeFixes;

/// <summary>BREVO4005: a member of a message that Brevo ignores goes, wherever C# gives it: initializer, argument or assignment.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RemovePayloadMember))]
public sealed class RemovePayloadMember : BrevoCodeFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("BREVO4005");

    protected override IEnumerable<FixChoice> Choices(FixTarget target)
    {
        if (Removal(target.Node) is { } edit && target.Compiles(edit))
            yield return new FixChoice("Remove the member that Brevo ignores", nameof(RemovePayloadMember), edit);
    }

    private static Action<DocumentEdits>? Removal(SyntaxNode name)
    {
        for (SyntaxNode? node = name; node is not null and not StatementSyntax; node = node.Parent)
        {
            switch (node)
            {
                case AnonymousObjectMemberDeclaratorSyntax { Parent: AnonymousObjectCreationExpressionSyntax { Initializers.Count: > 1 } } member when IsNameOf(name, member) && OnlyReads(member.Expression):
                    return edits => edits.RemoveMember(member);
                case AssignmentExpressionSyntax assignment when assignment.Left.Span.Contains(name.Span) && OnlyReads(assignment.Right):
                    return RemoveAssignment.Removal(assignment);
                case ArgumentSyntax { Parent: ArgumentListSyntax list } argument when argument.Span == name.Span || argument.Expression == name:
                    return OnlyReads(argument.Expression) ? Removal(argument, list) : null;
                case AnonymousObjectMemberDeclaratorSyntax or AssignmentExpressionSyntax or InitializerExpressionSyntax or InvocationExpressionSyntax or AnonymousFunctionExpressionSyntax:
                    return null;
            }
        }

        return null;
    }

    /// <summary>An argument can go where those behind it are named, or none are; what its parameter's default is, the compiler checks.</summary>
    private static Action<DocumentEdits>? Removal(ArgumentSyntax argument, ArgumentListSyntax list)
    {
        if (list.Parent is not BaseObjectCreationExpressionSyntax)
            return null;

        for (var i = list.Arguments.IndexOf(argument) + 1; i < list.Arguments.Count; i++)
        {
            if (list.Arguments[i].NameColon is null)
                return null;
        }

        return edits => edits.RemoveArgument(argument);
    }

    private static bool IsNameOf(SyntaxNode name, AnonymousObjectMemberDeclaratorSyntax member) =>
        member.NameEquals is { } given ? given.Span.Contains(name.Span) : member.Expression.Span == name.Span;

    /// <summary>What does something besides giving a value has to stay.</summary>
    private static bool OnlyReads(ExpressionSyntax value)
    {
        foreach (var node in value.DescendantNodesAndSelf())
        {
            if (node is AwaitExpressionSyntax or PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PreIncrementExpression or (int)SyntaxKind.PreDecrementExpression } or PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PostIncrementExpression or (int)SyntaxKind.PostDecrementExpression }
                || (node is AssignmentExpressionSyntax && node.Parent is not InitializerExpressionSyntax))
            {
                return false;
            }
        }

        return true;
    }
}
