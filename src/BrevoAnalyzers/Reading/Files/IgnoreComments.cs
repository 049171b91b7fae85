using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;

namespace BrevoAnalyzers.Reading.Files;

/// <summary>
/// The <c>brevo-ignore</c> comments of a settings file, where neither pragmas nor <c>.editorconfig</c> have power.
/// <c>brevo-ignore BREVO1002, BREVO2004</c> silences these rules, <c>brevo-ignore</c> alone all of them: on the comment's
/// own line and, if it has that line to itself, on the next.
/// </summary>
internal sealed class IgnoreComments
{
    private const string Marker = "brevo-ignore";
    private const string RulePrefix = "BREVO";
    private const int RuleIdLength = 9;

    private readonly ImmutableArray<Entry> _entries;

    private IgnoreComments(ImmutableArray<Entry> entries) => _entries = entries;

    /// <summary>Whether a report of <paramref name="ruleId"/> on this line (counted from 0) is silenced.</summary>
    public bool Covers(int line, string ruleId)
    {
        foreach (var entry in _entries)
        {
            if (line >= entry.FirstLine && line <= entry.LastLine && entry.Silences(ruleId))
                return true;
        }

        return false;
    }

    /// <summary>The rules a comment names; empty for all rules; default when it is no such comment.</summary>
    private static ImmutableArray<string> RulesOf(string comment)
    {
        var marker = comment.IndexOf(Marker, StringComparison.OrdinalIgnoreCase);
        if (marker < 0 || (marker > 0 && IsWordPart(comment[marker - 1])))
            return default;

        var position = marker + Marker.Length;
        if (position < comment.Length && IsWordPart(comment[position]))
            return default;

        var rules = ImmutableArray.CreateBuilder<string>();
        while (true)
        {
            while (position < comment.Length && (char.IsWhiteSpace(comment[position]) || comment[position] is ',' or ':' or ';'))
                position++;
            if (!IsRuleId(comment, position))
                break;
            rules.Add(comment.Substring(position, RuleIdLength));
            position += RuleIdLength;
        }

        // A misspelt rule must not silence every rule; any other word is the reason somebody wrote down.
        var isMisspeltRule = rules.Count == 0
            && string.Compare(comment, position, "BREV", 0, 4, StringComparison.OrdinalIgnoreCase) == 0;
        return isMisspeltRule ? default : rules.ToImmutable();
    }

    private static bool IsRuleId(string comment, int position)
    {
        if (position + RuleIdLength > comment.Length
            || string.Compare(comment, position, RulePrefix, 0, RulePrefix.Length, StringComparison.OrdinalIgnoreCase) != 0)
        {
            return false;
        }

        for (var i = position + RulePrefix.Length; i < position + RuleIdLength; i++)
        {
            if (comment[i] is < '0' or > '9')
                return false;
        }

        return position + RuleIdLength == comment.Length || !IsWordPart(comment[position + RuleIdLength]);
    }

    private static bool IsWordPart(char c) => char.IsLetterOrDigit(c) || c is '-' or '_';

    private readonly record struct Entry(int FirstLine, int LastLine, ImmutableArray<string> Rules)
    {
        public bool Silences(string ruleId)
        {
            if (Rules.IsEmpty)
                return true;
            foreach (var rule in Rules)
            {
                if (string.Equals(rule, ruleId, StringComparison.OrdinalIgnoreCase))
                    return true;
            }

            return false;
        }
    }

    /// <summary>Collects the comments while a file is read.</summary>
    internal sealed class Builder
    {
        private readonly SourceText _text;
        private readonly List<Entry> _entries = new();

        public Builder(SourceText text) => _text = text;

        /// <summary>
        /// Adds the comment between two offsets, if it is a <c>brevo-ignore</c> comment. The delimiters of XML have to be
        /// named by their lengths, because a dash is part of a word.
        /// </summary>
        public void Add(int start, int end, int openingLength = 0, int closingLength = 0)
        {
            var rules = RulesOf(_text.ToString(TextSpan.FromBounds(start + openingLength, end - closingLength)));
            if (rules.IsDefault)
                return;

            var firstLine = _text.Lines.GetLineFromPosition(start);
            var lastLine = _text.Lines.GetLineFromPosition(end);
            var standsAlone = IsBlank(firstLine.Start, start) && IsBlank(end, lastLine.End);
            _entries.Add(new Entry(firstLine.LineNumber, lastLine.LineNumber + (standsAlone ? 1 : 0), rules));
        }

        /// <summary>
        /// Lets what covers the start of an XML tag cover it to its end: no comment can stand beside the later lines of a tag.
        /// </summary>
        public void ExtendOver(int start, int end)
        {
            if (_entries.Count == 0)
                return;

            var firstLine = _text.Lines.GetLineFromPosition(start).LineNumber;
            var lastLine = _text.Lines.GetLineFromPosition(end).LineNumber;
            if (firstLine == lastLine)
                return;

            // Comments come in the order of the file, so the ones that reach this tag are the last that begin before it.
            for (var i = LastIndexFrom(firstLine); i >= 0 && _entries[i].LastLine >= firstLine; i--)
            {
                if (lastLine > _entries[i].LastLine)
                    _entries[i] = _entries[i] with { LastLine = lastLine };
            }
        }

        /// <summary>The last comment that begins on this line or before it; -1 if there is none.</summary>
        private int LastIndexFrom(int line)
        {
            var low = 0;
            var high = _entries.Count;
            while (low < high)
            {
                var middle = (low + high) / 2;
                if (_entries[middle].FirstLine <= line)
                    low = middle + 1;
                else
                    high = middle;
            }

            return low - 1;
        }

        public IgnoreComments ToImmutable() => new(_entries.ToImmutableArray());

        private bool IsBlank(int start, int end)
        {
            for (var i = start; i < end; i++)
            {
                if (!char.IsWhiteSpace(_text[i]) && _text[i] != '\uFEFF')
                    return false;
            }

            return true;
        }
    }
}
