using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;

namespace BrevoAnalyzers.PackageTests.Infrastructure;

/// <summary>A finding as a build prints it: <c>path/Mailer.cs(12,5): warning BREVO1001: ...</c></summary>
internal sealed record Finding(string Id, string File, int Line, string Severity);

internal static partial class BuildOutput
{
    /// <summary>The findings of these rules, once each: a build prints them again in its summary.</summary>
    public static IReadOnlyList<Finding> Findings(this CommandResult build) =>
        FindingPattern().Matches(build.Output)
            .Select(match => new Finding(
                match.Groups["id"].Value,
                Path.GetFileName(match.Groups["file"].Value),
                int.Parse(match.Groups["line"].Value, System.Globalization.CultureInfo.InvariantCulture),
                match.Groups["severity"].Value))
            .Distinct()
            .OrderBy(finding => finding.File, StringComparer.Ordinal)
            .ThenBy(finding => finding.Line)
            .ThenBy(finding => finding.Id, StringComparer.Ordinal)
            .ToArray();

    [GeneratedRegex(@"^\s*(?<file>[^\r\n(]+)\((?<line>\d+),\d+\): (?<severity>warning|error) (?<id>BREVO\d{4}):", RegexOptions.Multiline)]
    private static partial Regex FindingPattern();
}
