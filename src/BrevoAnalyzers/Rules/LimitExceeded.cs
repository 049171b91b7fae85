using System;
using BrevoAnalyzers.Model;
using Microsoft.CodeAnalysis;

namespace BrevoAnalyzers.Rules;

/// <summary>BREVO4004: constants past a limit of the API.</summary>
internal sealed class LimitExceeded : IApiRule
{
    internal static readonly DiagnosticDescriptor Descriptor = new(
        "BREVO4004",
        "The message is past a limit of Brevo's API",
        "{0}: Brevo's API answers 400",
        Category.ApiRequest,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: Category.PageOf("BREVO4004"));

    private static readonly string[] s_people = { "sender", "to", "cc", "bcc", "replyTo" };

    public DiagnosticDescriptor Rule => Descriptor;

    public void Check(ApiRequest request, Report report)
    {
        if (!request.IsEmail)
            return;

        foreach (var time in request.Schedules)
        {
            if (time.HoursAhead > BrevoFacts.MaxScheduleHours)
                report.At(Descriptor, time.Place, null, $"Brevo schedules mails {BrevoFacts.MaxScheduleHours} hours ahead at most");
        }

        foreach (var email in request.Body?.Objects() ?? [])
        {
            CheckNames(email, report);
            CheckBatch(email, report);
            CheckVersions(email, report);
        }
    }

    private static void CheckNames(PayloadValue email, Report report)
    {
        foreach (var member in s_people)
        {
            if (email.Find(member) is not { } people)
                continue;

            foreach (var person in people.Value.Objects())
            {
                if (person.Find("name") is not { } name)
                    continue;

                foreach (var known in name.Value.Values.Known)
                {
                    if (known.Text?.Length > BrevoFacts.MaxNameLength)
                        report.At(Descriptor, known, name.Value.Place, null, $"A name has {BrevoFacts.MaxNameLength} characters at most");
                }
            }
        }
    }

    private static void CheckBatch(PayloadValue email, Report report)
    {
        if (email.Find("batchId") is not { } batch)
            return;

        foreach (var known in batch.Value.Values.Known)
        {
            if (known.Text is { Length: > 0 } text && !Guid.TryParse(text, out _) && !Placeholders.IsPlaceholder(text))
                report.At(Descriptor, known, batch.Value.Place, null, "A batchId is a UUID");
        }
    }

    private static void CheckVersions(PayloadValue email, Report report)
    {
        if (email.Find("messageVersions") is not { } versions)
            return;

        var all = 0;
        foreach (var version in versions.Value.Objects())
        {
            CheckNames(version, report);
            var recipients = 0;
            foreach (var member in new[] { "to", "cc", "bcc" })
            {
                if (version.Find(member) is { Value: { Kind: PayloadKind.Array } list })
                    recipients += list.WrittenElements;
            }

            all += recipients;
            if (recipients > BrevoFacts.MaxRecipientsPerVersion)
                report.At(Descriptor, version.Place, null, $"A version has {BrevoFacts.MaxRecipientsPerVersion} recipients at most");
        }

        if (all > BrevoFacts.MaxRecipientsPerRequest)
            report.At(Descriptor, versions.NamePlace, null, $"A request has {BrevoFacts.MaxRecipientsPerRequest} recipients at most");
    }
}
