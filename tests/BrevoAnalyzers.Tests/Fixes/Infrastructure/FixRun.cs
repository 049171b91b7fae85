using System;
using System.Collections.Generic;
using System.Collections.Immutable;
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

namespace BrevoAnalyzers.Tests.Fixes.Infrastructure;

/// <summary>A project in memory, the toy rule over it, and one of its fixes carried out as a host would.</summary>
internal sealed class FixRun
{
    internal static readonly ImmutableArray<MetadataReference> References = LoadReferences();

    private readonly AdhocWorkspace _workspace = new();
    private readonly DocumentId _document;
    private Exception? _failure;

    public FixRun(string source, string? other = null, OutputKind output = OutputKind.DynamicallyLinkedLibrary, LanguageVersion version = LanguageVersion.Latest, NullableContextOptions nullable = NullableContextOptions.Enable)
    {
        var project = _workspace.AddProject(ProjectInfo.Create(
            ProjectId.CreateNewId(), VersionStamp.Default, "Shop", "Shop", LanguageNames.CSharp,
            compilationOptions: new CSharpCompilationOptions(output, nullableContextOptions: nullable),
            parseOptions: new CSharpParseOptions(version),
            metadataReferences: References));
        _document = _workspace.AddDocument(project.Id, "Mailer.cs", SourceText.From(source)).Id;
        if (other is not null)
            _workspace.AddDocument(project.Id, "Other.cs", SourceText.From(other));
    }

    public Document Document => _workspace.CurrentSolution.GetDocument(_document)!;

    /// <summary>The choices that the first finding of the document has.</summary>
    public async Task<List<CodeAction>> ActionsAsync(BrevoCodeFix fix)
    {
        fix.Failed = exception => _failure ??= exception;

        var actions = new List<CodeAction>();
        var finding = (await FindingsAsync(Document)).First();
        await fix.RegisterCodeFixesAsync(new CodeFixContext(Document, finding, (action, _) => actions.Add(action), CancellationToken.None));
        Assert.Null(_failure);
        return actions;
    }

    /// <summary>The text after the first choice for the first finding. The edit breaks nothing, or the test fails.</summary>
    public async Task<string> FixFirstAsync(BrevoCodeFix fix)
        => await CarryOutAsync(Assert.Single(await ActionsAsync(fix)));

    /// <summary>The text after "fix all in document".</summary>
    public async Task<string> FixAllAsync(BrevoCodeFix fix)
    {
        fix.Failed = exception => _failure ??= exception;

        var findings = await FindingsAsync(Document);
        CodeAction? first = null;
        foreach (var finding in findings)
            await fix.RegisterCodeFixesAsync(new CodeFixContext(Document, finding, (action, _) => first ??= action, CancellationToken.None));

        Assert.NotNull(first);
        var context = new FixAllContext(Document, fix, FixAllScope.Document, first.EquivalenceKey!, [ToyRule.Id], new Found(findings), CancellationToken.None);
        var action = await fix.GetFixAllProvider()!.GetFixAsync(context);
        Assert.NotNull(action);
        return await CarryOutAsync(action);
    }

    public static async Task<ImmutableArray<Diagnostic>> FindingsAsync(Document document)
    {
        var compilation = await document.Project.GetCompilationAsync();
        var tree = await document.GetSyntaxTreeAsync();
        var all = await compilation!.WithAnalyzers([new ToyRule()]).GetAnalyzerDiagnosticsAsync();
        return [.. all.Where(finding => finding.Location.SourceTree == tree).OrderBy(finding => finding.Location.SourceSpan.Start)];
    }

    private async Task<string> CarryOutAsync(CodeAction action)
    {
        var before = await ErrorsAsync(Document);
        var operation = Assert.Single((await action.GetOperationsAsync(CancellationToken.None)).OfType<ApplyChangesOperation>());
        var changed = operation.ChangedSolution.GetDocument(_document)!;
        Assert.Null(_failure);

        var after = await ErrorsAsync(changed);
        var text = (await changed.GetTextAsync()).ToString();
        Assert.True(after.Count <= before.Count, $"{string.Join("\n", after)}\n\n{text}");
        return text;
    }

    private static async Task<List<Diagnostic>> ErrorsAsync(Document document)
        => [.. (await document.Project.GetCompilationAsync())!.GetDiagnostics().Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning)];

    private static ImmutableArray<MetadataReference> LoadReferences()
    {
        var platform = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator);
        var names = new HashSet<string>();
        return
        [
            .. platform.Concat(Directory.GetFiles(AppContext.BaseDirectory, "*.dll"))
                .Where(path => Path.GetFileName(path) is var name
                    && (name.StartsWith("System.", StringComparison.Ordinal) || name.StartsWith("Microsoft.Extensions.", StringComparison.Ordinal)
                        || name is "mscorlib.dll" or "netstandard.dll" or "MailKit.dll" or "MimeKit.dll")
                    && names.Add(name))
                .Select(path => MetadataReference.CreateFromFile(path)),
        ];
    }

    private sealed class Found(ImmutableArray<Diagnostic> findings) : FixAllContext.DiagnosticProvider
    {
        public override Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken)
            => Task.FromResult<IEnumerable<Diagnostic>>(findings);

        public override Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken)
            => Task.FromResult<IEnumerable<Diagnostic>>(findings);

        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken)
            => Task.FromResult<IEnumerable<Diagnostic>>([]);
    }
}
