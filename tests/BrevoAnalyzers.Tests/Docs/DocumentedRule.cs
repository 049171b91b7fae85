using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;

namespace BrevoAnalyzers.Tests.Docs;

/// <summary>
/// A rule page as test data: the code it calls wrong must be reported with <paramref name="Id"/> and the ids of
/// <see cref="DocumentedCode.Also"/>, nothing else; the code it calls right with nothing. A rule that is off by default counts on its
/// own page only. <see cref="DocumentedCode.ToCompilation"/> gives each block as a compilation.
/// </summary>
internal sealed record DocumentedRule(string Id, ImmutableArray<DocumentedCode> WrongBlocks, ImmutableArray<DocumentedCode> RightBlocks)
{
    /// <summary>All rule pages, by id.</summary>
    public static IEnumerable<DocumentedRule> All => DocumentationFiles.RulePages.Select(FromPage);

    public static DocumentedRule Load(string id) => FromPage($"docs/rules/{id}.md");

    private static DocumentedRule FromPage(string page)
    {
        var (blocks, _) = MarkdownCode.Extract(page, DocumentationFiles.ReadLines(page));
        return new DocumentedRule(
            Path.GetFileNameWithoutExtension(page),
            blocks.Where(static block => block.Role == CodeRole.Wrong).ToImmutableArray(),
            blocks.Where(static block => block.Role == CodeRole.Right).ToImmutableArray());
    }
}
