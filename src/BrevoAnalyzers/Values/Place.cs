using System;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace BrevoAnalyzers.Values;

/// <summary>Where a value is written: a node of the source, a part of its text, or a span of a settings file.</summary>
internal readonly struct Place : IEquatable<Place>
{
    private readonly Location? _span;

    private readonly SyntaxNode? _written;

    private Place(SyntaxNode? node, Location? span, SyntaxNode? written = null)
    {
        Node = node;
        _span = span;
        _written = written;
    }

    /// <summary>The node, where the value is written in C#.</summary>
    public SyntaxNode? Node { get; }

    /// <summary>Where the value is written that this place uses; the node itself unless it stands for another.</summary>
    public SyntaxNode? Written => _written ?? Node;

    public bool IsInFile => Node is null;

    public Location Location => _span ?? Node?.GetLocation() ?? Location.None;

    public static Place InFile(Location location) => new(null, location);

    /// <summary>A part of a literal's text: a member in a JSON literal.</summary>
    public static Place PartOf(SyntaxNode literal, TextSpan span) => new(literal, Location.Create(literal.SyntaxTree, span));

    public static implicit operator Place(SyntaxNode node) => new(node, null);

    /// <summary>This place as the use of a value that is written elsewhere, in code that may report it itself.</summary>
    public Place StandingFor(Place written) => new(Node, _span, written.Node);

    /// <summary>Whether this place is C# text within <paramref name="outer"/>.</summary>
    public bool IsWithin(Place outer) =>
        Node is not null && outer.Node is not null && Node.SyntaxTree == outer.Node.SyntaxTree && outer.Node.Span.Contains(Node.Span);

    public bool Equals(Place other) => Node == other.Node && (_span is null ? other._span is null : _span.Equals(other._span));

    public override bool Equals(object? obj) => obj is Place other && Equals(other);

    public override int GetHashCode() => Node?.GetHashCode() ?? Location.GetHashCode();
}
