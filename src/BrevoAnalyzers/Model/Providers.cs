using System;
using System.Collections.Generic;

namespace BrevoAnalyzers.Model;

/// <summary>Whose code it is, by its names: the mail services speak of the same events in words of their own.</summary>
internal static class Providers
{
    private static readonly HashSet<string> Others = new(StringComparer.OrdinalIgnoreCase)
    {
        "sendgrid", "mailgun", "mandrill", "mailchimp", "postmark", "mailjet", "sparkpost", "ses", "amazon", "aws", "resend", "mailersend",
        "mailerlite", "elasticemail", "smtp2go", "mailtrap", "twilio", "klaviyo", "sendpulse", "socketlabs", "pepipost", "zeptomail",
    };

    /// <summary>True for Brevo, false for somebody else; null where the name says nothing, or names both.</summary>
    public static bool? IsBrevo(string name)
    {
        var isOther = false;
        var words = NameWords.Split(name);
        for (var i = 0; i < words.Length; i++)
        {
            // SendGrid and MailJet are written as two words as well.
            isOther |= Others.Contains(words[i]) || (i + 1 < words.Length && Others.Contains(words[i] + words[i + 1]));
        }

        var isBrevo = SettingRoles.IsNamedAfterBrevo(name);
        return isBrevo == isOther ? null : isBrevo;
    }
}
