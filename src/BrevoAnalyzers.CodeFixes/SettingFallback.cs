using System;
using BrevoAnalyzers.CodeFixes.Infrastructure;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BrevoAnalyzers.CodeFixes;

/// <summary>
/// A wrong value that only stands in for a setting, as in <c>configuration["Brevo:SmtpKey"] ?? "…"</c>. The setting is read already:
/// what is missing is that somebody hears of it when it is not there.
/// </summary>
internal static class SettingFallback
{
    /// <summary>Lets the code throw instead of falling back; null where the value is no fallback.</summary>
    public static Action<DocumentEdits>? Edit(FixTarget target, string? knownKey)
    {
        if (WholeConstant.Around(target.Node, target.Model, target.CancellationToken) is not { } value)
            return null;

        Action<DocumentEdits>? edit = value.Parent switch
        {
            BinaryExpressionSyntax coalesce when coalesce.IsKind(SyntaxKind.CoalesceExpression) && coalesce.Right == value
                => edits => edits.Replace(value, SettingReader.Throw(NameOf(coalesce.Left))),
            ConditionalExpressionSyntax test when Tested(test, value) is { } tested
                => edits => edits.Replace(value, SettingReader.Throw(NameOf(tested))),
            ArgumentSyntax { Parent: ArgumentListSyntax { Parent: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "GetValue" } access } call } arguments }
                when arguments.Arguments is { Count: 2 } given && given[1].Expression == value
                => edits => edits.Replace(call, WithoutDefault(call, access, NameOf(call))),
            _ => null,
        };
        return edit is not null && target.Compiles(edit) ? edit : null;

        string NameOf(ExpressionSyntax setting) => SettingFallback.NameOf(setting, target, knownKey);
    }

    /// <summary>The <c>x</c> of <c>string.IsNullOrEmpty(x) ? value : …</c> and of its negation.</summary>
    private static ExpressionSyntax? Tested(ConditionalExpressionSyntax conditional, ExpressionSyntax value)
    {
        var (condition, whenEmpty) = conditional.Condition is PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalNotExpression } not
            ? (not.Operand, conditional.WhenFalse)
            : (conditional.Condition, conditional.WhenTrue);
        return whenEmpty == value
            && condition is InvocationExpressionSyntax
            {
                Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "IsNullOrEmpty" or "IsNullOrWhiteSpace" },
                ArgumentList.Arguments: { Count: 1 } arguments,
            }
                ? arguments[0].Expression
                : null;
    }

    /// <summary><c>configuration.GetValue("Key", "value")</c> becomes <c>configuration.GetValue&lt;string&gt;("Key") ?? throw …</c></summary>
    private static ExpressionSyntax WithoutDefault(InvocationExpressionSyntax call, MemberAccessExpressionSyntax access, string name)
    {
        var text = SyntaxFactory.PredefinedType(SyntaxFactory.Token(SyntaxKind.StringKeyword));
        var generic = SyntaxFactory.GenericName(SyntaxFactory.Identifier("GetValue"), SyntaxFactory.TypeArgumentList(SyntaxFactory.SingletonSeparatedList<TypeSyntax>(text)));
        var arguments = call.ArgumentList.Arguments;
        var read = call
            .WithExpression(access.WithName(generic))
            .WithArgumentList(call.ArgumentList.WithArguments(arguments.RemoveAt(1)));
        return Precedence.Parenthesise(SettingReader.OrThrow(read.WithoutTrivia(), name), call);
    }

    /// <summary>What the setting is called where it is read: its key, variable or member.</summary>
    private static string NameOf(ExpressionSyntax setting, FixTarget target, string? knownKey)
    {
        var key = setting switch
        {
            ElementAccessExpressionSyntax { ArgumentList.Arguments: { Count: > 0 } arguments } => Constant(arguments[0].Expression),
            InvocationExpressionSyntax { ArgumentList.Arguments: { Count: > 0 } arguments } => Constant(arguments[0].Expression),
            MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
            IdentifierNameSyntax name => name.Identifier.ValueText,
            _ => null,
        };

        // A section is read by the last part of the key.
        return key is null || (knownKey is not null && knownKey.EndsWith(":" + key, StringComparison.OrdinalIgnoreCase)) ? knownKey ?? "A setting" : key;

        string? Constant(ExpressionSyntax expression) => target.Model.GetConstantValue(expression, target.CancellationToken).Value as string;
    }
}
