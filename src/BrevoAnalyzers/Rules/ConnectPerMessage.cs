using BrevoAnalyzers.Model;
using Microsoft.CodeAnalysis;

namespace BrevoAnalyzers.Rules;

/// <summary>BREVO5006: every mail of a list pays for a connection, a handshake and a login.</summary>
internal sealed class ConnectPerMessage : HabitRule
{
    private static readonly DiagnosticDescriptor Descriptor = new(
        "BREVO5006",
        "A connection is opened for every mail",
        "This connects and logs in once for every mail of the loop: connect before it",
        Category.Delivery,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: false,
        helpLinkUri: Category.PageOf("BREVO5006"));

    public override DiagnosticDescriptor Rule => Descriptor;

    protected override SendHabit Habit => SendHabit.ConnectsPerMessage;
}
