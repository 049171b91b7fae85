using BrevoAnalyzers.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace BrevoAnalyzers.Reading;

/// <summary>Whether others see a client, so that what is missing here may be done there.</summary>
internal static class ClientUse
{
    /// <summary>Whether the client comes from outside, or is returned, stored or handed on.</summary>
    public static bool IsShared(MailCode code, IOperation? client)
    {
        if (client is null || !AccessPath.TryGet(client, out var path) || !path.Members.IsEmpty)
            return true;

        foreach (var made in code.Resolver.Resolve(client))
        {
            if (made.Kind != PossibilityKind.Object)
                return true;
        }

        return path.Root.Kind switch
        {
            SymbolKind.Local => RootOf(client) is { } body && Leaves(path.Root, body),
            SymbolKind.Field or SymbolKind.Property => path.Root.DeclaredAccessibility != Accessibility.Private || IsHandedOn(code, path.Root),
            _ => true,
        };
    }

    /// <summary>Whether a local is returned, stored or handed to somebody.</summary>
    public static bool Leaves(ISymbol local, IOperation scope)
    {
        foreach (var operation in Operations.Below(scope, intoFunctions: true))
        {
            if (operation is not ILocalReferenceOperation reference || !SymbolEqualityComparer.Default.Equals(reference.Local, local))
                continue;

            IOperation outer = reference;
            while (outer.Parent is IConversionOperation or IParenthesizedOperation or IConditionalOperation or ICoalesceOperation)
                outer = outer.Parent;

            if (SetUpScope.IsTakenAsItIs(outer))
                continue;
            if (outer.Parent is IReturnOperation or IArgumentOperation or IObjectOrCollectionInitializerOperation or IArrayInitializerOperation or ITupleOperation)
                return true;
            if (outer.Parent is IAssignmentOperation assignment && ReferenceEquals(assignment.Value, outer))
                return true;
        }

        return false;
    }

    private static bool IsHandedOn(MailCode code, ISymbol member)
    {
        foreach (var reference in member.ContainingType.DeclaringSyntaxReferences)
        {
            foreach (var use in code.Resolver.Bodies.Uses(reference.GetSyntax(code.Cancellation), member.Name))
            {
                SyntaxNode outer = use.Parent is MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax } access ? access : use;
                if (outer.Parent is ArgumentSyntax or ReturnStatementSyntax or ArrowExpressionClauseSyntax)
                    return true;
            }
        }

        return false;
    }

    private static IOperation? RootOf(IOperation operation)
    {
        while (operation.Parent is { } parent)
            operation = parent;

        return operation;
    }
}
