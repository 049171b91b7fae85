using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using BrevoAnalyzers.CodeFixes.Infrastructure;
using BrevoAnalyzers.Rules;
using BrevoAnalyzers.Tests.Docs;
using Microsoft.CodeAnalysis;
using Xunit;

namespace BrevoAnalyzers.Tests.Rules;

/// <summary>Rules, pages and release files say the same, and every rule is asked.</summary>
public sealed partial class CatalogueTests
{
    private static readonly Dictionary<char, string> s_categories = new()
    {
        ['1'] = "Connection", ['2'] = "Credentials", ['3'] = "Sender", ['4'] = "ApiRequest", ['5'] = "Delivery", ['6'] = "Configuration",
    };

    public static IEnumerable<object[]> Ids() => AnalyzerRun.Descriptors.Select(d => d.Id).Order(StringComparer.Ordinal).Select(id => new object[] { id });

    /// <summary>
    /// The code blocks of pages of rules that exist: page, line, what the page says of them. Those that use the SDK count once there
    /// are rules on API requests.
    /// </summary>
    public static IEnumerable<object[]> Blocks() =>
        from rule in DocumentedRule.All
        where AnalyzerRun.Descriptors.Any(d => d.Id == rule.Id)
        from block in rule.WrongBlocks.Concat(rule.RightBlocks)
        where !block.Code.Contains("brevo_csharp", StringComparison.Ordinal) || AnalyzerRun.Descriptors.Any(d => d.Category == "ApiRequest")
        select new object[] { rule.Id, block.Line, block.Role.ToString() };

    [Theory]
    [MemberData(nameof(Ids))]
    public void Descriptor_follows_the_conventions(string id)
    {
        var descriptor = Descriptor(id);
        Assert.Matches("^BREVO[1-6][0-9]{3}$", id);
        Assert.Equal(s_categories[id[5]], descriptor.Category);
        Assert.EndsWith($"/docs/rules/{id}.md", descriptor.HelpLinkUri);
        Assert.True(Uri.IsWellFormedUriString(descriptor.HelpLinkUri, UriKind.Absolute));
        Assert.NotEqual(DiagnosticSeverity.Error, descriptor.DefaultSeverity);

        var title = descriptor.Title.ToString();
        Assert.False(title.EndsWith('.') || title.Contains('{') || title.Contains('\n'), title);
        Assert.True(char.IsUpper(title[0]), title);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void The_page_says_whether_there_is_a_fix(string id)
    {
        var isFixed = typeof(BrevoCodeFix).Assembly.GetTypes().Where(type => type is { IsAbstract: false } && type.IsSubclassOf(typeof(BrevoCodeFix)))
            .Any(type => ((BrevoCodeFix)Activator.CreateInstance(type)!).FixableDiagnosticIds.Contains(id));
        var table = File.ReadLines(Path.Combine(DocumentationFiles.Root, "docs", "rules", id + ".md")).SkipWhile(line => !line.StartsWith("| Severity", StringComparison.Ordinal)).ElementAt(2);
        Assert.EndsWith(isFixed ? "| Yes |" : "| No |", table);
    }

    /// <summary>One sentence has no period at its end, several have one each.</summary>
    [Theory]
    [MemberData(nameof(Ids))]
    public void Message_ends_as_its_form_asks(string id)
    {
        var message = Descriptor(id).MessageFormat.ToString();
        Assert.False(message.Contains('\n') || message != message.Trim(), message);
        if (message != "{0}")
            Assert.Equal(SentenceBreak().IsMatch(message), message.EndsWith('.'));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Page_has_the_descriptors_severity_and_category(string id)
    {
        var descriptor = Descriptor(id);
        var cells = DocumentationFiles.ReadLines($"docs/rules/{id}.md")[4].Split('|', StringSplitOptions.TrimEntries);
        Assert.Equal(descriptor.IsEnabledByDefault ? descriptor.DefaultSeverity.ToString() : "Off", cells[1]);
        Assert.Equal(descriptor.Category, cells[2]);
    }

    [Fact]
    public void Release_files_list_every_rule_as_it_is()
    {
        var released = new[] { "AnalyzerReleases.Shipped.md", "AnalyzerReleases.Unshipped.md" }
            .SelectMany(file => File.ReadLines(Path.Combine(DocumentationFiles.Root, file)))
            .Where(line => line.StartsWith("BREVO", StringComparison.Ordinal))
            .Select(line => line.Split('|', StringSplitOptions.TrimEntries))
            .ToDictionary(cells => cells[0], cells => $"{cells[1]} | {cells[2]}");
        var existing = AnalyzerRun.Descriptors.ToDictionary(d => d.Id, d => $"{d.Category} | {(d.IsEnabledByDefault ? d.DefaultSeverity.ToString() : "Disabled")}");
        Assert.Equal(existing.OrderBy(d => d.Key, StringComparer.Ordinal), released.OrderBy(d => d.Key, StringComparer.Ordinal));
    }

    [Fact]
    public void Every_analyzer_reports_only_ids_of_the_catalogue_and_each_descriptor_is_one()
    {
        var twice = AnalyzerRun.Analyzers.SelectMany(a => a.SupportedDiagnostics)
            .GroupBy(d => d.Id)
            .Where(group => group.Distinct().Count() > 1)
            .Select(group => group.Key);
        Assert.Empty(twice);
    }

    [Fact]
    public void Every_rule_class_is_asked()
    {
        Assert.Equal(Subclasses(typeof(SmtpRule)), SmtpRule.All.Select(rule => rule.GetType().Name).Order(StringComparer.Ordinal));
        Assert.Equal(Subclasses(typeof(SenderRule)), SenderRule.All.Select(rule => rule.GetType().Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_rule_class_has_its_test_class()
    {
        var tests = typeof(CatalogueTests).Assembly.GetTypes().Select(type => type.Name).ToHashSet();
        var rules = Subclasses(typeof(SmtpRule)).Concat(Subclasses(typeof(SenderRule)));
        Assert.Subset(tests, rules.Select(rule => rule + "Tests").ToHashSet());
    }

    [Theory]
    [MemberData(nameof(Blocks))]
    public void Code_of_a_page_is_reported_as_the_page_says(string id, int line, string role)
    {
        var rule = DocumentedRule.Load(id);
        var block = rule.WrongBlocks.Concat(rule.RightBlocks).Single(b => b.Line == line);
        var known = AnalyzerRun.Descriptors.Select(d => d.Id).ToHashSet();
        var expected = role == nameof(CodeRole.Wrong) ? block.Also.Where(known.Contains).Append(id).Distinct() : [];
        var found = AnalyzerRun.Findings(block.ToCompilation(), options: block.Options, on: [id]).Select(d => d.Id).Distinct();
        Assert.Equal(expected.Order(StringComparer.Ordinal), found.Order(StringComparer.Ordinal));
    }

    private static DiagnosticDescriptor Descriptor(string id) => AnalyzerRun.Descriptors.Single(d => d.Id == id);

    private static IEnumerable<string> Subclasses(Type type) =>
        type.Assembly.GetTypes().Where(t => t.BaseType == type).Select(t => t.Name).Order(StringComparer.Ordinal);

    /// <summary>A full stop, exclamation or question mark with another sentence behind it; not that of "xkeysib-…" or "example.com".</summary>
    [GeneratedRegex(@"[.!?]\s+[A-Z{]")]
    private static partial Regex SentenceBreak();
}
