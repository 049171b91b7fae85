using System.Collections.Generic;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace BrevoAnalyzers.Values;

/// <content>Abstract and virtual properties: what the project's own types give for them.</content>
internal sealed partial class Resolver
{
    /// <summary>With more of them, which one is meant says little.</summary>
    private const int MostImplementations = 8;

    private readonly Dictionary<IPropertySymbol, List<IPropertySymbol>> _implementations = new(SymbolEqualityComparer.Default);

    /// <summary>The type of the object whose member is asked, as a subject of guards.</summary>
    private const string TypeOfThis = "type of this";

    /// <summary>
    /// What the types of the project state in the place of a property, each under the guard that the object is of that type, so that the values
    /// of two types never meet. Nothing for properties of libraries.
    /// </summary>
    private List<Possibility> FromImplementations(IPropertySymbol contract, ImmutableArray<string> rest, IOperation use, string subject)
    {
        var result = new List<Possibility>();
        foreach (var property in ImplementationsOf(contract.OriginalDefinition))
            result.AddRange(When(Guards.Of(IsOf(property, subject)), () => DefaultOf(property.ContainingType, property, rest, use)));

        return result;
    }

    /// <summary>A property's own value, which objects do not have whose type states another.</summary>
    private List<Possibility> UnlessReplaced(IPropertySymbol property, List<Possibility> own)
    {
        Guards? guards = Guards.None;
        foreach (var other in ImplementationsOf(property.OriginalDefinition))
            guards = guards?.And(Guard.IsNot(TypeOfThis, other.ContainingType.ToDisplayString()));

        return When(guards, () => own);
    }

    private static Guard IsOf(IPropertySymbol property, string subject) => Guard.Is(subject, property.ContainingType.ToDisplayString());

    private List<IPropertySymbol> ImplementationsOf(IPropertySymbol contract)
    {
        if (_implementations.TryGetValue(contract, out var implementations))
            return implementations;

        _implementations.Add(contract, implementations = new List<IPropertySymbol>());
        if (contract.DeclaringSyntaxReferences.IsEmpty)
            return implementations;

        foreach (var symbol in _bodies.Compilation.GetSymbolsWithName(contract.Name, SymbolFilter.Member, _cancellation))
        {
            if (symbol is IPropertySymbol { IsAbstract: false } property && (Overrides(property, contract) || Implements(property, contract)))
                implementations.Add(property);
        }

        if (implementations.Count > MostImplementations)
            implementations.Clear();
        return implementations;
    }

    private static bool Overrides(IPropertySymbol property, IPropertySymbol contract)
    {
        for (var overridden = property.OverriddenProperty; overridden is not null; overridden = overridden.OverriddenProperty)
        {
            if (Same(overridden.OriginalDefinition, contract))
                return true;
        }

        return false;
    }

    private static bool Implements(IPropertySymbol property, IPropertySymbol contract)
    {
        if (contract.ContainingType.TypeKind != TypeKind.Interface)
            return false;

        foreach (var candidate in property.ContainingType.AllInterfaces)
        {
            if (Same(candidate.OriginalDefinition, contract.ContainingType))
                return true;
        }

        return false;
    }
}
