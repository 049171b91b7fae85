using BrevoAnalyzers.Values;
using Microsoft.CodeAnalysis;

namespace BrevoAnalyzers.Reading;

/// <summary>Whether two expressions of a type's code stand for one object: one variable, or what both hold.</summary>
internal static class SameObjects
{
    public static bool Are(MailCode code, IOperation one, IOperation other)
    {
        if (one.Syntax == other.Syntax)
            return true;
        if (AccessPath.TryGet(one, out var left)
            && AccessPath.TryGet(other, out var right)
            && left.Members.Length == right.Members.Length
            && left.StartsWith(right, out _))
        {
            return true;
        }

        foreach (var here in code.Resolver.Resolve(one))
        {
            foreach (var there in code.Resolver.Resolve(other))
            {
                if (AreSame(here, there))
                    return true;
            }
        }

        return false;
    }

    private static bool AreSame(Possibility one, Possibility other)
    {
        if (one.Object is { } made)
            return made.Syntax == other.Object?.Syntax;
        if (one.Kind != PossibilityKind.Named || other.Kind != PossibilityKind.Named || one.Identity != other.Identity)
            return false;

        // Two calls of CreateClient make two clients.
        return one.Source is SourceKind.Member or SourceKind.Parameter || one.Place.Equals(other.Place);
    }
}
