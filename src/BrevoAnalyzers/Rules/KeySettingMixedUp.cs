using BrevoAnalyzers.Model;
using BrevoAnalyzers.Values;
using Microsoft.CodeAnalysis;

namespace BrevoAnalyzers.Rules;

/// <summary>BREVO2003: by its name the setting holds the API key, and it is used as the SMTP password.</summary>
internal sealed class KeySettingMixedUp : SmtpRule
{
    private static readonly DiagnosticDescriptor Descriptor = new(
        "BREVO2003",
        "The setting of one Brevo key is used where the other belongs",
        "By its name this is Brevo's API key, but the SMTP password has to be an SMTP key: the relay refuses any other with 535",
        Category.Credentials,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: Category.PageOf("BREVO2003"));

    public override DiagnosticDescriptor Rule => Descriptor;

    public override void Check(SmtpSession session, Report report)
    {
        if (session.Context.ChecksKeyPrefix)
            return;

        foreach (var password in session.Password.Values)
        {
            if (password.Kind == PossibilityKind.Named && IsNamedApiKey(password))
                report.At(Descriptor, session.PlaceOf(password, session.Password), SettingNaming.ForExisting(SettingRole.SmtpKey, password, session.Context));
        }
    }

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
