using System;
using System.Collections.Immutable;
using BrevoAnalyzers.Model;
using BrevoAnalyzers.Values;
using Microsoft.CodeAnalysis;

namespace BrevoAnalyzers.Rules;

/// <summary>BREVO5004: webhook payload, webhook configuration, statistics and block list each have words of their own for the same events.</summary>
internal sealed class UnknownEventName : IApiRule
{
    /// <summary>The wrong word and the right one, for the fix: both are Brevo's.</summary>
    public const string WrongWord = nameof(WrongWord);
    public const string RightWord = nameof(RightWord);

    internal static readonly DiagnosticDescriptor Descriptor = new(
        "BREVO5004",
        "The event name belongs to another of Brevo's vocabularies",
        "'{0}' is a word of another of Brevo's vocabularies: {1} this event is called '{2}'",
        Category.Delivery,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: Category.PageOf("BREVO5004"));

    public DiagnosticDescriptor Rule => Descriptor;

    /// <summary>Code that accepts the right word too may accept as many others as it likes.</summary>
    public static void Check(EventWords words, Report report)
    {
        foreach (var word in words.Words)
        {
            var right = BrevoFacts.RightEventWords(words.Vocabulary, word.Text);
            if (!right.IsEmpty && !HasAny(words, right))
                At(word.Value, word.Use, words.Vocabulary, word.Text, right[0], report);
        }
    }

    public void Check(ApiRequest request, Report report)
    {
        foreach (var url in request.Urls)
        {
            var path = BrevoRequest.PathOf(url.Text);
            if (path.EndsWith("/smtp/statistics/events", StringComparison.OrdinalIgnoreCase))
                CheckQuery(url, report);
            else if (path.EndsWith("/webhooks", StringComparison.OrdinalIgnoreCase) || path.IndexOf("/webhooks/", StringComparison.OrdinalIgnoreCase) >= 0)
                CheckConfiguration(request.Body, report);
        }
    }

    private static void CheckQuery(ApiUrl url, Report report)
    {
        var query = url.Text.IndexOf('?');
        if (query < 0)
            return;

        foreach (var parameter in url.Text.Substring(query + 1).Split('&'))
        {
            if (parameter.StartsWith("event=", StringComparison.Ordinal) && parameter.Substring("event=".Length) is var word
                && BrevoFacts.RightEventWord(EventVocabulary.Statistics, word) is { } right)
            {
                At(url.Path, url.Use, EventVocabulary.Statistics, word, right, report);
            }
        }
    }

    private static void CheckConfiguration(PayloadValue? body, Report report)
    {
        if (body is null)
            return;

        foreach (var webhook in body.Objects())
        {
            if (webhook.Find("events") is not { } events)
                continue;

            foreach (var list in events.Value.Alternatives())
            {
                foreach (var item in list.Items)
                {
                    foreach (var known in item.Values.Known)
                    {
                        if (known.Text is { } word && BrevoFacts.RightEventWord(EventVocabulary.WebhookConfiguration, word) is { } right)
                            At(known, item.Place, EventVocabulary.WebhookConfiguration, word, right, report);
                    }
                }
            }
        }
    }

    private static void At(Possibility value, Place use, EventVocabulary vocabulary, string word, string right, Report report) => report.At(
        Descriptor,
        value,
        use,
        FixData.None.With(WrongWord, word).With(RightWord, right),
        word,
        vocabulary switch
        {
            EventVocabulary.Payload => "in what a webhook sends",
            EventVocabulary.WebhookConfiguration => "in the configuration of a webhook",
            EventVocabulary.BlockList => "in the list of blocked contacts",
            _ => "in the statistics",
        },
        right);

    private static bool HasAny(EventWords words, ImmutableArray<string> right)
    {
        foreach (var word in right)
        {
            if (words.Has(word))
                return true;
        }

        return false;
    }
}
