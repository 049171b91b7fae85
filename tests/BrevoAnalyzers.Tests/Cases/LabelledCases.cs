using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using Xunit;

namespace BrevoAnalyzers.Tests.Cases;

/// <summary>
/// Small files in the shapes of public code. <c>// expect: BREVOnnnn</c> says which rules report on a line; a file named <c>ok_</c>
/// is right as it stands. <c>alternatives.tsv</c> names other lines on which the same report is as good. Key-shaped text is written
/// <c>{api-key:h}</c> or <c>{smtp-key:h}</c> and put together here.
/// </summary>
public sealed partial class LabelledCases
{
    private const string Folder = "Cases/";

    public static IEnumerable<object[]> Files() => typeof(LabelledCases).Assembly.GetManifestResourceNames()
        .Where(name => name.StartsWith(Folder, StringComparison.Ordinal) && name.EndsWith(".cs.txt", StringComparison.Ordinal))
        .Order(StringComparer.Ordinal)
        .Select(name => new object[] { name[Folder.Length..] });

    /// <summary>The text of a case as it is compiled, without its labels.</summary>
    internal static string Source(string name) => Read(Text(name)).Source;

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_expected_report_and_no_warning_in_a_right_file(string name)
    {
        var (source, expected) = Read(Text(name));
        var findings = AnalyzerRun.Findings(AnalyzerRun.Compile(source), on: expected.Select(e => e.Id)).Select(d => (Line: d.Location.GetLineSpan().StartLinePosition.Line + 1, d.Id)).ToList();
        var missing = expected.Where(e => !findings.Contains(e) && !Alternatives(name).Any(a => a.Id == e.Id && findings.Contains(a)));
        Assert.Empty(missing);
        if (name.Contains("_ok_", StringComparison.Ordinal))
            Assert.Empty(findings);
    }

    private static (string Source, List<(int Line, string Id)> Expected) Read(string text)
    {
        var expected = new List<(int, string)>();
        var lines = text.Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            var at = lines[i].IndexOf("// expect:", StringComparison.Ordinal);
            if (at < 0)
                continue;

            foreach (Match id in Id().Matches(lines[i][at..]))
            {
                if (AnalyzerRun.Descriptors.Any(d => d.Id == id.Value))
                    expected.Add((i + 1, id.Value));
            }

            lines[i] = lines[i][..at].TrimEnd();
        }

        return (KeyToken().Replace(string.Join('\n', lines), Key), expected);
    }

    private static string Key(Match token) =>
        (token.Groups[1].Value == "api" ? "xkeysib" : "xsmtpsib") + "-" + string.Concat(Enumerable.Repeat(token.Groups[2].Value, 32)) + "-" + token.Groups[3].Value;

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

    [GeneratedRegex("BREVO\\d{4}")]
    private static partial Regex Id();

    [GeneratedRegex(@"\{(api|smtp)-key:([0-9a-f]{2})-([A-Za-z0-9]{16})\}")]
    private static partial Regex KeyToken();
}
