using System;
using System.Collections.Immutable;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using BrevoAnalyzers.Tests;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace BrevoAnalyzers.RealCode;

/// <summary>All analyzers over one project, and on demand all fixes over what they found.</summary>
internal static class ProjectRun
{
    public static async Task RunAsync(Project project, string root, RunOptions options, Totals totals)
    {
        var watch = Stopwatch.StartNew();
        var findings = await FindingsAsync(project, totals);
        totals.Count(project, findings, watch.Elapsed);
        if (options.Time)
            Console.WriteLine($"{Path.GetRelativePath(root, project.Name)}: {project.DocumentIds.Count} files, {watch.Elapsed.TotalSeconds:0.00} s");

        foreach (var finding in findings)
            await PrintAsync(project, finding, root, options);

        if (options.Fixes)
            totals.Count(await FixTrial.RunAsync(project, findings, changed => FindingsAsync(changed, totals)));
    }

    /// <summary>The findings of a project, by place.</summary>
    private static async Task<ImmutableArray<Diagnostic>> FindingsAsync(Project project, Totals totals)
    {
        var compilation = await project.GetCompilationAsync();
        var found = await new CompilationWithAnalyzers(compilation!, AnalyzerRun.Analyzers, new CompilationWithAnalyzersOptions(
                project.AnalyzerOptions,
                onAnalyzerException: (exception, _, diagnostic) => totals.Crashes.Add($"{project.Name}: {exception.GetType().Name}: {diagnostic.Descriptor.Description}\n{exception}"),
                concurrentAnalysis: true,
                logAnalyzerExecutionTime: false))
            .GetAnalyzerDiagnosticsAsync(CancellationToken.None);
        return [.. found.OrderBy(finding => finding.Location.GetLineSpan().Path, StringComparer.Ordinal).ThenBy(finding => finding.Location.SourceSpan.Start).ThenBy(finding => finding.Id, StringComparer.Ordinal)];
    }

    private static async Task PrintAsync(Project project, Diagnostic finding, string root, RunOptions options)
    {
        var span = finding.Location.GetLineSpan();
        var place = span.IsValid ? $"{Path.GetRelativePath(root, span.Path)}({span.StartLinePosition.Line + 1},{span.StartLinePosition.Character + 1})" : Path.GetRelativePath(root, project.Name);
        Console.WriteLine($"{place}: {finding.Severity.ToString().ToLowerInvariant()} {finding.Id}: {finding.GetMessage()}");
        if (!options.Text || !span.IsValid)
            return;

        var text = finding.Location.SourceTree is { } tree ? await tree.GetTextAsync() : await project.AdditionalDocuments.First(file => file.FilePath == span.Path).GetTextAsync();
        Console.WriteLine("      " + text.Lines[span.StartLinePosition.Line].ToString().Trim());
    }
}
