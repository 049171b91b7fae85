using System;
using BrevoAnalyzers.Model;
using Microsoft.CodeAnalysis;

namespace BrevoAnalyzers.Rules;

/// <summary>BREVO4007: custom headers that Brevo refuses, and the one that keeps a mail from being sent.</summary>
internal sealed class InvalidHeader : IApiRule
{
    internal static readonly DiagnosticDescriptor Descriptor = new(
        "BREVO4007",
        "This header is refused, or keeps the mail from being sent",
        "{0}",
        Category.ApiRequest,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: Category.PageOf("BREVO4007"));

    public DiagnosticDescriptor Rule => Descriptor;

    public void Check(ApiRequest request, Report report)
    {
        if (!request.IsEmail || request.Body is null)
            return;

        foreach (var email in request.Body.Alternatives())
        {
            if (email.Find("headers") is not { } headers)
                continue;

            // Of several sets of headers one is chosen by a condition.
            var isChosen = request.IsConditional || headers.IsConditional || headers.Value.Kind == PayloadKind.Choice || request.Body.Kind == PayloadKind.Choice;
            foreach (var set in headers.Value.Objects())
            {
                foreach (var header in set.Entries)
                    Check(header, isChosen, request.Context, report);
            }
        }
    }

    private static void Check(PayloadEntry header, bool isChosen, SessionContext context, Report report)
    {
        if (header.Name.Equals(BrevoFacts.SandboxHeader, StringComparison.OrdinalIgnoreCase))
            CheckSandbox(header, isChosen, context, report);
        else if (BrevoFacts.ReservedHeaders.Contains(header.Name))
            report.At(Descriptor, header.NamePlace, null, "The headers are for custom ones only: sender, recipients, subject and content have members of their own");
        else if (header.Value.Kind is PayloadKind.Number or PayloadKind.Boolean or PayloadKind.Object or PayloadKind.Array)
            report.At(Descriptor, header.NamePlace, null, "A header's value has to be a string: Brevo's API answers 400");
    }

    private static void CheckSandbox(PayloadEntry header, bool isChosen, SessionContext context, Report report)
    {
        var values = header.Value.Values;
        foreach (var known in values.Known)
        {
            if (known.Text is { } text && text != BrevoFacts.SandboxHeaderValue && !Placeholders.IsPlaceholder(text))
                report.At(Descriptor, known, header.Value.Place, null, "The sandbox knows the value drop only: with any other the mail is really sent");
        }

        if (!isChosen && !header.IsConditional && !context.Options.IsTestProject && values is { Count: 1 } && values[0] is { IsAssumed: false, Text: BrevoFacts.SandboxHeaderValue } always && always.Guards.IsEmpty)
            report.At(Descriptor, header.NamePlace, null, "The sandbox is always on: the API answers 201 and sends nothing. Put this header behind a setting.");
    }
}
