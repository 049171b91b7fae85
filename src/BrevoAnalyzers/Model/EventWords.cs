using System.Collections.Immutable;
using BrevoAnalyzers.Values;

namespace BrevoAnalyzers.Model;

/// <summary>A word for an event, as the code writes it.</summary>
internal sealed class EventWord
{
    public EventWord(Possibility value, Place use)
    {
        Value = value;
        Use = use;
    }

    /// <summary>The constant.</summary>
    public Possibility Value { get; }

    /// <summary>Where it is compared or handed over.</summary>
    public Place Use { get; }

    public string Text => Value.Text ?? "";
}

/// <summary>The words by which a type's code speaks of events in one place: what it compares a webhook's event with, or what it asks for.</summary>
internal sealed class EventWords
{
    public EventWords(EventVocabulary vocabulary, ImmutableArray<EventWord> words)
    {
        Vocabulary = vocabulary;
        Words = words;
    }

    public EventVocabulary Vocabulary { get; }

    public ImmutableArray<EventWord> Words { get; }

    public bool Has(string text)
    {
        foreach (var word in Words)
        {
            if (word.Text == text)
                return true;
        }

        return false;
    }
}
