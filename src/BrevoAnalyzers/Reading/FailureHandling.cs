using System.Collections.Generic;
using System.Collections.Immutable;
using BrevoAnalyzers.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace BrevoAnalyzers.Reading;

/// <summary>Finds the catches that take the failure of a send and do nothing with it.</summary>
internal static class FailureHandling
{
    /// <summary>Whether a catch could be one that swallows, by its look alone: nothing in it but an empty <c>return</c>.</summary>
    public static bool MaySwallow(CatchClauseSyntax handler)
    {
        if (handler.Filter is { FilterExpression: var filter } && !LeavesOnlyCancellation(filter))
            return false;

        foreach (var statement in handler.Block.Statements)
        {
            if (statement is not (EmptyStatementSyntax or ReturnStatementSyntax { Expression: null }))
                return false;
        }

        return true;
    }

    /// <summary><c>when (!token.IsCancellationRequested)</c>, <c>when (e is not OperationCanceledException)</c>: all failures of a mail get in.</summary>
    private static bool LeavesOnlyCancellation(ExpressionSyntax filter) => filter switch
    {
        PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalNotExpression, Operand: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "IsCancellationRequested" } } => true,
        IsPatternExpressionSyntax { Pattern: UnaryPatternSyntax { Pattern: ConstantPatternSyntax { Expression: NameSyntax name } } } => IsCancellation(name),
        IsPatternExpressionSyntax { Pattern: UnaryPatternSyntax { Pattern: TypePatternSyntax { Type: NameSyntax name } } } => IsCancellation(name),
        _ => false,
    };

    private static bool IsCancellation(NameSyntax type) => MailCode.NameOf(type) is "OperationCanceledException" or "TaskCanceledException";

    /// <summary>The catches of the innermost try around the call that take its failure and do nothing.</summary>
    public static ImmutableArray<CatchClauseSyntax> Swallowing(MailCode code, IInvocationOperation call)
    {
        if (TryAround(call.Syntax) is not { } @try || NoticesSuccess(@try, call.Syntax))
            return ImmutableArray<CatchClauseSyntax>.Empty;

        var swallowing = ImmutableArray.CreateBuilder<CatchClauseSyntax>();
        foreach (var handler in @try.Catches)
        {
            if (MaySwallow(handler) && TakesFailures(code, handler))
                swallowing.Add(handler);
        }

        return swallowing.ToImmutable();
    }

    /// <summary>The innermost try with catches whose block holds the node and runs it itself.</summary>
    public static TryStatementSyntax? TryAround(SyntaxNode node)
    {
        for (var current = node.Parent; current is not null; current = current.Parent)
        {
            switch (current)
            {
                case TryStatementSyntax { Catches.Count: > 0 } @try when @try.Block.Span.Contains(node.Span):
                    return @try;
                case AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax or MemberDeclarationSyntax:
                    return null;
            }
        }

        return null;
    }

    /// <summary>
    /// Whether the try's block leaves or takes a note once the mail is out: then what stands behind it is for the failure, a second
    /// way or another attempt.
    /// </summary>
    private static bool NoticesSuccess(TryStatementSyntax @try, SyntaxNode call)
    {
        foreach (var node in @try.Block.DescendantNodes(n => n is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax)))
        {
            var isBehind = node.SpanStart > call.Span.End;
            switch (node)
            {
                case ReturnStatementSyntax or BreakStatementSyntax or GotoStatementSyntax or ContinueStatementSyntax when isBehind || node.Span.Contains(call.Span):
                case AssignmentExpressionSyntax or PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PostIncrementExpression } or PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PreIncrementExpression } when isBehind:
                case AssignmentExpressionSyntax assignment when assignment.Right.Span.Contains(call.Span) && assignment.Left is not IdentifierNameSyntax { Identifier.ValueText: "_" }:
                    return true;
            }
        }

        return false;
    }

    /// <summary>Whether the type of the catch is one that failing sends throw. Being stopped from outside is no failure.</summary>
    private static bool TakesFailures(MailCode code, CatchClauseSyntax handler)
    {
        if (handler.Declaration is null)
            return true;

        var type = code.Resolver.Bodies.Model(handler.SyntaxTree)?.GetTypeInfo(handler.Declaration.Type, code.Cancellation).Type;
        for (var current = type; current is not null; current = current.BaseType)
        {
            if (current.Name is "OperationCanceledException")
                return false;
            if (IsFailureOfSends(current))
                return true;
        }

        return type is { Name: "Exception" or "SystemException" };
    }

    private static bool IsFailureOfSends(ITypeSymbol type) => type.Name switch
    {
        "SmtpException" => MailTypes.IsSystemNetMail(type, "SmtpException"),
        "ApiException" => HttpTypes.IsSdk(type, "Client"),
        "WebException" => HttpTypes.IsIn(type, "System.Net", "WebException"),
        "HttpRequestException" => HttpTypes.IsHttp(type, "HttpRequestException"),
        "SocketException" or "IOException" or "TimeoutException" or "AggregateException" => MailTypes.RootNamespace(type) == "System",
        "CommandException" or "ProtocolException" or "AuthenticationException" or "SslHandshakeException" or "ServiceNotAuthenticatedException" or "ServiceNotConnectedException" => MailTypes.RootNamespace(type) is "MailKit" or "System",
        _ => false,
    };
}
