using System.Collections.Generic;
using System.Collections.Immutable;
using BrevoAnalyzers.Values;

namespace BrevoAnalyzers.Model;

/// <summary>The sender of a message, whatever library or call carries it to Brevo.</summary>
internal sealed class Sender
{
    public Sender(SessionValue address, SessionValue name)
    {
        Address = address;
        Name = name;
    }

    public SessionValue Address { get; }

    public SessionValue Name { get; }

    /// <summary>The creation that takes name and address, where it is known: its arguments are what a swap changes.</summary>
    public Place? Creation { get; init; }

    /// <summary>Whether <c>Shop &lt;shop@example.com&gt;</c> is taken apart by the library; else it has to be a bare address.</summary>
    public bool TakesNameInAddress { get; init; }

    /// <summary>The other settings of the same session or request: text that serves them too is not what has to change.</summary>
    public ImmutableArray<SessionValue> Beside { get; init; } = ImmutableArray<SessionValue>.Empty;

    /// <summary>What shows best how the settings around are named; see <c>SettingNaming</c>.</summary>
    public IEnumerable<Possibility> Siblings
    {
        get
        {
            foreach (var possibility in Name.Values)
                yield return possibility;
            foreach (var possibility in Address.Values)
                yield return possibility;
            foreach (var value in Beside)
            {
                foreach (var possibility in value.Values)
                    yield return possibility;
            }
        }
    }

    /// <summary>
    /// The address as it was meant: where name and address are known to be swapped, the one in the place of the name. Swapped is what
    /// has an address as its name and something that is none as its address.
    /// </summary>
    public SessionValue MeantAddress => IsSwapped ? Name : Address;

    public bool IsSwapped
    {
        get
        {
            foreach (var address in Address.Values)
            {
                if (IsSwappedWith(address) is not null)
                    return true;
            }

            return false;
        }
    }

    /// <summary>The name that is an address while <paramref name="address"/> is none; null where nothing is known to be swapped.</summary>
    public Possibility? IsSwappedWith(Possibility address)
    {
        if (!IsName(address))
            return null;

        foreach (var name in Name.Values.Known)
        {
            if (name.Text is { } other && MailAddressText.IsAddress(other) && name.Guards.Meets(address.Guards))
                return name;
        }

        return null;
    }

    /// <summary>Whether a value is a name and no address: by its text, or by what the setting is called.</summary>
    private static bool IsName(Possibility value)
    {
        if (value.IsConstant)
            return value.Text is { Length: > 0 } text && text.IndexOf('@') < 0 && !Placeholders.IsPlaceholder(text);

        var words = NameWords.Split(value.Name);
        return value.Kind == PossibilityKind.Named
            && (words.Length > 1 ? words[words.Length - 2] + words[words.Length - 1] : value.Name).ToLowerInvariant() is "displayname" or "sendername" or "fromname" or "fullname" or "companyname";
    }

    public Sender In(Guards guards, params SessionValue[] beside) => new(Address.In(guards), Name.In(guards))
    {
        TakesNameInAddress = TakesNameInAddress,
        Creation = Creation,
        Beside = ImmutableArray.Create(beside),
    };

    /// <summary>The innermost text that makes the value wrong and serves the sender only.</summary>
    public Place PlaceOf(Possibility value, SessionContext context) => Places.Of(value, MeantAddress, Beside, context);
}
