using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Threading;
using BrevoAnalyzers.Model;
using BrevoAnalyzers.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BrevoAnalyzers.Reading;

/// <summary>
/// One type's code, open for reading: its parts (without nested types, which are read on their own) and the resolver that answers
/// for its expressions.
/// </summary>
internal sealed class MailCode
{
    private readonly ImmutableArray<SyntaxNode> _parts;
    private List<SyntaxNode>? _expressions;

    public MailCode(INamedTypeSymbol type, ImmutableArray<SyntaxNode> parts, Compilation compilation, BrevoOptions options, CancellationToken cancellation)
    {
        Type = type;
        _parts = parts;
        Compilation = compilation;
        Cancellation = cancellation;
        Context = new SessionContext(type, options, Holds, HasText("\"" + BrevoFacts.ApiKeyPrefix + "\"", "\"" + BrevoFacts.SmtpKeyPrefix + "\""), HasText("IsSecure", "IsEncrypted"), Literals);
        Resolver = new Resolver(compilation, cancellation);
    }

    public INamedTypeSymbol Type { get; }

    public Compilation Compilation { get; }

    public CancellationToken Cancellation { get; }

    /// <summary>Whether the code runs on .NET Framework, whose SmtpClient reads mailSettings.</summary>
    public bool IsNetFramework => Compilation.ObjectType.ContainingAssembly?.Name == "mscorlib";

    public Resolver Resolver { get; }

    public SessionContext Context { get; }

    /// <summary>Whether a report at <paramref name="place"/> shows while this type is edited.</summary>
    public bool Holds(Place place)
    {
        foreach (var part in _parts)
        {
            if (part.SyntaxTree == place.Node?.SyntaxTree)
                return true;
        }

        return false;
    }

    /// <summary>The calls, creations and assignments in the type's own code, those of nested types left out.</summary>
    public IReadOnlyList<SyntaxNode> Expressions => _expressions ??= FindExpressions();

    private List<SyntaxNode> FindExpressions()
    {
        var found = new List<SyntaxNode>();
        foreach (var part in _parts)
        {
            foreach (var node in part.DescendantNodes(n => n == part || n is not BaseTypeDeclarationSyntax))
            {
                if (node is InvocationExpressionSyntax or BaseObjectCreationExpressionSyntax or AssignmentExpressionSyntax)
                    found.Add(node);
            }
        }

        return found;
    }

    public IOperation? Operation(SyntaxNode node) => Resolver.Bodies.Operation(node);

    private IEnumerable<string> Literals()
    {
        foreach (var part in _parts)
        {
            foreach (var token in part.DescendantTokens())
            {
                if (token.Value is string text)
                    yield return text;
            }
        }
    }

    private bool HasText(params string[] words)
    {
        foreach (var part in _parts)
        {
            var text = part.SyntaxTree.GetText(Cancellation).ToString();
            foreach (var word in words)
            {
                if (text.IndexOf(word, part.SpanStart, part.Span.Length, StringComparison.Ordinal) >= 0)
                    return true;
            }
        }

        return false;
    }

    /// <summary>The simple name that a call or creation is written with; empty for <c>new(…)</c>.</summary>
    public static string NameOf(SyntaxNode node) => node switch
    {
        InvocationExpressionSyntax invocation => NameOf(invocation.Expression),
        ObjectCreationExpressionSyntax creation => NameOf(creation.Type),
        MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
        MemberBindingExpressionSyntax binding => binding.Name.Identifier.ValueText,
        QualifiedNameSyntax qualified => qualified.Right.Identifier.ValueText,
        AliasQualifiedNameSyntax alias => alias.Name.Identifier.ValueText,
        SimpleNameSyntax simple => simple.Identifier.ValueText,
        _ => "",
    };
}
