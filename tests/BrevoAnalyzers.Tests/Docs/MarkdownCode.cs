using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;

namespace BrevoAnalyzers.Tests.Docs;

/// <summary>
/// Reads the C# blocks of a page. Each is announced by a comment on the line above it, <c>&lt;!-- compile: members wrong --&gt;</c>: a
/// <see cref="CodeShape"/>; on rule pages wrong or right; then, where they apply, ids of other rules that report as well and
/// <c>brevo_option=value</c>. A C# block without such a comment is a mistake of the page.
/// </summary>
internal static class MarkdownCode
{
    private const string MarkerStart = "<!-- compile:";
    private const string MarkerEnd = "-->";
    private const string FenceStart = "```csharp";
    private const string FenceEnd = "```";

    /// <summary>The blocks of a page, and what is wrong with their form.</summary>
    public static (ImmutableArray<DocumentedCode> Blocks, ImmutableArray<string> Mistakes) Extract(string file, IReadOnlyList<string> lines)
    {
        var blocks = ImmutableArray.CreateBuilder<DocumentedCode>();
        var mistakes = ImmutableArray.CreateBuilder<string>();
        for (var i = 0; i < lines.Count; i++)
        {
            if (lines[i].TrimEnd() != FenceStart)
            {
                continue;
            }

            var start = i + 1;
            var end = start;
            while (end < lines.Count && lines[end].TrimEnd() != FenceEnd)
            {
                end++;
            }

            var marker = i > 0 ? lines[i - 1].Trim() : "";
            if (end == lines.Count)
            {
                mistakes.Add($"{file}({i + 1}): the code block is not closed");
            }
            else if (TryReadMarker(marker) is { } read)
            {
                blocks.Add(read with { File = file, Line = start + 1, Code = string.Join("\n", lines.Skip(start).Take(end - start)) });
            }
            else
            {
                mistakes.Add($"{file}({i + 1}): a C# block needs '{MarkerStart} file|members|statements|aspnet [wrong|right] [BREVOnnnn] [brevo_option=value] {MarkerEnd}' on the line above");
            }

            i = end;
        }

        return (blocks.ToImmutable(), mistakes.ToImmutable());
    }

    /// <summary>What the marker says, in a block that still lacks place and code; null where it is no marker.</summary>
    private static DocumentedCode? TryReadMarker(string line)
    {
        if (!line.StartsWith(MarkerStart, StringComparison.Ordinal) || !line.EndsWith(MarkerEnd, StringComparison.Ordinal))
        {
            return null;
        }

        var words = line[MarkerStart.Length..^MarkerEnd.Length].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 0 || !TryReadName(words[0], out CodeShape shape))
        {
            return null;
        }

        var role = CodeRole.Example;
        if (words.Length > 1 && (!TryReadName(words[1], out role) || role == CodeRole.Example))
        {
            return null;
        }

        var also = words.Skip(2).Where(static word => word.StartsWith("BREVO", StringComparison.Ordinal)).ToImmutableArray();
        var options = words.Skip(2)
            .Where(static word => word.StartsWith("brevo_", StringComparison.Ordinal) && word.Contains('='))
            .Select(static word => word.Split('=', 2))
            .ToImmutableDictionary(static pair => pair[0], static pair => pair[1]);
        return also.Length + options.Count == Math.Max(0, words.Length - 2)
            ? new DocumentedCode("", 0, shape, role, also, options, "")
            : null;
    }

    /// <summary>Names only: Enum.TryParse would take numbers too.</summary>
    private static bool TryReadName<T>(string word, out T value)
        where T : struct, Enum
    {
        value = default;
        return word.All(char.IsAsciiLetterLower) && Enum.TryParse(word, ignoreCase: true, out value);
    }
}
