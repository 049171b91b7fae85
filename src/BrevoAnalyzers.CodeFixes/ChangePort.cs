using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using BrevoAnalyzers.CodeFixes.Infrastructure;
using BrevoAnalyzers.Model;
using BrevoAnalyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BrevoAnalyzers.CodeFixes;

/// <summary>BREVO1001, BREVO1002: another port, which the TLS argument of the call follows.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ChangePort))]
public sealed class ChangePort : BrevoCodeFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("BREVO1001", "BREVO1002");

    protected override IEnumerable<FixChoice> Choices(FixTarget target)
    {
        if (target.Property(PortFix.Ports) is not { } ports)
            yield break;

        var isBest = true;
        foreach (var text in ports.Split(','))
        {
            var port = int.Parse(text, CultureInfo.InvariantCulture);
            if (Edit(target, port) is not { } edit)
                continue;

            // The best port is 465 for one finding and 587 for the next: "fix all" takes the best of each.
            yield return new FixChoice(Title(port), isBest ? nameof(ChangePort) : nameof(ChangePort) + text, edit);
            isBest = false;
        }
    }

    private static string Title(int port) => BrevoFacts.TlsOf(port) == PortTls.Implicit
        ? $"Connect on port {port} with implicit TLS"
        : $"Connect on port {port} with STARTTLS";

    private static Action<DocumentEdits>? Edit(FixTarget target, int port)
    {
        var edit = target.Property(PortFix.Add) is null ? Replacement(target, port) : Addition(target.Further, port);
        if (edit is null || target.Property(PortFix.MoveTls) is null)
            return edit;

        var mode = BrevoFacts.TlsOf(port) == PortTls.Implicit ? TlsMode.SslOnConnect : TlsMode.StartTls;
        return target.Further is InvocationExpressionSyntax call ? edit + (edits => TlsArgument.Write(edits, call, mode)) : null;
    }

    /// <summary>Only where the number itself is written: a name may stand for it elsewhere too.</summary>
    private static Action<DocumentEdits>? Replacement(FixTarget target, int port)
    {
        if (target.Node is not LiteralExpressionSyntax literal || !literal.IsKind(SyntaxKind.StringLiteralExpression) && !FitsInto(target.Model.GetTypeInfo(literal).ConvertedType))
            return null;

        return edits => edits.Replace(literal, literal.IsKind(SyntaxKind.StringLiteralExpression)
            ? SyntaxFactory.LiteralExpression(SyntaxKind.StringLiteralExpression, SyntaxFactory.Literal(port.ToString(CultureInfo.InvariantCulture)))
            : Number(port));
    }

    private static bool FitsInto(ITypeSymbol? type) => type?.SpecialType is not (SpecialType.System_Byte or SpecialType.System_SByte);

    private static Action<DocumentEdits>? Addition(SyntaxNode? start, int port) => start switch
    {
        InvocationExpressionSyntax { ArgumentList: var arguments } => edits => AddArgument(edits, arguments, port),
        BaseObjectCreationExpressionSyntax { ArgumentList: { Arguments.Count: 1 } arguments } => edits => AddArgument(edits, arguments, port),
        BaseObjectCreationExpressionSyntax creation => edits => ClientMember.Set(edits, creation, "Port", Number(port)),
        _ => null,
    };

    private static void AddArgument(DocumentEdits edits, ArgumentListSyntax arguments, int port)
    {
        if (ArgumentEdits.Find(arguments, "port", 1) is { } zero)
            edits.ReplaceArgument(zero, Number(port));
        else
            edits.AddArgument(arguments, Number(port), "port", 1);
    }

    private static LiteralExpressionSyntax Number(int port) =>
        SyntaxFactory.LiteralExpression(SyntaxKind.NumericLiteralExpression, SyntaxFactory.Literal(port));
}
