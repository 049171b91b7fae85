using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using BrevoAnalyzers.CodeFixes.Files;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using Xunit;

namespace BrevoAnalyzers.Tests.Fixes.Files;

/// <summary>A project with settings files in memory, and the fixes of its findings carried out as an editor would.</summary>
internal sealed class FileFixRun
{
    private static readonly ImmutableArray<SettingsFileFix> s_fixes =
        [new ChangePortInFile(), new ChangeTlsModeInFile(), new ChangeHostInFile(), new EmptySecretInFile()];

    private readonly AdhocWorkspace _workspace = new();
    private readonly ProjectId _project;

    public FileFixRun(params (string Path, string Text)[] files)
    {
        var project = _workspace.AddProject("Shop", LanguageNames.CSharp);
        _project = project.Id;
        var solution = project.Solution.WithProjectCompilationOptions(_project, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        foreach (var (path, text) in files)
            solution = solution.AddAdditionalDocument(DocumentId.CreateNewId(_project), path, SourceText.From(text), filePath: path);
        Assert.True(_workspace.TryApplyChanges(solution));
    }

    private Project Project => _workspace.CurrentSolution.GetProject(_project)!;

    public void AddCode(string code) => _workspace.AddDocument(_project, "Code.cs", SourceText.From(code));

    public string Text(string path) => File(path).GetTextAsync().GetAwaiter().GetResult().ToString();

    public async Task<ImmutableArray<Diagnostic>> FindingsAsync()
    {
        var compilation = await Project.GetCompilationAsync();
        return await compilation!.WithAnalyzers([new SettingsFileAnalyzer()], Project.AnalyzerOptions).GetAnalyzerDiagnosticsAsync();
    }

    /// <summary>What an editor offers for the findings of a rule, best first.</summary>
    public async Task<List<CodeAction>> OffersAsync(string rule)
    {
        var actions = new List<CodeAction>();
        foreach (var finding in (await FindingsAsync()).Where(finding => finding.Id == rule).OrderBy(finding => finding.Location.SourceSpan.Start))
        {
            foreach (var fix in s_fixes.Where(fix => fix.FixableDiagnosticIds.Contains(rule)))
            {
                fix.Failed = exception => throw new InvalidOperationException("A fix threw: " + exception, exception);
                await fix.RegisterCodeFixesAsync(new CodeFixContext(File(finding.Location.GetLineSpan().Path), finding, (action, _) => actions.Add(action), CancellationToken.None));
            }
        }

        return actions;
    }

    /// <summary>Carries out the first offer for a rule, or the one of this title.</summary>
    public async Task FixAsync(string rule, string? title = null)
    {
        var action = (await OffersAsync(rule)).First(offer => title is null || offer.Title == title);
        var operation = Assert.Single(await action.GetOperationsAsync(CancellationToken.None));
        Assert.IsType<ApplyChangesOperation>(operation).Apply(_workspace, CancellationToken.None);
    }

    private AdditionalDocument File(string path) => (AdditionalDocument)Project.AdditionalDocuments.Single(file => file.FilePath == path);
}
