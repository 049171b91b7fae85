using System;
using System.Collections.Generic;
using BrevoAnalyzers.Model;
using BrevoAnalyzers.Reading;
using BrevoAnalyzers.Rules;
using BrevoAnalyzers.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BrevoAnalyzers.Doors;

/// <summary>
/// Reads the SMTP sessions of a file's types and asks the rules. A wrong value that stands in another type is left to that type's analysis where
/// that reports it: what it reports is found by running it, so that the two never disagree.
/// </summary>
internal sealed class SmtpTypes
{
    private readonly MailFile _file;
    private readonly Dictionary<ISymbol, HashSet<(string Id, Location Place)>> _findingsOfOthers = new(SymbolEqualityComparer.Default);

    public SmtpTypes(MailFile file) => _file = file;

    public void Check(MailCode code, Action<Diagnostic> sink) =>
        Check(code, new Report(sink, code.Context.Options, code.Holds, (rule, written) => IsReportedByOwner(code, rule, written)));

    private static void Check(MailCode code, Report report)
    {
        var sessions = Sessions(code);
        var secrets = new List<ValueSet>();
        code.Context.Sessions = sessions;
        foreach (var session in sessions)
            Check(session, report, secrets);
        if (secrets.Count > 0)
            SecretLogged.Check(secrets, LogReader.Read(code), report);

        var goToBrevo = LooseSenders.GoToBrevo(code, sessions);
        foreach (var address in goToBrevo ? SenderReader.Named(code) : Array.Empty<Sender>())
        {
            if (!LooseSenders.IsOfAnother(address, sessions))
                new NameAndAddressSwapped().Check(address, code.Context, report);
        }

        foreach (var sender in LooseSenders.Read(code, sessions))
            CheckLoose(sender, goToBrevo && !LooseSenders.IsOfAnother(sender, sessions) ? sessions : Array.Empty<SmtpSession>(), code.Context, report);
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

    private static void Check(SmtpSession session, Report report, List<ValueSet> secrets)
    {
        if (!session.IsBrevo)
            return;

        secrets.Add(session.Password.Values);
        foreach (var rule in SmtpRule.All)
            rule.Check(session, report);

        foreach (var sender in session.Senders)
        {
            foreach (var rule in SenderRule.All)
                rule.Check(sender, session.Context, report);
        }
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

    private bool IsReportedByOwner(MailCode code, DiagnosticDescriptor rule, Place place)
    {
        if (place.IsInFile)
            return _file.Project.Files.IsSettled(rule.Id, place, _file.Cancellation);
        if (place.Node is not { } written || code.IsOwn(written) || MailCode.TypeAround(written) is not { } declaration)
            return false;
        if (code.Resolver.Bodies.Model(declaration.SyntaxTree)?.GetDeclaredSymbol(declaration, _file.Cancellation) is not INamedTypeSymbol owner)
            return false;

        if (!_findingsOfOthers.TryGetValue(owner, out var findings))
            _findingsOfOthers[owner] = findings = Findings(owner);
        return findings.Contains((rule.Id, written.GetLocation()));
    }

    private HashSet<(string Id, Location Place)> Findings(INamedTypeSymbol owner)
    {
        var findings = new HashSet<(string, Location)>();
        var opened = _file.Open(owner);
        if (!opened.Names(Signs.Smtp))
            return findings;

        var code = _file.Read(opened);
        Check(code, new Report(diagnostic => findings.Add((diagnostic.Id, diagnostic.Location)), code.Context.Options, code.Holds));
        return findings;
    }
}
