using System;
using System.Collections.Concurrent;

namespace BrevoAnalyzers.Model;

/// <summary>What a setting, variable, property or parameter is for, by its name.</summary>
internal enum SettingRole
{
    None,
    Host,
    Port,

    /// <summary>The user name of the SMTP session.</summary>
    Login,

    /// <summary>The session's password, by a name that does not say of which kind ("Password", "SmtpApiKey").</summary>
    Password,

    /// <summary>The address that mail is sent from.</summary>
    Sender,
    SenderName,
    ReplyTo,

    /// <summary>A flag that says STARTTLS.</summary>
    StartTls,

    /// <summary>The TLS mode by name: MailKit's enumeration, or words such as "tls" and "ssl".</summary>
    SecureSocketOptions,

    /// <summary>A flag such as "UseSsl", whose meaning depends on the library that reads it.</summary>
    BareTls,

    /// <summary>A key of the API, by name.</summary>
    ApiKey,

    /// <summary>The password of the SMTP session, by a name that says so ("SmtpPassword", "SmtpKey"). It is a password role too.</summary>
    SmtpKey,
}

/// <summary>The one vocabulary of role names, for code and settings files alike.</summary>
internal static class SettingRoles
{
    /// <summary>Names that are kept: those of a large project. The same few come up again and again.</summary>
    private const int MostKnown = 20_000;

    private static readonly ConcurrentDictionary<string, SettingRole> s_known = new(StringComparer.Ordinal);

    /// <summary>Whether the role is that of the SMTP session's password, whatever the name says about its kind.</summary>
    public static bool IsPassword(SettingRole role) => role is SettingRole.Password or SettingRole.SmtpKey;

    /// <summary>
    /// The role of a name in any style: <c>SmtpHost</c>, <c>_smtpHost</c>, <c>SMTP_HOST</c>, <c>Email__SmtpHost</c>, <c>Brevo:Smtp:Host</c>, <c>settings.Host</c>.
    /// The last segment decides. The segment before it counts where the last one says nothing alone
    /// (<c>Smtp:Key</c>, <c>Sender:Email</c>), and where <c>Smtp:ApiKey</c> leaves open what kind of key is meant.
    /// </summary>
    public static SettingRole Classify(string name)
    {
        if (s_known.TryGetValue(name, out var role))
            return role;

        if (s_known.Count >= MostKnown)
            s_known.Clear();
        return s_known[name] = Read(name);
    }

    /// <summary>Quick to tell and enough to leave names out: whether a name can be a host's at all.</summary>
    public static bool MayBeHost(string name) =>
        name.IndexOf("host", StringComparison.OrdinalIgnoreCase) >= 0 || name.IndexOf("serv", StringComparison.OrdinalIgnoreCase) >= 0 || name.IndexOf("relay", StringComparison.OrdinalIgnoreCase) >= 0;

    private static SettingRole Read(string name)
    {
        var start = LastSegment(name, name.Length);
        var words = NameWords.Split(start == 0 ? name : name.Substring(start));
        var parent = start == 0 ? "" : ParentSegment(name, start);
        return SettingRoleWords.Classify(words, parent.Length == 0 ? [] : NameWords.Split(parent));
    }

    /// <summary>The words of a name of any style, in its own case; see <see cref="NameWords.Split"/>.</summary>
    public static string[] Words(string name) => NameWords.Split(name);

    /// <summary>Whether the name speaks of Brevo or Sendinblue (<c>Brevo:Smtp</c>, <c>SENDINBLUE_KEY</c>, <c>SibClient</c>; not <c>sibling</c>, <c>abbrevOptions</c>).</summary>
    public static bool IsNamedAfterBrevo(string name)
    {
        var mayBe = name.IndexOf("brevo", StringComparison.OrdinalIgnoreCase) >= 0;
        var mayBeSib = name.IndexOf("sib", StringComparison.OrdinalIgnoreCase) >= 0;
        if (mayBe || mayBeSib)
        {
            foreach (var word in NameWords.Split(name))
            {
                if ((mayBe && HasBrevo(word)) || (mayBeSib && string.Equals(word, "sib", StringComparison.OrdinalIgnoreCase)))
                {
                    return true;
                }
            }
        }

        // The old name is also written SendInBlue, Send_In_Blue, send-in-blue.
        return HasSendinblue(name);
    }

    private static bool HasBrevo(string word)
    {
        var at = word.IndexOf("brevo", StringComparison.OrdinalIgnoreCase);

        // Within one word of lower case: "mybrevokey" is meant, "abbrevoptions" is not.
        return at == 0 || (at > 0 && !word.StartsWith("abbrev", StringComparison.OrdinalIgnoreCase));
    }

    private static bool HasSendinblue(string name)
    {
        const string OldName = "sendinblue";
        var matched = 0;
        for (var i = 0; i < name.Length; i++)
        {
            var c = name[i];
            if (matched > 0 && c is ('-' or '_' or ' '))
            {
                continue;
            }

            var lower = char.ToLowerInvariant(c);
            matched = lower == OldName[matched] ? matched + 1 : lower == OldName[0] ? 1 : 0;
            if (matched == OldName.Length)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The start of the segment that ends at <paramref name="end"/>.</summary>
    private static int LastSegment(string name, int end)
    {
        for (var i = end - 1; i >= 0; i--)
        {
            if (IsSegmentEnd(name, i))
            {
                return i + 1;
            }
        }

        return 0;
    }

    private static string ParentSegment(string name, int start)
    {
        var end = start;
        while (end > 0 && !char.IsLetterOrDigit(name[end - 1]))
        {
            end--;
        }

        var parentStart = LastSegment(name, end);
        return name.Substring(parentStart, end - parentStart);
    }

    private static bool IsSegmentEnd(string name, int index) =>
        name[index] is ':' or '.' or '/'

        // The double underscore of environment variables, not one that leads a field's name.
        || (name[index] == '_' && index > 1 && name[index - 1] == '_');
}
