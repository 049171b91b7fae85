using System;
using System.Threading;
using BrevoAnalyzers.Model;
using BrevoAnalyzers.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace BrevoAnalyzers.Reading;

/// <summary>
/// How a serialiser names the members of a class. <c>PostAsJsonAsync</c> and <c>JsonContent.Create</c> write camel case,
/// <c>JsonSerializer.Serialize</c> and <c>JsonConvert</c> what C# calls them, unless options or attributes say otherwise.
/// </summary>
internal sealed class JsonNaming
{
    /// <summary>C#'s own names.</summary>
    public static readonly JsonNaming AsWritten = new(Policy.AsWritten);

    public static readonly JsonNaming CamelCase = new(Policy.CamelCase);

    private static readonly JsonNaming s_snakeCase = new(Policy.SnakeCase);

    /// <summary>Not known: the names are taken for camel case, which is right and reports nothing.</summary>
    public static readonly JsonNaming Unknown = new(Policy.CamelCase);

    private readonly Policy _policy;

    private JsonNaming(Policy policy) => _policy = policy;

    private enum Policy
    {
        AsWritten,
        CamelCase,
        SnakeCase,
    }

    /// <summary>The naming that options of System.Text.Json or settings of Newtonsoft.Json ask for.</summary>
    public static JsonNaming Of(MailCode code, IOperation? options, JsonNaming otherwise)
    {
        options = Operations.Unwrap(options);
        if (options is null or IDefaultValueOperation || options.ConstantValue is { HasValue: true, Value: null })
            return otherwise;
        if (options.Type is { Name: "Formatting" })
            return otherwise;
        if (options.Type is not { Name: "JsonSerializerOptions" } || options is IPropertyReferenceOperation { Property: { Name: "Web", IsStatic: true } })
            return Unknown;

        foreach (var made in code.Resolver.Resolve(options))
        {
            if (made.Object is not IObjectCreationOperation creation)
                return Unknown;
            if (creation.Arguments.Length > 0)
                return IsGeneral(creation) ? OfPolicy(code, options) : Unknown;
        }

        return OfPolicy(code, options);
    }

    /// <summary>The name that is written; null for a member that is not.</summary>
    public string? NameOf(IPropertySymbol property)
    {
        foreach (var attribute in property.GetAttributes())
        {
            switch (attribute.AttributeClass?.Name)
            {
                case "JsonIgnoreAttribute" when IsAlways(attribute):
                case "IgnoreDataMemberAttribute":
                    return null;
                case "JsonPropertyNameAttribute" or "JsonPropertyAttribute" or "DataMemberAttribute":
                    if (GivenName(attribute) is { } name)
                        return name;
                    break;
            }
        }

        return _policy switch
        {
            Policy.AsWritten => property.Name,
            Policy.SnakeCase => string.Join("_", NameWords.Split(property.Name)).ToLowerInvariant(),
            _ => Camel(property.Name),
        };
    }

    /// <summary>The text in an attribute that names the member; null where C#'s name counts.</summary>
    public static Place? GivenAt(IPropertySymbol property, CancellationToken cancellation)
    {
        foreach (var attribute in property.GetAttributes())
        {
            if (attribute.AttributeClass?.Name is "JsonPropertyNameAttribute" or "JsonPropertyAttribute" or "DataMemberAttribute"
                && GivenName(attribute) is not null
                && attribute.ApplicationSyntaxReference?.GetSyntax(cancellation) is AttributeSyntax { ArgumentList.Arguments: { } arguments })
            {
                foreach (var argument in arguments)
                {
                    if (argument is { NameEquals: null } or { NameEquals.Name.Identifier.ValueText: "PropertyName" or "Name" })
                        return argument.Expression;
                }
            }
        }

        return null;
    }

    /// <summary>Source: System.Text.Json's JsonCamelCaseNamingPolicy: leading capitals fall, the last of them before a small letter stays.</summary>
    public static string Camel(string name)
    {
        if (name.Length == 0 || !char.IsUpper(name[0]))
            return name;

        var characters = name.ToCharArray();
        for (var i = 0; i < characters.Length; i++)
        {
            if (i > 0 && (!char.IsUpper(characters[i]) || (i + 1 < characters.Length && !char.IsUpper(characters[i + 1]))))
                break;

            characters[i] = char.ToLowerInvariant(characters[i]);
        }

        return new string(characters);
    }

    private static bool IsGeneral(IObjectCreationOperation creation) =>
        creation.Arguments.Length == 1 && creation.Arguments[0].Value is { Type.Name: "JsonSerializerDefaults", ConstantValue: { HasValue: true, Value: 0 } };

    private static JsonNaming OfPolicy(MailCode code, IOperation options)
    {
        var policies = code.Resolver.Resolve(options, "PropertyNamingPolicy");
        if (policies.IsUnset && code.Resolver.Resolve(options, "Converters", "Add()").Count == 0 && code.Resolver.Resolve(options, "TypeInfoResolver").IsUnset)
            return AsWritten;

        if (policies.Count == 1 && policies[0] is { Kind: PossibilityKind.Named, Name: "SnakeCaseLower" })
            return s_snakeCase;

        foreach (var policy in policies)
        {
            if (policy is not { IsConstant: true, Value: null })
                return Unknown;
        }

        return policies.Count > 0 ? AsWritten : Unknown;
    }

    private static bool IsAlways(AttributeData attribute)
    {
        foreach (var argument in attribute.NamedArguments)
        {
            // JsonIgnoreCondition: Never = 0, Always = 1; the others drop a value that is null or default.
            if (argument.Key == "Condition")
                return argument.Value.Value is 1;
        }

        return true;
    }

    private static string? GivenName(AttributeData attribute)
    {
        foreach (var argument in attribute.NamedArguments)
        {
            if (argument.Key is "PropertyName" or "Name" && argument.Value.Value is string named)
                return named;
        }

        foreach (var argument in attribute.ConstructorArguments)
        {
            if (argument.Value is string given)
                return given;
        }

        return null;
    }
}
