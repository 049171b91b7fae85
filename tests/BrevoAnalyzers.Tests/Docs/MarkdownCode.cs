using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;

namespace BrevoAnalyzers.Tests.Docs;

/// <summary>
/// Reads the C# blocks of a page. Each is announced by a comment on the line above it, <c>&lt;!-- compile: members wrong --&gt;</c>: a
/// <see cref="CodeShape"/> and, on rule pages, wrong or right. A C# block without it is a mistake of the page.
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
            else if (TryReadMarker(marker, out var shape, out var role))
            {
                blocks.Add(new DocumentedCode(file, start + 1, shape, role, string.Join("\n", lines.Skip(start).Take(end - start))));
            }
            else
            {
                mistakes.Add($"{file}({i + 1}): a C# block needs '{MarkerStart} file|members|statements|aspnet [wrong|right] {MarkerEnd}' on the line above");
            }

            i = end;
        }

        return (blocks.ToImmutable(), mistakes.ToImmutable());
    }

    private static bool TryReadMarker(string line, out CodeShape shape, out CodeRole role)
    {
        shape = default;
        role = default;
        if (!line.StartsWith(MarkerStart, StringComparison.Ordinal) || !line.EndsWith(MarkerEnd, StringComparison.Ordinal))
        {
            return false;
        }

        var words = line[MarkerStart.Length..^MarkerEnd.Length].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length is 1 or 2
            && TryReadName(words[0], out shape)
            && (words.Length == 1 || (TryReadName(words[1], out role) && role != CodeRole.Example));
    }

    /// <summary>Names only: Enum.TryParse would take numbers too.</summary>
    private static bool TryReadName<T>(string word, out T value)
        where T : struct, Enum
    {
        value = default;
        return word.All(char.IsAsciiLetterLower) && Enum.TryParse(word, ignoreCase: true, out value);
    }
}
