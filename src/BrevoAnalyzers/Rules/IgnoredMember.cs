using System;
using BrevoAnalyzers.Model;
using Microsoft.CodeAnalysis;

namespace BrevoAnalyzers.Rules;

/// <summary>BREVO4005: members that have no effect beside others.</summary>
internal sealed class IgnoredMember : IApiRule
{
    internal static readonly DiagnosticDescriptor Descriptor = new(
        "BREVO4005",
        "Brevo ignores this member",
        "Brevo ignores {0} {1}: leave it out",
        Category.ApiRequest,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        helpLinkUri: Category.PageOf("BREVO4005"));

    public DiagnosticDescriptor Rule => Descriptor;

    public void Check(ApiRequest request, Report report)
    {
        if (!request.IsEmail || request.Body is null)
            return;

        foreach (var email in request.Body.Alternatives())
        {
            if (email.Kind == PayloadKind.Object)
                Check(email, report);
        }
    }

    private static void Check(PayloadValue email, Report report)
    {
        if (email.Find("templateId") is { IsConditional: false } template && IsNumber(template.Value))
        {
            ReportGiven(email.Find("htmlContent"), "beside templateId", report);
            ReportGiven(email.Find("textContent"), "beside templateId", report);
        }

        if (email.Find("messageVersions") is { IsConditional: false, Value: { Kind: PayloadKind.Array, Items.IsEmpty: false } versions } && IsGiven(versions))
            ReportGiven(email.Find("to"), "beside messageVersions", report);
        if (email.Find("params") is { } parameters && email.IsClosed && email.Find("templateId") is null && email.Find("messageVersions") is null && IsWithoutPlaceholder(email))
            ReportGiven(parameters, "without a template or a placeholder {{params.…}}", report);

        foreach (var sender in email.Find("sender")?.Value.Objects() ?? Array.Empty<PayloadValue>())
        {
            if (sender.Find("id") is { } id && IsNumber(id.Value))
                ReportGiven(sender.Find("name"), "beside the sender's id", report);
        }
    }

    /// <summary>A member that may be null or absent is perhaps the other of two ways to write the message.</summary>
    private static void ReportGiven(PayloadEntry? entry, string beside, Report report)
    {
        if (entry is { IsConditional: false, Value.Kind: PayloadKind.String or PayloadKind.Array or PayloadKind.Object } && IsGiven(entry.Value) && !IsEmpty(entry.Value) && !MayBeNull(entry.Value))
            report.At(Descriptor, entry.NamePlace, null, entry.Name, beside);
    }

    /// <summary>Of a message from elsewhere only the type is known, which has all members.</summary>
    private static bool IsGiven(PayloadValue value) => value.IsClosed || value.Expression is not null || value.Values.Count > 0;

    private static bool IsEmpty(PayloadValue value)
    {
        foreach (var known in value.Values.Known)
        {
            if (known.Text is { Length: 0 })
                return true;
        }

        return value is { Kind: PayloadKind.Array, Items.IsEmpty: true };
    }

    private static bool MayBeNull(PayloadValue value)
    {
        foreach (var known in value.Values)
        {
            if (known is { IsConstant: true, Value: null })
                return true;
        }

        return value.Values.Count > 0 && value.Type?.NullableAnnotation == NullableAnnotation.Annotated && !value.Values.IsComplete;
    }

    /// <summary>
    /// A number that is certainly given: a constant, or what a caller has to hand in as a whole number. That of a setting may be the 0 of
    /// one that nobody has set.
    /// </summary>
    private static bool IsNumber(PayloadValue value)
    {
        if (value.Kind != PayloadKind.Number || value.Values.Count == 0)
            return false;

        foreach (var possibility in value.Values)
        {
            if (possibility.IsConstant ? possibility.Value is not (int or long) : !value.IsHandedIn)
                return false;
        }

        return true;
    }

    private static bool IsWithoutPlaceholder(PayloadValue email)
    {
        foreach (var member in new[] { "subject", "htmlContent", "textContent" })
        {
            if (email.Find(member) is not { } entry)
                continue;
            if (!entry.Value.Values.IsComplete || entry.Value.Values.Count == 0)
                return false;

            foreach (var known in entry.Value.Values)
            {
                if (known.Text?.IndexOf('{') >= 0)
                    return false;
            }
        }

        return true;
    }
}
