using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Xunit;

namespace BrevoAnalyzers.Tests.Doors;

/// <summary>
/// A project of code and settings files, both with the marks of <see cref="Markup"/>: the findings of all rules that are on by default are
/// exactly the marked ones.
/// </summary>
internal static class CodeAndFiles
{
    private const string Usings = """
        global using System;
        global using System.Net;
        global using System.Net.Http;
        global using System.Net.Http.Json;
        global using System.Threading.Tasks;
        global using MailKit.Security;
        global using Microsoft.Extensions.Configuration;
        global using Microsoft.Extensions.DependencyInjection;
        global using Microsoft.Extensions.Hosting;
        global using Microsoft.Extensions.Options;
        global using MimeKit;
        """;

    public static void Have(string code, params (string Path, string Text)[] files)
    {
        var findings = Findings(code, files, out var expected);
        Assert.Equal(expected.Order(StringComparer.Ordinal), findings.Select(f => Describe(f.Id, f.Location.GetLineSpan().Path, f.Location.SourceSpan.Start)).Order(StringComparer.Ordinal));
    }

    /// <summary>The findings, for tests that look at more than their place.</summary>
    public static IReadOnlyList<Diagnostic> Findings(string code, params (string Path, string Text)[] files) => Findings(code, files, out _);

    private static IReadOnlyList<Diagnostic> Findings(string marked, (string Path, string Text)[] markedFiles, out List<string> expected)
    {
        expected = [];
        var (code, marks) = Markup.Parse(marked, "");
        expected.AddRange(marks.Select(mark => Describe(mark.Id, "Code.cs", mark.Span.Start)));
        var files = new List<AdditionalText>();
        foreach (var (path, text) in markedFiles)
        {
            var (plain, inFile) = Markup.Parse(text, "");
            expected.AddRange(inFile.Select(mark => Describe(mark.Id, path, mark.Span.Start)));
            files.Add(new TextFile(path, plain));
        }

        var compilation = AnalyzerRun.Compile(OutputKind.DynamicallyLinkedLibrary, ("Code.cs", code), ("Usings.cs", Usings));
        if (compilation.SyntaxTrees.Any(tree => tree.GetCompilationUnitRoot().Members.Any(member => member is GlobalStatementSyntax)))
            compilation = compilation.WithOptions(compilation.Options.WithOutputKind(OutputKind.ConsoleApplication));

        Assert.Empty(compilation.GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error));
        return AnalyzerRun.Findings(compilation, files);
    }

    private static string Describe(string id, string path, int start) => $"{path}@{start}: {id}";
}
