using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Xunit;

namespace BrevoAnalyzers.Tests.Doors;

/// <summary>What an editor asks for is one file at a time: a finding has to come with the file that it stands in.</summary>
public sealed class LiveAnalysisTests
{
    private const string Settings = """
        partial class Mailer
        {
            private const int Port = 25;
        }
        """;

    private const string Sending = """
        using MailKit.Net.Smtp;
        using MailKit.Security;
        using MimeKit;

        partial class Mailer
        {
            public void Send(MimeMessage message, string login, string key)
            {
                using var client = new SmtpClient();
                client.Connect("smtp-relay.brevo.com", Port, SecureSocketOptions.None);
                client.Authenticate(login, key);
                client.Send(message);
            }
        }
        """;

    [Fact]
    public async Task Each_part_of_a_partial_type_shows_its_own_findings()
    {
        var compilation = AnalyzerRun.Compile(Settings, Sending);
        Assert.Equal(["BREVO1001"], await FindingsIn(compilation, 0));
        Assert.Equal(["BREVO1003"], await FindingsIn(compilation, 1));
    }

    [Fact]
    public async Task Top_level_statements_show_their_findings()
    {
        var compilation = AnalyzerRun.Compile(OutputKind.ConsoleApplication, ("Program.cs", """
            using System.Net.Mail;

            var client = new SmtpClient("smtp-relay.brevo.com", 465) { EnableSsl = true };
            client.Send("orders@shop.example.org", "customer@example.org", "Hello", "World");
            """));
        Assert.Equal(["BREVO1002", "BREVO2006"], await FindingsIn(compilation, 0));
    }

    private static async Task<string[]> FindingsIn(Compilation compilation, int file)
    {
        var analysis = new CompilationWithAnalyzers(compilation, AnalyzerRun.Analyzers, new CompilationWithAnalyzersOptions(
            new AnalyzerOptions(ImmutableArray<AdditionalText>.Empty), onAnalyzerException: null, concurrentAnalysis: false, logAnalyzerExecutionTime: false));
        var model = compilation.GetSemanticModel(compilation.SyntaxTrees.ElementAt(file));
        var found = await analysis.GetAnalyzerSemanticDiagnosticsAsync(model, filterSpan: null, CancellationToken.None);
        return found.Select(d => d.Id).Order().ToArray();
    }
}
