using System.Collections.Immutable;
using BrevoAnalyzers.Values;

namespace BrevoAnalyzers.Model;

/// <summary>Finds the text that has to change for a wrong value.</summary>
internal static class Places
{
    /// <summary>
    /// The innermost text that serves <paramref name="role"/> only: a literal or setting that is, say, the login too is not wrong
    /// there, so the report stands where it is used as what it must not be.
    /// </summary>
    public static Place Of(Possibility value, SessionValue role, ImmutableArray<SessionValue> beside, SessionContext context)
    {
        if (Serves(value.Place, role, beside, context) && Names(value, value.Place))
            return value.Place;

        foreach (var reference in value.Via)
        {
            if (Serves(reference, role, beside, context) && Names(value, reference))
                return ((Place)reference).StandingFor(value.Place);
        }

        return role.Use.StandingFor(value.Place);
    }

    /// <summary>A member is named where it is read, not where its object comes from: <c>_settings.SmtpKey</c>, not <c>options.Value</c>.</summary>
    private static bool Names(Possibility value, Place place) =>
        value is not { Kind: PossibilityKind.Named, Source: SourceKind.Member } || place.Node is not { } node || node.GetLastToken().ValueText == value.Name || value.Via.IsEmpty;

    private static bool Serves(Place place, SessionValue role, ImmutableArray<SessionValue> beside, SessionContext context)
    {
        if (!context.Holds(place))
            return false;

        foreach (var other in beside)
        {
            if (ReferenceEquals(other, role))
                continue;

            foreach (var possibility in other.Values)
            {
                if (possibility.Place.Equals(place) || (place.Node is { } node && possibility.Via.Contains(node)))
                    return false;
            }
        }

        return true;
    }
}
