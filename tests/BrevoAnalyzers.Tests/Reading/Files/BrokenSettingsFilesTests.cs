using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Threading;
using BrevoAnalyzers.Reading.Files;
using Microsoft.CodeAnalysis.Text;
using Xunit;
using static BrevoAnalyzers.Tests.Reading.Files.SettingsText;

namespace BrevoAnalyzers.Tests.Reading.Files;

/// <summary>
/// Files that are being typed, cut off, garbled or made to harm: nothing is thrown, and what is read is in the text.
/// </summary>
public class BrokenSettingsFilesTests
{
    private static readonly string JsonSample =
        "\uFEFF// brevo-ignore BREVO1002\n{ \"Email\": { /* x */ \"Smtp:Host\": \"smtp-relay.brevo.com\", \"Port\": -4.5e1,\r\n"
        + "\"Key\": \"" + ApiKey + "\\u0041\\n\", \"On\": [true, false, null, { \"A__B\": 1, },], }, }";

    private static readonly string XmlSample =
        "<?xml version=\"1.0\"?>\n<configuration xmlns:xdt=\"http://schemas.microsoft.com/XML-Document-Transform\"><!-- brevo-ignore -->\r\n"
        + "<appSettings><add key=\"A:B\" value=\"" + ApiKey + "&amp;\"\n xdt:Transform='Remove' /><add key='C' value = '1'/></appSettings>\n"
        + "<connectionStrings><add name=\"M\" connectionString=\"x\"/></connectionStrings>"
        + "<system.net><mailSettings><smtp from=\"a@firm.example\"><network port=\"25\" password=\"" + SmtpKey + "\"/></smtp></mailSettings></system.net></configuration>";

    private static readonly string DotEnvSample =
        "\uFEFF# brevo-ignore BREVO1002\r\nexport A__B=\"x\\n\\\"y\" # c\nSMTP_KEY='" + SmtpKey + "'\nBREVO_API_KEY=" + ApiKey + " # k\n\nM=\"one\ntwo\"\nE=\n";

    private static readonly string LaunchSample =
        "{ \"profiles\": { \"a\": { \"environmentVariables\": { \"Brevo__ApiKey\": \"" + ApiKey + "\", \"SMTP_PORT\": \"25\" } } } }";

    public static TheoryData<string, string> Samples => new()
    {
        { "appsettings.json", JsonSample },
        { "web.config", XmlSample },
        { ".env", DotEnvSample },
        { "launchSettings.json", LaunchSample },
    };

    [Theory]
    [MemberData(nameof(Samples))]
    public void The_samples_themselves_are_read(string path, string text)
    {
        var file = TryRead(path, text);

        Assert.NotNull(file);
        Assert.True(file.AllSettings().Count() >= 2);
        AssertConsistent(file);
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void A_file_cut_off_anywhere_throws_nothing(string path, string text)
    {
        for (var length = 0; length < text.Length; length++)
        {
            AssertReadsCleanly(path, text.Substring(0, length));
            AssertReadsCleanly(path, text.Substring(length));
        }
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void A_garbled_file_throws_nothing(string path, string text)
    {
        const int mutants = 3000;
        const string splinters = "\"'{}[]:,/*#<>=&;!-\\$@\r\n\t \0\uFEFF\u2028\uD800eE.0u_";
        var random = new Random(Seed: 20240517);
        for (var i = 0; i < mutants; i++)
        {
            var mutant = new StringBuilder(text);
            for (var edits = random.Next(1, 6); edits > 0 && mutant.Length > 0; edits--)
            {
                var at = random.Next(mutant.Length);
                switch (random.Next(4))
                {
                    case 0:
                        mutant[at] = splinters[random.Next(splinters.Length)];
                        break;
                    case 1:
                        mutant.Insert(at, splinters[random.Next(splinters.Length)]);
                        break;
                    case 2:
                        mutant.Remove(at, random.Next(1, Math.Min(20, mutant.Length - at + 1)));
                        break;
                    default:
                        mutant.Insert(at, text.Substring(random.Next(text.Length / 2), random.Next(text.Length / 2)));
                        break;
                }
            }

            AssertReadsCleanly(path, mutant.ToString());
        }
    }

    /// <summary>By name, because a text of a megabyte is no test data to pass around.</summary>
    private static readonly Dictionary<string, (string Path, Func<string> Text)> HostileTexts = new()
    {
        // The first three overflow the stack of Roslyn's C# lexer, which nothing can catch.
        ["interpolation"] = ("appsettings.json", () => "{\"a\": $\"{" + new string('(', 400_000)),
        ["nested interpolation"] = ("appsettings.json", () => "{\"a\": " + Repeat("$\"{", 300_000)),
        ["directive"] = ("appsettings.json", () => "\n#if " + new string('(', 400_000) + "\n{}"),
        ["arrays"] = ("appsettings.json", () => new string('[', 900_000)),
        ["objects"] = ("appsettings.json", () => Repeat("{\"a\":", 190_000)),
        ["name of colons"] = ("appsettings.json", () => "{\"" + Repeat("a:", 400_000) + "b\":1}"),
        ["nested names of colons"] = ("appsettings.json", () => Repeat("{\"a:b:c:d:e:f:g:h:i:j:k:l:m:n\":", 60) + "1" + new string('}', 60)),
        ["long names above many"] = ("appsettings.json", () => Nested(new string('n', 400), 60, Repeat("\"k\":1,", 120_000))),
        ["open elements"] = ("web.config", () => "<configuration>" + Repeat("<a>", 300_000)),
        ["elements"] = ("web.config", () => "<configuration>" + Repeat("<a>", 140_000) + Repeat("</a>", 140_000) + "</configuration>"),
        ["comments"] = ("web.config", () =>
            "<configuration><appSettings>" + Repeat("<!-- brevo-ignore -->\n", 20_000) + Repeat("<add\nkey='' value=''/>", 20_000) + "</appSettings></configuration>"),
        ["open quotes"] = (".env", () => Repeat("A=\"\n", 250_000)),
        ["long name"] = (".env", () => Repeat("A_", 400_000) + "=1"),
        ["blocks"] = (".env", () => string.Concat(Enumerable.Range(0, 60_000).Select(i => "A_" + i + "_X=\n"))),
        ["backslashes"] = (".env", () => "A=\"" + new string('\\', 900_000)),
        ["variable of underscores"] = ("launchSettings.json", () =>
            "{\"profiles\":{\"a\":{\"environmentVariables\":{\"" + Repeat("A__", 300_000) + "B\":\"1\"}}}}"),
    };

    public static TheoryData<string> HostileNames => new(HostileTexts.Keys);

    [Theory]
    [MemberData(nameof(HostileNames))]
    public void Deep_and_long_texts_neither_overflow_nor_hang(string name)
    {
        var (path, makeText) = HostileTexts[name];
        var text = makeText();
        Assert.True(text.Length <= SettingsFileReader.LargestFile);

        // What takes quadratic time takes minutes here; each of these takes less than a second.
        var stopwatch = System.Diagnostics.Stopwatch.StartNew();
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        _ = SettingsFileReader.Read(path, SourceText.From(text), patience.Token);
        Assert.True(stopwatch.Elapsed < TimeSpan.FromSeconds(20));
    }

    [Fact]
    public void A_huge_file_is_not_read()
    {
        const string start = "{ \"A\": 1, \"B\": \"";
        const string end = "\" }";
        var fill = SettingsFileReader.LargestFile - start.Length - end.Length;

        Assert.NotNull(TryRead("appsettings.json", start + new string('x', fill) + end));
        Assert.Null(TryRead("appsettings.json", start + new string('x', fill + 1) + end));
    }

    [Fact]
    public void Cancellation_is_honoured()
    {
        foreach (var sample in Samples)
        {
            var (path, text) = ((string)sample[0], (string)sample[1]);
            Assert.Throws<OperationCanceledException>(
                () => SettingsFileReader.Read(path, SourceText.From(text), new CancellationToken(canceled: true)));
        }
    }

    /// <summary>Whatever happens inside, no exception comes out that could carry a piece of the file, and what is read is consistent.</summary>
    private static void AssertReadsCleanly(string path, string text)
    {
        var exception = Record.Exception(() =>
        {
            if (TryRead(path, text) is { } file)
                AssertConsistent(file);
        });
        if (exception is not null)
            Assert.Fail(path + ": " + exception.GetType().Name + " for a text of " + text.Length + " characters\n" + exception.StackTrace);
    }

    private static void AssertConsistent(SettingsFile file)
    {
        foreach (var setting in file.AllSettings())
        {
            var written = file.Written(setting);
            if (setting.Kind == SettingValueKind.Null)
                Assert.Null(setting.Value);
            else if (!written.Contains('\\') && !written.Contains('&') && file.Kind != SettingsFileKind.Xml)
                Assert.Equal(setting.Value, written);

            Assert.True(setting.WholeValueSpan.Contains(setting.ValueSpan));
            Assert.Contains(setting, setting.Section.Settings);
            Assert.Contains(setting, file.FindAll(setting.FullKey));
            Assert.True(file.LocationOf(setting).GetLineSpan().IsValid);
        }
    }

    private static string Repeat(string text, int count) => string.Concat(Enumerable.Repeat(text, count));

    private static string Nested(string name, int depth, string innermost) =>
        Repeat("{\"" + name + "\":", depth) + "{" + innermost + "}" + new string('}', depth);
}
