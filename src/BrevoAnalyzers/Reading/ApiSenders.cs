using System;
using System.Collections.Immutable;
using BrevoAnalyzers.Model;
using BrevoAnalyzers.Values;
using Microsoft.CodeAnalysis.Operations;

namespace BrevoAnalyzers.Reading;

/// <summary>The senders that a payload names, as the rules on senders know them.</summary>
internal static class ApiSenders
{
    public static ImmutableArray<Sender> Of(PayloadValue? body, ImmutableArray<SessionValue> keys)
    {
        if (body is null)
            return ImmutableArray<Sender>.Empty;

        var senders = ImmutableArray.CreateBuilder<Sender>();
        foreach (var email in body.Objects())
        {
            if ((email.Find("sender") ?? email.Find("from")) is not { } entry)
                continue;

            foreach (var sender in entry.Value.Objects())
            {
                if (sender.Find("email") is { } address)
                    senders.Add(Of(sender, address, keys));
            }
        }

        return senders.ToImmutable();
    }

    /// <summary>The recipients and addresses for answers that a payload names.</summary>
    public static ImmutableArray<Sender> Recipients(PayloadValue? body)
    {
        var people = ImmutableArray.CreateBuilder<Sender>();
        foreach (var email in body?.Objects() ?? Array.Empty<PayloadValue>())
        {
            foreach (var member in new[] { "to", "cc", "bcc", "replyTo" })
            {
                foreach (var person in email.Find(member)?.Value.Objects() ?? Array.Empty<PayloadValue>())
                {
                    if (person.Find("email") is { } address)
                        people.Add(Of(person, address, ImmutableArray<SessionValue>.Empty));
                }
            }
        }

        return people.ToImmutable();
    }

    /// <summary>One sender object.</summary>
    public static Sender Of(PayloadValue sender, PayloadEntry address, ImmutableArray<SessionValue> keys) => new(
        address.Value.AsSessionValue(),
        sender.Find("name")?.Value.AsSessionValue() ?? SessionValue.Missing(address.Value.Place))
    {
        Creation = sender.Expression is IObjectCreationOperation or IAnonymousObjectCreationOperation ? (Place?)sender.Place : null,
        Beside = keys,
    };
}
