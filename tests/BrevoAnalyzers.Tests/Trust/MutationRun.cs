using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using Xunit;

namespace BrevoAnalyzers.Tests.Trust;

/// <summary>Breaks sources and settings files by a seed, analyzes them as an editor would and carries out every fix that is offered.</summary>
internal sealed class MutationRun
{
    private readonly Project _project = EmptyProject();
    private int _findings;
    private int _fixes;

    public int Findings => _findings;

    public int Fixes => _fixes;

    /// <summary>Three in four seeds break a source, the others a settings file beside a whole source. An exception says what went wrong.</summary>
    public async Task RunAsync(int seed)
    {
        var project = ProjectOf(seed);
        foreach (var finding in await FindingsAsync(project, seed))
        {
            Interlocked.Increment(ref _findings);
            Assert.True(IsInside(project, finding), $"{finding.Id} stands outside of the sources and files");
            await FixAsync(project, finding);
        }
    }

    /// <summary>
    /// Whether the compiler itself, without any analyzer, does not come to an end with what a seed makes: it waits for itself where a method is the default value of
    /// its own parameter, as in <c>void M(string s = $"{M}")</c>.
    /// </summary>
    public async Task<bool> HangsCompilerAsync(int seed, TimeSpan patience)
    {
        var compilation = (await ProjectOf(seed).GetCompilationAsync())!;
        try
        {
            await Task.Run(() => compilation.GetDiagnostics()).WaitAsync(patience);
            return false;
        }
        catch (TimeoutException)
        {
            return true;
        }
    }

    private Project ProjectOf(int seed)
    {
        var mutator = new SourceMutator(seed);
        var source = Corpus.Sources[Pick(seed, Corpus.Sources.Count)].Text;
        var project = _project;
        if (seed % 4 == 0)
        {
            var file = Corpus.SettingsFiles[Pick(seed, Corpus.SettingsFiles.Count)];
            project = project.AddAdditionalDocument(file.Name, mutator.MutateText(file.Text), filePath: "/Shop/" + file.Name).Project;
        }
        else
        {
            source = mutator.Mutate(source);
        }

        return project.AddDocument("Mailer.cs", SourceText.From(source), filePath: "/Shop/Mailer.cs").Project;
    }

    private static async Task<ImmutableArray<Diagnostic>> FindingsAsync(Project project, int seed)
    {
        var failures = new ConcurrentQueue<Exception>();
        var analysis = new CompilationWithAnalyzers((await project.GetCompilationAsync())!, AnalyzerRun.Analyzers, new CompilationWithAnalyzersOptions(
            project.AnalyzerOptions, (exception, _, _) => failures.Enqueue(exception), concurrentAnalysis: true, logAnalyzerExecutionTime: false));

        // Every tenth run is called off somewhere, as an editor does at each keystroke.
        using var cancellation = new CancellationTokenSource();
        if (seed % 10 == 0)
            cancellation.CancelAfter(seed / 10 % 30);

        var findings = ImmutableArray<Diagnostic>.Empty;
        try
        {
            findings = await analysis.GetAnalyzerDiagnosticsAsync(cancellation.Token);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
        }

        Assert.True(failures.IsEmpty, failures.FirstOrDefault()?.ToString());
        return findings;
    }

    private static bool IsInside(Project project, Diagnostic finding)
    {
        if (FixCatalogue.DocumentOf(project, finding) is null)
            return finding.Location.Kind == LocationKind.None;

        return finding.Location.SourceTree is not { } tree || finding.Location.SourceSpan.End <= tree.Length;
    }

    private async Task FixAsync(Project project, Diagnostic finding)
    {
        if (FixCatalogue.DocumentOf(project, finding) is not { } document)
            return;

        foreach (var fix in FixCatalogue.For(finding.Id, document, failed: exception => throw new InvalidOperationException($"a fix for {finding.Id} threw: {exception}", exception)))
        {
            foreach (var action in await FixCatalogue.OfferedAsync(fix, document, finding))
            {
                await action.GetOperationsAsync(CancellationToken.None);
                Interlocked.Increment(ref _fixes);
            }
        }
    }

    /// <summary>Any text for any seed, and not by the number that the mutator draws first.</summary>
    private static int Pick(int seed, int count) => new Random(~seed).Next(count);

    private static Project EmptyProject()
    {
        var project = new AdhocWorkspace().AddProject(ProjectInfo.Create(
            ProjectId.CreateNewId(), VersionStamp.Default, "Shop", "Shop", LanguageNames.CSharp,
            compilationOptions: new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable, allowUnsafe: true)
                .WithSpecificDiagnosticOptions(AnalyzerRun.Descriptors.Where(rule => !rule.IsEnabledByDefault).Select(rule => KeyValuePair.Create(rule.Id, ReportDiagnostic.Warn))),
            parseOptions: new CSharpParseOptions(LanguageVersion.Preview),
            metadataReferences: LibraryReferences.All));

        // Bound once, the references serve every variant.
        project.GetCompilationAsync().GetAwaiter().GetResult();
        return project;
    }
}
