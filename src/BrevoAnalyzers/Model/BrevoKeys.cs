using System;

namespace BrevoAnalyzers.Model;

/// <summary>The shapes of Brevo's keys.</summary>
internal enum KeyShape
{
    None,

    /// <summary><c>xkeysib-</c>, 64 hexadecimal digits, <c>-</c>, 16 alphanumerics: a key of the API.</summary>
    ApiKey,

    /// <summary><c>xsmtpsib-</c>, 64 hexadecimal digits, <c>-</c>, 16 alphanumerics: a "Standard" SMTP key.</summary>
    SmtpKey,

    /// <summary>
    /// 16 alphanumerics, letters and digits: a "Short" SMTP key or master password. Many other texts look like that, so it
    /// means something in a password position only.
    /// </summary>
    ShortSmtpKey,
}

/// <summary>A full key inside a longer text.</summary>
internal readonly struct KeySpan(int start, int length, KeyShape shape)
{
    public int Start { get; } = start;

    public int Length { get; } = length;

    public KeyShape Shape { get; } = shape;

    public int End => Start + Length;
}

/// <summary>Tells Brevo's keys from other text. Sources of the shapes: see <see cref="BrevoFacts.ApiKeyPrefix"/>.</summary>
internal static class BrevoKeys
{
    // Both prefixes end so: one search finds either.
    private const string CommonPrefixEnd = "sib-";

    private const int LengthBehindPrefix = BrevoFacts.KeyHexLength + 1 + BrevoFacts.KeyTailLength;

    /// <summary>
    /// The shape of the whole text, without any trimming. A made-up key, whose hexadecimal part and tail are each one
    /// repeated character, has none.
    /// </summary>
    public static KeyShape Classify(string text)
    {
        foreach (var key in FindFullShapes(text))
        {
            return key.Length == text.Length ? key.Shape : KeyShape.None;
        }

        return IsShortSmtpKey(text) ? KeyShape.ShortSmtpKey : KeyShape.None;
    }

    /// <summary>Whether the shape alone proves a key, wherever it stands.</summary>
    public static bool IsFullShape(KeyShape shape) => shape is KeyShape.ApiKey or KeyShape.SmtpKey;

    /// <summary>Whether the text has a key's prefix anywhere, in any case, whatever follows it.</summary>
    public static bool HasKeyPrefix(string text) =>
        text.IndexOf(BrevoFacts.ApiKeyPrefix, StringComparison.OrdinalIgnoreCase) >= 0
        || text.IndexOf(BrevoFacts.SmtpKeyPrefix, StringComparison.OrdinalIgnoreCase) >= 0;

    /// <summary>Every full key in the text that does not continue a longer word; made-up ones are left out. Allocates nothing.</summary>
    public static FullKeys FindFullShapes(string text) => new(text);

    private static bool IsShortSmtpKey(string text)
    {
        if (text.Length != BrevoFacts.KeyTailLength)
        {
            return false;
        }

        var letter = false;
        var digit = false;
        foreach (var c in text)
        {
            if (!IsAlphanumeric(c))
            {
                return false;
            }

            var isDigit = c <= '9';
            digit |= isDigit;
            letter |= !isDigit;
        }

        return letter && digit;
    }

    private static bool IsAlphanumeric(char c) => c is (>= '0' and <= '9') or (>= 'a' and <= 'z') or (>= 'A' and <= 'Z');

    private static bool IsHex(char c) => c is (>= '0' and <= '9') or (>= 'a' and <= 'f') or (>= 'A' and <= 'F');

    /// <summary>For <c>foreach</c> over the full keys of a text.</summary>
    public struct FullKeys(string text)
    {
        private int _position = 0;

        public KeySpan Current { get; private set; }

        public readonly FullKeys GetEnumerator() => this;

        public bool MoveNext()
        {
            while (_position < text.Length)
            {
                var end = text.IndexOf(CommonPrefixEnd, _position, StringComparison.Ordinal);
                if (end < 0)
                {
                    _position = text.Length;
                    return false;
                }

                _position = end + CommonPrefixEnd.Length;
                if (TryRead(_position, BrevoFacts.ApiKeyPrefix, KeyShape.ApiKey)
                    || TryRead(_position, BrevoFacts.SmtpKeyPrefix, KeyShape.SmtpKey))
                {
                    _position = Current.End;
                    return true;
                }
            }

            return false;
        }

        private bool TryRead(int prefixEnd, string prefix, KeyShape shape)
        {
            var start = prefixEnd - prefix.Length;
            var end = prefixEnd + LengthBehindPrefix;
            if (start < 0
                || end > text.Length
                || string.CompareOrdinal(text, start, prefix, 0, prefix.Length) != 0
                || (start > 0 && IsAlphanumeric(text[start - 1]))
                || (end < text.Length && IsAlphanumeric(text[end])))
            {
                return false;
            }

            var dash = prefixEnd + BrevoFacts.KeyHexLength;
            if (text[dash] != '-')
            {
                return false;
            }

            var varied = false;
            for (var i = prefixEnd; i < dash; i++)
            {
                if (!IsHex(text[i]))
                {
                    return false;
                }

                varied |= text[i] != text[prefixEnd];
            }

            for (var i = dash + 1; i < end; i++)
            {
                if (!IsAlphanumeric(text[i]))
                {
                    return false;
                }

                varied |= text[i] != text[dash + 1];
            }

            if (!varied)
            {
                return false;
            }

            Current = new KeySpan(start, end - start, shape);
            return true;
        }
    }
}
