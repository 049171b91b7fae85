using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Xunit;

namespace BrevoAnalyzers.PackageTests.Infrastructure;

/// <summary>
/// The way of a user, once: build and read the warnings, make one an error, let <c>dotnet format analyzers</c> repair, build again.
/// The tests look at what each step printed.
/// </summary>
public sealed class RepairFixture(PackageFixture package) : IAsyncLifetime
{
    public const string SourceFile = "OrderMailer.cs";

    /// <summary>Most SMTP keys look like this one: sixteen letters and digits, no prefix. Made up, and put together here only.</summary>
    public static readonly string Password = string.Concat("Tr7", "KmW4", "pZq9", "LxB2d");

    /// <summary>A comment names the rule that must report its line.</summary>
    private static readonly string Source =
        $$"""
        using MailKit.Net.Smtp;
        using MailKit.Security;
        using MimeKit;

        namespace Consumer;

        public static class OrderMailer
        {
            public static void Send(string customer)
            {
                var message = new MimeMessage();
                message.From.Add(new MailboxAddress("Shop", "9a1b2c001@smtp-brevo.com")); // BREVO3001
                message.To.Add(new MailboxAddress("", customer));
                message.Subject = "Your order";
                message.Body = new TextPart("plain") { Text = "Thank you." };

                using var client = new SmtpClient();
                client.Connect("smtp-relay.brevo.com", 25, SecureSocketOptions.StartTls); // BREVO1001
                client.Authenticate("9a1b2c001@smtp-brevo.com", "{{Password}}"); // BREVO2004
                client.Send(message);
                client.Disconnect(true);
            }
        }
        """;

    /// <summary>Rule and line, as the comments in the source say.</summary>
    internal static IReadOnlyList<(string Id, int Line)> Expected { get; } = Source.Split('\n')
        .Select((text, index) => (Id: text.Split("// ").Skip(1).LastOrDefault()?.Trim() ?? "", Line: index + 1))
        .Where(expectation => expectation.Id.StartsWith("BREVO", System.StringComparison.Ordinal))
        .ToArray();

    internal CommandResult FirstBuild { get; private set; } = null!;

    internal CommandResult BuildWithError { get; private set; } = null!;

    internal CommandResult Format { get; private set; } = null!;

    internal CommandResult BuildAfterFormat { get; private set; } = null!;

    internal string Sarif { get; private set; } = "";

    internal string SourceAfterFormat { get; private set; } = "";

    internal IEnumerable<CommandResult> Commands => [FirstBuild, BuildWithError, Format, BuildAfterFormat];

    public async Task InitializeAsync()
    {
        using var consumer = new ConsumerProject(
            package,
            ConsumerProject.ProjectFile(items:
                $"""
                <PackageReference Include="MailKit" Version="{Repository.VersionOf("MailKit")}" />
                <PackageReference Include="System.Security.Cryptography.Pkcs" Version="{Repository.VersionOf("System.Security.Cryptography.Pkcs")}" />
                """));
        consumer.Write(SourceFile, Source);

        FirstBuild = await consumer.DotnetAsync("build", "-p:ErrorLog=findings.sarif%2Cversion=2.1");
        Sarif = consumer.ReadText("findings.sarif");
        BuildWithError = await consumer.DotnetAsync("build", "--no-restore", "--no-incremental", "-warnaserror:BREVO2004");
        Format = await consumer.DotnetAsync("format", "analyzers", "--no-restore", "--verbosity", "diagnostic");
        SourceAfterFormat = consumer.ReadText(SourceFile);
        BuildAfterFormat = await consumer.DotnetAsync("build", "--no-restore", "--no-incremental");
    }

    public Task DisposeAsync() => Task.CompletedTask;
}
