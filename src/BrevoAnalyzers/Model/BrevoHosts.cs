using System;
using System.Collections.Generic;

namespace BrevoAnalyzers.Model;

/// <summary>Whose host a name is.</summary>
internal enum HostKind
{
    /// <summary>Brevo's SMTP relay.</summary>
    Relay,

    /// <summary>The relay under its Sendinblue name.</summary>
    LegacyRelay,

    /// <summary>Brevo's API.</summary>
    Api,

    /// <summary>The API under its Sendinblue name.</summary>
    LegacyApi,

    /// <summary>Meant for the relay or the API, but no host that Brevo has, or a host with text around it.</summary>
    Misspelt,

    /// <summary>This machine or a mail catcher beside it.</summary>
    Loopback,

    /// <summary>Somebody else's, or not known.</summary>
    Other,
}

/// <summary>Tells Brevo's hosts, and what people write for them, from other hosts.</summary>
internal static class BrevoHosts
{
    private static readonly HashSet<string> LoopbackNames = new(StringComparer.Ordinal)
    {
        "localhost", "::1", "0.0.0.0", "host.docker.internal", "mailhog", "mailpit", "smtp4dev", "papercut", "papercut-smtp", "maildev",
        "mailcatcher", "greenmail", "inbucket",
    };

    /// <summary>
    /// The kind of a host as it stands in the source, in any case. Position does not count: <see cref="HostKind.Api"/> is right in a
    /// URL and wrong for an SMTP client.
    /// </summary>
    public static HostKind Classify(string host)
    {
        var bare = StripDecorations(host);
        if (bare is null)
        {
            return HostKind.Other;
        }

        var kind = ClassifyBare(bare);
        if (kind == HostKind.Other && MisspeltHosts.IsMisspeltApi(bare) && host.IndexOf(".com/v3", StringComparison.OrdinalIgnoreCase) > 0)
        {
            return HostKind.Misspelt;
        }

        if (kind is not (HostKind.Relay or HostKind.LegacyRelay))
        {
            // An API host has a scheme, path or port wherever it stands in a URL.
            return kind is HostKind.Api or HostKind.LegacyApi && HasOuterSpace(host) ? HostKind.Misspelt : kind;
        }

        // The DNS root's dot is part of a valid name.
        var length = host.Length > 0 && host[host.Length - 1] == '.' ? host.Length - 1 : host.Length;
        return length == bare.Length ? kind : HostKind.Misspelt;
    }

    /// <summary>
    /// Whether an SMTP client that is given such a host means Brevo: the relay under either name, a misspelt host, and also the
    /// API's host, which is wrong there.
    /// </summary>
    public static bool IsBrevoSmtp(HostKind kind) => kind is not (HostKind.Loopback or HostKind.Other);

    /// <summary>Whether it is the relay itself, under its current or its old name.</summary>
    public static bool IsRelay(HostKind kind) => kind is HostKind.Relay or HostKind.LegacyRelay;

    /// <summary>Whether it is the API itself, under its current or its old name.</summary>
    public static bool IsApi(HostKind kind) => kind is HostKind.Api or HostKind.LegacyApi;

    /// <summary>
    /// The host alone, in lower case, without spaces, scheme, user info, port, path, brackets and the root's dot; null where none is
    /// left or the text is no host.
    /// </summary>
    public static string? StripDecorations(string text)
    {
        var start = 0;
        var end = text.Length;
        Trim(text, ref start, ref end);

        var scheme = text.IndexOf("://", start, end - start, StringComparison.Ordinal);
        if (scheme >= 0)
        {
            start = scheme + 3;
        }

        var pathStart = text.IndexOfAny(AuthorityEnds, start, end - start);
        if (pathStart >= 0)
        {
            end = pathStart;
        }

        var userInfo = end > start ? text.LastIndexOf('@', end - 1, end - start) : -1;
        if (userInfo >= 0)
        {
            // Without a scheme it is an e-mail address.
            if (scheme < 0)
            {
                return null;
            }

            start = userInfo + 1;
        }

        Trim(text, ref start, ref end);
        StripPort(text, ref start, ref end);
        if (end > start && text[end - 1] == '.')
        {
            end--;
        }

        for (var i = start; i < end; i++)
        {
            if (char.IsWhiteSpace(text[i]))
            {
                return null;
            }
        }

        return end > start ? text.Substring(start, end - start).ToLowerInvariant() : null;
    }

    private static readonly char[] AuthorityEnds = ['/', '?', '#', '\\'];

    private static void StripPort(string text, ref int start, ref int end)
    {
        if (end <= start)
        {
            return;
        }

        if (text[start] == '[')
        {
            var close = text.IndexOf(']', start, end - start);
            start++;
            end = close < 0 ? end : close;
            return;
        }

        var colon = text.IndexOf(':', start, end - start);
        if (colon >= 0 && text.LastIndexOf(':', end - 1, end - start) == colon)
        {
            // More than one colon is an IPv6 address.
            end = colon;
        }
    }

    private static void Trim(string text, ref int start, ref int end)
    {
        while (start < end && char.IsWhiteSpace(text[start]))
        {
            start++;
        }

        while (end > start && char.IsWhiteSpace(text[end - 1]))
        {
            end--;
        }
    }

    private static bool HasOuterSpace(string text) => char.IsWhiteSpace(text[0]) || char.IsWhiteSpace(text[text.Length - 1]);

    private static HostKind ClassifyBare(string host) => host switch
    {
        BrevoFacts.SmtpHost => HostKind.Relay,
        BrevoFacts.LegacySmtpHost => HostKind.LegacyRelay,
        BrevoFacts.ApiHost => HostKind.Api,
        BrevoFacts.LegacyApiHost => HostKind.LegacyApi,
        _ when IsLoopback(host) => HostKind.Loopback,
        _ when MisspeltHosts.IsMisspelt(host) => HostKind.Misspelt,
        _ => HostKind.Other,
    };

    private static bool IsLoopback(string host) =>
        LoopbackNames.Contains(host)
        || host.StartsWith("127.", StringComparison.Ordinal)
        || host.EndsWith(".localhost", StringComparison.Ordinal)
        || host.EndsWith(".local", StringComparison.Ordinal)
        || host.EndsWith(".test", StringComparison.Ordinal);
}
