using System;
using System.Collections.Generic;
using BrevoAnalyzers.Model;
using BrevoAnalyzers.Values;
using Microsoft.CodeAnalysis;

namespace BrevoAnalyzers.Rules;

/// <summary>BREVO2003: by its name the setting holds the one key, and it is used where the other belongs.</summary>
internal sealed class KeySettingMixedUp : SmtpRule, IApiRule
{
    private static readonly DiagnosticDescriptor Descriptor = new(
        "BREVO2003",
        "The setting of one Brevo key is used where the other belongs",
        "{0}",
        Category.Credentials,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: Category.PageOf("BREVO2003"));

    private const string ApiKeyAsPassword = "By its name this is Brevo's API key, but the SMTP password has to be an SMTP key: the relay refuses any other with 535";

    private const string PasswordAsApiKey = "By its name this is the SMTP password, but the header api-key takes an API key: Brevo's API answers 401 to any other";

    public override DiagnosticDescriptor Rule => Descriptor;

    public override void Check(SmtpSession session, Report report)
    {
        if (session.Context.ChecksKeyPrefix)
            return;

        foreach (var (password, place) in Wrong(session.Password, IsNamedApiKey, value => session.PlaceOf(value, session.Password)))
            report.At(Descriptor, place, SettingNaming.ForExisting(SettingRole.SmtpKey, password, session.Context), ApiKeyAsPassword);
    }

    public void Check(ApiRequest request, Report report)
    {
        if (request.Context.ChecksKeyPrefix)
            return;

        foreach (var key in request.Keys)
        {
            foreach (var (value, place) in Wrong(key, IsNamedSmtpKey, value => Places.Of(value, key, request.Keys, request.Context)))
                report.At(Descriptor, place, SettingNaming.ForExisting(SettingRole.ApiKey, value, request.Context), PasswordAsApiKey);
        }
    }

    /// <summary>The values of a role that bear a wrong name, with where it stands: where the use bears it itself, what is behind that is the same mistake.</summary>
    private static List<(Possibility Value, Place Place)> Wrong(SessionValue role, Func<Possibility, bool> isWrong, Func<Possibility, Place> placeOf)
    {
        var found = new List<(Possibility Value, Place Place)>();
        foreach (var value in role.Values)
        {
            if (value.Kind != PossibilityKind.Named || !isWrong(value))
                continue;

            var place = PlaceOf(value, role, placeOf(value));
            if (place.Location.Equals(role.Use.Location))
                return new List<(Possibility, Place)> { (value, place) };

            found.Add((value, place));
        }

        return found;
    }

    /// <summary>
    /// Where the wrong name stands: at the use, where the value comes from a text without the name, as from <c>section.Bind(_options)</c> or the body of
    /// <c>GetApiKey()</c>.
    /// </summary>
    private static Place PlaceOf(Possibility value, SessionValue role, Place place)
    {
        if (place.Node is not { } node || place.Equals(role.Use))
            return place;

        var text = node.ToString();
        var key = value.Name.Substring(value.Name.LastIndexOf(':') + 1);
        if (text.IndexOf(key, StringComparison.Ordinal) >= 0 && SettingRoles.Classify(value.Name) != SettingRole.None)
            return place;

        foreach (var name in value.Names)
        {
            if (SettingRoles.Classify(name) != SettingRole.None && text.IndexOf(name, StringComparison.Ordinal) >= 0)
                return place;
        }

        return role.Use.StandingFor(place);
    }

    /// <summary>
    /// "SmtpPassword", "SmtpKey", "Smtp:Password": names that say SMTP and nothing of the API. A bare "Password" may be anything.
    /// </summary>
    private static bool IsNamedSmtpKey(Possibility key)
    {
        var found = SettingRoles.Classify(key.Name) == SettingRole.SmtpKey || IsPasswordOfSmtp(key);
        foreach (var name in key.Names)
        {
            switch (SettingRoles.Classify(name))
            {
                case SettingRole.SmtpKey:
                    found = true;
                    break;
                case SettingRole.ApiKey:
                    return false;
            }
        }

        return found && SettingRoles.Classify(key.Name) is SettingRole.SmtpKey or SettingRole.Password or SettingRole.None;
    }

    /// <summary>A setting "Password" in a section of SMTP's own.</summary>
    private static bool IsPasswordOfSmtp(Possibility key) =>
        key.Source == SourceKind.ConfigurationKey
        && key.Name.EndsWith("Smtp:Password", StringComparison.OrdinalIgnoreCase);

    /// <summary>Every name that the value bears has to agree: a field "_smtpKey" filled from "ApiKey" is somebody's decision.</summary>
    private static bool IsNamedApiKey(Possibility password)
    {
        var found = SettingRoles.Classify(password.Name) == SettingRole.ApiKey;
        if (!found && password.Source is SourceKind.ConfigurationKey or SourceKind.EnvironmentVariable && SettingRoles.Classify(password.Name) != SettingRole.None)
            return false;

        foreach (var name in password.Names)
        {
            switch (SettingRoles.Classify(name))
            {
                case SettingRole.ApiKey:
                    found = true;
                    break;
                case SettingRole.SmtpKey:
                    return false;
            }
        }

        return found;
    }
}
