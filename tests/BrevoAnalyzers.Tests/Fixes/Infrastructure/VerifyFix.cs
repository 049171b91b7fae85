using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using BrevoAnalyzers.CodeFixes.Infrastructure;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;
using Xunit;

namespace BrevoAnalyzers.Tests.Fixes.Infrastructure;

/// <summary>
/// A project in memory, the real analyzers over it, and one real fix carried out as a host would. Whatever the fix writes has to
/// compile, to cure the finding, and to bring no finding of any rule.
/// </summary>
internal sealed class VerifyFix
{
    private readonly AdhocWorkspace _workspace = new();
    private readonly BrevoCodeFix _fix;
    private readonly string _rule;
    private readonly ImmutableArray<DocumentId> _documents;
    private Exception? _failure;

    /// <param name="rule">The rule whose findings are fixed; the first of them where only one is.</param>
    /// <param name="sources">The files of the project; the first is the one to be fixed.</param>
    public VerifyFix(BrevoCodeFix fix, string rule, params string[] sources)
    {
        _fix = fix;
        _rule = rule;
        fix.Failed = exception => _failure ??= exception;
        var kind = sources.Any(IsScript) ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary;
        var project = _workspace.AddProject(ProjectInfo.Create(
            ProjectId.CreateNewId(), VersionStamp.Default, "Shop", "Shop", LanguageNames.CSharp,
            compilationOptions: new CSharpCompilationOptions(kind, nullableContextOptions: NullableContextOptions.Enable),
            parseOptions: new CSharpParseOptions(LanguageVersion.Latest),
            metadataReferences: LibraryReferences.All));
        _documents = [.. sources.Select((source, i) => _workspace.AddDocument(DocumentInfo.Create(
            DocumentId.CreateNewId(project.Id), $"Source{i}.cs", filePath: $"/Shop/Source{i}.cs",
            loader: TextLoader.From(TextAndVersion.Create(SourceText.From(source), VersionStamp.Default)))).Id)];
    }

    /// <summary>Options as an <c>.editorconfig</c> gives them.</summary>
    public IReadOnlyDictionary<string, string> Options { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>Findings that a fix may bring to light: what they speak of was there before, and a greater one hid it.</summary>
    public ImmutableHashSet<string> MayAppear { get; init; } = [];

    /// <summary>The titles of the choices for the first finding, best first.</summary>
    public async Task<IReadOnlyList<string>> TitlesAsync() => [.. (await ActionsAsync((await FindingsAsync())[0])).Select(action => action.Title)];

    public async Task<IReadOnlyList<string?>> KeysAsync() => [.. (await ActionsAsync((await FindingsAsync())[0])).Select(action => action.EquivalenceKey)];

    /// <summary>The findings of the rule have no fix.</summary>
    public async Task OffersNothingAsync()
    {
        foreach (var finding in await FindingsAsync())
            Assert.Empty(await ActionsAsync(finding));
    }

    /// <summary>The text after the choice of a title, or the best one, for the first finding.</summary>
    public async Task<string> FixAsync(string? title = null)
    {
        var finding = (await FindingsAsync())[0];
        var actions = await ActionsAsync(finding);
        Assert.NotEmpty(actions);
        return await CarryOutAsync(title is null ? actions[0] : Assert.Single(actions, action => action.Title == title), [finding]);
    }

    /// <summary>
    /// Carries out every choice of every finding of the rule, one at a time, each from the original text. Returns the lines of the
    /// findings that have a choice, from 1.
    /// </summary>
    public async Task<IReadOnlyList<int>> TryEachAsync()
    {
        var lines = new List<int>();
        foreach (var finding in await FindingsAsync())
        {
            var actions = await ActionsAsync(finding);
            foreach (var action in actions)
                await CarryOutAsync(action, [finding]);
            if (actions.Count > 0)
                lines.Add(finding.Location.GetLineSpan().StartLinePosition.Line + 1);
        }

        return lines;
    }

    /// <summary>The text of the first file after all findings were fixed at once, by the choice of a title or the best one.</summary>
    /// <param name="withKey">False as <c>dotnet format</c> does it, where the analyzer's first finding is of another rule.</param>
    public async Task<string> FixAllAsync(FixAllScope scope = FixAllScope.Document, string? title = null, bool withKey = true)
    {
        var findings = await FindingsAsync();
        var actions = await ActionsAsync(findings[0]);
        var chosen = title is null ? actions[0] : actions.Single(action => action.Title == title);
        var document = _workspace.CurrentSolution.GetDocument(_documents[0])!;
        var context = new FixAllContext(document, _fix, scope, withKey ? chosen.EquivalenceKey! : null!, [_rule], new Found(findings), CancellationToken.None);
        var all = await _fix.GetFixAllProvider()!.GetFixAsync(context);
        Assert.NotNull(all);
        return await CarryOutAsync(all, scope == FixAllScope.Document ? findings.Where(f => f.Location.SourceTree!.FilePath == document.FilePath) : findings);
    }

    private async Task<ImmutableArray<Diagnostic>> FindingsAsync()
    {
        var findings = AnalyzerRun.Findings((await Project.GetCompilationAsync())!, options: Options, on: [_rule]).Where(finding => finding.Id == _rule).ToImmutableArray();
        Assert.True(!findings.IsEmpty, $"{_rule} reports nothing.");
        return findings;
    }

    private Project Project => _workspace.CurrentSolution.Projects.Single();

    private async Task<List<CodeAction>> ActionsAsync(Diagnostic finding)
    {
        var actions = new List<CodeAction>();
        var document = Project.Documents.Single(candidate => candidate.FilePath == finding.Location.SourceTree!.FilePath);
        await _fix.RegisterCodeFixesAsync(new CodeFixContext(document, finding, (action, _) => actions.Add(action), CancellationToken.None));
        Assert.Null(_failure);
        return actions;
    }

    private async Task<string> CarryOutAsync(CodeAction action, IEnumerable<Diagnostic> cured)
    {
        var operation = Assert.Single((await action.GetOperationsAsync(CancellationToken.None)).OfType<ApplyChangesOperation>());
        Assert.Null(_failure);

        var before = (await Project.GetCompilationAsync())!;
        var after = (await operation.ChangedSolution.Projects.Single().GetCompilationAsync())!;
        var text = (await operation.ChangedSolution.GetDocument(_documents[0])!.GetTextAsync()).ToString();
        Assert.True(Complaints(after).Count <= Complaints(before).Count, $"{action.Title}:\n{string.Join("\n", Complaints(after))}\n\n{text}");

        var known = AnalyzerRun.Findings(before, options: Options, on: [_rule]);
        var left = AnalyzerRun.Findings(after, options: Options, on: [_rule]);
        foreach (var rule in left.Select(finding => finding.Id).Distinct())
        {
            var allowed = known.Count(finding => finding.Id == rule) - cured.Count(finding => finding.Id == rule);
            Assert.True(
                MayAppear.Contains(rule) || left.Count(finding => finding.Id == rule) <= allowed,
                $"{action.Title}: {rule} is there afterwards\n{string.Join("\n", left)}\n\n{text}");
        }

        return text;
    }

    private static List<Diagnostic> Complaints(Compilation compilation) =>
        [.. compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning)];

    /// <summary>Whether a file consists of top-level statements.</summary>
    private static bool IsScript(string source) =>
        CSharpSyntaxTree.ParseText(source).GetRoot().ChildNodes().Any(node => node.IsKind(SyntaxKind.GlobalStatement));

    private sealed class Found(ImmutableArray<Diagnostic> findings) : FixAllContext.DiagnosticProvider
    {
        public override Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            Task.FromResult<IEnumerable<Diagnostic>>(findings);

        public override Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken) =>
            Task.FromResult(findings.Where(finding => finding.Location.SourceTree!.FilePath == document.FilePath));

        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            Task.FromResult<IEnumerable<Diagnostic>>([]);
    }
}
