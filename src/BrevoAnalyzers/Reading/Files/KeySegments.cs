using System;

namespace BrevoAnalyzers.Reading.Files;

/// <summary>The two ways .NET configuration writes a path: <c>Smtp:Port</c> and, in environment variables, <c>Smtp__Port</c>.</summary>
internal static class KeySegments
{
    /// <summary>Deeper keys are taken for plain names, so that a name of colons alone cannot nest without bound.</summary>
    private const int MostSegments = 16;

    private static readonly char[] Colon = [':'];

    /// <summary>The key with every <c>__</c> written as <c>:</c>.</summary>
    public static string Normalize(string key) =>
        key.IndexOf("__", StringComparison.Ordinal) < 0 ? key : key.Replace("__", ":");

    /// <summary>
    /// The segments of a name; the whole name as the only segment when it holds no separator or an empty segment
    /// (<c>__comment</c>).
    /// </summary>
    public static string[] Split(string name)
    {
        var normalized = Normalize(name);
        if (normalized.IndexOf(':') < 0)
            return [name];

        var segments = normalized.Split(Colon, MostSegments + 1);
        if (segments.Length > MostSegments)
            return [name];

        foreach (var segment in segments)
        {
            if (segment.Length == 0)
                return [name];
        }

        return segments;
    }
}
