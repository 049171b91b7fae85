using System;
using System.Collections.Generic;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BrevoAnalyzers.Values;

/// <summary>
/// Where a name stands in the text of a tree. A text is searched once for each name that is asked for: that is cheaper than an index
/// of all names, and spares the binding of bodies that never name a variable.
/// </summary>
internal sealed class SourceNames
{
    private readonly Dictionary<SyntaxTree, OneText> _texts = new();
    private readonly CancellationToken _cancellation;
    private OneText? _last;

    public SourceNames(CancellationToken cancellation) => _cancellation = cancellation;

    /// <summary>Whether the name stands in the text of <paramref name="node"/>, be it in a comment.</summary>
    public bool Mentions(SyntaxNode node, string name) => AnyBetween(Positions(node.SyntaxTree, name), node.SpanStart, node.Span.End);

    /// <summary>Whether the name stands in or just around the text of <paramref name="node"/>: quicker to tell, and enough to leave nodes out.</summary>
    public bool MayMention(SyntaxNode node, string name) => AnyBetween(Positions(node.SyntaxTree, name), node.FullSpan.Start, node.FullSpan.End);

    /// <summary>The nodes in <paramref name="node"/> that are this simple name.</summary>
    public IEnumerable<SimpleNameSyntax> Uses(SyntaxNode node, string name)
    {
        var positions = Positions(node.SyntaxTree, name);
        for (var i = FirstAt(positions, node.SpanStart); i < positions.Count && positions[i] < node.Span.End; i++)
        {
            if (node.FindToken(positions[i]) is { Parent: SimpleNameSyntax use } token && token.SpanStart == positions[i] && token.ValueText == name)
                yield return use;
        }
    }

    private static bool AnyBetween(List<int> positions, int start, int end)
    {
        var index = FirstAt(positions, start);
        return index < positions.Count && positions[index] < end;
    }

    private static int FirstAt(List<int> positions, int start)
    {
        if (positions.Count == 0 || positions[0] >= start)
            return 0;

        var index = positions.BinarySearch(start);
        return index < 0 ? ~index : index;
    }

    private List<int> Positions(SyntaxTree tree, string name)
    {
        if (_last?.Tree != tree && !_texts.TryGetValue(tree, out _last))
            _texts.Add(tree, _last = new OneText(tree, tree.GetText(_cancellation).ToString()));

        return _last!.Positions(name);
    }

    private sealed class OneText
    {
        private readonly Dictionary<string, List<int>> _positions = new(StringComparer.Ordinal);
        private readonly string _text;

        public OneText(SyntaxTree tree, string text)
        {
            Tree = tree;
            _text = text;
        }

        public SyntaxTree Tree { get; }

        public List<int> Positions(string name)
        {
            if (_positions.TryGetValue(name, out var positions))
                return positions;

            positions = new List<int>();
            for (var at = Next(_text, name, 0); at >= 0; at = Next(_text, name, at + name.Length))
                positions.Add(at);

            _positions.Add(name, positions);
            return positions;
        }
    }

    /// <summary>Whether the name stands in a text as a whole identifier.</summary>
    public static bool Mentions(string text, string name) => Next(text, name, 0) >= 0;

    /// <summary>The next place where the name stands as a whole identifier; -1 if there is none.</summary>
    private static int Next(string text, string name, int start)
    {
        if (name.Length == 0)
            return -1;

        for (var at = start; at < text.Length; at++)
        {
            at = text.IndexOf(name, at, StringComparison.Ordinal);
            if (at < 0)
                return -1;
            if (!IsPartOfName(text, at - 1) && !IsPartOfName(text, at + name.Length))
                return at;
        }

        return -1;
    }

    private static bool IsPartOfName(string text, int at) => at >= 0 && at < text.Length && (char.IsLetterOrDigit(text[at]) || text[at] == '_');
}
