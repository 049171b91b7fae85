using Xunit;

namespace BrevoAnalyzers.Tests.Reading;

/// <summary>Clients made in one method and set up in another, and several sessions in one type, kept apart.</summary>
public sealed class SeveralSessionsTests
{
    private const string MailKitUsings = """
        using MailKit.Net.Smtp;
        using MailKit.Security;
        using MimeKit;

        """;

    private const string SystemUsings = """
        using System.Net;
        using System.Net.Mail;

        """;

    [Fact]
    public void MailKit_made_connected_and_used_in_three_methods() => Expect.Findings(MailKitUsings + """
        class Mailer
        {
            private readonly SmtpClient _client = new();

            public void Send(MimeMessage message)
            {
                Connect();
                LogIn();
                _client.Send(message);
            }

            private void Connect() => _client.Connect("smtp-relay.brevo.com", 25, SecureSocketOptions.StartTls); // BREVO1001

            private void LogIn() => _client.Authenticate("a@shop.example", "AbCdEfGh12345678"); // BREVO2004
        }
        """);

    [Fact]
    public void MailKit_client_that_a_helper_connects() => Expect.Findings(MailKitUsings + """
        class Mailer
        {
            public void Send(MimeMessage message, string login, string key)
            {
                using var client = Open();
                client.Authenticate(login, key);
                client.Send(message);
            }

            private static SmtpClient Open()
            {
                var client = new SmtpClient();
                client.Connect("smtp-relay.brevo.com", 465, SecureSocketOptions.StartTls); // BREVO1002
                return client;
            }
        }

        class RightMailer
        {
            public void Send(MimeMessage message, string login, string key)
            {
                using var client = Open();
                client.Authenticate(login, key);
                client.Send(message);
            }

            private static SmtpClient Open()
            {
                var client = new SmtpClient();
                client.Connect("smtp-relay.brevo.com", 465, SecureSocketOptions.SslOnConnect);
                return client;
            }
        }
        """);

    [Fact]
    public void MailKit_beside_another_provider() => Expect.Findings(MailKitUsings + """
        class Mailer
        {
            public void ByGmail(MimeMessage message)
            {
                using var client = new SmtpClient();
                client.Connect("smtp.gmail.com", 25, SecureSocketOptions.None);
                client.Authenticate("someone@gmail.com", "AbCdEfGh12345678");
                message.From.Add(MailboxAddress.Parse("someone@gmail.com"));
                client.Send(message);
            }

            public void ByBrevo(MimeMessage message, string login, string key)
            {
                using var client = new SmtpClient();
                client.Connect("smtp-relay.brevo.com", 26, SecureSocketOptions.StartTls); // BREVO1001
                client.Authenticate(login, key);
                client.Send(message);
            }
        }
        """);

    [Fact]
    public void MailKit_fallback_on_one_client() => Expect.Findings(MailKitUsings + """
        class Mailer
        {
            public void Send(MimeMessage message, string login, string key)
            {
                using var client = new SmtpClient();
                try
                {
                    client.Connect("smtp-relay.brevo.com", 587, SecureSocketOptions.StartTls);
                    client.Authenticate(login, key);
                }
                catch (SmtpProtocolException)
                {
                    client.Connect("mail.example.org", 25, SecureSocketOptions.None);
                    client.Authenticate("shop", "AbCdEfGh12345678");
                }

                client.Send(message);
            }
        }
        """);

    [Fact]
    public void MailKit_table_of_providers() => Expect.Findings(MailKitUsings + """
        class Mailer
        {
            private static readonly (string Host, int Port, SecureSocketOptions Mode)[] Providers =
            {
                ("smtp-relay.brevo.com", 465, SecureSocketOptions.SslOnConnect),
                ("smtp-relay.brevo.com", 25, SecureSocketOptions.StartTls), // BREVO1001
                ("mail.example.org", 25, SecureSocketOptions.None),
            };

            public void Send(MimeMessage message, string login, string key)
            {
                foreach (var provider in Providers)
                {
                    using var client = new SmtpClient();
                    client.Connect(provider.Host, provider.Port, provider.Mode);
                    client.Authenticate(login, key);
                    client.Send(message);
                }
            }
        }
        """);

    [Fact]
    public void SystemNetMail_made_in_one_method_and_set_up_in_another() => Expect.Findings(SystemUsings + """
        class Mailer
        {
            public void Send(MailMessage message, string login, string key)
            {
                using var client = Make();
                Prepare(client, login, key);
                client.Send(message);
            }

            private static SmtpClient Make() => new("smtp-relay.brevo.com", 25); // BREVO1001

            private static void Prepare(SmtpClient client, string login, string key)
            {
                client.EnableSsl = true;
                client.Credentials = new NetworkCredential(login, key);
            }
        }

        class RightMailer
        {
            public void Send(MailMessage message, string login, string key)
            {
                using var client = Make();
                Prepare(client, login, key);
                client.Send(message);
            }

            private static SmtpClient Make() => new("smtp-relay.brevo.com");

            private static void Prepare(SmtpClient client, string login, string key)
            {
                client.Port = 587;
                client.EnableSsl = true;
                client.Credentials = new NetworkCredential(login, key);
            }
        }
        """);

    [Fact]
    public void SystemNetMail_field_that_the_constructor_sets_up() => Expect.Findings(SystemUsings + """
        class Mailer
        {
            private readonly SmtpClient _client = new("smtp-relay.brevo.com", 587);

            public Mailer(string login, string key)
            {
                _client.EnableSsl = false; // BREVO1003
                _client.Credentials = new NetworkCredential(login, key);
            }

            public void Send(MailMessage message) => _client.Send(message);
        }

        class RightMailer
        {
            private readonly SmtpClient _client = new("smtp-relay.brevo.com", 587);

            public RightMailer(string login, string key)
            {
                _client.EnableSsl = true;
                _client.Credentials = new NetworkCredential(login, key);
            }

            public void Send(MailMessage message) => _client.Send(message);
        }
        """);

    [Fact]
    public void SystemNetMail_beside_another_provider() => Expect.Findings(SystemUsings + """
        class Mailer
        {
            private readonly SmtpClient _brevo;
            private readonly SmtpClient _local;

            public Mailer(string login, string key)
            {
                _brevo = new SmtpClient("smtp-relay.brevo.com", 587) { EnableSsl = true, Credentials = new NetworkCredential(login, key) };
                _local = new SmtpClient("mail.example.org", 25) { Credentials = new NetworkCredential("shop", "AbCdEfGh12345678") };
            }

            public void Send(MailMessage message)
            {
                try
                {
                    _brevo.Send(message);
                }
                catch (SmtpException)
                {
                    _local.Send(message);
                }
            }
        }
        """);

    [Fact]
    public void SystemNetMail_fallback_that_is_wrong_for_Brevo() => Expect.Findings(SystemUsings + """
        class Mailer
        {
            public void Send(MailMessage message, string login, string key)
            {
                using var local = new SmtpClient("mail.example.org", 25);
                try
                {
                    local.Send(message);
                }
                catch (SmtpException)
                {
                    using var brevo = new SmtpClient("smtp-relay.brevo.com", 465) // BREVO1002
                    {
                        EnableSsl = true,
                        Credentials = new NetworkCredential(login, key),
                    };
                    brevo.Send(message);
                }
            }
        }
        """);

    [Fact]
    public void Parts_of_one_type() => Expect.Findings(MailKitUsings + """
        partial class Mailer
        {
            public void Send(MimeMessage message, string login, string key)
            {
                using var client = new SmtpClient();
                client.Connect(Host, Port, SecureSocketOptions.StartTls);
                client.Authenticate(login, key);
                client.Send(message);
            }
        }
        """, """
        partial class Mailer
        {
            private const string Host = "smtp-relay.brevo.com";
            private const int Port = 25; // BREVO1001
        }
        """);

    [Fact]
    public void Near_miss_members_that_the_methods_of_a_builder_set_together() => Expect.Findings("""
        using MailKit.Net.Smtp;
        using MailKit.Security;

        class ClientBuilder
        {
            private string _host = "localhost";
            private int _port = 25;
            private SecureSocketOptions _tls = SecureSocketOptions.None;
            private string? _login, _key;

            public ClientBuilder UseBrevo(string login, string key)
            {
                _host = "smtp-relay.brevo.com";
                _port = 587;
                _tls = SecureSocketOptions.StartTls;
                (_login, _key) = (login, key);
                return this;
            }

            public ClientBuilder UseMailHog()
            {
                (_host, _port, _tls) = ("localhost", 1025, SecureSocketOptions.None);
                return this;
            }

            public ClientBuilder OnPort(int port)
            {
                _port = port;
                if (port == 465)
                    _tls = SecureSocketOptions.SslOnConnect;
                return this;
            }

            public SmtpClient Build()
            {
                var client = new SmtpClient();
                client.Connect(_host, _port, _tls);
                if (_login != null)
                    client.Authenticate(_login, _key);
                return client;
            }
        }
        """);

    [Fact]
    public void Members_that_one_method_sets_meet_each_other_and_those_that_none_sets_with_them() => Expect.Findings("""
        using MailKit.Net.Smtp;
        using MailKit.Security;

        class ClientBuilder
        {
            private string _host = "localhost";
            private int _port = 1025;
            private SecureSocketOptions _tls = SecureSocketOptions.StartTls;

            public void UseBrevo()
            {
                _host = "smtp-relay.brevo.com";
                _port = 465; // BREVO1002
            }

            public void UseLocal() => (_host, _port) = ("localhost", 25);

            public SmtpClient Build(string login, string key)
            {
                var client = new SmtpClient();
                client.Connect(_host, _port, _tls);
                client.Authenticate(login, key);
                return client;
            }
        }

        class Mailer
        {
            private string _host = "";
            private int _port;

            public Mailer() => Load();

            private void Load()
            {
                _host = "smtp-relay.brevo.com";
                SetPort();
            }

            private void SetPort() => _port = 25; // BREVO1001

            public void Open(SmtpClient client, string login, string key)
            {
                client.Connect(_host, _port, SecureSocketOptions.StartTls);
                client.Authenticate(login, key);
            }
        }
        """);

    [Fact]
    public void Members_that_the_branches_of_a_method_set_together() => Expect.Findings("""
        using System.Net;
        using System.Net.Mail;

        class Wizard
        {
            public string Host { get; private set; } = "localhost";
            public int Port { get; private set; } = 25;
            public bool Ssl { get; private set; }

            public void ApplyPreset(string name)
            {
                switch (name)
                {
                    case "Brevo": Host = "smtp-relay.brevo.com"; Port = 587; Ssl = true; break;
                    case "Old": Host = "smtp-relay.brevo.com"; Port = 2526; Ssl = true; break; // BREVO1001
                    case "Gmail": Host = "smtp.gmail.com"; Port = 465; Ssl = true; break;
                    default: Host = "localhost"; Port = 25; Ssl = false; break;
                }
            }

            public void Reset() => (Host, Port, Ssl) = ("localhost", 25, false);

            public void Test(MailMessage message, NetworkCredential login)
            {
                using var client = new SmtpClient(Host, Port) { EnableSsl = Ssl, Credentials = login };
                client.Send(message);
            }
        }
        """);

    [Fact]
    public void Near_miss_a_default_host_beside_a_port_that_a_caller_sets_with_another_host() => Expect.Findings("""
        using System.Net;
        using System.Net.Mail;

        class Configurable
        {
            private string _host = "smtp-relay.brevo.com";
            private int _port = 587;
            private bool _ssl = true;

            public Configurable With(string host)
            {
                _host = host;
                return this;
            }

            public Configurable With(int port, bool ssl)
            {
                _port = port;
                _ssl = ssl;
                return this;
            }

            public void Send(MailMessage message, NetworkCredential login)
            {
                using var client = new SmtpClient(_host, _port) { EnableSsl = _ssl, Credentials = login };
                client.Send(message);
            }

            public static void SendHere(MailMessage message, NetworkCredential login) => new Configurable().With("localhost").With(25, false).Send(message, login);
        }
        """);

    [Fact]
    public void Near_miss_defaults_of_a_base_class_that_a_derived_one_sets_anew() => Expect.Findings("""
        using System.Net;
        using System.Net.Mail;

        class BaseMailer
        {
            protected string Host = "localhost";
            protected int Port = 25;
        }

        class BrevoMailer : BaseMailer
        {
            public void Configure()
            {
                Host = "smtp-relay.brevo.com";
                Port = 587;
            }

            public void Send(MailMessage message, NetworkCredential login)
            {
                using var client = new SmtpClient(Host, Port) { EnableSsl = true, Credentials = login };
                client.Send(message);
            }
        }
        """);

    [Fact]
    public void Known_miss_a_port_that_a_method_sets_beside_a_default_host_that_another_can_replace() => Expect.Findings("""
        using System.Net;
        using System.Net.Mail;

        class Configurable
        {
            private string _host = "smtp-relay.brevo.com";
            private int _port = 587;

            public void UseHost(string host) => _host = host;

            public void UseOldPort() => _port = 25;

            public void Send(MailMessage message, NetworkCredential login)
            {
                using var client = new SmtpClient(_host, _port) { EnableSsl = true, Credentials = login };
                client.Send(message);
            }
        }
        """);
}
