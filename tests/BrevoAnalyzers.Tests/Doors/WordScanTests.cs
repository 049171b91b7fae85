using System;
using System.Linq;
using BrevoAnalyzers.Doors;
using Xunit;

namespace BrevoAnalyzers.Tests.Doors;

public sealed class WordScanTests
{
    private static readonly (string Word, Signs Sign)[] s_words =
        [("smtp", Signs.Smtp), ("SendSmtp", Signs.Api), ("\"sent\"", Signs.Event), ("brevo_csharp", Signs.Brevo), ("relay-", Signs.Key), ("mailmail", Signs.Secret)];

    /// <summary>Texts of few syllables, so that words come up whole, cut and into one another.</summary>
    [Fact]
    public void Finds_what_a_search_for_each_word_finds()
    {
        string[] syllables = ["smtp", "SMT", "p", "send", "Sent", "\"", "mail", "relay", "-", "brevo", "_", "csharp", "R", "é"];
        var scan = new WordScan(s_words);
        var random = new Random(7);
        var seen = Signs.None;
        for (var run = 0; run < 20_000; run++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(9)).Select(_ => syllables[random.Next(syllables.Length)]));
            var expected = s_words.Where(word => text.Contains(word.Word, StringComparison.OrdinalIgnoreCase)).Aggregate(Signs.None, (signs, word) => signs | word.Sign);
            Assert.True(expected == scan.Find(text), text);
            seen |= expected;
        }

        Assert.Equal(s_words.Aggregate(Signs.None, (signs, word) => signs | word.Sign), seen);
    }

    [Fact]
    public void A_place_that_does_not_count_is_passed_over()
    {
        var scan = new WordScan(s_words);
        Assert.Equal(Signs.None, scan.Find("name=\"sent\"", (text, start) => start == 0 || text[start - 1] != '='));
        Assert.Equal(Signs.Event, scan.Find("name=\"sent\" or \"sent\"", (text, start) => start == 0 || text[start - 1] != '='));
    }
}
