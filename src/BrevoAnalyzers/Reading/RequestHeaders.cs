using System;
using System.Collections.Immutable;
using BrevoAnalyzers.Model;

namespace BrevoAnalyzers.Reading;

/// <summary>What the headers of a request say, whichever library sends it.</summary>
internal static class RequestHeaders
{
    /// <summary>What is given where Brevo looks for the key.</summary>
    public static ImmutableArray<SessionValue> KeysOf(ImmutableArray<ApiHeader> headers)
    {
        var keys = ImmutableArray.CreateBuilder<SessionValue>();
        foreach (var header in headers)
        {
            if (header.Name.Trim().Equals(BrevoFacts.ApiKeyHeader, StringComparison.OrdinalIgnoreCase))
                keys.Add(header.Value);
        }

        return keys.ToImmutable();
    }

    /// <summary>Whether a request goes to Brevo: by one of its URLs, or, where none names somebody else, by a key of Brevo's shape.</summary>
    public static bool AreBrevo(ImmutableArray<ApiUrl> urls, ImmutableArray<ApiHeader> headers)
    {
        if (RequestUrls.IsAnyBrevo(urls))
            return true;
        foreach (var url in urls)
        {
            if (!BrevoRequest.IsBrevoUrl(url.Text))
                return false;
        }

        foreach (var header in headers)
        {
            if (BrevoRequest.HasBrevoKey(header.Value.Values))
                return true;
        }

        return false;
    }
}
