using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace BrevoAnalyzers.Values;

/// <content>What a field or property holds when a member starts to run.</content>
internal sealed partial class Resolver
{
    /// <summary>A private method called from more places than this is read as if anybody called it.</summary>
    private const int MostCallers = 8;

    private readonly Dictionary<INamedTypeSymbol, List<IMethodSymbol>> _constructors = new(SymbolEqualityComparer.Default);

    private readonly OpenQuestions _entering = new();

    /// <summary>What <paramref name="path"/> holds at <paramref name="boundary"/>, the start of a member, lambda or local function.</summary>
    private List<Possibility> Entry(AccessPath path, IOperation boundary, IOperation use)
    {
        if (path.Root is IParameterSymbol bound && _conditions.ArgumentFor(bound) is { } argument)
            return Evaluate(argument, path.Members);

        if (!_entering.TryOpen(boundary.Syntax, path))
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
            _entering.Close();
        }
    }

    private List<Possibility> EntryOfMember(AccessPath path, IOperation boundary, IOperation use)
    {
        var member = path.Root;
        if (member is IFieldSymbol { AssociatedSymbol: IPropertySymbol owner })
            return EntryOfBackingField(path, owner, use); // the keyword "field"
        if (member.DeclaringSyntaxReferences.Length == 0)
            return Single(External(path, SourceKind.Member, use));
        if (member is IPropertySymbol property && GetterOf(property) is { } getter)
            return ValueOfGetter(property, getter, path, use);

        var method = boundary is IFieldInitializerOperation or IPropertyInitializerOperation ? null : _bodies.MethodAround(boundary.Syntax);
        if (method is { MethodKind: MethodKind.Constructor } && !member.IsStatic && DerivesFrom(method.ContainingType, member.ContainingType))
            return AtConstructorStart(path, method, use);
        if (method is not null && BeforeCallsOf(method, path) is { } atCalls)
            return atCalls;

        return AtStartOfAnything(path, use);
    }

    /// <summary>
    /// What a member that only this type calls finds: what there was where it was called. Null where nobody is known to call it, or
    /// where anybody can.
    /// </summary>
    private List<Possibility>? BeforeCallsOf(IMethodSymbol method, AccessPath path)
    {
        if (_entered.TryGetValue(method.OriginalDefinition, out var entered))
            return entered is null ? null : Before(path, entered);
        if (!IsOnlyCalledHere(method) || IsNeverWritten(path))
            return null;

        var isOpen = false;
        var calls = CallsOf(method, ref isOpen);
        if (isOpen || calls.Count is 0 or > MostCallers)
            return null;

        var result = new List<Possibility>();
        foreach (var call in calls)
        {
            if (call is not IInvocationOperation invocation || !RunsOnThis(invocation))
                return null;

            result.AddRange(When(Guards.Of(SiteOf(method, call)), () => Before(path, call)));
        }

        return result;
    }

    /// <summary>What any constructor, initialiser or method may have left, as seen from a member that anybody can call.</summary>
    private List<Possibility> AtStartOfAnything(AccessPath path, IOperation use)
    {
        var member = path.Root;
        if (member is IPropertySymbol { IsAbstract: true } contract)
            return Union(Named(FromImplementations(contract, path.Members, use, TypeOfThis), member.Name), Single(External(path, SourceKind.Member, use)));

        var types = TypesHolding(member.ContainingType);
        var result = new List<Possibility>();
        if (member.IsStatic)
            AddStaticStart(path, member.ContainingType, result, use);
        else
            AddConstructed(path, types[0], result, use);

        if (!IsNeverWritten(path))
        {
            var initial = result;
            result = When(NotYetSet(member, types), () => initial);
            foreach (var type in types)
                AddOtherWrites(path, type, result);
        }

        var isBareDefault = result.Count == 0;
        if ((isBareDefault || IsSetElsewhere(member)) && BoundMember(path, SourceKind.Member, use) is { } bound)
        {
            result.AddRange(bound);
            return result;
        }

        if (isBareDefault && !path.Members.IsEmpty)
            result.AddRange(DefaultsOfMember(TypeOf(path.Root)!, path.Members, use));
        if (isBareDefault || IsSetElsewhere(member))
            result.Add(External(path, SourceKind.Member, use));
        return result;
    }

    /// <summary>The type at hand and its base types, down to the one that declares a member; that one alone for other objects' members.</summary>
    private List<INamedTypeSymbol> TypesHolding(INamedTypeSymbol declaring)
    {
        var result = new List<INamedTypeSymbol>(1);
        for (var type = _typeAtHand; type is not null; type = type.BaseType)
        {
            result.Add(type.OriginalDefinition);
            if (Same(type.OriginalDefinition, declaring.OriginalDefinition))
                return result;
        }

        result.Clear();
        result.Add(declaring);
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
        var constructors = ConstructorsOf(type);
        if (constructors.Count == 0)
            result.AddRange(Initial(path, use));

        for (var i = 0; i < constructors.Count; i++)
        {
            var constructor = constructors[i];
            var guards = constructors.Count == 1
                ? Guards.None
                : Guards.Of(Guard.Is("constructor of " + type.ToDisplayString(), i.ToString(CultureInfo.InvariantCulture)));
            result.AddRange(When(guards, () => AtConstructorEnd(path, constructor, use)));
        }
    }

    /// <summary>The constructors that a type states, else the one that the compiler adds. Asked for each member, and the compiler makes the list anew each time.</summary>
    private List<IMethodSymbol> ConstructorsOf(INamedTypeSymbol type)
    {
        if (_constructors.TryGetValue(type, out var constructors))
            return constructors;

        _constructors.Add(type, constructors = new List<IMethodSymbol>());
        var all = type.InstanceConstructors;
        foreach (var constructor in all)
        {
            if (!constructor.IsImplicitlyDeclared && !IsCopyConstructor(constructor, type))
                constructors.Add(constructor);
        }

        if (constructors.Count == 0)
            constructors.AddRange(all);
        return constructors;
    }

    private static bool IsCopyConstructor(IMethodSymbol constructor, INamedTypeSymbol type) =>
        type.IsRecord && constructor.Parameters.Length == 1 && Same(constructor.Parameters[0].Type, type);

    private List<Possibility> AtConstructorEnd(AccessPath path, IMethodSymbol constructor, IOperation use)
    {
        var trace = new Trace();
        if (MayTouch(constructor, path) && _bodies.Body(constructor) is IConstructorBodyOperation body)
        {
            var block = body.BlockBody ?? body.ExpressionBody;
            if (block is not null)
                trace.Apply(ExitEffect(block, path));
        }

        if (trace.IsOpen)
            trace.Apply(Effect.Write(AtConstructorStart(path, constructor, use)));
        return trace.Found;
    }

    /// <summary>
    /// Before a constructor's own statements: what the one that it calls leaves, in its type or in its base, else what the declaration
    /// gives.
    /// </summary>
    private List<Possibility> AtConstructorStart(AccessPath path, IMethodSymbol constructor, IOperation use)
    {
        var type = constructor.ContainingType;
        var call = _bodies.ConstructorCall(constructor);
        var isOwnMember = Same(type.OriginalDefinition, path.Root.ContainingType?.OriginalDefinition);
        var called = call?.TargetMethod;
        if (called is null || (isOwnMember && !Same(called.ContainingType, type)))
        {
            if (isOwnMember || type.BaseType is not { } @base)
                return Initial(path, use);

            called = ParameterlessConstructor(@base);
        }

        if (called is null)
            return Initial(path, use);

        var arguments = call?.Arguments ?? ImmutableArray<IArgumentOperation>.Empty;
        return Enter(called, arguments, null, () => AtConstructorEnd(path, called.OriginalDefinition, use))
            ?? (_entered.ContainsKey(called.OriginalDefinition) ? Nothing : Unknown(use, path.Members));
    }

    private static IMethodSymbol? ParameterlessConstructor(INamedTypeSymbol type)
    {
        foreach (var constructor in type.InstanceConstructors)
        {
            if (constructor.Parameters.IsEmpty)
                return constructor;
        }

        return null;
    }

    /// <summary>What the declaration of a field or property gives it; for a record's positional property, its parameter.</summary>
    private List<Possibility> Initial(AccessPath path, IOperation use)
    {
        if (path.Members.IsEmpty && Plain(path.Root) is { } plain)
            return plain;
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
                    if (parameter.Name == member.Name && parameter.DeclaringSyntaxReferences.Length > 0 && parameter.DeclaringSyntaxReferences[0].Span == reference.Span)
                        return parameter;
                }
            }
        }

        return null;
    }

    /// <summary>Writes in ordinary methods and accessors: they may run before, after or never.</summary>
    private void AddOtherWrites(AccessPath path, INamedTypeSymbol type, List<Possibility> result)
    {
        foreach (var method in _bodies.MethodsNaming(type, path.Root.Name))
        {
            if (method.MethodKind is MethodKind.Constructor or MethodKind.StaticConstructor || _entered.ContainsKey(method))
                continue;
            if (_bodies.Body(method) is { } body)
                result.AddRange(AllWrites(path, body, within: type));
        }
    }

    /// <summary>Whether no method can write it once the object is made.</summary>
    private static bool IsNeverWritten(AccessPath path) => path.Members.IsEmpty && path.Root switch
    {
        IFieldSymbol field => field.IsReadOnly,
        IPropertySymbol property => property.SetMethod is null or { IsInitOnly: true },
        _ => false,
    };

    /// <summary>
    /// Whether code outside the type may set the member, or a type derived from it replace it: then what the type states is only a
    /// default.
    /// </summary>
    private static bool IsSetElsewhere(ISymbol member) => member switch
    {
        IFieldSymbol field => field is { IsReadOnly: false, IsConst: false, DeclaredAccessibility: not Accessibility.Private },
        IPropertySymbol property => property.SetMethod is { DeclaredAccessibility: not Accessibility.Private } || IsReplaceable(property),
        _ => false,
    };

    private static bool IsReplaceable(IPropertySymbol property) =>
        (property.IsVirtual || property.IsAbstract || (property.IsOverride && !property.IsSealed)) && !property.ContainingType.IsSealed;

    private Possibility External(AccessPath path, SourceKind kind, IOperation use)
    {
        var name = path.Members.IsEmpty ? path.Root.Name : path.Members[path.Members.Length - 1];
        var isMember = kind == SourceKind.Member || !path.Members.IsEmpty;
        var identity = IdentityOfOption(path) ?? (isMember ? "member:" + Scope(path.Root) + "." + path : IdentityOf(path.Root));
        var external = Possibility.Named(isMember ? SourceKind.Member : kind, name, identity, use.Syntax).OwnedBy(OwnerOf(path));
        return path.Members.IsEmpty ? external : path.Root switch
        {
            IParameterSymbol { ContainingSymbol: IMethodSymbol { MethodKind: not MethodKind.Constructor } } input => external.HeldBy(input.Type),
            IPropertySymbol { DeclaredAccessibility: Accessibility.Public or Accessibility.Protected, SetMethod.DeclaredAccessibility: not Accessibility.Private } form => external.FilledInAs(form.Type),
            _ => external,
        };
    }

    /// <summary>Of bound options there is one object for all who are handed them: <c>IOptions&lt;MailOptions&gt;.Value.Login</c> is the same everywhere.</summary>
    private static string? IdentityOfOption(AccessPath path)
    {
        var root = path.Root is IParameterSymbol parameter ? parameter.Type : TypeOf(path.Root);
        return path.Members.Length > 1 && path.Members[0] is "Value" or "CurrentValue"
            && root is INamedTypeSymbol { Name: "IOptions" or "IOptionsSnapshot" or "IOptionsMonitor", TypeArguments: { Length: 1 } options }
                ? "option:" + options[0].ToDisplayString() + "." + string.Join(".", path.Members.RemoveAt(0))
                : null;
    }

    /// <summary>The <see cref="Possibility.Identity"/> of what a caller gives for a parameter.</summary>
    public static string IdentityOf(ISymbol parameter) => "parameter:" + Scope(parameter) + "." + parameter.Name;

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
            ILocalSymbol local => local.Type,
            _ => TypeOf(path.Root),
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
}
