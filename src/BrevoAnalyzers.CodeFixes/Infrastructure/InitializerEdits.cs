using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BrevoAnalyzers.CodeFixes.Infrastructure;

/// <summary>Changes to <c>new SmtpClient(…) { Port = 587, EnableSsl = true }</c>.</summary>
internal static class InitializerEdits
{
    /// <summary>
    /// Gives a member a value: in place of the one it has, else behind the other members, in their layout, else in a new
    /// initializer.
    /// </summary>
    public static void SetMember(this DocumentEdits edits, BaseObjectCreationExpressionSyntax creation, string member, ExpressionSyntax value)
    {
        if (Find(creation, member) is { } assignment)
            edits.Replace(assignment.Right, value);
        else
            edits.Update(creation, current => Find(current, member) is null ? WithMember(current, Assign(member, value)) : current);
    }

    /// <summary>Takes a member away, and the initializer with it where it was the only one.</summary>
    public static void RemoveMember(this DocumentEdits edits, AssignmentExpressionSyntax member)
    {
        if (member.Parent is InitializerExpressionSyntax { Expressions.Count: 1, Parent: BaseObjectCreationExpressionSyntax creation } initializer && !Layout.HasCommentInside(initializer))
            edits.Update(creation, WithoutInitializer);
        else if (member.Parent is InitializerExpressionSyntax { Expressions: { Count: > 1 } members } && members.Last() == member && members.SeparatorCount < members.Count && !Layout.HasComment(member.GetLeadingTrivia()))
            edits.Update((InitializerExpressionSyntax)member.Parent, WithoutLast);
        else
            edits.Remove(member);
    }

    /// <summary>The assignment of a member, null when the initializer has none.</summary>
    public static AssignmentExpressionSyntax? Find(BaseObjectCreationExpressionSyntax creation, string member)
    {
        if (creation.Initializer is null)
            return null;

        foreach (var expression in creation.Initializer.Expressions)
        {
            if (expression is AssignmentExpressionSyntax { Left: IdentifierNameSyntax name } assignment && name.Identifier.ValueText == member)
                return assignment;
        }

        return null;
    }

    private static AssignmentExpressionSyntax Assign(string member, ExpressionSyntax value)
        => SyntaxFactory.AssignmentExpression(
            SyntaxKind.SimpleAssignmentExpression,
            SyntaxFactory.IdentifierName(member).WithTrailingTrivia(SyntaxFactory.Space),
            SyntaxFactory.Token(SyntaxKind.EqualsToken).WithTrailingTrivia(SyntaxFactory.Space),
            value.WithoutTrivia());

    private static InitializerExpressionSyntax WithoutLast(InitializerExpressionSyntax initializer) =>
        initializer.WithExpressions(Layout.WithoutLast(initializer.Expressions));

    private static BaseObjectCreationExpressionSyntax WithoutInitializer(BaseObjectCreationExpressionSyntax creation)
    {
        var arguments = (creation.ArgumentList ?? SyntaxFactory.ArgumentList()).WithTrailingTrivia(creation.GetTrailingTrivia());
        if (creation is ObjectCreationExpressionSyntax { ArgumentList: null } named)
            creation = named.WithType(named.Type.WithoutTrailingTrivia());
        return creation.WithInitializer(null).WithArgumentList(arguments);
    }

    private static BaseObjectCreationExpressionSyntax WithMember(BaseObjectCreationExpressionSyntax creation, AssignmentExpressionSyntax member)
    {
        if (creation.Initializer is { } initializer)
            return creation.WithInitializer(initializer.Expressions.Count == 0 ? Only(initializer, member) : Append(initializer, member));

        var created = SyntaxFactory.InitializerExpression(
            SyntaxKind.ObjectInitializerExpression,
            SyntaxFactory.Token(SyntaxKind.OpenBraceToken).WithLeadingTrivia(SyntaxFactory.Space).WithTrailingTrivia(SyntaxFactory.Space),
            SyntaxFactory.SingletonSeparatedList<ExpressionSyntax>(member.WithTrailingTrivia(SyntaxFactory.Space)),
            SyntaxFactory.Token(SyntaxKind.CloseBraceToken).WithTrailingTrivia(creation.GetTrailingTrivia()));
        return creation.WithTrailingTrivia().WithInitializer(created);
    }

    private static InitializerExpressionSyntax Only(InitializerExpressionSyntax initializer, AssignmentExpressionSyntax member)
    {
        var (open, close) = (initializer.OpenBraceToken, initializer.CloseBraceToken);
        return initializer
            .WithOpenBraceToken(Layout.HasComment(open.TrailingTrivia) ? open : open.WithTrailingTrivia(SyntaxFactory.Space))
            .WithExpressions(SyntaxFactory.SingletonSeparatedList<ExpressionSyntax>(member.WithTrailingTrivia(SyntaxFactory.Space)))
            .WithCloseBraceToken(Layout.HasComment(close.LeadingTrivia) ? close : close.WithLeadingTrivia());
    }

    private static InitializerExpressionSyntax Append(InitializerExpressionSyntax initializer, AssignmentExpressionSyntax member)
    {
        var expressions = initializer.Expressions;
        var last = expressions[expressions.Count - 1];
        var ownLine = Layout.StartsLine(last);
        var lineEnd = SyntaxFactory.TriviaList(Layout.NewLine(initializer));
        member = member.WithLeadingTrivia(ownLine ? Layout.Indentation(last) : SyntaxFactory.TriviaList());

        if (expressions.SeparatorCount == expressions.Count)
        {
            // A comma behind the last member: the new last one gets one too.
            var comma = Layout.Comma(ownLine ? lineEnd : Layout.Space);
            return initializer.WithExpressions(SyntaxFactory.SeparatedList<ExpressionSyntax>(expressions.GetWithSeparators().AddRange(new SyntaxNodeOrToken[] { member, comma })));
        }

        // What stood behind the last member, a comment perhaps, now stands behind its comma.
        var trailing = last.GetTrailingTrivia();
        var behindComma = Layout.EndsLine(trailing) || Layout.HasComment(trailing) ? trailing : ownLine ? lineEnd : Layout.Space;
        member = member.WithTrailingTrivia(Layout.EndsLine(trailing) ? lineEnd : Layout.Space);
        return initializer.WithExpressions(SyntaxFactory.SeparatedList<ExpressionSyntax>(
            expressions.GetWithSeparators().Replace(last, last.WithTrailingTrivia()).AddRange(new SyntaxNodeOrToken[] { Layout.Comma(behindComma), member })));
    }
}
