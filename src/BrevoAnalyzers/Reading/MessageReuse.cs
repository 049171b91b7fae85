using System.Collections.Generic;
using BrevoAnalyzers.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace BrevoAnalyzers.Reading;

/// <summary>Whether an HttpRequestMessage has been sent before: the second send throws.</summary>
internal static class MessageReuse
{
    public static bool IsSentBefore(MailCode code, IInvocationOperation send, IOperation message, List<IInvocationOperation> calls)
    {
        foreach (var value in code.Resolver.Resolve(message))
        {
            if (value.Object is not IObjectCreationOperation made)
                continue;
            if (IsKeptByType(code, message, made, send))
                return true;
            if (BirthOf(message, made) is not { } birth)
                continue;
            if (IsSentInLoop(send, birth))
                return true;

            foreach (var other in calls)
            {
                if (!ReferenceEquals(other, send) && other.Argument("request") is { } earlier && Holds(code, earlier, birth) && RunsBefore(code, other, send))
                    return true;
            }
        }

        return false;
    }

    private static bool Holds(MailCode code, IOperation message, SyntaxNode birth)
    {
        foreach (var value in code.Resolver.Resolve(message))
        {
            if (value.Object is IObjectCreationOperation made && BirthOf(message, made) == birth)
                return true;
        }

        return false;
    }

    /// <summary>
    /// What stands for the one message here: its creation, or the variable that took it from the method that makes it. Null where that method
    /// may make another each time.
    /// </summary>
    private static SyntaxNode? BirthOf(IOperation message, IObjectCreationOperation made)
    {
        if (FunctionAround(made.Syntax)?.Span.Contains(message.Syntax.Span) == true && made.Syntax.SyntaxTree == message.Syntax.SyntaxTree)
            return made.Syntax;
        if (Operations.Unwrap(message) is not ILocalReferenceOperation local || ObjectLife.IsWritten(local))
            return null;

        foreach (var declarator in ObjectLife.Declarators(local.Local, local))
            return declarator.Syntax;

        return null;
    }

    private static SyntaxNode? FunctionAround(SyntaxNode node) =>
        node.FirstAncestorOrSelf<SyntaxNode>(static n => n is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax or MemberDeclarationSyntax);

    /// <summary>Sent in a loop, made outside of it. A loop that always ends in its first round is none.</summary>
    private static bool IsSentInLoop(IInvocationOperation send, SyntaxNode birth)
    {
        for (IOperation? current = send.Parent, inner = send; current is not null; inner = current, current = current.Parent)
        {
            if (current is IAnonymousFunctionOperation or ILocalFunctionOperation)
                return false;
            if (current is IReturnOperation)
                return IsRetried(current, birth);
            if (current is ILoopOperation loop && ReferenceEquals(loop.Body, inner))
                return !loop.Syntax.Span.Contains(birth.Span) && !AlwaysLeaves(loop.Body);
        }

        return false;
    }

    /// <summary><c>return await SendAsync(request)</c> in a loop goes round again only after an exception that is caught inside.</summary>
    private static bool IsRetried(IOperation @return, SyntaxNode birth)
    {
        var isCaught = false;
        for (IOperation? current = @return.Parent, inner = @return; current is not null; inner = current, current = current.Parent)
        {
            if (current is ITryOperation @try && ReferenceEquals(@try.Body, inner))
            {
                foreach (var handler in @try.Catches)
                    isCaught |= Operations.Completes(handler.Handler);
            }

            if (current is ILoopOperation loop)
                return isCaught && !loop.Syntax.Span.Contains(birth.Span);
        }

        return false;
    }

    /// <summary>Whether the body ends by leaving the method, rather than by going on with the loop.</summary>
    private static bool AlwaysLeaves(IOperation body) =>
        !Operations.Completes(body) && body is not IBlockOperation { Operations: [.., IBranchOperation] };

    /// <summary>A message in a field or property that is made once and sent by a method that may run again.</summary>
    private static bool IsKeptByType(MailCode code, IOperation message, IObjectCreationOperation made, IInvocationOperation send) =>
        Operations.Unwrap(message) is IFieldReferenceOperation { Field.IsReadOnly: true } or IPropertyReferenceOperation { Property: { IsReadOnly: true, GetMethod.DeclaringSyntaxReferences.Length: 0 or 1 } }
        && ObjectLife.IsKeptElsewhere(made)
        && ObjectLife.RootOf(send) is IMethodBodyOperation
        && ObjectLife.RootOf(made) is IFieldInitializerOperation or IPropertyInitializerOperation or IConstructorBodyOperation;

    private static bool RunsBefore(MailCode code, IInvocationOperation earlier, IInvocationOperation later)
    {
        if (ObjectLife.RootOf(earlier).Syntax != ObjectLife.RootOf(later).Syntax || earlier.Syntax.SpanStart >= later.Syntax.SpanStart)
            return false;
        if (!code.Resolver.GuardsAt(earlier).Meets(code.Resolver.GuardsAt(later)))
            return false;

        var leaves = false;
        for (IOperation? current = earlier.Parent, inner = earlier; current is not null; inner = current, current = current.Parent)
        {
            var isInBody = current is ITryOperation @try && ReferenceEquals(@try.Body, inner);
            if (current.Syntax.Span.Contains(later.Syntax.Span))
                return isInBody || (!leaves && (current is not (ISwitchOperation or IConditionalOperation) || current is IConditionalOperation { Condition: var condition } && ReferenceEquals(condition, inner)));

            leaves |= current is IReturnOperation || (current is IBlockOperation && !Operations.Completes(current));

            // After an exception the code goes on behind the try.
            if (isInBody && AnyCatchCompletes((ITryOperation)current))
                leaves = false;
        }

        return false;
    }

    private static bool AnyCatchCompletes(ITryOperation @try)
    {
        foreach (var handler in @try.Catches)
        {
            if (Operations.Completes(handler.Handler))
                return true;
        }

        return false;
    }
}
