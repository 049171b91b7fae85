using BrevoAnalyzers.Model;
using Microsoft.CodeAnalysis;

namespace BrevoAnalyzers.Rules;

/// <summary>BREVO5008: what fails the same way every time is no matter for a second attempt.</summary>
internal sealed class PermanentFailureRetried : HabitRule
{
    private static readonly DiagnosticDescriptor Descriptor = new(
        "BREVO5008",
        "Permanent failures are retried",
        "This retries a wrong key, a suspended account and a wrong request too, which fail every time: retry 421 and 45x of the relay, 429 and 5xx of the API",
        Category.Delivery,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: false,
        helpLinkUri: Category.PageOf("BREVO5008"));

    public override DiagnosticDescriptor Rule => Descriptor;

    protected override SendHabit Habit => SendHabit.RetriesEverything;
}
