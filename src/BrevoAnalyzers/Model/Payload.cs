using System.Collections.Generic;
using System.Collections.Immutable;
using BrevoAnalyzers.Values;
using Microsoft.CodeAnalysis;

namespace BrevoAnalyzers.Model;

/// <summary>What a payload's value is once it is written as JSON.</summary>
internal enum PayloadKind
{
    /// <summary>The source does not say.</summary>
    Unknown,
    Null,
    String,
    Number,
    Boolean,
    Object,
    Array,

    /// <summary>One of several: see <see cref="PayloadValue.Items"/>.</summary>
    Choice,
}

/// <summary>
/// A value of a request's body as it will be written, whatever the source writes it as: anonymous object, class, dictionary, JSON
/// text or a model of the SDK.
/// </summary>
internal sealed class PayloadValue
{
    public PayloadKind Kind { get; init; }

    public Place Place { get; init; }

    /// <summary>What a string, number or boolean can be; of an unknown value, what it is named.</summary>
    public ValueSet Values { get; init; } = ValueSet.Empty;

    /// <summary>The members of an object.</summary>
    public ImmutableArray<PayloadEntry> Entries { get; init; } = ImmutableArray<PayloadEntry>.Empty;

    /// <summary>The elements of an array, or the alternatives of a choice.</summary>
    public ImmutableArray<PayloadValue> Items { get; init; } = ImmutableArray<PayloadValue>.Empty;

    /// <summary>Of a choice: under which conditions each of <see cref="Items"/> is chosen; empty where nothing is known of that.</summary>
    public ImmutableArray<Guards> ItemGuards { get; init; } = ImmutableArray<Guards>.Empty;

    /// <summary>How many elements of an array the source writes down; of many, <see cref="Items"/> holds the first.</summary>
    public int WrittenElements { get; init; }

    /// <summary>Whether <see cref="Entries"/> or <see cref="Items"/> are all there can be.</summary>
    public bool IsClosed { get; init; }

    /// <summary>The type that the source gives the value, where it has one.</summary>
    public ITypeSymbol? Type { get; init; }

    /// <summary>The expression that the value is read from; null within JSON text.</summary>
    public IOperation? Expression { get; init; }

    /// <summary>Whether a number is what the caller of a method has to hand in as a whole number, so that it is certainly given.</summary>
    public bool IsHandedIn { get; init; }

    public PayloadEntry? Find(string name)
    {
        foreach (var entry in Entries)
        {
            if (entry.Name == name)
                return entry;
        }

        return null;
    }

    /// <summary>The value itself, or each of a choice's.</summary>
    public IEnumerable<PayloadValue> Alternatives()
    {
        if (Kind != PayloadKind.Choice)
        {
            yield return this;
            yield break;
        }

        foreach (var item in Items)
        {
            foreach (var inner in item.Alternatives())
                yield return inner;
        }
    }

    /// <summary>The objects that the value can be: itself, its alternatives, and the elements of arrays.</summary>
    public IEnumerable<PayloadValue> Objects()
    {
        foreach (var value in Alternatives())
        {
            if (value.Kind == PayloadKind.Object)
                yield return value;
            if (value.Kind != PayloadKind.Array)
                continue;

            foreach (var item in value.Items)
            {
                foreach (var inner in item.Alternatives())
                {
                    if (inner.Kind == PayloadKind.Object)
                        yield return inner;
                }
            }
        }
    }

    /// <summary>As a setting of a session: what rules on senders and names ask about.</summary>
    public SessionValue AsSessionValue() => new(Values, Place);
}

/// <summary>A member of a payload object.</summary>
internal sealed class PayloadEntry
{
    public PayloadEntry(string name, Place namePlace, PayloadValue value)
    {
        Name = name;
        NamePlace = namePlace;
        Value = value;
    }

    /// <summary>The name as the serialiser writes it.</summary>
    public string Name { get; }

    /// <summary>Where the name is written; where nothing but the value is, that.</summary>
    public Place NamePlace { get; }

    public PayloadValue Value { get; }

    /// <summary>Where an attribute of the class gives the name, which then has to change there.</summary>
    public Place? DeclaredName { get; init; }

    /// <summary>What a property would be called if the serialiser wrote it in camel case; null where it is none.</summary>
    public string? InCamelCase { get; init; }

    /// <summary>Whether the member is there under a condition only.</summary>
    public bool IsConditional { get; init; }
}
