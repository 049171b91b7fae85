using System.Collections.Immutable;
using BrevoAnalyzers.Model;
using BrevoAnalyzers.Values;
using Microsoft.CodeAnalysis;

namespace BrevoAnalyzers.Reading;

/// <summary>What URL, headers and body say of a request, whichever library sends it.</summary>
internal static class RequestParts
{
    /// <param name="request">What the library alone knows: whether and how it is sent.</param>
    /// <param name="code">The code that makes the request.</param>
    /// <param name="library">The library.</param>
    /// <param name="start">Where the request is sent, or last seen.</param>
    /// <param name="urls">Where it can go.</param>
    /// <param name="headers">Its own headers and those of its client.</param>
    /// <param name="body">Its body.</param>
    public static ApiRequest With(
        this ApiRequest request, MailCode code, ApiLibrary library, IOperation start, ImmutableArray<ApiUrl> urls, ImmutableArray<ApiHeader> headers, HttpBody body)
    {
        var keys = RequestHeaders.KeysOf(headers);
        request = request with { Library = library, Urls = urls, Headers = headers, Keys = keys, Context = code.Context };
        if (!RequestHeaders.AreBrevo(urls, headers))
            return request;

        return request with
        {
            IsBrevo = true,
            Form = body.Form,
            BodyPlace = body.Place,
            Body = body.Value,
            UnescapedParts = body.Unescaped,
            Senders = ApiSenders.Of(body.Value, keys),
            Recipients = ApiSenders.Recipients(body.Value),
            Schedules = ScheduledTimes.Of(code, body.Value),
            EncodedTwice = AttachmentContents.EncodedTwice(code, body.Value),
            IsConditional = !code.Resolver.GuardsAt(start).IsEmpty,
        };
    }
}
