using BrevoAnalyzers.Model;
using Microsoft.CodeAnalysis;

namespace BrevoAnalyzers.Rules;

/// <summary>BREVO5007: one request takes 2000 recipients.</summary>
internal sealed class SendPerRecipient : HabitRule
{
    private static readonly DiagnosticDescriptor Descriptor = new(
        "BREVO5007",
        "The API is called for every recipient",
        "This sends the same content once for every recipient: one request takes up to 2000 of them in messageVersions",
        Category.Delivery,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: false,
        helpLinkUri: Category.PageOf("BREVO5007"));

    public override DiagnosticDescriptor Rule => Descriptor;

    protected override SendHabit Habit => SendHabit.CallsPerRecipient;
}
