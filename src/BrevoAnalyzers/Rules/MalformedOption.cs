using System.Collections.Generic;
using BrevoAnalyzers.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace BrevoAnalyzers.Rules;

/// <summary>BREVO6001: an option that says nothing must not be taken for one that holds.</summary>
internal static class MalformedOption
{
    internal static readonly DiagnosticDescriptor Descriptor = new(
        "BREVO6001",
        "An option of the analyzers cannot be read",
        "The option {0} cannot be read: {1}",
        Category.Configuration,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: Category.PageOf("BREVO6001"),
        customTags: WellKnownDiagnosticTags.CompilationEnd);

    /// <summary>The options that hold an entry which cannot be meant, each once, with what an entry has to be.</summary>
    public static IEnumerable<(string Option, string Wanted)> In(AnalyzerConfigOptions options)
    {
        if (HasOther(options, BrevoOptions.VerifiedSenders, MailAddressText.IsAddress))
            yield return (BrevoOptions.VerifiedSenders, "it lists mail addresses");
        if (HasOther(options, BrevoOptions.AuthenticatedDomains, IsDomain))
            yield return (BrevoOptions.AuthenticatedDomains, "it lists domains");
        if (HasOther(options, BrevoOptions.FreemailDomains, IsDomain))
            yield return (BrevoOptions.FreemailDomains, "it lists domains");
        if (HasOther(options, BrevoOptions.DisabledRules, IsRuleId))
            yield return (BrevoOptions.DisabledRules, "it lists rules such as BREVO1004");
        if (HasOther(options, BrevoOptions.Wrappers, IsMethod))
            yield return (BrevoOptions.Wrappers, "it lists methods such as MyCompany.Mail.Mailer.Open");
    }

    private static bool HasOther(AnalyzerConfigOptions options, string name, System.Func<string, bool> isEntry)
    {
        foreach (var entry in BrevoOptions.List(options, name))
        {
            if (!isEntry(entry))
                return true;
        }

        return false;
    }

    private static bool IsDomain(string text) =>
        text.IndexOf('.') > 0 && text.TrimStart('@').IndexOf('@') < 0 && text.IndexOf('/') < 0 && !text.EndsWith(".", System.StringComparison.Ordinal);

    private static bool IsRuleId(string text) =>
        text.Length == 9 && text.StartsWith("BREVO", System.StringComparison.OrdinalIgnoreCase) && int.TryParse(text.Substring(5), out _);

    private static bool IsMethod(string text)
    {
        foreach (var c in text)
        {
            if (!char.IsLetterOrDigit(c) && c is not ('.' or '_' or '`' or '+'))
                return false;
        }

        return text.IndexOf('.') > 0 && char.IsLetter(text[0]);
    }
}
