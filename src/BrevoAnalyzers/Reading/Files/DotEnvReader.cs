using System.Text;
using System.Threading;
using Microsoft.CodeAnalysis.Text;

namespace BrevoAnalyzers.Reading.Files;

/// <summary>
/// Reads <c>.env</c> files. There is no standard: what the common loaders agree on is read (<c>export</c>, both quotes,
/// values over several lines in quotes, <c>#</c> after white space); a line that is no assignment is left out.
/// <c>${NAME}</c> stays as it is written.
/// </summary>
internal sealed class DotEnvReader
{
    private readonly string _text;
    private readonly IgnoreComments.Builder _comments;
    private readonly SectionDraft _root = SectionDraft.Root();
    private int _position;

    private DotEnvReader(string text, IgnoreComments.Builder comments)
    {
        _text = text;
        _comments = comments;
        _position = text.Length > 0 && text[0] == '\uFEFF' ? 1 : 0;
    }

    public static SectionDraft Read(string text, IgnoreComments.Builder comments, CancellationToken cancellationToken)
    {
        var reader = new DotEnvReader(text, comments);
        while (reader._position < text.Length)
        {
            cancellationToken.ThrowIfCancellationRequested();
            reader.ReadLine();
        }

        FlatNames.NestBlocks(reader._root);
        return reader._root;
    }

    private void ReadLine()
    {
        var lineEnd = EndOfLine(_position);
        var start = SkipBlanks(_position, lineEnd);

        // Where the next line starts, unless a quoted value turns out to go further.
        _position = lineEnd + 1;
        if (start == lineEnd)
            return;
        if (_text[start] == '#')
        {
            _comments.Add(start, lineEnd);
            return;
        }

        start = SkipExport(start, lineEnd);
        var nameEnd = start;
        while (nameEnd < lineEnd && IsNamePart(_text[nameEnd]))
            nameEnd++;

        var equals = SkipBlanks(nameEnd, lineEnd);
        if (nameEnd == start || equals == lineEnd || _text[equals] != '=')
            return;

        var nameSpan = TextSpan.FromBounds(start, nameEnd);
        var valueStart = SkipBlanks(equals + 1, lineEnd);
        if (valueStart < lineEnd && _text[valueStart] is '"' or '\'')
            ReadQuoted(nameSpan, valueStart);
        else
            ReadPlain(nameSpan, equals + 1, valueStart, lineEnd);
    }

    private void ReadPlain(TextSpan nameSpan, int afterEquals, int start, int lineEnd)
    {
        var end = start;
        for (var i = start; i < lineEnd; i++)
        {
            // "A=b#c" is a value with a hash, "A=b #c" and "A= #c" have a comment.
            if (_text[i] == '#' && i > afterEquals && IsBlank(_text[i - 1]))
            {
                _comments.Add(i, lineEnd);
                break;
            }

            if (!IsBlank(_text[i]))
                end = i + 1;
        }

        // An empty value stands directly behind the equals sign, not behind the blanks before a comment.
        var span = end > start ? TextSpan.FromBounds(start, end) : new TextSpan(afterEquals, 0);
        Add(nameSpan, _text.Substring(span.Start, span.Length), span, span);
    }

    private void ReadQuoted(TextSpan nameSpan, int start)
    {
        var quote = _text[start];
        StringBuilder? unescaped = null;
        var plainStart = start + 1;
        var i = plainStart;
        while (i < _text.Length && _text[i] != quote)
        {
            if (_text[i] == '\\' && quote == '"' && i + 1 < _text.Length)
            {
                unescaped ??= new StringBuilder();
                unescaped.Append(_text, plainStart, i - plainStart);
                AppendEscape(unescaped, _text[i + 1]);
                i += 2;
                plainStart = i;
            }
            else
            {
                i++;
            }
        }

        if (i == _text.Length)
            return;

        // Anything but a comment behind the quote: this was not its end, or the line is something else altogether.
        var lineEnd = EndOfLine(i);
        var rest = SkipBlanks(i + 1, lineEnd);
        if (rest < lineEnd && _text[rest] != '#')
            return;
        if (rest < lineEnd)
            _comments.Add(rest, lineEnd);

        var lastPart = _text.Substring(plainStart, i - plainStart);
        var value = unescaped is null ? lastPart : unescaped.Append(lastPart).ToString();
        Add(nameSpan, value, TextSpan.FromBounds(start + 1, i), TextSpan.FromBounds(start, i + 1));
        _position = lineEnd + 1;
    }

    private static void AppendEscape(StringBuilder unescaped, char kind)
    {
        switch (kind)
        {
            case 'n':
                unescaped.Append('\n');
                break;
            case 'r':
                unescaped.Append('\r');
                break;
            case 't':
                unescaped.Append('\t');
                break;
            case '"' or '\\' or '$':
                unescaped.Append(kind);
                break;
            default:
                unescaped.Append('\\').Append(kind);
                break;
        }
    }

    private void Add(TextSpan nameSpan, string value, TextSpan valueSpan, TextSpan wholeValueSpan) =>
        FlatNames.Add(
            _root, _text.Substring(nameSpan.Start, nameSpan.Length), value, SettingValueKind.String, nameSpan, valueSpan, wholeValueSpan);

    private int SkipExport(int start, int lineEnd)
    {
        const string export = "export";
        var end = start + export.Length;
        var isExport = end < lineEnd && IsBlank(_text[end]) && string.CompareOrdinal(_text, start, export, 0, export.Length) == 0;
        return isExport ? SkipBlanks(end, lineEnd) : start;
    }

    private int SkipBlanks(int start, int end)
    {
        while (start < end && IsBlank(_text[start]))
            start++;
        return start;
    }

    private int EndOfLine(int start)
    {
        while (start < _text.Length && _text[start] is not ('\n' or '\r'))
            start++;
        return start;
    }

    private static bool IsBlank(char c) => c is ' ' or '\t';

    private static bool IsNamePart(char c) => char.IsLetterOrDigit(c) || c is '_' or '.' or ':' or '-';
}
