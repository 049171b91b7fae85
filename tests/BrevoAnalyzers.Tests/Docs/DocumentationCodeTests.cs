using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Xunit;

namespace BrevoAnalyzers.Tests.Docs;

/// <summary>Every C# block of the documentation compiles.</summary>
public sealed class DocumentationCodeTests
{
    // Assembly versions that are unified, async without await, and the using directives a block shares with the implicit ones.
    private static readonly HashSet<string> s_ignored = new() { "CS1701", "CS1702", "CS1998", "CS8933" };

    public static IEnumerable<object[]> Pages => DocumentationFiles.Pages.Select(static page => new object[] { page });

    [Theory]
    [MemberData(nameof(Pages))]
    public void Code_compiles(string page)
    {
        var (blocks, mistakes) = MarkdownCode.Extract(page, DocumentationFiles.ReadLines(page));
        var problems = mistakes.Concat(blocks.SelectMany(Problems)).ToList();
        Assert.True(problems.Count == 0, string.Join("\n", problems));
    }

    [Fact]
    public void Italian_page_shows_the_same_code_as_the_English_one()
    {
        Assert.Equal(CodeWithoutComments("docs/troubleshooting.md"), CodeWithoutComments("docs/troubleshooting.it.md"));
    }

    /// <summary>Errors always; warnings too where the page does not call the code wrong.</summary>
    private static IEnumerable<string> Problems(DocumentedCode block)
    {
        var least = block.Role == CodeRole.Wrong ? DiagnosticSeverity.Error : DiagnosticSeverity.Warning;
        return block.ToCompilation().GetDiagnostics()
            .Where(diagnostic => diagnostic.Severity >= least && !s_ignored.Contains(diagnostic.Id))
            .Select(Describe);
    }

    private static string Describe(Diagnostic diagnostic)
    {
        var position = diagnostic.Location.GetMappedLineSpan();
        return $"{position.Path}({position.StartLinePosition.Line + 1}): {diagnostic.Id} {diagnostic.GetMessage()}";
    }

    private static List<string> CodeWithoutComments(string page) =>
        MarkdownCode.Extract(page, DocumentationFiles.ReadLines(page)).Blocks
            .Select(static block => string.Join(" ", CSharpSyntaxTree.ParseText(block.Code).GetRoot().DescendantTokens().Select(TextWithoutWords)))
            .ToList();

    /// <summary>Texts for people are translated, so a literal with a space counts as a literal only.</summary>
    private static string TextWithoutWords(SyntaxToken token) =>
        token.Text.Contains(' ') && token.Parent is LiteralExpressionSyntax or InterpolatedStringTextSyntax ? "text" : token.Text;
}
