using System.Collections.Generic;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace BrevoAnalyzers.Values;

/// <content>Properties that compute their value, and what a class states as the default of its members.</content>
internal sealed partial class Resolver
{
    private IMethodSymbol? GetterOf(IPropertySymbol property) =>
        property.GetMethod is { IsAbstract: false } getter && _bodies.Body(getter) is not null ? getter : null;

    private List<Possibility> ValueOfGetter(IPropertySymbol property, IMethodSymbol getter, AccessPath path, IOperation use)
    {
        var body = _bodies.Body(getter)!;
        var found = Enter(getter, ImmutableArray<IArgumentOperation>.Empty, use, () => ReturnedBy(body, path.Members));
        if (found is null)
            return Single(External(path, SourceKind.Member, use));

        if (IsReplaceable(property))
            found = Union(Union(UnlessReplaced(property, found), Named(FromImplementations(property, path.Members, use, TypeOfThis), property.Name)), Single(External(path, SourceKind.Member, use)));
        return found;
    }

    private List<Possibility> EntryOfBackingField(AccessPath path, IPropertySymbol owner, IOperation use)
    {
        var result = new List<Possibility>();
        if (_bodies.Initializer(owner) is { } initializer)
            result.AddRange(Evaluate(initializer, path.Members));
        if (owner.SetMethod is { } setter && _bodies.Body(setter) is { } body)
            result.AddRange(AllWrites(path, body));
        if (result.Count == 0 || IsSetElsewhere(owner))
            result.Add(External(path, SourceKind.Member, use));
        return result;
    }

    /// <summary>
    /// <c>settings.EffectiveFrom</c>, where the class says <c>string EffectiveFrom => From ?? Login</c>: what the members of the same object hold
    /// that it chooses from. Null for a member that is stored, or made of more than others of its object.
    /// </summary>
    private List<Possibility>? ComputedFromOthers(AccessPath path, IOperation use)
    {
        if (path.Members.IsEmpty || IsCall(path.Members) || OwnerOf(path) is not INamedTypeSymbol owner
            || FindMember(owner, path.Members[path.Members.Length - 1]) is not IPropertySymbol { IsStatic: false, SetMethod: null, DeclaringSyntaxReferences.Length: > 0 } property
            || IsReplaceable(property) || GetterOf(property) is not { } getter)
        {
            return null;
        }

        var names = new List<string>();
        foreach (var operation in Operations.Below(_bodies.Body(getter)!, intoFunctions: false))
        {
            if (operation is IReturnOperation { ReturnedValue: { } value } && !AddChosen(value, names))
                return null;
        }

        var result = new List<Possibility>();
        foreach (var name in names)
            result.AddRange(Before(new AccessPath(path.Root, path.Members.SetItem(path.Members.Length - 1, name)), use));
        return result.Count > 0 ? result : null;
    }

    private static bool AddChosen(IOperation value, List<string> names)
    {
        switch (Operations.Unwrap(value))
        {
            case IConditionalOperation { WhenFalse: { } other } choice:
                return AddChosen(choice.WhenTrue, names) && AddChosen(other, names);
            case ICoalesceOperation coalesce:
                return AddChosen(coalesce.Value, names) && AddChosen(coalesce.WhenNull, names);
            case IMemberReferenceOperation { Instance: IInstanceReferenceOperation, Member: IPropertySymbol or IFieldSymbol } member:
                names.Add(member.Member.Name);
                return true;
            default:
                return false;
        }
    }

    /// <summary>What a settings class states as the default of the member that a path ends in.</summary>
    private List<Possibility> DefaultsOfMember(ITypeSymbol type, ImmutableArray<string> members, IOperation use)
    {
        if (members.IsEmpty || IsCall(members) || FindMember(type, members[0]) is not { } member)
            return Nothing;

        if (member.DeclaringSyntaxReferences.Length > 0 && !member.IsStatic)
        {
            var stated = DefaultOf(type, member, members.RemoveAt(0), use);
            if (stated.Count > 0)
                return Named(stated, member.Name);
        }

        return TypeOf(member) is { } next ? DefaultsOfMember(next, members.RemoveAt(0), use) : Nothing;
    }

    private List<Possibility> DefaultOf(ITypeSymbol type, ISymbol member, ImmutableArray<string> rest, IOperation use)
    {
        if (member is IPropertySymbol { IsAbstract: true } contract)
            return FromImplementations(contract, rest, use, "type of " + contract.ContainingType.OriginalDefinition.ToDisplayString());
        if (member is IPropertySymbol property && GetterOf(property) is { } getter)
            return ValueOfForeignGetter(getter, rest, use);

        var path = new AccessPath(member.OriginalDefinition, rest);
        if (type is INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct } named && (ParameterlessConstructor(named) ?? ConstructorOfServices(named)) is { } constructor)
        {
            return Enter(constructor, ImmutableArray<IArgumentOperation>.Empty, null, () => AtConstructorEnd(path, constructor.OriginalDefinition, use))
                ?? Nothing;
        }

        // record RelaySettings(string Host = "…", int Port = 587)
        if (PositionalParameter(member) is { HasExplicitDefaultValue: true } parameter && _bodies.Initializer(parameter) is { } given)
            return Evaluate(given, rest);

        return _bodies.IsNamedInConstructor(member) || _bodies.Initializer(member) is not { } initializer ? Nothing : Evaluate(initializer, rest);
    }

    /// <summary>The one constructor of a type that the container makes: it takes only interfaces, from whose settings it fills the object.</summary>
    private IMethodSymbol? ConstructorOfServices(INamedTypeSymbol type)
    {
        var constructors = ConstructorsOf(type);
        if (constructors.Count != 1)
            return null;

        foreach (var parameter in constructors[0].Parameters)
        {
            if (parameter.Type.TypeKind != TypeKind.Interface)
                return null;
        }

        return constructors[0];
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
