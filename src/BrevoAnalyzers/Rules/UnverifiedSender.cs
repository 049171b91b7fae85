using BrevoAnalyzers.Model;
using Microsoft.CodeAnalysis;

namespace BrevoAnalyzers.Rules;

/// <summary>BREVO3003: with the project's list of verified senders at hand, any other constant sender is refused.</summary>
internal sealed class UnverifiedSender : SenderRule
{
    /// <summary>Property: the verified senders that a fix may write, separated by commas.</summary>
    public const string Verified = "VerifiedSenders";

    private static readonly DiagnosticDescriptor Descriptor = new(
        "BREVO3003",
        "The sender is not among the verified senders",
        "This sender is neither in brevo_verified_senders nor at a domain in brevo_authenticated_domains: Brevo accepts the mail and drops it later",
        Category.Sender,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: Category.PageOf("BREVO3003"));

    public override DiagnosticDescriptor Rule => Descriptor;

    public override void Check(Sender sender, SessionContext context, Report report)
    {
        if (!context.Options.NamesSenders)
            return;

        foreach (var address in sender.MeantAddress.Values.Known)
        {
            if (address.Text is { } text && IsJudged(text, context.Options) && !context.Options.IsVerifiedSender(text))
                report.At(Descriptor, sender.PlaceOf(address, context), FixData.None.With(Verified, string.Join(",", context.Options.Senders)));
        }
    }

    /// <summary>What another rule says already is not said twice.</summary>
    private static bool IsJudged(string text, BrevoOptions options)
    {
        var bare = MailAddressText.Bare(text);
        return MailAddressText.IsAddress(bare)
            && !Placeholders.IsPlaceholder(bare)
            && !BrevoFacts.IsSmtpLoginAddress(bare)
            && !BrevoFacts.IsRewriteAddress(bare)
            && !options.IsFreemail(bare);
    }
}
