using System.Collections.Immutable;

namespace BrevoAnalyzers;

/// <summary>Where an event word is used: each place has words of its own.</summary>
internal enum EventVocabulary
{
    /// <summary><c>event</c> of a webhook's payload. The <c>msg_status</c> of SMS is another field with words of its own.</summary>
    Payload,

    /// <summary><c>events</c> of <c>POST /webhooks</c>.</summary>
    WebhookConfiguration,

    /// <summary><c>event</c> of <c>GET /smtp/statistics/events</c>.</summary>
    Statistics,

    /// <summary><c>reason.code</c> of <c>GET /smtp/blockedContacts</c>.</summary>
    BlockList,

    /// <summary><c>events[].name</c> of <c>GET /smtp/emails/{uuid}</c>.</summary>
    EmailLog,
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

    /// <summary>The first time that a recipient opens the mail.</summary>
    FirstOpen,

    /// <summary>A mailbox provider's proxy loaded the images: perhaps nobody opened the mail.</summary>
    ProxyOpen,
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
        var right = RightEventWords(vocabulary, word);
        return right.IsEmpty ? null : right[0];
    }

    /// <summary>All words that <see cref="RightEventWord"/> could name; empty where it names none.</summary>
    public static ImmutableArray<string> RightEventWords(EventVocabulary vocabulary, string word)
    {
        if (IsEventWord(vocabulary, word))
        {
            return ImmutableArray<string>.Empty;
        }

        foreach (var entry in EventWords)
        {
            var words = entry.Of(vocabulary);
            if (entry.Has(word) && !words.IsEmpty)
            {
                return words;
            }
        }

        return ImmutableArray<string>.Empty;
    }

    /// <summary>Whether the word is one that only the payload of a webhook has, so that it tells which vocabulary is spoken.</summary>
    public static bool IsPayloadOnly(string word) =>
        word is "hard_bounce" or "soft_bounce" or "invalid_email" or "unique_opened" or "unique_proxy_open" or "complaint" or "list_addition"
            or "contact_updated" or "contact_deleted";

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
    // "unsubscribed" and "unsubscribe", the first also writes "Unsubscribed". Words of the log: developers.brevo.com/reference/gettransacemailcontent.
    // Order of the columns: payload, webhook configuration, statistics, block list, log.
    private static readonly ImmutableArray<EventEntry> EventWords = ImmutableArray.Create(
        new EventEntry(EventMeaning.Accepted, "request", "sent request", "requests", "", "sent"),
        new EventEntry(EventMeaning.Delivered, "delivered", "delivered", "delivered", "", "delivered"),
        new EventEntry(EventMeaning.HardBounce, "hard_bounce", "hardBounce", "hardBounces bounces", "hardBounce", "hard_bounce"),
        new EventEntry(EventMeaning.SoftBounce, "soft_bounce", "softBounce", "softBounces bounces", "", "soft_bounce"),
        new EventEntry(EventMeaning.Blocked, "blocked", "blocked", "blocked", "adminBlocked", "blocked"),
        new EventEntry(EventMeaning.Spam, "spam complaint", "spam", "spam", "contactFlaggedAsSpam", "spam"),
        new EventEntry(EventMeaning.Invalid, "invalid_email", "invalid", "invalid", "", "invalid invalid_email"),
        new EventEntry(EventMeaning.Deferred, "deferred", "deferred", "deferred", "", "deferred"),
        new EventEntry(EventMeaning.Click, "click", "click", "clicks", "", "click"),
        new EventEntry(EventMeaning.Open, "opened", "opened", "opened", "", "open"),
        new EventEntry(EventMeaning.FirstOpen, "unique_opened", "uniqueOpened", "opened", "", "open"),
        new EventEntry(EventMeaning.ProxyOpen, "proxy_open unique_proxy_open", "", "loadedByProxy", "", "proxy_open"),
        new EventEntry(
            EventMeaning.Unsubscribe,
            "unsubscribed unsubscribe Unsubscribed",
            "unsubscribed",
            "unsubscribed",
            "unsubscribedViaEmail unsubscribedViaMA unsubscribedViaApi",
            "unsubscribed"),
        new EventEntry(EventMeaning.Error, "error", "", "error", "", "error"));

    /// <summary>
    /// Words of a place that stand for no event of a transactional mail but for one of lists, inbound mail or SMS.
    /// Sources: brevo_csharp 1.1.1 CreateWebhook (enumeration, and text for the SMS words); developers.brevo.com/docs/marketing-webhooks,
    /// /changelog/webhook-support and /changelog/proxy-open-event-supported-for-marketing-webhooks, whose spelling of the new event in the
    /// configuration is not that of its other words: both are known here.
    /// </summary>
    private static bool IsFurtherWord(EventVocabulary vocabulary, string word) => vocabulary switch
    {
        EventVocabulary.WebhookConfiguration => word is "listAddition" or "contactUpdated" or "contactDeleted" or "inboundEmailProcessed"
            or "proxyOpen" or "proxy_open" or "uniqueProxyOpen" or "unique_proxy_open" or "accepted" or "unsubscribe" or "reply" or "subscribe" or "blacklisted" or "skip",
        EventVocabulary.Payload => word is "list_addition" or "contact_updated" or "contact_deleted",
        _ => false,
    };

    private sealed class EventEntry(EventMeaning meaning, string payload, string configuration, string statistics, string blockList, string log)
    {
        private readonly ImmutableArray<string> _payload = Split(payload);
        private readonly ImmutableArray<string> _configuration = Split(configuration);
        private readonly ImmutableArray<string> _statistics = Split(statistics);
        private readonly ImmutableArray<string> _blockList = Split(blockList);
        private readonly ImmutableArray<string> _log = Split(log);

        public EventMeaning Meaning { get; } = meaning;

        public ImmutableArray<string> Of(EventVocabulary vocabulary) => vocabulary switch
        {
            EventVocabulary.Payload => _payload,
            EventVocabulary.WebhookConfiguration => _configuration,
            EventVocabulary.Statistics => _statistics,
            EventVocabulary.BlockList => _blockList,
            _ => _log,
        };

        public bool Has(string word) =>
            _payload.Contains(word) || _configuration.Contains(word) || _statistics.Contains(word) || _blockList.Contains(word)
            || _log.Contains(word);

        private static ImmutableArray<string> Split(string words) =>
            words.Length == 0 ? ImmutableArray<string>.Empty : ImmutableArray.Create(words.Split(' '));
    }
}
