using System;
using System.Collections.Generic;
using BrevoAnalyzers.Model;
using BrevoAnalyzers.Reading;
using BrevoAnalyzers.Rules;
using Microsoft.CodeAnalysis;

namespace BrevoAnalyzers.Doors;

/// <summary>Asks the rules about what becomes of a type's sends: whether somebody waits for them and hears of their failure.</summary>
internal static class Sends
{
    /// <param name="code">The type's code.</param>
    /// <param name="fluentEmail">How the project sets FluentEmail up; null where the type does not name it.</param>
    /// <param name="sink">Takes the diagnostics.</param>
    public static void Check(MailCode code, FluentEmailSetup? fluentEmail, Action<Diagnostic> sink)
    {
        var report = new Report(sink, code.Context.Options, code.Holds);
        Check(SendReader.Read(code), report);
        if (fluentEmail is not null)
            Check(SendReader.ReadFluentEmail(code, () => fluentEmail.IsBrevo(code.Cancellation)), report);
    }

    private static void Check(IEnumerable<MailSend> sends, Report report)
    {
        foreach (var send in sends)
        {
            foreach (var rule in DeliveryRule.All)
                rule.Check(send, report);
        }
    }
}
