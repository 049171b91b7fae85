using BrevoAnalyzers.Model;
using BrevoAnalyzers.Values;
using Microsoft.CodeAnalysis;

namespace BrevoAnalyzers.Rules;

/// <summary>BREVO2005: Brevo's SMTP login is a mail address; "apikey" is what other providers take.</summary>
internal sealed class InvalidSmtpLogin : SmtpRule
{
    /// <summary>Property: "true" where login and password are both written and can be swapped.</summary>
    public const string Swap = "SwapLoginAndPassword";

    private static readonly DiagnosticDescriptor Descriptor = new(
        "BREVO2005",
        "This is no SMTP login of Brevo's",
        "{0}: the relay answers 535. The login is the address on Brevo's page for SMTP keys.",
        Category.Credentials,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: Category.PageOf("BREVO2005"));

    public override DiagnosticDescriptor Rule => Descriptor;

    public override void Check(SmtpSession session, Report report)
    {
        foreach (var login in session.Login.Values.Known)
        {
            if (login.Text is not { } text || Placeholders.IsPlaceholder(text))
                continue;

            var swapped = SwappedWith(session, login);
            var isKey = BrevoKeys.IsFullShape(BrevoKeys.Classify(text));
            if (swapped is not null || isKey)
                report.At(Descriptor, login, session.Login.Use, FixFor(swapped), swapped is not null ? "Login and password are swapped" : "A key stands in the place of the login");
            else if (text.IndexOf('@') < 0)
                report.At(Descriptor, login, session.Login.Use, null, "The SMTP login is a mail address, and this is none");
        }
    }

    /// <summary>The password that is a login, where the login is none.</summary>
    private static Possibility? SwappedWith(SmtpSession session, Possibility login)
    {
        if (MailAddressText.IsAddress(login.Text!))
            return null;

        foreach (var password in session.Password.Values.Known)
        {
            if (password.Text is { } text && MailAddressText.IsAddress(text) && password.Guards.Meets(login.Guards))
                return password;
        }

        return null;
    }

    private static FixData? FixFor(Possibility? swapped) => swapped is null ? null : FixData.None.With(Swap, "true").Also(swapped.Place);
}
