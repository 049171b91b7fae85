using System.Collections.Generic;
using System.Xml;
using System.Xml.Linq;
using Microsoft.CodeAnalysis.Text;

namespace BrevoAnalyzers.Reading.Files;

/// <summary>Finds nodes of a parsed XML text in that text: System.Xml.Linq knows line and column of an attribute's name only.</summary>
internal sealed class XmlPositions
{
    private readonly string _text;

    /// <summary>
    /// Offsets of the lines as an XML reader counts them: a <see cref="SourceText"/> has more line breaks (U+0085, U+2028).
    /// </summary>
    private readonly List<int> _lineStarts = new();

    public XmlPositions(string text)
    {
        _text = text;
        _lineStarts.Add(ContentStart(text));
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\n' || (text[i] == '\r' && (i + 1 == text.Length || text[i + 1] != '\n')))
                _lineStarts.Add(i + 1);
        }
    }

    /// <summary>Where the XML reader has to begin: it takes a byte order mark in a string for a character.</summary>
    public static int ContentStart(string text) => text.Length > 0 && text[0] == '\uFEFF' ? 1 : 0;

    /// <summary>The offset of a node: of an element's or attribute's name, of the text in a comment; -1 if unknown.</summary>
    public int OffsetOf(IXmlLineInfo node)
    {
        if (!node.HasLineInfo() || node.LineNumber < 1 || node.LineNumber > _lineStarts.Count)
            return -1;
        var offset = _lineStarts[node.LineNumber - 1] + node.LinePosition - 1;
        return offset >= 0 && offset <= _text.Length ? offset : -1;
    }

    /// <summary>The attribute's value as written, with its quotes; null if it is not where it should be.</summary>
    public TextSpan? QuotedValueOf(XAttribute attribute)
    {
        var position = OffsetOf(attribute);
        if (position < 0)
            return null;

        while (position < _text.Length && _text[position] is not ('=' or '<' or '>'))
            position++;
        if (position == _text.Length || _text[position] != '=')
            return null;

        position++;
        while (position < _text.Length && _text[position] is ' ' or '\t' or '\r' or '\n')
            position++;
        if (position >= _text.Length || _text[position] is not ('"' or '\''))
            return null;

        var close = _text.IndexOf(_text[position], position + 1);
        return close < 0 ? null : TextSpan.FromBounds(position, close + 1);
    }

    /// <summary>The attribute's name as written.</summary>
    public TextSpan NameOf(XAttribute attribute) => new(OffsetOf(attribute), attribute.Name.LocalName.Length);

    /// <summary>The comment with its delimiters; null if it is not where it should be.</summary>
    public TextSpan? SpanOf(XComment comment)
    {
        var offset = OffsetOf(comment);
        if (offset < 0)
            return null;

        var start = _text.LastIndexOf("<!--", offset, System.StringComparison.Ordinal);
        var end = _text.IndexOf("-->", offset, System.StringComparison.Ordinal);
        return start < 0 || end < 0 ? null : TextSpan.FromBounds(start, end + 3);
    }
}
