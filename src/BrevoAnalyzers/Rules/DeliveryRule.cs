using System.Collections.Immutable;
using BrevoAnalyzers.Model;
using Microsoft.CodeAnalysis;

namespace BrevoAnalyzers.Rules;

/// <summary>A rule on calls that send mail through Brevo, whatever library sends.</summary>
internal abstract class DeliveryRule
{
    public static readonly ImmutableArray<DeliveryRule> All = ImmutableArray.Create<DeliveryRule>(
        new FailureSwallowed(),
        new SendNotAwaited(),
        new SendResponseIgnored());

    public abstract DiagnosticDescriptor Rule { get; }

    public abstract void Check(MailSend send, Report report);
}
