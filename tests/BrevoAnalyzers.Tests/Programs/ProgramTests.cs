using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using BrevoAnalyzers.Tests.Docs;
using Xunit;

namespace BrevoAnalyzers.Tests.Programs;

/// <summary>
/// Whole small programs as people write them. The marks are all that the rules which are on by default may say; a file called
/// <c>right_</c> has none. <c>//// Name.cs</c> begins a further file.
/// </summary>
public sealed partial class ProgramTests
{
    private const string Folder = "Programs/";

    public static IEnumerable<object[]> Names() => typeof(ProgramTests).Assembly.GetManifestResourceNames()
        .Where(name => name.StartsWith(Folder, StringComparison.Ordinal))
        .Order(StringComparer.Ordinal)
        .Select(name => new object[] { name[Folder.Length..] });

    [Theory]
    [MemberData(nameof(Names))]
    public void Says_what_is_wrong_and_nothing_else(string name)
    {
        var text = Text(name);
        Assert.Equal(name.StartsWith("wrong_", StringComparison.Ordinal), text.Contains("{|BREVO", StringComparison.Ordinal));
        Verify.Exactly(FileStart().Split(KeyTokens.Expand(text)));
    }

    private static string Text(string name)
    {
        using var reader = new StreamReader(typeof(ProgramTests).Assembly.GetManifestResourceStream(Folder + name)!);
        return reader.ReadToEnd();
    }

    [GeneratedRegex("^//// .*$", RegexOptions.Multiline)]
    private static partial Regex FileStart();
}
