using System;
using System.Collections.Generic;
using BrevoAnalyzers.Model;
using BrevoAnalyzers.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace BrevoAnalyzers.Reading;

/// <summary>What is compared with event words: a member of a payload, the value of a JSON key, a variable of that name.</summary>
internal sealed class EventSubject
{
    /// <summary>Enough for <c>payload.Event?.Trim().ToLowerInvariant() ?? ""</c> through a local or two; a bound, not a limit that is met.</summary>
    private const int DeepestChain = 24;

    private EventSubject(string name, bool isJsonMember, ITypeSymbol? owner)
    {
        Name = name;
        IsJsonMember = isJsonMember;
        Owner = owner;
    }

    /// <summary>The name in the JSON, or that of the variable.</summary>
    public string Name { get; }

    /// <summary>Whether the name is one that stands in JSON; else it is a variable, which may hold whatever its name says.</summary>
    public bool IsJsonMember { get; }

    /// <summary>The type that has the member.</summary>
    public ITypeSymbol? Owner { get; }

    /// <summary>Null where the value has been changed on its way, so that its words are the code's own.</summary>
    public static EventSubject? Of(MailCode code, IOperation? operation)
    {
        for (var depth = 0; depth < DeepestChain; depth++)
        {
            switch (Operations.Unwrap(operation))
            {
                case IConditionalAccessOperation access:
                    operation = access.WhenNotNull;
                    break;
                case IConditionalAccessInstanceOperation instance:
                    operation = Operations.ReceiverOf(instance);
                    break;
                case IConversionOperation { OperatorMethod: not null, Type.SpecialType: SpecialType.System_String } read:
                    operation = read.Operand;
                    break;
                case ICoalesceOperation coalesce:
                    operation = coalesce.Value;
                    break;
                case IInvocationOperation { TargetMethod.Name: "ToLower" or "ToLowerInvariant" or "Trim" or "ToString" or "GetString" or "GetValue" } call when KeyOf(call) is null:
                    operation = Operations.ReceiverOf(call);
                    break;
                case IInvocationOperation { TargetMethod.Name: "GetProperty" or "GetValue" or "GetValueOrDefault" or "Value" } call:
                    return KeyOf(call) is { } key ? new EventSubject(key, true, null) : null;
                case IPropertyReferenceOperation { Arguments.Length: 1 } indexer:
                    return indexer.Arguments[0].Value.ConstantValue is { HasValue: true, Value: string index } ? new EventSubject(index, true, null) : null;
                case IPropertyReferenceOperation property:
                    return OfMember(property.Property);
                case IFieldReferenceOperation field:
                    return OfMember(field.Field);
                case IDynamicMemberReferenceOperation dynamic:
                    return new EventSubject(dynamic.MemberName, true, null);
                case IParameterReferenceOperation parameter:
                    return new EventSubject(parameter.Parameter.Name, false, parameter.Parameter.ContainingType);
                case ILocalReferenceOperation local when !ObjectLife.IsWritten(local):
                    switch (local.Local.DeclaringSyntaxReferences.Length == 1 ? local.Local.DeclaringSyntaxReferences[0].GetSyntax(code.Cancellation) : null)
                    {
                        case VariableDeclaratorSyntax { Initializer.Value: { } value }:
                            operation = code.Operation(value);
                            continue;
                        case SingleVariableDesignationSyntax { Parent: DeclarationExpressionSyntax { Parent: ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax lookUp } } }:
                            return code.Operation(lookUp) is IInvocationOperation { TargetMethod.Name: "TryGetProperty" or "TryGetValue" or "TryGetPropertyValue" } found && KeyOf(found) is { } sought
                                ? new EventSubject(sought, true, null)
                                : null;
                        case ForEachStatementSyntax:
                            return new EventSubject(local.Local.Name, false, null);
                        default:
                            return null;
                    }
                default:
                    return null;
            }
        }

        return null;
    }

    /// <summary>The member that a property pattern looks at.</summary>
    public static EventSubject? OfMember(ISymbol member)
    {
        var owner = member.ContainingType;
        if (NameInJson(member) is { } name)
            return new EventSubject(name, true, owner);

        // Read from JSON as it is called, whatever the case.
        return new EventSubject(member.Name, member is IPropertySymbol, owner);
    }

    public static string? NameInJson(ISymbol member)
    {
        foreach (var attribute in member.GetAttributes())
        {
            if (attribute.AttributeClass?.Name is "JsonPropertyNameAttribute" or "JsonPropertyAttribute"
                && attribute.ConstructorArguments.Length > 0
                && attribute.ConstructorArguments[0].Value is string name)
            {
                return name;
            }

            foreach (var named in attribute.NamedArguments)
            {
                if (attribute.AttributeClass?.Name is "JsonPropertyAttribute" or "DataMemberAttribute" && named.Key is "PropertyName" or "Name" && named.Value.Value is string given)
                    return given;
            }
        }

        return null;
    }

    public bool Is(string name) => string.Equals(Name, name, StringComparison.OrdinalIgnoreCase);

    /// <summary>A variable that is called an event, or the word for one: <c>eventName</c>, <c>brevoEvent</c>.</summary>
    public bool IsCalledEvent()
    {
        foreach (var word in NameWords.Split(Name))
        {
            if (word.Equals("event", StringComparison.OrdinalIgnoreCase) || word.Equals("evt", StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }

    /// <summary>The names that say whose event it is, nearest first.</summary>
    public IEnumerable<string> Names()
    {
        if (!IsJsonMember)
            yield return Name;
        for (var type = IsJsonMember ? Owner : null; type is not null; type = type.ContainingType)
            yield return type.Name;
        for (var space = IsJsonMember ? Owner?.ContainingNamespace : null; space is { IsGlobalNamespace: false }; space = space.ContainingNamespace)
            yield return space.Name;
    }

    private static string? KeyOf(IInvocationOperation call)
    {
        foreach (var argument in call.Arguments)
        {
            if (argument.Value.ConstantValue is { HasValue: true, Value: string key })
                return key;
        }

        return null;
    }
}
