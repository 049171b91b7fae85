using System;
using System.Linq;
using BrevoAnalyzers.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace BrevoAnalyzers.Reading;

/// <summary>What becomes of the task that an asynchronous send returns.</summary>
internal static class SendTask
{
    /// <summary>Whether the task is a statement of its own. <c>_ = </c> says that it is dropped on purpose; what is passed on, others may await.</summary>
    public static bool IsDropped(IInvocationOperation call)
    {
        if (!IsTask(call.Type))
            return false;

        IOperation current = call;
        while (true)
        {
            switch (current.Parent)
            {
                case IConversionOperation or IParenthesizedOperation:
                    current = current.Parent;
                    break;
                case IConditionalAccessOperation access when ReferenceEquals(access.WhenNotNull, current):
                    current = access;
                    break;
                case IInvocationOperation { TargetMethod.Name: "ConfigureAwait" } configured when ReferenceEquals(configured.Instance, current):
                    current = configured;
                    break;
                case IExpressionStatementOperation:
                    return true;
                default:
                    return false;
            }
        }
    }

    /// <summary>
    /// The <c>void</c> of the <c>async void</c> method or local function around a send, if that may be a task as well; of a lambda for such a
    /// delegate, its <c>async</c>.
    /// </summary>
    public static Place? AsyncVoidAround(MailCode code, IInvocationOperation call)
    {
        for (SyntaxNode? node = call.Syntax.Parent; node is not null; node = node.Parent)
        {
            switch (node)
            {
                case TryStatementSyntax { Catches: { Count: > 0 } handlers } @try when @try.Block.Span.Contains(call.Syntax.Span) && !handlers.All(FailureHandling.MaySwallow):
                    return null;
                case AnonymousFunctionExpressionSyntax lambda:
                    return IsHandedOn(lambda) && code.Operation(lambda) is IAnonymousFunctionOperation { Symbol: { IsAsync: true, ReturnsVoid: true } symbol } made && !TakesEventArgs(symbol) && !IsForOthers(made)
                        ? Place.PartOf(lambda, lambda.AsyncKeyword.Span)
                        : (Place?)null;
                case BaseTypeDeclarationSyntax or AccessorDeclarationSyntax:
                    return null;
                case LocalFunctionStatementSyntax function:
                    return IsAsyncVoid(function.Modifiers, function.ReturnType) && Declared(code, function) is { } local && !IsHandler(code, local) ? function.ReturnType : (Place?)null;
                case MethodDeclarationSyntax method:
                    return IsAsyncVoid(method.Modifiers, method.ReturnType) && Declared(code, method) is { } declared && !IsHandler(code, declared) ? method.ReturnType : (Place?)null;
            }
        }

        return null;
    }

    /// <summary>
    /// Whether a lambda is handed to a method, as to <c>ForEach</c>, or to a timer, or is an action of the type's own. What is kept as a handler or made a
    /// command has nobody who could await it.
    /// </summary>
    public static bool IsHandedOn(AnonymousFunctionExpressionSyntax lambda) =>
        lambda.AsyncKeyword.IsKind(SyntaxKind.AsyncKeyword)
        && lambda.Parent is ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax or ObjectCreationExpressionSyntax { Type: SimpleNameSyntax { Identifier.ValueText: "Timer" } } }
            or EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax { Type: SimpleNameSyntax { Identifier.ValueText: "Action" }, Parent: LocalDeclarationStatementSyntax } } }
            or AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression, Left: IdentifierNameSyntax };

    /// <summary>Whether a lambda is assigned to what is no private action: others say there that it returns nothing.</summary>
    private static bool IsForOthers(IAnonymousFunctionOperation lambda) =>
        lambda.Parent is IDelegateCreationOperation { Parent: ISimpleAssignmentOperation { Target: var target } }
        && target is not (ILocalReferenceOperation or IFieldReferenceOperation { Field: { DeclaredAccessibility: Accessibility.Private, Type.Name: "Action" } });

    public static bool IsTask(ITypeSymbol? type) =>
        type is { Name: "Task" or "ValueTask", ContainingNamespace: { Name: "Tasks", ContainingNamespace: { Name: "Threading", ContainingNamespace.Name: "System" } } };

    private static IMethodSymbol? Declared(MailCode code, SyntaxNode declaration) =>
        code.Resolver.Bodies.Model(declaration.SyntaxTree)?.GetDeclaredSymbol(declaration, code.Cancellation) as IMethodSymbol;

    private static bool IsAsyncVoid(SyntaxTokenList modifiers, TypeSyntax returned) =>
        modifiers.Any(SyntaxKind.AsyncKeyword) && returned is PredefinedTypeSyntax { Keyword.RawKind: (int)SyntaxKind.VoidKeyword };

    /// <summary>Whether somebody else says that the method returns nothing: an event, a base class, an interface, a delegate.</summary>
    private static bool IsHandler(MailCode code, IMethodSymbol method)
    {
        if (method.IsOverride || !method.ExplicitInterfaceImplementations.IsEmpty || TakesEventArgs(method))
            return true;

        foreach (var contract in method.ContainingType.AllInterfaces)
        {
            if (contract.DeclaringSyntaxReferences.Length > 0)
                continue; // the project's own: what it says can be changed

            foreach (var member in contract.GetMembers(method.Name))
            {
                if (SymbolEqualityComparer.Default.Equals(method.ContainingType.FindImplementationForInterfaceMember(member), method))
                    return true;
            }
        }

        // Handed over as a delegate: "clicked += Send".
        foreach (var reference in method.ContainingType.DeclaringSyntaxReferences)
        {
            foreach (var use in code.Resolver.Bodies.Uses(reference.GetSyntax(code.Cancellation), method.Name))
            {
                SyntaxNode whole = use.Parent is MemberAccessExpressionSyntax access && access.Name == use ? access : use;
                if ((whole.Parent is not InvocationExpressionSyntax call || call.Expression != whole) && !IsForTimer(code, whole))
                    return true;
            }
        }

        return false;
    }

    /// <summary>A timer's callback is no event handler: nobody catches for it, and <c>_ => _ = SendAsync()</c> would do.</summary>
    private static bool IsForTimer(MailCode code, SyntaxNode method) =>
        method.Parent is ArgumentSyntax { Parent.Parent: BaseObjectCreationExpressionSyntax creation }
        && code.Operation(creation) is { Type: { Name: "Timer", ContainingNamespace: { Name: "Threading", ContainingNamespace.Name: "System" } } };

    private static bool TakesEventArgs(IMethodSymbol method) => method.Parameters.Length > 0 && IsEventArgs(method.Parameters[method.Parameters.Length - 1].Type);

    private static bool IsEventArgs(ITypeSymbol type)
    {
        for (ITypeSymbol? current = type; current is not null; current = current.BaseType)
        {
            if (current.Name.EndsWith("EventArgs", StringComparison.Ordinal))
                return true;
        }

        return false;
    }
}
