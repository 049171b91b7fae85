using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace BrevoAnalyzers.Tests.Docs;

/// <summary>The pages under docs/, found from the place of the test assembly.</summary>
internal static class DocumentationFiles
{
    /// <summary>The folder that holds the solution.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>All pages, relative to <see cref="Root"/>, with forward slashes.</summary>
    public static IReadOnlyList<string> Pages { get; } = Directory
        .EnumerateFiles(Path.Combine(Root, "docs"), "*.md", SearchOption.AllDirectories)
        .Select(static path => Path.GetRelativePath(Root, path).Replace('\\', '/'))
        .OrderBy(static path => path, StringComparer.Ordinal)
        .ToList();

    /// <summary>The pages of single rules: docs/rules/BREVOnnnn.md.</summary>
    public static IEnumerable<string> RulePages => Pages.Where(static page => page.StartsWith("docs/rules/BREVO", StringComparison.Ordinal));

    public static string[] ReadLines(string page) => File.ReadAllLines(Path.Combine(Root, page));

    private static string FindRoot()
    {
        for (var directory = new DirectoryInfo(AppContext.BaseDirectory); directory is not null; directory = directory.Parent)
        {
            if (File.Exists(Path.Combine(directory.FullName, "BrevoAnalyzers.sln")))
            {
                return directory.FullName;
            }
        }

        throw new InvalidOperationException("BrevoAnalyzers.sln was not found above the test assembly.");
    }
}
