using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using BrevoAnalyzers.CodeFixes.Infrastructure;
using BrevoAnalyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BrevoAnalyzers.CodeFixes;

/// <summary>BREVO2005, BREVO3005: two values that stand in each other's place.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SwapValues))]
public sealed class SwapValues : BrevoCodeFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("BREVO2005", "BREVO3005");

    protected override IEnumerable<FixChoice> Choices(FixTarget target)
    {
        var isSender = target.Diagnostic.Id == "BREVO3005";
        var pair = isSender ? NameAndAddress(target) : LoginAndPassword(target);
        if (pair is not var (first, second))
            yield break;

        Action<DocumentEdits> edit = edits =>
        {
            edits.Replace(first, second.WithoutTrivia());
            edits.Replace(second, first.WithoutTrivia());
        };
        if (target.Compiles(edit))
            yield return new FixChoice(isSender ? "Swap name and address" : "Swap login and password", nameof(SwapValues) + (isSender ? "OfSender" : "OfLogin"), edit);
    }

    /// <summary>The two texts, wherever they are written, if each stands for itself.</summary>
    private static (ExpressionSyntax First, ExpressionSyntax Second)? LoginAndPassword(FixTarget target) =>
        target.Property(InvalidSmtpLogin.Swap) is not null && target is { Node: LiteralExpressionSyntax login, Further: LiteralExpressionSyntax password } && login != password
            ? (login, password)
            : null;

    private static (ExpressionSyntax First, ExpressionSyntax Second)? NameAndAddress(FixTarget target)
    {
        if (target.Node is AnonymousObjectCreationExpressionSyntax person)
            return Value(person, "name") is { } called && Value(person, "email") is { } reached ? (called, reached) : null;
        if (target.Node is not BaseObjectCreationExpressionSyntax { ArgumentList: { } arguments } creation)
            return null;

        var name = AddressArguments.Find(target, creation, arguments, "name", "displayName");
        var address = AddressArguments.Find(target, creation, arguments, "address", "email");
        return name is not null && address is not null ? (name.Expression, address.Expression) : null;
    }

    private static ExpressionSyntax? Value(AnonymousObjectCreationExpressionSyntax person, string member)
    {
        foreach (var declarator in person.Initializers)
        {
            if (declarator.NameEquals?.Name.Identifier.ValueText == member)
                return declarator.Expression;
        }

        return null;
    }
}
