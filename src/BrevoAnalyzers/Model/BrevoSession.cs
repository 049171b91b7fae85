using BrevoAnalyzers.Values;
using Microsoft.CodeAnalysis;

namespace BrevoAnalyzers.Model;

/// <summary>
/// Decides whether a session talks to Brevo. A host that is known and not Brevo's settles it; else a login or key of Brevo's does,
/// or settings that are named after Brevo.
/// </summary>
internal static class BrevoSession
{
    public static bool Is(Possibility host, ValueSet login, ValueSet password, ValueSet port, INamedTypeSymbol? enclosing)
    {
        if (IsKnown(host))
            return BrevoHosts.IsBrevoSmtp(BrevoHosts.Classify(host.Text!));

        if (HasBrevoLogin(login) || HasBrevoKey(password))
            return true;

        // "smtp.example.com" is nobody's host, but its port and mode are not meant for Brevo either.
        if (host.Text is { } other && other.IndexOf('.') > 0)
            return false;

        return IsNamedAfterBrevo(host)
            || IsAnyNamedAfterBrevo(login)
            || IsAnyNamedAfterBrevo(password)
            || IsAnyNamedAfterBrevo(port)
            || IsNamedAfterBrevo(enclosing);
    }

    /// <summary>Whether a host is stated in the source, rather than named or held open by a placeholder.</summary>
    public static bool IsKnown(Possibility host) => host.Text is { } text && !Placeholders.IsPlaceholder(text);

    /// <summary>
    /// The guards under which a host is there, where the code at hand runs under <paramref name="here"/>; null if never. Of a host
    /// that is not known only this is: what the settings file of development states is meant for a mail catcher.
    /// </summary>
    public static Guards? GuardsOf(Possibility host, Guards here)
    {
        var guards = host.Guards.And(here);
        return IsKnown(host) ? guards : guards?.And(SettingsEnvironment.IsNot("Development"));
    }

    /// <summary>
    /// Whether a host that is not known has a default of somebody else's: what the same settings state as default port and login
    /// belongs to that host.
    /// </summary>
    public static bool IsBesideAnothersDefault(Possibility host, ValueSet hosts)
    {
        if (host.IsConstant)
            return false;

        foreach (var other in hosts)
        {
            if (IsKnown(other) && !BrevoHosts.IsBrevoSmtp(BrevoHosts.Classify(other.Text!)))
                return true;
        }

        return false;
    }

    private static bool HasBrevoLogin(ValueSet login)
    {
        foreach (var known in login)
        {
            if (known.Text is { } text && BrevoFacts.IsSmtpLoginAddress(text))
                return true;
        }

        return false;
    }

    private static bool HasBrevoKey(ValueSet password)
    {
        foreach (var known in password)
        {
            if (known.Text is { } text && BrevoKeys.IsFullShape(BrevoKeys.Classify(text)))
                return true;
        }

        return false;
    }

    private static bool IsAnyNamedAfterBrevo(ValueSet values)
    {
        foreach (var possibility in values)
        {
            if (IsNamedAfterBrevo(possibility))
                return true;
        }

        return false;
    }

    /// <summary>Whether a setting, or the way that its value came, is called after Brevo.</summary>
    public static bool IsNamedAfterBrevo(Possibility possibility)
    {
        if (possibility.Source != SourceKind.None
            && (SettingRoles.IsNamedAfterBrevo(possibility.Name) || IsNamedAfterBrevo(possibility.Owner)))
        {
            return true;
        }

        foreach (var name in possibility.Names)
        {
            if (SettingRoles.IsNamedAfterBrevo(name))
                return true;
        }

        return false;
    }

    private static bool IsNamedAfterBrevo(ITypeSymbol? type)
    {
        for (var current = type; current is not null; current = current.ContainingType)
        {
            if (SettingRoles.IsNamedAfterBrevo(current.Name))
                return true;
        }

        return false;
    }
}
