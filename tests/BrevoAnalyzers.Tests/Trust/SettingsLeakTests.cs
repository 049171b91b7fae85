using System;
using System.Linq;
using BrevoAnalyzers.Tests.Doors;
using Microsoft.CodeAnalysis;
using Xunit;

namespace BrevoAnalyzers.Tests.Trust;

/// <summary>No finding, in a file or at the use of one, says a value of the file.</summary>
public sealed class SettingsLeakTests
{
    private const string Secret = "Zq7LxB2vNc9RtY4kWm3";

    private const string Code = """
        public sealed class SmtpOptions
        {
            public string Host { get; set; } = "";
            public string Port { get; set; } = "";
            public string User { get; set; } = "";
            public string Password { get; set; } = "";
            public string From { get; set; } = "";
        }

        public static class Startup
        {
            public static void Register(IServiceCollection services, IConfiguration configuration) => services.Configure<SmtpOptions>(configuration.GetSection("Mail"));
        }

        public sealed class BrevoMailer(IOptions<SmtpOptions> options, HttpClient http, IConfiguration configuration)
        {
            public async Task SendAsync()
            {
                var message = new MimeMessage();
                message.From.Add(new MailboxAddress(options.Value.From, options.Value.From));
                using var client = new MailKit.Net.Smtp.SmtpClient();
                client.Connect(options.Value.Host, int.Parse(options.Value.Port), SecureSocketOptions.None);
                client.Authenticate(options.Value.User, options.Value.Password);
                client.Send(message);
                client.Connect("smtp-relay.brevo.com", int.Parse(options.Value.Port), SecureSocketOptions.None);
                client.Authenticate(options.Value.User, options.Value.Password);
                client.Send(message);
                Console.WriteLine(options.Value.Password);
                using var request = new HttpRequestMessage(HttpMethod.Post, configuration["Api:Url"]);
                request.Headers.Add("api-key", configuration["Api:Key"]);
                request.Content = JsonContent.Create(new { sender = new { email = configuration["Api:From"] }, to = new[] { new { email = "a@b.example" } }, subject = "x", htmlContent = configuration["Api:From"] });
                await http.SendAsync(request);
            }
        }
        """;

    [Theory]
    [InlineData("smtp-relay.brevo.com", "25", "SECRET", "SECRET", "SECRET@gmail.com", "https://api.brevo.com/v3/smtp/SECRET", "SECRET")]
    [InlineData("smtp://u:SECRET@smtp-relay.brevo.com:25/SECRET", "25SECRET", "SECRET@smtp-brevo.com", "SECRET@smtp-brevo.com", "SECRET@smtp-brevo.com", "https://u:SECRET@api.brevo.com/SECRET?x=SECRET", "SECRET")]
    [InlineData("smtp.brevo.com SECRET", "SECRET", "SECRET", "a@SECRET.example", "SECRET <SECRET>", "http://api.brevo.com/v2/SECRET", "{smtp}")]
    [InlineData("smtp-relay.sendinblue.com", "465", "{api}", "{api}", "{smtp}", "https://api.sendinblue.com/v3/SECRET", "{smtp}")]
    public void Findings_hold_no_planted_secret(string host, string port, string user, string password, string from, string url, string key)
    {
        var file = $$"""
            {
              "Mail": { "Host": "{{host}}", "Port": "{{port}}", "User": "{{user}}", "Password": "{{password}}", "From": "{{from}}" },
              "Api": { "Url": "{{url}}", "Key": "{{key}}", "From": "{{from}}" }
            }
            """.Replace("SECRET", Secret).Replace("{api}", Model.MadeUpKeys.Api).Replace("{smtp}", Model.MadeUpKeys.Smtp);

        foreach (var text in (string[])[file, file[..^1], file[..^4], file.Replace("\"Api\"", "Api"), file.Replace(",", "")])
        {
            var findings = CodeAndFiles.Findings(Code, ("appsettings.json", text), ("appsettings.Production.json", file));
            Assert.NotEmpty(findings);
            Assert.All(findings, AssertSaysNothing);
        }
    }

    private static void AssertSaysNothing(Diagnostic finding)
    {
        var said = finding.GetMessage() + "\n" + string.Join("\n", finding.Properties.Select(property => property.Key + "=" + property.Value));
        foreach (var secret in (string[])[Secret, Model.MadeUpKeys.Api["xkeysib-".Length..], Model.MadeUpKeys.Smtp["xsmtpsib-".Length..]])
            Assert.DoesNotContain(Enumerable.Range(0, secret.Length - 7), start => said.Contains(secret.Substring(start, 8), StringComparison.OrdinalIgnoreCase));
    }
}
