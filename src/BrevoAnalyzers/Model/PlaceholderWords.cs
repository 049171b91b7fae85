using System;
using System.Collections.Generic;

namespace BrevoAnalyzers.Model;

/// <summary>The words by which people mark a place to fill in, and how much else may stand beside them.</summary>
/// <remarks>
/// A text is split at separators into chunks, a chunk at camel humps and digits into parts. Decisions:
/// <list type="bullet">
/// <item>"your", "enter", "replace" and their like, followed by a separator, decide whatever comes ("your-16-char-key", "ENTER_KEY_HERE").</item>
/// <item>Otherwise every chunk must read as words: letters (camel parts of three letters on average, so that random mixed case does not
/// pass), or a dull number (up to four digits, or 123456789…). Chunks that alternate between letters and digits must consist of known words
/// ("test1234test1234"), so that "aTestq8Zr1pLm0Kd" and "test8Zr1pLm0Kdxy" stay values.</item>
/// <item>Among them one of the words must stand: alone or (four letters and more) as a camel part ("mySecret"), at the start of the text ("setInUserSecrets"), or run
/// together with known words only ("yoursmtppassword", "changemeplease"); "settlement" and "enterprise" are not placeholders.</item>
/// <item>Punctuation that passwords have inside (<c>! @ # $ % &amp; * + = ? ~ ^ | \ ;</c>) makes a text a value; so does such a mark at the end
/// of several words ("Secret-Garden-1987!"), not of one ("changeme!").</item>
/// </list>
/// </remarks>
internal static class PlaceholderWords
{
    private const string Separators = " -_.:/,()[]<>{}'\"`\t";

    /// <summary>Words that make a text a placeholder wherever they stand as a word.</summary>
    private static readonly HashSet<string> FillIns = new(StringComparer.Ordinal)
    {
        "todo", "tbd", "fixme", "changeme", "changeit", "password", "passwort", "secret", "example", "sample", "test", "fake", "dummy",
        "placeholder", "redacted",
    };

    /// <summary>Words that make a text a placeholder when it begins with them.</summary>
    private static readonly HashSet<string> Openers = new(StringComparer.Ordinal)
    {
        "your", "set", "enter", "replace", "insert", "put", "change", "fill",

        // "your" in the languages of Brevo's home markets: tu_clave, sua-chave, tua-chiave, votre-cle, ihr-key, dein-key.
        "tu", "sua", "tua", "votre", "ihr", "dein",
    };

    /// <summary>Openers that decide alone when a separator follows: no password begins with "your-" or "replace_".</summary>
    private static readonly HashSet<string> DecidingOpeners = new(StringComparer.Ordinal)
    {
        "your", "set", "enter", "replace", "insert",
    };

    /// <summary>Words that people run together with those above; they say nothing themselves.</summary>
    private static readonly HashSet<string> Fillers = new(StringComparer.Ordinal)
    {
        "a", "account", "actual", "address", "admin", "api", "app", "brevo", "by", "code", "company", "config", "domain", "email", "env",
        "for", "from", "here", "host", "id", "in", "is", "it", "key", "local", "login", "mail", "me", "my", "name", "not", "only", "own", "pass",
        "please", "pwd", "real", "relay", "secrets", "sender", "sendinblue", "server", "smtp", "some", "the", "this", "to", "token", "user",
        "username", "v", "value", "via", "with",
    };

    /// <summary>Texts that only say what belongs in their place: <c>"ApiKey": "key"</c>. Not "apikey", which is a login elsewhere.</summary>
    private static readonly HashSet<string> KindsOfValue = new(StringComparer.OrdinalIgnoreCase) { "key", "token", "value", "string", "username", "user", "login" };

    // "placeholder"
    private const int LongestWord = 11;

    /// <summary>Whether the text, which is no address, reads as a place to fill in.</summary>
    public static bool ReadsAsPlaceholder(string text)
    {
        var start = 0;
        var end = text.Length;
        var emphatic = false;
        while (start < end && !char.IsLetterOrDigit(text[start]))
        {
            emphatic |= Separators.IndexOf(text[start++]) < 0;
        }

        while (end > start && !char.IsLetterOrDigit(text[end - 1]))
        {
            emphatic |= Separators.IndexOf(text[--end]) < 0;
        }

        if (start == end)
        {
            return false;
        }

        if (KindsOfValue.Contains(text))
        {
            return true;
        }

        var first = true;
        var found = false;
        var position = start;
        while (position < end)
        {
            var chunkEnd = position;
            while (chunkEnd < end && char.IsLetterOrDigit(text[chunkEnd]))
            {
                chunkEnd++;
            }

            if (chunkEnd < end && Separators.IndexOf(text[chunkEnd]) < 0)
            {
                return false;
            }

            var several = chunkEnd < end || !first;
            if (several && emphatic)
            {
                return false;
            }

            var chunk = text.Substring(position, chunkEnd - position);
            if (first && several && DecidingOpeners.Contains(chunk.ToLowerInvariant()))
            {
                return true;
            }

            var reading = ReadChunk(chunk, first);
            if (reading == Reading.Random)
            {
                return false;
            }

            found |= reading == Reading.FillIn;
            first = false;
            position = chunkEnd;
            while (position < end && Separators.IndexOf(text[position]) >= 0)
            {
                position++;
            }
        }

        return found || IsChangeMe(text, start, end);
    }

    /// <summary>
    /// Whether the part before an address's <c>@</c> is one such word ("test", "example1", "xxx"), or begins with "your".
    /// </summary>
    public static bool IsWordOfFillIn(string local)
    {
        if (local.StartsWith("your", StringComparison.OrdinalIgnoreCase))
        {
            return ReadsAsPlaceholder(local);
        }

        var letters = local.Length;
        while (letters > 0 && char.IsDigit(local[letters - 1]))
        {
            letters--;
        }

        var word = local.Substring(0, letters).ToLowerInvariant();
        return IsFillIn(word);
    }

    private enum Reading
    {
        /// <summary>No words: a key, a password.</summary>
        Random,

        /// <summary>Words, or a dull number.</summary>
        Words,

        /// <summary>Words, among them one that marks a place to fill in.</summary>
        FillIn,
    }

    private static Reading ReadChunk(string chunk, bool atStart)
    {
        var letters = 0;
        var parts = 0;
        var allKnown = true;
        var fillIn = false;
        var lettersAfterDigits = false;
        var sawDigits = false;
        var position = 0;
        while (position < chunk.Length)
        {
            var partStart = position;
            if (char.IsDigit(chunk[position]))
            {
                while (position < chunk.Length && char.IsDigit(chunk[position]))
                {
                    position++;
                }

                if (!IsDullNumber(chunk, partStart, position))
                {
                    return Reading.Random;
                }

                sawDigits = true;
                continue;
            }

            position = NameWords.EndOfWord(chunk, position);
            var part = chunk.Substring(partStart, position - partStart).ToLowerInvariant();
            letters += part.Length;
            parts++;
            lettersAfterDigits |= sawDigits;

            var known = IsFillIn(part) || Fillers.Contains(part) || Openers.Contains(part);
            var marks = (IsFillIn(part) && (part.Length > 3 || part.Length == chunk.Length))
                || (atStart && partStart == 0 && (Openers.Contains(part) || part.StartsWith("your", StringComparison.Ordinal)));
            if (!known && CanBeRunTogether(part, atStart && partStart == 0, out var compoundMarks))
            {
                known = true;
                marks |= compoundMarks;
            }

            allKnown &= known;
            fillIn |= marks;
        }

        var readsAsWords = allKnown || (!lettersAfterDigits && letters >= parts * 3);
        return !readsAsWords ? Reading.Random : fillIn ? Reading.FillIn : Reading.Words;
    }

    private static bool IsFillIn(string word) => FillIns.Contains(word) || (word.Length >= 3 && word.Trim('x').Length == 0);

    /// <summary>
    /// Whether the part is made of known words only, and whether one of them marks a place to fill in. Reads from the left, and
    /// keeps for each position whether it can be reached with and without such a word.
    /// </summary>
    private static bool CanBeRunTogether(string part, bool atStart, out bool marks)
    {
        marks = false;
        if (part.Length > 40)
        {
            return false;
        }

        const byte Reached = 1;
        const byte ReachedWithMark = 2;
        var reached = new byte[part.Length + 1];
        reached[0] = Reached;
        for (var from = 0; from < part.Length; from++)
        {
            if (reached[from] == 0)
            {
                continue;
            }

            for (var length = 1; length <= LongestWord && from + length <= part.Length; length++)
            {
                var word = part.Substring(from, length);
                if (IsFillIn(word) || (from == 0 && atStart && Openers.Contains(word)))
                {
                    reached[from + length] |= ReachedWithMark;
                }
                else if (Fillers.Contains(word) || Openers.Contains(word))
                {
                    reached[from + length] |= reached[from];
                }
            }
        }

        marks = (reached[part.Length] & ReachedWithMark) != 0;
        return reached[part.Length] != 0;
    }

    /// <summary>Up to four digits, one repeated digit, or digits that count up (from 0 or 1, through 9 to 0).</summary>
    private static bool IsDullNumber(string text, int start, int end)
    {
        if (end - start <= 4)
        {
            return true;
        }

        var counts = text[start] is '0' or '1';
        var repeats = true;
        for (var i = start + 1; i < end; i++)
        {
            counts &= text[i] - '0' == (text[i - 1] - '0' + 1) % 10;
            repeats &= text[i] == text[start];
        }

        return counts || repeats;
    }

    /// <summary>"change-me", "Change_Me_Now": the two words with any separator.</summary>
    private static bool IsChangeMe(string text, int start, int end) =>
        end - start >= "change-me".Length
        && string.Compare(text, start, "change", 0, "change".Length, StringComparison.OrdinalIgnoreCase) == 0;
}
