using System.Collections.Generic;
using System.IO;
using System.Linq;
using BrevoAnalyzers.Tests.Docs;
using Microsoft.CodeAnalysis;
using Xunit;

namespace BrevoAnalyzers.Tests.Samples;

/// <summary>No rule has anything to say about the shop that does it right, the opinions included.</summary>
public sealed class HealthyShopTests
{
    private static readonly string s_folder = Path.Combine(DocumentationFiles.Root, "samples", "HealthyShop");

    [Fact]
    public void No_rule_reports()
    {
        var compilation = SampleCode.Compile(s_folder, NullableContextOptions.Enable);
        var settings = Directory.EnumerateFiles(s_folder, "appsettings*.json").Select(path => new TextFile(path, File.ReadAllText(path))).ToList();
        var options = new Dictionary<string, string> { ["brevo_authenticated_domains"] = "larkspur.example" };
        Assert.NotEmpty(settings);
        Assert.Empty(AnalyzerRun.Findings(compilation, settings, options, on: AnalyzerRun.Descriptors.Select(rule => rule.Id)));
    }
}
