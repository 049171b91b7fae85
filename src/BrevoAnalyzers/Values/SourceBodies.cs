using System;
using System.Collections.Generic;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace BrevoAnalyzers.Values;

/// <summary>
/// The bound bodies and initialisers of members, bound on demand, and a look at their text that spares most of the binding.
/// </summary>
internal sealed class SourceBodies
{
    private readonly Compilation _compilation;
    private readonly CancellationToken _cancellation;
    private readonly Dictionary<SyntaxTree, SemanticModel> _models = new();
    private readonly Dictionary<SyntaxNode, IOperation?> _operations = new();
    private readonly SourceNames _names;
    private readonly Dictionary<SyntaxTree, SourceNodes> _nodes = new();
    private readonly Dictionary<INamedTypeSymbol, List<(IMethodSymbol Method, SyntaxNode Syntax)>> _methods = new(SymbolEqualityComparer.Default);

    /// <param name="compilation">The code.</param>
    /// <param name="cancellation">Stops the binding by the usual exception.</param>
    /// <param name="model">A model of one of its files that exists already.</param>
    public SourceBodies(Compilation compilation, CancellationToken cancellation, SemanticModel? model = null)
    {
        _compilation = compilation;
        _cancellation = cancellation;
        _names = new SourceNames(cancellation);
        if (model is not null)
            _models.Add(model.SyntaxTree, model);
    }

    public Compilation Compilation => _compilation;

    public SemanticModel? Model(SyntaxTree tree)
    {
        if (!_models.TryGetValue(tree, out var model) && _compilation.ContainsSyntaxTree(tree))
            _models[tree] = model = _compilation.GetSemanticModel(tree);

        return model;
    }

    public IOperation? Operation(SyntaxNode node)
    {
        // Of "value!" and "(value)" the compiler has no operation, only of the value.
        while (node is ParenthesizedExpressionSyntax or PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression })
            node = node is ParenthesizedExpressionSyntax parenthesized ? parenthesized.Expression : ((PostfixUnaryExpressionSyntax)node).Operand;

        if (!_operations.TryGetValue(node, out var operation))
            _operations.Add(node, operation = Bind(node));

        return operation;
    }

    private IOperation? Bind(SyntaxNode node)
    {
        try
        {
            return Model(node.SyntaxTree)?.GetOperation(node, _cancellation);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // The compiler itself throws for some code that does not compile, such as half an indexer in an initializer.
            return null;
        }
    }

    /// <summary>The bound body of a method, constructor, accessor or local function; null where there is none in the source.</summary>
    public IOperation? Body(IMethodSymbol method)
    {
        method = method.PartialImplementationPart ?? method;
        foreach (var reference in method.DeclaringSyntaxReferences)
        {
            var syntax = reference.GetSyntax(_cancellation);
            switch (syntax)
            {
                case BaseMethodDeclarationSyntax { Body: null, ExpressionBody: null }:
                    continue;
                case BaseMethodDeclarationSyntax or AccessorDeclarationSyntax or ArrowExpressionClauseSyntax or LocalFunctionStatementSyntax:
                    return Operation(syntax);
            }
        }

        return null;
    }

    /// <summary>The value that a field's or property's declaration gives it, or a parameter's default.</summary>
    public IOperation? Initializer(ISymbol member) => InitializerSyntax(member) is { } value ? WholeArray(Operation(value)) : null;

    /// <summary>The same as it is written.</summary>
    public ExpressionSyntax? InitializerSyntax(ISymbol member)
    {
        foreach (var reference in member.DeclaringSyntaxReferences)
        {
            var initializer = reference.GetSyntax(_cancellation) switch
            {
                VariableDeclaratorSyntax declarator => declarator.Initializer,
                PropertyDeclarationSyntax property => property.Initializer,
                ParameterSyntax parameter when member is IParameterSymbol => parameter.Default,
                _ => null,
            };
            if (initializer is not null)
                return initializer.Value;
        }

        return null;
    }

    /// <summary>In <c>int[] ports = { 465, 587 };</c> the braces are the array.</summary>
    private static IOperation? WholeArray(IOperation? value) =>
        value is IArrayInitializerOperation { Parent: IArrayCreationOperation array } ? array : value;

    /// <summary>The call of another constructor that a constructor starts with; null where it calls its base without saying so.</summary>
    public IInvocationOperation? ConstructorCall(IMethodSymbol constructor)
    {
        foreach (var reference in constructor.DeclaringSyntaxReferences)
        {
            SyntaxNode? call = reference.GetSyntax(_cancellation) switch
            {
                ConstructorDeclarationSyntax { Initializer: { } initializer } => initializer,
                TypeDeclarationSyntax { BaseList.Types: { Count: > 0 } types } when types[0] is PrimaryConstructorBaseTypeSyntax primary => primary,
                _ => null,
            };
            if (call is null || Operation(call) is not { } operation)
                continue;

            foreach (var inner in Operations.Below(operation, intoFunctions: false))
            {
                if (inner is IInvocationOperation { TargetMethod.MethodKind: MethodKind.Constructor } found)
                    return found;
            }
        }

        return null;
    }

    /// <summary>The method, accessor or constructor whose body <paramref name="node"/> belongs to; null in a lambda and outside of bodies.</summary>
    public IMethodSymbol? MethodAround(SyntaxNode node)
    {
        for (var current = node; current is not null; current = current.Parent)
        {
            switch (current)
            {
                case AnonymousFunctionExpressionSyntax:
                    return null;
                case BaseMethodDeclarationSyntax or AccessorDeclarationSyntax or LocalFunctionStatementSyntax:
                    var method = Model(current.SyntaxTree)?.GetDeclaredSymbol(current, _cancellation) as IMethodSymbol;
                    return method?.PartialDefinitionPart ?? method;
                case ArrowExpressionClauseSyntax { Parent: BasePropertyDeclarationSyntax property }:
                    return (Model(current.SyntaxTree)?.GetDeclaredSymbol(property, _cancellation) as IPropertySymbol)?.GetMethod;
                case BaseTypeDeclarationSyntax:
                    return null;
            }
        }

        return null;
    }

    /// <summary>The type that the code at <paramref name="node"/> belongs to.</summary>
    public INamedTypeSymbol? TypeAround(SyntaxNode node)
    {
        var declaration = node.FirstAncestorOrSelf<BaseTypeDeclarationSyntax>();
        var model = Model(node.SyntaxTree);
        return declaration is null
            ? model?.GetEnclosingSymbol(node.SpanStart, _cancellation)?.ContainingType
            : model?.GetDeclaredSymbol(declaration, _cancellation) as INamedTypeSymbol;
    }

    /// <summary>What is worth reading in a file.</summary>
    public SourceNodes Nodes(SyntaxTree tree)
    {
        if (!_nodes.TryGetValue(tree, out var nodes))
            _nodes.Add(tree, nodes = new SourceNodes(tree.GetRoot(_cancellation)));

        return nodes;
    }

    public IEnumerable<LocalFunctionStatementSyntax> LocalFunctions(SyntaxNode scope)
    {
        foreach (var function in Nodes(scope.SyntaxTree).LocalFunctions)
        {
            if (scope.FullSpan.Contains(function.Span))
                yield return function;
        }
    }

    /// <summary>Whether a constructor of its type names the member, so that its initialiser need not be the last word.</summary>
    public bool IsNamedInConstructor(ISymbol member)
    {
        foreach (var method in MethodsNaming(member.ContainingType, member.Name))
        {
            if (method.MethodKind is MethodKind.Constructor or MethodKind.StaticConstructor)
                return true;
        }

        return false;
    }

    /// <summary>
    /// Whether the name stands in the text of <paramref name="node"/>, be it in a comment: so a body that never names a variable is
    /// not bound for it.
    /// </summary>
    public bool Mentions(SyntaxNode node, string name) => _names.Mentions(node, name);

    /// <summary>Where any of the names stands.</summary>
    public Mentions MentionsOf(IReadOnlyList<string> names) => new(_names, names);

    /// <summary>The nodes in <paramref name="node"/> that are this simple name.</summary>
    public IEnumerable<SimpleNameSyntax> Uses(SyntaxNode node, string name) => _names.Uses(node, name);

    /// <summary>Those of them that may be, or be a part of, what a variable is declared with.</summary>
    public IEnumerable<SimpleNameSyntax> Initializers(SyntaxNode node, string name) => _names.Initializers(node, name);

    /// <summary>The constructors, methods and accessors of a type that have a body naming <paramref name="name"/>.</summary>
    public IEnumerable<IMethodSymbol> MethodsNaming(INamedTypeSymbol type, string name)
    {
        IMethodSymbol? last = null;
        foreach (var (method, syntax) in MethodsOf(type))
        {
            if (!ReferenceEquals(method, last) && Mentions(syntax, name))
                yield return last = method;
        }
    }

    /// <summary>The methods that a type states, with each of their declarations. Asked for once for each name, and the compiler makes the list anew each time.</summary>
    private List<(IMethodSymbol Method, SyntaxNode Syntax)> MethodsOf(INamedTypeSymbol type)
    {
        if (_methods.TryGetValue(type, out var methods))
            return methods;

        _methods.Add(type, methods = new List<(IMethodSymbol, SyntaxNode)>());
        foreach (var member in type.GetMembers())
        {
            if (member is not IMethodSymbol { IsImplicitlyDeclared: false } method)
                continue;

            Add(method, method);
            if (method.PartialImplementationPart is { } implementation)
                Add(method, implementation);
        }

        return methods;

        void Add(IMethodSymbol method, IMethodSymbol part)
        {
            foreach (var reference in part.DeclaringSyntaxReferences)
            {
                var syntax = reference.GetSyntax(_cancellation);
                if (syntax is not TypeDeclarationSyntax)
                    methods.Add((method, syntax));
            }
        }
    }
}
