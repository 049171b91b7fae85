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

/// <summary>BREVO1002, BREVO1003, BREVO1004: the TLS mode that the port and the credentials want, where the mode is written.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ChangeTlsMode))]
public sealed class ChangeTlsMode : BrevoCodeFix
{
    private const string EnableSsl = "EnableSsl";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("BREVO1002", "BREVO1003", "BREVO1004");

    protected override IEnumerable<FixChoice> Choices(FixTarget target)
    {
        if (Enum.TryParse<TlsMode>(target.Property(TlsFix.Mode), out var mode)
            && Enum.TryParse<TlsNotation>(target.Property(TlsFix.Notation), out var notation)
            && target.Further is { } place
            && Edit(target, place, mode, notation) is { } edit)
        {
            yield return new FixChoice(Title(mode, notation), nameof(ChangeTlsMode), edit);
        }
    }

    private static string Title(TlsMode mode, TlsNotation notation) =>
        notation == TlsNotation.EnableSsl ? "Set EnableSsl to true"
        : mode == TlsMode.SslOnConnect ? "Connect with implicit TLS"
        : "Connect with STARTTLS";

    private static Action<DocumentEdits>? Edit(FixTarget target, SyntaxNode place, TlsMode mode, TlsNotation notation) => place switch
    {
        BaseObjectCreationExpressionSyntax creation when target.Property(TlsFix.Add) is not null => edits => ClientMember.Set(edits, creation, EnableSsl, True()),
        LiteralExpressionSyntax { Parent: ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax call } argument } when notation == TlsNotation.UseSsl && IsConnect(target, call) => edits => TlsArgument.Replace(edits, argument, mode),
        LiteralExpressionSyntax literal when literal.IsKind(SyntaxKind.FalseLiteralExpression) => edits => edits.Replace(literal, True()),
        // The place of a mode that is left to its default.
        InvocationExpressionSyntax call when notation == TlsNotation.Mode && IsConnect(target, call) => edits => TlsArgument.Write(edits, call, mode),
        ExpressionSyntax expression when IsMode(target, expression) => edits => edits.Replace(expression, TlsArgument.Mode(mode)),
        _ => null,
    };

    private static bool IsConnect(FixTarget target, InvocationExpressionSyntax call) =>
        target.Model.GetSymbolInfo(call, target.CancellationToken).Symbol is { Name: "Connect" or "ConnectAsync" };

    private static bool IsMode(FixTarget target, ExpressionSyntax expression) =>
        target.Model.GetTypeInfo(expression, target.CancellationToken).Type is { TypeKind: TypeKind.Enum, Name: "SecureSocketOptions" };

    private static LiteralExpressionSyntax True() => SyntaxFactory.LiteralExpression(SyntaxKind.TrueLiteralExpression);
}
