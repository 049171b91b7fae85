using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Threading.Tasks;
using BrevoAnalyzers.CodeFixes.Infrastructure;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BrevoAnalyzers.CodeFixes;

/// <summary>BREVO3006: the sender comes from the settings, and the visitor's address stays as the one to reply to.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SendFromOwnAddress))]
public sealed class SendFromOwnAddress : BrevoCodeFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("BREVO3006");

    protected override async Task<IEnumerable<FixChoice>> ChoicesAsync(FixTarget target)
    {
        if (WantedSetting.Of(target) is not { } wanted
            || ReplyTo(target) is not { } keep
            || await SettingReader.ReadAsync(target.Document, target.Node, wanted.Names, target.CancellationToken).ConfigureAwait(false) is not { } own
            || !target.Compiles(own.Edit + keep))
        {
            return Array.Empty<FixChoice>();
        }

        return new[] { new FixChoice("Send from your own address and reply to the visitor", nameof(SendFromOwnAddress), own.Edit + keep) };
    }

    /// <summary>Makes the address that is the sender now the one to reply to, unless the message has one already.</summary>
    private static Action<DocumentEdits>? ReplyTo(FixTarget target)
    {
        var address = AddressAround(target.Node);
        switch (address?.Parent)
        {
            case ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "From" } from }, Parent: ExpressionStatementSyntax statement } }:
                return AddBehind(statement, from.Expression, "ReplyTo", address);
            case AssignmentExpressionSyntax { Left: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "From" } from, Parent: ExpressionStatementSyntax statement }:
                return AddBehind(statement, from.Expression, "ReplyToList", address);
            case AssignmentExpressionSyntax { Left: IdentifierNameSyntax { Identifier.ValueText: "From" }, Parent: InitializerExpressionSyntax { Parent: BaseObjectCreationExpressionSyntax message } }:
                return InitializerEdits.Find(message, "ReplyToList") is null
                    ? edits => edits.SetMember(message, "ReplyToList", Collection(address))
                    : _ => { };
            default:
                return null;
        }
    }

    /// <summary>The <c>new MailAddress(form.Email, …)</c> or <c>MailboxAddress.Parse(form.Email)</c> around the text.</summary>
    private static ExpressionSyntax? AddressAround(SyntaxNode text) => text.Parent is ArgumentSyntax { Parent: ArgumentListSyntax list } ? list.Parent as ExpressionSyntax : null;

    private static Action<DocumentEdits> AddBehind(StatementSyntax statement, ExpressionSyntax message, string list, ExpressionSyntax address)
    {
        var receiver = SyntaxFactory.MemberAccessExpression(SyntaxKind.SimpleMemberAccessExpression, message.WithoutTrivia(), SyntaxFactory.IdentifierName(list));
        if (Names(statement.Parent is GlobalStatementSyntax global ? global.Parent : statement.Parent, receiver))
            return _ => { };

        var add = SyntaxFactory.InvocationExpression(
            SyntaxFactory.MemberAccessExpression(SyntaxKind.SimpleMemberAccessExpression, receiver, SyntaxFactory.IdentifierName("Add")),
            SyntaxFactory.ArgumentList(SyntaxFactory.SingletonSeparatedList(SyntaxFactory.Argument(address.WithoutTrivia()))));
        return edits => edits.InsertStatementAfter(statement, SyntaxFactory.ExpressionStatement(add));
    }

    private static bool Names(SyntaxNode? scope, ExpressionSyntax receiver)
    {
        foreach (var node in scope?.DescendantNodes() ?? Array.Empty<SyntaxNode>())
        {
            if (node is MemberAccessExpressionSyntax access && SyntaxFactory.AreEquivalent(access, receiver))
                return true;
        }

        return false;
    }

    /// <summary><c>{ new MailAddress(form.Email) }</c></summary>
    private static InitializerExpressionSyntax Collection(ExpressionSyntax address) => SyntaxFactory.InitializerExpression(
        SyntaxKind.CollectionInitializerExpression,
        SyntaxFactory.Token(default, SyntaxKind.OpenBraceToken, Layout.Space),
        SyntaxFactory.SingletonSeparatedList(address.WithoutTrivia().WithTrailingTrivia(SyntaxFactory.Space)),
        SyntaxFactory.Token(SyntaxKind.CloseBraceToken));
}
