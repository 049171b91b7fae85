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
/// Reads RestSharp, of the versions before 107 and after: every call that sends is a request; what is added to the request and to its
/// client joins it. It puts one slash between base and path, and <c>Execute…</c> returns failures while <c>PostAsync</c> throws.
/// </summary>
internal sealed class RestSharpReader
{
    private readonly MailCode _code;
    private readonly List<IInvocationOperation> _sends = new();
    private readonly List<Addition> _additions = new();
    private readonly HashSet<Addition> _joined = new();

    private RestSharpReader(MailCode code) => _code = code;

    public static IReadOnlyList<ApiRequest> Read(MailCode code) =>
        code.NamesApi && HttpTypes.HasRestSharp(code.Compilation) ? code.Once<RestSharpReader, ApiRequest>(() => ReadAll(code)) : [];

    private static IEnumerable<ApiRequest> ReadAll(MailCode code)
    {
        var reader = new RestSharpReader(code);
        reader.Collect();
        var requests = new List<ApiRequest>();
        foreach (var send in reader._sends)
            requests.Add(reader.Request(send));

        // Headers of a client or request that other code sends: the key's shape alone says that they are Brevo's.
        foreach (var addition in reader._additions)
        {
            if (addition.Header is { } header && !reader._joined.Contains(addition))
                requests.Add(reader.SetUp(addition, header));
        }

        return requests;
    }

    /// <summary>Something that a call adds to a request or to a client.</summary>
    private sealed class Addition
    {
        public Addition(IInvocationOperation call, IOperation target)
        {
            Call = call;
            Target = target;
        }

        public IInvocationOperation Call { get; }

        public IOperation Target { get; }

        public ApiHeader? Header { get; init; }

        /// <summary>The body, where the call gives one.</summary>
        public IOperation? Body { get; init; }

        /// <summary>Whether it is <c>name=value</c>, which a POST without another body sends as a form.</summary>
        public bool IsFormField { get; init; }
    }

    private void Collect()
    {
        foreach (var node in _code.Expressions)
        {
            if (node is not InvocationExpressionSyntax || !MayCount(MailCode.NameOf(node)) || _code.Operation(node) is not IInvocationOperation call || Operations.ReceiverOf(call) is not { } receiver)
                continue;

            if (IsClient(receiver.Type) && RequestOf(call) is not null)
                _sends.Add(call);
            else if (IsClient(receiver.Type) || IsRequest(receiver.Type))
                AddAddition(call, RootOf(receiver));
        }
    }

    private static bool MayCount(string method) =>
        method.StartsWith("Execute", StringComparison.Ordinal) || method.StartsWith("Post", StringComparison.Ordinal) || method.StartsWith("Put", StringComparison.Ordinal)
        || method.StartsWith("Get", StringComparison.Ordinal) || method.StartsWith("Delete", StringComparison.Ordinal) || method.StartsWith("Add", StringComparison.Ordinal);

    private static bool IsClient(ITypeSymbol? type) => HttpTypes.IsRestSharp(type, "RestClient");

    private static bool IsRequest(ITypeSymbol? type) => HttpTypes.IsRestSharp(type, "RestRequest");

    private static IOperation? RequestOf(IInvocationOperation call)
    {
        foreach (var argument in call.Arguments)
        {
            if (IsRequest(Operations.Unwrap(argument.Value)?.Type))
                return argument.Value;
        }

        return null;
    }

    private void AddAddition(IInvocationOperation call, IOperation target)
    {
        switch (call.TargetMethod.Name)
        {
            case "AddHeader" or "AddOrUpdateHeader" or "AddDefaultHeader" when call.Argument("name") is { } name && call.Argument("value") is { } value:
                AddHeader(call, target, name, value);
                break;
            case "AddParameter" or "AddOrUpdateParameter" when call.Argument("name") is { } name && call.Argument("value") is { } value && KindOf(call) is { } kind:
                if (kind == "HttpHeader")
                    AddHeader(call, target, name, value);
                else if (kind == "RequestBody")
                    _additions.Add(new Addition(call, target) { Body = value });
                else if (kind == "GetOrPost")
                    _additions.Add(new Addition(call, target) { IsFormField = true });
                break;
            case "AddParameter" or "AddOrUpdateParameter" when call.Argument("name") is not null && call.Argument("value") is not null && IsRequest(target.Type):
                _additions.Add(new Addition(call, target) { IsFormField = true });
                break;
            case "AddJsonBody" or "AddBody" when call.Arguments.Length > 0 && (call.Argument("obj") ?? call.Arguments[call.Instance is null ? 1 : 0].Value) is { } body:
                _additions.Add(new Addition(call, target) { Body = body });
                break;
            case "AddStringBody" when call.Argument("body") is { } text:
                _additions.Add(new Addition(call, target) { Body = text });
                break;
        }
    }

    /// <summary>The member of <c>ParameterType</c> that a call is given.</summary>
    private static string? KindOf(IInvocationOperation call)
    {
        foreach (var argument in call.Arguments)
        {
            if (Operations.Unwrap(argument.Value) is IFieldReferenceOperation { Field: { ContainingType.Name: "ParameterType", Name: var kind } })
                return kind;
        }

        return null;
    }

    private void AddHeader(IInvocationOperation call, IOperation target, IOperation name, IOperation value)
    {
        foreach (var known in _code.Resolver.Resolve(name).Known)
        {
            if (known.Text is not { } text)
                continue;

            var (scheme, given) = HeaderWrites.ValueOf(_code, text, value, known.Guards);
            _additions.Add(new Addition(call, target) { Header = new ApiHeader(text, given, call.Syntax) { Scheme = scheme } });
        }
    }

    private ApiRequest Request(IInvocationOperation send)
    {
        var client = RootOf(Operations.ReceiverOf(send)!);
        var message = RootOf(RequestOf(send)!);
        var here = _code.Resolver.GuardsAt(send);
        var urls = RequestUrls.Join(_code, PathsOf(message).In(here), message.Syntax, () => BasesOf(client).In(here), client.Syntax, RequestUrls.JoinAsRestSharp);
        if (urls.IsEmpty)
            urls = RequestUrls.OfPathAlone(_code, PathsOf(message), message.Syntax);

        var headers = ImmutableArray.CreateBuilder<ApiHeader>();
        var bodies = new List<Addition>();
        Addition? field = null;
        foreach (var addition in _additions)
        {
            var isOfClient = IsClient(addition.Target.Type);
            if (!AreSame(addition.Target, isOfClient ? client : message) || !here.Meets(_code.Resolver.GuardsAt(addition.Call)))
                continue;

            if (RequestUrls.IsAnyBrevo(urls))
                _joined.Add(addition);
            if (addition.Header is { } header)
                headers.Add(header);
            else if (addition.IsFormField)
                field ??= addition;
            else
                bodies.Add(addition);
        }

        // Of several bodies the last one counts; which that is, is not told apart.
        var body = bodies.Count == 1 ? BodyOf(bodies[0], urls)
            : bodies.Count == 0 && field is not null ? new HttpBody(BodyForm.Form, field.Call.Syntax, null, ImmutableArray<Place>.Empty)
            : new HttpBody(bodies.Count == 0 ? BodyForm.None : BodyForm.Unknown, send.Syntax, null, ImmutableArray<Place>.Empty);
        var isBrevo = RequestHeaders.AreBrevo(urls, headers.ToImmutable());
        (var isEmail, body) = EmailBodies.Of(urls, body);
        return new ApiRequest
        {
            IsSent = true,
            IsEmail = isBrevo && isEmail,
            IgnoresResponse = isBrevo && send.TargetMethod.Name.StartsWith("Execute", StringComparison.Ordinal) && ResponseUse.IsIgnored(send),
            Start = send.Syntax,
        }.With(_code, ApiLibrary.RestSharp, send, urls, headers.ToImmutable(), body);
    }

    private ApiRequest SetUp(Addition addition, ApiHeader header)
    {
        var headers = ImmutableArray.Create(header);
        var urls = IsClient(addition.Target.Type)
            ? RequestUrls.Bases(_code, BasesOf(addition.Target), addition.Target.Syntax)
            : RequestUrls.Bases(_code, PathsOf(addition.Target), addition.Target.Syntax);
        return new ApiRequest
        {
            Library = ApiLibrary.RestSharp,
            Start = addition.Call.Syntax,
            Urls = urls,
            Headers = headers,
            Keys = RequestHeaders.KeysOf(headers),
            IsBrevo = RequestHeaders.AreBrevo(urls, headers),
            Context = _code.Context,
        };
    }

    private HttpBody BodyOf(Addition addition, ImmutableArray<ApiUrl> urls)
    {
        var value = addition.Body!;
        if (Operations.Unwrap(value)?.Type?.SpecialType == SpecialType.System_String)
            return HttpBodies.OfText(_code, value, urls);

        // Its own serialiser of the early versions writes names as they are, System.Text.Json's since 107 in camel case.
        var naming = addition.Call.TargetMethod.ContainingAssembly.Identity.Version.Major is > 0 and < 107 ? JsonNaming.AsWritten : JsonNaming.CamelCase;
        return new HttpBody(BodyForm.Json, value.Syntax, new PayloadReader(_code, naming).Read(value), ImmutableArray<Place>.Empty);
    }

    private ValueSet BasesOf(IOperation client)
    {
        foreach (var member in new[] { "BaseUrl", "baseUrl" })
        {
            if (_code.Resolver.Resolve(client, member) is { Count: > 0, IsUnset: false } assigned && HasText(assigned))
                return assigned;
        }

        foreach (var made in _code.Resolver.Resolve(client))
        {
            if (made.Object is not IObjectCreationOperation { Arguments: { Length: > 0 } arguments })
                continue;

            var first = arguments[0].Value;
            if (Operations.Unwrap(first)?.Type?.Name == "RestClientOptions")
                return OfOptions(first);

            return _code.Resolver.Resolve(first);
        }

        return ValueSet.Empty;
    }

    private ValueSet OfOptions(IOperation options)
    {
        if (_code.Resolver.Resolve(options, "BaseUrl") is { Count: > 0, IsUnset: false } assigned && HasText(assigned))
            return assigned;

        foreach (var made in _code.Resolver.Resolve(options))
        {
            if (made.Object is IObjectCreationOperation { Arguments: { Length: > 0 } arguments })
                return _code.Resolver.Resolve(arguments[0].Value);
        }

        return ValueSet.Empty;
    }

    /// <summary>The path that a request is made with or given later; a request without one goes to the client's own URL.</summary>
    private ValueSet PathsOf(IOperation message)
    {
        if (_code.Resolver.Resolve(message, "Resource") is { Count: > 0, IsUnset: false } assigned && HasText(assigned))
            return assigned;

        foreach (var made in _code.Resolver.Resolve(message))
        {
            if (made.Object is not IObjectCreationOperation creation)
                continue;

            foreach (var argument in creation.Arguments)
            {
                if (argument.Parameter?.Name is "resource" && argument.ArgumentKind != ArgumentKind.DefaultValue)
                    return _code.Resolver.Resolve(argument.Value);
            }

            return new ValueSet(ImmutableArray.Create(Possibility.Constant("", creation.Syntax)));
        }

        return ValueSet.Empty;
    }

    private static bool HasText(ValueSet values)
    {
        foreach (var value in values)
        {
            if (value.Text is not null || value.Kind == PossibilityKind.Unknown)
                return true;
        }

        return false;
    }

    /// <summary>The object that a chain of calls is about: <c>new RestRequest(…).AddHeader(…).AddJsonBody(…)</c>.</summary>
    private IOperation RootOf(IOperation operation)
    {
        for (var i = 0; i < 32; i++)
        {
            var bare = Operations.Unwrap(operation) ?? operation;
            if (bare is IInvocationOperation chained && IsRequest(chained.Type) && Operations.ReceiverOf(chained) is { } receiver && IsRequest(receiver.Type))
            {
                operation = receiver;
                continue;
            }

            if (bare is ILocalReferenceOperation && _code.Resolver.Resolve(bare) is { Count: 1 } values
                && values[0].Place.Node is { } node && values[0].Object is null && node != bare.Syntax
                && _code.Resolver.Bodies.Operation(node) is IInvocationOperation made && IsRequest(made.Type) && Operations.ReceiverOf(made) is not null)
            {
                operation = made;
                continue;
            }

            return bare;
        }

        return operation;
    }

    private bool AreSame(IOperation one, IOperation other) => SameObjects.Are(_code, one, other);
}
