using System;
using System.Collections.Generic;
using BrevoAnalyzers.Model;
using Microsoft.CodeAnalysis.Text;

namespace BrevoAnalyzers.Reading.Files;

/// <summary>
/// Puts the names of a flat list (environment variables, <c>.env</c>, <c>appSettings</c>) into sections: by their
/// separators (<c>Email__Smtp__Host</c>, <c>Email:Host</c>, <c>Email.Host</c>), else by the prefix that names the thing and
/// not its part: <c>SMTP_HOST</c>, <c>SMTP_USE_TLS</c> and <c>SmtpPort</c> belong to <c>SMTP</c>, <c>APP_DB_PASSWORD</c> to
/// <c>APP_DB</c>, and <c>FROM_EMAIL</c>, which names only a part, to the list itself.
/// </summary>
internal static class FlatNames
{
    /// <summary>Words that say which part of a service a name means, never which service.</summary>
    private static readonly HashSet<string> PartWords = new(StringComparer.OrdinalIgnoreCase)
    {
        "account", "address", "addr", "api", "apikey", "auth", "base", "credential", "credentials", "default", "display",
        "enable", "enabled", "encryption", "endpoint", "from", "fromaddress", "fromemail", "fromname", "host",
        "hostname", "id", "key", "login", "mode", "name", "no", "options", "pass", "password", "passwd", "port",
        "protocol", "pwd", "relay", "reply", "secret", "secure", "security", "sender", "senderemail", "sendername", "server",
        "socket", "ssl", "starttls", "timeout", "tls", "to", "token", "url", "use", "user", "userid", "username", "v3",
    };

    /// <summary>Adds a setting of the list to the section it belongs to, under <paramref name="list"/>.</summary>
    public static void Add(
        SectionDraft list, string name, string? value, SettingValueKind kind, TextSpan nameSpan, TextSpan valueSpan, TextSpan wholeValueSpan)
    {
        if (name.Length == 0 || name.Length >= SectionDraft.LongestKey)
            return;

        var section = list;
        var lastSegment = name;
        var fullKey = name;
        var segments = KeySegments.Split(name);
        if (segments.Length > 1)
        {
            fullKey = string.Join(":", segments);
            lastSegment = segments[segments.Length - 1];
            var sectionKey = "";
            for (var i = 0; i < segments.Length - 1; i++)
            {
                sectionKey = i == 0 ? segments[i] : sectionKey + ":" + segments[i];
                section = section.Child(segments[i], sectionKey);
            }
        }
        else if (name.LastIndexOf('.') is > 0 and var dot && dot < name.Length - 1)
        {
            lastSegment = name.Substring(dot + 1);
            section = section.Child(name.Substring(0, dot), name.Substring(0, dot));
        }
        else if (BlockLength(name) is > 0 and var length)
        {
            section = section.Child(name.Substring(0, length), name.Substring(0, length));
        }

        section.Settings.Add(new SettingDraft(lastSegment, fullKey, value, kind, nameSpan, valueSpan, wholeValueSpan));
    }

    /// <summary>Once all names are in: puts the block <c>BREVO_SMTP</c> under the block <c>BREVO</c>, if there is one.</summary>
    public static void NestBlocks(SectionDraft list)
    {
        var blocks = new Dictionary<string, SectionDraft>(StringComparer.OrdinalIgnoreCase);
        foreach (var child in list.Children)
            blocks[child.Name] = child;

        var outermost = new List<SectionDraft>();
        foreach (var block in list.Children)
            (OuterBlock(block.Name, blocks)?.Children ?? outermost).Add(block);

        list.Children.Clear();
        list.Children.AddRange(outermost);
    }

    private static SectionDraft? OuterBlock(string name, Dictionary<string, SectionDraft> blocks)
    {
        for (var cut = name.LastIndexOf('_'); cut > 0; cut = name.LastIndexOf('_', cut - 1))
        {
            if (blocks.TryGetValue(name.Substring(0, cut), out var outer))
                return outer;
        }

        return null;
    }

    /// <summary>How many characters of a name name the thing; 0 when all words of it name a part.</summary>
    private static int BlockLength(string name)
    {
        var words = Words(name);
        var kept = words.Count;
        while (kept > 0 && IsPart(name, words, kept - 1))
            kept--;

        // The last word names a part even if it is none of the known ones.
        if (kept == words.Count)
            kept--;
        return kept <= 0 ? 0 : words[kept - 1].End;
    }

    /// <summary>E-mail is a part in <c>FROM_EMAIL</c> and <c>SENDER_EMAIL_ADDRESS</c>, and a service in <c>EMAIL_HOST</c>.</summary>
    private static bool IsPart(string name, List<TextSpan> words, int index)
    {
        var word = Text(index);
        if (!Is(word, "email") && !Is(word, "mail"))
            return PartWords.Contains(word);
        return index == words.Count - 1 || Is(Text(index + 1), "address") || Is(Text(index + 1), "addr");

        string Text(int i) => name.Substring(words[i].Start, words[i].Length);
        static bool Is(string text, string word) => string.Equals(text, word, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>The words of a name, as the vocabulary of setting names splits them.</summary>
    private static List<TextSpan> Words(string name)
    {
        var words = new List<TextSpan>();
        var position = 0;
        while (position < name.Length)
        {
            if (!char.IsLetterOrDigit(name[position]))
            {
                position++;
                continue;
            }

            var end = NameWords.EndOfWord(name, position);
            while (end < name.Length && char.IsDigit(name[end]))
                end++;
            words.Add(TextSpan.FromBounds(position, end));
            position = end;
        }

        return words;
    }
}
