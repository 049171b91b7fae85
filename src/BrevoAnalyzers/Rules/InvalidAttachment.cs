using System;
using BrevoAnalyzers.Model;
using Microsoft.CodeAnalysis;

namespace BrevoAnalyzers.Rules;

/// <summary>BREVO4006: attachments that arrive broken or not at all.</summary>
internal sealed class InvalidAttachment : IApiRule
{
    /// <summary>Property: the finding stands on bytes that are base64 text already.</summary>
    public const string EncodedTwice = "EncodedTwice";

    internal static readonly DiagnosticDescriptor Descriptor = new(
        "BREVO4006",
        "Brevo cannot use this attachment",
        "{0}",
        Category.ApiRequest,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: Category.PageOf("BREVO4006"));

    public DiagnosticDescriptor Rule => Descriptor;

    public void Check(ApiRequest request, Report report)
    {
        if (!request.IsEmail || request.Body is null)
            return;

        foreach (var place in request.EncodedTwice)
            report.At(Descriptor, place, FixData.None.With(EncodedTwice, ""), "These bytes are base64 text, and the serialiser encodes bytes once more: the file arrives as text that nothing can open. Give the bytes themselves.");

        foreach (var email in request.Body.Objects())
        {
            if (email.Find("attachment") is not { } attachments)
                continue;

            foreach (var attachment in attachments.Value.Objects())
                Check(attachment, report);
        }
    }

    private static void Check(PayloadValue attachment, Report report)
    {
        if (attachment.IsClosed && Has(attachment, "content") && !Has(attachment, "name") && !IsNamedOtherwise(attachment))
            report.At(Descriptor, attachment.Place, null, "An attachment with content needs a name: Brevo's API answers 400");

        if (attachment.Find("name") is { } name)
        {
            foreach (var known in name.Value.Values.Known)
            {
                if (known.Text is { } file && ExtensionOf(file) is { } extension && !BrevoFacts.AttachmentExtensions.Contains(extension))
                    report.At(Descriptor, known, name.Value.Place, null, "Brevo's API takes no attachment with this extension: it answers 400");
            }
        }

        if (attachment.Find("url") is { } url)
        {
            foreach (var known in url.Value.Values.Known)
            {
                if (known.Text is { } address && IsUnreachable(address))
                    report.At(Descriptor, known, url.Value.Place, null, "Brevo fetches the attachment from this URL, so it has to be absolute, with http or https: the API answers 400");
            }
        }
    }

    private static bool Has(PayloadValue attachment, string name) => attachment.Find(name) is { Value.Kind: not PayloadKind.Null };

    /// <summary>The name is there under an alias, which another rule speaks of.</summary>
    private static bool IsNamedOtherwise(PayloadValue attachment)
    {
        foreach (var entry in attachment.Entries)
        {
            if (BrevoFacts.AttachmentSchema.FindMeant(entry.Name)?.Name == "name")
                return true;
        }

        return false;
    }

    /// <summary>The letters and digits behind the last dot; null where there is no such ending.</summary>
    private static string? ExtensionOf(string file)
    {
        var dot = file.LastIndexOf('.');
        if (dot <= 0 || dot == file.Length - 1 || file.Length - dot > 8)
            return null;

        var hasLetter = false;
        for (var i = dot + 1; i < file.Length; i++)
        {
            if (!char.IsLetterOrDigit(file[i]))
                return null;

            hasLetter |= char.IsLetter(file[i]);
        }

        return hasLetter ? file.Substring(dot + 1) : null; // "Invoice 2.1" has none
    }

    private static bool IsUnreachable(string url) =>
        url.Trim().Length > 0
        && !Placeholders.IsPlaceholder(url)
        && !url.StartsWith("http://", StringComparison.OrdinalIgnoreCase)
        && !url.StartsWith("https://", StringComparison.OrdinalIgnoreCase);
}
