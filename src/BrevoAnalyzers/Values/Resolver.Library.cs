using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace BrevoAnalyzers.Values;

/// <content>Calls of the libraries that values commonly pass through: configuration, environment, parsing, options.</content>
internal sealed partial class Resolver
{
    private List<Possibility>? EvaluateConfigurationIndexer(IPropertyReferenceOperation indexer, ImmutableArray<string> suffix) =>
        indexer.Arguments.Length == 1 && IsConfiguration(indexer.Instance?.Type) && suffix.IsEmpty
            ? Settings(indexer, indexer.Instance!, indexer.Arguments[0].Value, suffix)
            : null;

    private List<Possibility>? EvaluateLibraryProperty(IPropertyReferenceOperation property, ImmutableArray<string> suffix)
    {
        var name = property.Property.Name;
        if (name == "Value" && property.Property.ContainingType.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T)
            return Evaluate(property.Instance, suffix);
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
            case "Parse" when first is not null && method.IsStatic && suffix.IsEmpty:
                return Parsed(Evaluate(type == "Enum" && invocation.Arguments.Length > 1 && first is ITypeOfOperation ? invocation.Arguments[1].Value : first, NoMembers), method.ReturnType);
            case "ToInt32" or "ToInt16" or "ToUInt16" or "ToBoolean" or "ToString" when type == "Convert" && first is not null:
                return Parsed(Evaluate(first, NoMembers), method.ReturnType);
            case "ToString" when invocation.Instance is not null && suffix.IsEmpty && method.Parameters.Length <= 1:
                return EvaluateToString(invocation);
            case "Trim" or "TrimStart" or "TrimEnd" or "Normalize" when invocation.Instance?.Type?.SpecialType == SpecialType.System_String && invocation.Arguments.IsEmpty:
                return Map(Evaluate(invocation.Instance, suffix), value => (value as string)?.Trim() ?? value);
            case "ToLower" or "ToLowerInvariant" when invocation.Instance is not null:
                return Map(Evaluate(invocation.Instance, suffix), value => value is string text ? text.ToLowerInvariant() : value);
            case "GetValueOrDefault" when invocation.Instance?.Type?.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T:
                return first is null ? Evaluate(invocation.Instance, suffix) : EvaluateCoalesce(invocation, invocation.Instance!, first, suffix);
            case "ConfigureAwait" or "GetAwaiter" or "GetResult" or "AsTask" or "ToArray" or "ToList" or "AsReadOnly" or "AsEnumerable":
                return Operations.ReceiverOf(invocation) is { } receiver ? Evaluate(receiver, suffix) : null;
            case "FromResult" when first is not null && type is "Task" or "ValueTask":
                return Evaluate(first!, suffix);
            case "Create" when type == "Options" && first is not null && !suffix.IsEmpty && suffix[0] == "Value":
                return Evaluate(first, suffix.RemoveAt(0));
            case "First" or "FirstOrDefault" or "Single" or "SingleOrDefault" or "Last" or "LastOrDefault" or "Find" or "ElementAt" when Operations.ReceiverOf(invocation) is { } rows && method.DeclaringSyntaxReferences.IsEmpty:
                return Rows(invocation, rows, suffix, "row@" + invocation.Syntax.SpanStart.ToString(CultureInfo.InvariantCulture), wanted: null);
            case "TryParse" or "IsNullOrEmpty" or "IsNullOrWhiteSpace" or "Equals" or "StartsWith" or "EndsWith" or "Contains" or "ContainsKey" when method.ReturnType.SpecialType == SpecialType.System_Boolean:
                return Single(Possibility.Unknown(invocation.Syntax));
            default:
                return null;
        }
    }

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

    private static bool IsConfiguration(ITypeSymbol? type)
    {
        if (type is null)
            return false;
        if (IsConfigurationContract(type))
            return true;

        foreach (var contract in type.AllInterfaces)
        {
            if (IsConfigurationContract(contract))
                return true;
        }

        return false;
    }

    private static bool IsConfigurationContract(ITypeSymbol type) =>
        type is { Name: "IConfiguration", ContainingNamespace: { Name: "Configuration", ContainingNamespace: { Name: "Extensions", ContainingNamespace.Name: "Microsoft" } } };

    private List<Possibility>? EvaluateConfigurationCall(IInvocationOperation invocation, ImmutableArray<string> suffix)
    {
        var configuration = Operations.ReceiverOf(invocation)!;
        var key = invocation.Argument("key");
        switch (invocation.TargetMethod.Name)
        {
            case "GetValue" when key is not null && suffix.IsEmpty:
                var setting = Settings(invocation, configuration, key, NoMembers);
                return Operations.Given(invocation.Arguments, "defaultValue") is { } fallback ? Union(setting, Evaluate(fallback, NoMembers)) : setting;
            case "GetConnectionString" when invocation.Argument("name") is { } name:
                return Settings(invocation, configuration, name, suffix, "ConnectionStrings:");
            case "GetSection" or "GetRequiredSection" when key is not null:
                return Settings(invocation, configuration, key, suffix);
            case "Get":
                return BoundSection(invocation, configuration, suffix);
            default:
                return null;
        }
    }

    /// <summary><c>section.Get&lt;SmtpOptions&gt;()</c>: each member is a key of the section, over the default of the class.</summary>
    private List<Possibility> BoundSection(IInvocationOperation invocation, IOperation configuration, ImmutableArray<string> suffix)
    {
        var result = new List<Possibility>();
        if (!suffix.IsEmpty && invocation.TargetMethod.TypeArguments.Length == 1)
        {
            var type = invocation.TargetMethod.TypeArguments[0];
            ITypeSymbol? current = type;
            ISymbol? member = null;
            foreach (var name in suffix)
            {
                member = current is null ? null : FindMember(current, name);
                current = (member as IPropertySymbol)?.Type;
            }

            if (member is not null && _bodies.Initializer(member) is { } initializer)
                result.AddRange(Named(Evaluate(initializer, NoMembers), member.Name));
        }

        foreach (var section in SectionKeys(configuration))
            result.Add(Key(section + string.Join(":", suffix), invocation));
        return result;
    }

    private List<Possibility> SectionValue(IPropertyReferenceOperation property, IOperation section, ImmutableArray<string> suffix)
    {
        var result = new List<Possibility>();
        foreach (var key in SectionKeys(section))
            result.Add(Key(key.TrimEnd(':'), property));

        return suffix.IsEmpty && result.Count > 0 ? result : Single(Possibility.Unknown(property.Syntax, Suffix(suffix)));
    }

    private List<Possibility> Settings(IOperation use, IOperation configuration, IOperation key, ImmutableArray<string> suffix, string prefix = "")
    {
        var result = new List<Possibility>();
        foreach (var section in SectionKeys(configuration))
        {
            foreach (var name in Evaluate(key, NoMembers))
            {
                if (name.Text is { } text)
                    result.Add(Key(section + prefix + text + (suffix.IsEmpty ? "" : ":" + string.Join(":", suffix)), use));
            }
        }

        return result.Count > 0 ? result : Single(Possibility.Named(SourceKind.Call, "", "setting:" + Canonical(use), use.Syntax));
    }

    private static Possibility Key(string key, IOperation use) =>
        Possibility.Named(SourceKind.ConfigurationKey, key, "configuration:" + key.ToLowerInvariant(), use.Syntax);

    /// <summary>The prefix ("Email:Smtp:") of the section that an expression stands for; empty for the whole configuration.</summary>
    private List<string> SectionKeys(IOperation configuration)
    {
        var result = new List<string>();
        foreach (var possibility in Evaluate(configuration, NoMembers))
        {
            if (possibility.Source == SourceKind.ConfigurationKey)
                result.Add(possibility.Name + ":");
        }

        if (result.Count == 0)
            result.Add("");
        return result;
    }

    private List<Possibility> EnvironmentVariables(IOperation use, IOperation name, ImmutableArray<string> suffix)
    {
        var result = new List<Possibility>();
        foreach (var possibility in Evaluate(name, NoMembers))
        {
            if (possibility.Text is { } text)
                result.Add(Possibility.Named(SourceKind.EnvironmentVariable, text, "environment:" + text, use.Syntax));
        }

        return suffix.IsEmpty && result.Count > 0 ? result : Single(Possibility.Unknown(use.Syntax, Suffix(suffix)));
    }
}
