using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using BrevoAnalyzers.CodeFixes.Infrastructure;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using Xunit;

namespace BrevoAnalyzers.Tests.Trust;

/// <summary>
/// All analyzers and fixes over broken variants of every program and case. <c>BREVO_MUTATIONS</c> and <c>BREVO_SEED</c> make a longer
/// run or another one; a failure names its seed.
/// </summary>
public sealed class MutationTests
{
    private static readonly int s_count = Number("BREVO_MUTATIONS", 150);
    private static readonly int s_seed = Number("BREVO_SEED", 20240);

    private static readonly ImmutableArray<BrevoCodeFix> s_fixes =
        [.. typeof(BrevoCodeFix).Assembly.GetTypes().Where(type => !type.IsAbstract && typeof(BrevoCodeFix).IsAssignableFrom(type)).Select(type => (BrevoCodeFix)Activator.CreateInstance(type)!)];

    [Fact]
    public async Task No_exception_and_no_finding_outside_the_source()
    {
        var sources = Sources();
        var findings = 0;
        using var workspace = new AdhocWorkspace();
        var project = workspace.AddProject(ProjectInfo.Create(
            ProjectId.CreateNewId(), VersionStamp.Default, "Shop", "Shop", LanguageNames.CSharp,
            compilationOptions: new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable, allowUnsafe: true),
            parseOptions: new CSharpParseOptions(LanguageVersion.Preview),
            metadataReferences: LibraryReferences.All));
        for (var seed = s_seed; seed < s_seed + s_count; seed++)
        {
            var mutated = new SourceMutator(seed).Mutate(sources[seed % sources.Count]);
            findings += await RunAsync(project.AddDocument("Mailer.cs", SourceText.From(mutated)), seed);
        }

        // A mutator that leaves nothing to report would prove nothing.
        Assert.True(findings > s_count / 10, $"only {findings} findings");
    }

    private static async Task<int> RunAsync(Document document, int seed)
    {
        var failures = new System.Collections.Concurrent.ConcurrentQueue<Exception>();
        var compilation = (await document.Project.GetCompilationAsync())!;
        var analysis = new CompilationWithAnalyzers(compilation, AnalyzerRun.Analyzers, new CompilationWithAnalyzersOptions(
            document.Project.AnalyzerOptions, (exception, _, _) => failures.Enqueue(exception), concurrentAnalysis: true, logAnalyzerExecutionTime: false));

        // Every tenth run is called off somewhere, as an editor does at each keystroke.
        using var cancellation = new CancellationTokenSource();
        if (seed % 10 == 0)
            cancellation.CancelAfter(seed / 10 % 30);

        ImmutableArray<Diagnostic> findings;
        try
        {
            findings = await analysis.GetAnalyzerDiagnosticsAsync(cancellation.Token);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            findings = [];
        }

        Assert.True(failures.IsEmpty, $"seed {seed}: {failures.FirstOrDefault()}");
        foreach (var finding in findings)
        {
            Assert.True(!finding.Location.IsInSource || compilation.ContainsSyntaxTree(finding.Location.SourceTree), $"seed {seed}: {finding.Id} is in no tree of the compilation");
            if (finding.Location.IsInSource)
                await FixAsync(document, finding, seed);
        }

        return findings.Length;
    }

    private static async Task FixAsync(Document document, Diagnostic finding, int seed)
    {
        foreach (var fix in s_fixes.Where(fix => fix.FixableDiagnosticIds.Contains(finding.Id)))
        {
            Exception? failure = null;
            fix.Failed = exception => failure ??= exception;
            var actions = new List<CodeAction>();
            if (fix.GetType().Namespace!.EndsWith(".Files", StringComparison.Ordinal))
                continue;
            await fix.RegisterCodeFixesAsync(new CodeFixContext(document, finding, (action, _) => actions.Add(action), CancellationToken.None));
            foreach (var action in actions)
                await action.GetOperationsAsync(CancellationToken.None);
            Assert.True(failure is null, $"seed {seed}: {fix.GetType().Name} for {finding.Id}: {failure}");
        }
    }

    private static List<string> Sources()
    {
        var assembly = typeof(MutationTests).Assembly;
        return [.. assembly.GetManifestResourceNames()
            .Where(name => name.EndsWith(".cs.txt", StringComparison.Ordinal) && (name.StartsWith("Cases/", StringComparison.Ordinal) || name.StartsWith("Programs/", StringComparison.Ordinal)))
            .Order(StringComparer.Ordinal)
            .Select(name =>
            {
                using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
                return reader.ReadToEnd();
            })];
    }

    private static int Number(string variable, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number : otherwise;
}
