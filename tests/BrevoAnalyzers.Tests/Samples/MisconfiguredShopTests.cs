using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using BrevoAnalyzers.Tests.Docs;
using Microsoft.CodeAnalysis;
using Xunit;

namespace BrevoAnalyzers.Tests.Samples;

/// <summary>The comments of samples/MisconfiguredShop say which rules report on their lines: those, and no others.</summary>
public sealed partial class MisconfiguredShopTests
{
    private static readonly string s_folder = Path.Combine(DocumentationFiles.Root, "samples", "MisconfiguredShop");

    private static readonly ImmutableDictionary<string, DiagnosticDescriptor> s_rules = AnalyzerRun.Descriptors.ToImmutableDictionary(rule => rule.Id);

    [Fact]
    public void Each_mistake_is_reported_where_its_comment_stands()
    {
        var expected = Expected().Where(one => s_rules.ContainsKey(one.Id)).ToList();
        var found = Findings().ToList();
        var surprising = found.Except(expected).Where(one => s_rules[one.Id].IsEnabledByDefault);
        Assert.Equal([], expected.Except(found));
        Assert.Equal([], surprising);
        Assert.True(expected.Count >= 20, "The comments were not read.");
    }

    [Fact]
    public void A_build_prints_at_least_seven_different_rules()
    {
        var printed = Findings().Where(one => s_rules[one.Id] is { IsEnabledByDefault: true, DefaultSeverity: DiagnosticSeverity.Warning });
        Assert.True(printed.Select(one => one.Id).Distinct().Count() >= 7);
    }

    private static IEnumerable<Found> Expected() =>
        from source in SampleCode.Files(s_folder)
        from line in source.Text.Split('\n').Select((text, index) => (Text: text, Number: index + 1))
        let comment = line.Text.IndexOf("// BREVO", StringComparison.Ordinal)
        where comment >= 0
        from Match id in RuleId().Matches(line.Text[comment..])
        select new Found(source.Path, line.Number, id.Value);

    private static IEnumerable<Found> Findings()
    {
        var compilation = SampleCode.Compile(s_folder);
        var options = new Dictionary<string, string> { ["brevo_authenticated_domains"] = "larkspur.example" };
        return AnalyzerRun.Findings(compilation, options: options, on: s_rules.Keys)
            .Select(finding => (finding.Id, Place: finding.Location.GetLineSpan()))
            .Select(finding => new Found(finding.Place.Path, finding.Place.StartLinePosition.Line + 1, finding.Id));
    }

    private sealed record Found(string Path, int Line, string Id);

    [GeneratedRegex("BREVO[0-9]{4}")]
    private static partial Regex RuleId();
}
