using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;

namespace BrevoAnalyzers.Tests;

/// <summary>
/// Carries out the fixes that an editor offers for the findings of a project, and judges what they leave: no further error, the finding gone,
/// no new one, all comments kept, nothing left for a second run, and "fix all" the same as one by one.
/// </summary>
internal sealed class FixTrial
{
    private const int MostRounds = 30;

    private readonly Project _project;
    private readonly ImmutableArray<Diagnostic> _findings;
    private readonly Func<Project, Task<ImmutableArray<Diagnostic>>> _analyze;
    private readonly List<string> _failures = [];

    private FixTrial(Project project, ImmutableArray<Diagnostic> findings, Func<Project, Task<ImmutableArray<Diagnostic>>> analyze)
    {
        _project = project;
        _findings = findings;
        _analyze = analyze;
    }

    /// <param name="findings">Those of the project.</param>
    /// <param name="analyze">Finds them in a changed project.</param>
    /// <returns>How many fixes were carried out, and what is wrong with them.</returns>
    public static async Task<(int Carried, IReadOnlyList<string> Failures)> RunAsync(Project project, ImmutableArray<Diagnostic> findings, Func<Project, Task<ImmutableArray<Diagnostic>>> analyze)
    {
        var trial = new FixTrial(project, findings, analyze);
        var carried = 0;
        var kinds = new HashSet<(Type Fix, string Rule, string Key, DocumentId Document)>();
        foreach (var finding in findings)
        {
            if (FixCatalogue.DocumentOf(project, finding) is not { } document)
                continue;

            foreach (var fix in FixCatalogue.For(finding.Id, document, trial.Thrown))
            {
                foreach (var action in await FixCatalogue.OfferedAsync(fix, document, finding))
                {
                    carried++;
                    await trial.JudgeAsync(finding, document, action);
                    if (document is Document && kinds.Add((fix.GetType(), finding.Id, action.EquivalenceKey!, document.Id)))
                        await trial.CompareFixAllAsync(fix.GetType(), finding.Id, action.EquivalenceKey!, document.Id);
                }
            }
        }

        return (carried, trial._failures);
    }

    private void Thrown(Exception exception) => _failures.Add(exception.ToString());

    private async Task JudgeAsync(Diagnostic finding, TextDocument document, CodeAction action)
    {
        var after = await CarryOutAsync(_project, action);
        if (after is null)
            return;

        foreach (var wrong in await WrongWithAsync(after, document.Id, finding.Id, fixedFindings: 1))
            _failures.Add($"{finding.Location.GetLineSpan()}: {finding.Id} '{action.Title}': {wrong}\n{await TextAsync(after, document.Id)}");
    }

    private async Task<List<string>> WrongWithAsync(Project after, DocumentId document, string rule, int fixedFindings)
    {
        var wrong = new List<string>();

        // Real code seldom compiles whole without its packages: what counts is that no error is added.
        if ((await ErrorsAsync(after, document)).Except(await ErrorsAsync(_project, document)).FirstOrDefault() is { } error)
            wrong.Add("an error came: " + error);

        var left = await _analyze(after);
        if (CountOf(left, rule) > CountOf(_findings, rule) - fixedFindings)
            wrong.Add("the finding is still there");
        if (left.Select(other => other.Id).Distinct().FirstOrDefault(id => CountOf(left, id) > CountOf(_findings, id)) is { } raised)
            wrong.Add("a new finding came: " + raised);

        foreach (var comment in await LostCommentsAsync(after, document))
            wrong.Add("a comment is lost: " + comment);
        return wrong;
    }

    private async Task CompareFixAllAsync(Type type, string rule, string key, DocumentId id)
    {
        var document = _project.GetDocument(id)!;
        var tree = await document.GetSyntaxTreeAsync();
        var inDocument = _findings.Where(finding => finding.Id == rule && finding.Location.SourceTree == tree).ToImmutableArray();
        var atOnce = await FixAllAsync(type, rule, key, document, inDocument);
        var oneByOne = await OneByOneAsync(type, rule, key, id);
        if (atOnce is null || oneByOne is null)
            return;

        var text = await TextAsync(atOnce, id);
        if (text != await TextAsync(oneByOne, id))
            _failures.Add($"{document.Name}: {rule} '{key}': fix all differs from one by one\n{text}\n--- one by one:\n{await TextAsync(oneByOne, id)}");

        var changed = atOnce.GetDocument(id)!;
        var again = (await _analyze(atOnce)).Where(finding => finding.Id == rule).ToImmutableArray();
        if (!again.IsEmpty && await FixAllAsync(type, rule, key, changed, again) is { } second && await TextAsync(second, id) != text)
            _failures.Add($"{document.Name}: {rule} '{key}': a second run of fix all changes more\n{text}\n--- second:\n{await TextAsync(second, id)}");
    }

    private async Task<Project?> FixAllAsync(Type type, string rule, string key, Document document, ImmutableArray<Diagnostic> findings)
    {
        var fix = FixCatalogue.For(rule, document, Thrown).Single(candidate => candidate.GetType() == type);
        var context = new FixAllContext(document, fix, FixAllScope.Document, key, [rule], new Found(findings), CancellationToken.None);
        return await fix.GetFixAllProvider()!.GetFixAsync(context) is { } action ? await CarryOutAsync(document.Project, action) : document.Project;
    }

    private async Task<Project?> OneByOneAsync(Type type, string rule, string key, DocumentId id)
    {
        var project = _project;
        for (var round = 0; round < MostRounds; round++)
        {
            if (await NextAsync(project, type, rule, key, id) is not { } action)
                return project;
            if (await CarryOutAsync(project, action) is not { } changed)
                return null;

            project = changed;
        }

        _failures.Add($"{_project.GetDocument(id)!.Name}: {rule} '{key}': one by one comes to no end");
        return null;
    }

    private async Task<CodeAction?> NextAsync(Project project, Type type, string rule, string key, DocumentId id)
    {
        var document = project.GetDocument(id)!;
        var tree = await document.GetSyntaxTreeAsync();
        foreach (var finding in (await _analyze(project)).Where(finding => finding.Id == rule && finding.Location.SourceTree == tree))
        {
            var fix = FixCatalogue.For(rule, document, Thrown).Single(candidate => candidate.GetType() == type);
            if ((await FixCatalogue.OfferedAsync(fix, document, finding)).FirstOrDefault(action => action.EquivalenceKey == key) is { } action)
                return action;
        }

        return null;
    }

    private async Task<Project?> CarryOutAsync(Project project, CodeAction action)
    {
        try
        {
            var operations = await action.GetOperationsAsync(CancellationToken.None);
            return operations.OfType<ApplyChangesOperation>().Single().ChangedSolution.GetProject(project.Id);
        }
        catch (Exception exception)
        {
            Thrown(exception);
            return null;
        }
    }

    private async Task<IEnumerable<string>> LostCommentsAsync(Project after, DocumentId document)
    {
        var left = (await CommentsAsync(after, document)).GroupBy(comment => comment).ToDictionary(group => group.Key, group => group.Count());
        return (await CommentsAsync(_project, document)).GroupBy(comment => comment).Where(group => group.Count() > left.GetValueOrDefault(group.Key)).Select(group => group.Key);
    }

    private static async Task<IReadOnlyList<string>> CommentsAsync(Project project, DocumentId document) => project.GetDocument(document) is { } code
        ? [.. (await code.GetSyntaxRootAsync())!.DescendantTrivia().Where(trivia => trivia.IsKind(SyntaxKind.SingleLineCommentTrivia) || trivia.IsKind(SyntaxKind.MultiLineCommentTrivia)).Select(trivia => trivia.ToString())]
        : [];

    private static async Task<string> TextAsync(Project project, DocumentId document) =>
        (await ((TextDocument?)project.GetDocument(document) ?? project.GetAdditionalDocument(document)!).GetTextAsync()).ToString();

    private static async Task<IReadOnlyList<string>> ErrorsAsync(Project project, DocumentId id)
    {
        if (project.GetDocument(id) is not { } document)
            return [];

        var model = await document.GetSemanticModelAsync();
        return [.. model!.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).Select(diagnostic => $"{diagnostic.Id} {diagnostic.GetMessage()}")];
    }

    private static int CountOf(ImmutableArray<Diagnostic> findings, string id) => findings.Count(finding => finding.Id == id);

    private sealed class Found(ImmutableArray<Diagnostic> findings) : FixAllContext.DiagnosticProvider
    {
        public override Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken) => Task.FromResult<IEnumerable<Diagnostic>>(findings);

        public override Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken) => Task.FromResult<IEnumerable<Diagnostic>>(findings);

        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken) => Task.FromResult<IEnumerable<Diagnostic>>([]);
    }
}
