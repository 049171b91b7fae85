using System.Collections.Generic;
using Microsoft.CodeAnalysis.Text;

namespace BrevoAnalyzers.Reading.Files;

/// <summary>A value of a JSON text: exactly one of <see cref="Members"/>, <see cref="Items"/> and <see cref="Scalar"/> says what it is.</summary>
internal sealed class JsonValue
{
    /// <summary>The members of an object in the order of the text, repeated names included; else null.</summary>
    public List<JsonMember>? Members { get; init; }

    /// <summary>The values of an array; else null.</summary>
    public List<JsonValue>? Items { get; init; }

    /// <summary>The kind of a value that is neither object nor array; else null.</summary>
    public SettingValueKind? Scalar { get; init; }

    /// <summary>The text of a scalar: strings unescaped, numbers and booleans as written, null for null.</summary>
    public string? Text { get; init; }

    /// <summary>The value with its quotes or brackets.</summary>
    public TextSpan Span { get; init; }

    /// <summary>As <see cref="Span"/>, for a string without its quotes.</summary>
    public TextSpan InnerSpan =>
        Scalar == SettingValueKind.String ? TextSpan.FromBounds(Span.Start + 1, Span.End - 1) : Span;
}

/// <summary>A name of a JSON object and its value.</summary>
internal readonly record struct JsonMember(string Name, TextSpan NameSpan, JsonValue Value);
