using System;
using System.Collections.Generic;
using BrevoAnalyzers.Model;
using BrevoAnalyzers.Values;
using Microsoft.CodeAnalysis;

namespace BrevoAnalyzers.Rules;

/// <summary>BREVO2010: what logs hold is read by many and kept for long.</summary>
internal static class SecretLogged
{
    internal static readonly DiagnosticDescriptor Descriptor = new(
        "BREVO2010",
        "A Brevo key or password is logged",
        "This writes a Brevo key or password into {0}: leave it out, or say only whether it is set",
        Category.Credentials,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: Category.PageOf("BREVO2010"));

    /// <summary>Reports each logged value that is one of the <paramref name="secrets"/> of the code's sessions and requests.</summary>
    public static void Check(IReadOnlyList<ValueSet> secrets, IEnumerable<LoggedValue> logged, Report report)
    {
        if (secrets.Count == 0)
            return;

        foreach (var value in logged)
        {
            if (IsSecret(value.Values, secrets))
                report.At(Descriptor, value.Place, null, value.Sink);
        }
    }

    /// <summary>Reports each logged setting that is Brevo's key or password by its name, whoever sends with it.</summary>
    public static void CheckNamed(IEnumerable<LoggedValue> logged, Report report)
    {
        foreach (var value in logged)
        {
            if (IsNamedSecret(value.Values))
                report.At(Descriptor, value.Place, null, value.Sink);
        }
    }

    private static bool IsNamedSecret(ValueSet values)
    {
        foreach (var value in values)
        {
            if (value is { Kind: PossibilityKind.Named, Source: SourceKind.ConfigurationKey or SourceKind.EnvironmentVariable or SourceKind.Member }
                && SettingRoles.Classify(value.Name) is SettingRole.ApiKey or SettingRole.SmtpKey or SettingRole.Password
                && BrevoSession.IsNamedAfterBrevo(value)
                && !SaysLess(value))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether one of a value's names says that it is not the secret itself: <c>HasApiKey</c>, <c>MaskedApiKey</c>.</summary>
    private static bool SaysLess(Possibility value)
    {
        foreach (var name in value.Names.Add(value.Name))
        {
            foreach (var word in NameWords.Split(name))
            {
                if (s_lesserWords.Contains(word))
                    return true;
            }
        }

        return false;
    }

    private static readonly HashSet<string> s_lesserWords = new(StringComparer.OrdinalIgnoreCase)
    {
        "has", "is", "use", "uses", "can", "needs", "requires", "missing", "valid", "masked", "mask", "redacted", "hidden", "obfuscated", "hash", "hashed", "fingerprint",
        "length", "count", "last", "first", "short", "partial", "preview", "prefix", "suffix", "hint", "age", "date",
    };

    private static bool IsSecret(ValueSet values, IReadOnlyList<ValueSet> secrets)
    {
        foreach (var value in values)
        {
            foreach (var set in secrets)
            {
                foreach (var secret in set)
                {
                    if (IsSame(value, secret))
                        return true;
                }
            }
        }

        return false;
    }

    private static bool IsSame(Possibility value, Possibility secret)
    {
        if (value.Kind != secret.Kind)
            return false;
        if (value.IsConstant)
            return value.Place.Equals(secret.Place) && value.Text is { } text && !Placeholders.IsPlaceholder(text);

        return value.Kind == PossibilityKind.Named && value.Identity == secret.Identity;
    }
}
