using Xunit;
using static BrevoAnalyzers.Tests.MailCodeSamples;

namespace BrevoAnalyzers.Tests.RealCode;

/// <summary>Settings that all start as <c>string.Empty</c> are not one setting.</summary>
public sealed class EmptyTextTests
{
    private const string Settings = """
        public class RelaySettings
        {
            public string Host { get; set; } = string.Empty;
            public int Port { get; set; } = 587;
            public string Username { get; set; } = string.Empty;
            public string Password { get; set; } = string.Empty;
            public string FromEmail { get; set; } = string.Empty;
        }
        """;

    [Fact]
    public void Login_and_sender_with_the_same_empty_default() => Verify.Exactly(Settings, SystemNetMailUsings + """
        public class BrevoMailer(IOptions<RelaySettings> options)
        {
            private readonly RelaySettings _settings = options.Value;

            public void Send(string to)
            {
                using var client = new SmtpClient(_settings.Host, _settings.Port)
                {
                    Credentials = new NetworkCredential(_settings.Username, _settings.Password),
                    EnableSsl = true,
                };
                client.Send(new MailMessage(_settings.FromEmail, to));
            }
        }
        """);

    [Fact]
    public void A_logged_address_with_the_same_empty_default_as_the_key() => Verify.Exactly("""
        using System.Net.Http.Json;
        using Microsoft.Extensions.Logging;

        public class BrevoOptions
        {
            public string ApiKey { get; set; } = string.Empty;
        }

        public class Customer
        {
            public string Email { get; set; } = string.Empty;
        }

        public class BrevoMailer(HttpClient http, IOptions<BrevoOptions> options, ILogger<BrevoMailer> logger)
        {
            public Task WelcomeAsync(Customer customer) => SendAsync(customer.Email);

            private async Task SendAsync(string to)
            {
                using var request = new HttpRequestMessage(HttpMethod.Post, "https://api.brevo.com/v3/smtp/email")
                {
                    Content = JsonContent.Create(new { sender = new { email = "shop@flowers.example" }, to = new[] { new { email = to } }, subject = "Hello", htmlContent = "<p>Hello</p>" }),
                };
                request.Headers.Add("api-key", options.Value.ApiKey);
                using var response = await http.SendAsync(request);
                response.EnsureSuccessStatusCode();
                logger.LogInformation("sent to {Address}", to);
            }
        }
        """);

    [Fact]
    public void A_logged_login_with_the_same_fallback_as_the_key() => Verify.Exactly(SystemNetMailUsings + """
        public class BrevoMailer
        {
            private readonly string _login;
            private readonly string _key;

            public BrevoMailer(string? login, string? key)
            {
                _login = login ?? string.Empty;
                _key = key ?? string.Empty;
                Console.WriteLine(_login);
            }

            public void Send(MailMessage message)
            {
                using var client = new SmtpClient("smtp-relay.brevo.com", 587) { EnableSsl = true, Credentials = new NetworkCredential(_login, _key) };
                client.Send(message);
            }
        }
        """);
}
