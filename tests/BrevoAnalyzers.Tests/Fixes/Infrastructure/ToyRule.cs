using System.Collections.Generic;
using System.Collections.Immutable;
using System.Threading.Tasks;
using BrevoAnalyzers.CodeFixes.Infrastructure;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace BrevoAnalyzers.Tests.Fixes.Infrastructure;

/// <summary>Reports every text that holds "FLAG", so that the fixes' infrastructure is tested without any rule.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class ToyRule : DiagnosticAnalyzer
{
    public const string Id = "TOY0001";

#pragma warning disable RS2008 // Never released: a rule for tests.
    private static readonly DiagnosticDescriptor Descriptor = new(Id, "Flag", "Flag", "Toy", DiagnosticSeverity.Warning, isEnabledByDefault: true);
#pragma warning restore RS2008

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Descriptor);

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterSyntaxNodeAction(
            nodeContext =>
            {
                if (nodeContext.Node.GetFirstToken().ValueText.Contains("FLAG"))
                    nodeContext.ReportDiagnostic(Diagnostic.Create(Descriptor, nodeContext.Node.GetLocation()));
            },
            SyntaxKind.StringLiteralExpression,
            SyntaxKind.Utf8StringLiteralExpression);
    }
}

/// <summary>Reads every flagged text from a setting.</summary>
internal sealed class ToyFix : BrevoCodeFix
{
    private readonly SettingNames _names;

    public ToyFix()
        : this(new SettingNames("Brevo:SmtpKey", "BREVO_SMTP_KEY", PreferConfiguration: true))
    {
    }

    public ToyFix(SettingNames names) => _names = names;

    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(ToyRule.Id);

    protected override async Task<IEnumerable<FixChoice>> ChoicesAsync(FixTarget target)
    {
        var read = await SettingReader.ReadAsync(target.Document, target.Node, _names, target.CancellationToken);
        return read is null ? [] : [new FixChoice("Read the key from the settings", "ReadSetting", read.Edit)];
    }
}
