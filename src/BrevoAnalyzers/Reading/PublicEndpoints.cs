using System;
using System.Collections.Generic;
using BrevoAnalyzers.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace BrevoAnalyzers.Reading;

/// <summary>
/// Finds HTTP endpoints that send mail for anybody: actions of controllers and handlers of minimal APIs that nothing guards. What a group,
/// a convention or a policy for the whole application says is respected as far as it is seen; in doubt an endpoint counts as guarded.
/// </summary>
internal static class PublicEndpoints
{
    private static readonly string[] s_applicationWide = { "GlobalLimiter", "FallbackPolicy", "AutoValidateAntiforgeryToken", "AuthorizeFilter" };

    /// <summary>The name of the action, or of the call that maps the handler.</summary>
    public static Place? Around(MailCode code, SyntaxNode send)
    {
        for (var current = send.Parent; current is not null; current = current.Parent)
        {
            switch (current)
            {
                case AnonymousFunctionExpressionSyntax { Parent: ArgumentSyntax { Parent: ArgumentListSyntax { Parent: InvocationExpressionSyntax map } } } handler:
                    return IsOpen(code, map, handler) && !IsGuardedAsAWhole(code) ? NameOf(map) : null;
                case MethodDeclarationSyntax method:
                    return code.Resolver.Bodies.Model(method.SyntaxTree)?.GetDeclaredSymbol(method, code.Cancellation) is IMethodSymbol action && IsOpen(action) && !IsGuardedAsAWhole(code)
                        ? (Place?)Place.PartOf(method, method.Identifier.Span)
                        : null;
                case MemberDeclarationSyntax and not GlobalStatementSyntax:
                    return null;
            }
        }

        return null;
    }

    private static Place? NameOf(InvocationExpressionSyntax map) => map.Expression is MemberAccessExpressionSyntax access ? (Place?)access.Name : null;

    private static bool IsOpen(MailCode code, InvocationExpressionSyntax map, AnonymousFunctionExpressionSyntax handler)
    {
        if (MailCode.NameOf(map) is not ("MapPost" or "MapPut" or "MapGet") || (handler is LambdaExpressionSyntax { AttributeLists: var attributes } && HasGuard(attributes)))
            return false;

        // A form that is bound is checked for its anti-forgery token.
        if (handler is ParenthesizedLambdaExpressionSyntax lambda && lambda.ParameterList.ToString() is var parameters && (parameters.Contains("FromForm") || parameters.Contains("IFormFile") || parameters.Contains("IFormCollection")))
            return false;

        // What else is said of the endpoint; and a group may be guarded where it is made.
        for (SyntaxNode current = map; current.Parent is MemberAccessExpressionSyntax or InvocationExpressionSyntax; current = current.Parent)
        {
            if (current.Parent is MemberAccessExpressionSyntax { Name.Identifier.ValueText: var said } && IsGuard(said))
                return false;
        }

        return code.Operation(map) is IInvocationOperation call && Operations.Unwrap(Operations.ReceiverOf(call))?.Type?.Name == "WebApplication";
    }

    private static bool IsOpen(IMethodSymbol action)
    {
        if (action.DeclaredAccessibility != Accessibility.Public || !DerivesFromController(action.ContainingType) || !Has(action.GetAttributes(), name => name is "HttpPostAttribute" or "HttpPutAttribute"))
            return false;

        if (Has(action.GetAttributes(), name => name == "AllowAnonymousAttribute"))
            return !Has(action.GetAttributes(), IsLimit);
        if (Has(action.GetAttributes(), IsGuard))
            return false;
        for (var type = action.ContainingType; type is not null; type = type.BaseType)
        {
            if (Has(type.GetAttributes(), IsGuard))
                return false;
        }

        return true;
    }

    private static bool DerivesFromController(INamedTypeSymbol? type)
    {
        for (; type is not null; type = type.BaseType)
        {
            if (type.Name is "ControllerBase" or "Controller")
                return true;
        }

        return false;
    }

    private static bool Has(IEnumerable<AttributeData> attributes, Func<string, bool> isWanted)
    {
        foreach (var attribute in attributes)
        {
            if (attribute.AttributeClass is { } type && isWanted(type.Name))
                return true;
        }

        return false;
    }

    private static bool HasGuard(SyntaxList<AttributeListSyntax> lists)
    {
        foreach (var list in lists)
        {
            foreach (var attribute in list.Attributes)
            {
                if (IsGuard(MailCode.NameOf(attribute.Name)))
                    return true;
            }
        }

        return false;
    }

    private static bool IsGuard(string name) => IsLimit(name) || name.IndexOf("Authoriz", StringComparison.Ordinal) >= 0 || name.IndexOf("Captcha", StringComparison.OrdinalIgnoreCase) >= 0 || name.IndexOf("ApiKey", StringComparison.Ordinal) >= 0 || name is "AddEndpointFilter";

    private static bool IsLimit(string name) =>
        name.IndexOf("RateLimit", StringComparison.Ordinal) >= 0 || name.IndexOf("Antiforgery", StringComparison.OrdinalIgnoreCase) >= 0 || name.IndexOf("Throttle", StringComparison.OrdinalIgnoreCase) >= 0 || name.IndexOf("Captcha", StringComparison.OrdinalIgnoreCase) >= 0;

    private static bool IsGuardedAsAWhole(MailCode code)
    {
        foreach (var tree in code.Compilation.SyntaxTrees)
        {
            var text = tree.GetText(code.Cancellation).ToString();
            foreach (var word in s_applicationWide)
            {
                if (text.IndexOf(word, StringComparison.Ordinal) >= 0)
                    return true;
            }
        }

        return false;
    }
}
