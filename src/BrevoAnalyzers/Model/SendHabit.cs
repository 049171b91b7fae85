using BrevoAnalyzers.Values;

namespace BrevoAnalyzers.Model;

/// <summary>Ways to send that work, and that a reviewer may still object to.</summary>
internal enum SendHabit
{
    /// <summary>A connection for every mail of a list.</summary>
    ConnectsPerMessage,

    /// <summary>A call of the API for every recipient of one content.</summary>
    CallsPerRecipient,

    /// <summary>A retry that does not ask whether a second attempt can succeed.</summary>
    RetriesEverything,

    /// <summary>An HTTP endpoint that mails for anybody, as often as asked.</summary>
    IsOpenToEverybody,
}

/// <summary>A habit with the place that shows it.</summary>
internal readonly struct FoundHabit
{
    public FoundHabit(SendHabit habit, Place place)
    {
        Habit = habit;
        Place = place;
    }

    public SendHabit Habit { get; }

    public Place Place { get; }
}
