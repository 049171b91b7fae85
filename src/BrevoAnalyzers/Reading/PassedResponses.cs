using System.Collections.Generic;
using BrevoAnalyzers.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace BrevoAnalyzers.Reading;

/// <summary>
/// Finds the calls of the project's own methods that drop a response: the method only passes on what HttpClient gives it, so that
/// looking at it is the caller's part.
/// </summary>
internal static class PassedResponses
{
    /// <summary>The calls whose response nobody looks at, each with the calls of HttpClient that can give it.</summary>
    public static IEnumerable<(IInvocationOperation Call, List<IInvocationOperation> Origins)> Dropped(MailCode code)
    {
        foreach (var node in code.Expressions)
        {
            if (node is not InvocationExpressionSyntax invocation || !MayBeDropped(invocation) || code.Operation(node) is not IInvocationOperation call)
                continue;
            if (!IsCertain(call.TargetMethod) || !HttpTypes.ReturnsResponse(call) || !ResponseUse.IsIgnored(call))
                continue;

            yield return (call, OriginsOf(code, call.TargetMethod));
        }
    }

    /// <summary>A look at the text before anything is bound: what is returned or handed on is not dropped.</summary>
    private static bool MayBeDropped(InvocationExpressionSyntax call)
    {
        SyntaxNode whole = call;
        while (whole.Parent is AwaitExpressionSyntax or MemberAccessExpressionSyntax or InvocationExpressionSyntax or ParenthesizedExpressionSyntax)
            whole = whole.Parent;

        return whole.Parent is ExpressionStatementSyntax or EqualsValueClauseSyntax or UsingStatementSyntax or ArrowExpressionClauseSyntax or AnonymousFunctionExpressionSyntax || whole.Parent is AssignmentExpressionSyntax { Parent: ExpressionStatementSyntax };
    }

    /// <summary>Whether no other body than the one in the source can run.</summary>
    private static bool IsCertain(IMethodSymbol method) =>
        method is { IsVirtual: false, IsAbstract: false, IsOverride: false } && method.DeclaringSyntaxReferences.Length > 0;

    /// <summary>The calls of HttpClient whose responses a method returns untouched; none where it returns anything else as well.</summary>
    private static List<IInvocationOperation> OriginsOf(MailCode code, IMethodSymbol method)
    {
        var origins = new List<IInvocationOperation>();
        if (code.Resolver.Bodies.Body((method.ReducedFrom ?? method).OriginalDefinition) is not { } body)
            return origins;

        foreach (var operation in Operations.Below(body, intoFunctions: false))
        {
            if (operation is not IReturnOperation { Kind: OperationKind.Return, ReturnedValue: { } value })
                continue;
            if (Origin(value) is not { } origin)
                return new List<IInvocationOperation>();

            origins.Add(origin);
        }

        return origins;
    }

    private static IInvocationOperation? Origin(IOperation value)
    {
        value = Awaited(value);
        if (value is ILocalReferenceOperation local && MadeIn(local) is { } initializer)
            value = Awaited(initializer);

        return value is IInvocationOperation call && HttpTypes.IsHttpClient(Operations.ReceiverOf(call)?.Type) && HttpTypes.ReturnsResponse(call) ? call : null;
    }

    private static IOperation Awaited(IOperation value)
    {
        var current = Operations.Unwrap(value)!;
        while (true)
        {
            switch (current)
            {
                case IAwaitOperation awaited:
                    current = Operations.Unwrap(awaited.Operation)!;
                    break;
                case IInvocationOperation { TargetMethod.Name: "ConfigureAwait", Instance: { } task }:
                    current = Operations.Unwrap(task)!;
                    break;
                default:
                    return current;
            }
        }
    }

    /// <summary>The value of a local that is used for nothing but this return.</summary>
    private static IOperation? MadeIn(ILocalReferenceOperation returned)
    {
        foreach (var reference in ObjectLife.References(returned.Local, returned))
        {
            if (!ReferenceEquals(reference, returned))
                return null;
        }

        foreach (var declarator in ObjectLife.Declarators(returned.Local, returned))
            return declarator.GetVariableInitializer()?.Value;

        return null;
    }
}
