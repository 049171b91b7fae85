using System.Collections.Immutable;
using System.Threading;
using Microsoft.CodeAnalysis;

namespace BrevoAnalyzers.Doors;

/// <summary>A type's declarations with what the text of their files names: enough to know what in it is worth reading.</summary>
internal sealed class OpenedType
{
    private readonly Signs _signs;

    private OpenedType(INamedTypeSymbol symbol, ImmutableArray<SyntaxNode> parts, Signs signs)
    {
        Symbol = symbol;
        Parts = parts;
        _signs = signs;
    }

    public INamedTypeSymbol Symbol { get; }

    public ImmutableArray<SyntaxNode> Parts { get; }

    public static OpenedType Of(INamedTypeSymbol type, TextGate gate, CancellationToken cancellation)
    {
        var signs = Signs.None;
        var parts = ImmutableArray.CreateBuilder<SyntaxNode>(type.DeclaringSyntaxReferences.Length);
        foreach (var reference in type.DeclaringSyntaxReferences)
        {
            parts.Add(reference.GetSyntax(cancellation));
            signs |= gate.MailSigns(reference.SyntaxTree, cancellation);
        }

        return new OpenedType(type, parts.MoveToImmutable(), signs);
    }

    /// <summary>Whether a file of the type names one of the things.</summary>
    public bool Names(Signs things) => (_signs & things) != 0;
}
