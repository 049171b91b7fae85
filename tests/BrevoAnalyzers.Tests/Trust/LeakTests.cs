using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using BrevoAnalyzers.Tests.Docs;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Xunit;

namespace BrevoAnalyzers.Tests.Trust;

/// <summary>No finding, and no title of a fix, says a value of the source: whoever sees the build log or the SARIF file must not learn a secret from it.</summary>
public sealed class LeakTests
{
    /// <summary>What stands in the place of a setting's name: a fix may name a setting beside it.</summary>
    private static readonly HashSet<string> s_readers = new()
    {
        "GetEnvironmentVariable", "GetSection", "GetValue", "GetRequiredSection", "GetConnectionString", "nameof",
    };

    private const string Secret = "Zq7LxB2vNc9RtY4kWm3";

    public static IEnumerable<object[]> Sources() => typeof(LeakTests).Assembly.GetManifestResourceNames()
        .Where(name => name.EndsWith(".cs.txt", StringComparison.Ordinal) && (name.StartsWith("Programs/", StringComparison.Ordinal) || name.StartsWith("Cases/", StringComparison.Ordinal)))
        .Order(StringComparer.Ordinal)
        .Select(name => new object[] { name });

    public static TheoryData<bool, string> PlantedSecrets => new()
    {
        // as login, as password, as both
        { true, """client.Connect("smtp-relay.brevo.com", 25, SecureSocketOptions.None); client.Authenticate("SECRET", "SECRET");""" },
        { true, """client.Connect("smtp-relay.brevo.com", 25, true); client.Authenticate("SECRET@smtp-brevo.com", "{{API_KEY}}SECRET"); message.From.Add(new MailboxAddress("SECRET", "SECRET@smtp-brevo.com"));""" },
        { true, """client.Connect("smtp-relay.brevo.com", 465, false); client.Authenticate("{{SMTP_KEY}}", "{{API_KEY}}"); message.From.Add(new MailboxAddress("a@SECRET.example", "{{SMTP_KEY}}"));""" },
        { true, """client.Connect("smtp-relay.brevo.com", 587, true); client.Authenticate(configuration["Smtp:User"] ?? "SECRET", configuration["{{API_KEY}}"] ?? "SECRET");""" },

        // in the host, in user info, path and query of a URL, as port
        { true, """client.Connect("smtp://user:SECRET@smtp-relay.brevo.com:25/SECRET?x=SECRET", 25, false); client.Authenticate("a@b.example", "SECRET");""" },
        { true, """client.Connect(new Uri("smtp://user:SECRET@smtp-relay.brevo.com:25/SECRET?starttls=never&x=SECRET")); client.Authenticate("a@b.example", "SECRET");""" },
        { false, """client.Connect("SECRET.smtp-relay.brevo.com", int.Parse("25SECRET"), false); client.Authenticate("a@b.example", "SECRET");""" },
        { false, """client.Connect("smtp-relay.brevo.com SECRET", int.Parse("SECRET"), false); client.Authenticate("a@b.example", "SECRET");""" },

        // as sender and name
        { true, """client.Connect("smtp-relay.brevo.com", 587, SecureSocketOptions.StartTls); client.Authenticate("SECRET@gmail.com", "x"); message.From.Add(new MailboxAddress("SECRET", "SECRET@gmail.com"));""" },
        { true, """client.Connect("smtp-relay.brevo.com", 587, SecureSocketOptions.StartTls); client.Authenticate("a", "SECRET"); message.From.Add(new MailboxAddress("a@SECRET.example", "SECRET <SECRET>")); Console.WriteLine("SECRET");""" },

        // in the place of a setting's name
        { true, """client.Connect("smtp-relay.brevo.com", 25, false); client.Authenticate(configuration["{{SMTP_KEY}}"], "SECRET");""" },
        { true, """client.Connect("smtp-relay.brevo.com", 25, false); client.Authenticate(Environment.GetEnvironmentVariable("{{API_KEY}}"), "SECRET");""" },

        // in code that does not compile
        { false, """client.Connect("smtp-relay.brevo.com", 25, "SECRET"); client.Authenticate("SECRET", ); message.From.Add(new MailboxAddress("SECRET" """ },
        { true, """client.Connect("smtp-relay.brevo.com", "SECRET"); client.Authenticate("{{API_KEY}} + "SECRET); """ },
    };

    [Theory]
    [MemberData(nameof(Sources))]
    public async Task Findings_and_fixes_hold_no_constant_of_the_source(string name)
    {
        using var reader = new StreamReader(typeof(LeakTests).Assembly.GetManifestResourceStream(name)!);
        var source = KeyTokens.Expand(reader.ReadToEnd());
        var project = EveryFixTests.Project(name, source);
        var compilation = (await project.GetCompilationAsync())!;
        var constants = Constants(compilation.SyntaxTrees.Single()).ToList();
        foreach (var finding in AnalyzerRun.Findings(compilation, on: AnalyzerRun.Descriptors.Select(d => d.Id)))
        {
            var said = string.Join("\n", [Said(finding), .. await TitlesAsync(project, finding)]);
            Assert.DoesNotContain(constants, constant => said.Contains(constant, StringComparison.OrdinalIgnoreCase));
        }
    }

    /// <summary>What an editor's menu says of the fixes.</summary>
    private static async Task<IEnumerable<string>> TitlesAsync(Project project, Diagnostic finding)
    {
        var titles = new List<string>();
        if (FixCatalogue.DocumentOf(project, finding) is not { } document)
            return titles;

        foreach (var fix in FixCatalogue.For(finding.Id, document, failed: exception => throw new InvalidOperationException(exception.ToString(), exception)))
        {
            foreach (var action in await FixCatalogue.OfferedAsync(fix, document, finding))
                titles.AddRange([action.Title, action.EquivalenceKey!]);
        }

        return titles;
    }

    [Theory]
    [MemberData(nameof(PlantedSecrets))]
    public void Findings_hold_no_planted_secret(bool isReported, string statements)
    {
        var source = KeyTokens.Expand(MailCodeSamples.InMailKitMethod("using var client = new SmtpClient();" + statements + "client.Send(message);").Replace("SECRET", Secret));
        var findings = AnalyzerRun.Findings(AnalyzerRun.Compile("global using System; global using System.Threading.Tasks; global using Microsoft.Extensions.Configuration;", source), on: AnalyzerRun.Descriptors.Select(d => d.Id));
        Assert.Equal(isReported, findings.Length > 0);
        foreach (var finding in findings)
        {
            // The prefixes are no secret, and messages name them.
            var said = Said(finding).Replace("xkeysib-", "", StringComparison.Ordinal).Replace("xsmtpsib-", "", StringComparison.Ordinal);
            foreach (var secret in new[] { Secret, KeyTokens.ApiKey["xkeysib-".Length..], KeyTokens.SmtpKey["xsmtpsib-".Length..] })
                Assert.DoesNotContain(Enumerable.Range(0, secret.Length - 7), start => said.Contains(secret.Substring(start, 8), StringComparison.OrdinalIgnoreCase));
        }
    }

    /// <summary>Everything of a finding that a log, a SARIF file or an editor may show or store.</summary>
    private static string Said(Diagnostic finding) => string.Join("\n", [
        finding.GetMessage(),
        finding.Descriptor.Title.ToString(),
        finding.Descriptor.Description.ToString(),
        .. finding.Properties.Select(property => property.Key + "=" + property.Value)]);

    /// <summary>The strings of a source that say something of their own; names of settings, hosts of Brevo's and numbers are no secret.</summary>
    private static IEnumerable<string> Constants(SyntaxTree tree)
    {
        var hosts = new[] { BrevoFacts.SmtpHost, BrevoFacts.LegacySmtpHost, BrevoFacts.ApiHost, BrevoFacts.LegacyApiHost, BrevoFacts.LoginDomain, BrevoFacts.ApiKeyHeader };
        foreach (var token in tree.GetRoot().DescendantTokens())
        {
            if (token.Kind() is not (SyntaxKind.StringLiteralToken or SyntaxKind.InterpolatedStringTextToken or SyntaxKind.SingleLineRawStringLiteralToken or SyntaxKind.MultiLineRawStringLiteralToken))
                continue;

            var text = token.ValueText.Trim();
            if (text.Length > 3 && !IsSettingName(token) && !hosts.Any(host => host.Contains(text, StringComparison.OrdinalIgnoreCase) || text.Contains(host, StringComparison.OrdinalIgnoreCase)) && !IsWordOfTheRules(text))
                yield return text;
        }
    }

    private static bool IsSettingName(SyntaxToken token) => token.Parent?.Parent is ArgumentSyntax { Parent: var list } && list?.Parent switch
    {
        ElementAccessExpressionSyntax => true,
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: var method } } => s_readers.Contains(method),
        _ => false,
    };

    /// <summary>
    /// A short plain word such as "html" or "from" says nothing, and a message may use it too; event words and the standard header are from
    /// lists that messages speak in.
    /// </summary>
    private static bool IsWordOfTheRules(string text) =>
        (text.Length <= 8 && text.All(char.IsAsciiLetter)) || text == "Authorization" || Enum.GetValues<EventVocabulary>().Any(vocabulary => BrevoFacts.IsEventWord(vocabulary, text));
}
