using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using BrevoAnalyzers.Model;
using BrevoAnalyzers.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BrevoAnalyzers.Reading;

/// <summary>
/// Reads a settings class's own defaults: property initialisers, defaults of positional parameters, what its constructor assigns, and
/// the values of a class of constants. They are reported here, in the class's own file, whoever uses them.
/// </summary>
internal static class SettingsClassReader
{
    public static IEnumerable<SmtpSession> Read(MailCode code)
    {
        var type = code.Type;
        if (type.TypeKind is not (TypeKind.Class or TypeKind.Struct) || SettingsNames.Of(code).HasSettings(type.Name) == false || LibrarySettings.IsKnown(type))
            yield break;

        var roles = SettingsShape.RolesOf(type);
        if (!roles.IsSession)
            yield break;

        var settings = new SettingsObject(type.DeclaringSyntaxReferences[0].GetSyntax(code.Cancellation), members => Default(code, type, members)) { NamedBy = ImmutableArray.Create(type) };
        foreach (var member in type.GetMembers())
        {
            if (DeclarationOf(member, code) is { } declaration)
                settings.SetHere[member.Name] = declaration;
        }

        foreach (var session in SettingsShape.Read(settings, roles).Sessions(code))
            yield return session;
    }

    private static ValueSet Default(MailCode code, INamedTypeSymbol type, string[] members)
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            foreach (var member in current.GetMembers(members[0]))
            {
                if (member.Kind is not (SymbolKind.Field or SymbolKind.Property))
                    continue;

                // A default that the settings files hide in every environment is never used; a secret can be read all the same.
                return !SettingRoles.IsPassword(SettingRoles.Classify(member.Name)) && code.Resolver.IsStatedEverywhere(type, ImmutableArray.Create(members))
                    ? ValueSet.Empty
                    : code.Resolver.ResolveDefault(member, members.Length > 1 ? new[] { members[1] } : Array.Empty<string>());
            }
        }

        return ValueSet.Empty;
    }

    /// <summary>The text that gives a member its value, else the one that declares it.</summary>
    private static SyntaxNode? DeclarationOf(ISymbol member, MailCode code)
    {
        if (member.Kind is not (SymbolKind.Field or SymbolKind.Property) || member.DeclaringSyntaxReferences.Length == 0)
            return null;

        var declaration = member.DeclaringSyntaxReferences[0].GetSyntax(code.Cancellation);
        return declaration switch
        {
            VariableDeclaratorSyntax { Initializer.Value: { } value } => value,
            PropertyDeclarationSyntax { Initializer.Value: { } value } => value,
            ParameterSyntax { Default.Value: { } value } => value,
            _ => declaration,
        };
    }
}
