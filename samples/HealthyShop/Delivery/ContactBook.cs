using System.Collections.Concurrent;

namespace HealthyShop.Delivery;

/// <summary>Why an address is not written to any more.</summary>
public enum Silence
{
    /// <summary>The address does not exist: the customer is asked for another.</summary>
    NoSuchAddress,

    /// <summary>The customer complained or unsubscribed: only the customer can change that.</summary>
    NoMoreMail,

    /// <summary>Brevo does not send to it. If somebody blocked it by mistake, it can be unblocked in the account.</summary>
    Blocked,
}

/// <summary>What the shop knows of addresses. A real shop keeps it in its database.</summary>
public sealed class ContactBook
{
    private readonly ConcurrentDictionary<string, Silence> _silent = new(StringComparer.OrdinalIgnoreCase);

    public bool MayBeWrittenTo(string address) => !_silent.ContainsKey(address);

    public Silence? WhySilent(string address) => _silent.TryGetValue(address, out var why) ? why : null;

    public void Silence(string address, Silence why) => _silent[address] = why;
}
