using System;

namespace BrevoAnalyzers.Model;

/// <summary>
/// Tells texts that stand where a value will be filled in ("your-smtp-key", "${SMTP_KEY}", "changeme") from values.
/// </summary>
/// <remarks>
/// A false warning is worse than a miss, so doubtful words ("password123", "my-secret") are placeholders. Two things never are:
/// a full key, and random-looking text: 16 mixed alphanumerics stay a key even when "Test" or "set" happens to be in them,
/// and a human password with punctuation of its own or with words of its own ("Summer2024!Rain") stays one.
/// The word analysis is in <see cref="PlaceholderWords"/>.
/// </remarks>
internal static class Placeholders
{
    /// <summary>Whether <paramref name="value"/> says nothing about what the program will really use.</summary>
    public static bool IsPlaceholder(string? value)
    {
        if (value is null)
        {
            return true;
        }

        var text = value.Trim();
        if (text.Length == 0)
        {
            return true;
        }

        foreach (var _ in BrevoKeys.FindFullShapes(text))
        {
            return false;
        }

        return HasUnfinishedKey(text)
            || IsOneRepeatedCharacter(text)
            || IsBracketed(text)
            || HasSubstitution(text)
            || IsMasked(text)
            || (IsAddress(text, out var local) ? IsPlaceholderLocalPart(local) : PlaceholderWords.ReadsAsPlaceholder(text));
    }

    /// <summary>A key's prefix that no full key follows: cut off, masked, or prose about keys.</summary>
    private static bool HasUnfinishedKey(string text) =>
        text.IndexOf("xkeysib", StringComparison.OrdinalIgnoreCase) >= 0
        || text.IndexOf("xsmtpsib", StringComparison.OrdinalIgnoreCase) >= 0;

    /// <summary>"xxxx-xxxx", "****", "0": one character, whatever <c>-</c>, <c>_</c> and spaces stand between.</summary>
    private static bool IsOneRepeatedCharacter(string text)
    {
        var first = '\0';
        foreach (var c in text)
        {
            if (c is '-' or '_' or ' ')
            {
                continue;
            }

            var lower = char.ToLowerInvariant(c);
            if (first == '\0')
            {
                first = lower;
            }
            else if (lower != first)
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsBracketed(string text) =>
        IsBetween(text, "<", ">")
        || IsBetween(text, "{", "}")
        || IsBetween(text, "%", "%")
        || IsBetween(text, "__", "__")
        || IsBetween(text, "@Microsoft.KeyVault(", ")");

    private static bool IsBetween(string text, string open, string close) =>
        text.Length > open.Length + close.Length
        && text.StartsWith(open, StringComparison.OrdinalIgnoreCase)
        && text.EndsWith(close, StringComparison.Ordinal);

    /// <summary>
    /// <c>${NAME}</c>, <c>$(NAME)</c>, <c>{{NAME}}</c>, <c>#{NAME}#</c> anywhere: a value that is partly filled in elsewhere is
    /// not known either.
    /// </summary>
    private static bool HasSubstitution(string text) =>
        HasPair(text, "${", "}") || HasPair(text, "$(", ")") || HasPair(text, "{{", "}}") || HasPair(text, "#{", "}");

    private static bool HasPair(string text, string open, string close)
    {
        var start = text.IndexOf(open, StringComparison.Ordinal);
        return start >= 0 && text.IndexOf(close, start + open.Length, StringComparison.Ordinal) > start + open.Length;
    }

    /// <summary>Made unreadable or cut short: "AbCd****", "AbCd...", "AbCdxxxxxxxx". Random keys hold no such run.</summary>
    private static bool IsMasked(string text)
    {
        if (text.IndexOf('\u2026') >= 0 || text.IndexOf('\u2022') >= 0)
        {
            return true;
        }

        var run = 1;
        for (var i = 1; i < text.Length; i++)
        {
            run = text[i] == text[i - 1] ? run + 1 : 1;
            if ((run >= 3 && text[i] is ('*' or '.')) || (run >= 5 && text[i] is ('x' or 'X')))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsAddress(string text, out string local)
    {
        local = "";
        var at = text.IndexOf('@');
        if (at <= 0 || at != text.LastIndexOf('@') || text.IndexOf('.', at) <= at + 1 || text.IndexOf(' ') >= 0)
        {
            return false;
        }

        local = text.Substring(0, at);
        return true;
    }

    /// <summary>
    /// Addresses are judged by what stands before the <c>@</c> and more strictly: "your-login@…" and "test@…" are none,
    /// "test.orders@…" may be a real mailbox. The domain decides nothing: documentation domains are common in code that is meant.
    /// </summary>
    private static bool IsPlaceholderLocalPart(string local) =>
        (IsOneRepeatedCharacter(local) && local.Length > 1)
        || IsBracketed(local)
        || HasSubstitution(local)
        || PlaceholderWords.IsWordOfFillIn(local);
}
