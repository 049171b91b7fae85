using System;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace BrevoAnalyzers.Values;

/// <summary>Where a value is written: a node of the source, a part of its text, or a span of a settings file.</summary>
internal readonly struct Place : IEquatable<Place>
{
    private readonly Location? _span;

    /// <summary>A node or a location in a file; null for a place that stands for itself.</summary>
    private readonly object? _written;

    private Place(SyntaxNode? node, Location? span, object? written = null)
    {
        Node = node;
        _span = span;
        _written = written;
    }

    /// <summary>The node, where the value is written in C#.</summary>
    public SyntaxNode? Node { get; }

    /// <summary>Where the value is written that this place uses; the place itself unless it stands for another.</summary>
    public Place Written => _written switch
    {
        SyntaxNode node => node,
        Location location => InFile(location),
        _ => this,
    };

    /// <summary>Whether this is the use of a value that is written elsewhere.</summary>
    public bool StandsForAnother => _written is not null;

    public bool IsInFile => Node is null;

    public Location Location => _span ?? Node?.GetLocation() ?? Location.None;

    public static Place InFile(Location location) => new(null, location);

    /// <summary>A part of a literal's text: a member in a JSON literal.</summary>
    public static Place PartOf(SyntaxNode literal, TextSpan span) => new(literal, Location.Create(literal.SyntaxTree, span));

    public static implicit operator Place(SyntaxNode node) => new(node, null);

    /// <summary>This place as the use of a value that is written elsewhere, in code or a file that may report it itself.</summary>
    public Place StandingFor(Place written) =>
        Equals(written) ? this : new(Node, _span, (object?)written.Node ?? written._span);

    /// <summary>Whether this place is C# text within <paramref name="outer"/>.</summary>
    public bool IsWithin(Place outer) =>
        Node is not null && outer.Node is not null && Node.SyntaxTree == outer.Node.SyntaxTree && outer.Node.Span.Contains(Node.Span);

    public bool Equals(Place other) => Node == other.Node && (_span is null ? other._span is null : _span.Equals(other._span));

    public override bool Equals(object? obj) => obj is Place other && Equals(other);

    public override int GetHashCode() => Node?.GetHashCode() ?? Location.GetHashCode();
}
