using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace BrevoAnalyzers.Values;

/// <content>Calls of the libraries that values commonly pass through: environment, parsing, options.</content>
internal sealed partial class Resolver
{
    private List<Possibility>? EvaluateLibraryProperty(IPropertyReferenceOperation property, ImmutableArray<string> suffix)
    {
        var name = property.Property.Name;
        if (name == "Value" && property.Property.ContainingType.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T)
            return WithoutNull(Evaluate(property.Instance, suffix));
        if (name == "Result" && property.Property.ContainingType is { Name: "Task" or "ValueTask" })
            return Evaluate(property.Instance, suffix);
        if (name == "Value" && IsConfiguration(property.Instance?.Type))
            return SectionValue(property, property.Instance!, suffix);

        return null;
    }

    private List<Possibility>? EvaluateLibraryCall(IInvocationOperation invocation, ImmutableArray<string> suffix)
    {
        var method = invocation.TargetMethod;
        var type = method.ContainingType?.Name;
        var first = invocation.Arguments.Length > 0 ? invocation.Arguments[0].Value : null;
        switch (method.Name)
        {
            case "GetEnvironmentVariable" when type == "Environment" && first is not null:
                return EnvironmentVariables(invocation, first, suffix);
            case "GetValue" or "GetSection" or "GetRequiredSection" or "GetConnectionString" or "Get" when IsConfiguration(Operations.ReceiverOf(invocation)?.Type):
                return EvaluateConfigurationCall(invocation, suffix);
            case "Parse" when first is not null && method.IsStatic && IsAddress(type):
                return suffix.IsEmpty ? Single(Possibility.Made(invocation)) : Evaluate(first, NoMembers);
            case "Parse" when first is not null && method.IsStatic && suffix.IsEmpty && IsParsed(method.ReturnType):
                return Parsed(Evaluate(first, NoMembers), method.ReturnType);
            case "Parse" when type == "Enum" && suffix.IsEmpty && EnumTypeAndText(invocation) is var (@enum, text):
                return Parsed(Evaluate(text, NoMembers), @enum);
            case "ToInt32" or "ToInt16" or "ToUInt16" or "ToBoolean" or "ToString" when type == "Convert" && first is not null:
                return Parsed(Evaluate(first, NoMembers), method.ReturnType);
            case "ToString" when invocation.Instance?.Type?.Name is "JsonObject" or "JsonArray" or "JObject" or "JArray":
                return null; // the JSON of the object, not the object
            case "ToString" when invocation.Instance is not null && suffix.IsEmpty && method.Parameters.Length <= 1:
                return EvaluateToString(invocation);
            case "Trim" or "TrimStart" or "TrimEnd" or "Normalize" when invocation.Instance?.Type?.SpecialType == SpecialType.System_String && invocation.Arguments.IsEmpty:
                return Map(Evaluate(invocation.Instance, suffix), value => (value as string)?.Trim() ?? value);
            case "ToLower" or "ToLowerInvariant" when invocation.Instance is not null:
                return Map(Evaluate(invocation.Instance, suffix), value => value is string text ? text.ToLowerInvariant() : value);
            case "GetValueOrDefault" when invocation.Instance?.Type?.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T:
                return first is null ? OrDefault(Evaluate(invocation.Instance, suffix), method.ReturnType) : EvaluateCoalesce(invocation, invocation.Instance!, first, suffix);
            case "ConfigureAwait" or "GetAwaiter" or "GetResult" or "AsTask" or "ToArray" or "ToList" or "AsReadOnly" or "AsEnumerable":
                return Operations.ReceiverOf(invocation) is { } receiver ? Evaluate(receiver, suffix) : null;
            case "FromResult" when first is not null && type is "Task" or "ValueTask":
                return Evaluate(first!, suffix);
            case "Create" when type == "Options" && first is not null && !suffix.IsEmpty && suffix[0] == "Value":
                return Evaluate(first, suffix.RemoveAt(0));
            case "First" or "FirstOrDefault" or "Single" or "SingleOrDefault" or "Last" or "LastOrDefault" or "Find" or "ElementAt" or "ElementAtOrDefault" when Operations.ReceiverOf(invocation) is { } rows && method.DeclaringSyntaxReferences.IsEmpty:
                return EvaluateSearch(invocation, rows, suffix);
            case "TryParse" or "IsNullOrEmpty" or "IsNullOrWhiteSpace" or "Equals" or "StartsWith" or "EndsWith" or "Contains" or "ContainsKey" when method.ReturnType.SpecialType == SpecialType.System_Boolean:
                return Single(Possibility.Unknown(invocation.Syntax));
            default:
                return null;
        }
    }

    private static List<Possibility> WithoutNull(List<Possibility> found)
    {
        var result = new List<Possibility>(found.Count);
        foreach (var possibility in found)
        {
            if (possibility is not { IsConstant: true, Value: null })
                result.Add(possibility);
        }

        return result;
    }

    /// <summary>A nullable's value, or zero or false where it has none.</summary>
    private static List<Possibility> OrDefault(List<Possibility> found, ITypeSymbol type)
    {
        object? nothing = type.SpecialType switch
        {
            SpecialType.System_Int32 => 0,
            SpecialType.System_Boolean => false,
            _ => null,
        };
        var result = new List<Possibility>(found.Count);
        foreach (var possibility in found)
            result.Add(possibility is not { IsConstant: true, Value: null } ? possibility : nothing is null ? possibility.Forget() : possibility.WithValue(nothing));

        return result;
    }

    /// <summary>Enum.Parse(typeof(T), text) and Enum.Parse&lt;T&gt;(text).</summary>
    private static (ITypeSymbol Type, IOperation Text)? EnumTypeAndText(IInvocationOperation parse)
    {
        if (parse.Arguments.Length == 0)
            return null;
        if (parse.TargetMethod.TypeArguments.Length == 1)
            return (parse.TargetMethod.TypeArguments[0], parse.Arguments[0].Value);

        return parse.Arguments.Length > 1 && parse.Arguments[0].Value is ITypeOfOperation type ? (type.TypeOperand, parse.Arguments[1].Value) : null;
    }

    private static bool IsParsed(ITypeSymbol type) =>
        type.SpecialType is SpecialType.System_Int32 or SpecialType.System_Int16 or SpecialType.System_UInt16 or SpecialType.System_Int64 or SpecialType.System_Boolean;

    private static bool IsAddress(string? type) => type is "MailboxAddress" or "InternetAddress" or "InternetAddressList";

    private List<Possibility> EvaluateToString(IInvocationOperation invocation)
    {
        var found = Evaluate(invocation.Instance, NoMembers);
        return invocation.Instance!.Type?.TypeKind == TypeKind.Enum
            ? Map(found, _ => null)
            : Map(found, value => value is null ? null : Convert(value));
    }

    /// <summary>Text turned into a number, flag or enum member; what does not parse is unknown, as the parse would throw or fail.</summary>
    private static List<Possibility> Parsed(List<Possibility> texts, ITypeSymbol? type) => Map(texts, value =>
    {
        if (value is not string text)
            return value;

        type = type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable ? nullable.TypeArguments[0] : type;
        switch (type)
        {
            case { SpecialType: SpecialType.System_String }:
                return text;
            case { SpecialType: SpecialType.System_Boolean }:
                return bool.TryParse(text, out var flag) ? flag : null;
            case { SpecialType: SpecialType.System_Int32 or SpecialType.System_Int16 or SpecialType.System_UInt16 or SpecialType.System_Int64 }:
                return int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number : null;
            case INamedTypeSymbol { TypeKind: TypeKind.Enum } @enum:
                foreach (var member in @enum.GetMembers())
                {
                    if (member is IFieldSymbol { HasConstantValue: true } field && string.Equals(field.Name, text, StringComparison.OrdinalIgnoreCase))
                        return field.ConstantValue;
                }

                return null;
            default:
                return null;
        }
    });

    private List<Possibility> EnvironmentVariables(IOperation use, IOperation name, ImmutableArray<string> suffix)
    {
        var result = new List<Possibility>();
        foreach (var possibility in Evaluate(name, NoMembers))
        {
            if (possibility.Text is { } text)
                result.Add(EnvironmentVariable(text, use.Syntax));
        }

        return suffix.IsEmpty && result.Count > 0 ? result : Single(Possibility.Unknown(use.Syntax, Suffix(suffix)));
    }

    private static Possibility EnvironmentVariable(string name, SyntaxNode use) => Possibility.Named(SourceKind.EnvironmentVariable, name, "environment:" + name, use);
}
