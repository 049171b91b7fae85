namespace BrevoAnalyzers.Benchmarks;

/// <summary>
/// The files of the generated projects, in the shapes that are frequent in public code. The mailers for Brevo are right, or hold
/// a mistake each, so that reading, rules and reporting are all paid for. Files without Brevo hold no word of it: the text gate is measured as it is.
/// </summary>
internal static class SourceTemplates
{
    public static string Plain(int i) => $$"""
        using System;
        using System.Collections.Generic;
        using System.Globalization;
        using System.Linq;
        using System.Text;
        using System.Threading.Tasks;

        namespace Shop.Orders;

        public sealed record OrderLine{{i}}(string Article, int Quantity, decimal Price);

        public sealed class OrderService{{i}}
        {
            private readonly Dictionary<string, List<OrderLine{{i}}>> _orders = new();
            private readonly Func<DateTime> _clock;

            public OrderService{{i}}(Func<DateTime> clock) => _clock = clock ?? throw new ArgumentNullException(nameof(clock));

            public event EventHandler? Changed;

            public void Add(string customer, string article, int quantity, decimal price)
            {
                if (string.IsNullOrWhiteSpace(customer))
                    throw new ArgumentException("A customer is needed.", nameof(customer));
                if (!_orders.TryGetValue(customer, out var lines))
                    _orders[customer] = lines = new List<OrderLine{{i}}>();

                lines.Add(new OrderLine{{i}}(article.Trim(), Math.Max(1, quantity), decimal.Round(price, 2)));
                Changed?.Invoke(this, EventArgs.Empty);
            }

            public decimal Total(string customer) =>
                _orders.TryGetValue(customer, out var lines) ? lines.Sum(line => line.Quantity * line.Price) : 0m;

            public string Describe(string customer)
            {
                var text = new StringBuilder();
                text.AppendLine(string.Format(CultureInfo.InvariantCulture, "Order of {0} at {1:O}", customer, _clock()));
                foreach (var line in _orders[customer].OrderBy(line => line.Article, StringComparer.Ordinal))
                {
                    text.Append(line.Quantity.ToString(CultureInfo.InvariantCulture)).Append(" x ");
                    text.Append(line.Article.ToUpperInvariant()).Append(": ");
                    text.AppendLine(line.Price.ToString("F2", CultureInfo.InvariantCulture));
                }

                return text.ToString();
            }

            public async Task<IReadOnlyList<string>> DescribeAllAsync()
            {
                var result = new List<string>();
                foreach (var customer in _orders.Keys.ToArray())
                {
                    await Task.Yield();
                    result.Add(Describe(customer));
                }

                return result;
            }

            public int Port(string name) => name switch { "shop" => 8080 + {{i}}, "admin" => int.Parse("9090"), _ => 80 };
        }
        """;

    public static string OtherMailer(int i) => $$"""
        using System;
        using System.Threading.Tasks;
        using MailKit.Net.Smtp;
        using MailKit.Security;
        using MimeKit;

        namespace Shop.Mail;

        public sealed class MailSettings{{i}}
        {
            public string Host { get; set; } = "mail.example.com";
            public int Port { get; set; } = 25;
            public string User { get; set; } = "shop";
            public string Password { get; set; } = Environment.GetEnvironmentVariable("MAIL_PASSWORD") ?? "";
        }

        public sealed class Mailer{{i}}
        {
            private readonly MailSettings{{i}} _settings;

            public Mailer{{i}}(MailSettings{{i}} settings) => _settings = settings;

            public async Task SendAsync(string to, string subject, string html)
            {
                var message = new MimeMessage();
                message.From.Add(new MailboxAddress("Shop", "orders@example.com"));
                message.To.Add(MailboxAddress.Parse(to));
                message.Subject = subject;
                message.Body = new BodyBuilder { HtmlBody = html }.ToMessageBody();

                using var client = new SmtpClient();
                await client.ConnectAsync(_settings.Host, _settings.Port, SecureSocketOptions.None);
                await client.AuthenticateAsync(_settings.User, _settings.Password);
                await client.SendAsync(message);
                await client.DisconnectAsync(true);
                Console.WriteLine("Sent to " + to);
            }
        }
        """;

    /// <summary>Mistake: port 25.</summary>
    public static string BrevoMailKit(int i, bool isRight) => $$"""
        using System;
        using System.Threading.Tasks;
        using MailKit.Net.Smtp;
        using MailKit.Security;
        using MimeKit;

        namespace Shop.Mail;

        public sealed class BrevoSettings{{i}}
        {
            public string Host { get; set; } = "smtp-relay.brevo.com";
            public int Port { get; set; } = {{(isRight ? 587 : 25)}};
            public string Login { get; set; } = Environment.GetEnvironmentVariable("BREVO_SMTP_LOGIN") ?? "";
            public string SmtpKey { get; set; } = Environment.GetEnvironmentVariable("BREVO_SMTP_KEY") ?? "";
        }

        public sealed class BrevoMailer{{i}}
        {
            private readonly BrevoSettings{{i}} _settings;

            public BrevoMailer{{i}}(BrevoSettings{{i}} settings) => _settings = settings;

            public async Task SendAsync(string to, string subject, string html)
            {
                var message = new MimeMessage();
                message.From.Add(new MailboxAddress("Shop", "orders@example.com"));
                message.To.Add(MailboxAddress.Parse(to));
                message.Subject = subject;
                message.Body = new BodyBuilder { HtmlBody = html }.ToMessageBody();

                using var client = new SmtpClient();
                await client.ConnectAsync(_settings.Host, _settings.Port, SecureSocketOptions.StartTls);
                await client.AuthenticateAsync(_settings.Login, _settings.SmtpKey);
                await client.SendAsync(message);
                await client.DisconnectAsync(true);
            }
        }
        """;

    /// <summary>Mistake: no EnableSsl.</summary>
    public static string BrevoSystemNetMail(int i, bool isRight) => $$"""
        using System;
        using System.Net;
        using System.Net.Mail;
        using System.Threading.Tasks;

        namespace Shop.Mail;

        public sealed class BrevoMailer{{i}}
        {
            private const string Host = "smtp-relay.brevo.com";
            private readonly string _login = Environment.GetEnvironmentVariable("BREVO_SMTP_LOGIN") ?? throw new InvalidOperationException("BREVO_SMTP_LOGIN is not set");
            private readonly string _key = Environment.GetEnvironmentVariable("BREVO_SMTP_KEY") ?? throw new InvalidOperationException("BREVO_SMTP_KEY is not set");

            public async Task SendAsync(string to, string subject, string html)
            {
                int port = int.TryParse(Environment.GetEnvironmentVariable("BREVO_SMTP_PORT"), out var configured) ? configured : 587;
                using var client = new SmtpClient(Host, port) { Credentials = new NetworkCredential(_login, _key){{(isRight ? ", EnableSsl = true" : "")}} };
                using var message = new MailMessage("Shop <orders@example.com>", to, subject, html) { IsBodyHtml = true };
                await client.SendMailAsync(message);
            }
        }
        """;

    /// <summary>Mistake: the response is not looked at.</summary>
    public static string BrevoApi(int i, bool isRight) => $$"""
        using System;
        using System.Net.Http;
        using System.Net.Http.Json;
        using System.Threading.Tasks;

        namespace Shop.Mail;

        public sealed class BrevoMailer{{i}}
        {
            private readonly HttpClient _http;

            public BrevoMailer{{i}}(HttpClient http) => _http = http;

            public async Task SendAsync(string to, string subject, string html)
            {
                using var request = new HttpRequestMessage(HttpMethod.Post, "https://api.brevo.com/v3/smtp/email");
                request.Headers.Add("api-key", Environment.GetEnvironmentVariable("BREVO_API_KEY") ?? throw new InvalidOperationException("BREVO_API_KEY is not set"));
                request.Content = JsonContent.Create(new
                {
                    sender = new { name = "Shop", email = "orders@example.com" },
                    to = new[] { new { email = to } },
                    subject,
                    htmlContent = html,
                });
                {{(isRight ? "using var response = " : "")}}await _http.SendAsync(request);{{(isRight ? " response.EnsureSuccessStatusCode();" : "")}}
            }
        }
        """;
}
