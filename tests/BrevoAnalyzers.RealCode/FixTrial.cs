using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Reflection;
using System.Threading;
using System.Threading.Tasks;
using BrevoAnalyzers.CodeFixes.Infrastructure;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;

namespace BrevoAnalyzers.RealCode;

/// <summary>Carries out every fix that a finding is offered, each on the original code, and judges the result.</summary>
internal static class FixTrial
{
    private static readonly ImmutableArray<CodeFixProvider> s_fixes =
    [
        .. typeof(BrevoCodeFix).Assembly.GetTypes()
            .Where(type => !type.IsAbstract && typeof(CodeFixProvider).IsAssignableFrom(type))
            .Select(type => (CodeFixProvider)Activator.CreateInstance(type)!),
    ];

    public static async Task RunAsync(Project project, Diagnostic finding, ImmutableArray<Diagnostic> findings, Totals totals)
    {
        if (DocumentOf(project, finding) is not { } document)
            return;

        foreach (var fix in s_fixes.Where(fix => fix.FixableDiagnosticIds.Contains(finding.Id) && Serves(fix, document)))
        {
            foreach (var action in await OfferedAsync(fix, document, finding, totals))
            {
                totals.FixesTried++;
                if (await FailureAsync(project, document.Id, finding, findings, action, totals) is { } failure)
                    totals.FixFailures.Add($"{finding.Location.GetLineSpan()}: {finding.Id} '{action.Title}': {failure}");
            }
        }
    }

    /// <summary>Whether an editor would ask the fix in a document of this kind.</summary>
    private static bool Serves(CodeFixProvider fix, TextDocument document)
    {
        var kinds = fix.GetType().GetCustomAttribute<ExportCodeFixProviderAttribute>()!.DocumentKinds;
        return kinds.Contains(document is Document ? nameof(TextDocumentKind.Document) : nameof(TextDocumentKind.AdditionalDocument));
    }

    private static async Task<List<CodeAction>> OfferedAsync(CodeFixProvider fix, TextDocument document, Diagnostic finding, Totals totals)
    {
        var actions = new List<CodeAction>();
        try
        {
            if (fix is BrevoCodeFix own)
                own.Failed = exception => totals.FixFailures.Add($"{finding.Location.GetLineSpan()}: {finding.Id}: {exception}");

            var context = document is Document code
                ? new CodeFixContext(code, finding, (action, _) => actions.Add(action), CancellationToken.None)
                : new CodeFixContext(document, finding, (action, _) => actions.Add(action), CancellationToken.None);
            await fix.RegisterCodeFixesAsync(context);
        }
        catch (Exception exception)
        {
            totals.FixFailures.Add($"{finding.Location.GetLineSpan()}: {finding.Id} {fix.GetType().Name}: {exception}");
        }

        return actions;
    }

    private static async Task<string?> FailureAsync(Project project, DocumentId document, Diagnostic finding, ImmutableArray<Diagnostic> findings, CodeAction action, Totals totals)
    {
        Solution changed;
        try
        {
            changed = (await action.GetOperationsAsync(CancellationToken.None)).OfType<ApplyChangesOperation>().Single().ChangedSolution;
        }
        catch (Exception exception)
        {
            return exception.ToString();
        }

        var after = changed.GetProject(project.Id)!;
        if (await ErrorsAsync(after, document) is var errors && errors.Except(await ErrorsAsync(project, document)).FirstOrDefault() is { } error)
            return "no longer compiles: " + error;

        var left = await ProjectRun.FindingsAsync(after, totals);
        if (CountOf(left, finding.Id) >= CountOf(findings, finding.Id))
            return "the finding is still there";

        var raised = left.Select(other => other.Id).Distinct().FirstOrDefault(id => CountOf(left, id) > CountOf(findings, id));
        return raised is null ? null : "a new finding came: " + raised;
    }

    private static TextDocument? DocumentOf(Project project, Diagnostic finding)
    {
        if (finding.Location.SourceTree is { } tree)
            return project.Solution.GetDocument(tree);

        var path = finding.Location.GetLineSpan().Path;
        return project.AdditionalDocuments.FirstOrDefault(file => file.FilePath == path);
    }

    // Real code seldom compiles whole without its packages: what counts is that no error is added.
    private static async Task<List<string>> ErrorsAsync(Project project, DocumentId id)
    {
        if (project.GetDocument(id) is not { } document)
            return [];

        var model = await document.GetSemanticModelAsync();
        return [.. model!.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).Select(diagnostic => $"{diagnostic.Id} {diagnostic.GetMessage()}")];
    }

    private static int CountOf(ImmutableArray<Diagnostic> findings, string id) => findings.Count(finding => finding.Id == id);
}
