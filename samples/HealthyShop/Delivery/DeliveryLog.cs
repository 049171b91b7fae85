using System.Collections.Concurrent;

namespace HealthyShop.Delivery;

/// <summary>
/// Mail that was accepted and of which nothing was heard since. Where credits are used up or a dedicated IP is not set up, Brevo accepts
/// mail and queues it: this is the only place where that shows.
/// </summary>
public sealed class DeliveryLog(TimeProvider time)
{
    private readonly ConcurrentDictionary<string, (string Address, DateTimeOffset Since)> _open = new();

    public void Accepted(string messageId, string address) => _open[Bare(messageId)] = (address, time.GetUtcNow());

    /// <summary>Delivered, or lost for a reason that is known. Events arrive out of order, so this may come first or twice.</summary>
    public void Settled(string messageId) => _open.TryRemove(Bare(messageId), out _);

    /// <summary>The addresses whose mail has had no news for this long.</summary>
    public IReadOnlyList<string> Overdue(TimeSpan age) =>
        _open.Values.Where(entry => time.GetUtcNow() - entry.Since >= age).Select(entry => entry.Address).ToList();

    private static string Bare(string messageId) => messageId.Trim('<', '>');
}
