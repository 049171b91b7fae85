using System.Collections.Generic;
using Microsoft.CodeAnalysis;

namespace BrevoAnalyzers.Values;

/// <summary>
/// The questions that are being answered, innermost last: what does this path hold at that place? One that comes up again while it is
/// open leads in a circle. There are never more than a few, so that looking through them costs less than a table.
/// </summary>
internal sealed class OpenQuestions
{
    private readonly List<(SyntaxNode Place, AccessPath Path)> _open = new();

    /// <summary>Opens a question; false where it is open already.</summary>
    public bool TryOpen(SyntaxNode place, AccessPath path)
    {
        foreach (var question in _open)
        {
            if (question.Place == place && question.Path.Equals(path))
                return false;
        }

        _open.Add((place, path));
        return true;
    }

    /// <summary>Closes the question that was opened last.</summary>
    public void Close() => _open.RemoveAt(_open.Count - 1);
}
