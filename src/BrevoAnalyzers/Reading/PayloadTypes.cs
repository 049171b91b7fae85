using System.Collections.Generic;
using BrevoAnalyzers.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BrevoAnalyzers.Reading;

/// <summary>What serialisers make of types.</summary>
internal static class PayloadTypes
{
    /// <summary>The kind of a type whose values are no objects and no arrays; null for the others, and where a serialiser's settings decide.</summary>
    public static PayloadKind? ScalarOf(ITypeSymbol? type)
    {
        switch (type?.SpecialType)
        {
            case SpecialType.System_String or SpecialType.System_Char or SpecialType.System_DateTime:
                return PayloadKind.String;
            case SpecialType.System_Boolean:
                return PayloadKind.Boolean;
            case >= SpecialType.System_SByte and <= SpecialType.System_Double:
                return PayloadKind.Number;
        }

        return type switch
        {
            INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T, TypeArguments: { Length: 1 } arguments } => ScalarOf(arguments[0]),
            INamedTypeSymbol { Name: "Guid" or "DateTimeOffset" or "DateOnly" or "TimeOnly" or "Uri", ContainingNamespace.Name: "System" } => PayloadKind.String,
            IArrayTypeSymbol { ElementType.SpecialType: SpecialType.System_Byte } => PayloadKind.String,
            _ => null,
        };
    }

    public static bool IsJsonNode(ITypeSymbol? type) => type?.Name is "JsonObject" or "JsonNode" or "JsonArray" or "JObject" or "JToken" or "JArray";

    public static bool IsDictionary(ITypeSymbol? type)
    {
        if (type is null)
            return false;
        if (type.Name is "JsonObject" or "JObject" || IsDictionaryContract(type))
            return true;

        foreach (var contract in type.AllInterfaces)
        {
            if (IsDictionaryContract(contract))
                return true;
        }

        return false;
    }

    public static bool IsList(ITypeSymbol? type) => type?.Name is "JsonArray" or "JArray" || ElementOf(type) is not null;

    /// <summary>The type of the elements of an array or list; null for what is written as no array.</summary>
    public static ITypeSymbol? ElementOf(ITypeSymbol? type)
    {
        if (type is null || type.SpecialType == SpecialType.System_String || IsJsonNode(type) || IsDictionary(type))
            return null;
        if (type is IArrayTypeSymbol array)
            return array.ElementType;
        if (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Collections_Generic_IEnumerable_T, TypeArguments: { Length: 1 } arguments })
            return arguments[0];

        foreach (var contract in type.AllInterfaces)
        {
            if (contract.OriginalDefinition.SpecialType == SpecialType.System_Collections_Generic_IEnumerable_T)
                return contract.TypeArguments[0];
        }

        return null;
    }

    /// <summary>Whether a type's own members are what is written: a class of the source or a model of the SDK, without a converter.</summary>
    public static bool HasMembers(ITypeSymbol? type)
    {
        if (type is not { TypeKind: TypeKind.Class or TypeKind.Struct } || (type.DeclaringSyntaxReferences.Length == 0 && !HttpTypes.IsSdk(type, "Model") && !type.IsAnonymousType))
            return false;

        foreach (var attribute in type.GetAttributes())
        {
            if (attribute.AttributeClass?.Name is "JsonConverterAttribute" or "JsonObjectAttribute" or "DataContractAttribute" && !HttpTypes.IsSdk(type, "Model"))
                return false;
        }

        return true;
    }

    /// <summary>The properties that a serialiser writes, those of base classes first.</summary>
    public static IEnumerable<IPropertySymbol> Properties(ITypeSymbol type)
    {
        if (type.BaseType is { SpecialType: not SpecialType.System_Object } parent)
        {
            foreach (var inherited in Properties(parent))
                yield return inherited;
        }

        foreach (var member in type.GetMembers())
        {
            if (member is IPropertySymbol { IsStatic: false, IsIndexer: false, IsOverride: false, DeclaredAccessibility: Accessibility.Public, GetMethod: not null, Name: not "EqualityContract" } property)
                yield return property;
        }
    }

    public static bool IsCollectionExpression(IOperation operation) =>
        operation.Syntax is ExpressionSyntax && operation.Syntax.GetType().Name == "CollectionExpressionSyntax";

    private static bool IsDictionaryContract(ITypeSymbol type) => type is { Name: "IDictionary" or "IReadOnlyDictionary" };
}
