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
    private readonly List<IObjectCreationOperation> _messages = new();
    private readonly HashSet<SyntaxNode> _sent = new();
    private readonly ClientRegistrations _registrations;

    private HttpClientReader(MailCode code)
    {
        _code = code;
        _registrations = new ClientRegistrations(code);
    }

    public static IReadOnlyList<ApiRequest> Read(MailCode code) =>
        code.NamesApi ? code.Once<HttpClientReader, ApiRequest>(() => ReadAll(code)) : [];

    private static IEnumerable<ApiRequest> ReadAll(MailCode code)
    {
        var reader = new HttpClientReader(code);
        reader.Collect();
        var requests = new List<ApiRequest>();
        foreach (var call in reader._calls)
            requests.Add(reader.Request(call));
        foreach (var message in reader._messages)
        {
            if (!reader._sent.Contains(message.Syntax))
                requests.Add(reader.Made(message));
        }

        foreach (var write in reader._headers)
        {
            if (!reader._joined.Contains(write))
                requests.Add(reader.SetUp(write));
        }

        foreach (var (client, value) in reader._bases)
            requests.Add(reader.SetUp(client, value));
        foreach (var (call, origins) in PassedResponses.Dropped(code))
        {
            if (origins.Exists(reader.IsBrevo))
                requests.Add(new ApiRequest { Library = ApiLibrary.HttpClient, Start = call.Syntax, IsBrevo = true, IgnoresResponse = true, Context = code.Context });
        }

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
                if (node is BaseObjectCreationExpressionSyntax creation && MayBeMessage(creation) && _code.Operation(node) is IObjectCreationOperation message && HttpTypes.IsHttp(message.Type, "HttpRequestMessage"))
                    _messages.Add(message);

                _headers.AddRange(HeaderWrites.In(_code, node));
            }
        }
    }

    private static bool MayBeMessage(BaseObjectCreationExpressionSyntax creation) =>
        creation is ImplicitObjectCreationExpressionSyntax || (creation is ObjectCreationExpressionSyntax named && MailCode.NameOf(named.Type) == "HttpRequestMessage");

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
        var client = Operations.ReceiverOf(call)!;
        var (message, uri) = Target(call);
        var urls = UrlsOf(call, client, message, uri);
        var headers = HeadersOf(call, client, message, urls);
        var isBrevo = RequestHeaders.AreBrevo(urls, headers);
        foreach (var sent in message is null ? ValueSet.Empty : _code.Resolver.Resolve(message))
        {
            if (sent.Object is { } made)
                _sent.Add(made.Syntax);
        }

        var method = MethodOf(call, message);
        var (isEmail, body) = EmailBodies.Of(urls, HttpBodies.Of(_code, call, message, urls));
        return new ApiRequest
        {
            IsSent = true,
            Method = method,
            IsEmail = isBrevo && isEmail && (method is null or "POST"),
            IgnoresResponse = isBrevo && HttpTypes.ReturnsResponse(call) && ResponseUse.IsIgnored(call),
            AcceptsAnyCertificate = isBrevo ? CertificateCallbacks.OfHttpClient(_code, client) : null,
            IsReused = isBrevo && message is not null && MessageReuse.IsSentBefore(_code, call, message, _calls),
            Start = call.Syntax,
        }.With(_code, ApiLibrary.HttpClient, call, urls, headers, body);
    }

    /// <summary>Whether a call, here or in other code of the project, goes to Brevo: as far as its address tells.</summary>
    private bool IsBrevo(IInvocationOperation call)
    {
        var (message, uri) = Target(call);
        return RequestHeaders.AreBrevo(UrlsOf(call, Operations.ReceiverOf(call), message, uri), ImmutableArray<ApiHeader>.Empty);
    }

    /// <summary>The message that a call sends, or else the address that it is given.</summary>
    private static (IOperation? Message, IOperation? Uri) Target(IInvocationOperation call)
    {
        var message = call.TargetMethod.Name is "SendAsync" or "Send" ? call.Argument("request") : null;
        return (message, message is null ? call.Argument("requestUri") : null);
    }

    private ImmutableArray<ApiUrl> UrlsOf(IOperation start, IOperation? client, IOperation? message, IOperation? uri)
    {
        var resolver = _code.Resolver;
        var here = resolver.GuardsAt(start);
        var paths = (message is null ? resolver.Resolve(uri) : resolver.Resolve(message, "RequestUri")).In(here);
        var use = (uri ?? message ?? start).Syntax;
        var urls = RequestUrls.Join(_code, paths, use, () => client is null ? ValueSet.Empty : resolver.Resolve(client, "BaseAddress").In(here), (client ?? start).Syntax, RequestUrls.JoinAsHttpClient);
        if (urls.IsEmpty && client is not null && paths.Count > 0)
            urls = RequestUrls.Join(_code, paths, use, () => _registrations.BaseOf(client), client.Syntax, RequestUrls.JoinAsHttpClient);

        return urls.IsEmpty ? RequestUrls.OfPathAlone(_code, paths, use) : urls;
    }

    /// <summary>A message that is made here and sent by other code: what is done to it until then belongs to it.</summary>
    private ApiRequest Made(IObjectCreationOperation message)
    {
        IOperation last = message;
        if (ObjectLife.HolderOf(message) is { } holder)
        {
            foreach (var reference in ObjectLife.References(holder, message))
                last = reference;
        }

        var urls = UrlsOf(last, client: null, last, uri: null);
        var headers = HeadersOf(last, client: null, last, urls);
        var method = MethodOf(call: null, last);
        var (isEmail, body) = EmailBodies.Of(urls, HttpBodies.OfMessage(_code, last, last, urls));
        return new ApiRequest
        {
            Method = method,
            IsEmail = RequestHeaders.AreBrevo(urls, headers) && isEmail && (method is null or "POST"),
            Start = message.Syntax,
        }.With(_code, ApiLibrary.HttpClient, last, urls, headers, body);
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
            IsBrevo = RequestHeaders.AreBrevo(urls.ToImmutable(), headers) || IsByHandlerOfBrevo(write),
            Context = _code.Context,
        };
    }

    /// <summary>
    /// Whether a message handler gives a header to the requests that pass through it, and it or the setting is called after Brevo: whose they
    /// are stands elsewhere.
    /// </summary>
    private bool IsByHandlerOfBrevo(HeaderWrite write)
    {
        if (!HttpTypes.IsHttp(_code.Type, "DelegatingHandler") || Operations.Unwrap(write.Target) is not IParameterReferenceOperation)
            return false;
        if (Providers.IsBrevo(_code.Type.Name) == true)
            return true;

        foreach (var value in write.Value.Values)
        {
            if (BrevoSession.IsNamedAfterBrevo(value))
                return true;
        }

        return false;
    }

    private ApiRequest SetUp(IOperation client, IOperation value)
    {
        var urls = RequestUrls.Bases(_code, _code.Resolver.Resolve(value), value.Syntax);
        var isBrevo = RequestHeaders.AreBrevo(urls, ImmutableArray<ApiHeader>.Empty);
        return new ApiRequest
        {
            Library = ApiLibrary.HttpClient,
            Start = client.Syntax,
            Urls = urls,
            IsBrevo = isBrevo,
            AcceptsAnyCertificate = isBrevo ? CertificateCallbacks.OfHttpClient(_code, client) ?? CertificateCallbacks.OfRegistration(_code, value.Syntax) : null,
            Context = _code.Context,
        };
    }

    private ImmutableArray<ApiHeader> HeadersOf(IOperation call, IOperation? client, IOperation? message, ImmutableArray<ApiUrl> urls)
    {
        var here = _code.Resolver.GuardsAt(call);
        var result = ImmutableArray.CreateBuilder<ApiHeader>();
        foreach (var write in _headers)
        {
            var target = write.IsOnClient ? client : message;
            if (target is null || !SameObjects.Are(_code, target, write.Target) || !here.Meets(_code.Resolver.GuardsAt(write.Operation)))
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
        NamedAt = write.Row ?? write.Operation.Syntax,
        IsAddedPerCall = write.IsOnClient && PerCallHeaders.IsAddedPerCall(_code, write),
    };

    /// <summary>The HTTP method of a call, or of the message that it sends.</summary>
    private string? MethodOf(IInvocationOperation? call, IOperation? message)
    {
        if (message is null)
        {
            foreach (var verb in s_verbs)
            {
                if (call!.TargetMethod.Name.StartsWith(verb, StringComparison.Ordinal))
                    return verb.ToUpperInvariant();
            }

            return null;
        }

        string? found = null;
        foreach (var method in _code.Resolver.Resolve(message, "Method"))
        {
            // A message that nobody gives a method asks by GET.
            var name = method.Kind == PossibilityKind.Unset ? "GET" : method.Kind == PossibilityKind.Named ? method.Name.ToUpperInvariant() : null;
            if (name is null || (found is not null && found != name))
                return null;

            found = name;
        }

        return found is not null && s_methods.Contains(found) ? found : null;
    }

    private static readonly ImmutableArray<string> s_verbs = ImmutableArray.Create("Post", "Get", "Put", "Delete", "Patch");
    private static readonly ImmutableHashSet<string> s_methods = ImmutableHashSet.Create("POST", "GET", "PUT", "DELETE", "PATCH", "HEAD", "OPTIONS");
}
