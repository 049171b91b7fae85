using BrevoAnalyzers.Model;
using Microsoft.CodeAnalysis;

namespace BrevoAnalyzers.Rules;

/// <summary>BREVO3005: the libraries disagree on whether name or address comes first.</summary>
internal sealed class NameAndAddressSwapped : SenderRule
{
    private static readonly DiagnosticDescriptor Descriptor = new(
        "BREVO3005",
        "Name and address are swapped",
        "The address stands in the place of the name, and the name in the place of the address: swap the two",
        Category.Sender,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: Category.PageOf("BREVO3005"));

    public override DiagnosticDescriptor Rule => Descriptor;

    public override void Check(Sender sender, SessionContext context, Report report)
    {
        foreach (var address in sender.Address.Values)
        {
            if (sender.IsSwappedWith(address) is not null)
                report.At(Descriptor, sender.Creation ?? sender.Address.Use, null);
        }
    }
}
