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
/// The base addresses that start-up code gives to clients which others use: <c>AddHttpClient&lt;T&gt;(…)</c> for the client that a
/// constructor of <c>T</c> receives, <c>AddHttpClient("name", …)</c> for <c>CreateClient("name")</c>.
/// </summary>
internal static class RegisteredClients
{
    private const string Registration = "AddHttpClient";

    /// <summary>The registrations that a file writes down: looked for once, however often the project is compiled anew.</summary>
    private static readonly ConditionalWeakTable<SyntaxTree, List<InvocationExpressionSyntax>> s_registrations = new();

    public static ValueSet BasesOf(MailCode code, IOperation client)
    {
        ITypeSymbol? type = null;
        string? name = null;
        foreach (var value in code.Resolver.Resolve(client))
        {
            if (value.Kind != PossibilityKind.Named || value.Place.Node is not { } node)
                return ValueSet.Empty;

            switch (Operations.Unwrap(code.Resolver.Bodies.Operation(node)))
            {
                case IParameterReferenceOperation { Parameter.ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.Constructor, ContainingType: { } owner } } when type is null && name is null:
                    type = owner;
                    break;
                case IInvocationOperation { TargetMethod.Name: "CreateClient" } call when type is null && name is null && NameOf(code, call) is { } given:
                    name = given;
                    break;
                default:
                    return ValueSet.Empty;
            }
        }

        var bases = ImmutableArray.CreateBuilder<Possibility>();
        if (type is null && name is null)
            return ValueSet.Empty;

        foreach (var registration in Registrations(code))
        {
            if (code.Resolver.Bodies.Operation(registration) is not IInvocationOperation { TargetMethod.Name: Registration } call || !IsFor(code, call, type, name))
                continue;

            foreach (var function in Configurations(code, call))
            {
                foreach (var value in BaseAddresses(function))
                {
                    foreach (var possibility in code.Resolver.Resolve(value))
                        bases.Add(possibility);
                }
            }
        }

        return new ValueSet(bases.ToImmutable());
    }

    private static IEnumerable<InvocationExpressionSyntax> Registrations(MailCode code)
    {
        foreach (var tree in code.Compilation.SyntaxTrees)
        {
            code.Cancellation.ThrowIfCancellationRequested();
            foreach (var registration in s_registrations.GetValue(tree, Find))
                yield return registration;
        }
    }

    private static List<InvocationExpressionSyntax> Find(SyntaxTree tree)
    {
        var found = new List<InvocationExpressionSyntax>();
        if (tree.GetText().ToString().IndexOf(Registration, StringComparison.Ordinal) < 0)
            return found;

        foreach (var node in tree.GetRoot().DescendantNodes())
        {
            if (node is InvocationExpressionSyntax call && MailCode.NameOf(call) == Registration)
                found.Add(call);
        }

        return found;
    }

    private static string? NameOf(MailCode code, IInvocationOperation call)
    {
        if (call.Argument("name") is not { } name)
            return null;

        var values = code.Resolver.Resolve(name);
        return values.Count == 1 ? values[0].Text : null;
    }

    private static bool IsFor(MailCode code, IInvocationOperation registration, ITypeSymbol? type, string? name)
    {
        var types = registration.TargetMethod.TypeArguments;
        if (type is not null)
            return types.Length > 0 && SymbolEqualityComparer.Default.Equals(types[types.Length - 1], type);

        // A typed client bears the name of its type, unless it is given one.
        return (NameOf(code, registration) ?? (types.Length > 0 ? types[0].Name : null)) == name;
    }

    /// <summary>The functions that set the client up, those of <c>ConfigureHttpClient</c> behind the registration too.</summary>
    private static IEnumerable<IOperation> Configurations(MailCode code, IInvocationOperation registration)
    {
        for (IInvocationOperation? call = registration; call is not null; call = call.Parent?.Parent as IInvocationOperation)
        {
            if (call.TargetMethod.Name is not (Registration or "ConfigureHttpClient"))
                continue;

            foreach (var argument in call.Arguments)
            {
                if (Operations.Unwrap(argument.Value) is IDelegateCreationOperation { Target: { } target })
                {
                    if (target is IAnonymousFunctionOperation lambda)
                        yield return lambda.Body;
                    else if (target is IMethodReferenceOperation { Method: { } method } && code.Resolver.Bodies.Body(method) is { } body)
                        yield return body;
                }
            }
        }
    }

    private static IEnumerable<IOperation> BaseAddresses(IOperation function)
    {
        foreach (var operation in Operations.Below(function, intoFunctions: false))
        {
            if (operation is ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property.Name: "BaseAddress", Instance: { } instance } } assignment
                && Operations.Unwrap(instance) is IParameterReferenceOperation)
            {
                yield return assignment.Value;
            }
        }
    }
}
