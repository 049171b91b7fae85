using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using BrevoAnalyzers.Tests;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace BrevoAnalyzers.RealCode;

/// <summary>Projects from disk in a workspace, as an editor would hold them.</summary>
internal sealed class LoadedSolution : IDisposable
{
    // Rules are more lenient where a test framework is referenced; its name is all they look at.
    private static readonly MetadataReference s_testFramework = TestFramework();

    private static readonly CSharpParseOptions s_parse = new(LanguageVersion.Preview, preprocessorSymbols: ["NET", "NETCOREAPP", "NET5_0_OR_GREATER", "NET6_0_OR_GREATER", "NET7_0_OR_GREATER", "NET8_0_OR_GREATER", "NETSTANDARD2_0_OR_GREATER", "TRACE"]);

    private readonly AdhocWorkspace _workspace = new();

    public LoadedSolution(IReadOnlyList<CodeProject> projects, RunOptions options)
    {
        var ids = new Dictionary<string, ProjectId>(StringComparer.Ordinal);
        foreach (var project in projects)
            ids[project.Path] = ProjectId.CreateNewId(project.Path);

        var solution = _workspace.CurrentSolution;
        foreach (var project in projects)
            solution = Add(solution, project, ids[project.Path], options);

        foreach (var project in projects)
        {
            foreach (var reference in project.References.Distinct())
            {
                // A cycle, which a broken project file may hold, is refused by the workspace.
                if (ids.TryGetValue(reference, out var target) && target != ids[project.Path] && !solution.GetProjectDependencyGraph().GetProjectsThatThisProjectTransitivelyDependsOn(target).Contains(ids[project.Path]))
                    solution = solution.AddProjectReference(ids[project.Path], new ProjectReference(target));
            }
        }

        Projects = [.. projects.Select(project => solution.GetProject(ids[project.Path])!)];
    }

    public ImmutableArray<Project> Projects { get; }

    public void Dispose() => _workspace.Dispose();

    private static Solution Add(Solution solution, CodeProject project, ProjectId id, RunOptions options)
    {
        var texts = project.Sources.Select(file => (File: file, Text: Read(file))).ToList();
        var kind = texts.Any(source => HasTopLevelStatements(source.File, source.Text)) ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary;
        IEnumerable<MetadataReference> references = project.IsTest ? LibraryReferences.All.Add(s_testFramework) : LibraryReferences.All;
        var compilation = new CSharpCompilationOptions(kind, nullableContextOptions: NullableContextOptions.Enable, allowUnsafe: true);
        if (options.Strict)
            compilation = compilation.WithSpecificDiagnosticOptions(AnalyzerRun.Descriptors.Where(rule => !rule.IsEnabledByDefault).Select(rule => KeyValuePair.Create(rule.Id, ReportDiagnostic.Warn)));

        solution = solution.AddProject(ProjectInfo.Create(
            id, VersionStamp.Default, project.Path, Path.GetFileNameWithoutExtension(project.Path), LanguageNames.CSharp, project.Path,
            compilationOptions: compilation, parseOptions: s_parse, metadataReferences: references));

        if (project.ImplicitUsings.Length > 0)
            texts.Add(("ImplicitUsings.g.cs", SourceText.From(project.ImplicitUsings)));
        if (options.OpenGate)
            texts.Add(("OpenGate.cs", SourceText.From("// smtp-relay.brevo.com")));

        foreach (var (file, text) in texts)
            solution = solution.AddDocument(DocumentId.CreateNewId(id, file), Path.GetFileName(file), text, filePath: file);
        foreach (var file in project.Settings)
            solution = solution.AddAdditionalDocument(DocumentId.CreateNewId(id, file), Path.GetFileName(file), Read(file), filePath: file);

        return solution;
    }

    private static SourceText Read(string file)
    {
        using var stream = File.OpenRead(file);
        return SourceText.From(stream);
    }

    private static bool HasTopLevelStatements(string file, SourceText text) =>
        Path.GetFileName(file) == "Program.cs"
        && CSharpSyntaxTree.ParseText(text, s_parse).GetCompilationUnitRoot().Members.Any(member => member is GlobalStatementSyntax);

    private static MetadataReference TestFramework()
    {
        using var image = new MemoryStream();
        CSharpCompilation.Create("xunit.core", references: LibraryReferences.WithoutSurfaces, options: new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary)).Emit(image);
        return MetadataReference.CreateFromImage(image.ToArray());
    }
}
