using System.Collections.Immutable;
using BrevoAnalyzers.Doors;
using BrevoAnalyzers.Model;
using BrevoAnalyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace BrevoAnalyzers;

/// <summary>The door for whole keys in string literals, in generated code too: a look at the text of each file, tokens only on a hit.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class KeyLiteralAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(HardCodedCredential.Descriptor);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(start =>
        {
            var gate = new TextGate(start.Compilation, start.Options, start.TryGetValue, start.CancellationToken);
            if (!gate.HoldsKey)
                return;

            start.RegisterSyntaxTreeAction(tree =>
            {
                if (gate.HasKey(tree.Tree))
                    Read(tree);
            });
        });
    }

    private static void Read(SyntaxTreeAnalysisContext context)
    {
        foreach (var token in context.Tree.GetRoot(context.CancellationToken).DescendantTokens())
        {
            if (!IsText(token))
                continue;

            foreach (var key in BrevoKeys.FindFullShapes(token.ValueText))
            {
                var role = key.Shape == KeyShape.ApiKey ? SettingRole.ApiKey : SettingRole.SmtpKey;
                var fix = key.Length == token.ValueText.Length && token.Parent is not null
                    ? SettingNaming.For(role, ImmutableArray<Values.Possibility>.Empty).With(SettingNaming.UseIsUnknown, "true")
                    : FixData.None;
                context.ReportDiagnostic(Diagnostic.Create(
                    HardCodedCredential.Descriptor,
                    token.GetLocation(),
                    fix.Properties,
                    key.Shape == KeyShape.ApiKey ? "API key" : "SMTP key",
                    HardCodedCredential.InSource));
                break;
            }
        }
    }

    private static bool IsText(SyntaxToken token) =>
        token.Kind() is SyntaxKind.StringLiteralToken
            or SyntaxKind.InterpolatedStringTextToken
            or SyntaxKind.SingleLineRawStringLiteralToken
            or SyntaxKind.MultiLineRawStringLiteralToken
            or SyntaxKind.Utf8StringLiteralToken
            or SyntaxKind.Utf8SingleLineRawStringLiteralToken
            or SyntaxKind.Utf8MultiLineRawStringLiteralToken;
}
