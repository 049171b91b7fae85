using System;
using Microsoft.CodeAnalysis;

namespace BrevoAnalyzers.Model;

/// <summary>What rules may ask about the code around a session.</summary>
internal sealed class SessionContext
{
    private readonly Func<SyntaxTree, bool> _holds;

    public SessionContext(INamedTypeSymbol type, BrevoOptions options, Func<SyntaxTree, bool> holds, bool checksKeyPrefix)
    {
        Type = type;
        Options = options;
        _holds = holds;
        ChecksKeyPrefix = checksKeyPrefix;
    }

    public INamedTypeSymbol Type { get; }

    public BrevoOptions Options { get; }

    /// <summary>Whether the code tells the two kinds of key apart by their prefix, so that a mix-up is handled.</summary>
    public bool ChecksKeyPrefix { get; }

    /// <summary>Whether a report into <paramref name="tree"/> shows while the type is edited.</summary>
    public bool Holds(SyntaxTree tree) => _holds(tree);
}
