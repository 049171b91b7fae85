using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using BrevoAnalyzers.CodeFixes.Infrastructure;
using BrevoAnalyzers.Model;
using BrevoAnalyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BrevoAnalyzers.CodeFixes;

/// <summary>BREVO2003: the setting beside the one that is read, where the code shows that there is one.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ReadOtherSetting))]
public sealed class ReadOtherSetting : BrevoCodeFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("BREVO2003");

    protected override IEnumerable<FixChoice> Choices(FixTarget target)
    {
        if (Enum.TryParse<SettingRole>(target.Property(SettingNaming.Role), out var role) && ServesOneUse(target) && Edit(target, role) is { } edit && target.Compiles(edit))
            yield return new FixChoice($"Read the {WantedSetting.NounOf(role)} instead", nameof(ReadOtherSetting), edit);
    }

    private static Action<DocumentEdits>? Edit(FixTarget target, SettingRole role)
    {
        if (target.Property(SettingNaming.HasSiblingMember) is not null)
        {
            return target is { Node: MemberAccessExpressionSyntax access } && WantedSetting.SiblingMember(target, access, role) is { } member
                ? edits => edits.Replace(access, SyntaxFactory.ParseExpression(member))
                : null;
        }

        var setting = target.Property(SettingNaming.ConfigurationKey) ?? target.Property(SettingNaming.EnvironmentVariable);
        foreach (var node in target.Node.DescendantNodesAndSelf())
        {
            // The key as it is written: in a section only the last part of it.
            if (setting is not null && node is LiteralExpressionSyntax { Token.Value: string key } literal && SettingRoles.Classify(key) != SettingRole.None && key != setting)
            {
                var name = key.IndexOf(':') < 0 ? setting.Substring(setting.LastIndexOf(':') + 1) : setting;
                return edits => edits.Replace(literal, SyntaxFactory.LiteralExpression(SyntaxKind.StringLiteralExpression, SyntaxFactory.Literal(name)));
            }
        }

        return null;
    }

    /// <summary>A variable that is filled here may hold the key for its right use too: then nothing is changed.</summary>
    private static bool ServesOneUse(FixTarget target)
    {
        var name = target.Node.FirstAncestorOrSelf<SyntaxNode>(node => node is VariableDeclaratorSyntax or AssignmentExpressionSyntax or StatementSyntax or MemberDeclarationSyntax) switch
        {
            VariableDeclaratorSyntax declarator => declarator.Identifier.ValueText,
            AssignmentExpressionSyntax { Left: IdentifierNameSyntax variable } => variable.Identifier.ValueText,
            AssignmentExpressionSyntax { Left: MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax } member } => member.Name.Identifier.ValueText,
            _ => null,
        };
        if (name is null)
            return true;

        var reads = 0;
        foreach (var node in target.Root.DescendantNodes())
        {
            if (node is IdentifierNameSyntax use && use.Identifier.ValueText == name && !IsWritten(use))
                reads++;
        }

        return reads <= 1;
    }

    private static bool IsWritten(IdentifierNameSyntax use)
    {
        ExpressionSyntax target = use.Parent is MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax } member ? member : use;
        return target.Parent is AssignmentExpressionSyntax assignment && assignment.Left == target;
    }
}
