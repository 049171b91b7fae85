using System.Linq;
using BrevoAnalyzers.Reading.Files;
using Xunit;
using static BrevoAnalyzers.Tests.Reading.Files.SettingsText;

namespace BrevoAnalyzers.Tests.Reading.Files;

public class IgnoreCommentsTests
{
    private const string Rule = "BREVO1002";

    /// <summary>The lines, counted from 1 as people do, on which the rule is silenced.</summary>
    private static int[] IgnoredLines(SettingsFile file, string rule = Rule) =>
        Enumerable.Range(0, file.Text.Lines.Count).Where(line => file.IsIgnored(line, rule)).Select(line => line + 1).ToArray();

    [Theory]
    [InlineData("{\n\"A\": 1, // brevo-ignore BREVO1002\n\"B\": 2\n}", new[] { 2 })]
    [InlineData("{\n// brevo-ignore BREVO1002\n\"A\": 1,\n\"B\": 2\n}", new[] { 2, 3 })]
    [InlineData("{\n/* brevo-ignore BREVO1002 */ \"A\": 1,\n\"B\": 2\n}", new[] { 2 })]
    [InlineData("{\n  /* brevo-ignore\n  BREVO1002 */\n\"A\": 1,\n\"B\": 2\n}", new[] { 2, 3, 4 })]
    [InlineData("{\n\"A\": \"// brevo-ignore\"\n}", new int[0])]
    public void In_json(string text, int[] lines) => Assert.Equal(lines, IgnoredLines(Json(text)));

    [Theory]
    [InlineData("# brevo-ignore BREVO1002\r\nA=1\r\nB=2", new[] { 1, 2 })]
    [InlineData("A=1 # brevo-ignore\nB=2", new[] { 1 })]
    [InlineData("A=\"1\" # brevo-ignore\nB=2", new[] { 1 })]
    [InlineData("A= #brevo-ignore\nB=2", new[] { 1 })]
    [InlineData("A=\"# brevo-ignore\"\nB=2", new int[0])]
    public void In_dot_env(string text, int[] lines) => Assert.Equal(lines, IgnoredLines(DotEnv(text)));

    [Theory]
    [InlineData("<appSettings>\n<!--brevo-ignore BREVO1002-->\n<add key=\"A\" value=\"1\" />\n</appSettings>", new[] { 2, 3 })]
    [InlineData("<appSettings>\n<add key=\"A\" value=\"1\" /> <!-- brevo-ignore -->\n</appSettings>", new[] { 2 })]
    [InlineData("<appSettings>\n<add key=\"A\" value=\"&lt;!-- brevo-ignore --\" />\n</appSettings>", new int[0])]
    [InlineData("<smtp>\n<!-- brevo-ignore BREVO1002 -->\n<network host=\"h\"\n port=\"25\"\n enableSsl=\"true\" />\n</smtp>", new[] { 2, 3, 4, 5 })]
    public void In_xml_a_tag_of_several_lines_counts_as_one(string text, int[] lines) => Assert.Equal(lines, IgnoredLines(Xml(text)));

    [Fact]
    public void In_launch_profiles() =>
        Assert.Equal([1, 2], IgnoredLines(Read("launchSettings.json", "// brevo-ignore BREVO1002\n{ \"profiles\": {} }\n")));

    [Theory]
    [InlineData("brevo-ignore", true)]
    [InlineData("BREVO-IGNORE brevo1002", true)]
    [InlineData("brevo-ignore: BREVO1002", true)]
    [InlineData("brevo-ignore BREVO2004, BREVO1002", true)]
    [InlineData("brevo-ignore BREVO2004 BREVO1002 the port is tunnelled", true)]
    [InlineData("brevo-ignore the port is tunnelled", true)]
    [InlineData("see ticket; brevo-ignore BREVO1002", true)]
    [InlineData("brevo-ignore BREVO2004", false)]
    [InlineData("brevo-ignore BREVO2004 because BREVO1002 does not apply", false)]
    [InlineData("brevo-ignore BREVO10022", false)]
    [InlineData("brevo-ignore BREV1003", false)]
    [InlineData("brevo-ignored BREVO1002", false)]
    [InlineData("no-brevo-ignore", false)]
    [InlineData("brevo ignore BREVO1002", false)]
    public void Only_what_is_named_is_silenced(string comment, bool isIgnored)
    {
        Assert.Equal(isIgnored, DotEnv("# " + comment + "\nA=1").IsIgnored(1, Rule));
        Assert.Equal(isIgnored, Xml("<smtp><!-- " + comment + " --></smtp>").IsIgnored(0, Rule));
    }
}
