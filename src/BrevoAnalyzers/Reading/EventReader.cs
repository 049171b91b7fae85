using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using BrevoAnalyzers.Model;
using BrevoAnalyzers.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace BrevoAnalyzers.Reading;

/// <summary>
/// Reads with what words a type's code speaks of Brevo's events: what it compares the event of a webhook or the reason of a blocked
/// contact with, and what it asks the SDK's statistics for. Where the names around do not say that Brevo is meant, and which of its
/// vocabularies, there is nothing to read.
/// </summary>
internal static class EventReader
{
    public static IEnumerable<EventWords> Read(MailCode code)
    {
        var payload = ImmutableArray.CreateBuilder<EventWord>();
        var blockList = ImmutableArray.CreateBuilder<EventWord>();
        var comparisons = new List<EventComparison>(EventComparisons.In(code));
        foreach (var comparison in comparisons)
        {
            if (!IsBrevo(code, comparison))
                continue;
            if (IsPayload(code, comparison, comparisons))
                payload.AddRange(comparison.Subject.IsJsonMember ? comparison.Words : NotOfLog(comparison.Words));
            else if (IsBlockReason(comparison.Subject))
                blockList.AddRange(comparison.Words);
        }

        yield return new EventWords(EventVocabulary.Payload, payload.ToImmutable());
        yield return new EventWords(EventVocabulary.BlockList, blockList.ToImmutable());
        foreach (var asked in OfStatistics(code))
            yield return asked;
    }

    /// <summary>Who is meant, by the nearest name that says it: of the value's type, the branch, the method, the route, the type, the namespace.</summary>
    private static bool IsBrevo(MailCode code, EventComparison comparison)
    {
        foreach (var name in comparison.Subject.Names())
        {
            if (Providers.IsBrevo(name) is { } known)
                return known;
        }

        foreach (var name in NamesAround(comparison.Node))
        {
            if (Providers.IsBrevo(name) is { } known)
                return known;
        }

        return IsBrevo(code.Type.ContainingNamespace);
    }

    /// <summary>Whether the innermost namespace that names a provider names Brevo.</summary>
    public static bool IsBrevo(INamespaceSymbol? space)
    {
        for (; space is { IsGlobalNamespace: false }; space = space.ContainingNamespace)
        {
            if (Providers.IsBrevo(space.Name) is { } known)
                return known;
        }

        return false;
    }

    private static IEnumerable<string> NamesAround(SyntaxNode node)
    {
        for (var current = node.Parent; current is not null; current = current.Parent)
        {
            switch (current)
            {
                case SwitchSectionSyntax section when !section.Labels.Span.Contains(node.Span):
                    yield return section.Labels.ToString();
                    break;
                case SwitchExpressionArmSyntax arm when arm.Expression.Span.Contains(node.Span):
                    yield return arm.Pattern.ToString();
                    break;
                case IfStatementSyntax { Condition: BinaryExpressionSyntax { OperatorToken.ValueText: "==" } condition } check when check.Statement.Span.Contains(node.Span):
                    yield return condition.ToString();
                    break;
                case InvocationExpressionSyntax { ArgumentList.Arguments: { Count: > 1 } arguments } when arguments[0].Expression is LiteralExpressionSyntax route && MailCode.NameOf(current).StartsWith("Map", StringComparison.Ordinal):
                    yield return route.Token.ValueText;
                    break;
                case MethodDeclarationSyntax method:
                    yield return method.Identifier.ValueText;
                    yield return method.AttributeLists.ToString();
                    break;
                case LocalFunctionStatementSyntax function:
                    yield return function.Identifier.ValueText;
                    break;
                case BaseTypeDeclarationSyntax type:
                    yield return type.Identifier.ValueText;
                    yield return type.AttributeLists.ToString();
                    break;
            }
        }
    }

    private static bool IsPayload(MailCode code, EventComparison comparison, List<EventComparison> all)
    {
        var subject = comparison.Subject;
        var isMember = subject.IsJsonMember && subject.Is("event");
        if (!isMember && !(!subject.IsJsonMember && subject.IsCalledEvent()) && !(subject.IsJsonMember && IsPlainProperty(subject)))
            return false;
        if (SpeaksOf(code, comparison, IsReportWord) && !(subject.Owner is { } owner && HasSign(owner.Name, IsHookWord)))
            return false;

        return HasPayloadWord(comparison, all) || (isMember && (SpeaksOf(code, comparison, IsHookWord) || HasPayloadMembers(subject.Owner)));
    }

    /// <summary>A property such as EventName without a name for JSON: a model of the application's own, whose words may be its own.</summary>
    private static bool IsPlainProperty(EventSubject subject) => subject.Owner is not null && subject.IsCalledEvent() && char.IsUpper(subject.Name[0]);

    /// <summary>Whether one of the words, here or where the same member is compared again, is a payload's and nobody else's.</summary>
    private static bool HasPayloadWord(EventComparison comparison, List<EventComparison> all)
    {
        foreach (var other in all)
        {
            if (other.Subject.Name != comparison.Subject.Name || !SymbolEqualityComparer.Default.Equals(other.Subject.Owner, comparison.Subject.Owner))
                continue;

            foreach (var word in other.Words)
            {
                if (BrevoFacts.IsPayloadOnly(word.Text))
                    return true;
            }
        }

        return false;
    }

    private static bool HasPayloadMembers(ITypeSymbol? owner)
    {
        if (owner is null)
            return false;

        foreach (var member in owner.GetMembers())
        {
            if (member is IPropertySymbol && EventSubject.NameInJson(member) is "message-id" or "ts_event" or "ts_epoch" or "sending_ip" or "X-Mailin-custom")
                return true;
        }

        return false;
    }

    private static bool SpeaksOf(MailCode code, EventComparison comparison, Func<string, bool> isSign)
    {
        if (HasSign(code.Type.Name, isSign) || (comparison.Subject.Owner is { } owner && HasSign(owner.Name, isSign)))
            return true;

        foreach (var name in NamesAround(comparison.Node))
        {
            if (HasSign(name, isSign))
                return true;
        }

        return false;
    }

    public static bool HasSign(string name, Func<string, bool> isSign)
    {
        foreach (var word in NameWords.Split(name))
        {
            if (isSign(word.ToLowerInvariant()))
                return true;
        }

        return false;
    }

    private static bool IsHookWord(string word) => word is "webhook" or "webhooks" or "hook" or "hooks" or "callback" or "callbacks" or "payload" or "notification" or "notifications";

    /// <summary>Reports and logs of the API have an "event" too, in words of their own.</summary>
    public static bool IsReportWord(string word) => word is "statistic" or "statistics" or "stats" or "report" or "reports" or "history" or "aggregated";

    private static bool IsBlockReason(EventSubject subject) =>
        subject.IsJsonMember && subject.Is("code") && subject.Owner is { } owner && owner.Name.IndexOf("Reason", StringComparison.OrdinalIgnoreCase) >= 0;

    /// <summary>A variable may hold the name of an event in the log of a mail as well.</summary>
    private static IEnumerable<EventWord> NotOfLog(IEnumerable<EventWord> words)
    {
        foreach (var word in words)
        {
            if (BrevoFacts.IsEventWord(EventVocabulary.Payload, word.Text) || !BrevoFacts.IsEventWord(EventVocabulary.EmailLog, word.Text))
                yield return word;
        }
    }

    private static IEnumerable<EventWords> OfStatistics(MailCode code)
    {
        foreach (var node in code.Expressions)
        {
            if (node is not InvocationExpressionSyntax || !MailCode.NameOf(node).StartsWith("GetEmailEventReport", StringComparison.Ordinal)
                || code.Operation(node) is not IInvocationOperation call || !HttpTypes.IsSdk(call.TargetMethod.ContainingType, "Api")
                || Operations.Given(call.Arguments, "_event") is not { } asked)
            {
                continue;
            }

            var words = ImmutableArray.CreateBuilder<EventWord>();
            foreach (var known in code.Resolver.Resolve(asked.Value).Known)
                words.Add(new EventWord(known, asked.Value.Syntax));
            yield return new EventWords(EventVocabulary.Statistics, words.ToImmutable());
        }
    }
}
