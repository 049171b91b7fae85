using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;

namespace BrevoAnalyzers.Tests.Cases;

/// <summary>
/// A source whose lines say what is wrong with them: <c>// expect: BREVOnnnn</c>. Key-shaped text is written <c>{api-key:h}</c> or
/// <c>{smtp-key:h}</c> and put together here.
/// </summary>
/// <param name="Text">As it is compiled, without the labels.</param>
/// <param name="Expected">Lines, from 1, with the rules that are to report there.</param>
internal sealed partial record LabelledSource(string Text, IReadOnlyList<(int Line, string Id)> Expected)
{
    public static LabelledSource Read(string labelled)
    {
        var expected = new List<(int, string)>();
        var lines = labelled.Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            var at = lines[i].IndexOf("// expect:", StringComparison.Ordinal);
            if (at < 0)
                continue;

            foreach (Match id in Id().Matches(lines[i][at..]))
                expected.Add((i + 1, id.Value));
            lines[i] = lines[i][..at].TrimEnd();
        }

        return new LabelledSource(KeyToken().Replace(string.Join('\n', lines), Key), expected);
    }

    private static string Key(Match token) =>
        (token.Groups[1].Value == "api" ? "xkeysib" : "xsmtpsib") + "-" + string.Concat(Enumerable.Repeat(token.Groups[2].Value, 32)) + "-" + token.Groups[3].Value;

    [GeneratedRegex("BREVO\\d{4}")]
    private static partial Regex Id();

    [GeneratedRegex(@"\{(api|smtp)-key:([0-9a-f]{2})-([A-Za-z0-9]{16})\}")]
    private static partial Regex KeyToken();
}
