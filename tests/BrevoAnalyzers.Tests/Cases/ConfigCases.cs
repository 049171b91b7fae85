using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using BrevoAnalyzers.Tests.Doors.Files;
using Xunit;

namespace BrevoAnalyzers.Tests.Cases;

/// <summary>
/// Settings files in the shapes of public repositories, <c>NNN_name.KIND.txt</c>, where KIND is the file's plain name;
/// <c>NNN_name.expect</c> says which rules report on which line, and nothing for a right one.
/// </summary>
public sealed partial class ConfigCases
{
    private const string Folder = "Cases/config/";

    public static IEnumerable<object[]> Files() => typeof(ConfigCases).Assembly.GetManifestResourceNames()
        .Where(name => name.StartsWith(Folder, StringComparison.Ordinal) && name.EndsWith(".txt", StringComparison.Ordinal))
        .Order(StringComparer.Ordinal)
        .Select(name => new object[] { name[Folder.Length..] });

    /// <summary>The files under the names that they have in a project.</summary>
    internal static IEnumerable<(string Path, string Text)> All() => Files().Select(row => File((string)row[0]));

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_expected_report_and_no_other(string name)
    {
        var found = SettingsRun.Findings(File(name))
            .Select(finding => $"{finding.Location.GetLineSpan().StartLinePosition.Line + 1} {finding.Id}");

        Assert.Equal(Expected(name[..name.IndexOf('.')]).Order(StringComparer.Ordinal), found.Order(StringComparer.Ordinal));
    }

    private static (string Path, string Text) File(string name)
    {
        var plain = name[(name.IndexOf('.') + 1)..^".txt".Length];
        return (plain == "env" ? ".env" : plain, KeyToken().Replace(Text(name), Key));
    }

    private static IEnumerable<string> Expected(string name) =>
        from line in Text(name + ".expect").Split('\n')
        let parts = line.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        from rule in parts.Skip(1)
        select parts[0] + " " + rule;

    private static string Text(string name)
    {
        using var stream = typeof(ConfigCases).Assembly.GetManifestResourceStream(Folder + name)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    private static string Key(Match token) =>
        (token.Groups[1].Value == "api" ? "xkeysib" : "xsmtpsib") + "-" + string.Concat(Enumerable.Repeat(token.Groups[2].Value, 32)) + "-" + token.Groups[3].Value;

    [GeneratedRegex(@"\{(api|smtp)-key:([0-9a-f]{2})-([A-Za-z0-9]{16})\}")]
    private static partial Regex KeyToken();
}
