using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Xunit;

namespace BrevoAnalyzers.Tests.Cases;

/// <summary>
/// Small files in the shapes of public code. <c>// expect: BREVOnnnn</c> says which rules report on a line; a file named <c>ok_</c>
/// is right as it stands. <c>alternatives.tsv</c> names other lines on which the same report is as good.
/// </summary>
public sealed class LabelledCases
{
    private const string Folder = "Cases/";

    public static IEnumerable<object[]> Files() => typeof(LabelledCases).Assembly.GetManifestResourceNames()
        .Where(name => name.StartsWith(Folder, StringComparison.Ordinal) && name.EndsWith(".cs.txt", StringComparison.Ordinal))
        .Order(StringComparer.Ordinal)
        .Select(name => new object[] { name[Folder.Length..] });

    /// <summary>The text of a case as it is compiled, without its labels.</summary>
    internal static string Source(string name) => LabelledSource.Read(Text(name)).Text;

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_expected_report_and_no_warning_in_a_right_file(string name)
    {
        var labelled = LabelledSource.Read(Text(name));
        var expected = labelled.Expected.Where(e => AnalyzerRun.Descriptors.Any(d => d.Id == e.Id)).ToList();
        var findings = AnalyzerRun.Findings(AnalyzerRun.Compile(labelled.Text), on: expected.Select(e => e.Id)).Select(d => (Line: d.Location.GetLineSpan().StartLinePosition.Line + 1, d.Id)).ToList();
        var missing = expected.Where(e => !findings.Contains(e) && !Alternatives(name).Any(a => a.Id == e.Id && findings.Contains(a)));
        Assert.Empty(missing);
        if (name.Contains("_ok_", StringComparison.Ordinal))
            Assert.Empty(findings);
    }

    private static IEnumerable<(int Line, string Id)> Alternatives(string name) =>
        from line in Text("alternatives.tsv").Split('\n')
        let cells = line.TrimEnd('\r').Split('\t')
        where cells.Length == 3 && cells[0] + ".txt" == name
        select (int.Parse(cells[1]), cells[2]);

    private static string Text(string name)
    {
        using var reader = new StreamReader(typeof(LabelledCases).Assembly.GetManifestResourceStream(Folder + name)!);
        return reader.ReadToEnd();
    }
}
