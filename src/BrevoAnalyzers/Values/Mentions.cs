using System.Collections.Generic;
using Microsoft.CodeAnalysis;

namespace BrevoAnalyzers.Values;

/// <summary>Where one of a few names stands, be it in a comment: asked for many nodes of the same file.</summary>
internal sealed class Mentions
{
    private readonly SourceNames _text;
    private readonly IReadOnlyList<string> _names;
    private readonly Dictionary<SyntaxTree, List<int>> _files = new();
    private SyntaxTree? _lastFile;
    private List<int> _lastPositions = new(0);

    public Mentions(SourceNames text, IReadOnlyList<string> names)
    {
        _text = text;
        _names = names;
    }

    /// <summary>Whether a name stands in or just around <paramref name="node"/>: quicker to tell than in it, and enough to leave nodes out.</summary>
    public bool In(SyntaxNode node)
    {
        var span = node.FullSpan;
        return SourceNames.AnyBetween(Positions(node.SyntaxTree), span.Start, span.End);
    }

    /// <summary>Whether a name stands in <paramref name="outer"/>, but not in <paramref name="inner"/>.</summary>
    public bool Beside(SyntaxNode outer, SyntaxNode inner)
    {
        if (ReferenceEquals(outer, inner))
            return true; // two operations of one text: which of them it belongs to is not told here

        var positions = Positions(outer.SyntaxTree);
        var (around, within) = (outer.FullSpan, inner.FullSpan);
        return SourceNames.AnyBetween(positions, around.Start, within.Start) || SourceNames.AnyBetween(positions, within.End, around.End);
    }

    private List<int> Positions(SyntaxTree file)
    {
        if (ReferenceEquals(file, _lastFile))
            return _lastPositions;
        if (!_files.TryGetValue(file, out var positions))
            _files.Add(file, positions = _text.Positions(file, _names));

        (_lastFile, _lastPositions) = (file, positions);
        return positions;
    }
}
