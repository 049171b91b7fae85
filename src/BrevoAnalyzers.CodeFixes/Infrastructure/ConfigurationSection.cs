using System;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BrevoAnalyzers.CodeFixes.Infrastructure;

/// <summary>Which part of the configuration an object stands for: nothing in its type tells a root from a section.</summary>
internal static class ConfigurationSection
{
    // configuration.GetSection("A").GetSection("B") through locals: deeper chains do not occur.
    private const int MaximumDepth = 6;

    /// <summary>The key as this object wants it; null when the key does not lie in it or its section is not known.</summary>
    public static string? KeyWithin(ISymbol configuration, string key, SemanticModel model, CancellationToken cancellationToken)
    {
        var path = PathOf(configuration, model, MaximumDepth, cancellationToken);
        if (string.IsNullOrEmpty(path))
            return path is null ? null : key;

        return key.Length > path!.Length + 1 && key[path.Length] == ':' && key.StartsWith(path, StringComparison.OrdinalIgnoreCase)
            ? key.Substring(path.Length + 1)
            : null;
    }

    /// <summary>"Brevo:Smtp", "" for the root, null when not known.</summary>
    private static string? PathOf(ISymbol symbol, SemanticModel model, int depth, CancellationToken cancellationToken)
    {
        if (symbol is not IParameterSymbol && ValueOf(symbol, model, cancellationToken) is { } value)
            return PathOf(value, model, depth - 1, cancellationToken);

        // A parameter or field of the wider type is the whole configuration, unless its name says otherwise.
        var type = symbol switch
        {
            ILocalSymbol local => local.Type,
            IParameterSymbol parameter => parameter.Type,
            IFieldSymbol field => field.Type,
            IPropertySymbol property => property.Type,
            _ => null,
        };

        return type is null || ConfigurationType.IsSection(type) || symbol.Name.IndexOf("section", StringComparison.OrdinalIgnoreCase) >= 0 ? null : "";
    }

    private static string? PathOf(ExpressionSyntax value, SemanticModel model, int depth, CancellationToken cancellationToken)
    {
        if (depth <= 0)
            return null;

        switch (value)
        {
            case ParenthesizedExpressionSyntax parenthesised:
                return PathOf(parenthesised.Expression, model, depth, cancellationToken);

            case BinaryExpressionSyntax coalesce when coalesce.IsKind(SyntaxKind.CoalesceExpression) && coalesce.Right is ThrowExpressionSyntax:
                return PathOf(coalesce.Left, model, depth, cancellationToken);

            case InvocationExpressionSyntax
            {
                Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "GetSection" or "GetRequiredSection" } access,
                ArgumentList.Arguments: { Count: 1 } arguments,
            }:
                return PathOf(access.Expression, model, depth - 1, cancellationToken) is { } outer
                    && model.GetConstantValue(arguments[0].Expression, cancellationToken) is { HasValue: true, Value: string name }
                        ? outer.Length == 0 ? name : outer + ":" + name
                        : null;

            default:
                if (model.GetSymbolInfo(value, cancellationToken).Symbol is ILocalSymbol or IParameterSymbol or IFieldSymbol or IPropertySymbol)
                    return PathOf(model.GetSymbolInfo(value, cancellationToken).Symbol!, model, depth - 1, cancellationToken);

                // builder.Build() and the like: the root, if nothing in it says that it is a section.
                return IsSection(value, model, cancellationToken) ? null : "";
        }
    }

    private static bool IsSection(ExpressionSyntax value, SemanticModel model, CancellationToken cancellationToken)
    {
        if (model.GetTypeInfo(value, cancellationToken).Type is { } type && ConfigurationType.IsSection(type))
            return true;

        foreach (var node in value.DescendantNodes())
        {
            if (node is IdentifierNameSyntax { Identifier.ValueText: "GetSection" or "GetRequiredSection" })
                return true;
        }

        return false;
    }

    /// <summary>The first value that this file's code gives to a local, field or property; null when there is none.</summary>
    private static ExpressionSyntax? ValueOf(ISymbol symbol, SemanticModel model, CancellationToken cancellationToken)
    {
        foreach (var declaration in symbol.DeclaringSyntaxReferences)
        {
            if (declaration.SyntaxTree != model.SyntaxTree)
                continue;

            var syntax = declaration.GetSyntax(cancellationToken);
            var value = syntax switch
            {
                VariableDeclaratorSyntax declarator => declarator.Initializer?.Value,
                PropertyDeclarationSyntax property => property.Initializer?.Value ?? property.ExpressionBody?.Expression,
                _ => null,
            };
            if (value is not null && !IsNothing(value))
                return value;

            var owner = symbol is ILocalSymbol ? syntax.FirstAncestorOrSelf<MemberDeclarationSyntax>() : syntax.FirstAncestorOrSelf<TypeDeclarationSyntax>();
            return owner is null ? null : AssignedIn(owner, symbol, model, cancellationToken);
        }

        return null;
    }

    // The usual "set later": null!, default!.
    private static bool IsNothing(ExpressionSyntax value) => value switch
    {
        PostfixUnaryExpressionSyntax forgiven => IsNothing(forgiven.Operand),
        _ => value.IsKind(SyntaxKind.NullLiteralExpression) || value.IsKind(SyntaxKind.DefaultLiteralExpression),
    };

    private static ExpressionSyntax? AssignedIn(SyntaxNode owner, ISymbol symbol, SemanticModel model, CancellationToken cancellationToken)
    {
        foreach (var node in owner.DescendantNodes())
        {
            if (node is AssignmentExpressionSyntax { Left: var left } assignment
                && assignment.IsKind(SyntaxKind.SimpleAssignmentExpression)
                && InitialisationOrder.NameOf(left) == symbol.Name
                && SymbolEqualityComparer.Default.Equals(model.GetSymbolInfo(left, cancellationToken).Symbol, symbol))
            {
                return assignment.Right;
            }
        }

        return null;
    }
}
