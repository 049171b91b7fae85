using System;
using System.Collections.Generic;

namespace BrevoAnalyzers.Model;

/// <summary>The names themselves: what is left of a name when the words that only say "mail" are gone, and its role.</summary>
/// <remarks>
/// Whole names are looked up, never parts: a word that is not known here (<c>DbPassword</c>, <c>HostingEnvironment</c>, <c>UserCount</c>) makes
/// the name none of ours. Sources of the names: settings classes, appsettings files and environment variables of public code; the option
/// classes of FluentEmail, NLog.MailKit, Serilog.Sinks.Email, ABP and Umbraco; MAIL_… and EMAIL_… variables of other frameworks.
/// </remarks>
internal static class SettingRoleWords
{
    /// <summary>Words that say whose setting it is and nothing of what it is for.</summary>
    private static readonly HashSet<string> Noise = new(StringComparer.Ordinal)
    {
        "brevo", "sendinblue", "sib", "mail", "email", "mailer", "mailing", "mailkit", "smtp", "the", "my", "our", "get", "default", "transactional",
        "correo", "config", "settings", "m", "s", "k",
    };

    private static readonly Dictionary<string, SettingRole> Roles = new(StringComparer.Ordinal)
    {
        ["host"] = SettingRole.Host,
        ["hostname"] = SettingRole.Host,
        ["host name"] = SettingRole.Host,
        ["host address"] = SettingRole.Host,
        ["server"] = SettingRole.Host,
        ["servername"] = SettingRole.Host,
        ["server name"] = SettingRole.Host,
        ["server host"] = SettingRole.Host,
        ["server address"] = SettingRole.Host,
        ["relay"] = SettingRole.Host,
        ["relay host"] = SettingRole.Host,
        ["relay server"] = SettingRole.Host,
        ["smtphost"] = SettingRole.Host,
        ["smtpserver"] = SettingRole.Host,
        ["mailserver"] = SettingRole.Host,
        ["mailhost"] = SettingRole.Host,
        ["servidor"] = SettingRole.Host,

        ["port"] = SettingRole.Port,
        ["port number"] = SettingRole.Port,
        ["portnumber"] = SettingRole.Port,
        ["server port"] = SettingRole.Port,
        ["host port"] = SettingRole.Port,
        ["relay port"] = SettingRole.Port,
        ["smtpport"] = SettingRole.Port,
        ["mailport"] = SettingRole.Port,
        ["puerto"] = SettingRole.Port,
        ["porta"] = SettingRole.Port,

        ["login"] = SettingRole.Login,
        ["login name"] = SettingRole.Login,
        ["loginname"] = SettingRole.Login,
        ["user"] = SettingRole.Login,
        ["user name"] = SettingRole.Login,
        ["username"] = SettingRole.Login,
        ["user login"] = SettingRole.Login,
        ["host user"] = SettingRole.Login,
        ["server user"] = SettingRole.Login,
        ["auth user"] = SettingRole.Login,
        ["auth user name"] = SettingRole.Login,
        ["auth username"] = SettingRole.Login,
        ["auth login"] = SettingRole.Login,
        ["smtpuser"] = SettingRole.Login,
        ["smtpusername"] = SettingRole.Login,
        ["smtplogin"] = SettingRole.Login,
        ["mailuser"] = SettingRole.Login,
        ["usuario"] = SettingRole.Login,
        ["utente"] = SettingRole.Login,

        ["password"] = SettingRole.Password,
        ["pass"] = SettingRole.Password,
        ["pwd"] = SettingRole.Password,
        ["passwd"] = SettingRole.Password,
        ["pass word"] = SettingRole.Password,
        ["passphrase"] = SettingRole.Password,
        ["app password"] = SettingRole.Password,
        ["host password"] = SettingRole.Password,
        ["server password"] = SettingRole.Password,
        ["user password"] = SettingRole.Password,
        ["login password"] = SettingRole.Password,
        ["auth password"] = SettingRole.Password,
        ["auth pass"] = SettingRole.Password,
        ["master password"] = SettingRole.Password,
        ["mailpassword"] = SettingRole.Password,
        ["contrasena"] = SettingRole.Password,
        ["senha"] = SettingRole.Password,

        ["smtpkey"] = SettingRole.SmtpKey,
        ["smtppassword"] = SettingRole.SmtpKey,
        ["smtppass"] = SettingRole.SmtpKey,
        ["smtppwd"] = SettingRole.SmtpKey,

        ["from"] = SettingRole.Sender,
        ["from address"] = SettingRole.Sender,
        ["fromaddress"] = SettingRole.Sender,
        ["fromemail"] = SettingRole.Sender,
        ["frommail"] = SettingRole.Sender,
        ["mailfrom"] = SettingRole.Sender,
        ["emailfrom"] = SettingRole.Sender,
        ["envelope from"] = SettingRole.Sender,
        ["sender"] = SettingRole.Sender,
        ["sender address"] = SettingRole.Sender,
        ["senderaddress"] = SettingRole.Sender,
        ["senderemail"] = SettingRole.Sender,
        ["sendermail"] = SettingRole.Sender,
        ["remitente"] = SettingRole.Sender,
        ["remetente"] = SettingRole.Sender,
        ["mittente"] = SettingRole.Sender,

        ["from name"] = SettingRole.SenderName,
        ["fromname"] = SettingRole.SenderName,
        ["from display name"] = SettingRole.SenderName,
        ["sender name"] = SettingRole.SenderName,
        ["sendername"] = SettingRole.SenderName,
        ["sender display name"] = SettingRole.SenderName,

        ["reply to"] = SettingRole.ReplyTo,
        ["replyto"] = SettingRole.ReplyTo,
        ["reply to address"] = SettingRole.ReplyTo,
        ["replyto address"] = SettingRole.ReplyTo,
        ["replytoemail"] = SettingRole.ReplyTo,
        ["reply address"] = SettingRole.ReplyTo,

        ["start tls"] = SettingRole.StartTls,
        ["starttls"] = SettingRole.StartTls,
        ["use start tls"] = SettingRole.StartTls,
        ["use starttls"] = SettingRole.StartTls,
        ["usestarttls"] = SettingRole.StartTls,
        ["enable start tls"] = SettingRole.StartTls,
        ["enable starttls"] = SettingRole.StartTls,
        ["require start tls"] = SettingRole.StartTls,
        ["require starttls"] = SettingRole.StartTls,
        ["start tls enabled"] = SettingRole.StartTls,
        ["starttls enabled"] = SettingRole.StartTls,
        ["starttls enable"] = SettingRole.StartTls,

        ["secure socket options"] = SettingRole.SecureSocketOptions,
        ["secure socket option"] = SettingRole.SecureSocketOptions,
        ["securesocketoptions"] = SettingRole.SecureSocketOptions,
        ["securesocketoption"] = SettingRole.SecureSocketOptions,
        ["socket options"] = SettingRole.SecureSocketOptions,
        ["socket option"] = SettingRole.SecureSocketOptions,
        ["socketoptions"] = SettingRole.SecureSocketOptions,
        ["tls mode"] = SettingRole.SecureSocketOptions,
        ["tlsmode"] = SettingRole.SecureSocketOptions,
        ["ssl mode"] = SettingRole.SecureSocketOptions,
        ["sslmode"] = SettingRole.SecureSocketOptions,
        ["tls option"] = SettingRole.SecureSocketOptions,
        ["tls options"] = SettingRole.SecureSocketOptions,
        ["security mode"] = SettingRole.SecureSocketOptions,
        ["connection security"] = SettingRole.SecureSocketOptions,
        ["encryption"] = SettingRole.SecureSocketOptions,
        ["encryption mode"] = SettingRole.SecureSocketOptions,
        ["encryption type"] = SettingRole.SecureSocketOptions,

        ["ssl"] = SettingRole.BareTls,
        ["tls"] = SettingRole.BareTls,
        ["secure"] = SettingRole.BareTls,
        ["use ssl"] = SettingRole.BareTls,
        ["use tls"] = SettingRole.BareTls,
        ["usessl"] = SettingRole.BareTls,
        ["usetls"] = SettingRole.BareTls,
        ["enable ssl"] = SettingRole.BareTls,
        ["enable tls"] = SettingRole.BareTls,
        ["enablessl"] = SettingRole.BareTls,
        ["enabletls"] = SettingRole.BareTls,
        ["require ssl"] = SettingRole.BareTls,
        ["ssl enabled"] = SettingRole.BareTls,
        ["tls enabled"] = SettingRole.BareTls,
        ["ssl enable"] = SettingRole.BareTls,
        ["use secure"] = SettingRole.BareTls,
        ["is secure"] = SettingRole.BareTls,
    };

    /// <summary>Roles of what is left, only where the name also says SMTP: too general else.</summary>
    private static readonly Dictionary<string, SettingRole> RolesOfSmtp = new(StringComparer.Ordinal)
    {
        ["key"] = SettingRole.SmtpKey,
        ["password"] = SettingRole.SmtpKey,
        ["pass"] = SettingRole.SmtpKey,
        ["pwd"] = SettingRole.SmtpKey,
        ["passwd"] = SettingRole.SmtpKey,
        ["master password"] = SettingRole.SmtpKey,
        ["secret"] = SettingRole.Password,
        ["token"] = SettingRole.Password,
        ["account"] = SettingRole.Login,
        ["account name"] = SettingRole.Login,
        ["user id"] = SettingRole.Login,
        ["userid"] = SettingRole.Login,
        ["security"] = SettingRole.SecureSocketOptions,
    };

    /// <summary>
    /// The role of a name's words; <paramref name="parent"/> holds those of the segment before it.
    /// </summary>
    public static SettingRole Classify(string[] words, string[] parent)
    {
        if (words.Length is 0 or > 6)
        {
            return SettingRole.None;
        }

        var own = Read(words);
        if (own.IsApiKey)
        {
            return own.SaysSmtp || SaysSmtp(parent) ? SettingRole.Password : SettingRole.ApiKey;
        }

        if (own.Rest.Length == 0)
        {
            return own.SaysEmail ? RoleOfAddress(parent) : SettingRole.None;
        }

        if (own.SaysSmtp && RolesOfSmtp.TryGetValue(own.Rest, out var role))
        {
            return role;
        }

        if (Roles.TryGetValue(own.Rest, out role))
        {
            // "UserEmail" is a person's address, "SmtpUserEmail" a login; "EmailUser" has the same words in the harmless order.
            return role == SettingRole.Login && own.EndsWithEmail && !own.SaysSmtp ? SettingRole.None : role;
        }

        return own.Rest switch
        {
            "key" when SaysSmtp(parent) => SettingRole.SmtpKey,
            "name" or "display name" when RoleOfAddress(parent) == SettingRole.Sender => SettingRole.SenderName,
            "address" => RoleOfAddress(parent),
            _ => SettingRole.None,
        };
    }

    /// <summary><c>Sender:Email</c>, <c>From:Address</c>, <c>ReplyTo:Email</c>: what the section is called decides.</summary>
    private static SettingRole RoleOfAddress(string[] parent)
    {
        var section = Read(parent).Rest;
        return Roles.TryGetValue(section, out var role) && role is SettingRole.Sender or SettingRole.ReplyTo ? role : SettingRole.None;
    }

    private static bool SaysSmtp(string[] words)
    {
        foreach (var word in words)
        {
            if (string.Equals(word, "smtp", StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    private readonly record struct NameReading(string Rest, bool SaysSmtp, bool SaysEmail, bool EndsWithEmail, bool IsApiKey);

    private static NameReading Read(string[] words)
    {
        var rest = "";
        var smtp = false;
        var email = false;
        var last = "";
        foreach (var original in words)
        {
            var word = original.ToLowerInvariant();
            smtp |= word.StartsWith("smtp", StringComparison.Ordinal);
            email |= word is "email" or "mail";
            last = word;
            if (!Noise.Contains(word))
            {
                rest = rest.Length == 0 ? word : rest + " " + word;
            }
        }

        return new NameReading(rest, smtp, email, last is "email" or "mail", IsApiKey(rest));
    }

    /// <summary>Any name that ends in "API key" (<c>BREVO_API_KEY</c>, <c>apikey</c>, <c>ApiV3Key</c>); not what only speaks of one (<c>ApiKeyHeaderName</c>).</summary>
    private static bool IsApiKey(string rest) =>
        EndsWithWords(rest, "api key")
        || EndsWithWords(rest, "apikey")
        || EndsWithWords(rest, "api v3 key")
        || EndsWithWords(rest, "apiv3 key")
        || EndsWithWords(rest, "v3 key")
        || EndsWithWords(rest, "api key v3")
        || EndsWithWords(rest, "api key value");

    private static bool EndsWithWords(string rest, string ending) =>
        rest.EndsWith(ending, StringComparison.Ordinal)
        && (rest.Length == ending.Length || rest[rest.Length - ending.Length - 1] == ' ' || ending == "apikey");
}
