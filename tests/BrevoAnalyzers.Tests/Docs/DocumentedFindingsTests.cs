using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Xunit;

namespace BrevoAnalyzers.Tests.Docs;

/// <summary>The rule pages tell the truth: what they call wrong is reported, by this rule and the ones they name; what they call right is not.</summary>
public sealed class DocumentedFindingsTests
{
    /// <summary>The rules that exist; a page may come before its rule.</summary>
    public static IEnumerable<object[]> Rules =>
        AnalyzerRun.Descriptors.Select(descriptor => descriptor.Id).Distinct().Order().Where(id => DocumentedRule.Load(id).WrongBlocks.Length > 0).Select(id => new object[] { id });

    [Theory]
    [MemberData(nameof(Rules))]
    public void Wrong_code_is_reported_and_right_code_is_not(string id)
    {
        var rule = DocumentedRule.Load(id);
        Assert.All(rule.WrongBlocks, block => Assert.Equal(block.Also.Add(id).Where(Exists).Order(), Found(block, id)));
        Assert.All(rule.RightBlocks, block => Assert.Empty(Found(block, id)));
    }

    private static bool Exists(string id) => AnalyzerRun.Descriptors.Any(descriptor => descriptor.Id == id);

    private static IEnumerable<string> Found(DocumentedCode block, string id) =>
        AnalyzerRun.Findings(block.ToCompilation(), options: block.Options, on: [id]).Select(finding => finding.Id).Distinct().Order();
}
