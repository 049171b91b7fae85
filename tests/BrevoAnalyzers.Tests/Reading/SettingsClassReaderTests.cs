using Xunit;

namespace BrevoAnalyzers.Tests.Reading;

/// <summary>Classes whose defaults are settings: reported once, in the class itself, whoever uses them.</summary>
public sealed class SettingsClassReaderTests
{
    private const string Mailer = """
        using MailKit.Net.Smtp;
        using MailKit.Security;
        using MimeKit;

        public sealed class Mailer
        {
            private readonly Microsoft.Extensions.Options.IOptions<MailOptions> _options;

            public Mailer(Microsoft.Extensions.Options.IOptions<MailOptions> options) => _options = options;

            public void Send(MimeMessage message)
            {
                using var client = new SmtpClient();
                client.Connect(_options.Value.Host, _options.Value.Port, SecureSocketOptions.StartTls);
                client.Authenticate(_options.Value.Login, _options.Value.Password);
                client.Send(message);
            }
        }
        """;

    private const string WrongPort = """
        public sealed class MailOptions
        {
            public string Host { get; set; } = "smtp-relay.brevo.com";
            public int Port { get; set; } = 25; // BREVO1001
            public string Login { get; set; } = "";
            public string Password { get; set; } = "";
        }
        """;

    [Fact]
    public void Initialisers() => Expect.Findings("""
        public class SmtpOptions
        {
            public string Host { get; set; } = "smtp-relay.brevo.com";
            public int Port { get; set; } = 26; // BREVO1001
            public string Login { get; set; } = "";
            public string SmtpKey { get; set; } = "AbCdEfGh12345678"; // BREVO2004
            public string From { get; set; } = "someone@gmail.com"; // BREVO3002
        }
        """);

    [Fact]
    public void Right_defaults() => Expect.Findings("""
        public class SmtpOptions
        {
            public string Host { get; set; } = "smtp-relay.brevo.com";
            public int Port { get; set; } = 587;
            public bool UseSsl { get; set; }
            public string Login { get; set; } = "";
            public string SmtpKey { get; set; } = "";
            public string From { get; set; } = "orders@shop.example";
        }
        """);

    [Fact]
    public void Defaults_of_another_host() => Expect.Findings("""
        // brevo
        public class SmtpOptions
        {
            public string Host { get; set; } = "localhost";
            public int Port { get; set; } = 25;
            public string User { get; set; } = "";
            public string Password { get; set; } = "AbCdEfGh12345678";
        }

        public class BrevoDevelopmentOptions
        {
            public string SmtpHost { get; set; } = "localhost";
            public int SmtpPort { get; set; } = 1025;
            public string SmtpUser { get; set; } = "";
            public string SmtpPassword { get; set; } = "AbCdEfGh12345678";
        }
        """);

    [Fact]
    public void Defaults_of_another_host_that_a_mailer_uses() => Expect.Findings(Mailer, """
        // brevo
        public sealed class MailOptions
        {
            public string Host { get; set; } = "localhost";
            public int Port { get; set; } = 1025;
            public string Login { get; set; } = "";
            public string Password { get; set; } = "";
        }
        """);

    [Fact]
    public void Defaults_of_a_class_named_after_Brevo_that_a_mailer_uses() => Expect.Findings("""
        public sealed class BrevoOptions
        {
            public string Host { get; set; } = "localhost";
            public int Port { get; set; } = 1025;
            public string Login { get; set; } = "";
            public string Password { get; set; } = "";
        }
        """, Mailer.Replace("MailOptions", "BrevoOptions"));

    [Fact]
    public void A_class_named_after_Brevo_without_a_host() => Expect.Findings("""
        // smtp
        public class BrevoOptions
        {
            public string Host { get; set; } = "";
            public int Port { get; set; } = 25; // BREVO1001
            public string Login { get; set; } = "";
            public string Password { get; set; } = "";
        }

        public class OtherOptions
        {
            public string Host { get; set; } = "";
            public int Port { get; set; } = 25;
            public string Login { get; set; } = "";
            public string Password { get; set; } = "";
        }
        """);

    [Fact]
    public void Positional_record() => Expect.Findings("""
        public record MailSettings(string Server = "smtp-relay.brevo.com", int Port = 25, string Login = "", string Password = ""); // BREVO1001

        public record RightSettings(string Server = "smtp-relay.brevo.com", int Port = 2525, string Login = "", string Password = "");
        """);

    [Fact]
    public void Constructor() => Expect.Findings("""
        public class SmtpSettings
        {
            public SmtpSettings()
            {
                Host = "smtp-relay.brevo.com";
                Port = 25; // BREVO1001
            }

            public string Host { get; set; }
            public int Port { get; set; }
            public string User { get; set; } = "";
            public string Password { get; set; } = "";
        }

        public class RightSettings
        {
            public RightSettings()
            {
                Host = "smtp-relay.brevo.com";
                Port = 587;
            }

            public string Host { get; set; }
            public int Port { get; set; } = 25;
            public string User { get; set; } = "";
            public string Password { get; set; } = "";
        }
        """);

    [Fact]
    public void Constants() => Expect.Findings("""
        public static class MailConstants
        {
            public const string SmtpHost = "smtp-relay.brevo.com";
            public const int SmtpPort = 25; // BREVO1001
            public const string SmtpUser = "shop@shop.example";
            public static readonly string SmtpPassword = "AbCdEfGh12345678"; // BREVO2004
        }

        public static class RightConstants
        {
            public const string SmtpHost = "smtp-relay.brevo.com";
            public const int SmtpPort = 587;
            public const int WebPort = 25;
            public const string SmtpUser = "shop@shop.example";
            public static string SmtpPassword => System.Environment.GetEnvironmentVariable("BREVO_SMTP_KEY")!;
        }
        """);

    [Fact]
    public void Computed_properties() => Expect.Findings("""
        public class SmtpSettings
        {
            public string Host => "smtp-relay.brevo.com";
            public int Port => 25; // BREVO1001
            public string User => "";
            public string Password => "";
        }
        """);

    [Fact]
    public void Host_and_port_of_a_web_server_beside_mail() => Expect.Findings("""
        public class AppSettings
        {
            public string Host { get; set; } = "0.0.0.0";
            public int Port { get; set; } = 8080;
            public string SmtpHost { get; set; } = "smtp-relay.brevo.com";
            public string SmtpUser { get; set; } = "";
            public string SmtpPassword { get; set; } = "";
        }
        """);

    [Fact]
    public void A_port_table_without_login_is_no_session() => Expect.Findings("""
        public class ProbeSettings
        {
            public string Host { get; set; } = "smtp-relay.brevo.com";
            public int Port { get; set; } = 25;
        }
        """);

    [Fact]
    public void Several_hosts_in_one_class() => Expect.Findings("""
        public static class Hosts
        {
            public const string BrevoHost = "smtp-relay.brevo.com";
            public const string SmtpHost = "smtp.example.org";
            public const int Port = 25;
            public const string User = "";
            public const string Password = "";
        }
        """);

    [Fact]
    public void One_report_for_a_default_that_another_file_uses() => Expect.Findings(Mailer, WrongPort);

    [Fact]
    public void One_report_for_a_default_that_the_same_file_uses() => Expect.Findings(Mailer + "\n" + WrongPort);

    [Fact]
    public void One_report_for_a_default_that_two_types_use() =>
        Expect.Findings(Mailer, WrongPort, Mailer.Replace("Mailer", "SecondMailer"));

    [Fact]
    public void One_report_for_a_default_of_a_nested_class() => Expect.Findings(Mailer[..Mailer.LastIndexOf('}')] + """
            public sealed class MailOptions
            {
                public string Host { get; set; } = "smtp-relay.brevo.com";
                public int Port { get; set; } = 25; // BREVO1001
                public string Login { get; set; } = "";
                public string Password { get; set; } = "";
            }
        }
        """.Replace("\n    ", "\n"), "");

    [Fact]
    public void One_report_for_defaults_that_an_object_is_made_of() => Expect.Findings(WrongPort, """
        // smtp
        static class Setup
        {
            public static MailOptions Make(string login) => new() { Login = login };
        }
        """);

    [Fact]
    public void A_default_that_is_wrong_only_for_the_host_of_the_use() => Expect.Findings("""
        public sealed class MailOptions
        {
            public string Host { get; set; } = "mail.example.org";
            public int Port { get; set; } = 25;
            public string Login { get; set; } = "";
            public string Password { get; set; } = "";
        }
        """, """
        static class Setup
        {
            public static MailOptions Make(string login) => new() { Host = "smtp-relay.brevo.com", Login = login }; // BREVO1001
        }
        """);

    [Fact]
    public void A_constant_that_is_wrong_only_for_the_host_of_the_use() => Expect.Findings("""
        public static class Ports
        {
            public const int Mail = 25;
        }
        """, """
        using MailKit.Net.Smtp;

        class Sender
        {
            void Send(string login, string key)
            {
                using var client = new SmtpClient();
                client.Connect("smtp-relay.brevo.com", Ports.Mail, MailKit.Security.SecureSocketOptions.StartTls); // BREVO1001
                client.Authenticate(login, key);
            }
        }
        """);

    [Fact]
    public void A_constant_in_the_same_file_stands_where_it_is_written() => Expect.Findings("""
        using MailKit.Net.Smtp;

        public static class Ports
        {
            public const int Mail = 25; // BREVO1001
        }

        class Sender
        {
            void Send(string login, string key)
            {
                using var client = new SmtpClient();
                client.Connect("smtp-relay.brevo.com", Ports.Mail, MailKit.Security.SecureSocketOptions.StartTls);
                client.Authenticate(login, key);
            }
        }
        """);

    [Fact]
    public void A_constant_that_two_types_of_the_file_use_stands_on_the_uses() => Expect.Findings("""
        using MailKit.Net.Smtp;

        public static class Ports
        {
            public const int Mail = 25;
        }

        class Sender
        {
            void Send(string login, string key)
            {
                using var client = new SmtpClient();
                client.Connect("smtp-relay.brevo.com", Ports.Mail, MailKit.Security.SecureSocketOptions.StartTls); // BREVO1001
                client.Authenticate(login, key);
            }
        }

        class Other
        {
            void Send(string login, string key)
            {
                using var client = new SmtpClient();
                client.Connect("smtp-relay.brevo.com", Ports.Mail, MailKit.Security.SecureSocketOptions.StartTls); // BREVO1001
                client.Authenticate(login, key);
            }
        }
        """);

    [Fact]
    public void One_report_for_the_login_as_sender_of_a_class() => Expect.Findings(Mailer.Replace("client.Send(message);", """
        message.From.Add(MailboxAddress.Parse(_options.Value.From));
                client.Send(message);
        """), """
        public sealed class MailOptions
        {
            public string Host { get; set; } = "smtp-relay.brevo.com";
            public int Port { get; set; } = 587;
            public string Login { get; set; } = "0a1b2c001@smtp-brevo.com";
            public string Password { get; set; } = "";
            public string From { get; set; } = "0a1b2c001@smtp-brevo.com"; // BREVO3001
        }
        """);

    [Fact]
    public void The_mode_that_does_not_fit_a_default_is_the_mailers_affair() => Expect.Findings(Mailer.Replace(
        "client.Connect(_options.Value.Host, _options.Value.Port, SecureSocketOptions.StartTls);",
        "client.Connect(_options.Value.Host, _options.Value.Port, SecureSocketOptions.StartTls); // BREVO1002"), """
        public sealed class MailOptions
        {
            public string Host { get; set; } = "smtp-relay.brevo.com";
            public int Port { get; set; } = 465;
            public string Login { get; set; } = "";
            public string Password { get; set; } = "";
        }
        """);

    [Theory]
    [InlineData("public SecureSocketOptions Tls => Port == 465 ? SecureSocketOptions.SslOnConnect : SecureSocketOptions.StartTls;")]
    [InlineData("public SecureSocketOptions SecureSocketOptions => Port is 465 ? SecureSocketOptions.SslOnConnect : SecureSocketOptions.StartTls;")]
    [InlineData("public SecureSocketOptions TlsMode { get { if (Port == 465) return SecureSocketOptions.SslOnConnect; return SecureSocketOptions.StartTls; } }")]
    [InlineData("public SecureSocketOptions Mode => Port switch { 465 => SecureSocketOptions.SslOnConnect, 25 => SecureSocketOptions.None, _ => SecureSocketOptions.StartTls };")]
    public void A_mode_that_the_class_chooses_by_its_port(string mode) => Expect.Findings(WithMode("465", mode));

    [Theory]
    [InlineData("public SecureSocketOptions Security => SecureSocketOptions.StartTls;")]
    [InlineData("public SecureSocketOptions Encryption { get; set; } = SecureSocketOptions.StartTls;")]
    public void A_mode_that_does_not_fit_whatever_its_name(string mode) => Expect.Findings(WithMode("465", mode).Replace("= 465;", "= 465; // BREVO1002"));

    private static string WithMode(string port, string mode) => $$"""
        using MailKit.Security;

        public sealed class MailOptions
        {
            public string Host { get; set; } = "smtp-relay.brevo.com";
            public int Port { get; set; } = {{port}};
            public string Login { get; set; } = "";
            public string Password { get; set; } = "";
            {{mode}}
        }
        """;
}
