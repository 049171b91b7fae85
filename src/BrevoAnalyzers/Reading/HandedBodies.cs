using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using BrevoAnalyzers.Model;
using BrevoAnalyzers.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace BrevoAnalyzers.Reading;

/// <summary>
/// Reads the mails that a type hands to another type of the project, its base class or a wrapper of the API, which posts what it is handed.
/// </summary>
internal sealed class HandedBodies
{
    /// <summary>From the body that is posted back to the parameter: through serialisers and locals.</summary>
    private const int MaxSteps = 6;

    private readonly MailCode _code;
    private readonly Dictionary<INamedTypeSymbol, List<IParameterSymbol>> _posted = new(SymbolEqualityComparer.Default);

    private HandedBodies(MailCode code) => _code = code;

    public static IReadOnlyList<ApiRequest> Read(MailCode code) =>
        code.NamesApi ? code.Once<HandedBodies, ApiRequest>(() => new HandedBodies(code).ReadAll()) : [];

    private IEnumerable<ApiRequest> ReadAll()
    {
        foreach (var node in _code.Expressions)
        {
            if (node is not InvocationExpressionSyntax { ArgumentList.Arguments: { Count: > 0 } arguments } || !MayPost(MailCode.NameOf(node)) || !arguments.Any(MayBeMail))
                continue;
            if (_code.Operation(node) is not IInvocationOperation { TargetMethod: { DeclaringSyntaxReferences.Length: > 0, IsAbstract: false, MethodKind: MethodKind.Ordinary } method } call)
                continue;
            if (SymbolEqualityComparer.Default.Equals(method.ContainingType.OriginalDefinition, _code.Type.OriginalDefinition))
                continue;

            foreach (var argument in call.Arguments)
            {
                if (argument.Parameter is { Type: { IsReferenceType: true, SpecialType: SpecialType.None or SpecialType.System_Object } } parameter && Posted(method.ContainingType.OriginalDefinition).Exists(posted => SymbolEqualityComparer.Default.Equals(posted, parameter.OriginalDefinition)))
                    yield return Request(call, argument.Value);
            }
        }
    }

    private static bool MayPost(string name) =>
        name.IndexOf("Send", StringComparison.Ordinal) >= 0 || name.IndexOf("Post", StringComparison.Ordinal) >= 0 || name.IndexOf("Mail", StringComparison.Ordinal) >= 0;

    private static bool MayBeMail(ArgumentSyntax argument) =>
        argument.Expression is AnonymousObjectCreationExpressionSyntax or BaseObjectCreationExpressionSyntax or IdentifierNameSyntax or InvocationExpressionSyntax;

    /// <summary>The parameters of a type's methods that it posts to Brevo as mails.</summary>
    private List<IParameterSymbol> Posted(INamedTypeSymbol type)
    {
        if (_posted.TryGetValue(type, out var posted))
            return posted;

        _posted.Add(type, posted = new List<IParameterSymbol>());
        var owner = _code.Of(type);
        foreach (var requests in new[] { HttpClientReader.Read(owner), RestSharpReader.Read(owner) })
        {
            foreach (var request in requests)
            {
                if (request is { IsSent: true, IsEmail: true, BodyPlace.Node: { } body } && ParameterBehind(body) is { } parameter)
                    posted.Add(parameter.OriginalDefinition);
            }
        }

        return posted;
    }

    private IParameterSymbol? ParameterBehind(SyntaxNode body)
    {
        var operation = _code.Resolver.Bodies.Operation(body);
        for (var i = 0; i < MaxSteps; i++)
        {
            switch (Operations.Unwrap(operation))
            {
                case IParameterReferenceOperation { Parameter: var parameter }:
                    return parameter;
                case ILocalReferenceOperation local when !ObjectLife.IsWritten(local):
                    operation = _code.Resolver.Bodies.Initializer(local.Local);
                    break;
                case IInvocationOperation { TargetMethod.Name: "Serialize" or "SerializeObject" or "SerializeToUtf8Bytes", Arguments: { Length: > 0 } arguments }:
                    operation = arguments[0].Value;
                    break;
                default:
                    return null;
            }
        }

        return null;
    }

    private ApiRequest Request(IInvocationOperation call, IOperation mail)
    {
        // How the other type names members when it writes them is not asked: in camel case no name is wrong by its case alone.
        var body = new PayloadReader(_code, JsonNaming.CamelCase).Read(mail);
        return new ApiRequest
        {
            Library = ApiLibrary.HttpClient,
            Start = call.Syntax,
            IsBrevo = true,
            IsEmail = true,
            Form = BodyForm.Json,
            BodyPlace = mail.Syntax,
            Body = body,
            Senders = ApiSenders.Of(body, ImmutableArray<SessionValue>.Empty),
            Recipients = ApiSenders.Recipients(body),
            Schedules = ScheduledTimes.Of(_code, body),
            EncodedTwice = AttachmentContents.EncodedTwice(_code, body),
            IsConditional = !_code.Resolver.GuardsAt(call).IsEmpty,
            Context = _code.Context,
        };
    }
}
