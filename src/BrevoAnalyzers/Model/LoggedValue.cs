using BrevoAnalyzers.Values;

namespace BrevoAnalyzers.Model;

/// <summary>A value that the code writes where people read it.</summary>
internal sealed class LoggedValue
{
    public LoggedValue(ValueSet values, Place place, string sink)
    {
        Values = values;
        Place = place;
        Sink = sink;
    }

    public ValueSet Values { get; }

    public Place Place { get; }

    /// <summary>Where it goes, in words: "the console", "the log", "an exception's message".</summary>
    public string Sink { get; }
}
