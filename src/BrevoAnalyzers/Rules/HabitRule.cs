using System.Collections.Immutable;
using BrevoAnalyzers.Model;
using Microsoft.CodeAnalysis;

namespace BrevoAnalyzers.Rules;

/// <summary>A rule that is an opinion on how mail is sent; all of them are off by default.</summary>
internal abstract class HabitRule
{
    public static readonly ImmutableArray<HabitRule> All = ImmutableArray.Create<HabitRule>(
        new ConnectPerMessage(),
        new SendPerRecipient(),
        new PermanentFailureRetried(),
        new PublicFormSendsMail());

    public abstract DiagnosticDescriptor Rule { get; }

    protected abstract SendHabit Habit { get; }

    public void Check(FoundHabit found, Report report)
    {
        if (found.Habit == Habit)
            report.At(Rule, found.Place, null);
    }
}
