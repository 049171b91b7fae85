using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using BrevoAnalyzers.Tests.Cases;
using BrevoAnalyzers.Tests.Docs;
using BrevoAnalyzers.Tests.Samples;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BrevoAnalyzers.Tests.Trust;

/// <summary>
/// Every source and settings file that the repository holds to be read by the analyzers: labelled cases, programs, samples, the code of the
/// documentation, and what is written inside the tests.
/// </summary>
internal static class Corpus
{
    /// <summary>Shorter texts inside tests are values, not sources.</summary>
    private const int LeastLength = 100;

    private static readonly Lazy<IReadOnlyList<Source>> s_files = new(() => [.. Cases(), .. Programs(), .. Samples(), .. Documentation()]);
    private static readonly Lazy<IReadOnlyList<Source>> s_sources = new(() => [.. Files, .. InsideTests()]);

    /// <summary>Whole C# files: they compile, or say what they lack.</summary>
    public static IReadOnlyList<Source> Files => s_files.Value;

    /// <summary>All C# sources, those inside tests included, which may be no more than a few statements.</summary>
    public static IReadOnlyList<Source> Sources => s_sources.Value;

    public static IReadOnlyList<Source> SettingsFiles { get; } = [.. ConfigCases.All().Select(file => new Source(file.Path, file.Text))];

    private static IEnumerable<Source> Cases() => LabelledCases.Files().Select(row => (string)row[0]).Select(name => new Source(name, LabelledCases.Source(name)));

    private static IEnumerable<Source> Programs()
    {
        var assembly = typeof(Corpus).Assembly;
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.StartsWith("Programs/", StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            yield return new Source(name, KeyTokens.Expand(reader.ReadToEnd()));
        }
    }

    private static IEnumerable<Source> Samples() =>
        from sample in Directory.GetDirectories(Path.Combine(DocumentationFiles.Root, "samples")).Order(StringComparer.Ordinal)
        from file in SampleCode.Files(sample)
        select new Source(Path.GetFileName(sample) + "/" + file.Path, SampleCode.ImplicitUsings.Replace("global using", "using", StringComparison.Ordinal) + "\n" + file.Text);

    private static IEnumerable<Source> Documentation() =>
        from page in DocumentationFiles.Pages
        from block in MarkdownCode.Extract(page, DocumentationFiles.ReadLines(page)).Blocks
        let tree = block.ToCompilation().SyntaxTrees.MaxBy(tree => tree.Length)
        select new Source($"{page}:{block.Line}", tree.ToString());

    private static IEnumerable<Source> InsideTests()
    {
        var folder = Path.Combine(DocumentationFiles.Root, "tests", "BrevoAnalyzers.Tests");
        return from test in SampleCode.Files(folder)
               from text in Literals(test.Text)
               select new Source(test.Path, KeyTokens.Expand(text));
    }

    private static IEnumerable<string> Literals(string test)
    {
        foreach (var node in CSharpSyntaxTree.ParseText(test, new CSharpParseOptions(LanguageVersion.Preview)).GetRoot().DescendantNodes())
        {
            var text = node switch
            {
                LiteralExpressionSyntax literal when literal.IsKind(SyntaxKind.StringLiteralExpression) => literal.Token.ValueText,
                InterpolatedStringExpressionSyntax interpolated => string.Concat(interpolated.Contents.Select(content => content is InterpolatedStringTextSyntax part ? part.TextToken.ValueText : "x")),
                _ => "",
            };
            if (text.Length >= LeastLength && (text.Contains(';') || text.Contains('{')) && Unmarked(text) is { } source)
                yield return source;
        }
    }

    private static string? Unmarked(string text)
    {
        try
        {
            return Markup.Parse(text, "BREVO1001").Source;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    /// <param name="Name">Where it comes from, for messages of failing tests.</param>
    public sealed record Source(string Name, string Text);
}
