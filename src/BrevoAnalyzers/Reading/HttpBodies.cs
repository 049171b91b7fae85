using System.Collections.Immutable;
using BrevoAnalyzers.Model;
using BrevoAnalyzers.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace BrevoAnalyzers.Reading;

/// <summary>A request's body: in what form, where it is given, and what it holds.</summary>
internal readonly struct HttpBody
{
    public HttpBody(BodyForm form, Place place, PayloadValue? value, ImmutableArray<Place> unescaped)
    {
        Form = form;
        Place = place;
        Value = value;
        Unescaped = unescaped;
    }

    public BodyForm Form { get; }

    public Place Place { get; }

    public PayloadValue? Value { get; }

    public ImmutableArray<Place> Unescaped { get; }
}

/// <summary>Reads the bodies that System.Net.Http sends.</summary>
internal static class HttpBodies
{
    /// <param name="code">The code that sends.</param>
    /// <param name="call">The call that sends.</param>
    /// <param name="message">The message that it sends, if it is given one.</param>
    /// <param name="urls">Where it goes: a helper that posts to several services is given texts of which only some go to Brevo.</param>
    public static HttpBody Of(MailCode code, IInvocationOperation call, IOperation? message, ImmutableArray<ApiUrl> urls)
    {
        if (call.TargetMethod.Name is "PostAsJsonAsync" or "PutAsJsonAsync" or "PatchAsJsonAsync")
        {
            var value = call.Argument("value");
            var naming = JsonNaming.Of(code, PayloadReader.OptionsOf(call), JsonNaming.CamelCase);
            return new HttpBody(BodyForm.Json, (value ?? call).Syntax, new PayloadReader(code, naming).Read(value), ImmutableArray<Place>.Empty);
        }

        return message is null ? OfContents(code, code.Resolver.Resolve(call.Argument("content")), call, urls) : OfMessage(code, message, call, urls);
    }

    /// <summary>The content that a message has where <paramref name="use"/> stands.</summary>
    public static HttpBody OfMessage(MailCode code, IOperation message, IOperation use, ImmutableArray<ApiUrl> urls) => OfContents(code, code.Resolver.Resolve(message, "Content"), use, urls);

    private static HttpBody OfContents(MailCode code, ValueSet contents, IOperation use, ImmutableArray<ApiUrl> urls)
    {
        HttpBody? found = null;
        foreach (var possibility in contents.In(code.Resolver.GuardsAt(use)))
        {
            if (possibility.Place.Node is not { } node)
                continue;

            var operation = possibility.Object ?? code.Resolver.Bodies.Operation(node);
            var body = OfContent(code, operation, urls);

            // Several bodies are not told apart.
            if (found is not null)
                return new HttpBody(BodyForm.Unknown, use.Syntax, null, ImmutableArray<Place>.Empty);

            found = body;
        }

        return found ?? new HttpBody(BodyForm.None, use.Syntax, null, ImmutableArray<Place>.Empty);
    }

    private static HttpBody OfContent(MailCode code, IOperation? content, ImmutableArray<ApiUrl> urls)
    {
        switch (content)
        {
            case IObjectCreationOperation { Type.Name: "StringContent" } text:
                return OfText(code, text.Argument("content"), urls);
            case IObjectCreationOperation { Type.Name: "ByteArrayContent" or "ReadOnlyMemoryContent" } bytes:
                return OfText(code, bytes.Argument("content"), urls);
            case IObjectCreationOperation { Type.Name: "FormUrlEncodedContent" or "MultipartFormDataContent" } form:
                return new HttpBody(BodyForm.Form, form.Syntax, null, ImmutableArray<Place>.Empty);
            case IInvocationOperation { TargetMethod: { Name: "Create", ContainingType.Name: "JsonContent" } } create:
                var input = create.Argument("inputValue");
                var naming = JsonNaming.Of(code, PayloadReader.OptionsOf(create), JsonNaming.CamelCase);
                return new HttpBody(BodyForm.Json, (input ?? create).Syntax, new PayloadReader(code, naming).Read(input), ImmutableArray<Place>.Empty);
            default:
                return new HttpBody(BodyForm.Unknown, content?.Syntax is { } syntax ? syntax : default(Place), null, ImmutableArray<Place>.Empty);
        }
    }

    /// <summary>The body that is a text, or the bytes of one.</summary>
    public static HttpBody OfText(MailCode code, IOperation? text, ImmutableArray<ApiUrl> urls)
    {
        text = TextOfBytes(code, text) ?? text;
        var meant = RequestUrls.ToBrevo(urls, code.Resolver.Resolve(text));
        var (form, value, unescaped) = new PayloadReader(code, JsonNaming.AsWritten).ReadText(text, meant);
        return new HttpBody(form, text?.Syntax is { } syntax ? BodyTextPlace(code, meant, unescaped, syntax) : default(Place), value, unescaped);
    }

    /// <summary><c>Encoding.UTF8.GetBytes(json)</c>: the JSON.</summary>
    private static IOperation? TextOfBytes(MailCode code, IOperation? bytes)
    {
        var values = code.Resolver.Resolve(bytes);
        return values.Count == 1 && values[0].Place.Node is { } node
            && code.Resolver.Bodies.Operation(node) is IInvocationOperation { TargetMethod: { Name: "GetBytes", ContainingNamespace: { Name: "Text" } }, Arguments: { Length: 1 } arguments }
                ? arguments[0].Value
                : null;
    }

    /// <summary>The JSON text itself, where it is kept in a variable first; of several that may be sent, one with a part that nobody escapes.</summary>
    private static Place BodyTextPlace(MailCode code, ValueSet texts, ImmutableArray<Place> unescaped, SyntaxNode otherwise)
    {
        SyntaxNode? first = null;
        var isConstant = false;
        foreach (var possibility in texts)
        {
            if (possibility.Place.Node is not { } node || !code.Holds(node) || code.Resolver.Bodies.Operation(node) is not { } written || !IsText(written))
                continue;

            foreach (var part in unescaped)
            {
                if (part.Node is { } inner && inner.SyntaxTree == node.SyntaxTree && node.Span.Contains(inner.Span))
                    return node;
            }

            // A constant beside it is right as it stands.
            if (first is null || isConstant)
                (first, isConstant) = (node, written.ConstantValue.HasValue);
        }

        return first ?? otherwise;
    }

    private static bool IsText(IOperation? operation) => operation is IInterpolatedStringOperation or IBinaryOperation or ILiteralOperation
        or IInvocationOperation { TargetMethod: { Name: "Replace" or "Format", ContainingType.SpecialType: SpecialType.System_String } };
}
