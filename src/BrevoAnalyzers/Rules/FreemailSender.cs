using BrevoAnalyzers.Model;
using Microsoft.CodeAnalysis;

namespace BrevoAnalyzers.Rules;

/// <summary>BREVO3002: nobody can authenticate gmail.com in Brevo, so Brevo rewrites the sender.</summary>
internal sealed class FreemailSender : SenderRule
{
    private static readonly DiagnosticDescriptor Descriptor = new(
        "BREVO3002",
        "The sender is at a free-mail domain",
        "A sender at a free-mail domain cannot be authenticated: Brevo replaces it by an address at brevosend.com. Use a sender at a domain of your own.",
        Category.Sender,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: Category.PageOf("BREVO3002"));

    public override DiagnosticDescriptor Rule => Descriptor;

    /// <remarks>Of swapped values the swap is what has to be repaired first: it could not be seen any more.</remarks>
    public override void Check(Sender sender, SessionContext context, Report report)
    {
        foreach (var address in sender.MeantAddress.Values.Known)
        {
            if (address.Text is { } text && IsFreemail(text, context.Options))
                report.At(Descriptor, sender.PlaceOf(address, context), sender.IsSwapped ? null : ReadSender(sender));
        }
    }

    internal static bool IsFreemail(string text, BrevoOptions options)
    {
        var bare = MailAddressText.Bare(text);
        return bare.IndexOf('@') > 0 && options.IsFreemail(bare) && !Placeholders.IsPlaceholder(bare);
    }
}
