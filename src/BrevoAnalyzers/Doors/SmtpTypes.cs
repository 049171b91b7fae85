using System;
using System.Collections.Generic;
using System.Linq;
using BrevoAnalyzers.Model;
using BrevoAnalyzers.Reading;
using BrevoAnalyzers.Rules;
using BrevoAnalyzers.Values;
using Microsoft.CodeAnalysis;

namespace BrevoAnalyzers.Doors;

/// <summary>
/// Reads the SMTP sessions of a file's types and asks the rules. A wrong value that stands in another type is left to that type's analysis where
/// that reports it.
/// </summary>
internal sealed class SmtpTypes
{
    private readonly OwnersFindings _owners;
    private readonly List<SmtpRule> _rules = new();

    public SmtpTypes(MailFile file)
    {
        _owners = new OwnersFindings(file, Signs.Smtp, Check);
        foreach (var rule in SmtpRule.All)
        {
            if (file.IsOn(rule.Rule))
                _rules.Add(rule);
        }
    }

    public void Check(MailCode code, Action<Diagnostic> sink) =>
        Check(code, new Report(sink, code.Context.Options, code.Holds, (rule, written) => _owners.Has(code, rule, written)));

    private void Check(MailCode code, Report report)
    {
        var sessions = Sessions(code);
        var secrets = new List<ValueSet>();
        code.Context.Sessions = sessions;
        foreach (var session in sessions)
            Check(session, report, secrets);
        if (secrets.Count > 0)
            SecretLogged.Check(secrets, LogReader.Read(code), report);

        var sender = code.Type;
        if (BaseOfMailer(code) is { } mailer && SessionsOfBase(code, mailer) is { Count: > 0 } ofBase)
            (sender, sessions) = (mailer, sessions.Concat(ofBase).ToList());

        // Asked for only where there is an address to judge: it takes every call to tell.
        var goToBrevo = new Lazy<bool>(() => LooseSenders.GoToBrevo(code, sessions, sender), isThreadSafe: false);
        foreach (var address in sessions.Count > 0 ? SenderReader.Named(code) : Array.Empty<Sender>())
        {
            if (goToBrevo.Value && !LooseSenders.IsOfAnother(address, sessions))
                new NameAndAddressSwapped().Check(address, code.Context, report);
        }

        foreach (var from in LooseSenders.Read(code, sessions))
            CheckLoose(from, goToBrevo.Value && !LooseSenders.IsOfAnother(from, sessions) ? sessions : Array.Empty<SmtpSession>(), code.Context, report);
    }

    /// <summary>A message that is not seen to be sent is judged as one of the type's sessions, or else by its sender alone.</summary>
    private static void CheckLoose(Sender sender, IReadOnlyList<SmtpSession> sessions, SessionContext context, Report report)
    {
        SmtpLoginAsSender.Check(sender, context, sessions, report);
        if (sessions.Count == 0)
            return;

        foreach (var rule in SenderRule.All)
            rule.Check(sender, context, report);
    }

    private void Check(SmtpSession session, Report report, List<ValueSet> secrets)
    {
        if (!session.IsBrevo)
            return;

        secrets.Add(session.Password.Values);
        foreach (var rule in _rules)
            rule.Check(session, report);

        foreach (var sender in session.Senders)
        {
            foreach (var rule in SenderRule.All)
                rule.Check(sender, session.Context, report);
        }
    }

    /// <summary>The base class that a type which only builds messages may leave the sending to.</summary>
    private static INamedTypeSymbol? BaseOfMailer(MailCode code) =>
        code.Type.BaseType is { DeclaringSyntaxReferences.Length: > 0 } type && code.Names("MailboxAddress", "MailAddress", "MailMessage", "Parse", "") ? type : null;

    /// <summary>What the base class opens for objects of the type at hand: other types may hand it another host.</summary>
    private static List<SmtpSession> SessionsOfBase(MailCode code, INamedTypeSymbol mailer)
    {
        var asBase = code.Resolver.GuardsInBaseOf(code.Type).ToList();
        return Sessions(code.Of(mailer)).Where(session => asBase.Exists(session.Guards.Meets)).ToList();
    }

    /// <summary>All sessions that a type sets up, by any library or settings of its own.</summary>
    public static IReadOnlyList<SmtpSession> Sessions(MailCode code) => code.Once<SmtpTypes, SmtpSession>(() => ReadSessions(code));

    private static List<SmtpSession> ReadSessions(MailCode code)
    {
        var sessions = new List<SmtpSession>();
        sessions.AddRange(MailKitReader.Read(code));
        sessions.AddRange(SystemNetMailReader.Read(code));

        // Where a type opens its connections itself, how its fields meet there is known better than their names say.
        if (sessions.Count == 0)
            sessions.AddRange(SettingsClassReader.Read(code));
        sessions.AddRange(SettingsObjectReader.Read(code));
        sessions.AddRange(SettingsLambdaReader.Read(code));
        sessions.AddRange(SettingsCallReader.Read(code));
        sessions.AddRange(SettingsTableReader.Read(code));
        sessions.AddRange(FluentEmailReader.Read(code));
        sessions.AddRange(SerilogEmailReader.Read(code));
        sessions.AddRange(AbpSettingsReader.Read(code));
        return sessions;
    }
}
