using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using BrevoAnalyzers.CodeFixes.Infrastructure;
using BrevoAnalyzers.Model;
using BrevoAnalyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BrevoAnalyzers.CodeFixes;

/// <summary>BREVO2006: what is missing for the client to log in: the call, the credentials, or only that they count.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(LogIn))]
public sealed class LogIn : BrevoCodeFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("BREVO2006");

    protected override IEnumerable<FixChoice> Choices(FixTarget target)
    {
        if (!Enum.TryParse<MissingAuthenticationKind>(target.Property(NotAuthenticated.Missing), out var missing))
            yield break;

        var edit = missing switch
        {
            MissingAuthenticationKind.NoCall => FirstThatCompiles(target, Authenticate(target)),
            MissingAuthenticationKind.NoCredentials when target.Node is BaseObjectCreationExpressionSyntax client
                => FirstThatCompiles(target, read => edits => ClientMember.Set(edits, client, "Credentials", NewCredential(read))),
            MissingAuthenticationKind.DefaultCredentials => UseCredentials(target),
            _ => null,
        };
        if (edit is not null)
            yield return new FixChoice("Log in with the SMTP login and key", nameof(LogIn), edit);
    }

    /// <summary>Both settings are read in the same way, the nearest that there is.</summary>
    private static Action<DocumentEdits>? FirstThatCompiles(FixTarget target, Func<(ExpressionSyntax Login, ExpressionSyntax Key), Action<DocumentEdits>>? edit)
    {
        if (edit is null || WantedSetting.Of(target) is not { Names: var key } || target.Property(NotAuthenticated.LoginVariable) is not { } variable || target.Node is not ExpressionSyntax place)
            return null;

        key = key with { MemberAccess = null };
        var login = key with { ConfigurationKey = target.Property(NotAuthenticated.LoginKey), EnvironmentVariable = variable };
        return SettingReader.Candidates(target.Model, place, login, target.CancellationToken)
            .Zip(SettingReader.Candidates(target.Model, place, key, target.CancellationToken), (l, k) => edit((l.Read, k.Read)))
            .FirstOrDefault(target.Compiles);
    }

    /// <summary><c>client.Authenticate(login, key);</c> in front of the statement that sends.</summary>
    private static Func<(ExpressionSyntax Login, ExpressionSyntax Key), Action<DocumentEdits>>? Authenticate(FixTarget target)
    {
        if (target.Node is not InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: var client } } send
            || send.FirstAncestorOrSelf<StatementSyntax>() is not { } statement
            || !StatementEdits.IsInList(statement))
        {
            return null;
        }

        return read => edits => edits.InsertStatementBefore(statement, SyntaxFactory.ExpressionStatement(Call(client, read, send.Parent is AwaitExpressionSyntax, statement)));
    }

    /// <summary>The two arguments on lines of their own: together with what they throw they are long.</summary>
    private static ExpressionSyntax Call(ExpressionSyntax client, (ExpressionSyntax Login, ExpressionSyntax Key) read, bool isAwaited, StatementSyntax near)
    {
        var indentation = Layout.StartsLine(near) ? Layout.Indentation(near).ToString() : "";
        var newLine = SyntaxFactory.TriviaList(Layout.NewLine(near));
        var deeper = SyntaxFactory.TriviaList(SyntaxFactory.Whitespace(indentation + (indentation.IndexOf('\t') >= 0 ? "\t" : "    ")));
        var arguments = SyntaxFactory.ArgumentList(
            SyntaxFactory.Token(default, SyntaxKind.OpenParenToken, newLine),
            SyntaxFactory.SeparatedList(
                new[] { SyntaxFactory.Argument(read.Login).WithLeadingTrivia(deeper), SyntaxFactory.Argument(read.Key).WithLeadingTrivia(deeper) },
                new[] { Layout.Comma(newLine) }),
            SyntaxFactory.Token(SyntaxKind.CloseParenToken));
        var call = SyntaxFactory.InvocationExpression(
            SyntaxFactory.MemberAccessExpression(SyntaxKind.SimpleMemberAccessExpression, client.WithoutTrivia(), SyntaxFactory.IdentifierName(isAwaited ? "AuthenticateAsync" : "Authenticate")),
            arguments);
        return isAwaited ? SyntaxFactory.AwaitExpression(SyntaxFactory.Token(SyntaxKind.AwaitKeyword).WithTrailingTrivia(SyntaxFactory.Space), call) : call;
    }

    /// <summary>Without the default credentials the client's own count; where it has none, they come in their place.</summary>
    private static Action<DocumentEdits>? UseCredentials(FixTarget target)
    {
        if (target.Node.Parent is not AssignmentExpressionSyntax assignment || assignment.Right != target.Node)
            return null;

        if (target.Property(NotAuthenticated.HasCredentials) is not null)
            return RemoveAssignment.Removal(assignment);

        return FirstThatCompiles(target, read => edits =>
        {
            edits.Replace(assignment.Left is MemberAccessExpressionSyntax access ? access.Name : assignment.Left, SyntaxFactory.IdentifierName("Credentials"));
            edits.Replace(assignment.Right, NewCredential(read));
        });
    }

    private static ObjectCreationExpressionSyntax NewCredential((ExpressionSyntax Login, ExpressionSyntax Key) read) => SyntaxFactory.ObjectCreationExpression(
        SyntaxFactory.Token(SyntaxKind.NewKeyword).WithTrailingTrivia(SyntaxFactory.Space),
        Imports.AddType("System.Net.NetworkCredential"),
        SyntaxFactory.ArgumentList(SyntaxFactory.SeparatedList(
            new[] { SyntaxFactory.Argument(read.Login), SyntaxFactory.Argument(read.Key) },
            new[] { Layout.Comma(Layout.Space) })),
        initializer: null);
}
