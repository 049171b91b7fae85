using System;
using System.Collections.Generic;

namespace BrevoAnalyzers.Model;

/// <summary>What people write for <c>smtp-relay.brevo.com</c> and <c>api.brevo.com</c>.</summary>
/// <remarks>
/// A host that may be another company's is never called misspelt: the name "brevo" must be there, or next to it with
/// <c>smtp-relay</c> before it; <c>app.brevo.com</c>, <c>help.brevo.com</c> and the like are Brevo's own web sites.
/// </remarks>
internal static class MisspeltHosts
{
    private const string RelayLabel = "smtp-relay";

    /// <summary>Hosts without a dot before the name; the first two are seen in public code.</summary>
    private static readonly HashSet<string> WholeHosts = new(StringComparer.Ordinal)
    {
        "smtp.brevo.com", BrevoFacts.LoginDomain, "smtp-relay-brevo.com", "smtprelay-brevo.com", "smtprelaybrevo.com", "smtp-relaybrevo.com",
        "smtp-relay.brevocom", "smtp-relay.brevo", "apibrevo.com", "api-brevo.com", "api.brevocom",
    };

    /// <summary>Names for a mail server that Brevo does not use, before <c>.brevo.com</c>.</summary>
    private static readonly HashSet<string> MailLabels = new(StringComparer.Ordinal)
    {
        "smtp", "smtps", "smtp2", "smtp-out", "smtpout", "outgoing", "out", "relay", "mail", "email", "mailer", "mx", "smtp.relay", "relay.smtp",
        "mail-relay", "relay-smtp", "smtp-server", "smtp-mail", "esmtp",
    };

    /// <summary>Slips for <c>api</c> before <c>.brevo.com</c>. No edit distance here: <c>app</c> is one letter away, and a site of Brevo's.</summary>
    private static readonly HashSet<string> ApiLabels = new(StringComparer.Ordinal)
    {
        "apis", "apii", "aapi", "aip", "pai", "ap", "pi", "api3", "apiv3", "api-v3", "v3.api", "api.v3", "rest", "smtp-api",
    };

    /// <summary>Slips for the top level <c>com</c>.</summary>
    private static readonly HashSet<string> SlipsOfCom = new(StringComparer.Ordinal)
    {
        "co", "cm", "om", "con", "comm", "cmo", "ocm", "vom", "xom", "cpm", "coom", "ccom", "c0m",
    };

    /// <summary>Words and names of others that are one letter away from "brevo".</summary>
    private static readonly HashSet<string> OthersNearBrevo = new(StringComparer.Ordinal)
    {
        "bravo", "revo", "bevo", "breve", "brevi", "brero", "breo", "trevo", "crevo", "drevo", "previo",
    };

    /// <summary>Whether the bare host, in lower case, is meant for Brevo but none of Brevo's.</summary>
    public static bool IsMisspelt(string host)
    {
        if (WholeHosts.Contains(host))
        {
            return true;
        }

        const string BrevoCom = ".brevo.com";
        if (host.EndsWith(BrevoCom, StringComparison.Ordinal))
        {
            var label = host.Substring(0, host.Length - BrevoCom.Length);
            return MailLabels.Contains(label) || ApiLabels.Contains(label) || IsNearRelayLabel(label);
        }

        return IsBrevoWithOtherTopLevel(host) || IsRelayOfMisspeltBrevo(host);
    }

    /// <summary>
    /// Whether the bare host is <c>api.brevo.com</c> but for two letters of the name that changed places or one that is doubled. Other slips, and this
    /// one without Brevo's path behind it, may be somebody's name.
    /// </summary>
    public static bool IsMisspeltApi(string host)
    {
        const string Before = "api.";
        const string Com = ".com";
        const string Brevo = "brevo";
        if (!host.StartsWith(Before, StringComparison.Ordinal) || !host.EndsWith(Com, StringComparison.Ordinal) || host.Length <= Before.Length + Com.Length)
            return false;

        var name = host.Substring(Before.Length, host.Length - Before.Length - Com.Length);
        if (EditDistance(name, Brevo) != 1 || OthersNearBrevo.Contains(name))
            return false;
        if (name.Length == Brevo.Length + 1)
            return HasDouble(name);

        return name.Length == Brevo.Length && SameLetters(name, Brevo);
    }

    private static bool HasDouble(string name)
    {
        for (var i = 1; i < name.Length; i++)
        {
            if (name[i] == name[i - 1])
                return true;
        }

        return false;
    }

    private static bool SameLetters(string one, string other)
    {
        foreach (var letter in one)
        {
            if (other.IndexOf(letter) < 0)
                return false;
        }

        return true;
    }

    /// <summary><c>smtp-relay.brevo.co</c>, <c>smtp-relay.brevo.com.br</c>, <c>api.brevo.con</c>.</summary>
    private static bool IsBrevoWithOtherTopLevel(string host)
    {
        const string Brevo = ".brevo.";
        var at = host.IndexOf(Brevo, StringComparison.Ordinal);
        if (at <= 0)
        {
            return false;
        }

        var label = host.Substring(0, at);
        var topLevel = host.Substring(at + Brevo.Length);
        if (label == "api" || MailLabels.Contains(label))
        {
            return SlipsOfCom.Contains(topLevel);
        }

        // Nobody else names a server so, but "smtp-relay.brevo.com.internal.example" may be a company's own proxy.
        return IsNearRelayLabel(label)
            && (topLevel.IndexOf('.') < 0 ? topLevel.Length is >= 2 and <= 4 : topLevel.Length == 6 && topLevel.StartsWith("com.", StringComparison.Ordinal));
    }

    /// <summary><c>smtp-relay.brveo.com</c>: one slip in the name, and everything else right.</summary>
    private static bool IsRelayOfMisspeltBrevo(string host)
    {
        const string Before = RelayLabel + ".";
        const string Com = ".com";
        if (!host.StartsWith(Before, StringComparison.Ordinal) || !host.EndsWith(Com, StringComparison.Ordinal)
            || host.Length <= Before.Length + Com.Length)
        {
            return false;
        }

        var name = host.Substring(Before.Length, host.Length - Before.Length - Com.Length);
        return EditDistance(name, "brevo") == 1 && !OthersNearBrevo.Contains(name);
    }

    private static bool IsNearRelayLabel(string label) =>
        label.Length is >= 8 and <= 12 && EditDistance(label, RelayLabel) <= 2;

    /// <summary>Insertions, deletions, replacements and swaps of neighbours (Damerau's, optimal string alignment).</summary>
    private static int EditDistance(string a, string b)
    {
        var previous = new int[b.Length + 1];
        var beforePrevious = new int[b.Length + 1];
        var current = new int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++)
        {
            previous[j] = j;
        }

        for (var i = 1; i <= a.Length; i++)
        {
            current[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var change = previous[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
                var best = Math.Min(change, Math.Min(previous[j], current[j - 1]) + 1);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    best = Math.Min(best, beforePrevious[j - 2] + 1);
                }

                current[j] = best;
            }

            (beforePrevious, previous, current) = (previous, current, beforePrevious);
        }

        return previous[b.Length];
    }
}
