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
/// Reads HttpClient: every call that sends is a request; the headers of its message and of its client join it. A client that is only
/// set up, in a registration or for other code to use, is a request without a call.
/// </summary>
internal sealed class HttpClientReader
{
    private readonly MailCode _code;
    private readonly List<IInvocationOperation> _calls = new();
    private readonly List<HeaderWrite> _headers = new();
    private readonly List<(IOperation Client, IOperation Value)> _bases = new();
    private readonly HashSet<HeaderWrite> _joined = new();

    private HttpClientReader(MailCode code) => _code = code;

    public static IEnumerable<ApiRequest> Read(MailCode code)
    {
        var reader = new HttpClientReader(code);
        reader.Collect();
        var requests = new List<ApiRequest>();
        foreach (var call in reader._calls)
            requests.Add(reader.Request(call));
        foreach (var write in reader._headers)
        {
            if (!reader._joined.Contains(write))
                requests.Add(reader.SetUp(write));
        }

        foreach (var (client, value) in reader._bases)
            requests.Add(reader.SetUp(client, value));
        return requests;
    }

    private void Collect()
    {
        foreach (var node in _code.Expressions)
        {
            if (node is InvocationExpressionSyntax && IsSend(MailCode.NameOf(node)))
            {
                if (_code.Operation(node) is IInvocationOperation call && HttpTypes.IsHttpClient(Operations.ReceiverOf(call)?.Type))
                    _calls.Add(call);
            }
            else if (node is AssignmentExpressionSyntax { Left: var left } && left.ToString().EndsWith("BaseAddress", StringComparison.Ordinal))
            {
                if (_code.Operation(node) is ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property.Name: "BaseAddress" } property } assignment
                    && HttpTypes.IsHttpClient(property.Property.ContainingType))
                {
                    _bases.Add((ClientOf(property), assignment.Value));
                }
            }
            else
            {
                _headers.AddRange(HeaderWrites.In(_code, node));
            }
        }
    }

    private static bool IsSend(string name) => name is
        "PostAsync" or "PutAsync" or "PatchAsync" or "DeleteAsync" or "GetAsync" or "SendAsync" or "Send" or "PostAsJsonAsync" or "PutAsJsonAsync" or "PatchAsJsonAsync"
        or "GetStringAsync" or "GetByteArrayAsync" or "GetStreamAsync" or "GetFromJsonAsync" or "DeleteFromJsonAsync";

    /// <summary>The client of an assignment; in an initialiser, its creation.</summary>
    private static IOperation ClientOf(IPropertyReferenceOperation property)
    {
        if (Operations.Unwrap(property.Instance) is not IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ImplicitReceiver })
            return property.Instance ?? property;

        for (IOperation? current = property; current is not null; current = current.Parent)
        {
            if (current is IObjectCreationOperation creation)
                return creation;
        }

        return property;
    }

    private ApiRequest Request(IInvocationOperation call)
    {
        var resolver = _code.Resolver;
        var client = Operations.ReceiverOf(call)!;
        var message = call.TargetMethod.Name is "SendAsync" or "Send" ? call.Argument("request") : null;
        var here = resolver.GuardsAt(call);
        var uri = message is null ? call.Argument("requestUri") : null;
        var paths = (message is null ? resolver.Resolve(uri) : resolver.Resolve(message, "RequestUri")).In(here);
        var bases = BasesOf(client).In(here);
        var urls = RequestUrls.Join(_code, paths, (uri ?? message ?? call).Syntax, bases, client.Syntax, RequestUrls.JoinAsHttpClient);
        var headers = HeadersOf(call, client, message, urls);
        var body = HttpBodies.Of(_code, call, message);
        var keys = RequestHeaders.KeysOf(headers);
        var (isEmail, value) = EmailBodies.Of(urls, body.Value);
        var isUnbased = urls.IsEmpty && RequestUrls.IsEmailToUnknownBase(_code, paths, bases, headers);
        var isBrevo = isUnbased || RequestHeaders.AreBrevo(urls, headers);
        return new ApiRequest
        {
            Library = ApiLibrary.HttpClient,
            Start = call.Syntax,
            IsSent = true,
            Urls = urls,
            Headers = headers,
            Keys = keys,
            Form = body.Form,
            BodyPlace = body.Place,
            Body = value,
            UnescapedParts = body.Unescaped,
            Schedules = isBrevo ? ScheduledTimes.Of(_code, value) : ImmutableArray<ScheduledTime>.Empty,
            EncodedTwice = isBrevo ? AttachmentContents.EncodedTwice(_code, value) : ImmutableArray<Place>.Empty,
            IsConditional = !here.IsEmpty,
            Senders = isBrevo ? ApiSenders.Of(value, keys) : ImmutableArray<Sender>.Empty,
            IsBrevo = isBrevo,
            IsEmail = isBrevo && (isUnbased || isEmail) && IsPost(call, message),
            IgnoresResponse = isBrevo && ReturnsResponse(call) && ResponseUse.IsIgnored(call),
            IsReused = isBrevo && message is not null && MessageReuse.IsSentBefore(_code, call, message, _calls),
            Context = _code.Context,
        };
    }

    /// <summary>The base address that the type's own code gives, else that of the client's registration.</summary>
    private ValueSet BasesOf(IOperation client)
    {
        var bases = _code.Resolver.Resolve(client, "BaseAddress");
        foreach (var @base in bases)
        {
            if (@base.Kind is PossibilityKind.Constant or PossibilityKind.Object)
                return bases;
        }

        return RegisteredClients.BasesOf(_code, client) is { Count: > 0 } registered ? registered : bases;
    }

    private ApiRequest SetUp(HeaderWrite write)
    {
        var urls = ImmutableArray.CreateBuilder<ApiUrl>();
        foreach (var (client, value) in _bases)
        {
            if (SameObjects.Are(_code, client, write.Target))
                urls.AddRange(RequestUrls.Bases(_code, _code.Resolver.Resolve(value), value.Syntax));
        }

        var headers = ImmutableArray.Create(Header(write));
        var keys = RequestHeaders.KeysOf(headers);
        return new ApiRequest
        {
            Library = ApiLibrary.HttpClient,
            Start = write.Operation.Syntax,
            Urls = urls.ToImmutable(),
            Headers = headers,
            Keys = keys,
            IsBrevo = RequestHeaders.AreBrevo(urls.ToImmutable(), headers),
            Context = _code.Context,
        };
    }

    private ApiRequest SetUp(IOperation client, IOperation value)
    {
        var urls = RequestUrls.Bases(_code, _code.Resolver.Resolve(value), value.Syntax);
        return new ApiRequest
        {
            Library = ApiLibrary.HttpClient,
            Start = client.Syntax,
            Urls = urls,
            IsBrevo = RequestHeaders.AreBrevo(urls, ImmutableArray<ApiHeader>.Empty),
            Context = _code.Context,
        };
    }

    private ImmutableArray<ApiHeader> HeadersOf(IInvocationOperation call, IOperation client, IOperation? message, ImmutableArray<ApiUrl> urls)
    {
        var here = _code.Resolver.GuardsAt(call);
        var result = ImmutableArray.CreateBuilder<ApiHeader>();
        foreach (var write in _headers)
        {
            var target = write.IsOnClient ? client : message;
            if (target is null || !SameObjects.Are(_code, target, write.Target) || here.And(_code.Resolver.GuardsAt(write.Operation)) is null)
                continue;

            // A header of a client that also talks to others says nothing about this request, and is judged by those that say more.
            if (RequestUrls.IsAnyBrevo(urls))
                _joined.Add(write);
            result.Add(Header(write));
        }

        return result.ToImmutable();
    }

    private ApiHeader Header(HeaderWrite write) => new(write.Name, write.Value, write.Operation.Syntax)
    {
        Scheme = write.Scheme,
        IsAddedPerCall = write.IsOnClient && PerCallHeaders.IsAddedPerCall(_code, write),
    };

    private bool IsPost(IInvocationOperation call, IOperation? message)
    {
        if (message is null)
            return call.TargetMethod.Name.StartsWith("Post", StringComparison.Ordinal);

        foreach (var method in _code.Resolver.Resolve(message, "Method"))
        {
            if (method.Kind == PossibilityKind.Unset || (method.Kind == PossibilityKind.Named && method.Name is "Get" or "Delete" or "Put" or "Patch" or "Head"))
                return false;
        }

        return true;
    }

    private static bool ReturnsResponse(IInvocationOperation call)
    {
        var type = call.Type is INamedTypeSymbol { Name: "Task" or "ValueTask", TypeArguments: { Length: 1 } arguments } ? arguments[0] : call.Type;
        return HttpTypes.IsHttp(type, "HttpResponseMessage");
    }
}
