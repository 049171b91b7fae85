using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using BrevoAnalyzers.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace BrevoAnalyzers.Reading;

/// <summary>
/// The base addresses that start-up code gives to clients from IHttpClientFactory: <c>AddHttpClient&lt;Mailer&gt;(client => …)</c> for
/// the client that the type's constructor takes, <c>AddHttpClient("brevo", …)</c> for what <c>CreateClient("brevo")</c> returns.
/// </summary>
internal sealed class ClientRegistrations
{
    private const string Register = "AddHttpClient";

    /// <summary>The registrations that a file writes down: looked for once, however many types ask and however often the project is compiled anew.</summary>
    private static readonly ConditionalWeakTable<SyntaxTree, List<InvocationExpressionSyntax>> s_registrations = new();

    private readonly MailCode _code;

    public ClientRegistrations(MailCode code) => _code = code;

    /// <summary>What the client's registrations say of its base address; empty where none is seen.</summary>
    public ValueSet BaseOf(IOperation client)
    {
        var name = NameOf(client);
        if (name is null && !IsTaken(client))
            return ValueSet.Empty;

        var found = ImmutableArray.CreateBuilder<Possibility>();
        foreach (var registration in Registrations())
        {
            if (name is null ? IsFor(registration, _code.Type.Name) : IsCalled(registration, name))
                AddBases(registration, found);
        }

        return new ValueSet(found.ToImmutable());
    }

    /// <summary>The name that <c>CreateClient</c> was given.</summary>
    private string? NameOf(IOperation client)
    {
        foreach (var value in _code.Resolver.Resolve(client))
        {
            if (value.Place.Node is not { } node || _code.Resolver.Bodies.Operation(node) is not IInvocationOperation { TargetMethod.Name: "CreateClient" } call || call.Argument("name") is not { } name)
                continue;

            foreach (var known in _code.Resolver.Resolve(name).Known)
            {
                if (known.Text is { Length: > 0 } text)
                    return text;
            }
        }

        return null;
    }

    /// <summary>Whether the client comes in by the type's constructor.</summary>
    private bool IsTaken(IOperation client)
    {
        foreach (var value in _code.Resolver.Resolve(client))
        {
            if (value is { Kind: PossibilityKind.Named, Source: SourceKind.Parameter or SourceKind.Member })
                return true;
        }

        return false;
    }

    private IEnumerable<InvocationExpressionSyntax> Registrations()
    {
        foreach (var tree in _code.Compilation.SyntaxTrees)
        {
            _code.Cancellation.ThrowIfCancellationRequested();
            foreach (var registration in s_registrations.GetValue(tree, Find))
                yield return registration;
        }
    }

    private static List<InvocationExpressionSyntax> Find(SyntaxTree tree)
    {
        var found = new List<InvocationExpressionSyntax>();
        if (tree.GetText().ToString().IndexOf(Register, StringComparison.Ordinal) < 0)
            return found;

        foreach (var node in tree.GetRoot().DescendantNodes())
        {
            if (node is InvocationExpressionSyntax call && MailCode.NameOf(call) == Register)
                found.Add(call);
        }

        return found;
    }

    /// <summary><c>AddHttpClient&lt;IMailer, Mailer&gt;(…)</c>: the last type is the one that takes the client.</summary>
    private static bool IsFor(InvocationExpressionSyntax registration, string type) =>
        registration.Expression is MemberAccessExpressionSyntax { Name: GenericNameSyntax { TypeArgumentList.Arguments: { Count: > 0 } types } } && MailCode.NameOf(types[types.Count - 1]) == type;

    private bool IsCalled(InvocationExpressionSyntax registration, string name)
    {
        if (registration.Expression is MemberAccessExpressionSyntax { Name: GenericNameSyntax } || registration.ArgumentList.Arguments.Count == 0)
            return false;

        foreach (var known in _code.Resolver.Resolve(_code.Resolver.Bodies.Operation(registration.ArgumentList.Arguments[0].Expression)).Known)
        {
            if (known.Text == name)
                return true;
        }

        return false;
    }

    /// <summary>The registration that a client's set-up belongs to, with all calls that follow it; null where it belongs to none.</summary>
    public static SyntaxNode? ChainAround(SyntaxNode setUp)
    {
        for (var node = setUp.Parent; node is not null and not MemberDeclarationSyntax; node = node.Parent)
        {
            if (node is InvocationExpressionSyntax call && Chain(call) is var chain && HasRegistration(chain))
                return chain;
        }

        return null;
    }

    private static bool HasRegistration(SyntaxNode chain)
    {
        for (var node = chain; node is InvocationExpressionSyntax { Expression: var called }; node = (called as MemberAccessExpressionSyntax)?.Expression)
        {
            if (MailCode.NameOf(node) == Register)
                return true;
        }

        return false;
    }

    private static SyntaxNode Chain(SyntaxNode call)
    {
        while (call.Parent is MemberAccessExpressionSyntax or InvocationExpressionSyntax)
            call = call.Parent;

        return call;
    }

    /// <summary>The assignments in the registration's own lambda and in the <c>ConfigureHttpClient</c> that follows it.</summary>
    private void AddBases(InvocationExpressionSyntax registration, ImmutableArray<Possibility>.Builder found)
    {
        foreach (var node in Chain(registration).DescendantNodes())
        {
            if (node is AssignmentExpressionSyntax { Left: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "BaseAddress" } } assignment
                && _code.Resolver.Bodies.Operation(assignment.Right) is { } value)
            {
                found.AddRange(_code.Resolver.Resolve(value));
            }
        }
    }
}
