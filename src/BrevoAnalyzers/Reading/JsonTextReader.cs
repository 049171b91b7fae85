using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using BrevoAnalyzers.Model;
using BrevoAnalyzers.Values;
using Microsoft.CodeAnalysis;

namespace BrevoAnalyzers.Reading;

/// <summary>
/// Reads JSON that stands in the source, with holes where values are put in. Text that is no JSON gives nothing: it may become JSON
/// by what the holes hold.
/// </summary>
internal sealed class JsonTextReader
{
    private const int MaxDepth = 32;

    private readonly JsonText _source;
    private readonly string _text;
    private readonly Func<IOperation, PayloadValue> _readHole;
    private readonly List<IOperation> _holesInStrings = new();
    private int _at;

    private JsonTextReader(JsonText source, Func<IOperation, PayloadValue> readHole)
    {
        _source = source;
        _text = source.Text;
        _readHole = readHole;
    }

    /// <summary>
    /// The value that the text states, and the holes that stand within its strings, where quotes and backslashes would have to be escaped.
    /// </summary>
    public static (PayloadValue Value, IReadOnlyList<IOperation> HolesInStrings)? Read(JsonText source, Func<IOperation, PayloadValue> readHole)
    {
        var reader = new JsonTextReader(source, readHole);
        reader.SkipSpace();
        if (reader.ReadValue(0) is not { } value)
            return null;

        reader.SkipSpace();
        return reader._at == reader._text.Length ? (value, reader._holesInStrings) : null;
    }

    private char Current => _at < _text.Length ? _text[_at] : '\0';

    private PayloadValue? ReadValue(int depth)
    {
        if (depth > MaxDepth)
            return null;

        switch (Current)
        {
            case '{':
                return ReadObject(depth);
            case '[':
                return ReadArray(depth);
            case '"':
                return ReadString();
            case JsonText.Hole:
                var hole = _source.HoleAt(_at++);
                return hole is null ? null : _readHole(hole);
            case 't' or 'f' or 'n':
                return ReadWord();
            case '-' or (>= '0' and <= '9'):
                return ReadNumber();
            default:
                return null;
        }
    }

    private PayloadValue? ReadObject(int depth)
    {
        var start = _at++;
        var isClosed = true;
        var entries = ImmutableArray.CreateBuilder<PayloadEntry>();
        SkipSpace();
        while (Current != '}')
        {
            if (Current == JsonText.Hole && _source.HoleAt(_at) is { } members)
            {
                // "{ {{common}}, "subject": … }": what stands there is not known.
                _at++;
                isClosed = false;
            }
            else
            {
                if (Current != '"' || ReadString() is not { } name)
                    return null;

                SkipSpace();
                if (Current != ':')
                    return null;

                _at++;
                SkipSpace();
                if (ReadValue(depth + 1) is not { } value)
                    return null;

                if (name.Values.Count == 1 && name.Values[0].Text is { } text)
                    entries.Add(new PayloadEntry(text, name.Place, value));
                else
                    isClosed = false;
            }

            SkipSpace();
            if (Current == ',')
            {
                _at++;
                SkipSpace();
            }
            else if (Current != '}')
            {
                return null;
            }
        }

        _at++;
        return new PayloadValue { Kind = PayloadKind.Object, Place = PlaceFrom(start), Entries = entries.ToImmutable(), IsClosed = isClosed };
    }

    private PayloadValue? ReadArray(int depth)
    {
        var start = _at++;
        var isClosed = true;
        var items = ImmutableArray.CreateBuilder<PayloadValue>();
        SkipSpace();
        while (Current != ']')
        {
            isClosed &= Current != JsonText.Hole;
            if (ReadValue(depth + 1) is not { } value)
                return null;

            items.Add(value);
            SkipSpace();
            if (Current == ',')
            {
                _at++;
                SkipSpace();
            }
            else if (Current != ']')
            {
                return null;
            }
        }

        _at++;
        return new PayloadValue { Kind = PayloadKind.Array, Place = PlaceFrom(start), Items = items.ToImmutable(), IsClosed = isClosed };
    }

    private PayloadValue? ReadString()
    {
        var start = _at++;
        var builder = new StringBuilder();
        IOperation? only = null;
        var holes = 0;
        while (_at < _text.Length && Current != '"')
        {
            var character = _text[_at++];
            if (character == JsonText.Hole && _source.HoleAt(_at - 1) is { } hole)
            {
                holes++;
                only = hole;
                _holesInStrings.Add(hole);
            }
            else if (character == '\\')
            {
                if (!ReadEscape(builder))
                    return null;
            }
            else
            {
                builder.Append(character);
            }
        }

        if (Current != '"')
            return null;

        _at++;
        var place = PlaceFrom(start);
        if (holes == 0)
            return new PayloadValue { Kind = PayloadKind.String, Place = place, Values = Single(Possibility.Constant(builder.ToString(), place)) };
        if (holes == 1 && builder.Length == 0)
            return new PayloadValue { Kind = PayloadKind.String, Place = place, Values = _readHole(only!).Values, Expression = only };

        return new PayloadValue { Kind = PayloadKind.String, Place = place, Values = Single(Possibility.Unknown(place)) };
    }

    private bool ReadEscape(StringBuilder builder)
    {
        var escaped = Current;
        _at++;
        switch (escaped)
        {
            case 'n':
                builder.Append('\n');
                return true;
            case 'r':
                builder.Append('\r');
                return true;
            case 't':
                builder.Append('\t');
                return true;
            case 'b' or 'f':
                builder.Append(' ');
                return true;
            case '"' or '\\' or '/':
                builder.Append(escaped);
                return true;
            case 'u' when _at + 4 <= _text.Length && int.TryParse(_text.Substring(_at, 4), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var code):
                builder.Append((char)code);
                _at += 4;
                return true;
            default:
                return false;
        }
    }

    private PayloadValue? ReadWord()
    {
        var start = _at;
        foreach (var (word, value) in new (string, object?)[] { ("true", true), ("false", false), ("null", null) })
        {
            if (string.CompareOrdinal(_text, _at, word, 0, word.Length) != 0)
                continue;

            _at += word.Length;
            var place = PlaceFrom(start);
            return new PayloadValue
            {
                Kind = value is null ? PayloadKind.Null : PayloadKind.Boolean,
                Place = place,
                Values = Single(Possibility.Constant(value, place)),
            };
        }

        return null;
    }

    private PayloadValue ReadNumber()
    {
        var start = _at;
        while (Current is '-' or '+' or '.' or 'e' or 'E' or (>= '0' and <= '9'))
            _at++;

        var place = PlaceFrom(start);
        object? value = long.TryParse(_text.Substring(start, _at - start), NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number : null;
        return new PayloadValue
        {
            Kind = PayloadKind.Number,
            Place = place,
            Values = Single(value is null ? Possibility.Unknown(place) : Possibility.Constant(value, place)),
        };
    }

    private void SkipSpace()
    {
        while (_at < _text.Length && char.IsWhiteSpace(_text[_at]))
            _at++;
    }

    private Place PlaceFrom(int start) => _source.PlaceOf(start, _at - start);

    private static ValueSet Single(Possibility possibility) => new(ImmutableArray.Create(possibility));
}
