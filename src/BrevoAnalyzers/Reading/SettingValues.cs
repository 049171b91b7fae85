using System;
using System.Collections.Immutable;
using System.Globalization;
using BrevoAnalyzers.Model;
using BrevoAnalyzers.Values;
using Microsoft.CodeAnalysis;

namespace BrevoAnalyzers.Reading;

/// <summary>Turns what a setting says into what the model holds: ports as numbers, TLS modes as numbers of <see cref="TlsMode"/>.</summary>
internal static class SettingValues
{
    /// <summary>Ports, also where they are written as text.</summary>
    public static ValueSet Ports(ValueSet values) => Map(values, value => value switch
    {
        int => value,
        string text when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) => number,
        short or ushort or long or uint or byte => Convert.ToInt64(value, CultureInfo.InvariantCulture) is var number and >= 0 and <= ushort.MaxValue ? (int)number : null,
        _ => null,
    });

    /// <summary>A flag, also where it is written as text.</summary>
    public static ValueSet Flags(ValueSet values) => Map(values, value => value switch
    {
        bool => value,
        string text when bool.TryParse(text, out var flag) => flag,
        _ => null,
    });

    /// <summary>Modes by the names that MailKit gives them, from MailKit's enumeration, one that looks like it, or text.</summary>
    public static ValueSet Modes(ValueSet values, ITypeSymbol? type) => Map(values, value => value switch
    {
        string text => ModeOf(text),
        int number when type is INamedTypeSymbol { TypeKind: TypeKind.Enum } @enum => ModeOf(NameOf(@enum, number)),
        _ => null,
    });

    /// <summary>A flag that says STARTTLS. That it is off says nothing: its reader may choose implicit TLS then.</summary>
    public static ValueSet StartTls(ValueSet values) => Map(values, value => value switch
    {
        true => (int)TlsMode.StartTls,
        string text when bool.TryParse(text, out var flag) && flag => (int)TlsMode.StartTls,
        _ => null,
    });

    /// <summary>The same possibilities with other constants; those that have no counterpart are forgotten.</summary>
    public static ValueSet Map(ValueSet values, Func<object?, object?> map)
    {
        var result = ImmutableArray.CreateBuilder<Possibility>(values.Count);
        foreach (var value in values)
        {
            if (!value.IsConstant)
                result.Add(value);
            else
                result.Add(map(value.Value) is { } mapped ? value.WithValue(mapped) : value.Forget());
        }

        return new ValueSet(result.ToImmutable());
    }

    private static object? ModeOf(string? name) => name?.ToLowerInvariant() switch
    {
        "none" => (int)TlsMode.None,
        "auto" => (int)TlsMode.Auto,
        "sslonconnect" => (int)TlsMode.SslOnConnect,
        "starttls" => (int)TlsMode.StartTls,
        "starttlswhenavailable" => (int)TlsMode.StartTlsWhenAvailable,
        _ => null,
    };

    private static string? NameOf(INamedTypeSymbol @enum, int number)
    {
        foreach (var member in @enum.GetMembers())
        {
            if (member is IFieldSymbol { HasConstantValue: true, ConstantValue: int value } && value == number)
                return member.Name;
        }

        return null;
    }
}
