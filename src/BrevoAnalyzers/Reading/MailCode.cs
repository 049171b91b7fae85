using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Threading;
using BrevoAnalyzers.Model;
using BrevoAnalyzers.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace BrevoAnalyzers.Reading;

/// <summary>
/// One type's code, open for reading: its parts (without nested types, which are read on their own) and the resolver that answers
/// for its expressions.
/// </summary>
internal sealed class MailCode
{
    private readonly ImmutableArray<SyntaxNode> _parts;
    private readonly Dictionary<System.Type, object> _read = new();
    private SourceNodes.OfType? _found;
    private Dictionary<string, List<SyntaxNode>>? _byName;

    public MailCode(INamedTypeSymbol type, ImmutableArray<SyntaxNode> parts, SourceBodies bodies, BrevoOptions options, CancellationToken cancellation, ConfiguredSettings? settings = null)
    {
        Type = type;
        _parts = parts;
        Compilation = bodies.Compilation;
        Cancellation = cancellation;
        Context = new SessionContext(type, options, Holds, HasText, Literals);
        Resolver = new Resolver(bodies, cancellation, settings);
    }

    /// <summary>The code of another type of the project, which this one calls; without what settings files say.</summary>
    public MailCode Of(INamedTypeSymbol type)
    {
        var parts = ImmutableArray.CreateBuilder<SyntaxNode>(type.DeclaringSyntaxReferences.Length);
        foreach (var reference in type.DeclaringSyntaxReferences)
            parts.Add(reference.GetSyntax(Cancellation));

        return new MailCode(type, parts.MoveToImmutable(), Resolver.Bodies, Context.Options, Cancellation);
    }

    public INamedTypeSymbol Type { get; }

    /// <summary>Whether a file of the type names a way to call an API.</summary>
    public bool NamesApi { get; init; } = true;

    public Compilation Compilation { get; }

    public CancellationToken Cancellation { get; }

    /// <summary>Whether the code runs on .NET Framework, whose SmtpClient reads mailSettings.</summary>
    public bool IsNetFramework => Compilation.ObjectType.ContainingAssembly?.Name == "mscorlib";

    public Resolver Resolver { get; }

    public SessionContext Context { get; }

    /// <summary>
    /// Whether a report at <paramref name="place"/> shows while this type is edited and comes from this type alone: the place is its
    /// own, or that of a type beside it in the file whose member no third type uses, unless that is a table whose rows are of one purpose each.
    /// </summary>
    public bool Holds(Place place)
    {
        if (place.Node is not { } node)
            return false;
        if (IsOwn(node))
            return true;

        foreach (var part in _parts)
        {
            if (part.SyntaxTree == node.SyntaxTree)
                return IsInRow(node) || !IsSharedWithOthers(node);
        }

        return false;
    }

    /// <summary>Whether the code of this type itself holds the node, rather than a type in or around it.</summary>
    public bool IsOwn(SyntaxNode node)
    {
        var declaration = TypeAround(node);
        foreach (var part in _parts)
        {
            if (part == declaration || (part is CompilationUnitSyntax && declaration is null && part.SyntaxTree == node.SyntaxTree))
                return true;
        }

        return false;
    }

    /// <summary>The declaration of the innermost type around a node; null in top-level statements.</summary>
    public static BaseTypeDeclarationSyntax? TypeAround(SyntaxNode node) =>
        node.FirstAncestorOrSelf<BaseTypeDeclarationSyntax>();

    /// <summary>Whether the node is one value of an object or tuple among others, in the initialiser of a field or property.</summary>
    private static bool IsInRow(SyntaxNode node)
    {
        SyntaxNode? row = null;
        for (var current = node.Parent; current is not null and not MemberDeclarationSyntax; current = current.Parent)
        {
            if (row is null && current is BaseObjectCreationExpressionSyntax { ArgumentList: not null } or TupleExpressionSyntax)
                row = current;
            else if (row is not null && current is InitializerExpressionSyntax or CollectionExpressionSyntax && current.Contains(row))
                return true;
        }

        return false;
    }

    private bool IsSharedWithOthers(SyntaxNode node)
    {
        var owner = TypeAround(node);
        if (MemberAround(node) is not { } name)
            return true;

        foreach (var other in node.SyntaxTree.GetRoot(Cancellation).DescendantNodes(static n => n is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax or BaseTypeDeclarationSyntax))
        {
            if (other is BaseTypeDeclarationSyntax type && !IsPartOf(type, owner) && !_parts.Contains(type) && !type.Span.Contains(node.Span) && !ContainsOwn(type)
                && Uses(type, name, owner))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a type uses the member of another: of several with one name, that of the owner or of what the owner stands in for.</summary>
    private bool Uses(BaseTypeDeclarationSyntax type, string name, BaseTypeDeclarationSyntax? owner)
    {
        foreach (var use in Resolver.Bodies.Uses(type, name))
        {
            SyntaxNode reference = use.Parent is MemberAccessExpressionSyntax access && access.Name == use ? access : use;
            if (Resolver.Bodies.Operation(reference) is not IMemberReferenceOperation { Member.ContainingType: { } holder } || owner is null || StandsInFor(owner, holder))
                return true;
        }

        return false;
    }

    private bool StandsInFor(BaseTypeDeclarationSyntax owner, INamedTypeSymbol holder)
    {
        if (Resolver.Bodies.Model(owner.SyntaxTree)?.GetDeclaredSymbol(owner, Cancellation) is not INamedTypeSymbol type)
            return true;

        for (var current = type; current is not null; current = current.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(current.OriginalDefinition, holder.OriginalDefinition))
                return true;
        }

        foreach (var contract in type.AllInterfaces)
        {
            if (SymbolEqualityComparer.Default.Equals(contract.OriginalDefinition, holder.OriginalDefinition))
                return true;
        }

        return false;
    }

    private static bool IsPartOf(BaseTypeDeclarationSyntax type, BaseTypeDeclarationSyntax? owner) =>
        type == owner || (owner is not null && owner.Parent == type.Parent && owner.Identifier.ValueText == type.Identifier.ValueText);

    private bool ContainsOwn(BaseTypeDeclarationSyntax type)
    {
        foreach (var part in _parts)
        {
            if (part.SyntaxTree == type.SyntaxTree && (type.Span.Contains(part.Span) || part.Span.Contains(type.Span)))
                return true;
        }

        return false;
    }

    /// <summary>The name of the field, property, parameter or method in whose declaration a node stands.</summary>
    private static string? MemberAround(SyntaxNode node)
    {
        for (var current = node; current is not null and not BaseTypeDeclarationSyntax; current = current.Parent)
        {
            switch (current)
            {
                case VariableDeclaratorSyntax { Parent.Parent: FieldDeclarationSyntax } field:
                    return field.Identifier.ValueText;
                case PropertyDeclarationSyntax property:
                    return property.Identifier.ValueText;
                case MethodDeclarationSyntax method:
                    return method.Identifier.ValueText;
                case ParameterSyntax { Parent.Parent: RecordDeclarationSyntax } parameter:
                    return parameter.Identifier.ValueText;
            }
        }

        return null;
    }

    /// <summary>The calls, creations and assignments in the type's own code, those of nested types left out.</summary>
    public IReadOnlyList<SyntaxNode> Expressions => Found().Expressions;

    /// <summary>The calls and creations written with one of the names, one name after the other; <c>new(…)</c> has the empty one.</summary>
    public IEnumerable<SyntaxNode> Named(params string[] names)
    {
        foreach (var name in names)
        {
            if (!ByName().TryGetValue(name, out var nodes))
                continue;

            foreach (var node in nodes)
                yield return node;
        }
    }

    /// <summary>Whether a call or creation is written with one of the names.</summary>
    public bool Names(params string[] names) => Array.Exists(names, ByName().ContainsKey);

    private Dictionary<string, List<SyntaxNode>> ByName()
    {
        if (_byName is not null)
            return _byName;

        _byName = new Dictionary<string, List<SyntaxNode>>();
        foreach (var node in Expressions)
        {
            if (node is AssignmentExpressionSyntax)
                continue;
            if (!_byName.TryGetValue(NameOf(node), out var nodes))
                _byName.Add(NameOf(node), nodes = new List<SyntaxNode>(1));
            nodes.Add(node);
        }

        return _byName;
    }

    /// <summary>The tuples, anonymous objects, copies by <c>with</c> and lambdas in the type's own code.</summary>
    public IReadOnlyList<SyntaxNode> Composites => Found().Composites;

    /// <summary>The methods, local functions and catch clauses in the type's own code.</summary>
    public IReadOnlyList<SyntaxNode> Frames => Found().Frames;

    private SourceNodes.OfType Found()
    {
        if (_found is { } found)
            return found;
        if (_parts.Length == 1)
            return _found = Resolver.Bodies.Nodes(_parts[0].SyntaxTree).Of(_parts[0]);

        _found = found = new SourceNodes.OfType();
        foreach (var part in _parts)
            found.Add(Resolver.Bodies.Nodes(part.SyntaxTree).Of(part));

        return found;
    }

    private static bool IsInType(SyntaxNode node) => node is not BaseTypeDeclarationSyntax;

    /// <summary>All nodes of the type's own code, those of nested types left out.</summary>
    public IEnumerable<SyntaxNode> AllNodes()
    {
        foreach (var part in _parts)
        {
            foreach (var member in part.ChildNodes())
            {
                foreach (var node in member.DescendantNodesAndSelf(IsInType))
                    yield return node;
            }
        }
    }

    public IOperation? Operation(SyntaxNode node) => Resolver.Bodies.Operation(node);

    /// <summary>What a reader finds in this code: read once, however many ask.</summary>
    public IReadOnlyList<TFound> Once<TReader, TFound>(Func<IEnumerable<TFound>> read)
    {
        if (!_read.TryGetValue(typeof(TReader), out var found))
            _read[typeof(TReader)] = found = new List<TFound>(read());

        return (IReadOnlyList<TFound>)found;
    }

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

    private bool HasText(string word)
    {
        foreach (var part in _parts)
        {
            if (part.SyntaxTree.GetText(Cancellation).ToString().IndexOf(word, part.SpanStart, part.Span.Length, StringComparison.Ordinal) >= 0)
                return true;
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
        PostfixUnaryExpressionSyntax { OperatorToken.ValueText: "!" } known => NameOf(known.Operand),
        _ => "",
    };

    /// <summary>Whether a call or creation is handed nothing but literals, or nothing at all: then nothing is known of it that its text does not say.</summary>
    public static bool HasOnlyLiterals(SyntaxNode node)
    {
        var arguments = node switch
        {
            InvocationExpressionSyntax invocation => invocation.ArgumentList,
            BaseObjectCreationExpressionSyntax creation => creation.ArgumentList,
            _ => null,
        };
        if (arguments is not null)
        {
            foreach (var argument in arguments.Arguments)
            {
                if (argument.Expression is not LiteralExpressionSyntax)
                    return false;
            }
        }

        return true;
    }

    /// <summary>What a method of one of the names is called on: <c>x</c> in <c>x.Add(…)</c> and <c>x?.Add(…)</c>; null for other calls.</summary>
    public static ExpressionSyntax? ReceiverOf(ExpressionSyntax called, params string[] names)
    {
        if (Array.IndexOf(names, NameOf(called)) < 0)
            return null;

        return called switch
        {
            MemberAccessExpressionSyntax access => access.Expression,
            MemberBindingExpressionSyntax => called.FirstAncestorOrSelf<ConditionalAccessExpressionSyntax>()?.Expression,
            _ => null,
        };
    }
}
