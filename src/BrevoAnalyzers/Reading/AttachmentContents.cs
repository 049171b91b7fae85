using System.Collections.Immutable;
using BrevoAnalyzers.Model;
using BrevoAnalyzers.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace BrevoAnalyzers.Reading;

/// <summary>
/// Finds attachments whose bytes are encoded twice: serialisers write a <c>byte[]</c> as base64, so bytes made of base64 text arrive as
/// that text.
/// </summary>
internal static class AttachmentContents
{
    public static ImmutableArray<Place> EncodedTwice(MailCode code, PayloadValue? body)
    {
        if (body is null)
            return ImmutableArray<Place>.Empty;

        var places = ImmutableArray.CreateBuilder<Place>();
        foreach (var email in body.Alternatives())
        {
            if (email.Find("attachment") is not { } attachments)
                continue;

            foreach (var attachment in attachments.Value.Objects())
            {
                if (attachment.Find("content") is { Value: { } content } && BytesOfText(code, content) is { } place)
                    places.Add(place);
            }
        }

        return places.ToImmutable();
    }

    private static Place? BytesOfText(MailCode code, PayloadValue content)
    {
        if (content.Type is not IArrayTypeSymbol { ElementType.SpecialType: SpecialType.System_Byte })
            return null;

        foreach (var value in content.Values)
        {
            if (value.Place.Node is { } node && code.Resolver.Bodies.Operation(node) is IInvocationOperation { TargetMethod: { Name: "GetBytes", ContainingType.Name: "Encoding" or "UTF8Encoding" or "ASCIIEncoding" }, Arguments: { Length: 1 } arguments } bytes
                && IsBase64(code, arguments[0].Value))
            {
                return code.Holds(bytes.Syntax) ? bytes.Syntax : content.Place;
            }
        }

        return null;
    }

    private static bool IsBase64(MailCode code, IOperation text)
    {
        var values = code.Resolver.Resolve(text);
        foreach (var value in values)
        {
            if (value.Place.Node is not { } node || code.Resolver.Bodies.Operation(node) is not IInvocationOperation { TargetMethod: { Name: "ToBase64String", ContainingType.Name: "Convert" } })
                return false;
        }

        return values.Count > 0;
    }
}
