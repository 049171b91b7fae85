using System;
using System.Collections.Generic;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BrevoAnalyzers.CodeFixes.Infrastructure;

/// <summary>The configuration objects that code at some place can name.</summary>
internal static class ConfigurationScope
{
    /// <summary>
    /// Expressions that read a key, <c>section["SmtpKey"]</c>, <c>configuration["Brevo:SmtpKey"]</c>, best first: a section
    /// that the key lies in, as its siblings are read from there; then what is nearest. They may not compile: try them.
    /// </summary>
    public static IEnumerable<ExpressionSyntax> At(SemanticModel model, ExpressionSyntax place, string key, CancellationToken cancellationToken)
    {
        var found = new List<(int Rank, int Distance, ExpressionSyntax Read)>();
        foreach (var symbol in model.LookupSymbols(place.SpanStart))
        {
            if (TypeOf(symbol) is not { } type || !CanBeRead(symbol, place, cancellationToken))
                continue;

            ExpressionSyntax name = SyntaxFactory.IdentifierName(Identifier(symbol.Name));
            if (ConfigurationType.Is(type))
            {
                if (ConfigurationSection.KeyWithin(symbol, key, model, cancellationToken) is { } rest)
                    Add(symbol, Rank(symbol) + (rest == key ? 10 : 0), name, rest);
            }
            else if (ConfigurationType.HasConfigurationProperty(type))
            {
                Add(symbol, Rank(symbol) + 20, Member(name, ConfigurationType.PropertyName), key);
            }
        }

        found.Sort((left, right) => left.Rank != right.Rank ? left.Rank.CompareTo(right.Rank) : left.Distance.CompareTo(right.Distance));
        foreach (var source in found)
            yield return source.Read;

        void Add(ISymbol symbol, int rank, ExpressionSyntax receiver, string rest)
            => found.Add((rank, Distance(symbol, place), Indexer(receiver, rest)));
    }

    private static ITypeSymbol? TypeOf(ISymbol symbol) => symbol switch
    {
        ILocalSymbol local => local.Type,
        IParameterSymbol parameter => parameter.Type,
        IFieldSymbol field => field.Type,
        IPropertySymbol { IsIndexer: false, GetMethod: not null } property => property.Type,
        _ => null,
    };

    // What a body declares is nearer than a field; a field is better than the primary-constructor parameter it was set
    // from, which would then be kept twice.
    private static int Rank(ISymbol symbol) => symbol switch
    {
        ILocalSymbol => 0,
        IParameterSymbol parameter => IsOfPrimaryConstructor(parameter) ? 2 : 0,
        _ => 1,
    };

    private static bool IsOfPrimaryConstructor(IParameterSymbol parameter)
        => parameter.ContainingSymbol is IMethodSymbol { MethodKind: MethodKind.Constructor, DeclaringSyntaxReferences: { Length: > 0 } declarations }
        && declarations[0].GetSyntax() is TypeDeclarationSyntax;

    private static int Distance(ISymbol symbol, ExpressionSyntax place)
        => symbol.Locations is { Length: > 0 } locations && locations[0].SourceTree == place.SyntaxTree
            ? Math.Abs(place.SpanStart - locations[0].SourceSpan.Start)
            : int.MaxValue;

    /// <summary>What the compiler would let pass although nothing is there yet, and what it is sure to refuse.</summary>
    private static bool CanBeRead(ISymbol symbol, ExpressionSyntax place, CancellationToken cancellationToken)
    {
        switch (symbol)
        {
            case ILocalSymbol:
                foreach (var declaration in symbol.DeclaringSyntaxReferences)
                {
                    if (declaration.SyntaxTree != place.SyntaxTree || declaration.Span.End > place.SpanStart)
                        return false;
                }

                return true;

            case IFieldSymbol or IPropertySymbol:
                return !InitialisationOrder.MayPrecede(place, symbol, cancellationToken);

            default:
                return true;
        }
    }

    private static SyntaxToken Identifier(string name)
        => SyntaxFacts.GetKeywordKind(name) == SyntaxKind.None
            ? SyntaxFactory.Identifier(name)
            : SyntaxFactory.VerbatimIdentifier(default, name, name, default);

    private static ExpressionSyntax Member(ExpressionSyntax receiver, string name)
        => SyntaxFactory.MemberAccessExpression(SyntaxKind.SimpleMemberAccessExpression, receiver, SyntaxFactory.IdentifierName(name));

    private static ExpressionSyntax Indexer(ExpressionSyntax receiver, string key)
        => SyntaxFactory.ElementAccessExpression(receiver, SyntaxFactory.BracketedArgumentList(SyntaxFactory.SingletonSeparatedList(
            SyntaxFactory.Argument(SyntaxFactory.LiteralExpression(SyntaxKind.StringLiteralExpression, SyntaxFactory.Literal(key))))));
}
