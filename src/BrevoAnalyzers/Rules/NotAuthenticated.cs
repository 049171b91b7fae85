using BrevoAnalyzers.Model;
using Microsoft.CodeAnalysis;

namespace BrevoAnalyzers.Rules;

/// <summary>BREVO2006: Brevo relays for nobody who has not logged in.</summary>
internal sealed class NotAuthenticated : SmtpRule
{
    /// <summary>Property: which setting is missing: a name of <see cref="MissingAuthentication"/>.</summary>
    public const string Missing = "MissingAuthentication";

    /// <summary>Property: "true" where the client has credentials of its own, which only have to count.</summary>
    public const string HasCredentials = "HasCredentials";

    /// <summary>Property: the configuration key of the login.</summary>
    public const string LoginKey = "LoginKey";

    /// <summary>Property: the environment variable of the login.</summary>
    public const string LoginVariable = "LoginVariable";

    private static readonly DiagnosticDescriptor Descriptor = new(
        "BREVO2006",
        "Mail is sent without logging in",
        "{0}: the relay takes no mail from a client that has not logged in",
        Category.Credentials,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: Category.PageOf("BREVO2006"));

    public override DiagnosticDescriptor Rule => Descriptor;

    public override void Check(SmtpSession session, Report report)
    {
        if (session.MissingAuthentication is not { } missing)
            return;

        var says = missing.Kind switch
        {
            MissingAuthenticationKind.DefaultCredentials => "UseDefaultCredentials = true sends no login, whatever Credentials holds",
            MissingAuthenticationKind.NoCredentials => "The client has no Credentials",
            MissingAuthenticationKind.SwitchedOff => "User and password are given, but authentication is not switched on",
            _ => "Nothing authenticates between Connect and Send",
        };
        report.At(Descriptor, missing.Place, FixFor(session, missing.Kind), says);
    }

    private static FixData FixFor(SmtpSession session, MissingAuthenticationKind kind)
    {
        var login = SettingNaming.For(SettingRole.Login, session.Siblings(SettingRole.Login)).Properties;
        return SettingNaming.For(SettingRole.SmtpKey, session.Siblings(SettingRole.SmtpKey))
            .With(Missing, kind.ToString())
            .With(HasCredentials, session.HasCredentials ? "true" : null)
            .With(LoginKey, login[SettingNaming.ConfigurationKey])
            .With(LoginVariable, login[SettingNaming.EnvironmentVariable]);
    }
}
