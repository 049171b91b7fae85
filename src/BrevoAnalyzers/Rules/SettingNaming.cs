using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text;
using BrevoAnalyzers.Model;
using BrevoAnalyzers.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BrevoAnalyzers.Rules;

/// <summary>
/// Names the setting that a literal should come from, in the style of the settings beside it: <c>Brevo:SmtpLogin</c> has its key in
/// <c>Brevo:SmtpKey</c>, <c>SMTP_USER</c> its password in <c>SMTP_PASSWORD</c>.
/// </summary>
internal static class SettingNaming
{
    /// <summary>Property: the configuration key to read.</summary>
    public const string ConfigurationKey = "ConfigurationKey";

    /// <summary>Property: the environment variable to read.</summary>
    public const string EnvironmentVariable = "EnvironmentVariable";

    /// <summary>Property: "true" where the other settings come from the configuration, or from nowhere yet.</summary>
    public const string PreferConfiguration = "PreferConfiguration";

    /// <summary>Property: the <see cref="SettingRole"/> of the value to read.</summary>
    public const string Role = "SettingRole";

    /// <summary>Property: "true" where a setting beside it is a member of some object: the first further location is that member's use.</summary>
    public const string HasSiblingMember = "HasSiblingMember";

    /// <summary>Property: "true" where the value was found without looking at its use.</summary>
    public const string UseIsUnknown = "UseIsUnknown";

    private static readonly HashSet<string> RoleWords = new(StringComparer.OrdinalIgnoreCase)
    {
        "login", "user", "username", "name", "account", "host", "server", "address", "port", "key", "password", "pass", "pwd", "secret",
        "email", "mail", "from", "sender", "api", "token",
    };

    /// <summary>The properties of a fix that reads a setting of <paramref name="role"/>, named after those of <paramref name="siblings"/>.</summary>
    public static FixData For(SettingRole role, IEnumerable<Possibility> siblings)
    {
        string? key = null, variable = null;
        SyntaxNode? member = null;
        bool? preferConfiguration = null;
        foreach (var sibling in siblings)
        {
            if (HoldsKey(sibling.Name))
                continue;

            if (sibling.Source == SourceKind.ConfigurationKey)
            {
                key ??= Rename(sibling.Name, role);
                preferConfiguration ??= true;
            }
            else if (sibling.Source == SourceKind.EnvironmentVariable)
            {
                variable ??= Rename(sibling.Name, role);
                preferConfiguration ??= false;
            }
            else if (sibling.Source == SourceKind.Member)
            {
                member ??= Access(sibling);
            }
        }

        var defaults = DefaultWords(role);
        var data = FixData.None
            .With(Role, role.ToString())
            .With(ConfigurationKey, key ?? "Brevo:" + string.Concat(defaults))
            .With(EnvironmentVariable, variable ?? (key is null ? "BREVO_" + string.Join("_", defaults).ToUpperInvariant() : Variable(key)))
            .With(PreferConfiguration, preferConfiguration != false ? "true" : null);
        return member is { } place ? data.With(HasSiblingMember, "true").Also(place) : data;
    }

    /// <summary>
    /// The properties of a fix that reads another setting instead of <paramref name="mistaken"/>: the member beside it, or a key or
    /// variable that the code already names. Null where there is none, since a name of our own would be a guess.
    /// </summary>
    public static FixData? ForExisting(SettingRole role, Possibility mistaken, SessionContext context)
    {
        if (HasMember(role, mistaken.Owner) && Access(mistaken) is { } access)
            return FixData.None.With(Role, role.ToString()).With(EnvironmentVariable, Variable(mistaken.Name)).With(HasSiblingMember, "true").Also(access);

        var isVariable = mistaken.Source == SourceKind.EnvironmentVariable;
        if (!isVariable && mistaken.Source != SourceKind.ConfigurationKey)
            return null;

        var prefix = mistaken.Name.Substring(0, LastSegment(mistaken.Name));
        foreach (var literal in context.Literals)
        {
            if (literal.Length == 0 || literal.IndexOf(' ') >= 0 || SettingRoles.Classify(literal) != role || !literal.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
                continue;
            if (isVariable == (literal == literal.ToUpperInvariant() && literal.IndexOf(':') < 0))
            {
                return FixData.None
                    .With(Role, role.ToString())
                    .With(ConfigurationKey, isVariable ? null : literal)
                    .With(EnvironmentVariable, isVariable ? literal : Variable(literal))
                    .With(PreferConfiguration, isVariable ? null : "true");
            }
        }

        return null;
    }

    /// <summary>Whether a settings type has a text of the wanted role.</summary>
    private static bool HasMember(SettingRole role, ITypeSymbol? owner)
    {
        if (owner is null)
            return false;

        foreach (var member in owner.GetMembers())
        {
            if (member is IPropertySymbol { IsStatic: false, GetMethod: not null, Type.SpecialType: SpecialType.System_String } property
                && SettingRoles.Classify(property.Name) is var named
                && (named == role || (role == SettingRole.SmtpKey && SettingRoles.IsPassword(named))))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Where the code reads the member, so that a fix can read the one beside it in the same way.</summary>
    private static SyntaxNode? Access(Possibility value)
    {
        if (IsAccess(value.Place.Node))
            return value.Place.Node;

        foreach (var reference in value.Via)
        {
            if (IsAccess(reference))
                return reference;
        }

        return null;

        bool IsAccess(SyntaxNode? node) => node is MemberAccessExpressionSyntax access && access.Name.Identifier.ValueText == value.Name;
    }

    private static string[] DefaultWords(SettingRole role) => role switch
    {
        SettingRole.Sender => new[] { "Sender", "Email" },
        SettingRole.Login => new[] { "Smtp", "Login" },
        SettingRole.ApiKey => new[] { "Api", "Key" },
        _ => new[] { "Smtp", "Key" },
    };

    /// <summary>Whether somebody wrote the key itself where the name of its setting belongs: no name is made of that.</summary>
    private static bool HoldsKey(string name)
    {
        if (BrevoKeys.HasKeyPrefix(name))
            return true;

        foreach (var segment in name.Split(':'))
        {
            if (BrevoKeys.Classify(segment) != KeyShape.None)
                return true;
        }

        return false;
    }

    private static string Rename(string name, SettingRole role)
    {
        var start = LastSegment(name);
        var last = name.Substring(start);
        var words = new List<string>(SettingRoles.Words(last));
        var removed = new List<string>();
        while (words.Count > 0 && RoleWords.Contains(words[words.Count - 1]))
        {
            removed.Insert(0, words[words.Count - 1].ToLowerInvariant());
            words.RemoveAt(words.Count - 1);
        }

        words.AddRange(Words(role, words, removed, name));
        return name.Substring(0, start) + Spell(words, last);
    }

    private static IEnumerable<string> Words(SettingRole role, List<string> prefix, List<string> siblingWords, string name)
    {
        var saysSmtp = prefix.RemoveAll(word => word.Equals("smtp", StringComparison.OrdinalIgnoreCase)) > 0;
        if (role is SettingRole.Sender or SettingRole.ApiKey)
            return DefaultWords(role);
        if (role == SettingRole.Login)
            return saysSmtp ? new[] { "Smtp", "Login" } : new[] { "Login" };

        // "Login" goes with Brevo's own word for the password, "user" with the general one.
        var saysLogin = siblingWords.Contains("login");
        if (saysLogin)
            return new[] { "Smtp", "Key" };

        return saysSmtp ? new[] { "Smtp", "Password" } : new[] { "Password" };
    }

    private static string Spell(List<string> words, string like)
    {
        var isUpper = like == like.ToUpperInvariant();
        var separator = like.Contains("_") || (isUpper && words.Count > 1) ? "_" : like.Contains("-") ? "-" : "";
        var isLower = !isUpper && char.IsLower(like[0]);
        var builder = new StringBuilder();
        for (var i = 0; i < words.Count; i++)
        {
            var word = words[i];
            if (i > 0)
                builder.Append(separator);
            builder.Append(isUpper ? word.ToUpperInvariant()
                : isLower && (i == 0 || separator.Length > 0) ? word.ToLowerInvariant()
                : char.ToUpperInvariant(word[0]) + word.Substring(1));
        }

        return builder.ToString();
    }

    private static int LastSegment(string name) => Math.Max(name.LastIndexOf(':') + 1, name.LastIndexOf("__", StringComparison.Ordinal) is var at && at > 0 ? at + 2 : 0);

    private static string Variable(string key)
    {
        var words = new List<string>();
        foreach (var segment in key.Split(':'))
            words.AddRange(SettingRoles.Words(segment));

        return string.Join("_", words).ToUpperInvariant();
    }
}
