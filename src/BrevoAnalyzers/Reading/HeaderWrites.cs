using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using BrevoAnalyzers.Model;
using BrevoAnalyzers.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace BrevoAnalyzers.Reading;

/// <summary>One place where the code gives a header to an HttpClient or to a request message.</summary>
internal sealed class HeaderWrite
{
    public HeaderWrite(IOperation target, bool isOnClient, string name, SessionValue value, IOperation operation)
    {
        Target = target;
        IsOnClient = isOnClient;
        Name = name;
        Value = value;
        Operation = operation;
    }

    /// <summary>The client or message that receives the header.</summary>
    public IOperation Target { get; }

    public bool IsOnClient { get; }

    public string Name { get; }

    public SessionValue Value { get; }

    public string Scheme { get; init; } = "";

    /// <summary>The row of a table that names the header; null where the call names it.</summary>
    public SyntaxNode? Row { get; init; }

    public IOperation Operation { get; }
}

/// <summary>Finds the headers that a type's code gives to clients and request messages.</summary>
internal static class HeaderWrites
{
    public static IEnumerable<HeaderWrite> In(MailCode code, SyntaxNode node)
    {
        switch (node)
        {
            case InvocationExpressionSyntax { ArgumentList.Arguments.Count: 2, Expression: var called } when MayBeHeaders(MailCode.ReceiverOf(called, "Add", "TryAddWithoutValidation")):
                return code.Operation(node) is IInvocationOperation add ? OfAdd(code, add, TargetOf(add.Instance)) : Array.Empty<HeaderWrite>();
            case AssignmentExpressionSyntax { Left: var left } when left.ToString().EndsWith("Authorization", StringComparison.Ordinal):
                return code.Operation(node) is ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property.Name: "Authorization" } property } assignment
                    && TargetOf(property.Instance) is { } target
                        ? OfAuthorization(code, assignment, target)
                        : Array.Empty<HeaderWrite>();
            case BaseObjectCreationExpressionSyntax { Initializer: { } initializer } when SetsHeaders(initializer):
                return code.Operation(node) is IObjectCreationOperation creation && (HttpTypes.IsHttpClient(creation.Type) || HttpTypes.IsHttp(creation.Type, "HttpRequestMessage"))
                    ? OfInitializer(code, creation)
                    : Array.Empty<HeaderWrite>();
            default:
                return Array.Empty<HeaderWrite>();
        }
    }

    /// <summary>By name, whether it is the headers of something, or a variable, which may hold them.</summary>
    private static bool MayBeHeaders(ExpressionSyntax? receiver) =>
        receiver is IdentifierNameSyntax || (receiver is not null && MailCode.NameOf(receiver) is "DefaultRequestHeaders" or "Headers");

    private static bool SetsHeaders(InitializerExpressionSyntax initializer)
    {
        foreach (var member in initializer.Expressions)
        {
            if (member is AssignmentExpressionSyntax { Left: IdentifierNameSyntax { Identifier.ValueText: "DefaultRequestHeaders" or "Headers" } })
                return true;
        }

        return false;
    }

    /// <summary>The client or message of <c>client.DefaultRequestHeaders</c> or <c>request.Headers</c>, also through a local.</summary>
    private static (IOperation Object, bool IsClient)? TargetOf(IOperation? headers)
    {
        headers = Operations.Unwrap(headers);
        if (headers is IConditionalAccessInstanceOperation conditional)
            headers = Operations.Unwrap(Operations.ReceiverOf(conditional));
        if (headers is ILocalReferenceOperation local)
            headers = InitializerOf(local);
        return headers is IPropertyReferenceOperation { Property.Name: "DefaultRequestHeaders" or "Headers", Instance: { } instance } property
            && HttpTypes.IsRequestHeaders(property.Type)
                ? (instance, property.Property.Name == "DefaultRequestHeaders")
                : null;
    }

    private static IOperation? InitializerOf(ILocalReferenceOperation local)
    {
        foreach (var reference in ObjectLife.Declarators(local.Local, local))
            return Operations.Unwrap(reference.GetVariableInitializer()?.Value);

        return null;
    }

    private static IEnumerable<HeaderWrite> OfAdd(MailCode code, IInvocationOperation add, (IOperation Object, bool IsClient)? target)
    {
        if (target is not { } known || add.Arguments.Length != 2)
            yield break;

        foreach (var name in code.Resolver.Resolve(add.Arguments[0].Value).Known)
        {
            if (name.Text is not { } text)
                continue;

            var (scheme, value) = ValueOf(code, text, add.Arguments[1].Value, name.Guards);
            yield return new HeaderWrite(known.Object, known.IsClient, text, value, add) { Scheme = scheme, Row = RowOf(name, add) };
        }
    }

    /// <summary>The pair of a table, <c>{ "api-key", key }</c> or <c>["api-key"] = key</c>, that names a header which a loop adds.</summary>
    private static SyntaxNode? RowOf(Possibility name, IInvocationOperation add) => name.Place.Node switch
    {
        { } node when node.SyntaxTree != add.Syntax.SyntaxTree || add.Syntax.Span.Contains(node.Span) => null,
        { Parent: InitializerExpressionSyntax { RawKind: (int)SyntaxKind.ComplexElementInitializerExpression } pair } => pair,
        { Parent.Parent.Parent: ImplicitElementAccessSyntax { Parent: AssignmentExpressionSyntax row } } => row,
        _ => null,
    };

    /// <summary>A header's value where it has this name, for <c>Authorization</c> without the scheme before it.</summary>
    public static (string Scheme, SessionValue Value) ValueOf(MailCode code, string header, IOperation value, Guards named)
    {
        var values = code.Resolver.Resolve(value).In(named);
        var (scheme, bare) = header.Equals("Authorization", StringComparison.OrdinalIgnoreCase) ? Authorization(code, values) : ("", values);
        return (scheme, new SessionValue(bare, value.Syntax));
    }

    private static IEnumerable<HeaderWrite> OfAuthorization(MailCode code, ISimpleAssignmentOperation assignment, (IOperation Object, bool IsClient)? target)
    {
        var header = assignment.Value;
        var parameter = code.Resolver.Resolve(header, "Parameter");
        var scheme = code.Resolver.Resolve(header, "Scheme");
        if (parameter.IsUnset || parameter.Count == 0)
        {
            yield return new HeaderWrite(target!.Value.Object, target.Value.IsClient, "Authorization", new SessionValue(scheme, header.Syntax), assignment);
            yield break;
        }

        foreach (var known in scheme.Known)
        {
            if (known.Text is { } text)
                yield return new HeaderWrite(target!.Value.Object, target.Value.IsClient, "Authorization", new SessionValue(parameter, header.Syntax), assignment) { Scheme = text.Trim() };
        }
    }

    /// <summary><c>new HttpRequestMessage { Headers = { { "api-key", key } } }</c>.</summary>
    private static IEnumerable<HeaderWrite> OfInitializer(MailCode code, IObjectCreationOperation creation)
    {
        foreach (var member in creation.Initializer!.Initializers)
        {
            if (member is not IMemberInitializerOperation { InitializedMember: IPropertyReferenceOperation { Property: { Name: "Headers" or "DefaultRequestHeaders" } property } } headers)
                continue;

            var target = ((IOperation)creation, property.Name == "DefaultRequestHeaders");
            foreach (var element in headers.Initializer.Initializers)
            {
                var writes = element switch
                {
                    IInvocationOperation add => OfAdd(code, add, target),
                    ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property.Name: "Authorization" } } assignment => OfAuthorization(code, assignment, target),
                    _ => Array.Empty<HeaderWrite>(),
                };
                foreach (var write in writes)
                    yield return write;
            }
        }
    }

    /// <summary><c>$"Bearer {key}"</c>: the scheme, and what follows it.</summary>
    private static (string Scheme, ValueSet Value) Authorization(MailCode code, ValueSet values)
    {
        foreach (var possibility in values)
        {
            // Before the text: of a key that is empty by default there is one, and it says nothing of the key.
            if (possibility.Place.Node is { } node && JsonText.Of(code, code.Resolver.Bodies.Operation(node)) is { HasHoles: true } parts)
            {
                var space = parts.Text.IndexOf(' ');
                if (space > 0 && space + 2 == parts.Text.Length && parts.HoleAt(space + 1) is { } hole)
                    return (parts.Text.Substring(0, space), code.Resolver.Resolve(hole));
            }

            if (possibility.Text is { } text)
            {
                var space = text.IndexOf(' ');
                return space > 0 ? (text.Substring(0, space), new ValueSet(ImmutableArray.Create(possibility.WithValue(text.Substring(space + 1))))) : ("", values);
            }
        }

        return ("", values);
    }
}
