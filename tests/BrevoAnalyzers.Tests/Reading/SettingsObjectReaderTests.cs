using Xunit;

namespace BrevoAnalyzers.Tests.Reading;

/// <summary>Settings that are objects of the program's own: read where they are made, by what their members are called.</summary>
public sealed class SettingsObjectReaderTests
{
    private const string Settings = """
        public sealed class SmtpSettings
        {
            public string Host { get; set; } = "";
            public int Port { get; set; }
            public string User { get; set; } = "";
            public string Password { get; set; } = "";
            public bool UseSsl { get; set; }
            public string From { get; set; } = "";
        }
        """;

    [Fact]
    public void Object_initialiser() => Expect.Findings(Settings, """
        static class Setup
        {
            public static SmtpSettings Make(string user, string password) => new SmtpSettings
            {
                Host = "smtp-relay.brevo.com",
                Port = 25, // BREVO1001
                User = user,
                Password = password,
            };
        }
        """);

    [Fact]
    public void Object_initialiser_with_a_port_of_Brevos() => Expect.Findings(Settings, """
        static class Setup
        {
            public static SmtpSettings Make(string user, string password) =>
                new() { Host = "smtp-relay.brevo.com", Port = 2525, User = user, Password = password, UseSsl = true };
        }
        """);

    [Fact]
    public void Another_providers_settings_beside_Brevos() => Expect.Findings(Settings, """
        static class Setup
        {
            public static SmtpSettings Brevo(string user, string password) =>
                new() { Host = "smtp-relay.brevo.com", Port = 587, User = user, Password = password };

            public static SmtpSettings Local(string user, string password) =>
                new() { Host = "mail.intern.example", Port = 25, User = user, Password = "AbCdEfGh12345678" };
        }
        """);

    [Fact]
    public void Statements_after_the_creation() => Expect.Findings(Settings, """
        static class Setup
        {
            public static SmtpSettings Make(string user, string password)
            {
                var settings = new SmtpSettings();
                settings.Host = "smtp-relay.brevo.com";
                settings.Port = 26; // BREVO1001
                settings.User = user;
                settings.Password = password;
                return settings;
            }
        }
        """);

    [Fact]
    public void Overwritten_is_gone() => Expect.Findings(Settings, """
        static class Setup
        {
            public static SmtpSettings Make(string user, string password)
            {
                var settings = new SmtpSettings { Host = "smtp-relay.brevo.com", Port = 25, User = user, Password = password };
                settings.Port = 587;
                return settings;
            }
        }
        """);

    [Fact]
    public void Branches_are_kept_apart() => Expect.Findings(Settings, """
        static class Setup
        {
            public static SmtpSettings Make(bool development, string user, string password)
            {
                var settings = new SmtpSettings { User = user, Password = password };
                if (development)
                {
                    settings.Host = "localhost";
                    settings.Port = 1025;
                }
                else
                {
                    settings.Host = "smtp-relay.brevo.com";
                    settings.Port = 587;
                }

                return settings;
            }
        }
        """);

    [Fact]
    public void Password_and_sender_in_an_object() => Expect.Findings(Settings, """
        static class Setup
        {
            public static SmtpSettings Make() => new()
            {
                Host = "smtp-relay.brevo.com",
                Port = 587,
                User = "shop@shop.example",
                Password = "AbCdEfGh12345678", // BREVO2004
                From = "someone@gmail.com", // BREVO3002
            };
        }
        """);

    [Fact]
    public void Placeholders_and_settings_are_no_secrets() => Expect.Findings(Settings, """
        using Microsoft.Extensions.Configuration;

        static class Setup
        {
            public static SmtpSettings Empty() => new() { Host = "smtp-relay.brevo.com", Port = 587, User = "", Password = "<your-smtp-key>" };

            public static SmtpSettings From(IConfiguration c) =>
                new() { Host = c["Brevo:Host"]!, Port = int.Parse(c["Brevo:Port"]!), User = c["Brevo:Login"]!, Password = c["Brevo:SmtpKey"]! };
        }
        """);

    [Fact]
    public void The_API_key_setting_as_password() => Expect.Findings(Settings, """
        using Microsoft.Extensions.Configuration;

        static class Setup
        {
            public static SmtpSettings From(IConfiguration c) => new()
            {
                Host = "smtp-relay.brevo.com",
                Port = 587,
                User = c["Brevo:Login"]!,
                Password = c["Brevo:ApiKey"]!, // BREVO2003
            };
        }
        """);

    [Fact]
    public void Positional_record_and_with() => Expect.Findings("""
        public sealed record MailSettings(string Server, int Port, string Login, string SmtpKey, bool StartTls = true);

        static class Setup
        {
            public static MailSettings Wrong(string login, string key) =>
                new("smtp-relay.brevo.com", 465, login, key); // BREVO1002

            public static MailSettings Right(string login, string key) => new("smtp-relay.brevo.com", 587, login, key);

            public static MailSettings Copied(MailSettings other) => other with
            {
                Server = "smtp-relay.brevo.com",
                Port = 25, // BREVO1001
            };

            public static MailSettings CopiedRight(MailSettings other) => other with { Server = "smtp-relay.brevo.com", Port = 587 };
        }
        """);

    [Fact]
    public void With_keeps_what_it_does_not_name() => Expect.Findings("""
        public sealed record MailSettings(string Server, int Port, string Login, string SmtpKey);

        static class Setup
        {
            public static MailSettings Make(string login, string key)
            {
                var local = new MailSettings("localhost", 25, login, key);
                return local with { Server = "smtp-relay.brevo.com", Port = 587 };
            }
        }
        """);

    [Fact]
    public void Rows_of_a_table_of_tuples() => Expect.Findings("""
        static class Providers
        {
            public static readonly (string Host, int Port, string User, string Password)[] All =
            {
                ("smtp.gmail.com", 25, "", ""),
                ("smtp-relay.brevo.com", 25, "", ""), // BREVO1001
                ("smtp-relay.brevo.com", 587, "", ""),
                ("mail.example.org", 26, "", "AbCdEfGh12345678"),
            };
        }
        """);

    [Fact]
    public void Rows_of_a_table_of_records() => Expect.Findings("""
        using System.Collections.Generic;

        public record Provider(string Name, string SmtpHost, int SmtpPort, string SmtpUser, string SmtpPassword);

        static class Providers
        {
            public static readonly Dictionary<string, Provider> All = new()
            {
                ["gmail"] = new("Gmail", "smtp.gmail.com", 465, "", ""),
                ["brevo"] = new("Brevo", "smtp-relay.brevo.com", 25, "", ""), // BREVO1001
            };

            public static readonly List<Provider> Right = new() { new Provider("Brevo", "smtp-relay.brevo.com", 587, "", ""), new("Old", "mail.example.org", 25, "", "") };
        }
        """);

    [Fact]
    public void A_port_probe_is_no_session() => Expect.Findings("""
        using System.Net.Sockets;

        // smtp
        static class Probe
        {
            public static readonly (string Host, int Port)[] Targets = { ("smtp-relay.brevo.com", 25), ("smtp-relay.brevo.com", 587) };

            public static bool Open(string host, int port) { using var client = new TcpClient(host, port); return client.Connected; }

            public static object Target() => new { Host = "smtp-relay.brevo.com", Port = 25 };
        }
        """);

    [Fact]
    public void Anonymous_object() => Expect.Findings("""
        static class Setup
        {
            public static object Wrong(string key) => new { SmtpHost = "smtp-relay.brevo.com", SmtpPort = 25, SmtpUser = "a@shop.example", SmtpKey = key }; // BREVO1001

            public static object Right(string key) => new { SmtpHost = "smtp-relay.brevo.com", SmtpPort = 587, SmtpUser = "a@shop.example", SmtpKey = key };
        }
        """);

    [Fact]
    public void Another_service_in_a_class_named_after_Brevo() => Expect.Findings("""
        using Microsoft.Extensions.Configuration;

        public sealed class QueueSettings { public string Host = ""; public int Port; public string User = ""; public string Password = ""; }

        // smtp
        static class BrevoWorker
        {
            public static QueueSettings Queue(IConfiguration c) => new() { Host = c["Queue:Host"]!, Port = 5672, User = "guest", Password = "AbCdEfGh12345678" };
        }
        """);

    [Fact]
    public void Two_claims_to_one_role_are_nobodys() => Expect.Findings("""
        public sealed class AppSettings
        {
            public string SmtpHost { get; set; } = "";
            public string SmtpUser { get; set; } = "";
            public string SmtpPassword { get; set; } = "";
            public int Port { get; set; }
            public string Password { get; set; } = "";
        }

        static class Setup
        {
            public static AppSettings Make(string user) => new() { SmtpHost = "smtp-relay.brevo.com", SmtpUser = user, SmtpPassword = "", Port = 8080, Password = "AbCdEfGh12345678" };
        }
        """);

    [Fact]
    public void Modes_that_say_what_they_mean() => Expect.Findings("""
        using MailKit.Security;

        public sealed class MailOptions
        {
            public string Host { get; set; } = "";
            public int Port { get; set; }
            public string Login { get; set; } = "";
            public string Password { get; set; } = "";
            public SecureSocketOptions Security { get; set; }
            public SecureSocketOptions SecureSocketOptions { get; set; }
        }

        static class Setup
        {
            public static MailOptions Implicit(string login, string key) => new()
            {
                Host = "smtp-relay.brevo.com",
                Port = 587, // BREVO1002
                Login = login,
                Password = key,
                SecureSocketOptions = SecureSocketOptions.SslOnConnect,
            };

            public static MailOptions Clear(string login, string key) => new()
            {
                Host = "smtp-relay.brevo.com",
                Port = 587,
                Login = login,
                Password = key,
                SecureSocketOptions = SecureSocketOptions.None, // BREVO1003
            };

            public static MailOptions Right(string login, string key) =>
                new() { Host = "smtp-relay.brevo.com", Port = 465, Login = login, Password = key, SecureSocketOptions = SecureSocketOptions.SslOnConnect };
        }
        """);
}
