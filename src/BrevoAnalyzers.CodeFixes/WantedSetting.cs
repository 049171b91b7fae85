using System;
using System.Collections.Immutable;
using System.Linq;
using BrevoAnalyzers.CodeFixes.Infrastructure;
using BrevoAnalyzers.Model;
using BrevoAnalyzers.Reading;
using BrevoAnalyzers.Rules;
using BrevoAnalyzers.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BrevoAnalyzers.CodeFixes;

/// <summary>The setting that a finding's value should come from.</summary>
/// <param name="Noun">What it is, in words.</param>
internal sealed record WantedSetting(SettingNames Names, string Noun)
{
    /// <summary>Null where the analyzer named none.</summary>
    public static WantedSetting? Of(FixTarget target)
    {
        var data = target.Diagnostic.Properties;
        var sibling = target.Further;
        if (target.Property(SettingNaming.UseIsUnknown) is not null && UseOf(target) is { } use)
        {
            data = use.Properties;
            sibling = use.Locations.IsEmpty || use.Locations[0].SourceTree != target.Root.SyntaxTree ? null : target.Root.FindNode(use.Locations[0].SourceSpan, getInnermostNodeForTie: true);
        }

        if (!data.TryGetValue(SettingNaming.EnvironmentVariable, out var variable) || variable is null || !Enum.TryParse<SettingRole>(data[SettingNaming.Role], out var role))
            return null;

        data.TryGetValue(SettingNaming.ConfigurationKey, out var key);
        var member = data.ContainsKey(SettingNaming.HasSiblingMember) ? SiblingMember(target, sibling as MemberAccessExpressionSyntax, role) : null;
        return new WantedSetting(new SettingNames(key, variable, data.ContainsKey(SettingNaming.PreferConfiguration), member), NounOf(role));
    }

    /// <summary>The member of a role beside another one: <c>settings.SmtpKey</c> beside <c>settings.SmtpLogin</c>.</summary>
    public static string? SiblingMember(FixTarget target, MemberAccessExpressionSyntax? sibling, SettingRole role)
    {
        if (sibling is null || target.Model.GetTypeInfo(sibling.Expression, target.CancellationToken).Type is not { } holder)
            return null;

        string? second = null;
        foreach (var member in holder.GetMembers())
        {
            if (member is not (IPropertySymbol or IFieldSymbol) || member.Name == sibling.Name.Identifier.ValueText)
                continue;

            var found = SettingRoles.Classify(member.Name);
            if (found == role)
                return sibling.Expression.WithoutTrivia() + "." + member.Name;
            if (role == SettingRole.SmtpKey && found == SettingRole.Password)
                second = sibling.Expression.WithoutTrivia() + "." + member.Name;
        }

        return second;
    }

    /// <summary>
    /// Whole keys are found without binding anything. How the key is used, and so what the setting is called, is asked for here only.
    /// </summary>
    private static FixData? UseOf(FixTarget target)
    {
        if (target.Model.GetEnclosingSymbol(target.Node.SpanStart, target.CancellationToken) is not { } symbol
            || (symbol as INamedTypeSymbol ?? symbol.ContainingType) is not { } type)
        {
            return null;
        }

        var parts = type.DeclaringSyntaxReferences.Select(part => part.GetSyntax(target.CancellationToken)).ToImmutableArray();
        var code = new MailCode(type, parts, new SourceBodies(target.Model.Compilation, target.CancellationToken, target.Model), BrevoOptions.None, target.CancellationToken);
        foreach (var session in MailKitReader.Read(code).Concat(SystemNetMailReader.Read(code)))
        {
            if (session.Password.Values.IsAt(target.Node))
                return SettingNaming.For(SettingRole.SmtpKey, session.Siblings(SettingRole.SmtpKey));
        }

        foreach (var request in HttpClientReader.Read(code).Concat(RestSharpReader.Read(code)).Concat(BrevoSdkReader.Read(code)))
        {
            if (request.Keys.Any(key => key.Values.IsAt(target.Node)))
                return SettingNaming.For(SettingRole.ApiKey, request.Siblings());
        }

        return null;
    }

    public static string NounOf(SettingRole role) => role switch
    {
        SettingRole.ApiKey => "API key",
        SettingRole.Sender => "sender",
        SettingRole.Login => "SMTP login",
        _ => "SMTP key",
    };
}
