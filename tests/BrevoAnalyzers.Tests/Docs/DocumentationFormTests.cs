using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using Xunit;

namespace BrevoAnalyzers.Tests.Docs;

/// <summary>Rule pages have one form, links lead somewhere, the index knows every page.</summary>
public sealed class DocumentationFormTests
{
    // Its mistakes stand in an .editorconfig, not in C#.
    private const string RuleWithoutCode = "BREVO6001";

    private static readonly Dictionary<char, string> s_categories = new()
    {
        ['1'] = "Connection",
        ['2'] = "Credentials",
        ['3'] = "Sender",
        ['4'] = "ApiRequest",
        ['5'] = "Delivery",
        ['6'] = "Configuration",
    };

    private static readonly string[] s_sections =
    {
        "## What is reported", "## Why", "## How to fix", "## What it leaves alone", "## How to configure", "## Wrong", "## Right",
    };

    public static IEnumerable<object[]> Pages => DocumentationFiles.Pages.Select(static page => new object[] { page });

    public static IEnumerable<object[]> RuleIds => DocumentedRule.All.Select(static rule => new object[] { rule.Id });

    [Theory]
    [MemberData(nameof(RuleIds))]
    public void Rule_page_has_the_common_form(string id)
    {
        var lines = DocumentationFiles.ReadLines($"docs/rules/{id}.md");

        Assert.Matches($"^# {id}: [A-Z]", lines[0]);
        Assert.Equal("| Severity | Category | Fix |", lines[2]);
        Assert.Matches("^\\| (Warning|Info|Off) \\| " + s_categories[id[5]] + " \\| (Yes|No) \\|$", lines[4]);
        Assert.Equal(s_sections, lines.Where(static line => line.StartsWith("## ", StringComparison.Ordinal)));
    }

    [Theory]
    [MemberData(nameof(RuleIds))]
    public void Rule_page_shows_wrong_and_right_code(string id)
    {
        var rule = DocumentedRule.Load(id);
        if (id == RuleWithoutCode)
        {
            Assert.Empty(rule.WrongBlocks);
            return;
        }

        Assert.NotEmpty(rule.WrongBlocks);
        Assert.NotEmpty(rule.RightBlocks);
    }

    [Fact]
    public void Index_lists_every_rule_page_with_its_title_and_severity()
    {
        var index = DocumentationFiles.ReadLines("docs/rules/README.md").Where(static line => line.StartsWith("| [BREVO", StringComparison.Ordinal));
        Assert.Equal(DocumentedRule.All.Select(static rule => IndexRow(rule.Id)), index);
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void Links_lead_to_a_page_and_a_heading(string page)
    {
        var dead = LinkTargets(page).Where(target => !Exists(page, target)).ToList();
        Assert.True(dead.Count == 0, $"{page}: no such page or heading: {string.Join(", ", dead)}");
    }

    [Fact]
    public void A_block_without_a_marker_is_a_mistake()
    {
        var (blocks, mistakes) = MarkdownCode.Extract("page.md", new[] { "text", "```csharp", "int x;", "```" });
        Assert.Empty(blocks);
        Assert.StartsWith("page.md(2): ", Assert.Single(mistakes));
    }

    [Theory]
    [InlineData("<!-- compile: fragment -->")]
    [InlineData("<!-- compile: 1 -->")]
    [InlineData("<!-- compile: file maybe -->")]
    [InlineData("<!-- compile: file wrong maybe -->")]
    [InlineData("<!-- compile: file BREVO2004 -->")]
    [InlineData("<!-- compile: -->")]
    public void An_unknown_word_in_a_marker_is_a_mistake(string marker)
    {
        var (blocks, mistakes) = MarkdownCode.Extract("page.md", new[] { marker, "```csharp", "int x;", "```" });
        Assert.Empty(blocks);
        Assert.Single(mistakes);
    }

    [Fact]
    public void A_marker_names_other_rules_and_options()
    {
        var marker = "<!-- compile: file wrong BREVO2004 brevo_verified_senders=a@b.example,c@d.example -->";
        var (blocks, mistakes) = MarkdownCode.Extract("page.md", new[] { marker, "```csharp", "", "```" });
        Assert.Empty(mistakes);
        var block = Assert.Single(blocks);
        Assert.Equal(new[] { "BREVO2004" }, block.Also);
        Assert.Equal("a@b.example,c@d.example", block.Options["brevo_verified_senders"]);
    }

    [Fact]
    public void Diagnostics_stand_on_the_line_of_the_page()
    {
        var (blocks, _) = MarkdownCode.Extract(
            "page.md", new[] { "<!-- compile: members wrong -->", "```csharp", "using System.Text;", "", "int x = \"\";", "```" });
        var block = Assert.Single(blocks);
        Assert.Equal(CodeRole.Wrong, block.Role);
        var error = Assert.Single(block.ToCompilation().GetDiagnostics(), static diagnostic => diagnostic.Id == "CS0029");
        Assert.Equal(5, error.Location.GetMappedLineSpan().StartLinePosition.Line + 1);
    }

    private static string IndexRow(string id)
    {
        var lines = DocumentationFiles.ReadLines($"docs/rules/{id}.md");
        var cells = lines[4].Split('|', StringSplitOptions.TrimEntries);
        return $"| [{id}]({id}.md) | {lines[0][(id.Length + 4)..]} | {cells[2]} | {cells[1]} | {cells[3]} |";
    }

    private static IEnumerable<string> LinkTargets(string page) =>
        Regex.Matches(string.Join("\n", DocumentationFiles.ReadLines(page)), @"\]\((?<target>[^)\s]+)\)")
            .Select(static match => match.Groups["target"].Value)
            .Where(static target => !target.StartsWith("https://", StringComparison.Ordinal));

    private static bool Exists(string page, string target)
    {
        var parts = target.Split('#', 2);
        var path = parts[0].Length == 0
            ? Path.Combine(DocumentationFiles.Root, page)
            : Path.GetFullPath(Path.Combine(DocumentationFiles.Root, Path.GetDirectoryName(page)!, parts[0]));
        return File.Exists(path) && (parts.Length == 1 || File.ReadLines(path).Any(line => Anchor(line) == parts[1]));
    }

    /// <summary>The anchor that a renderer makes of a heading: lower case, letters, digits and hyphens only.</summary>
    private static string? Anchor(string line) => line.StartsWith('#')
        ? Regex.Replace(line.TrimStart('#').Trim().ToLowerInvariant(), @"[^\p{L}\p{N}\- ]", "").Replace(' ', '-')
        : null;
}
