using Xunit;

namespace BrevoAnalyzers.Tests.Reading;

/// <summary>
/// The shapes in which public code sets up SMTP for Brevo, the most frequent first: each once with a mistake and once without.
/// </summary>
public sealed class ShapesTests
{
    private const string MailKit = """
        using System;
        using System.Threading.Tasks;
        using MailKit.Net.Smtp;
        using MailKit.Security;
        using Microsoft.Extensions.Configuration;
        using Microsoft.Extensions.Options;
        using MimeKit;

        """;

    private const string SystemNetMail = """
        using System;
        using System.Net;
        using System.Net.Mail;
        using Microsoft.Extensions.Configuration;

        """;

    [Fact]
    public void Options_class_whose_initialisers_are_the_defaults_wrong() => Expect.Findings(MailKit + """
        public class ParcelMail
        {
            public string Host { get; set; } = "smtp-relay.brevo.com";
            public int Port { get; set; } = 2526; // BREVO1001
            public string Login { get; set; } = "";
            public string Key { get; set; } = "";
        }
        """, MailKit + OptionsMailer);

    [Fact]
    public void Options_class_whose_initialisers_are_the_defaults_right() => Expect.Findings(MailKit + """
        public class ParcelMail
        {
            public string Host { get; set; } = "smtp-relay.brevo.com";
            public int Port { get; set; } = 2525;
            public string Login { get; set; } = "";
            public string Key { get; set; } = "";
        }
        """, MailKit + OptionsMailer);

    private const string OptionsMailer = """
        public class ParcelMailer(IOptions<ParcelMail> options)
        {
            private readonly ParcelMail _o = options.Value;

            public async Task SendAsync(MimeMessage message)
            {
                using var client = new SmtpClient();
                await client.ConnectAsync(_o.Host, _o.Port, SecureSocketOptions.StartTls);
                await client.AuthenticateAsync(_o.Login, _o.Key);
                await client.SendAsync(message);
            }
        }
        """;

    [Fact]
    public void Everything_literal_in_one_initialiser_wrong() => Expect.Findings(SystemNetMail + """
        class Bakery
        {
            public void Send(MailMessage message)
            {
                var c = new SmtpClient("smtp-relay.brevo.com")
                {
                    Port = 587,
                    EnableSsl = true,
                    Credentials = new NetworkCredential("bakery@shop.example", "Zx9Kq2Lm4Nw8Rt6Y"), // BREVO2004
                };
                c.Send(message);
            }
        }
        """);

    [Fact]
    public void Everything_but_the_key_in_one_initialiser_right() => Expect.Findings(SystemNetMail + """
        class Bakery
        {
            public void Send(MailMessage message)
            {
                var c = new SmtpClient("smtp-relay.brevo.com")
                {
                    Port = 587,
                    EnableSsl = true,
                    Credentials = new NetworkCredential("bakery@shop.example", Environment.GetEnvironmentVariable("BREVO_SMTP_KEY")),
                };
                c.Send(message);
            }
        }
        """);

    [Fact]
    public void Literals_in_consecutive_calls_wrong() => Expect.Findings(MailKit + """
        class Garage
        {
            public async Task SendAsync(MimeMessage message)
            {
                using var c = new SmtpClient();
                await c.ConnectAsync("smtp-relay.brevo.com", 587, SecureSocketOptions.SslOnConnect); // BREVO1002
                await c.AuthenticateAsync("0a1b2c001@smtp-brevo.com", "Zx9Kq2Lm4Nw8Rt6Y"); // BREVO2004
                await c.SendAsync(message);
            }
        }
        """);

    [Fact]
    public void Literals_in_consecutive_calls_right() => Expect.Findings(MailKit + """
        class Garage
        {
            public async Task SendAsync(MimeMessage message)
            {
                using var c = new SmtpClient();
                await c.ConnectAsync("smtp-relay.brevo.com", 465, SecureSocketOptions.SslOnConnect);
                await c.AuthenticateAsync("0a1b2c001@smtp-brevo.com", Environment.GetEnvironmentVariable("SMTP_KEY"));
                await c.SendAsync(message);
            }
        }
        """);

    [Fact]
    public void Settings_with_defaults_wrong() => Expect.Findings(MailKit + """
        class Clinic(IConfiguration cfg)
        {
            public void Send(MimeMessage message)
            {
                var host = cfg["Brevo:SmtpHost"] ?? "smtp-relay.brevo.com";
                var port = int.TryParse(cfg["Brevo:SmtpPort"], out var p) ? p : 25; // BREVO1001
                using var client = new SmtpClient();
                client.Connect(host, port, SecureSocketOptions.StartTls);
                client.Authenticate(cfg["Brevo:Login"], cfg["Brevo:SmtpKey"]);
                client.Send(message);
            }
        }
        """);

    [Fact]
    public void Settings_with_defaults_right() => Expect.Findings(MailKit + """
        class Clinic(IConfiguration cfg)
        {
            public void Send(MimeMessage message)
            {
                var host = cfg["Brevo:SmtpHost"] ?? "smtp-relay.brevo.com";
                var port = int.TryParse(cfg["Brevo:SmtpPort"], out var p) ? p : 587;
                using var client = new SmtpClient();
                client.Connect(host, port, SecureSocketOptions.StartTls);
                client.Authenticate(cfg["Brevo:Login"], cfg["Brevo:SmtpKey"]);
                client.Send(message);
            }
        }
        """);

    [Fact]
    public void Freemail_sender_wrong() => Expect.Findings(MailKit + """
        class School(IConfiguration cfg)
        {
            public void Send(MimeMessage message)
            {
                message.From.Add(new MailboxAddress("School", cfg["Mail:From"] ?? "school.office@outlook.com")); // BREVO3002
                using var client = new SmtpClient();
                client.Connect("smtp-relay.brevo.com", 587, SecureSocketOptions.StartTls);
                client.Authenticate(cfg["Brevo:Login"], cfg["Brevo:SmtpKey"]);
                client.Send(message);
            }
        }
        """);

    [Fact]
    public void Own_sender_right() => Expect.Findings(MailKit + """
        class School(IConfiguration cfg)
        {
            public void Send(MimeMessage message)
            {
                message.From.Add(new MailboxAddress("School", cfg["Mail:From"] ?? "office@school.example"));
                message.ReplyTo.Add(MailboxAddress.Parse("school.office@outlook.com"));
                using var client = new SmtpClient();
                client.Connect("smtp-relay.brevo.com", 587, SecureSocketOptions.StartTls);
                client.Authenticate(cfg["Brevo:Login"], cfg["Brevo:SmtpKey"]);
                client.Send(message);
            }
        }
        """);

    [Fact]
    public void Literal_fields_and_constants_wrong() => Expect.Findings(SystemNetMail + """
        class Library
        {
            private const string SmtpHost = "smtp-relay.brevo.com";
            private const int SmtpPort = 465; // BREVO1002
            private readonly string smtpPassword = "Zx9Kq2Lm4Nw8Rt6Y"; // BREVO2004

            public void Send(MailMessage message)
            {
                using var client = new SmtpClient(SmtpHost, SmtpPort) { EnableSsl = true, Credentials = new NetworkCredential("library@town.example", smtpPassword) };
                client.Send(message);
            }
        }
        """);

    [Fact]
    public void Literal_fields_and_constants_right() => Expect.Findings(SystemNetMail + """
        class Library
        {
            private const string SmtpHost = "smtp-relay.brevo.com";
            private const int SmtpPort = 587;
            private readonly string smtpPassword = Environment.GetEnvironmentVariable("BREVO_SMTP_KEY") ?? "";

            public void Send(MailMessage message)
            {
                using var client = new SmtpClient(SmtpHost, SmtpPort) { EnableSsl = true, Credentials = new NetworkCredential("library@town.example", smtpPassword) };
                client.Send(message);
            }
        }
        """);

    [Fact]
    public void Literal_locals_wrong() => Expect.Findings(SystemNetMail + """
        class Cinema
        {
            public void Send(MailMessage message)
            {
                string smtpServer = "smtp-relay.brevo.com";
                int smtpPort = 26; // BREVO1001
                string smtpPassword = "Zx9Kq2Lm4Nw8Rt6Y"; // BREVO2004
                var client = new SmtpClient(smtpServer, smtpPort);
                client.EnableSsl = true;
                client.Credentials = new NetworkCredential("cinema@town.example", smtpPassword);
                client.Send(message);
            }
        }
        """);

    [Fact]
    public void Literal_locals_right() => Expect.Findings(SystemNetMail + """
        class Cinema
        {
            public void Send(MailMessage message, string smtpPassword)
            {
                string smtpServer = "smtp-relay.brevo.com";
                int smtpPort = 26;
                smtpPort = 587;
                var client = new SmtpClient(smtpServer, smtpPort);
                client.EnableSsl = true;
                client.Credentials = new NetworkCredential("cinema@town.example", smtpPassword);
                client.Send(message);
            }
        }
        """);

    [Fact]
    public void Literal_host_and_settings_for_the_rest_wrong() => Expect.Findings(MailKit + """
        class Museum(IConfiguration cfg)
        {
            public void Send(MimeMessage message)
            {
                using var c = new SmtpClient();
                c.Connect("smtp-relay.brevo.com", 2525, SecureSocketOptions.None); // BREVO1003
                c.Authenticate(cfg["Brevo:Login"], cfg["Brevo:ApiKey"]); // BREVO2003
                c.Send(message);
            }
        }
        """);

    [Fact]
    public void Literal_host_and_settings_for_the_rest_right() => Expect.Findings(MailKit + """
        class Museum(IConfiguration cfg)
        {
            public void Send(MimeMessage message)
            {
                using var c = new SmtpClient();
                c.Connect("smtp-relay.brevo.com", 2525, SecureSocketOptions.StartTls);
                c.Authenticate(cfg["Brevo:Login"], cfg["Brevo:SmtpKey"]);
                c.Send(message);
            }
        }
        """);

    [Fact]
    public void One_literal_as_login_and_sender_wrong() => Expect.Findings(SystemNetMail + """
        class Florist
        {
            public void Send(MailMessage message)
            {
                const string account = "florist@gmail.com";
                const string secret = "Zx9Kq2Lm4Nw8Rt6Y"; // BREVO2004
                message.From = new MailAddress(account); // BREVO3001 BREVO3002
                using var client = new SmtpClient("smtp-relay.brevo.com", 587) { EnableSsl = true, Credentials = new NetworkCredential(account, secret) };
                client.Send(message);
            }
        }
        """);

    [Fact]
    public void One_literal_as_login_and_another_as_sender_right() => Expect.Findings(SystemNetMail + """
        class Florist
        {
            public void Send(MailMessage message, string secret)
            {
                const string account = "florist@gmail.com";
                message.From = new MailAddress("orders@florist.example");
                using var client = new SmtpClient("smtp-relay.brevo.com", 587) { EnableSsl = true, Credentials = new NetworkCredential(account, secret) };
                client.Send(message);
            }
        }
        """);

    [Fact]
    public void Login_variable_as_sender_wrong() => Expect.Findings(MailKit + """
        class Hotel
        {
            public void Send(MimeMessage message, string key)
            {
                var login = Environment.GetEnvironmentVariable("BREVO_SMTP_LOGIN");
                message.From.Add(new MailboxAddress("Hotel", login)); // BREVO3001
                using var c = new SmtpClient();
                c.Connect("smtp-relay.brevo.com", 587, SecureSocketOptions.StartTls);
                c.Authenticate(login, key);
                c.Send(message);
            }
        }
        """);

    [Fact]
    public void Login_variable_beside_a_sender_right() => Expect.Findings(MailKit + """
        class Hotel
        {
            public void Send(MimeMessage message, string key)
            {
                var login = Environment.GetEnvironmentVariable("BREVO_SMTP_LOGIN");
                message.From.Add(new MailboxAddress("Hotel", Environment.GetEnvironmentVariable("MAIL_FROM")));
                using var c = new SmtpClient();
                c.Connect("smtp-relay.brevo.com", 587, SecureSocketOptions.StartTls);
                c.Authenticate(login, key);
                c.Send(message);
            }
        }
        """);

    [Fact]
    public void Tls_weakened_wrong() => Expect.Findings(MailKit + """
        class Dentist(string login, string key)
        {
            public void Opportunistic(MimeMessage message)
            {
                using var client = new SmtpClient();
                client.Connect("smtp-relay.brevo.com", 587, false); // BREVO1004
                client.Authenticate(login, key);
                client.Send(message);
            }

            public void Off(System.Net.Mail.MailMessage message)
            {
                using var client = new System.Net.Mail.SmtpClient("smtp-relay.brevo.com", 587) // BREVO1003
                {
                    Credentials = new System.Net.NetworkCredential(login, key),
                };
                client.Send(message);
            }
        }
        """);

    [Fact]
    public void Tls_kept_right() => Expect.Findings(MailKit + """
        class Dentist(string login, string key)
        {
            public void Opportunistic(MimeMessage message)
            {
                using var client = new SmtpClient();
                client.Connect("smtp-relay.brevo.com", 465, true);
                client.Authenticate(login, key);
                client.Send(message);
            }

            public void On(System.Net.Mail.MailMessage message)
            {
                using var client = new System.Net.Mail.SmtpClient("smtp-relay.brevo.com", 587) { Credentials = new System.Net.NetworkCredential(login, key) };
                client.EnableSsl = true;
                client.Send(message);
            }
        }
        """);

    [Fact]
    public void Constructor_parameters_wrong() => Expect.Findings(MailKit + """
        public class Forge
        {
            private readonly string _login, _key, _host;
            private readonly int _port;

            public Forge(string login, string key, string host = "smtp-relay.brevo.com", int port = 25) // BREVO1001
            {
                (_login, _key, _host, _port) = (login, key, host, port);
            }

            public void Send(MimeMessage message)
            {
                using var c = new SmtpClient();
                c.Connect(_host, _port, SecureSocketOptions.StartTls);
                c.Authenticate(_login, _key);
                c.Send(message);
            }
        }
        """);

    [Fact]
    public void Constructor_parameters_right() => Expect.Findings(MailKit + """
        public class Forge
        {
            private readonly string _login, _key, _host;
            private readonly int _port;

            public Forge(string login, string key, string host = "smtp-relay.brevo.com", int port = 587)
            {
                (_login, _key, _host, _port) = (login, key, host, port);
            }

            public void Send(MimeMessage message)
            {
                using var c = new SmtpClient();
                c.Connect(_host, _port, SecureSocketOptions.StartTls);
                c.Authenticate(_login, _key);
                c.Send(message);
            }
        }
        """, """
        // smtp
        static class Setup
        {
            public static readonly Forge Local = new("a", "b", "localhost", 25);
        }
        """);

    [Fact]
    public void Environment_variables_wrong() => Expect.Findings(MailKit + """
        class Brewery
        {
            private static string Key => Environment.GetEnvironmentVariable("BREVO_API_KEY") ?? throw new InvalidOperationException(); // BREVO2003

            public void Send(MimeMessage message)
            {
                using var c = new SmtpClient();
                c.Connect(Environment.GetEnvironmentVariable("SMTP_HOST") ?? "smtp-relay.brevo.com", 587, SecureSocketOptions.StartTls);
                c.Authenticate(Environment.GetEnvironmentVariable("BREVO_SMTP_LOGIN"), Key);
                c.Send(message);
            }
        }
        """);

    [Fact]
    public void Environment_variables_right() => Expect.Findings(MailKit + """
        class Brewery
        {
            private static string Key => Environment.GetEnvironmentVariable("BREVO_SMTP_KEY") ?? throw new InvalidOperationException();

            public void Send(MimeMessage message)
            {
                using var c = new SmtpClient();
                c.Connect(Environment.GetEnvironmentVariable("SMTP_HOST") ?? "smtp-relay.brevo.com", 587, SecureSocketOptions.StartTls);
                c.Authenticate(Environment.GetEnvironmentVariable("BREVO_SMTP_LOGIN"), Key);
                c.Send(message);
            }
        }
        """);

    [Fact]
    public void Key_kinds_mixed_up_wrong() => Expect.Findings(SystemNetMail + """
        class Carpenter(IConfiguration cfg)
        {
            public void Send(MailMessage message, string login)
            {
                using var client = new SmtpClient("smtp-relay.brevo.com", 587) { EnableSsl = true };
                client.Credentials = new NetworkCredential(login, cfg["Brevo:ApiKey"]); // BREVO2003
                client.Send(message);
            }
        }
        """);

    [Fact]
    public void Key_kinds_mixed_up_right() => Expect.Findings(SystemNetMail + """
        class Carpenter(IConfiguration cfg)
        {
            public void Send(MailMessage message, string login)
            {
                using var client = new SmtpClient("smtp-relay.brevo.com", 587) { EnableSsl = true };
                client.Credentials = new NetworkCredential(login, cfg["Smtp:ApiKey"]);
                client.Send(message);
            }
        }
        """);

    [Fact]
    public void Visitor_as_sender_wrong() => Expect.Findings(MailKit + """
        public class ContactForm { public string Name { get; set; } = ""; public string Email { get; set; } = ""; }

        class Studio(IConfiguration cfg)
        {
            public void Send(ContactForm form)
            {
                var message = new MimeMessage();
                message.From.Add(new MailboxAddress(form.Name, form.Email)); // BREVO3006
                using var c = new SmtpClient();
                c.Connect("smtp-relay.brevo.com", 587, SecureSocketOptions.StartTls);
                c.Authenticate(cfg["Brevo:Login"], cfg["Brevo:SmtpKey"]);
                c.Send(message);
            }
        }
        """);

    [Fact]
    public void Visitor_as_reply_to_right() => Expect.Findings(MailKit + """
        public class ContactForm { public string Name { get; set; } = ""; public string Email { get; set; } = ""; }

        class Studio(IConfiguration cfg)
        {
            public void Send(ContactForm form)
            {
                var message = new MimeMessage();
                message.From.Add(new MailboxAddress("Studio", cfg["Mail:From"]));
                message.ReplyTo.Add(new MailboxAddress(form.Name, form.Email));
                using var c = new SmtpClient();
                c.Connect("smtp-relay.brevo.com", 587, SecureSocketOptions.StartTls);
                c.Authenticate(cfg["Brevo:Login"], cfg["Brevo:SmtpKey"]);
                c.Send(message);
            }
        }
        """);
}
