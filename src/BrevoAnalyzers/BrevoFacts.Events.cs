using System;
using System.Collections.Generic;
using System.Collections.Immutable;

namespace BrevoAnalyzers;

/// <summary>Where an event word is used: each place has words of its own.</summary>
internal enum EventVocabulary
{
    /// <summary><c>event</c> of a webhook's payload.</summary>
    Payload,

    /// <summary><c>events</c> of <c>POST /webhooks</c>.</summary>
    WebhookConfiguration,

    /// <summary><c>event</c> of <c>GET /smtp/statistics/events</c>.</summary>
    Statistics,

    /// <summary><c>reason.code</c> of <c>GET /smtp/blockedContacts</c>.</summary>
    BlockList,
}

/// <summary>What happened to a mail.</summary>
internal enum EventMeaning
{
    Accepted,
    Delivered,
    HardBounce,
    SoftBounce,
    Blocked,
    Spam,
    Invalid,
    Deferred,
    Click,
    Open,
    Unsubscribe,
    Error,
}

internal static partial class BrevoFacts
{
    /// <summary>Whether Brevo uses the word in that place; where sources disagree, both words are known.</summary>
    public static bool IsEventWord(EventVocabulary vocabulary, string word)
    {
        foreach (var entry in EventWords)
        {
            if (entry.Of(vocabulary).Contains(word))
            {
                return true;
            }
        }

        return IsFurtherWord(vocabulary, word);
    }

    /// <summary>What the word means in any of the vocabularies; null for a word of none of them. Case counts.</summary>
    public static EventMeaning? MeaningOfEventWord(string word)
    {
        foreach (var entry in EventWords)
        {
            if (entry.Has(word))
            {
                return entry.Meaning;
            }
        }

        return null;
    }

    /// <summary>
    /// The word for the same event in <paramref name="vocabulary"/>, where <paramref name="word"/> belongs to another one; null where
    /// it is right already, unknown, or the place has no word for the event. The usual word comes first where there are several.
    /// </summary>
    public static string? RightEventWord(EventVocabulary vocabulary, string word)
    {
        if (IsEventWord(vocabulary, word))
        {
            return null;
        }

        foreach (var entry in EventWords)
        {
            var words = entry.Of(vocabulary);
            if (entry.Has(word) && !words.IsEmpty)
            {
                return words[0];
            }
        }

        return null;
    }

    /// <summary>The words of a place for an event, the usual one first; empty where there is none.</summary>
    public static ImmutableArray<string> WordsOf(EventVocabulary vocabulary, EventMeaning meaning)
    {
        foreach (var entry in EventWords)
        {
            if (entry.Meaning == meaning)
            {
                return entry.Of(vocabulary);
            }
        }

        return ImmutableArray<string>.Empty;
    }

    // Sources: getbrevo/brevo-node v5.0.1 CreateWebhookRequest, GetEmailEventReportRequestEvent, GetTransacBlockedContactsResponse;
    // payload words: developers.brevo.com/docs/transactional-webhooks and anymail's webhooks/brevo.py. The two disagree about
    // "unsubscribed" and "unsubscribe", the first also writes "Unsubscribed".
    private static readonly ImmutableArray<EventEntry> EventWords = ImmutableArray.Create(
        new EventEntry(EventMeaning.Accepted, "request", "sent request", "requests", ""),
        new EventEntry(EventMeaning.Delivered, "delivered", "delivered", "delivered", ""),
        new EventEntry(EventMeaning.HardBounce, "hard_bounce", "hardBounce", "hardBounces bounces", "hardBounce"),
        new EventEntry(EventMeaning.SoftBounce, "soft_bounce", "softBounce", "softBounces bounces", ""),
        new EventEntry(EventMeaning.Blocked, "blocked", "blocked", "blocked", "adminBlocked"),
        new EventEntry(EventMeaning.Spam, "spam complaint", "spam", "spam", "contactFlaggedAsSpam"),
        new EventEntry(EventMeaning.Invalid, "invalid_email", "invalid", "invalid", ""),
        new EventEntry(EventMeaning.Deferred, "deferred", "deferred", "deferred", ""),
        new EventEntry(EventMeaning.Click, "click", "click", "clicks", ""),
        new EventEntry(
            EventMeaning.Open,
            "opened unique_opened proxy_open unique_proxy_open",
            "opened uniqueOpened",
            "opened loadedByProxy",
            ""),
        new EventEntry(
            EventMeaning.Unsubscribe,
            "unsubscribed unsubscribe Unsubscribed",
            "unsubscribed",
            "unsubscribed",
            "unsubscribedViaEmail unsubscribedViaMA unsubscribedViaApi"),
        new EventEntry(EventMeaning.Error, "error", "", "error", ""));

    /// <summary>Words of a place that stand for no event of a transactional mail.</summary>
    private static bool IsFurtherWord(EventVocabulary vocabulary, string word) => vocabulary switch
    {
        _ => false,
    };

    private sealed class EventEntry(EventMeaning meaning, string payload, string configuration, string statistics, string blockList)
    {
        private readonly ImmutableArray<string> _payload = Split(payload);
        private readonly ImmutableArray<string> _configuration = Split(configuration);
        private readonly ImmutableArray<string> _statistics = Split(statistics);
        private readonly ImmutableArray<string> _blockList = Split(blockList);

        public EventMeaning Meaning { get; } = meaning;

        public ImmutableArray<string> Of(EventVocabulary vocabulary) => vocabulary switch
        {
            EventVocabulary.Payload => _payload,
            EventVocabulary.WebhookConfiguration => _configuration,
            EventVocabulary.Statistics => _statistics,
            _ => _blockList,
        };

        public bool Has(string word) =>
            _payload.Contains(word) || _configuration.Contains(word) || _statistics.Contains(word) || _blockList.Contains(word);

        private static ImmutableArray<string> Split(string words) =>
            words.Length == 0 ? ImmutableArray<string>.Empty : ImmutableArray.Create(words.Split(' '));
    }
}
