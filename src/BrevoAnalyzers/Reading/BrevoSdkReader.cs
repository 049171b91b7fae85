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
/// Reads <c>brevo_csharp</c> and <c>sib_api_v3_sdk</c>: the sends with their messages, the keys and base paths of configurations, and
/// the models wherever they are made.
/// </summary>
internal sealed class BrevoSdkReader
{
    private const string KeysMember = "ApiKey";
    private const string PrefixMember = "ApiKeyPrefix";

    private readonly MailCode _code;

    /// <summary>The messages that are made, sent here or elsewhere.</summary>
    private readonly List<IObjectCreationOperation> _messages = new();

    private BrevoSdkReader(MailCode code) => _code = code;

    public static IReadOnlyList<ApiRequest> Read(MailCode code) =>
        code.NamesApi && HttpTypes.HasSdk(code.Compilation) ? code.Once<BrevoSdkReader, ApiRequest>(() => ReadAll(code)) : [];

    private static IEnumerable<ApiRequest> ReadAll(MailCode code)
    {
        var reader = new BrevoSdkReader(code);
        var sent = new HashSet<SyntaxNode>();
        foreach (var node in code.Expressions)
        {
            foreach (var request in reader.At(node))
            {
                foreach (var message in request.Body?.Alternatives() ?? Array.Empty<PayloadValue>())
                {
                    if (message.Expression is { } made)
                        sent.Add(made.Syntax);
                }

                yield return request;
            }
        }

        foreach (var message in reader._messages)
        {
            if (!sent.Contains(message.Syntax))
                yield return reader.OfMessage(message, new PayloadReader(code, JsonNaming.CamelCase).ReadUnfinished(message), message.Syntax, isSent: false);
        }
    }

    private IEnumerable<ApiRequest> At(SyntaxNode node)
    {
        switch (node)
        {
            case InvocationExpressionSyntax when MayCount(MailCode.NameOf(node)):
                return _code.Operation(node) is IInvocationOperation call ? OfCall(call) : Array.Empty<ApiRequest>();
            case BaseObjectCreationExpressionSyntax:
                return _code.Operation(node) is IObjectCreationOperation creation ? OfCreation(creation) : Array.Empty<ApiRequest>();
            case AssignmentExpressionSyntax { Left: var left } when MayCount(left):
                return _code.Operation(node) is ISimpleAssignmentOperation assignment ? OfAssignment(assignment) : Array.Empty<ApiRequest>();
            default:
                return Array.Empty<ApiRequest>();
        }
    }

    private static bool MayCount(string method) =>
        method is "Add" or "TryAdd" or "AddApiKey" or "AddApiKeyPrefix" || method.StartsWith("SendTransacEmail", StringComparison.Ordinal);

    private static bool MayCount(ExpressionSyntax target) => target switch
    {
        ElementAccessExpressionSyntax => true,
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: "BasePath" or "ApiKey" or "Email" or "ScheduledAt" } => true,
        IdentifierNameSyntax { Identifier.ValueText: "BasePath" or "ApiKey" } => true,
        _ => false,
    };

    private IEnumerable<ApiRequest> OfCall(IInvocationOperation call)
    {
        var method = call.TargetMethod;
        if (method.Name is "AddApiKey" or "AddApiKeyPrefix")
        {
            if (HttpTypes.IsSdk(method.ContainingType, "Client") && call.Arguments.Length == 2)
                yield return KeyWrite(call, method.Name == "AddApiKey" ? KeysMember : PrefixMember, call.Arguments[0].Value, call.Arguments[1].Value, addsAgain: false);
        }
        else if (method.Name is "Add" or "TryAdd")
        {
            if (call.Arguments.Length == 2 && KeysOf(call.Instance) is { Property.Name: KeysMember or PrefixMember } keys && HttpTypes.IsSdk(keys.Property.ContainingType, "Client"))
                yield return KeyWrite(call, keys.Property.Name, call.Arguments[0].Value, call.Arguments[1].Value, method.Name == "Add" && keys.Property.Name == KeysMember && MayRunAgain(call, keys));
        }
        else if (HttpTypes.IsSdk(method.ContainingType, "Api") && call.Arguments.Length > 0)
        {
            var message = call.Arguments[0].Value;
            yield return OfMessage(call, new PayloadReader(_code, JsonNaming.CamelCase).Read(message), message.Syntax, isSent: true);
        }
    }

    /// <summary>The property that a table of keys is read from, be it through a local: <c>var keys = Configuration.Default.ApiKey;</c>.</summary>
    private IPropertyReferenceOperation? KeysOf(IOperation? table) => Operations.Unwrap(table) switch
    {
        IPropertyReferenceOperation property => property,
        ILocalReferenceOperation local when !ObjectLife.IsWritten(local) && _code.Resolver.Bodies.Initializer(local.Local) is { } initializer => Operations.Unwrap(initializer) as IPropertyReferenceOperation,
        _ => null,
    };

    private ApiRequest OfMessage(IOperation start, PayloadValue body, Place place, bool isSent) => new()
    {
        Library = ApiLibrary.Sdk,
        Start = start.Syntax,
        IsSent = isSent,
        IsBrevo = true,
        IsEmail = true,
        Form = BodyForm.Json,
        BodyPlace = place,
        Body = body,
        Recipients = ApiSenders.Recipients(body),
        Schedules = ScheduledTimes.Of(_code, body),
        EncodedTwice = AttachmentContents.EncodedTwice(_code, body),
        IsConditional = !_code.Resolver.GuardsAt(start).IsEmpty,
        Context = _code.Context,
    };

    private IEnumerable<ApiRequest> OfAssignment(ISimpleAssignmentOperation assignment)
    {
        if (assignment.Target is not IPropertyReferenceOperation target)
            yield break;

        if (!target.Arguments.IsEmpty)
        {
            if (Operations.Unwrap(target.Instance) is IPropertyReferenceOperation { Property.Name: KeysMember or PrefixMember } keys && HttpTypes.IsSdk(keys.Property.ContainingType, "Client"))
                yield return KeyWrite(assignment, keys.Property.Name, target.Arguments[0].Value, assignment.Value, addsAgain: false);
            yield break;
        }

        switch (target.Property.Name)
        {
            case "BasePath" when HttpTypes.IsSdk(target.Property.ContainingType, "Client"):
                yield return BasePath(assignment.Value, isArgument: false);
                break;
            case KeysMember when HttpTypes.IsSdk(target.Property.ContainingType, "Client"):
                foreach (var keys in OfDictionary(assignment.Value))
                    yield return keys;
                break;
            case "ScheduledAt" when HttpTypes.IsSdk(target.Property.ContainingType, "Model", "SendSmtpEmail") && ScheduledTimes.OfValue(_code, assignment.Value) is { } time:
                yield return new ApiRequest { Library = ApiLibrary.Sdk, Start = assignment.Syntax, IsBrevo = true, IsEmail = true, Schedules = ImmutableArray.Create(time), Context = _code.Context };
                break;
            case "Email" when HttpTypes.IsSdk(target.Property.ContainingType, "Model", "SendSmtpEmailSender") && assignment.Parent is not IObjectOrCollectionInitializerOperation:
                var address = new SessionValue(_code.Resolver.Resolve(assignment.Value), assignment.Value.Syntax);
                yield return OfSender(new Sender(address, SessionValue.Missing(assignment.Syntax)), assignment.Syntax);
                break;
        }
    }

    private IEnumerable<ApiRequest> OfCreation(IObjectCreationOperation creation)
    {
        if (HttpTypes.IsSdk(creation.Type, "Api"))
        {
            if (Operations.Given(creation.Arguments, "basePath") is { } path)
                yield return BasePath(path.Value, isArgument: true);
        }
        else if (HttpTypes.IsSdk(creation.Type, "Client", "Configuration"))
        {
            foreach (var request in OfConfiguration(creation))
                yield return request;
        }
        else if (HttpTypes.IsSdk(creation.Type, "Model"))
        {
            if (creation.Type!.Name == "SendSmtpEmailSender")
                yield return OfSender(creation);
            else if (creation.Type.Name == "SendSmtpEmail")
                _messages.Add(creation);
            else if (Demanded(creation.Type.Name) is { } member && IsLeftOut(creation, member))
                yield return new ApiRequest { Library = ApiLibrary.Sdk, Start = creation.Syntax, IsBrevo = true, ModelWithout = new SdkModelWithout(member, InitializerOf(creation, member)), Context = _code.Context };
        }
    }

    private IEnumerable<ApiRequest> OfConfiguration(IObjectCreationOperation creation)
    {
        if (Operations.Given(creation.Arguments, "basePath") is { } path)
            yield return BasePath(path.Value, isArgument: false);
        if (Operations.Given(creation.Arguments, "apiKey") is { } given)
        {
            foreach (var keys in OfDictionary(given.Value))
                yield return keys;
        }

        if (creation.Initializer is null)
            yield break;

        foreach (var member in creation.Initializer.Initializers)
        {
            if (member is not IMemberInitializerOperation { InitializedMember: IPropertyReferenceOperation { Property.Name: (KeysMember or PrefixMember) and var table } } nested)
                continue;

            foreach (var element in nested.Initializer.Initializers)
            {
                if (element is IInvocationOperation { Arguments.Length: 2 } add)
                    yield return KeyWrite(add, table, add.Arguments[0].Value, add.Arguments[1].Value, addsAgain: false);
                else if (element is ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Arguments.Length: 1 } indexer } assignment)
                    yield return KeyWrite(assignment, table, indexer.Arguments[0].Value, assignment.Value, addsAgain: false);
            }
        }
    }

    private IEnumerable<ApiRequest> OfDictionary(IOperation value)
    {
        foreach (var dictionary in new PayloadReader(_code, JsonNaming.AsWritten).Read(value).Objects())
        {
            if (dictionary.Find(BrevoFacts.ApiKeyHeader) is { } entry)
                yield return Key(entry.Value.AsSessionValue(), entry.NamePlace, addsAgain: false);
        }
    }

    private ApiRequest KeyWrite(IOperation write, string member, IOperation name, IOperation value, bool addsAgain)
    {
        var given = new SessionValue(_code.Resolver.Resolve(value), value.Syntax);
        if (member == KeysMember)
            return Key(Names(name, BrevoFacts.PartnerKeyHeader) ? SessionValue.Missing(write.Syntax) : given, write.Syntax, addsAgain);

        return new ApiRequest
        {
            Library = ApiLibrary.Sdk,
            Start = write.Syntax,
            IsBrevo = true,
            Headers = ImmutableArray.Create(new ApiHeader(BrevoFacts.ApiKeyHeader, SessionValue.Missing(value.Syntax), write.Syntax) { HasKeyPrefix = Names(name, BrevoFacts.ApiKeyHeader) }),
            Context = _code.Context,
        };
    }

    private bool Names(IOperation name, string header)
    {
        foreach (var known in _code.Resolver.Resolve(name).Known)
        {
            if (known.Text == header)
                return true;
        }

        return false;
    }

    private ApiRequest Key(SessionValue key, Place place, bool addsAgain) => new()
    {
        Library = ApiLibrary.Sdk,
        Start = place,
        IsBrevo = true,
        Keys = ImmutableArray.Create(key),
        AddsKeyAgain = addsAgain,
        Context = _code.Context,
    };

    private ApiRequest BasePath(IOperation value, bool isArgument)
    {
        var values = _code.Resolver.Resolve(value);
        return new ApiRequest
        {
            Library = ApiLibrary.Sdk,
            Start = value.Syntax,
            IsBrevo = true,
            Urls = RequestUrls.Bases(_code, values, value.Syntax),
            BasePath = isArgument ? new SessionValue(values, value.Syntax) : null,
            Context = _code.Context,
        };
    }

    private ApiRequest OfSender(IObjectCreationOperation creation)
    {
        var sender = new PayloadReader(_code, JsonNaming.CamelCase).Read(creation);
        return sender.Find("email") is { } address
            ? OfSender(ApiSenders.Of(sender, address, ImmutableArray<SessionValue>.Empty), creation.Syntax)
            : new ApiRequest { Library = ApiLibrary.Sdk, Start = creation.Syntax, Context = _code.Context };
    }

    private ApiRequest OfSender(Sender sender, Place place) => new()
    {
        Library = ApiLibrary.Sdk,
        Start = place,
        IsBrevo = true,
        Senders = ImmutableArray.Create(sender),
        Context = _code.Context,
    };

    /// <summary>The constructor argument without which a model throws. Source: the generated constructors of both packages.</summary>
    private static string? Demanded(string model) => model switch
    {
        "SendSmtpEmailTo" or "SendSmtpEmailCc" or "SendSmtpEmailBcc" or "SendSmtpEmailReplyTo" or "SendSmtpEmailTo1" or "SendSmtpEmailReplyTo1" => "email",
        "SendSmtpEmailMessageVersions" => "to",
        _ => null,
    };

    private static bool IsLeftOut(IObjectCreationOperation creation, string member) =>
        creation.Constructor is { Parameters.Length: > 0 }
        && (Operations.Given(creation.Arguments, member) is not { } given || given.Value.ConstantValue is { HasValue: true, Value: null });

    private static Place? InitializerOf(IObjectCreationOperation creation, string member)
    {
        if (creation.Initializer is null)
            return null;

        foreach (var element in creation.Initializer.Initializers)
        {
            if (element is ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property.Name: { } name } } assignment && name.Equals(member, StringComparison.OrdinalIgnoreCase))
                return assignment.Syntax;
        }

        return null;
    }

    /// <summary>Whether this adds to the configuration that all share, in code that can run more than once.</summary>
    private bool MayRunAgain(IInvocationOperation add, IPropertyReferenceOperation keys)
    {
        if (!IsShared(keys.Instance)
            || StartUp.MemberAround(add.Syntax) is not { } method
            || _code.Resolver.Bodies.Model(method.SyntaxTree)?.GetDeclaredSymbol(method) is not IMethodSymbol symbol
            || (StartUp.IsStartUp(symbol) && !IsCalledAgain(symbol))
            || StartUp.IsGuarded(add.Syntax, method, KeysMember)
            || IsBehindSharedState(add.Syntax, method, symbol.ContainingType))
        {
            return false;
        }

        return symbol.MethodKind is MethodKind.Ordinary or MethodKind.PropertyGet || (symbol.MethodKind == MethodKind.Constructor && !SingletonRegistrations.Has(_code, symbol.ContainingType));
    }

    /// <summary>Whether the type calls a method of its own from one that is no start-up, whatever the method is called itself.</summary>
    private bool IsCalledAgain(IMethodSymbol method)
    {
        if (method.DeclaredAccessibility != Accessibility.Private)
            return false;

        foreach (var reference in method.ContainingType.DeclaringSyntaxReferences)
        {
            foreach (var use in _code.Resolver.Bodies.Uses(reference.GetSyntax(_code.Cancellation), method.Name))
            {
                if (_code.Resolver.Bodies.MethodAround(use) is { MethodKind: MethodKind.Ordinary } caller && !StartUp.IsStartUp(caller))
                    return true;
            }
        }

        return false;
    }

    /// <summary><c>if (s_api is null) { … }</c>: what is kept for all objects is set up once; a field of one object says nothing of the others.</summary>
    private static bool IsBehindSharedState(SyntaxNode add, SyntaxNode method, INamedTypeSymbol type)
    {
        foreach (var node in method.DescendantNodes())
        {
            if (node is not IfStatementSyntax check || !(check.Span.Contains(add.Span) || check.SpanStart < add.SpanStart))
                continue;

            foreach (var name in check.Condition.DescendantNodesAndSelf())
            {
                if (name is not IdentifierNameSyntax identifier)
                    continue;

                foreach (var member in type.GetMembers(identifier.Identifier.ValueText))
                {
                    if (member is { IsStatic: true, Kind: SymbolKind.Field or SymbolKind.Property })
                        return true;
                }
            }
        }

        return false;
    }

    private bool IsShared(IOperation? configuration)
    {
        foreach (var value in _code.Resolver.Resolve(configuration))
        {
            if (value is { Kind: PossibilityKind.Named, Source: SourceKind.Member, Name: "Default" })
                return true;
        }

        return false;
    }
}
