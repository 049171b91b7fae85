using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using BrevoAnalyzers.Tests.Docs;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace BrevoAnalyzers.Tests.Trust;

/// <summary>
/// The code that each rule's page calls wrong, made to look the same and mean something else, in a project that does name Brevo: no rule
/// may say a word. A new rule takes part with its page.
/// </summary>
public sealed partial class LookAlikeTests
{
    /// <summary>The project names Brevo, so that everything in it is read.</summary>
    private const string OpensTheGate = "// smtp-relay.brevo.com";

    /// <summary>Types of the project that hide those of the libraries: what the global namespace declares comes before every using directive.</summary>
    private static readonly string s_ownTypes = string.Join("\n", new[]
    {
        "SmtpClient", "MimeMessage", "MailboxAddress", "InternetAddress", "MailMessage", "MailAddress", "NetworkCredential", "SmtpSender", "MailKitSender", "SmtpClientOptions",
        "HttpClient", "HttpClientHandler", "HttpRequestMessage", "HttpResponseMessage", "HttpMethod", "StringContent", "JsonContent", "MediaTypeHeaderValue", "AuthenticationHeaderValue", "IHttpClientFactory",
        "RestClient", "RestRequest", "WebRequest", "HttpWebRequest", "WebClient", "Configuration", "ApiClient", "TransactionalEmailsApi", "ITransactionalEmailsApi", "ContactsApi", "AccountApi", "SendSmtpEmail", "SendSmtpEmailSender", "SendSmtpEmailTo",
        "SendSmtpEmailAttachment", "SendSmtpEmailReplyTo", "GetEmailEventReport", "ServicePointManager", "SmtpMailer", "Email", "IFluentEmail",
    }.Select(name => $"public class {name} {{ public {name}(params object[] any) {{ }} }}"));

    /// <summary>
    /// Rules that are about text, whatever library is near: keys and event words in any code.
    /// </summary>
    private static readonly HashSet<string> s_aboutText = ["BREVO2004", "BREVO5004"];

    public static IEnumerable<object[]> Rules() => AnalyzerRun.Descriptors.Select(rule => rule.Id).Where(id => DocumentedRule.Load(id).WrongBlocks.Length > 0).Order(StringComparer.Ordinal).Select(id => new object[] { id });

    [Fact]
    public void Every_rule_of_code_takes_part() =>
        Assert.Equal(["BREVO6001"], AnalyzerRun.Descriptors.Select(rule => rule.Id).Except(Rules().Select(row => (string)row[0])).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Rules))]
    public void The_same_code_for_another_provider(string id)
    {
        foreach (var block in DocumentedRule.Load(id).WrongBlocks)
        {
            var compilation = block.ToCompilation();
            Assert.Contains(AnalyzerRun.Findings(compilation, options: block.Options, on: All), finding => finding.Id == id);
            Assert.Empty(Findings(Changed(compilation, OtherProvider), OpensTheGate));
        }
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void The_same_code_with_types_of_the_project(string id)
    {
        foreach (var block in DocumentedRule.Load(id).WrongBlocks)
            Assert.DoesNotContain(Findings(Changed(block.ToCompilation(), WithoutNamespaces), s_ownTypes), finding => !s_aboutText.Contains(finding.Id));
    }

    private static IEnumerable<string> All => AnalyzerRun.Descriptors.Select(rule => rule.Id);

    private static IEnumerable<Diagnostic> Findings(CSharpCompilation compilation, string further) =>
        AnalyzerRun.Findings(compilation.AddSyntaxTrees(CSharpSyntaxTree.ParseText(further, (CSharpParseOptions)compilation.SyntaxTrees[0].Options, "Further.cs")), on: All);

    private static CSharpCompilation Changed(CSharpCompilation compilation, Func<string, string> change)
    {
        foreach (var tree in compilation.SyntaxTrees)
            compilation = compilation.ReplaceSyntaxTree(tree, CSharpSyntaxTree.ParseText(change(tree.ToString()), (CSharpParseOptions)tree.Options, tree.FilePath));
        return compilation;
    }

    private static string OtherProvider(string code) => Brevo().Replace(code, match => match.Value switch
    {
        "Brevo" or "Sendinblue" => "Acme",
        "BREVO" or "SENDINBLUE" => "ACME",
        _ => "acme",
    });

    /// <summary>A name that says its namespace would still be the library's.</summary>
    private static string WithoutNamespaces(string code) => Qualifier().Replace(code, "");

    [GeneratedRegex(@"\b(brevo_csharp|MailKit\.Net|System\.Net)\.\w+\.(?=[A-Z])")]
    private static partial Regex Qualifier();

    [GeneratedRegex("brevo|sendinblue|xkeysib|xsmtpsib|sib_api_v3_sdk", RegexOptions.IgnoreCase)]
    private static partial Regex Brevo();
}
