using System;
using BrevoAnalyzers.Values;

namespace BrevoAnalyzers.Model;

/// <summary>
/// Decides whether a request goes to Brevo: by the host of its URL, or by a key of Brevo's shape. The header's name proves nothing,
/// other services call theirs <c>api-key</c> too.
/// </summary>
internal static class BrevoRequest
{
    public static bool IsBrevoUrl(string url) => BrevoHosts.Classify(url) is not (HostKind.Other or HostKind.Loopback);

    /// <summary>Whether the URL names a host at all: a path alone belongs to nobody.</summary>
    public static bool HasHost(string url) => url.IndexOf("://", StringComparison.Ordinal) > 0;

    public static bool HasBrevoKey(ValueSet values)
    {
        foreach (var known in values.Known)
        {
            if (known.Text is not { } text)
                continue;

            foreach (var _ in BrevoKeys.FindFullShapes(text))
                return true;
        }

        return false;
    }

    /// <summary>The path of a URL, without query: "/v3/smtp/email"; empty where there is none.</summary>
    public static string PathOf(string url)
    {
        var start = url.IndexOf("://", StringComparison.Ordinal);
        start = start < 0 ? 0 : url.IndexOf('/', start + 3);
        if (start < 0)
            return "";

        var end = url.IndexOfAny(PathEnds, start);
        return end < 0 ? url.Substring(start) : url.Substring(start, end - start);
    }

    public static bool IsEmailUrl(string url)
    {
        var path = PathOf(url).TrimEnd('/');
        return path.EndsWith(BrevoFacts.SendEmailPath, StringComparison.OrdinalIgnoreCase);
    }

    private static readonly char[] PathEnds = { '?', '#' };
}
