using System.Collections;
using System.Collections.Generic;
using System.Collections.Immutable;

namespace BrevoAnalyzers.Values;

/// <summary>What an expression can hold: a few possibilities, each with its guards.</summary>
internal sealed class ValueSet : IEnumerable<Possibility>
{
    public static readonly ValueSet Empty = new(ImmutableArray<Possibility>.Empty);

    private readonly ImmutableArray<Possibility> _all;

    public ValueSet(ImmutableArray<Possibility> all) => _all = all;

    public int Count => _all.Length;

    public Possibility this[int index] => _all[index];

    /// <summary>Whether every possibility is a constant, so that the list is all there can be.</summary>
    public bool IsComplete
    {
        get
        {
            foreach (var possibility in _all)
            {
                if (!possibility.IsConstant)
                    return false;
            }

            return true;
        }
    }

    /// <summary>Whether nobody ever gave the value: all possibilities that there are say so.</summary>
    public bool IsUnset
    {
        get
        {
            foreach (var possibility in _all)
            {
                if (possibility.Kind != PossibilityKind.Unset)
                    return false;
            }

            return _all.Length > 0;
        }
    }

    /// <summary>Whether one of the possibilities is written at <paramref name="place"/>.</summary>
    public bool IsAt(Place place)
    {
        foreach (var possibility in _all)
        {
            if (possibility.Place.Equals(place))
                return true;
        }

        return false;
    }

    /// <summary>The possibilities that can be there together with <paramref name="guards"/>.</summary>
    public ValueSet In(Guards guards)
    {
        if (IsAllOf(guards))
            return this;

        var builder = ImmutableArray.CreateBuilder<Possibility>(_all.Length);
        foreach (var possibility in _all)
        {
            if (!possibility.Guards.Meets(guards))
                continue;

            builder.Add(!possibility.IsAssumed ? possibility
                : guards.Implies(possibility.Assumption) ? possibility.Unassumed()
                : possibility.Forget());
        }

        return new ValueSet(builder.ToImmutable());
    }

    /// <summary>Whether all can be there as they are, as mostly: then there is nothing to make.</summary>
    private bool IsAllOf(Guards guards)
    {
        foreach (var possibility in _all)
        {
            if (possibility.IsAssumed || !possibility.Guards.Meets(guards))
                return false;
        }

        return true;
    }

    /// <summary>The constants, in the order in which they were found.</summary>
    public IEnumerable<Possibility> Known
    {
        get
        {
            foreach (var possibility in _all)
            {
                if (possibility.IsConstant && !possibility.IsAssumed)
                    yield return possibility;
            }
        }
    }

    public ImmutableArray<Possibility>.Enumerator GetEnumerator() => _all.GetEnumerator();

    IEnumerator<Possibility> IEnumerable<Possibility>.GetEnumerator() => ((IEnumerable<Possibility>)_all).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => ((IEnumerable<Possibility>)_all).GetEnumerator();
}
