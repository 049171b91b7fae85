using System.Collections.Generic;
using System.Threading;
using Microsoft.CodeAnalysis.Text;

namespace BrevoAnalyzers.Reading.Files;

/// <summary>
/// Parses JSON as .NET configuration does: comments and trailing commas are allowed. Anything malformed anywhere
/// makes the whole text unreadable: a file that is being typed gives no finding.
/// </summary>
internal static class JsonParser
{
    /// <summary>Objects and arrays within each other, the limit of System.Text.Json.</summary>
    private const int DeepestNesting = 64;

    /// <summary>The value the text consists of; null when it is malformed.</summary>
    public static JsonValue? Parse(string text, IgnoreComments.Builder comments, CancellationToken cancellationToken)
    {
        var scanner = new JsonScanner(text, comments);
        if (!scanner.SkipTrivia())
            return null;

        var value = ParseValue(scanner, depth: 0, cancellationToken);
        return value is not null && scanner.SkipTrivia() && scanner.AtEnd ? value : null;
    }

    private static JsonValue? ParseValue(JsonScanner scanner, int depth, CancellationToken cancellationToken)
    {
        if (depth > DeepestNesting)
            return null;

        switch (scanner.Current)
        {
            case '{':
                return depth == DeepestNesting ? null : ParseObject(scanner, depth + 1, cancellationToken);
            case '[':
                return depth == DeepestNesting ? null : ParseArray(scanner, depth + 1, cancellationToken);
            default:
                return ParseScalar(scanner);
        }
    }

    private static JsonValue? ParseObject(JsonScanner scanner, int depth, CancellationToken cancellationToken)
    {
        var start = scanner.Position;
        var members = new List<JsonMember>();
        scanner.Take('{');
        if (!scanner.SkipTrivia())
            return null;

        while (!scanner.Take('}'))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var nameStart = scanner.Position;
            if (scanner.TakeString() is not { } name)
                return null;
            var nameSpan = TextSpan.FromBounds(nameStart + 1, scanner.Position - 1);

            if (!scanner.SkipTrivia() || !scanner.Take(':') || !scanner.SkipTrivia())
                return null;
            if (ParseValue(scanner, depth, cancellationToken) is not { } value)
                return null;
            members.Add(new JsonMember(name, nameSpan, value));

            if (!SkipToNext(scanner, end: '}'))
                return null;
        }

        return new JsonValue { Members = members, Span = TextSpan.FromBounds(start, scanner.Position) };
    }

    private static JsonValue? ParseArray(JsonScanner scanner, int depth, CancellationToken cancellationToken)
    {
        var start = scanner.Position;
        var items = new List<JsonValue>();
        scanner.Take('[');
        if (!scanner.SkipTrivia())
            return null;

        while (!scanner.Take(']'))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (ParseValue(scanner, depth, cancellationToken) is not { } item)
                return null;
            items.Add(item);

            if (!SkipToNext(scanner, end: ']'))
                return null;
        }

        return new JsonValue { Items = items, Span = TextSpan.FromBounds(start, scanner.Position) };
    }

    /// <summary>After an element: takes the comma, or looks at the end that needs none.</summary>
    private static bool SkipToNext(JsonScanner scanner, char end)
    {
        if (!scanner.SkipTrivia())
            return false;
        if (scanner.Take(','))
            return scanner.SkipTrivia();
        return scanner.Current == end;
    }

    private static JsonValue? ParseScalar(JsonScanner scanner)
    {
        var start = scanner.Position;
        string? text;
        SettingValueKind kind;
        switch (scanner.Current)
        {
            case '"':
                kind = SettingValueKind.String;
                text = scanner.TakeString();
                break;
            case 't':
                kind = SettingValueKind.Boolean;
                text = scanner.TakeWord("true") ? "true" : null;
                break;
            case 'f':
                kind = SettingValueKind.Boolean;
                text = scanner.TakeWord("false") ? "false" : null;
                break;
            case 'n':
                if (!scanner.TakeWord("null"))
                    return null;
                return new JsonValue { Scalar = SettingValueKind.Null, Span = TextSpan.FromBounds(start, scanner.Position) };
            default:
                kind = SettingValueKind.Number;
                text = scanner.TakeNumber();
                break;
        }

        if (text is null)
            return null;
        return new JsonValue { Scalar = kind, Text = text, Span = TextSpan.FromBounds(start, scanner.Position) };
    }
}
