using System;

namespace BrevoAnalyzers.Model;

/// <summary>What a constant says as a mail address, without the finer points of RFC 5322: only what every mail system refuses is wrong.</summary>
internal static class MailAddressText
{
    /// <summary>Whether the text is one bare address: <c>local@domain.tld</c>.</summary>
    public static bool IsAddress(string text)
    {
        var at = text.IndexOf('@');
        return at > 0
            && at == text.LastIndexOf('@')
            && at < text.Length - 1
            && text.IndexOf('.', at) > at + 1
            && !text.EndsWith(".", StringComparison.Ordinal)
            && !HasSpace(text)
            && text.IndexOfAny(['<', '>', ',', ';']) < 0;
    }

    /// <summary>The bare address in <c>Name &lt;address&gt;</c>; the text itself where it has no such form.</summary>
    public static string Bare(string text)
    {
        var open = text.LastIndexOf('<');
        var close = text.LastIndexOf('>');
        return open >= 0 && close > open ? text.Substring(open + 1, close - open - 1).Trim() : text;
    }

    public static bool HasSpace(string text)
    {
        foreach (var c in text)
        {
            if (char.IsWhiteSpace(c))
                return true;
        }

        return false;
    }
}
