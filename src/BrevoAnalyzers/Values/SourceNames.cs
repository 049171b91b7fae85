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

    /// <summary>The nodes in <paramref name="node"/> that are this simple name.</summary>
    public IEnumerable<SimpleNameSyntax> Uses(SyntaxNode node, string name) => Uses(node, name, static (_, _) => true);

    /// <summary>Those of them that follow an equals sign, be it with other names or opening parentheses between.</summary>
    public IEnumerable<SimpleNameSyntax> Initializers(SyntaxNode node, string name) => Uses(node, name, MayFollowEquals);

    private IEnumerable<SimpleNameSyntax> Uses(SyntaxNode node, string name, Func<string, int, bool> mayBe)
    {
        var positions = Positions(node.SyntaxTree, name);
        for (var i = FirstAt(positions, node.SpanStart); i < positions.Count && positions[i] < node.Span.End; i++)
        {
            if (!mayBe(_last!.Text, positions[i]))
                continue;
            if (node.FindToken(positions[i]) is { Parent: SimpleNameSyntax use } token && token.SpanStart == positions[i] && token.ValueText == name)
                yield return use;
        }
    }

    /// <summary>The places where one of the names stands in the text of a file, in order.</summary>
    public List<int> Positions(SyntaxTree tree, IReadOnlyList<string> names)
    {
        if (names.Count == 1)
            return Positions(tree, names[0]);

        var all = new List<int>();
        foreach (var name in names)
            all.AddRange(Positions(tree, name));
        all.Sort();
        return all;
    }

    internal static bool AnyBetween(List<int> positions, int start, int end)
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

    /// <summary>Told from the text, so that most uses need no look at the tree; true where the text does not tell.</summary>
    private static bool MayFollowEquals(string text, int at)
    {
        var next = text[at];
        var isApart = false;
        for (var i = at - 1; i >= 0; i--)
        {
            var c = text[i];
            if (c is '=' or '/' or '\n')
                return true;
            if (c is ',' or ';' or '{' or '}' or '+' or '&' or '|')
                return false;
            if (char.IsWhiteSpace(c))
            {
                isApart = true;
                continue;
            }

            // Two words beside each other: "new Uri(", "await ", "return ".
            if (isApart && IsOfWord(c) && IsOfWord(next))
                return false;
            (next, isApart) = (c, false);
        }

        return false;
    }

    private static bool IsOfWord(char c) => char.IsLetterOrDigit(c) || c == '_';

    private sealed class OneText
    {
        private readonly Dictionary<string, List<int>> _positions = new(StringComparer.Ordinal);

        public OneText(SyntaxTree tree, string text)
        {
            Tree = tree;
            Text = text;
        }

        public SyntaxTree Tree { get; }

        public string Text { get; }

        public List<int> Positions(string name)
        {
            if (_positions.TryGetValue(name, out var positions))
                return positions;

            positions = new List<int>();
            for (var at = Next(Text, name, 0); at >= 0; at = Next(Text, name, at + name.Length))
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

    private static bool IsPartOfName(string text, int at) => at >= 0 && at < text.Length && IsOfWord(text[at]);
}
