using System;
using System.Collections.Generic;
using BrevoAnalyzers.Model;
using BrevoAnalyzers.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace BrevoAnalyzers.Reading;

/// <summary>Reads how a type sends through Brevo: in which loops, after which failures, and for whom.</summary>
internal static class SendHabits
{
    public static IEnumerable<FoundHabit> Read(MailCode code)
    {
        var sends = SendReader.Sends(code);
        if (sends.Count == 0)
            yield break;

        foreach (var connect in ConnectedPerMessage(code))
            yield return new FoundHabit(SendHabit.ConnectsPerMessage, connect);
        foreach (var request in HttpClientReader.Read(code))
        {
            if (IsPerRecipient(request))
                yield return new FoundHabit(SendHabit.CallsPerRecipient, request.Start);
        }

        foreach (var request in BrevoSdkReader.Read(code))
        {
            if (IsPerRecipient(request))
                yield return new FoundHabit(SendHabit.CallsPerRecipient, request.Start);
        }

        foreach (var send in sends.Keys)
        {
            if (RetryLoops.Around(send) is { } retry)
                yield return new FoundHabit(SendHabit.RetriesEverything, retry);
            if (PublicEndpoints.Around(code, send) is { } endpoint)
                yield return new FoundHabit(SendHabit.IsOpenToEverybody, endpoint);
        }
    }

    /// <summary>Connects and sends in one round of a loop over what is mailed.</summary>
    private static IEnumerable<Place> ConnectedPerMessage(MailCode code)
    {
        foreach (var session in MailKitReader.Read(code))
        {
            if (!session.IsBrevo || session.Start.Node is not { } connect || ListLoop(connect) is not { } loop)
                continue;

            foreach (var send in session.Sends)
            {
                if (loop.Statement.Span.Contains(send.Span) && loop.SyntaxTree == send.SyntaxTree)
                {
                    yield return connect;
                    break;
                }
            }
        }
    }

    /// <summary>
    /// The <c>foreach</c> around a node, in the same function, whose variable the round uses. An <c>await foreach</c> may wait long between
    /// two mails, and a loop over delays is one of attempts.
    /// </summary>
    private static ForEachStatementSyntax? ListLoop(SyntaxNode node)
    {
        for (var current = node.Parent; current is not null and not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax or MemberDeclarationSyntax); current = current.Parent)
        {
            if (current is ForEachStatementSyntax loop)
                return loop.AwaitKeyword.RawKind == 0 && IsMailed(loop) ? loop : null;
            if (current is ForStatementSyntax or WhileStatementSyntax or DoStatementSyntax)
                return null;
        }

        return null;
    }

    /// <summary>Whether the variable goes anywhere but into a pause.</summary>
    private static bool IsMailed(ForEachStatementSyntax loop)
    {
        foreach (var node in loop.Statement.DescendantNodes())
        {
            if (node is IdentifierNameSyntax name && name.Identifier.ValueText == loop.Identifier.ValueText
                && name.FirstAncestorOrSelf<InvocationExpressionSyntax>() is var call && (call is null || MailCode.NameOf(call) is not ("Delay" or "Sleep")))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsPerRecipient(ApiRequest request)
    {
        if (!request.IsSent || !request.IsEmail || request.Body is not { Kind: PayloadKind.Object, IsClosed: true } email || request.Start.Node is not { } call || ListLoop(call) is not { } loop)
            return false;

        var ofRound = NamesOfRound(loop);
        if (email.Find("to") is not { } to || !Mentions(to.Value, ofRound, loop))
            return false;

        foreach (var entry in email.Entries)
        {
            if (entry.Name != "to" && Mentions(entry.Value, ofRound, loop))
                return false;
        }

        return true;
    }

    /// <summary>The loop's variable and the locals of its body: what may differ from one recipient to the next.</summary>
    private static HashSet<string> NamesOfRound(ForEachStatementSyntax loop)
    {
        var names = new HashSet<string> { loop.Identifier.ValueText };
        foreach (var node in loop.Statement.DescendantNodes())
        {
            if (node is VariableDeclaratorSyntax variable)
                names.Add(variable.Identifier.ValueText);
            else if (node is SingleVariableDesignationSyntax designation)
                names.Add(designation.Identifier.ValueText);
        }

        return names;
    }

    private static bool Mentions(PayloadValue value, HashSet<string> names, ForEachStatementSyntax loop)
    {
        foreach (var node in NodesOf(value))
        {
            if (node.SyntaxTree != loop.SyntaxTree || !loop.Span.Contains(node.Span))
                continue;

            foreach (var inner in node.DescendantNodesAndSelf())
            {
                if (inner is IdentifierNameSyntax name && names.Contains(name.Identifier.ValueText))
                    return true;
                if (inner is InvocationExpressionSyntax && !IsPure(inner))
                    return true; // what a call returns may differ each time
            }
        }

        foreach (var entry in value.Entries)
        {
            if (Mentions(entry.Value, names, loop))
                return true;
        }

        foreach (var item in value.Items)
        {
            if (Mentions(item, names, loop))
                return true;
        }

        return false;
    }

    private static bool IsPure(SyntaxNode call) => MailCode.NameOf(call) is "nameof" or "Create";

    private static IEnumerable<SyntaxNode> NodesOf(PayloadValue value)
    {
        if (value.Place.Node is { } place)
            yield return place;
        foreach (var possibility in value.Values)
        {
            if (possibility.Place.Node is { } node)
                yield return node;
            foreach (var reference in possibility.Via)
                yield return reference;
        }
    }
}
