using System.Collections.Generic;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace BrevoAnalyzers.Values;

/// <content>What enters a method through its parameters: the arguments of the calls in the same type, else its default and its name.</content>
internal sealed partial class Resolver
{
    private readonly Dictionary<INamedTypeSymbol, List<INamedTypeSymbol>> _derived = new(SymbolEqualityComparer.Default);

    private List<Possibility> EntryOfParameter(IParameterSymbol parameter, ImmutableArray<string> members, IOperation use)
    {
        parameter = Operations.Declared(parameter);
        var path = new AccessPath(parameter, members);
        if (parameter.ContainingSymbol is not IMethodSymbol method || method.MethodKind == MethodKind.AnonymousFunction)
            return BoundMember(path, SourceKind.Parameter, use) ?? Union(DefaultsOfMember(parameter.Type, members, use), Single(External(path, SourceKind.Parameter, use)));

        var result = new List<Possibility>();
        var isOpen = !IsOnlyCalledHere(method);
        foreach (var call in CallsOf(method, ref isOpen))
        {
            if (ArgumentFor(call, parameter) is not { } argument)
                continue;

            var guards = GuardsAt(call).And(SiteOf(method, call))?.And(TypeHanding(method, call));
            result.AddRange(When(guards, () => Evaluate(argument, members)));
        }

        var isKnown = result.Count > 0;
        AddLaterWrites(path, method, result);
        if (isOpen || result.Count == 0)
            result.AddRange(When(isKnown ? Guards.Of(SiteOf(method, call: null)) : Guards.None, () => FromElsewhere(path, parameter, use)));

        return result;
    }

    /// <summary>What calls that are not known here may give: a default that is stated, or anything.</summary>
    private List<Possibility> FromElsewhere(AccessPath path, IParameterSymbol parameter, IOperation use)
    {
        var result = new List<Possibility>();
        if (path.Members.IsEmpty && parameter.HasExplicitDefaultValue && _bodies.Initializer(parameter) is { } given)
            result.AddRange(Evaluate(given, NoMembers));
        if (BoundMember(path, SourceKind.Parameter, use) is { } bound)
            return bound;

        result.AddRange(DefaultsOfMember(parameter.Type, path.Members, use));
        result.Add(External(path, SourceKind.Parameter, use));
        return result;
    }

    /// <summary>Methods may write a primary constructor's parameter, which lives as long as the object.</summary>
    private void AddLaterWrites(AccessPath path, IMethodSymbol method, List<Possibility> result)
    {
        if (method.MethodKind == MethodKind.Constructor && method.DeclaringSyntaxReferences.Length > 0
            && method.DeclaringSyntaxReferences[0].GetSyntax(_cancellation) is TypeDeclarationSyntax)
        {
            AddOtherWrites(path, method.ContainingType, result);
        }
    }

    private static IOperation? ArgumentFor(IOperation call, IParameterSymbol parameter)
    {
        if (call is ISimpleAssignmentOperation assignment)
            return assignment.Value;

        foreach (var argument in ArgumentsOf(call))
        {
            if (Same(argument.Parameter?.OriginalDefinition, parameter.OriginalDefinition))
                return argument;
        }

        return null;
    }

    private static ImmutableArray<IArgumentOperation> ArgumentsOf(IOperation call) => call switch
    {
        IInvocationOperation invocation => invocation.Arguments,
        IObjectCreationOperation creation => creation.Arguments,
        _ => ImmutableArray<IArgumentOperation>.Empty,
    };

    /// <summary>Values that enter through one call do not meet those of another, or of an unknown one.</summary>
    private static Guard SiteOf(IMethodSymbol method, IOperation? call)
    {
        var place = method.Locations.Length > 0 && method.Locations[0].SourceTree is { } tree ? tree.FilePath + "@" + method.Locations[0].SourceSpan.Start : "";
        return Guard.Is("call of " + method.Name + "#" + place, call is null ? "elsewhere" : Conditions.At(call.Syntax));
    }

    private static bool IsOnlyCalledHere(IMethodSymbol method) =>
        method.MethodKind == MethodKind.LocalFunction
        || method is { DeclaredAccessibility: Accessibility.Private, MethodKind: MethodKind.Ordinary or MethodKind.PropertySet };

    /// <summary>The calls of a method within its own type; a use as a delegate opens it to anybody.</summary>
    private List<IOperation> CallsOf(IMethodSymbol method, ref bool isOpen)
    {
        var result = new List<IOperation>();
        var isConstructor = method.MethodKind == MethodKind.Constructor;
        var name = isConstructor ? method.ContainingType.Name : method.AssociatedSymbol?.Name ?? method.Name;
        foreach (var reference in OutermostScope(method).DeclaringSyntaxReferences)
        {
            foreach (var use in _bodies.Uses(reference.GetSyntax(_cancellation), name))
            {
                if (Call(use, method.MethodKind) is not { } call)
                    continue;

                switch (_bodies.Operation(call))
                {
                    case IInvocationOperation invocation when Same(invocation.TargetMethod.OriginalDefinition, method.OriginalDefinition):
                        result.Add(invocation);
                        break;
                    case IObjectCreationOperation creation when Same(creation.Constructor?.OriginalDefinition, method.OriginalDefinition):
                        result.Add(creation);
                        break;
                    case ISimpleAssignmentOperation { Target: IPropertyReferenceOperation target } assignment when Same(target.Property.SetMethod?.OriginalDefinition, method.OriginalDefinition):
                        result.Add(assignment);
                        break;
                    case IMethodReferenceOperation handedOut when Same(handedOut.Method.OriginalDefinition, method.OriginalDefinition):
                        isOpen = true;
                        break;
                }
            }
        }

        if (isConstructor)
            AddChainedCalls(method, result);
        return result;
    }

    private void AddChainedCalls(IMethodSymbol constructor, List<IOperation> result)
    {
        foreach (var other in constructor.ContainingType.InstanceConstructors)
        {
            if (!Same(other, constructor)
                && _bodies.ConstructorCall(other) is { } call
                && Same(call.TargetMethod.OriginalDefinition, constructor.OriginalDefinition))
            {
                result.Add(call);
            }
        }

        if (constructor.ContainingType.IsAbstract)
            AddCallsOfDerived(constructor, result);
    }

    /// <summary>What the project's own types give the constructor of an abstract base.</summary>
    private void AddCallsOfDerived(IMethodSymbol constructor, List<IOperation> result)
    {
        var type = constructor.ContainingType.OriginalDefinition;
        if (!_derived.TryGetValue(type, out var derived))
            _derived.Add(type, derived = FindDerived(type));

        foreach (var other in derived)
        {
            foreach (var own in other.InstanceConstructors)
            {
                if (_bodies.ConstructorCall(own) is { } call && Same(call.TargetMethod.OriginalDefinition, constructor.OriginalDefinition))
                    result.Add(call);
            }
        }
    }

    /// <summary>That the object is of the derived type whose constructor hands an abstract base its values.</summary>
    private Guards TypeHanding(IMethodSymbol method, IOperation call) =>
        method is { MethodKind: MethodKind.Constructor, ContainingType.IsAbstract: true } && _bodies.TypeAround(call.Syntax) is { } type && !Same(type.OriginalDefinition, method.ContainingType.OriginalDefinition)
            ? Guards.Of(IsOfType(type))
            : Guards.None;

    private static Guard IsOfType(INamedTypeSymbol type) => Guard.Is(TypeOfThis, type.OriginalDefinition.ToDisplayString());

    /// <summary>What holds where the code of a base class runs for an object of this type, by each of its constructors: what it hands that base, and no other type.</summary>
    public IEnumerable<Guards> GuardsInBaseOf(INamedTypeSymbol type)
    {
        var isThis = Guards.Of(IsOfType(type));
        foreach (var constructor in type.InstanceConstructors)
            yield return (_bodies.ConstructorCall(constructor) is { } call ? isThis.And(SiteOf(call.TargetMethod.OriginalDefinition, call)) : null) ?? isThis;
    }

    private List<INamedTypeSymbol> FindDerived(INamedTypeSymbol type)
    {
        var derived = new List<INamedTypeSymbol>();
        foreach (var tree in _bodies.Compilation.SyntaxTrees)
        {
            foreach (var use in _bodies.Uses(tree.GetRoot(_cancellation), type.Name))
            {
                if (use.FirstAncestorOrSelf<BaseTypeSyntax>() is { Parent.Parent: TypeDeclarationSyntax declaration }
                    && _bodies.Model(tree)?.GetDeclaredSymbol(declaration, _cancellation) is INamedTypeSymbol { BaseType: { } @base } found && Same(@base.OriginalDefinition, type))
                {
                    derived.Add(found);
                }
            }
        }

        if (derived.Count > MostImplementations)
            derived.Clear();
        return derived;
    }

    private static ISymbol OutermostScope(IMethodSymbol method)
    {
        var type = method.ContainingType;
        while (type.ContainingType is { } outer)
            type = outer;

        return type;
    }

    /// <summary>The call, creation or assignment that a name is used for; the name itself where a method is handed out.</summary>
    private static SyntaxNode? Call(SimpleNameSyntax use, MethodKind kind)
    {
        SyntaxNode node = use;
        while (node.Parent is MemberAccessExpressionSyntax access && access.Name == node || node.Parent is QualifiedNameSyntax or MemberBindingExpressionSyntax)
            node = node.Parent!;

        return kind switch
        {
            MethodKind.Constructor => node.Parent as ObjectCreationExpressionSyntax,
            MethodKind.PropertySet => node.Parent is AssignmentExpressionSyntax assignment && assignment.Left == node ? assignment : null,
            _ => node.Parent is InvocationExpressionSyntax invocation && invocation.Expression == node ? invocation : node is ExpressionSyntax ? node : null,
        };
    }
}
