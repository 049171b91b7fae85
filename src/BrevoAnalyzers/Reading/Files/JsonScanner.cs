using System.Globalization;
using System.Text;

namespace BrevoAnalyzers.Reading.Files;

/// <summary>
/// Walks over the characters of a JSON text as .NET configuration reads it: comments are allowed, everything else is
/// RFC 8259.
/// </summary>
/// <remarks>
/// Roslyn's C# lexer reads most JSON too, but it recurses on interpolated strings and on <c>#if</c>: 20 kB of a broken file
/// (<c>$"{((((…</c>) end the compiler's process with a stack overflow, which nothing can catch. It also ends strings at
/// U+2028 and U+0085, which JSON allows.
/// </remarks>
internal sealed class JsonScanner
{
    private readonly string _text;
    private readonly IgnoreComments.Builder _comments;

    public JsonScanner(string text, IgnoreComments.Builder comments)
    {
        _text = text;
        _comments = comments;
        Position = text.Length > 0 && text[0] == '\uFEFF' ? 1 : 0;
    }

    /// <summary>The offset of the character that is read next.</summary>
    public int Position { get; private set; }

    /// <summary>The next character; NUL, which no JSON text holds outside a string, at the end.</summary>
    public char Current => Position < _text.Length ? _text[Position] : '\0';

    public bool AtEnd => Position >= _text.Length;

    /// <summary>Takes <paramref name="expected"/> if it comes next.</summary>
    public bool Take(char expected)
    {
        if (AtEnd || Current != expected)
            return false;
        Position++;
        return true;
    }

    /// <summary>Takes a word such as <c>true</c> if it comes next and ends there.</summary>
    public bool TakeWord(string word)
    {
        if (string.CompareOrdinal(_text, Position, word, 0, word.Length) != 0)
            return false;

        var end = Position + word.Length;
        if (end < _text.Length && (char.IsLetterOrDigit(_text[end]) || _text[end] == '_'))
            return false;

        Position = end;
        return true;
    }

    /// <summary>Skips white space and comments; false when a comment is not one.</summary>
    public bool SkipTrivia()
    {
        while (!AtEnd)
        {
            switch (Current)
            {
                case ' ' or '\t' or '\r' or '\n':
                    Position++;
                    break;
                case '/':
                    if (!SkipComment())
                        return false;
                    break;
                default:
                    return true;
            }
        }

        return true;
    }

    /// <summary>Reads the string that starts at the position; null when it is malformed.</summary>
    public string? TakeString()
    {
        if (!Take('"'))
            return null;

        var plainStart = Position;
        StringBuilder? unescaped = null;
        while (!AtEnd)
        {
            var c = Current;
            if (c == '"')
            {
                var rest = _text.Substring(plainStart, Position - plainStart);
                Position++;
                return unescaped is null ? rest : unescaped.Append(rest).ToString();
            }

            if (c < ' ')
                return null;

            if (c == '\\')
            {
                unescaped ??= new StringBuilder();
                unescaped.Append(_text, plainStart, Position - plainStart);
                if (!TakeEscape(unescaped))
                    return null;
                plainStart = Position;
                continue;
            }

            Position++;
        }

        return null;
    }

    /// <summary>Reads the number that starts at the position, as it is written; null when it is malformed.</summary>
    public string? TakeNumber()
    {
        var start = Position;
        Take('-');
        if (!Take('0') && !TakeDigits())
            return null;
        if (Take('.') && !TakeDigits())
            return null;
        if (Take('e') || Take('E'))
        {
            if (!Take('+'))
                Take('-');
            if (!TakeDigits())
                return null;
        }

        return _text.Substring(start, Position - start);
    }

    private bool TakeDigits()
    {
        var start = Position;
        while (Current is >= '0' and <= '9')
            Position++;
        return Position > start;
    }

    private bool TakeEscape(StringBuilder unescaped)
    {
        Position++;
        var kind = Current;
        Position++;
        switch (kind)
        {
            case '"' or '\\' or '/':
                unescaped.Append(kind);
                return true;
            case 'b':
                unescaped.Append('\b');
                return true;
            case 'f':
                unescaped.Append('\f');
                return true;
            case 'n':
                unescaped.Append('\n');
                return true;
            case 'r':
                unescaped.Append('\r');
                return true;
            case 't':
                unescaped.Append('\t');
                return true;
            case 'u':
                return TakeCodeUnit(unescaped);
            default:
                return false;
        }
    }

    private bool TakeCodeUnit(StringBuilder unescaped)
    {
        const int digits = 4;
        if (Position + digits > _text.Length
            || !ushort.TryParse(_text.Substring(Position, digits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var codeUnit))
        {
            return false;
        }

        unescaped.Append((char)codeUnit);
        Position += digits;
        return true;
    }

    private bool SkipComment()
    {
        var start = Position;
        Position++;
        if (Take('/'))
        {
            while (!AtEnd && Current is not ('\r' or '\n'))
                Position++;
        }
        else if (Take('*'))
        {
            var end = _text.IndexOf("*/", Position, System.StringComparison.Ordinal);
            if (end < 0)
                return false;
            Position = end + 2;
        }
        else
        {
            return false;
        }

        _comments.Add(start, Position);
        return true;
    }
}
