using System;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace BrevoAnalyzers.Doors;

/// <summary>
/// Whether a project sets FluentEmail up to send through Brevo. It is set up in one place and sends in others, so this is the one
/// question that is asked of a whole project, and only when FluentEmail is seen to send.
/// </summary>
internal sealed class FluentEmailSetup
{
    private readonly Func<CancellationToken, bool> _find;
    private bool? _isBrevo;

    public FluentEmailSetup(TextGate gate, SettingsFiles files, Compilation compilation, AnalyzerOptions options) =>
        _find = cancellation => Find(gate, files, compilation, options, cancellation);

    /// <param name="cancellation">That of the question: the compilation's own may be long over.</param>
    public bool IsBrevo(CancellationToken cancellation) => _isBrevo ??= _find(cancellation);

    private static bool Find(TextGate gate, SettingsFiles files, Compilation compilation, AnalyzerOptions options, CancellationToken cancellation)
    {
        var types = new SmtpTypes(gate, files, compilation, options, cancellation);
        var isBrevo = false;
        foreach (var tree in compilation.SyntaxTrees)
        {
            cancellation.ThrowIfCancellationRequested();
            var text = tree.GetText(cancellation).ToString();
            if (HasOtherSender(text))
                return false;
            if (!isBrevo && IsSetUpIn(text) && compilation.GetSemanticModel(tree) is { } model)
                isBrevo = HoldsBrevoSession(types, model, tree.GetRoot(cancellation), cancellation);
        }

        return isBrevo;
    }

    private static bool IsSetUpIn(string text) => Has(text, "AddSmtpSender") || Has(text, "AddMailKitSender") || Has(text, "MailKitSender(") || Has(text, "SmtpSender(");

    /// <summary>A project with a second sender may mean that one.</summary>
    private static bool HasOtherSender(string text) => Has(text, "AddSendGridSender") || Has(text, "AddMailGunSender") || Has(text, "AddMailtrapSender") || Has(text, "AddGraphSender");

    private static bool Has(string text, string word) => text.IndexOf(word, StringComparison.Ordinal) >= 0;

    private static bool HoldsBrevoSession(SmtpTypes types, SemanticModel model, SyntaxNode root, CancellationToken cancellation)
    {
        foreach (var node in root.DescendantNodesAndSelf(n => n is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax or TypeDeclarationSyntax))
        {
            var type = node switch
            {
                TypeDeclarationSyntax declaration => model.GetDeclaredSymbol(declaration, cancellation) as INamedTypeSymbol,
                CompilationUnitSyntax unit => (model.GetDeclaredSymbol(unit, cancellation) as IMethodSymbol)?.ContainingType,
                _ => null,
            };
            if (type is null || types.Open(type) is not { } code)
                continue;

            foreach (var session in SmtpTypes.Sessions(code))
            {
                if (session.IsBrevo)
                    return true;
            }
        }

        return false;
    }
}
