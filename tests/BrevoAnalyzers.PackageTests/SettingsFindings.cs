using System.IO;
using System.Linq;
using System.Threading.Tasks;
using BrevoAnalyzers.PackageTests.Infrastructure;
using Xunit;

namespace BrevoAnalyzers.PackageTests;

/// <summary>What a build says of settings files and of the code that reads them, in a web project and in a worker.</summary>
[Collection(PackageTestGroup.Name)]
public sealed class SettingsFindings(PackageFixture package)
{
    private const string Production = "appsettings.Production.json";

    /// <summary>Made up, and put together here only.</summary>
    private static readonly string Key = "xsmtpsib-" + string.Concat(Enumerable.Repeat("5e", 32)) + "-AbCdEfGh12345678";

    private const string Code = """
        using System.Threading.Tasks;
        using MailKit.Net.Smtp;
        using Microsoft.Extensions.Configuration;
        using Microsoft.Extensions.DependencyInjection;
        using Microsoft.Extensions.Options;
        using MimeKit;

        namespace Consumer;

        public sealed class RelayOptions
        {
            public string Host { get; set; } = "";
            public int Port { get; set; } = 587;
            public string Login { get; set; } = "";
            public string Password { get; set; } = "";
            public string From { get; set; } = "";
            public bool UseSsl { get; set; }
            public bool EnableSsl { get; set; } = true;
        }

        public static class Registration
        {
            public static void AddRelay(IServiceCollection services, IConfiguration configuration) =>
                services.Configure<RelayOptions>(configuration.GetSection("Relay"));
        }

        public sealed class Mailer(IOptions<RelayOptions> options)
        {
            private readonly RelayOptions _options = options.Value;

            public async Task SendAsync(MimeMessage message)
            {
                message.From.Add(new MailboxAddress("Shop", _options.From));
                using var client = new SmtpClient();
                await client.ConnectAsync(_options.Host, _options.Port, _options.UseSsl);
                if (!client.IsSecure)
                    return;
                await client.AuthenticateAsync(_options.Login, _options.Password);
                await client.SendAsync(message);
                await client.DisconnectAsync(quit: true);
            }
        }
        """;

    private const string ReadBySystemNetMail = """
        using System.Net;
        using System.Net.Mail;
        using Microsoft.Extensions.Options;

        namespace Consumer;

        public sealed class Newsletter(IOptions<RelayOptions> options)
        {
            public void Send(MailMessage message)
            {
                using var client = new SmtpClient(options.Value.Host, options.Value.Port) // BREVO1003
                {
                    EnableSsl = options.Value.EnableSsl,
                    Credentials = new NetworkCredential(options.Value.Login, options.Value.Password),
                };
                client.Send(message);
            }
        }
        """;

    private const string Settings = """
        {
          "Logging": { "LogLevel": { "Default": "Information" } },
          "Relay": {
            "Host": "smtp-relay.brevo.com",
            "Port": 587,
            "Login": "owner@shop.example",
            "Password": "",
            "From": "orders@shop.example",
            "UseSsl": false
          }
        }
        """;

    [Fact]
    public async Task A_web_project_whose_settings_go_wrong_one_after_the_other()
    {
        using var project = await CreateAsync("Microsoft.NET.Sdk.Web");
        project.Write(Production, Overlay(port: 587));
        Assert.Empty(await FindingsAsync(project));

        // The port, in the file of one environment.
        project.Write(Production, Overlay(port: 25));
        Assert.Equal([("BREVO1001", Production, 4)], await FindingsAsync(project));

        // The key as well.
        project.Write(Production, Overlay(port: 25, password: Key));
        var build = await BuildAsync(project, "-p:ErrorLog=build.sarif");
        Assert.Equal([("BREVO1001", Production, 4), ("BREVO2004", Production, 5)], Places(build));
        var log = project.ReadText("build.sarif");
        Assert.Contains("BREVO2004", log);
        foreach (var piece in (string[])[Key, Key[9..40], Key[^16..]])
        {
            Assert.DoesNotContain(piece, build.Output);
            Assert.DoesNotContain(piece, log);
        }

        // A flag that means encryption to one client and nothing to the other.
        project.Write(Production, Overlay(port: 587).Replace("\"Port\"", "\"EnableSsl\": false,\n    \"Port\""));
        Assert.Empty(await FindingsAsync(project));
        project.Write("Newsletter.cs", ReadBySystemNetMail);
        Assert.Equal([("BREVO1003", "Newsletter.cs", Line(ReadBySystemNetMail))], await FindingsAsync(project));
    }

    [Fact]
    public async Task A_worker_and_who_has_the_say_about_its_files()
    {
        using var project = await CreateAsync("Microsoft.NET.Sdk.Worker");
        project.Write("appsettings.json", Settings.Replace("587", "25"));
        Assert.Equal([("BREVO1001", "appsettings.json", 5)], await FindingsAsync(project));

        project.Write(".globalconfig", "is_global = true\ndotnet_diagnostic.BREVO1001.severity = error\n");
        var build = await project.DotnetAsync("build", "--no-restore");
        Assert.NotEqual(0, build.ExitCode);
        Assert.Equal(("BREVO1001", "error"), build.Findings().Select(finding => (finding.Id, finding.Severity)).Single());

        project.Write(".globalconfig", "is_global = true\ndotnet_diagnostic.BREVO1001.severity = none\n");
        Assert.Empty(await FindingsAsync(project));
        project.Write(".globalconfig", "is_global = true\n");

        project.Write("Directory.Build.targets", """<Project><ItemGroup><AdditionalFiles Remove="appsettings.json" /></ItemGroup></Project>""");
        Assert.Empty(await FindingsAsync(project));
        project.Write("Directory.Build.targets", "<Project />");

        project.Write("appsettings.json", Settings.Replace("\"Port\": 587", "// brevo-ignore BREVO1001\n    \"Port\": 25"));
        Assert.Empty(await FindingsAsync(project));
    }

    [Fact]
    public async Task Settings_of_another_project_that_this_one_names()
    {
        using var project = await CreateAsync(
            "Microsoft.NET.Sdk", "<BrevoAnalyzersSettingsFiles>../Shop.Web/appsettings.json</BrevoAnalyzersSettingsFiles>", settings: "{}");
        project.Write("../Shop.Web/appsettings.json", Settings.Replace("\"UseSsl\": false", "\"UseSsl\": true"));

        Assert.Equal([("BREVO1002", "Code.cs", Code.Split('\n').TakeWhile(line => !line.Contains("ConnectAsync")).Count() + 1)], await FindingsAsync(project));
    }

    private static string Overlay(int port, string password = "") =>
        $$"""
        {
          "Logging": { "LogLevel": { "Default": "Warning" } },
          "Relay": {
            "Port": {{port}},
            "Password": "{{password}}"
          }
        }
        """;

    private static int Line(string source) => source.Split('\n').TakeWhile(line => !line.Contains("// BREVO")).Count() + 1;

    private async Task<ConsumerProject> CreateAsync(string sdk, string properties = "", string settings = Settings)
    {
        var items = $"""
            <FrameworkReference Include="Microsoft.AspNetCore.App" />
            <PackageReference Include="MailKit" Version="{Repository.VersionOf("MailKit")}" />
            <PackageReference Include="System.Security.Cryptography.Pkcs" Version="{Repository.VersionOf("System.Security.Cryptography.Pkcs")}" />
            """;
        var isWeb = sdk.EndsWith("Web", System.StringComparison.Ordinal);
        var project = new ConsumerProject(
            package, ConsumerProject.ProjectFile(properties, isWeb ? items[(items.IndexOf('\n') + 1)..] : items, sdk));
        project.Write("Code.cs", Code);
        project.Write("appsettings.json", settings);
        (await project.RestoreAsync()).EnsureSuccess();
        return project;
    }

    private static async Task<(string Id, string File, int Line)[]> FindingsAsync(ConsumerProject project) => Places(await BuildAsync(project));

    private static async Task<CommandResult> BuildAsync(ConsumerProject project, params string[] arguments)
    {
        var build = await project.DotnetAsync(["build", "--no-restore", .. arguments]);
        Assert.True(build.ExitCode == 0, build.Output);
        return build;
    }

    private static (string Id, string File, int Line)[] Places(CommandResult build) =>
        build.Findings().Select(finding => (finding.Id, Path.GetFileName(finding.File), finding.Line)).ToArray();
}
