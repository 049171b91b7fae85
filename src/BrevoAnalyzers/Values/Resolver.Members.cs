using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace BrevoAnalyzers.Values;

/// <content>What a member finds when it starts to run: fields, properties, parameters.</content>
internal sealed partial class Resolver
{
    private readonly HashSet<(ISymbol Root, string Members)> _entering = new();

    /// <summary>What <paramref name="path"/> holds at <paramref name="boundary"/>, the start of a member, lambda or local function.</summary>
    private List<Possibility> Entry(AccessPath path, IOperation boundary, IOperation use)
    {
        if (path.Root is IParameterSymbol bound && _conditions.ArgumentFor(bound) is { } argument)
            return Evaluate(argument, path.Members);

        var key = (path.Root, path.ToString());
        if (!_entering.Add(key))
            return Nothing;

        try
        {
            return path.Root switch
            {
                IParameterSymbol parameter => EntryOfParameter(parameter, path.Members, use),
                IFieldSymbol or IPropertySymbol => EntryOfMember(path, boundary, use),
                _ => Single(External(path, SourceKind.Member, use)),
            };
        }
        finally
        {
            _entering.Remove(key);
        }
    }

    private List<Possibility> EntryOfMember(AccessPath path, IOperation boundary, IOperation use)
    {
        var member = path.Root;
        if (member.DeclaringSyntaxReferences.Length == 0)
            return Single(External(path, SourceKind.Member, use));
        if (member is IPropertySymbol property && ComputedBy(property) is { } getter)
            return ValueOfGetter(property, getter, path, use);

        var type = member.ContainingType;
        if (boundary is IConstructorBodyOperation { Syntax: ConstructorDeclarationSyntax syntax }
            && _bodies.Model(syntax.SyntaxTree)?.GetDeclaredSymbol(syntax, _cancellation) is { } running
            && Same(running.ContainingType, type))
        {
            return AtConstructorStart(path, running, use);
        }

        var result = new List<Possibility>();
        if (member.IsStatic)
            AddStaticStart(path, type, result, use);
        else
            AddConstructed(path, type, result, use);

        AddOtherWrites(path, type, result);
        var isBareDefault = result.Count == 0;
        if (isBareDefault && !path.Members.IsEmpty)
            result.AddRange(DefaultsOfMember(path.Root is IFieldSymbol field ? field.Type : ((IPropertySymbol)path.Root).Type, path, use));
        if (isBareDefault || IsSetElsewhere(member))
            result.Add(External(path, SourceKind.Member, use));
        return result;
    }

    private void AddStaticStart(AccessPath path, INamedTypeSymbol type, List<Possibility> result, IOperation use)
    {
        foreach (var constructor in type.StaticConstructors)
        {
            if (_bodies.Body(constructor) is not { } body)
                continue;

            var trace = new Trace();
            trace.Apply(ExitEffect(body, path));
            result.AddRange(trace.Found);
            if (!trace.IsOpen)
                return;
        }

        result.AddRange(Initial(path, use));
    }

    private void AddConstructed(AccessPath path, INamedTypeSymbol type, List<Possibility> result, IOperation use)
    {
        var constructors = new List<IMethodSymbol>();
        foreach (var constructor in type.InstanceConstructors)
        {
            if (!constructor.IsImplicitlyDeclared && !IsCopyConstructor(constructor, type))
                constructors.Add(constructor);
        }

        if (constructors.Count == 0)
        {
            result.AddRange(Initial(path, use));
            return;
        }

        for (var i = 0; i < constructors.Count; i++)
        {
            var constructor = constructors[i];
            var guards = constructors.Count == 1
                ? Guards.None
                : Guards.Of(Guard.Is("constructor of " + type.MetadataName, i.ToString(CultureInfo.InvariantCulture)));
            result.AddRange(When(guards, () => AtConstructorEnd(path, constructor, use)));
        }
    }

    private static bool IsCopyConstructor(IMethodSymbol constructor, INamedTypeSymbol type) =>
        type.IsRecord && constructor.Parameters.Length == 1 && Same(constructor.Parameters[0].Type, type);

    private List<Possibility> AtConstructorEnd(AccessPath path, IMethodSymbol constructor, IOperation use)
    {
        var trace = new Trace();
        if (_bodies.Body(constructor) is IConstructorBodyOperation body)
        {
            var block = body.BlockBody ?? body.ExpressionBody;
            if (block is not null)
                trace.Apply(ExitEffect(block, path));
        }

        if (trace.IsOpen)
            trace.Apply(Effect.Write(AtConstructorStart(path, constructor, use)));
        return trace.Found;
    }

    /// <summary>Before a constructor's own statements: what the one it calls leaves, else what the declaration gives.</summary>
    private List<Possibility> AtConstructorStart(AccessPath path, IMethodSymbol constructor, IOperation use)
    {
        if (_bodies.Body(constructor) is IConstructorBodyOperation { Initializer: { } call }
            && Chained(call) is { } chained
            && Same(chained.TargetMethod.ContainingType, constructor.ContainingType))
        {
            return Enter(chained.TargetMethod, chained.Arguments, () => AtConstructorEnd(path, chained.TargetMethod, use)) ?? Nothing;
        }

        return Initial(path, use);
    }

    private static IInvocationOperation? Chained(IOperation initializer)
    {
        foreach (var operation in Operations.Below(initializer, intoFunctions: false))
        {
            if (operation is IInvocationOperation { TargetMethod.MethodKind: MethodKind.Constructor } call)
                return call;
        }

        return null;
    }

    /// <summary>What the declaration of a field or property gives it; for a record's positional property, its parameter.</summary>
    private List<Possibility> Initial(AccessPath path, IOperation use)
    {
        if (_bodies.Initializer(path.Root) is { } initializer && path.Root is not IParameterSymbol)
            return Evaluate(initializer, path.Members);
        if (PositionalParameter(path.Root) is { } parameter)
            return Entry(new AccessPath(parameter, path.Members), use, use);

        return Nothing;
    }

    private static IParameterSymbol? PositionalParameter(ISymbol member)
    {
        if (member is not IPropertySymbol { ContainingType.IsRecord: true })
            return null;

        foreach (var reference in member.DeclaringSyntaxReferences)
        {
            if (reference.GetSyntax() is not ParameterSyntax)
                continue;

            foreach (var constructor in member.ContainingType.InstanceConstructors)
            {
                foreach (var parameter in constructor.Parameters)
                {
                    if (parameter.Name == member.Name && constructor.DeclaringSyntaxReferences.Length > 0)
                        return parameter;
                }
            }
        }

        return null;
    }

    /// <summary>Writes in ordinary methods and accessors: they may run before, after or never.</summary>
    private void AddOtherWrites(AccessPath path, INamedTypeSymbol type, List<Possibility> result)
    {
        if (path.Members.IsEmpty && path.Root is IFieldSymbol { IsReadOnly: true })
            return;

        foreach (var method in _bodies.MethodsNaming(type, path.Root.Name))
        {
            if (method.MethodKind is MethodKind.Constructor or MethodKind.StaticConstructor || _entered.Contains(method))
                continue;
            if (_bodies.Body(method) is { } body)
                result.AddRange(AllWrites(path, body));
        }
    }

    /// <summary>Whether code outside the type may set the member: then what the type states is only a default.</summary>
    private static bool IsSetElsewhere(ISymbol member) => member switch
    {
        IFieldSymbol field => field is { IsReadOnly: false, IsConst: false, DeclaredAccessibility: not Accessibility.Private },
        IPropertySymbol property => property.SetMethod is { DeclaredAccessibility: not Accessibility.Private },
        _ => false,
    };

    private IMethodSymbol? ComputedBy(IPropertySymbol property)
    {
        if (property.GetMethod is not { } getter || property.IsVirtual || property.IsAbstract || property.IsOverride)
            return null;

        return _bodies.Body(getter) is null ? null : getter;
    }

    private List<Possibility> ValueOfGetter(IPropertySymbol property, IMethodSymbol getter, AccessPath path, IOperation use)
    {
        var body = _bodies.Body(getter)!;
        return Enter(getter, ImmutableArray<IArgumentOperation>.Empty, () =>
        {
            var result = new List<Possibility>();
            foreach (var returned in ReturnedBy(body))
                result.AddRange(When(GuardsAt(returned.Parent ?? returned), () => Evaluate(returned, path.Members)));

            return result;
        }) ?? Single(External(path, SourceKind.Member, use));
    }

    private List<Possibility> EntryOfParameter(IParameterSymbol parameter, ImmutableArray<string> members, IOperation use)
    {
        var path = new AccessPath(parameter, members);
        if (parameter.ContainingSymbol is not IMethodSymbol method || method.MethodKind == MethodKind.AnonymousFunction)
            return Single(External(path, SourceKind.Parameter, use), DefaultsOfMember(parameter.Type, path, use));

        var result = new List<Possibility>();
        var subject = "call of " + method.Name + "#" + (method.Locations.Length > 0 ? method.Locations[0].SourceSpan.Start : 0).ToString(CultureInfo.InvariantCulture);
        var isOpen = !IsOnlyCalledHere(method);
        foreach (var arguments in CallsOf(method, ref isOpen))
        {
            if (ArgumentFor(arguments, parameter) is not { } argument)
                continue;

            var site = Guard.Is(subject, argument.Parent!.Syntax.SpanStart.ToString(CultureInfo.InvariantCulture));
            result.AddRange(When(Guards.Of(site), () => Evaluate(argument, members)));
        }

        if (isOpen || result.Count == 0)
        {
            if (members.IsEmpty && parameter.HasExplicitDefaultValue && _bodies.Initializer(parameter) is { } given)
                result.AddRange(Evaluate(given, NoMembers));
            result.AddRange(Single(External(path, SourceKind.Parameter, use), DefaultsOfMember(parameter.Type, path, use)));
        }

        return result;
    }

    private static IArgumentOperation? ArgumentFor(ImmutableArray<IArgumentOperation> arguments, IParameterSymbol parameter)
    {
        foreach (var argument in arguments)
        {
            if (Same(argument.Parameter?.OriginalDefinition, parameter.OriginalDefinition))
                return argument;
        }

        return null;
    }

    private static bool IsOnlyCalledHere(IMethodSymbol method) =>
        method.MethodKind == MethodKind.LocalFunction || method is { DeclaredAccessibility: Accessibility.Private, MethodKind: MethodKind.Ordinary or MethodKind.Constructor };

    /// <summary>The calls of a method within its own type; a use as a delegate opens it to anybody.</summary>
    private List<ImmutableArray<IArgumentOperation>> CallsOf(IMethodSymbol method, ref bool isOpen)
    {
        var result = new List<ImmutableArray<IArgumentOperation>>();
        var name = method.MethodKind == MethodKind.Constructor ? method.ContainingType.Name : method.Name;
        foreach (var reference in OutermostType(method).DeclaringSyntaxReferences)
        {
            foreach (var use in _bodies.Uses(reference.GetSyntax(_cancellation), name))
            {
                if (Call(use, method.MethodKind == MethodKind.Constructor) is not { } call)
                    continue;

                switch (_bodies.Operation(call))
                {
                    case IInvocationOperation invocation when Same(invocation.TargetMethod.OriginalDefinition, method.OriginalDefinition):
                        result.Add(invocation.Arguments);
                        break;
                    case IObjectCreationOperation creation when Same(creation.Constructor?.OriginalDefinition, method.OriginalDefinition):
                        result.Add(creation.Arguments);
                        break;
                    case IMethodReferenceOperation reference2 when Same(reference2.Method.OriginalDefinition, method.OriginalDefinition):
                        isOpen = true;
                        break;
                }
            }

            if (method.MethodKind == MethodKind.Constructor)
                AddChainedCalls(method, result);
        }

        return result;
    }

    private void AddChainedCalls(IMethodSymbol constructor, List<ImmutableArray<IArgumentOperation>> result)
    {
        foreach (var other in constructor.ContainingType.InstanceConstructors)
        {
            if (!Same(other, constructor)
                && _bodies.Body(other) is IConstructorBodyOperation { Initializer: { } initializer }
                && Chained(initializer) is { } call
                && Same(call.TargetMethod.OriginalDefinition, constructor.OriginalDefinition))
            {
                result.Add(call.Arguments);
            }
        }
    }

    private static INamedTypeSymbol OutermostType(IMethodSymbol method)
    {
        var type = method.ContainingType;
        while (type.ContainingType is { } outer)
            type = outer;

        return type;
    }

    private static SyntaxNode? Call(SimpleNameSyntax use, bool isConstructor)
    {
        SyntaxNode node = use;
        while (node.Parent is MemberAccessExpressionSyntax access && access.Name == node || node.Parent is QualifiedNameSyntax or MemberBindingExpressionSyntax)
            node = node.Parent!;

        if (isConstructor)
            return node.Parent as ObjectCreationExpressionSyntax;
        return node.Parent is InvocationExpressionSyntax invocation && invocation.Expression == node ? invocation : node is ExpressionSyntax ? node : null;
    }

    private Possibility External(AccessPath path, SourceKind kind, IOperation use)
    {
        var name = path.Members.IsEmpty ? path.Root.Name : path.Members[path.Members.Length - 1];
        var isMember = kind == SourceKind.Member || !path.Members.IsEmpty;
        var external = Possibility.Named(isMember ? SourceKind.Member : kind, name, (isMember ? "member:" : "parameter:") + Scope(path.Root) + "." + path, use.Syntax).OwnedBy(OwnerOf(path));
        return path is { Members.IsEmpty: false, Root: IParameterSymbol { ContainingSymbol: IMethodSymbol { MethodKind: not MethodKind.Constructor } } input }
            ? external.HeldBy(input.Type)
            : external;
    }

    /// <summary>Tells apart roots of one name: by the type, and for what belongs to a method by where it is declared.</summary>
    private static string Scope(ISymbol root)
    {
        var scope = root.ContainingType?.MetadataName ?? "";
        return root is IParameterSymbol or ILocalSymbol && root.Locations.Length > 0
            ? scope + "#" + root.Locations[0].SourceSpan.Start.ToString(CultureInfo.InvariantCulture)
            : scope;
    }

    /// <summary>The type that has the last member of a path.</summary>
    private static ITypeSymbol? OwnerOf(AccessPath path)
    {
        var current = path.Root switch
        {
            IParameterSymbol parameter => parameter.Type,
            IFieldSymbol field => field.Type,
            IPropertySymbol property => property.Type,
            ILocalSymbol local => local.Type,
            _ => null,
        };
        ITypeSymbol? owner = null;
        foreach (var name in path.Members)
        {
            owner = current;
            current = current is null ? null : TypeOf(FindMember(current, name));
        }

        return owner;
    }

    private static ITypeSymbol? TypeOf(ISymbol? member) => (member as IPropertySymbol)?.Type ?? (member as IFieldSymbol)?.Type;

    private static List<Possibility> Single(Possibility possibility, List<Possibility> others)
    {
        var result = new List<Possibility>(others.Count + 1);
        result.AddRange(others);
        result.Add(possibility);
        return result;
    }

    /// <summary>What a settings class states as the default of the member that a path ends in.</summary>
    private List<Possibility> DefaultsOfMember(ITypeSymbol type, AccessPath path, IOperation use)
    {
        ITypeSymbol? current = type;
        ISymbol? member = null;
        foreach (var name in path.Members)
        {
            member = current is null ? null : FindMember(current, name);
            current = TypeOf(member);
        }

        if (member is null || _bodies.Initializer(member) is not { } initializer)
            return Nothing;

        return Named(Evaluate(initializer, NoMembers), member.Name);
    }

    private static ISymbol? FindMember(ITypeSymbol type, string name)
    {
        for (ITypeSymbol? current = type; current is not null; current = current.BaseType)
        {
            foreach (var member in current.GetMembers(name))
            {
                if (member.Kind is SymbolKind.Property or SymbolKind.Field)
                    return member;
            }
        }

        foreach (var contract in type.AllInterfaces)
        {
            foreach (var member in contract.GetMembers(name))
            {
                if (member.Kind == SymbolKind.Property)
                    return member;
            }
        }

        return null;
    }
}
