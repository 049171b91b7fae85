using BrevoAnalyzers.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace BrevoAnalyzers.Reading;

/// <summary>
/// Whether a method that runs for every mail adds a header to a client that lives longer: then the second call sends both values as one.
/// </summary>
internal static class PerCallHeaders
{
    public static bool IsAddedPerCall(MailCode code, HeaderWrite write)
    {
        if (write.Operation is not IInvocationOperation add
            || !AccessPath.TryGet(Operations.Unwrap(write.Target), out var client)
            || StartUp.MemberAround(add.Syntax) is not MethodDeclarationSyntax method
            || code.Resolver.Bodies.Model(method.SyntaxTree)?.GetDeclaredSymbol(method) is not IMethodSymbol { MethodKind: MethodKind.Ordinary } symbol
            || StartUp.IsStartUp(symbol))
        {
            return false;
        }

        return OutlivesCall(code, client, write.Target, method)
            && !StartUp.IsGuarded(add.Syntax, method, "Headers")
            && !IsOnlyCalledOnce(code, symbol);
    }

    /// <summary>The client is kept by the object, or is a local for such a client, and the method makes no new one.</summary>
    private static bool OutlivesCall(MailCode code, AccessPath client, IOperation target, MethodDeclarationSyntax method)
    {
        if (client.Root is ILocalSymbol local && (KeptIn(local, target) is not { } member || !AccessPath.TryGet(member, out client)))
            return false;
        if (client.Root is not (IFieldSymbol or IPropertySymbol or IParameterSymbol { ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.Constructor } }))
            return false;

        foreach (var value in code.Resolver.Resolve(target))
        {
            if (value.Object is { } made && method.Span.Contains(made.Syntax.Span) && made.Syntax.SyntaxTree == method.SyntaxTree)
                return false;
            if (value.Kind == PossibilityKind.Named && value.Source == SourceKind.Call)
                return false;
        }

        return true;
    }

    /// <summary>What a local is declared to be another name for.</summary>
    private static IOperation? KeptIn(ILocalSymbol local, IOperation use)
    {
        foreach (var declarator in ObjectLife.Declarators(local, use))
            return Operations.Unwrap(declarator.GetVariableInitializer()?.Value);

        return null;
    }

    /// <summary>A private helper of the constructor runs as often as the constructor.</summary>
    private static bool IsOnlyCalledOnce(MailCode code, IMethodSymbol method)
    {
        if (method.DeclaredAccessibility != Accessibility.Private)
            return false;

        var isCalled = false;
        foreach (var reference in method.ContainingType.DeclaringSyntaxReferences)
        {
            foreach (var use in code.Resolver.Bodies.Uses(reference.GetSyntax(code.Cancellation), method.Name))
            {
                isCalled = true;
                if (use.FirstAncestorOrSelf<BaseMethodDeclarationSyntax>() is not ConstructorDeclarationSyntax)
                    return false;
            }
        }

        return isCalled;
    }
}
