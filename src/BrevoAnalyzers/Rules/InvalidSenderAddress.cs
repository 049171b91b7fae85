using BrevoAnalyzers.Model;
using Microsoft.CodeAnalysis;

namespace BrevoAnalyzers.Rules;

/// <summary>BREVO3004: a sender that is no address, or Brevo's own rewrite domain.</summary>
internal sealed class InvalidSenderAddress : SenderRule
{
    /// <summary>Property: "true" where the text has the form <c>Name &lt;address&gt;</c> and can be split.</summary>
    public const string Splits = "SplitNameAndAddress";

    private static readonly DiagnosticDescriptor Descriptor = new(
        "BREVO3004",
        "The sender is not a mail address",
        "{0}",
        Category.Sender,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: Category.PageOf("BREVO3004"));

    public override DiagnosticDescriptor Rule => Descriptor;

    public override void Check(Sender sender, SessionContext context, Report report)
    {
        foreach (var address in sender.Address.Values.Known)
        {
            if (address.Text is not { } text || Placeholders.IsPlaceholder(text) || NamesItself(text) || sender.IsSwappedWith(address) is not null)
                continue;
            if (Problem(text, sender.TakesNameInAddress) is { } problem)
                report.At(Descriptor, sender.PlaceOf(address, context), HasNameForm(text) ? FixData.None.With(Splits, "true") : null, problem);
        }
    }

    private static string? Problem(string text, bool takesName)
    {
        var bare = MailAddressText.Bare(text);
        if (BrevoFacts.IsRewriteAddress(bare))
            return "brevosend.com is the domain that Brevo writes into senders it cannot accept: use an address of your own that is verified in Brevo";
        if (HasNameForm(text))
            return takesName ? null : "The sender's address holds a name as well: Brevo refuses it. Give name and address apart.";

        var candidate = takesName ? bare.Trim() : bare;
        if (candidate.IndexOf('@') <= 0 || candidate.EndsWith("@", System.StringComparison.Ordinal))
            return "The sender is not a mail address: it has no @ between a name and a domain";
        return MailAddressText.HasSpace(candidate) ? "The sender is not a mail address: it holds white space" : null;
    }

    /// <summary>"senderMail", "from-address": a place to fill in that only says what belongs there.</summary>
    private static bool NamesItself(string text) =>
        text.Replace("-", "").Replace("_", "").Replace(" ", "").ToLowerInvariant()
            is "sender" or "sendermail" or "senderemail" or "senderaddress" or "from" or "frommail" or "fromemail" or "fromaddress" or "mail" or "email" or "emailaddress";

    private static bool HasNameForm(string text) => text.IndexOf('<') >= 0 && text.IndexOf('>') > text.IndexOf('<');
}
