using System.Collections.Generic;
using System.Collections.Immutable;
using BrevoAnalyzers.Model;
using BrevoAnalyzers.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace BrevoAnalyzers.Reading;

/// <summary>
/// Senders of messages that are not seen to be sent: one public method builds the message, another is handed one and sends it.
/// </summary>
internal static class LooseSenders
{
    /// <summary>The senders in the code that no Brevo session has, beside what those sessions' logins and passwords are.</summary>
    public static IEnumerable<Sender> Read(MailCode code, IReadOnlyList<SmtpSession> sessions)
    {
        var beside = ImmutableArray.CreateBuilder<SessionValue>();
        foreach (var session in sessions)
        {
            if (session.IsBrevo)
            {
                beside.Add(session.Login);
                beside.Add(session.Password);
            }
        }

        var others = beside.ToArray();
        foreach (var sender in SenderReader.All(code))
        {
            if (!IsIn(sender, sessions, ofBrevo: true))
                yield return sender.In(Guards.None, others);
        }
    }

    /// <summary>Whether a session that is not Brevo's has the sender.</summary>
    public static bool IsOfAnother(Sender sender, IReadOnlyList<SmtpSession> sessions) => IsIn(sender, sessions, ofBrevo: false);

    /// <summary>
    /// Whether a message that this code builds goes to Brevo if it is sent at all: no session is with another provider, a local mail
    /// catcher aside, and nobody else is handed messages.
    /// </summary>
    public static bool GoToBrevo(MailCode code, IReadOnlyList<SmtpSession> sessions, INamedTypeSymbol sender)
    {
        var found = false;
        foreach (var session in sessions)
        {
            if (!session.IsBrevo && session.Host.Text is { } host && BrevoHosts.Classify(host) != HostKind.Loopback)
                return false;
            found |= session.IsBrevo;
        }

        return found && !HandsMessagesOn(code, sender);
    }

    private static bool IsIn(Sender sender, IReadOnlyList<SmtpSession> sessions, bool ofBrevo)
    {
        foreach (var session in sessions)
        {
            if (session.IsBrevo != ofBrevo)
                continue;

            foreach (var known in session.Senders)
            {
                foreach (var address in sender.Address.Values)
                {
                    if (Leads(address, known.Address.Values))
                        return true;
                }
            }
        }

        return false;
    }

    /// <summary>Whether one of the values is written at the same place and came the same way, and then perhaps further.</summary>
    private static bool Leads(Possibility address, ValueSet values)
    {
        foreach (var value in values)
        {
            if (!value.Place.Equals(address.Place))
                continue;

            var isOnTheWay = true;
            foreach (var reference in address.Via)
                isOnTheWay &= value.Via.Contains(reference);
            if (isOnTheWay)
                return true;
        }

        return false;
    }

    /// <summary>.NET's own queues, lists and channels keep a message for whoever asks; its one mailer is the SmtpClient.</summary>
    private static bool OnlyKeeps(INamedTypeSymbol owner) => MailTypes.RootNamespace(owner) == "System";

    private static bool HandsMessagesOn(MailCode code, INamedTypeSymbol sender)
    {
        foreach (var node in code.Expressions)
        {
            if (node is not InvocationExpressionSyntax { ArgumentList.Arguments.Count: > 0 } || code.Operation(node) is not IInvocationOperation call)
                continue;

            var owner = call.TargetMethod.ContainingType;
            if (owner is null || SymbolEqualityComparer.Default.Equals(owner.OriginalDefinition, code.Type.OriginalDefinition)
                || SymbolEqualityComparer.Default.Equals(owner.OriginalDefinition, sender.OriginalDefinition) || MailTypes.IsMailKitClient(owner) || OnlyKeeps(owner))
                continue;

            foreach (var argument in call.Arguments)
            {
                var type = Operations.Unwrap(argument.Value)?.Type;
                if (MailTypes.IsMimeKit(type, "MimeMessage") || MailTypes.IsSystemNetMail(type, "MailMessage"))
                    return true;
            }
        }

        return false;
    }
}
