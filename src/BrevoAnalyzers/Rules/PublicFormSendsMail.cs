using BrevoAnalyzers.Model;
using Microsoft.CodeAnalysis;

namespace BrevoAnalyzers.Rules;

/// <summary>BREVO5009: bots find forms, and Brevo suspends the account that mails for them.</summary>
internal sealed class PublicFormSendsMail : HabitRule
{
    private static readonly DiagnosticDescriptor Descriptor = new(
        "BREVO5009",
        "A public endpoint sends mail without a limit",
        "Anybody can have this endpoint send mail, as often as they like: bots find such forms, and Brevo suspends the account. Limit its rate.",
        Category.Delivery,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: false,
        helpLinkUri: Category.PageOf("BREVO5009"));

    public override DiagnosticDescriptor Rule => Descriptor;

    protected override SendHabit Habit => SendHabit.IsOpenToEverybody;
}
