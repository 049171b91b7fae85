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
/// Reads System.Net's older clients: each <c>WebRequest.Create</c> and each call of a <c>WebClient</c> is a request; what its object is given joins
/// it. Both throw where the API answers with a status of 400 or more.
/// </summary>
internal sealed class WebRequestReader
{
    private static readonly string[] s_factories = ["Create", "CreateHttp"];

    private static readonly string[] s_calls =
        ["UploadString", "UploadStringTaskAsync", "UploadData", "UploadDataTaskAsync", "DownloadString", "DownloadStringTaskAsync"];

    private readonly MailCode _code;
    private readonly List<(IOperation Target, ApiHeader Header)> _headers = new();

    private WebRequestReader(MailCode code) => _code = code;

    public static IReadOnlyList<ApiRequest> Read(MailCode code) =>
        code.NamesApi && (code.Names(s_factories) || code.Names(s_calls)) ? code.Once<WebRequestReader, ApiRequest>(() => ReadAll(code)) : [];

    private static IEnumerable<ApiRequest> ReadAll(MailCode code)
    {
        var reader = new WebRequestReader(code);
        var made = reader.Calls(IsFactory, s_factories);
        var uploads = reader.Calls(IsOfClient, s_calls);
        if (made.Count == 0 && uploads.Count == 0)
            yield break;

        reader.CollectHeaders();
        foreach (var creation in made)
            yield return reader.OfCreation(creation);
        foreach (var upload in uploads)
            yield return reader.OfUpload(upload);
    }

    private List<IInvocationOperation> Calls(Func<IInvocationOperation, bool> isMeant, params string[] names)
    {
        var calls = new List<IInvocationOperation>();
        foreach (var node in _code.Named(names))
        {
            if (_code.Operation(node) is IInvocationOperation call && isMeant(call))
                calls.Add(call);
        }

        return calls;
    }

    private static bool IsFactory(IInvocationOperation call) =>
        call.TargetMethod is { IsStatic: true, Parameters.Length: 1 } && HttpTypes.IsIn(call.TargetMethod.ContainingType, "System.Net", "WebRequest");

    private static bool IsOfClient(IInvocationOperation call) => HttpTypes.IsIn(call.TargetMethod.ContainingType, "System.Net", "WebClient");

    private ApiRequest OfCreation(IInvocationOperation creation)
    {
        var answer = Calls(call => call.Arguments.Length == 0 && IsOn(creation, Operations.ReceiverOf(call)), "GetResponse", "GetResponseAsync");
        var start = answer.Count == 1 ? answer[0] : creation;
        return Request(start, creation, creation.Arguments[0].Value, @base: null, urls => BodyOf(creation, urls), creation.Syntax) with { AcceptsAnyCertificate = Callback(creation) };
    }

    private ApiRequest OfUpload(IInvocationOperation upload)
    {
        var data = upload.Argument("data");
        return Request(
            upload,
            Operations.ReceiverOf(upload)!,
            upload.Argument("address"),
            Operations.ReceiverOf(upload),
            urls => data is null ? new HttpBody(BodyForm.None, upload.Syntax, null, ImmutableArray<Place>.Empty) : HttpBodies.OfText(_code, data, urls),
            upload.Syntax);
    }

    private ApiRequest Request(IInvocationOperation start, IOperation target, IOperation? address, IOperation? @base, Func<ImmutableArray<ApiUrl>, HttpBody> bodyFor, SyntaxNode use)
    {
        var here = _code.Resolver.GuardsAt(start);
        var paths = _code.Resolver.Resolve(address).In(here);
        var bases = () => @base is null ? ValueSet.Empty : _code.Resolver.Resolve(@base, "BaseAddress").In(here);
        var urls = RequestUrls.Join(_code, paths, (address ?? start).Syntax, bases, use, RequestUrls.JoinAsHttpClient);
        var headers = ImmutableArray.CreateBuilder<ApiHeader>();
        foreach (var (owner, header) in _headers)
        {
            if (IsOn(target, owner))
                headers.Add(header);
        }

        var isBrevo = RequestHeaders.AreBrevo(urls, headers.ToImmutable());
        var (isEmail, body) = EmailBodies.Of(urls, bodyFor(urls));
        return new ApiRequest { IsSent = true, IsEmail = isBrevo && isEmail, Start = start.Syntax }
            .With(_code, ApiLibrary.WebRequest, start, urls, headers.ToImmutable(), body);
    }

    private bool IsOn(IOperation target, IOperation? other) => other is not null && SameObjects.Are(_code, target, other);

    /// <summary><c>request.Headers.Add("api-key", key)</c>, <c>client.Headers["api-key"] = key</c>.</summary>
    private void CollectHeaders()
    {
        foreach (var node in _code.Expressions)
        {
            switch (node)
            {
                case InvocationExpressionSyntax { ArgumentList.Arguments.Count: 2, Expression: var called }
                    when IsHeaders(MailCode.ReceiverOf(called, "Add", "Set")) && _code.Operation(node) is IInvocationOperation { Arguments: { Length: 2 } given } add:
                    AddHeader(add, add.Instance, given[0].Value, given[1].Value);
                    break;
                case AssignmentExpressionSyntax { Left: ElementAccessExpressionSyntax { Expression: var headers } }
                    when IsHeaders(headers) && _code.Operation(node) is ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Arguments: { Length: 1 } given } indexer } assignment:
                    AddHeader(assignment, indexer.Instance, given[0].Value, assignment.Value);
                    break;
            }
        }
    }

    private static bool IsHeaders(ExpressionSyntax? expression) => expression is not null && MailCode.NameOf(expression) == "Headers";

    private void AddHeader(IOperation write, IOperation? headers, IOperation name, IOperation value)
    {
        if (Operations.Unwrap(headers) is not IPropertyReferenceOperation { Instance: { } owner, Type: var type } || !HttpTypes.IsIn(type, "System.Net", "WebHeaderCollection"))
            return;

        // HttpRequestHeader.Authorization and the like.
        if (Operations.Unwrap(name) is IFieldReferenceOperation { Field: { ContainingType.TypeKind: TypeKind.Enum, Name: var known } })
        {
            Add(known, Guards.None);
            return;
        }

        foreach (var possibility in _code.Resolver.Resolve(name).Known)
        {
            if (possibility.Text is { } text)
                Add(text, possibility.Guards);
        }

        void Add(string text, Guards named)
        {
            var (scheme, bare) = HeaderWrites.ValueOf(_code, text, value, named);
            _headers.Add((owner, new ApiHeader(text, bare, write.Syntax) { Scheme = scheme }));
        }
    }

    /// <summary>What is written to the stream of a request, by a writer over it or as bytes.</summary>
    private HttpBody BodyOf(IInvocationOperation creation, ImmutableArray<ApiUrl> urls)
    {
        var writes = Calls(call => call.Arguments.Length > 0 && IsStreamOf(creation, Operations.ReceiverOf(call)), "Write", "WriteAsync");
        return writes.Count == 1
            ? HttpBodies.OfText(_code, writes[0].Arguments[0].Value, urls)
            : new HttpBody(writes.Count == 0 ? BodyForm.None : BodyForm.Unknown, creation.Syntax, null, ImmutableArray<Place>.Empty);
    }

    private bool IsStreamOf(IInvocationOperation creation, IOperation? stream, bool mayBeWriter = true)
    {
        foreach (var possibility in _code.Resolver.Resolve(stream))
        {
            var made = possibility.Object ?? (possibility.Place.Node is { } node ? _code.Resolver.Bodies.Operation(node) : null);
            switch (Operations.Unwrap(made))
            {
                case IObjectCreationOperation { Type.Name: "StreamWriter", Arguments: { Length: > 0 } arguments } when mayBeWriter:
                    return IsStreamOf(creation, arguments[0].Value, mayBeWriter: false);
                case IInvocationOperation { TargetMethod.Name: "GetRequestStream" or "GetRequestStreamAsync" } call:
                    return IsOn(creation, Operations.ReceiverOf(call));
            }
        }

        return false;
    }

    private SessionValue? Callback(IInvocationOperation creation)
    {
        foreach (var node in _code.Expressions)
        {
            if (node is AssignmentExpressionSyntax { Left: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ServerCertificateValidationCallback" } }
                && _code.Operation(node) is ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Instance: { } owner } } assignment
                && IsOn(creation, owner))
            {
                return new SessionValue(CertificateCallbacks.OfAssignment(_code, assignment, assignment.Value), node);
            }
        }

        return null;
    }
}
