using System;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BrevoAnalyzers.Reading;

/// <summary>Recognises code that runs once: when the application starts, or behind a look at whether it ran before.</summary>
internal static class StartUp
{
    public static bool IsStartUp(IMethodSymbol method)
    {
        if (method.MethodKind == MethodKind.StaticConstructor || method.Name is "Main" or "<Main>$" || method.ContainingType?.Name is "Startup" or "Program")
            return true;
        if (method.Name.StartsWith("Configure", StringComparison.Ordinal)
            || method.Name.StartsWith("Register", StringComparison.Ordinal)
            || method.Name.StartsWith("Init", StringComparison.Ordinal)
            || method.Name.StartsWith("Setup", StringComparison.Ordinal)
            || method.Name.StartsWith("SetUp", StringComparison.Ordinal)
            || method.Name is "Load" or "OnModelCreating" or "StartAsync")
        {
            return true;
        }

        foreach (var parameter in method.Parameters)
        {
            if (parameter.Type.Name is "IServiceCollection" or "WebApplicationBuilder" or "IHostBuilder" or "IHostApplicationBuilder" or "IApplicationBuilder" or "WebApplication" or "ContainerBuilder" or "IHttpClientBuilder")
                return true;
        }

        return false;
    }

    /// <summary>
    /// The method or accessor that a statement belongs to; null within lambdas and local functions, of which nobody knows how often they run.
    /// </summary>
    public static SyntaxNode? MemberAround(SyntaxNode node)
    {
        for (var current = node.Parent; current is not null; current = current.Parent)
        {
            switch (current)
            {
                case BaseMethodDeclarationSyntax or AccessorDeclarationSyntax:
                    return current;
                case AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax or BaseTypeDeclarationSyntax:
                    return null;
            }
        }

        return null;
    }

    /// <summary>
    /// Whether the method asks a flag, a lock's second look or the collection itself (by a call on something whose name holds
    /// <paramref name="collection"/>) before it comes to <paramref name="node"/>.
    /// </summary>
    public static bool IsGuarded(SyntaxNode node, SyntaxNode method, string collection)
    {
        foreach (var inner in method.DescendantNodes())
        {
            switch (inner)
            {
                case InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Remove" or "Clear" or "Contains" or "ContainsKey" or "TryGetValue" or "TryGetValues" or "Any" } access }
                    when IsCollection(access.Expression) && !NamesOther((InvocationExpressionSyntax)inner, node):
                case MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Count" or "Keys" } member when IsCollection(member.Expression):
                    return true;
                case IfStatementSyntax { Condition: var condition } check when IsFlag(condition)
                    && (check.Span.Contains(node.Span) || (check.SpanStart < node.SpanStart && check.Statement.ToString().Contains("return"))):
                    return true;
                case TryStatementSyntax { Block: var block } @try when block.Span.Contains(node.Span) && CatchesRepetition(@try):
                    return true;
            }
        }

        return false;

        // Its name, or what the addition itself calls it: "headers.Remove(…)" before "headers.Add(…)", but not "….Accept.Clear()".
        bool IsCollection(ExpressionSyntax expression) =>
            MailCode.NameOf(expression).Contains(collection)
            || (node is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: var added } } && added.ToString() == expression.ToString());
    }

    /// <summary>Whether a call asks for or removes another entry than an addition adds.</summary>
    private static bool NamesOther(InvocationExpressionSyntax call, SyntaxNode addition) =>
        FirstText(call) is { } asked && FirstText(addition) is { } added && !asked.Equals(added, StringComparison.OrdinalIgnoreCase);

    private static string? FirstText(SyntaxNode call) =>
        call is InvocationExpressionSyntax { ArgumentList.Arguments: { Count: > 0 } arguments } && arguments[0].Expression is LiteralExpressionSyntax { Token.Value: string text } ? text : null;

    private static bool IsFlag(ExpressionSyntax condition) => condition switch
    {
        PrefixUnaryExpressionSyntax negation => IsFlag(negation.Operand),
        ParenthesizedExpressionSyntax parenthesized => IsFlag(parenthesized.Expression),
        IdentifierNameSyntax => true,
        MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax or IdentifierNameSyntax } => true,
        _ => condition.ToString().Contains("Interlocked"),
    };

    private static bool CatchesRepetition(TryStatementSyntax @try)
    {
        foreach (var handler in @try.Catches)
        {
            if (handler.Declaration?.Type.ToString() is "ArgumentException" or "System.ArgumentException" || (handler.Block.Statements.Count == 0 && @try.Block.Statements.Count == 1))
                return true;
        }

        return false;
    }
}
