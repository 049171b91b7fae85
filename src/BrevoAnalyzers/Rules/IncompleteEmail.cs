using System.Collections.Generic;
using BrevoAnalyzers.Model;
using Microsoft.CodeAnalysis;

namespace BrevoAnalyzers.Rules;

/// <summary>BREVO4001: a message that lacks what Brevo requires.</summary>
internal sealed class IncompleteEmail : IApiRule
{
    /// <summary>Property: the missing members, separated by commas.</summary>
    public const string Missing = "Missing";

    internal static readonly DiagnosticDescriptor Descriptor = new(
        "BREVO4001",
        "The e-mail lacks what Brevo requires",
        "{0}: Brevo's API answers 400",
        Category.ApiRequest,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: Category.PageOf("BREVO4001"));

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
        if (email.Find("to") is { Value: { Kind: PayloadKind.Array, IsClosed: true, Items.IsEmpty: true } } recipients && !MayHave(email, "messageVersions"))
            report.At(Descriptor, recipients.Value.Place, null, "The list of recipients is empty");
        if (!email.IsClosed)
            return;

        var missing = new List<string>();
        foreach (var member in BrevoFacts.EmailSchema.Members)
        {
            // Either content will do, so one of them is asked for.
            if (member.Name != "textContent" && IsRequired(member, email) && !MayHave(email, member.Name))
                missing.Add(member.Name);
        }

        if (missing.Count == 0)
            return;

        var names = string.Join(", ", missing);
        report.At(Descriptor, email.Place, FixData.None.With(Missing, names), "The e-mail lacks " + names);
    }

    private static bool IsRequired(PayloadMember member, PayloadValue email) => member.Requirement switch
    {
        Requirement.UnlessVersions => !MayHave(email, "messageVersions"),
        Requirement.UnlessTemplate => !MayHave(email, "templateId") && !IsGivenByVersions(member, email),
        Requirement.UnlessTemplateOrOtherContent => !MayHave(email, "templateId") && !MayHave(email, "htmlContent") && !MayHave(email, "textContent") && !IsGivenByVersions(member, email),
        _ => false,
    };

    /// <summary>Subject and content may stand in each version of the message.</summary>
    private static bool IsGivenByVersions(PayloadMember member, PayloadValue email) => member.Name != "sender" && MayHave(email, "messageVersions");

    /// <summary>Whether the member is there, perhaps under a name that another rule speaks of.</summary>
    private static bool MayHave(PayloadValue email, string name)
    {
        foreach (var entry in email.Entries)
        {
            if ((entry.Name == name || BrevoFacts.EmailSchema.FindMeant(entry.Name)?.Name == name) && entry.Value.Kind != PayloadKind.Null)
                return true;
        }

        return false;
    }
}
