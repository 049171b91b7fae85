using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using BrevoAnalyzers.Model;
using BrevoAnalyzers.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace BrevoAnalyzers.Reading;

/// <content>Text that is sent as a body: what a serialiser made of an object, or JSON that the source writes itself.</content>
internal sealed partial class PayloadReader
{
    /// <summary>A text as a body: its form, its value, and the parts of hand-built JSON that nobody escapes.</summary>
    /// <param name="text">The text.</param>
    /// <param name="meant">What it can hold, if not all that it can hold is meant.</param>
    public (BodyForm Form, PayloadValue? Value, ImmutableArray<Place> Unescaped) ReadText(IOperation? text, ValueSet? meant = null)
    {
        var values = ImmutableArray.CreateBuilder<PayloadValue>();
        var unescaped = ImmutableArray.CreateBuilder<Place>();
        var form = BodyForm.Unknown;
        var seen = new HashSet<SyntaxNode>();
        foreach (var possibility in meant ?? _code.Resolver.Resolve(text))
        {
            if (possibility.Place.Node is not { } node || !seen.Add(node))
                continue;

            var operation = possibility.Object ?? _code.Resolver.Bodies.Operation(node);
            if (AppendedText.Of(_code, operation) is { } appended && LooksLikeJson(appended.Start))
            {
                form = BodyForm.HandBuilt;
                foreach (var piece in appended.Values)
                {
                    if (!IsEscaped(piece))
                        unescaped.Add(piece.Syntax);
                }
            }
            else if (operation is IInvocationOperation call)
            {
                if (ReadSerialisedByHelper(call, text) is { } given)
                {
                    form = Worse(form, BodyForm.Json);
                    values.Add(given);
                }
                else if (ReadSerialised(call) is { } serialised)
                {
                    form = Worse(form, BodyForm.Json);
                    values.Add(serialised);
                }
                else if (UnescapedReplacements(call) is { Count: > 0 } parts)
                {
                    form = BodyForm.HandBuilt;
                    unescaped.AddRange(parts);
                }
                else
                {
                    values.Add(new PayloadValue { Place = node });
                }
            }
            else if (JsonText.Of(_code, operation) is { } json && LooksLikeJson(json.Text))
            {
                var read = JsonTextReader.Read(json, ReadHole);
                form = Worse(form, json.HasHoles ? BodyForm.HandBuilt : BodyForm.Json);
                if (read is { } result)
                {
                    values.Add(result.Value);
                    foreach (var hole in result.HolesInStrings)
                    {
                        if (!IsEscaped(hole))
                            unescaped.Add(hole.Syntax);
                    }
                }
            }
            else
            {
                values.Add(new PayloadValue { Place = node });
            }
        }

        var value = values.Count switch
        {
            0 => null,
            1 => values[0],
            _ => new PayloadValue { Kind = PayloadKind.Choice, Place = values[0].Place, Items = values.ToImmutable() },
        };
        return (form, value, unescaped.ToImmutable());
    }

    private static BodyForm Worse(BodyForm one, BodyForm other) => one == BodyForm.HandBuilt ? one : other;

    private static bool LooksLikeJson(string text)
    {
        var trimmed = text.TrimStart();
        return trimmed.Length > 1 && trimmed[0] == '{' && trimmed.IndexOf('"') > 0;
    }

    /// <summary>
    /// What <c>ToJson(mail)</c> serialises: the argument of this call alone, for other calls of the helper give what goes elsewhere.
    /// Null if no helper's parameter is serialised; unknown if the call is not seen.
    /// </summary>
    private PayloadValue? ReadSerialisedByHelper(IInvocationOperation call, IOperation? text)
    {
        if (text is null || call.TargetMethod.Name is not ("Serialize" or "SerializeToUtf8Bytes" or "SerializeObject") || call.Arguments.Length == 0
            || Operations.Unwrap(call.Arguments[0].Value) is not IParameterReferenceOperation { Parameter: { ContainingSymbol: IMethodSymbol helper } parameter })
        {
            return null;
        }

        foreach (var declaration in helper.DeclaringSyntaxReferences)
        {
            if (declaration.SyntaxTree == text.Syntax.SyntaxTree && declaration.Span.Contains(text.Syntax.Span))
                return null;
        }

        var source = Operations.Unwrap(text);
        if (source is ILocalReferenceOperation { Local.DeclaringSyntaxReferences: { Length: 1 } locals } && locals[0].GetSyntax() is VariableDeclaratorSyntax { Initializer.Value: { } initial })
            source = Operations.Unwrap(_code.Resolver.Bodies.Operation(initial));
        if (source is IInvocationOperation made && SymbolEqualityComparer.Default.Equals(made.TargetMethod.OriginalDefinition, helper.OriginalDefinition))
        {
            foreach (var argument in made.Arguments)
            {
                if (argument.Parameter?.Ordinal == parameter.Ordinal)
                    return new PayloadReader(_code, JsonNaming.Of(_code, OptionsOf(call), JsonNaming.AsWritten)).Read(argument.Value);
            }
        }

        return new PayloadValue { Place = call.Syntax };
    }

    private PayloadValue? ReadSerialised(IInvocationOperation call)
    {
        switch (call.TargetMethod.Name)
        {
            case "Serialize" or "SerializeToUtf8Bytes" or "SerializeObject":
                return ReadCall(call, 0) ?? (call.TargetMethod.ContainingType?.Name == "JsonSerializer" && call.Arguments.Length > 0
                    ? new PayloadReader(_code, JsonNaming.Of(_code, OptionsOf(call), JsonNaming.AsWritten)).Read(call.Arguments[0].Value)
                    : null);
            case "ToJsonString" or "ToString" when call.Instance is { } node && PayloadTypes.IsJsonNode(node.Type):
                return Read(node);
            case "ToJson" when call.Instance is { } model && HttpTypes.IsSdk(model.Type, "Model"):
                return Read(model);
            case "GetBytes" when call.Arguments.Length == 1:
                return ReadText(call.Arguments[0].Value).Value;
            default:
                return null;
        }
    }

    /// <summary>A value put into a hole of JSON text: what a serialiser made of it is JSON again.</summary>
    private PayloadValue ReadHole(IOperation hole)
    {
        var bare = Operations.Unwrap(hole);
        if (bare is IInvocationOperation call && ReadCall(call, 1) is { } value)
            return value;

        return new PayloadValue
        {
            Kind = bare?.Type?.SpecialType == SpecialType.System_String ? PayloadKind.Unknown : PayloadTypes.ScalarOf(bare?.Type) ?? PayloadKind.Unknown,
            Place = hole.Syntax,
            Values = _code.Resolver.Resolve(hole),
            Type = bare?.Type,
            Expression = bare,
        };
    }

    /// <summary>Whether a quote, backslash or line break in the value cannot break the JSON: it is a number and the like, or somebody saw to it.</summary>
    private bool IsEscaped(IOperation value)
    {
        var bare = Operations.Unwrap(value);
        if (bare?.Type is null or { SpecialType: not (SpecialType.System_String or SpecialType.System_Object) })
            return true;
        if (IsEscapingCall(bare))
            return true;

        foreach (var possibility in _code.Resolver.Resolve(bare))
        {
            if (possibility.IsConstant)
                continue;
            if (possibility.Place.Node is not { } node || !IsEscapingCall(_code.Resolver.Bodies.Operation(node)))
                return false;
        }

        return true;
    }

    private static bool IsEscapingCall(IOperation? operation)
    {
        if (operation is not IInvocationOperation { TargetMethod: { Name: { } name } method })
            return false;

        // Replace may be somebody's own escaping; a number's or date's text needs none.
        return name is "Replace" or "Serialize" or "SerializeObject" or "Substring"
            || Contains(name, "Escape") || Contains(name, "Encode") || Contains(name, "Json") || Contains(name, "Sanit") || Contains(name, "Quote")
            || (name is "ToString" && method.ContainingType?.SpecialType is not (SpecialType.System_String or SpecialType.System_Object)
                && method.ContainingType is { Name: not "StringBuilder", IsValueType: true });
    }

    private static bool Contains(string name, string word) => name.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0;

    /// <summary>What a template's <c>Replace("{name}", name)</c>, or <c>string.Format</c>, puts into JSON without escaping it.</summary>
    private List<Place> UnescapedReplacements(IInvocationOperation call)
    {
        var found = new List<Place>();
        if (call.TargetMethod is { Name: "Format", ContainingType.SpecialType: SpecialType.System_String })
        {
            if (!IsJsonTemplate(call.Argument("format")))
                return found;

            foreach (var argument in call.Arguments)
            {
                if (argument.Parameter?.Name is "format" or "provider")
                    continue;
                if (argument.Value is IArrayCreationOperation { Initializer: { } several })
                {
                    foreach (var element in several.ElementValues)
                        AddUnescaped(element, found);
                }
                else
                {
                    AddUnescaped(argument.Value, found);
                }
            }

            return found;
        }

        var current = call;
        while (current is { TargetMethod: { Name: "Replace", ContainingType.SpecialType: SpecialType.System_String }, Arguments.Length: >= 2 })
        {
            AddUnescaped(current.Arguments[1].Value, found);
            if (Operations.Unwrap(current.Instance) is IInvocationOperation inner)
            {
                current = inner;
                continue;
            }

            if (IsJsonTemplate(current.Instance))
                return found;
            break;
        }

        found.Clear();
        return found;
    }

    private void AddUnescaped(IOperation value, List<Place> found)
    {
        if (!IsEscaped(value))
            found.Add(Operations.Unwrap(value)!.Syntax);
    }

    private bool IsJsonTemplate(IOperation? template)
    {
        foreach (var possibility in _code.Resolver.Resolve(template).Known)
        {
            if (possibility.Text is { } text && LooksLikeJson(text))
                return true;
        }

        return false;
    }
}
