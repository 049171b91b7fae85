using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace BrevoAnalyzers.Tests.Trust;

/// <summary>Code that is being typed, lacks references or is cut: no exception ever, and no finding out of thin air.</summary>
public sealed class BadInputTests
{
    private const string Mailer = MailCodeSamples.MailKitUsings + """
        public class Mailer
        {
            private readonly int _port = 25;

            public async System.Threading.Tasks.Task SendAsync(MimeMessage message, string login)
            {
                message.From.Add(new MailboxAddress("Shop", "0a1b2c001@smtp-brevo.com"));
                var (host, tls) = login.Length > 3 ? ("smtp-relay.brevo.com", SecureSocketOptions.None) : ("localhost", SecureSocketOptions.Auto);
                using var client = new SmtpClient { ServerCertificateValidationCallback = (s, c, h, e) => true };
                await client.ConnectAsync(host, _port, tls);
                await client.AuthenticateAsync(login ?? "apikey", $"Qm7LxB2vNc{'9'}RtY4k");
                foreach (var to in new[] { 587, 465 })
                    await client.SendAsync(message);
            }
        }
        """;

    private const string NetMailer = MailCodeSamples.SystemNetMailUsings + """
        public partial class NetMailer(string user)
        {
            private SmtpClient Make() => new("smtp-relay.brevo.com") { Port = user switch { "a" => 25, _ => 465 }, Credentials = new NetworkCredential(user, "Qm7LxB2vNc9RtY4k") };

            public void Send(string text)
            {
                using var client = Make();
                client.EnableSsl = !bool.TryParse(text, out var ssl) || ssl;
                client.Send(new MailMessage(user, "to@shop.example") { From = new(user ?? "owner@gmail.com"), Sender = { } });
            }
        }
        """;

    [Theory]
    [InlineData("client.Connect(")]
    [InlineData("client.Connect(\"smtp-relay.brevo.com\", ")]
    [InlineData("client.Connect(\"smtp-relay.brevo.com\", 2")]
    [InlineData("client.Connect(\"smtp-relay.brevo.com\", , SecureSocketOptions.None);")]
    [InlineData("client.Connect(\"smtp-relay.brevo.com\", port: , false);")]
    [InlineData("client.Connect(\"smtp-relay.brevo.com\", Undefined.Port, Undefined);")]
    [InlineData("client.")]
    [InlineData("client.Authenticate(")]
    [InlineData("client.Authenticate(login, \"")]
    [InlineData("var x = new SmtpClient(\"smtp-relay.brevo.com\", ")]
    [InlineData("message.From.Add(new MailboxAddress(")]
    [InlineData("message.From.Add(\"a@smtp-brevo.com\"")]
    [InlineData("message.From = = ;")]
    [InlineData("new { Host = \"smtp-relay.brevo.com\", Port = ")]
    [InlineData("foreach (var port in new[] { 25, ")]
    [InlineData("if (dev) { client.Connect(\"smtp-relay.brevo.com\"")]
    public void Half_typed(string statement) => Verify.AllowingErrors.Exactly(MailCodeSamples.InMailKitMethod("using var client = new SmtpClient();\n" + statement));

    [Fact]
    public void Cut_anywhere()
    {
        foreach (var source in new[] { Mailer, NetMailer })
        {
            for (var length = 0; length < source.Length; length += 7)
                AnalyzerRun.Findings(AnalyzerRun.Compile(source[..length]));
        }
    }

    [Fact]
    public void Any_token_missing_or_double()
    {
        foreach (var source in new[] { Mailer, NetMailer })
        {
            foreach (var token in CSharpSyntaxTree.ParseText(source).GetRoot().DescendantTokens().Where((_, i) => i % 3 == 0))
            {
                AnalyzerRun.Findings(AnalyzerRun.Compile(source.Remove(token.SpanStart, token.Span.Length)));
                AnalyzerRun.Findings(AnalyzerRun.Compile(source.Insert(token.Span.End, " " + token.Text)));
            }
        }
    }

    [Fact]
    public void Without_the_mail_libraries() => Assert.Empty(Findings(Mailer, LibraryReferences.All.Where(r => System.IO.Path.GetFileName(r.Display) is not ("MailKit.dll" or "MimeKit.dll"))));

    [Fact]
    public void Without_any_reference()
    {
        Assert.Empty(Findings(Mailer, []));
        Assert.Empty(Findings(NetMailer, []));
    }

    [Fact]
    public void Code_that_calls_itself_and_values_that_depend_on_themselves() => Verify.Silent("BREVO1001", MailCodeSamples.MailKitUsings + """
        public class Mailer
        {
            private int _a, _b;
            private int Port => Other;
            private int Other => Port;
            private int A() => B();
            private int B() => A();

            public void Send(SmtpClient client, int port)
            {
                _a = _b;
                _b = _a;
                while (port < 10)
                    port = port + 1;
                client.Connect("smtp-relay.brevo.com", Port, false);
                client.Connect("smtp-relay.brevo.com", A(), false);
                client.Connect("smtp-relay.brevo.com", _a, false);
                client.Connect("smtp-relay.brevo.com", port, false);
                Send(client, port);
            }
        }
        """);

    [Fact]
    public void An_expression_of_very_many_operands()
    {
        var sum = string.Join(" + ", Enumerable.Repeat("\"x\"", 5_000));
        Verify.Silent("BREVO1001", MailCodeSamples.InMailKitMethod($"using var client = new SmtpClient(); client.Connect(\"smtp-relay.brevo.com\", 587, SecureSocketOptions.StartTls); client.Authenticate(login, key + {sum});"));
    }

    private static IEnumerable<Diagnostic> Findings(string source, IEnumerable<MetadataReference> references) =>
        AnalyzerRun.Findings(AnalyzerRun.Compile(source).WithReferences(references));
}
