using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using Xunit;

namespace BrevoAnalyzers.Tests;

/// <summary>
/// Checks what the analyzers say of C# sources; see <see cref="Markup"/> for the marks. Each source is a file of one project, with the
/// usual implicit usings. Sources that do not compile fail the test, so that no test is silent for the wrong reason.
/// </summary>
internal static class Verify
{
    /// <summary>For code that is half typed or lacks a reference.</summary>
    public static Verification AllowingErrors { get; } = new() { AllowsErrors = true };

    /// <summary>For projects that set <c>brevo_…</c> options.</summary>
    public static Verification WithOptions(params (string Key, string Value)[] options) => new() { Options = options.ToDictionary(o => o.Key, o => o.Value) };

    /// <summary>The findings of this rule are exactly the marked ones. Those of other rules do not count, unless they are marked.</summary>
    public static void Reports(string id, params string[] sources) => new Verification().Reports(id, sources);

    /// <summary>The rule finds nothing.</summary>
    public static void Silent(string id, params string[] sources) => new Verification().Silent(id, sources);

    /// <summary>The findings of all rules that are on by default are exactly the marked ones.</summary>
    public static void Exactly(params string[] sources) => new Verification().Exactly(sources);
}

/// <summary>The assertions of <see cref="Verify"/> under other conditions.</summary>
internal sealed class Verification
{
    private const string ImplicitUsings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Net.Http;
        global using System.Threading;
        global using System.Threading.Tasks;
        global using Microsoft.Extensions.Configuration;
        global using Microsoft.Extensions.Options;
        """;

    public bool AllowsErrors { get; init; }

    public IReadOnlyDictionary<string, string> Options { get; init; } = new Dictionary<string, string>();

    public IReadOnlyList<AdditionalText> Files { get; init; } = [];

    public void Reports(string id, params string[] sources)
    {
        var (found, expected) = Run(sources, id);
        Assert.True(expected.Any(e => e.Id == id), $"The test marks no place for {id}; say Silent instead.");
        var judged = expected.Select(e => e.Id).ToHashSet();
        Compare(expected, found.Where(f => judged.Contains(f.Id)));
    }

    public void Silent(string id, params string[] sources)
    {
        var (found, expected) = Run(sources, id);
        Assert.Empty(expected);
        Compare([], found.Where(f => f.Id == id));
    }

    public void Exactly(params string[] sources)
    {
        var (found, expected) = Run(sources, "");
        Compare(expected, found);
    }

    private (List<Finding> Found, List<Finding> Expected) Run(string[] sources, string id)
    {
        var files = new List<(string Path, string Text)>();
        var expected = new List<Finding>();
        foreach (var marked in sources)
        {
            var (source, marks) = Markup.Parse(marked, id);
            var path = $"Source{files.Count}.cs";
            expected.AddRange(marks.Select(mark => Finding.In(path, SourceText.From(source), mark.Id, mark.Span)));
            files.Add((path, source));
        }

        var compilation = AnalyzerRun.Compile(OutputKind.DynamicallyLinkedLibrary, [.. files, ("Usings.cs", ImplicitUsings)]);
        if (compilation.SyntaxTrees.Any(tree => tree.GetCompilationUnitRoot().Members.Any(member => member is GlobalStatementSyntax)))
            compilation = compilation.WithOptions(compilation.Options.WithOutputKind(OutputKind.ConsoleApplication));
        if (!AllowsErrors)
            Assert.Empty(compilation.GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error));

        var found = AnalyzerRun.Findings(compilation, Files, Options, expected.Select(e => e.Id).Append(id)).Select(Finding.Of).ToList();
        return (found, expected);
    }

    private static void Compare(IEnumerable<Finding> expected, IEnumerable<Finding> found)
    {
        var missing = Text(expected.Except(found));
        var unexpected = Text(found.Except(expected));
        var twice = Text(found.GroupBy(f => f).Where(group => group.Count() > 1).Select(group => group.Key));
        Assert.True(missing + unexpected + twice == "", $"Missing:\n{missing}Unexpected:\n{unexpected}Reported twice:\n{twice}");
    }

    private static string Text(IEnumerable<Finding> findings) =>
        string.Concat(findings.Select(f => "  " + f + "\n").Order(StringComparer.Ordinal));

    /// <summary>A finding as the tests compare it: its text makes a failure readable.</summary>
    private sealed record Finding(string Path, LinePosition Start, string Id, string Text)
    {
        public static Finding Of(Diagnostic diagnostic) => diagnostic.Location.SourceTree is { } tree
            ? In(tree.FilePath, tree.GetText(), diagnostic.Id, diagnostic.Location.SourceSpan)
            : new Finding(diagnostic.Location.GetLineSpan().Path, diagnostic.Location.GetLineSpan().StartLinePosition, diagnostic.Id, "");

        public static Finding In(string path, SourceText source, string id, TextSpan span) =>
            new(path, source.Lines.GetLinePosition(span.Start), id, source.ToString(span));

        public override string ToString() => $"{Path}({Start.Line + 1},{Start.Character + 1}): {Id} '{Text}'";
    }
}
