using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Xunit;

namespace BrevoAnalyzers.Tests.Reading;

/// <summary>
/// Compares the findings of the rules that are on by default with what the sources say: a line ends in <c>// BREVOnnnn</c> once for
/// every finding on it. A finding too many fails as well as one too few, so a source without such comments says "nothing here".
/// </summary>
internal static partial class Expect
{
    public static void Findings(params string[] sources) => Findings(options: null, sources);

    public static void Findings(IReadOnlyDictionary<string, string>? options, params string[] sources) =>
        Findings(AnalyzerRun.Compile(sources), options, sources);

    public static void Findings(Compilation compilation, IReadOnlyDictionary<string, string>? options, params string[] sources)
    {
        Assert.Empty(compilation.GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error).Select(d => d.ToString()));
        var found = AnalyzerRun.Findings(compilation, options: options)
            .Select(d => $"{d.Location.SourceTree?.FilePath}({d.Location.GetLineSpan().StartLinePosition.Line + 1}) {d.Id}");
        Assert.Equal(Expected(sources).Order(StringComparer.Ordinal), found.Order(StringComparer.Ordinal));
    }

    private static IEnumerable<string> Expected(string[] sources)
    {
        for (var i = 0; i < sources.Length; i++)
        {
            var lines = sources[i].Split('\n');
            for (var line = 0; line < lines.Length; line++)
            {
                var comment = lines[line].IndexOf("// BREVO", StringComparison.Ordinal);
                if (comment < 0)
                    continue;

                foreach (Match id in Id().Matches(lines[line][comment..]))
                    yield return $"Source{i}.cs({line + 1}) {id.Value}";
            }
        }
    }

    [GeneratedRegex("BREVO\\d{4}")]
    private static partial Regex Id();
}
