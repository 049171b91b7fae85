using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using Xunit;

namespace BrevoAnalyzers.Tests.Trust;

/// <summary>Every fix that an editor offers for anything found in the <see cref="Corpus"/> keeps what fixes promise: see <see cref="FixTrial"/>.</summary>
public sealed class EveryFixTests
{
    [Fact]
    public Task In_code() => TryAsync(Corpus.Files.Select(source => Project(source.Name, source.Text)), least: 300);

    /// <summary>The same with a comment above every finding and one behind its line, none of which may go.</summary>
    [Fact]
    public Task In_code_between_comments() => TryAsync(Corpus.Files.Select(source => Commented(Project(source.Name, source.Text)).GetAwaiter().GetResult()).OfType<Project>(), least: 300);

    [Fact]
    public Task In_settings_files() => TryAsync(Corpus.SettingsFiles.Select(file => Project(file.Name, "", (file.Name, file.Text))), least: 30);

    private static async Task TryAsync(IEnumerable<Project> projects, int least)
    {
        var failures = new ConcurrentQueue<string>();
        var carried = 0;
        await Parallel.ForEachAsync(projects, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount }, async (project, _) =>
        {
            var result = await FixTrial.RunAsync(project, await FindingsAsync(project), FindingsAsync);
            Interlocked.Add(ref carried, result.Carried);
            foreach (var failure in result.Failures)
                failures.Enqueue($"{project.Name}: {failure}");
        });

        Assert.True(failures.IsEmpty, $"{failures.Count} failures\n\n" + string.Join("\n\n", failures));
        Assert.True(carried >= least, $"only {carried} fixes were carried out");
    }

    private static async Task<ImmutableArray<Diagnostic>> FindingsAsync(Project project) =>
        AnalyzerRun.Findings((await project.GetCompilationAsync())!, project.AnalyzerOptions.AdditionalFiles, on: AnalyzerRun.Descriptors.Select(rule => rule.Id));

    /// <summary>Null where nothing is found.</summary>
    private static async Task<Project?> Commented(Project project)
    {
        var document = project.Documents.Single();
        var root = (await document.GetSyntaxRootAsync())!;
        var changes = new Dictionary<SyntaxToken, (List<string> Above, List<string> Behind)>();
        foreach (var finding in await FindingsAsync(project))
        {
            if (finding.Location.SourceTree != root.SyntaxTree)
                continue;

            var token = root.FindToken(finding.Location.SourceSpan.Start);
            var around = token.Parent!.AncestorsAndSelf().FirstOrDefault(node => node is StatementSyntax and not BlockSyntax or MemberDeclarationSyntax) ?? token.Parent;
            Of(around.GetFirstToken()).Above.Add($"// above {changes.Count}");
            while (token != default && !token.TrailingTrivia.Any(SyntaxKind.EndOfLineTrivia))
                token = token.GetNextToken();
            if (token != default)
                Of(token).Behind.Add($" // behind {changes.Count}");
        }

        return changes.Count == 0 ? null : document.WithText(SourceText.From(root.ReplaceTokens(changes.Keys, (token, _) => With(token, changes[token].Above, changes[token].Behind)).ToFullString())).Project;

        (List<string> Above, List<string> Behind) Of(SyntaxToken token) => changes.TryGetValue(token, out var both) ? both : changes[token] = ([], []);
    }

    private static SyntaxToken With(SyntaxToken token, List<string> above, List<string> behind)
    {
        var indentation = token.LeadingTrivia.Where(trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia)).TakeLast(1).ToList();
        foreach (var comment in above)
            token = token.WithLeadingTrivia(token.LeadingTrivia.AddRange([SyntaxFactory.Comment(comment), SyntaxFactory.LineFeed, .. indentation]));
        if (behind.Count == 0)
            return token;

        // One comment a line: a second one would be a part of the first.
        var end = token.TrailingTrivia.IndexOf(SyntaxKind.EndOfLineTrivia);
        return token.WithTrailingTrivia(token.TrailingTrivia.Insert(end, SyntaxFactory.Comment(behind[0])));
    }

    internal static Project Project(string name, string source, params (string Path, string Text)[] files)
    {
        var isScript = CSharpSyntaxTree.ParseText(source, new CSharpParseOptions(LanguageVersion.Preview)).GetCompilationUnitRoot().Members.Any(member => member is GlobalStatementSyntax);
        var project = new AdhocWorkspace().AddProject(ProjectInfo.Create(
            ProjectId.CreateNewId(), VersionStamp.Default, name, "Shop", LanguageNames.CSharp,
            compilationOptions: new CSharpCompilationOptions(isScript ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable, allowUnsafe: true),
            parseOptions: new CSharpParseOptions(LanguageVersion.Preview),
            metadataReferences: LibraryReferences.All));
        foreach (var (path, text) in files)
            project = project.AddAdditionalDocument(path, text, filePath: "/Shop/" + path).Project;
        return project.AddDocument("Mailer.cs", SourceText.From(source), filePath: "/Shop/Mailer.cs").Project;
    }
}
