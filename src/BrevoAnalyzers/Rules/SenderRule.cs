using System.Collections.Immutable;
using BrevoAnalyzers.Model;
using Microsoft.CodeAnalysis;

namespace BrevoAnalyzers.Rules;

/// <summary>A rule on who a message to Brevo says it is from, by SMTP or by the API.</summary>
internal abstract class SenderRule
{
    public static readonly ImmutableArray<SenderRule> All = ImmutableArray.Create<SenderRule>(
        new FreemailSender(),
        new UnverifiedSender(),
        new InvalidSenderAddress(),
        new NameAndAddressSwapped(),
        new VisitorAsSender());

    public abstract DiagnosticDescriptor Rule { get; }

    public abstract void Check(Sender sender, SessionContext context, Report report);

    /// <summary>What a fix needs that reads the sender from where the other settings come from.</summary>
    protected static FixData ReadSender(Sender sender) => SettingNaming.For(SettingRole.Sender, sender.Siblings);
}
