using BrevoAnalyzers.Model;
using BrevoAnalyzers.Values;
using Microsoft.CodeAnalysis;

namespace BrevoAnalyzers.Rules;

/// <summary>BREVO3006: the address that a visitor typed is no sender that Brevo knows.</summary>
internal sealed class VisitorAsSender : SenderRule
{
    private static readonly DiagnosticDescriptor Descriptor = new(
        "BREVO3006",
        "A visitor's address is used as the sender",
        "This address looks like a visitor's: Brevo drops mail from senders it has not verified. Send from your own address and give this one as reply-to.",
        Category.Sender,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        helpLinkUri: Category.PageOf("BREVO3006"));

    /// <summary>What a form is called that a page holds.</summary>
    private static readonly string[] FormTypes = { "form", "input", "contact", "inquiry", "enquiry", "feedback", "submission", "visitor" };

    /// <summary>What a method that a visitor calls is given may have a more general name too.</summary>
    private static readonly string[] InputTypes = { "request", "model", "dto", "command" };

    public override DiagnosticDescriptor Rule => Descriptor;

    public override void Check(Sender sender, SessionContext context, Report report)
    {
        foreach (var address in sender.Address.Values)
        {
            if (address.Kind == PossibilityKind.Named && IsVisitors(address))
                report.At(Descriptor, sender.PlaceOf(address, context), ReadSender(sender));
        }
    }

    private static bool IsVisitors(Possibility address) =>
        address.Source == SourceKind.Member
        && (address.Holder is { } holder ? Says(holder.Name, FormTypes) || Says(holder.Name, InputTypes) : address.Form is { } form && Says(form.Name, FormTypes))
        && IsPlainAddress(address.Name);

    private static bool Says(string typeName, string[] words)
    {
        foreach (var word in SettingRoles.Words(typeName))
        {
            foreach (var wanted in words)
            {
                if (word.Equals(wanted, System.StringComparison.OrdinalIgnoreCase))
                    return true;
            }
        }

        return false;
    }

    /// <summary>"Email", "VisitorEmail": a name that says from, sender or the app's own is the app's.</summary>
    private static bool IsPlainAddress(string member)
    {
        var saysMail = false;
        foreach (var word in SettingRoles.Words(member))
        {
            switch (word.ToLowerInvariant())
            {
                case "email" or "mail" or "e":
                    saysMail = true;
                    break;
                case "from" or "sender" or "noreply" or "support" or "system" or "default" or "company" or "shop" or "admin" or "our" or "site":
                    return false;
            }
        }

        return saysMail;
    }
}
