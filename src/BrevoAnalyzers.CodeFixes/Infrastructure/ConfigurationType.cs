using Microsoft.CodeAnalysis;

namespace BrevoAnalyzers.CodeFixes.Infrastructure;

/// <summary>Microsoft.Extensions.Configuration, recognised by name: the project may have it from any package version.</summary>
internal static class ConfigurationType
{
    /// <summary>The property of WebApplicationBuilder, WebApplication, HostApplicationBuilder, HostBuilderContext.</summary>
    public const string PropertyName = "Configuration";

    public static bool Is(ITypeSymbol type) => IsOrImplements(type, "IConfiguration");

    public static bool IsSection(ITypeSymbol type) => IsOrImplements(type, "IConfigurationSection");

    public static bool HasConfigurationProperty(ITypeSymbol type)
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            if (DeclaresConfigurationProperty(current))
                return true;
        }

        foreach (var implemented in type.AllInterfaces)
        {
            if (type.TypeKind == TypeKind.Interface && DeclaresConfigurationProperty(implemented))
                return true;
        }

        return false;
    }

    private static bool DeclaresConfigurationProperty(ITypeSymbol type)
    {
        foreach (var member in type.GetMembers(PropertyName))
        {
            if (member is IPropertySymbol { IsStatic: false, GetMethod: not null } property && Is(property.Type))
                return true;
        }

        return false;
    }

    private static bool IsOrImplements(ITypeSymbol type, string name)
    {
        if (IsNamed(type, name))
            return true;

        foreach (var implemented in type.AllInterfaces)
        {
            if (IsNamed(implemented, name))
                return true;
        }

        return false;
    }

    private static bool IsNamed(ITypeSymbol type, string name)
        => type.Name == name
        && type.ContainingNamespace is
        {
            Name: "Configuration",
            ContainingNamespace: { Name: "Extensions", ContainingNamespace: { Name: "Microsoft", ContainingNamespace.IsGlobalNamespace: true } },
        };
}
