using Microsoft.CodeAnalysis;

namespace BrevoAnalyzers.Values;

/// <summary>Microsoft.Extensions.Options and configuration binding, as far as types and attributes show them.</summary>
internal static class OptionsTypes
{
    /// <summary>The options class of <c>IOptions&lt;T&gt;</c>, <c>IOptionsSnapshot&lt;T&gt;</c>, <c>IOptionsMonitor&lt;T&gt;</c>; null for other types.</summary>
    public static ITypeSymbol? Wrapped(ITypeSymbol type) =>
        type is INamedTypeSymbol { Name: "IOptions" or "IOptionsSnapshot" or "IOptionsMonitor", TypeArguments.Length: 1 } options && IsInOptions(options)
            ? options.TypeArguments[0]
            : null;

    /// <summary>The options class of a builder, as <c>AddOptions&lt;T&gt;()</c> returns it.</summary>
    public static ITypeSymbol? Built(ITypeSymbol? type) =>
        type is INamedTypeSymbol { Name: "OptionsBuilder", TypeArguments.Length: 1 } builder && IsInOptions(builder) ? builder.TypeArguments[0] : null;

    /// <summary>The key that <c>[ConfigurationKeyName]</c> gives a member; null where it has its own name.</summary>
    public static string? KeyName(ISymbol? member)
    {
        if (member is null)
            return null;

        foreach (var attribute in member.GetAttributes())
        {
            if (attribute.AttributeClass?.Name == "ConfigurationKeyNameAttribute" && attribute.ConstructorArguments.Length == 1)
                return attribute.ConstructorArguments[0].Value as string;
        }

        return null;
    }

    private static bool IsInOptions(INamedTypeSymbol type) =>
        type.ContainingNamespace is { Name: "Options", ContainingNamespace: { Name: "Extensions", ContainingNamespace.Name: "Microsoft" } };
}
