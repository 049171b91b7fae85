using System;
using System.Collections.Generic;
using System.Text;
using Microsoft.CodeAnalysis.Text;

namespace BrevoAnalyzers.Tests;

/// <summary>
/// Takes the marks out of a source: <c>[|text|]</c> expects a finding of the rule under test on <c>text</c>, <c>{|BREVOnnnn:text|}</c> one of
/// that rule. Marks nest. Unlike the common test library's, <c>$$</c> is left alone: raw string literals need it.
/// </summary>
internal static class Markup
{
    public static (string Source, List<(string Id, TextSpan Span)> Expected) Parse(string marked, string defaultId)
    {
        var source = new StringBuilder(marked.Length);
        var open = new Stack<(string Id, int Start, string Close)>();
        var expected = new List<(string, TextSpan)>();
        for (var i = 0; i < marked.Length;)
        {
            if (StartsAt(marked, i, "[|") && !StartsAt(marked, i, "[||"))
            {
                open.Push((defaultId, source.Length, "|]"));
                i += 2;
            }
            else if (StartsAt(marked, i, "{|BREVO"))
            {
                var colon = marked.IndexOf(':', i);
                open.Push((marked[(i + 2)..colon], source.Length, "|}"));
                i = colon + 1;
            }
            else if (open.Count > 0 && StartsAt(marked, i, open.Peek().Close))
            {
                var (id, start, _) = open.Pop();
                expected.Add((id, TextSpan.FromBounds(start, source.Length)));
                i += 2;
            }
            else
            {
                source.Append(marked[i++]);
            }
        }

        return open.Count == 0 ? (source.ToString(), expected) : throw new ArgumentException("A mark is not closed: " + open.Peek().Id, nameof(marked));
    }

    private static bool StartsAt(string text, int index, string mark) => string.CompareOrdinal(text, index, mark, 0, mark.Length) == 0;
}
