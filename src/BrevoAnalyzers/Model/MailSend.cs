using System.Collections.Immutable;
using BrevoAnalyzers.Values;

namespace BrevoAnalyzers.Model;

/// <summary>What becomes of a call that sends mail through Brevo: who waits for it, who hears of its failure.</summary>
internal sealed class MailSend
{
    public MailSend(Place call) => Call = call;

    public Place Call { get; }

    /// <summary>Whether the call returns a task that nobody awaits, returns or keeps.</summary>
    public bool IsDropped { get; init; }

    /// <summary>The <c>void</c> of the <c>async void</c> method that sends, where that is no event handler and lets failures escape.</summary>
    public Place? AsyncVoid { get; init; }

    /// <summary>The catches that take the send's failure and do nothing.</summary>
    public ImmutableArray<Place> SwallowedBy { get; init; } = ImmutableArray<Place>.Empty;

    /// <summary>Whether failure comes back as FluentEmail's SendResponse, and nobody looks at it.</summary>
    public bool IgnoresSendResponse { get; init; }
}
