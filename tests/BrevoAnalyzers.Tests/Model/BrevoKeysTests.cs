using System.Collections.Generic;
using BrevoAnalyzers.Model;
using Xunit;

namespace BrevoAnalyzers.Tests.Model;

public class BrevoKeysTests
{
    [Fact]
    public void Text_that_only_resembles_a_full_key_has_no_shape()
    {
        var api = MadeUpKeys.Api;
        string[] nearMisses =
        [
            "xkeysib-",
            "xkeysib-" + MadeUpKeys.Hex,
            "xkeysib-" + MadeUpKeys.Hex + "-",
            "xkeysib-" + MadeUpKeys.Hex + MadeUpKeys.Tail,
            "xkeysib-" + MadeUpKeys.Hex.Substring(1) + "-" + MadeUpKeys.Tail,
            "xkeysib-" + MadeUpKeys.Hex + "-" + MadeUpKeys.Tail.Substring(1),
            "xkeysib-" + MadeUpKeys.Hex + "-" + MadeUpKeys.Tail.Substring(1) + "!",
            "xkeysib-g" + MadeUpKeys.Hex.Substring(1) + "-" + MadeUpKeys.Tail,
            "xkeysib_" + MadeUpKeys.Hex + "-" + MadeUpKeys.Tail,
            "XKEYSIB-" + MadeUpKeys.Hex + "-" + MadeUpKeys.Tail,
            "ykeysib-" + MadeUpKeys.Hex + "-" + MadeUpKeys.Tail,
            "^xkeysib-[a-f0-9]{64}-[A-Za-z0-9]{16}$",
            api + "7",
            "a" + api,
            " " + api,
            api + "\n",
            MadeUpKeys.Hex,
            MadeUpKeys.Fake("xkeysib-", '0', 'x'),
            MadeUpKeys.Fake("xsmtpsib-", 'a', 'a'),
        ];

        Assert.All(nearMisses, text => Assert.Equal(KeyShape.None, BrevoKeys.Classify(text)));
    }

    [Fact]
    public void Full_keys_are_told_apart()
    {
        Assert.Equal(89, MadeUpKeys.Api.Length);
        Assert.Equal(90, MadeUpKeys.Smtp.Length);
        Assert.Equal(KeyShape.ApiKey, BrevoKeys.Classify(MadeUpKeys.Api));
        Assert.Equal(KeyShape.SmtpKey, BrevoKeys.Classify(MadeUpKeys.Smtp));
        Assert.Equal(KeyShape.ApiKey, BrevoKeys.Classify("xkeysib-" + MadeUpKeys.Hex.ToUpperInvariant() + "-" + MadeUpKeys.Tail));
    }

    [Fact]
    public void A_key_is_made_up_only_if_both_parts_repeat_one_character()
    {
        Assert.Equal(KeyShape.ApiKey, BrevoKeys.Classify("xkeysib-" + new string('0', 64) + "-" + MadeUpKeys.Tail));
        Assert.Equal(KeyShape.ApiKey, BrevoKeys.Classify("xkeysib-" + MadeUpKeys.Hex + "-" + new string('x', 16)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("abcdefghijklmnop")]
    [InlineData("0123456789012345")]
    [InlineData("AbCd0fGh73KmNpF")]
    [InlineData("AbCd0fGh73KmNpF67")]
    [InlineData("AbCd0fGh-3KmNpF6")]
    [InlineData("AbCd0fGh 3KmNpF6")]
    [InlineData("AbCd0fGhé3KmNpF6")]
    public void Text_that_only_resembles_a_short_key_has_no_shape(string text) =>
        Assert.Equal(KeyShape.None, BrevoKeys.Classify(text));

    [Fact]
    public void Sixteen_letters_and_digits_are_a_short_key_which_proves_nothing_alone()
    {
        Assert.Equal(KeyShape.ShortSmtpKey, BrevoKeys.Classify(MadeUpKeys.Tail));
        Assert.False(BrevoKeys.IsFullShape(KeyShape.ShortSmtpKey));
        Assert.False(BrevoKeys.IsFullShape(KeyShape.None));
        Assert.True(BrevoKeys.IsFullShape(KeyShape.ApiKey));
        Assert.True(BrevoKeys.IsFullShape(KeyShape.SmtpKey));
    }

    [Fact]
    public void Full_keys_are_found_inside_a_text_with_their_places()
    {
        var text = "a=" + MadeUpKeys.Api + ";b=\"" + MadeUpKeys.Smtp + "\" " + MadeUpKeys.Fake("xkeysib-", '0', '0') + " " + MadeUpKeys.Api;

        var found = new List<(int Start, string Text, KeyShape Shape)>();
        foreach (var key in BrevoKeys.FindFullShapes(text))
        {
            found.Add((key.Start, text.Substring(key.Start, key.Length), key.Shape));
        }

        Assert.Equal(
            [
                (2, MadeUpKeys.Api, KeyShape.ApiKey),
                (text.IndexOf(MadeUpKeys.Smtp, System.StringComparison.Ordinal), MadeUpKeys.Smtp, KeyShape.SmtpKey),
                (text.LastIndexOf(MadeUpKeys.Api, System.StringComparison.Ordinal), MadeUpKeys.Api, KeyShape.ApiKey),
            ],
            found);
    }

    [Fact]
    public void A_key_that_continues_a_word_is_not_found()
    {
        Assert.Empty(Find("a" + MadeUpKeys.Api));
        Assert.Empty(Find(MadeUpKeys.Api + "a"));
        Assert.Single(Find("_" + MadeUpKeys.Api + "-"));
        Assert.Single(Find("Bearer " + MadeUpKeys.Api + "\r\n"));
    }

    [Fact]
    public void A_cut_off_prefix_before_a_key_does_not_hide_it() =>
        Assert.Single(Find("xkeysib-xkeysib-" + MadeUpKeys.Smtp));

    [Fact]
    public void Searching_allocates_nothing()
    {
        var text = "no key here, only sib- and xkeysib- " + new string('x', 1000) + MadeUpKeys.Api;
        Count(text);

        var before = System.GC.GetAllocatedBytesForCurrentThread();
        var count = Count(text);
        Assert.Equal(0, System.GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.Equal(0, count);
    }

    private static int Count(string text)
    {
        var count = 0;
        foreach (var _ in BrevoKeys.FindFullShapes(text))
        {
            count++;
        }

        return count;
    }

    private static List<KeyShape> Find(string text)
    {
        var shapes = new List<KeyShape>();
        foreach (var key in BrevoKeys.FindFullShapes(text))
        {
            shapes.Add(key.Shape);
        }

        return shapes;
    }
}
