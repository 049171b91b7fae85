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
    private readonly Dictionary<SyntaxTree, string> _texts = new();
    private readonly Dictionary<(SyntaxTree Tree, string Name), List<int>> _positions = new();
    private readonly CancellationToken _cancellation;

    public SourceNames(CancellationToken cancellation) => _cancellation = cancellation;

    /// <summary>Whether the name stands in the text of <paramref name="node"/>, be it in a comment.</summary>
    public bool Mentions(SyntaxNode node, string name)
    {
        var positions = Positions(node.SyntaxTree, name);
        var index = FirstAt(positions, node.SpanStart);
        return index < positions.Count && positions[index] < node.Span.End;
    }

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

    private static int FirstAt(List<int> positions, int start)
    {
        var index = positions.BinarySearch(start);
        return index < 0 ? ~index : index;
    }

    private List<int> Positions(SyntaxTree tree, string name)
    {
        if (_positions.TryGetValue((tree, name), out var positions))
            return positions;

        positions = new List<int>();
        var text = Text(tree);
        for (var at = Next(text, name, 0); at >= 0; at = Next(text, name, at + name.Length))
            positions.Add(at);

        _positions.Add((tree, name), positions);
        return positions;
    }

    private string Text(SyntaxTree tree)
    {
        if (!_texts.TryGetValue(tree, out var text))
            _texts[tree] = text = tree.GetText(_cancellation).ToString();

        return text;
    }

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
