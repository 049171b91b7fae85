using BrevoAnalyzers.Model;
using Microsoft.CodeAnalysis;

namespace BrevoAnalyzers.Rules;

/// <summary>BREVO5002: a catch that does nothing makes a wrong key, a suspended account and an outage look like success.</summary>
internal sealed class FailureSwallowed : DeliveryRule
{
    private static readonly DiagnosticDescriptor Descriptor = new(
        "BREVO5002",
        "The failure of a send disappears",
        "Nobody hears when Brevo does not take this mail: a wrong key, a suspended account and an outage look like success. Log the failure and rethrow it, or return it.",
        Category.Delivery,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: Category.PageOf("BREVO5002"));

    public override DiagnosticDescriptor Rule => Descriptor;

    public override void Check(MailSend send, Report report)
    {
        foreach (var handler in send.SwallowedBy)
            report.At(Descriptor, handler, null);
    }
}
