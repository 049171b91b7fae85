using System;
using System.Collections.Generic;
using BrevoAnalyzers.Model;
using BrevoAnalyzers.Values;
using Microsoft.CodeAnalysis;

namespace BrevoAnalyzers.Rules;

/// <summary>BREVO3001: the SMTP login is a user name, never a sender.</summary>
internal sealed class SmtpLoginAsSender : SmtpRule, IApiRule
{
    private static readonly DiagnosticDescriptor Descriptor = new(
        "BREVO3001",
        "The SMTP login is used as the sender",
        "{0}. Use an address that is verified as a sender in Brevo.",
        Category.Sender,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: Category.PageOf("BREVO3001"));

    private const string AcceptedAndDropped = "An address at smtp-brevo.com is a login and no sender: Brevo answers 250 and drops the mail later";

    private const string LoginIsSender = "The SMTP login is used as the sender: Brevo forbids it, and the log later says that the sender is not valid";

    public override DiagnosticDescriptor Rule => Descriptor;

    public override void Check(SmtpSession session, Report report)
    {
        foreach (var sender in session.Senders)
            Check(sender, session.Context, new[] { session }, report);
    }

    /// <summary>
    /// A sender beside the sessions that may send its messages; a sender at Brevo's login domain needs none of them to be wrong.
    /// </summary>
    public static void Check(Sender sender, SessionContext context, IReadOnlyList<SmtpSession> sessions, Report report)
    {
        foreach (var address in sender.MeantAddress.Values)
        {
            if (address.Text is { } text && BrevoFacts.IsSmtpLoginAddress(text))
                report.At(Descriptor, sender.PlaceOf(address, context), FixFor(sessions), AcceptedAndDropped);
            else if (!context.Options.IsVerifiedSender(address.Text) && IsLoginOfAny(address, sessions))
                report.At(Descriptor, sender.PlaceOf(address, context), FixFor(sessions), LoginIsSender);
        }
    }

    private static FixData FixFor(IReadOnlyList<SmtpSession> sessions)
    {
        foreach (var session in sessions)
        {
            if (session.IsBrevo)
                return SettingNaming.For(SettingRole.Sender, session.Siblings(SettingRole.Sender));
        }

        return SettingNaming.For(SettingRole.Sender, Array.Empty<Possibility>());
    }

    private static bool IsLoginOfAny(Possibility address, IReadOnlyList<SmtpSession> sessions)
    {
        foreach (var session in sessions)
        {
            if (session.IsBrevo && IsLogin(address, session))
                return true;
        }

        return false;
    }

    public void Check(ApiRequest request, Report report)
    {
        foreach (var sender in request.Senders)
        {
            Check(sender, request.Context, Array.Empty<SmtpSession>(), report);
            foreach (var address in sender.MeantAddress.Values)
            {
                if (address.Source != SourceKind.None && IsNamedLogin(address) && !request.Context.Options.IsVerifiedSender(address.Text))
                    report.At(Descriptor, sender.PlaceOf(address, request.Context), SettingNaming.For(SettingRole.Sender, sender.Siblings), LoginIsSender);
            }
        }
    }

    /// <summary>"SmtpLogin", "SMTP_USER", "Smtp:Username": a login by name. The words have to say SMTP, any account has a user name.</summary>
    private static bool IsNamedLogin(Possibility address)
    {
        if (SettingRoles.Classify(address.Name) != SettingRole.Login || address.Name.IndexOf("smtp", StringComparison.OrdinalIgnoreCase) < 0)
            return false;
        if (address.Source is SourceKind.ConfigurationKey or SourceKind.EnvironmentVariable)
            return true;

        // Through a member called sender it is somebody's decision; a local is called so by whoever makes the mistake.
        foreach (var name in address.Names)
        {
            if (SettingRoles.Classify(name) == SettingRole.Sender && !LocalVariables.HasPassed(address, name))
                return false;
        }

        return true;
    }

    private static bool IsLogin(Possibility address, SmtpSession session)
    {
        foreach (var login in session.Login.Values)
        {
            if (!login.Guards.Meets(address.Guards))
                continue;
            if (login.Kind == PossibilityKind.Named && address.Kind == PossibilityKind.Named && login.Identity == address.Identity)
                return true;
            if (login.Text is { Length: > 0 } text && address.Text is { } other && string.Equals(text, other, StringComparison.OrdinalIgnoreCase) && text.IndexOf('@') > 0)
                return true;
        }

        return false;
    }
}
