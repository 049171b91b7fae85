using Xunit;

namespace BrevoAnalyzers.Tests.Reading;

/// <summary>A mailer that connects to whatever it is told: whether port and TLS mode fit shows where it is told.</summary>
public sealed class CalledSessionTests
{
    private const string MailKitMailer = """
        using MailKit.Net.Smtp;
        using MailKit.Security;
        using MimeKit;

        internal sealed class Mailer(string host, int port, string login, string key)
        {
            public async System.Threading.Tasks.Task SendAsync(MimeMessage message)
            {
                using var client = new SmtpClient();
                await client.ConnectAsync(host, port, SecureSocketOptions.StartTls);
                await client.AuthenticateAsync(login, key);
                await client.SendAsync(message);
                await client.DisconnectAsync(true);
            }
        }
        """;

    private const string SystemNetMailHelper = """
        using System.Net;
        using System.Net.Mail;

        public static class MailHelper
        {
            public static void Send(string smtpHost, int smtpPort, string user, string password, MailMessage mail)
            {
                using var client = new SmtpClient(smtpHost, smtpPort) { EnableSsl = true, Credentials = new NetworkCredential(user, password) };
                client.Send(mail);
            }

            public static void SendPlain(string smtpHost, int smtpPort, string user, string password, MailMessage mail)
            {
                using var client = new SmtpClient(smtpHost, smtpPort) { Credentials = new NetworkCredential(user, password) };
                client.Send(mail);
            }
        }
        """;

    [Fact]
    public void Primary_constructor_of_a_mailer_with_a_fixed_mode() => Expect.Findings(MailKitMailer, """
        static class Setup
        {
            public static object Wrong(string login, string key) => new Mailer("smtp-relay.brevo.com", 465, login, key); // BREVO1002
            public static object Right(string login, string key) => new Mailer("smtp-relay.brevo.com", 587, login, key);
            public static object Other(string login, string key) => new Mailer("mail.example.org", 465, login, key);
            public static object Open(string host, string login, string key) => new Mailer(host, 465, login, key);
        }
        """);

    [Fact]
    public void The_cure_is_one_that_the_caller_can_apply()
    {
        var compilation = AnalyzerRun.Compile(MailKitMailer, "static class Setup { public static object Make(string login, string key) => new Mailer(\"smtp-relay.brevo.com\", 465, login, key); }");
        Assert.EndsWith("Use port 587.", Assert.Single(AnalyzerRun.Findings(compilation)).GetMessage(System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public void Fields_that_the_constructor_sets() => Expect.Findings("""
        using MailKit.Net.Smtp;
        using MailKit.Security;

        public class Mailer
        {
            private readonly string _server;
            private readonly int _number;

            public Mailer(string host, int port)
            {
                _server = host;
                _number = port;
            }

            public void Open(SmtpClient client) => client.Connect(_server, _number, SecureSocketOptions.SslOnConnect);
        }
        """, """
        static class Setup
        {
            public static readonly Mailer Wrong = new("smtp-relay.brevo.com", 2525); // BREVO1002
            public static readonly Mailer Right = new("smtp-relay.brevo.com", 465);
        }
        """);

    [Fact]
    public void Base_classes_that_connect() => Expect.Findings("""
        using System.Net;
        using System.Net.Mail;

        public abstract class MailerBase
        {
            private readonly string _host;
            private readonly int _port;

            protected MailerBase(string host, int port)
            {
                _host = host;
                _port = port;
            }

            protected abstract NetworkCredential Credentials();

            protected void Deliver(MailMessage mail)
            {
                using var client = new SmtpClient(_host, _port) { EnableSsl = true, Credentials = Credentials() };
                client.Send(mail);
            }
        }
        """, """
        using System.Net;

        public sealed class PayslipMailer(string user, string password) : MailerBase("smtp-relay.brevo.com", 465) // BREVO1002
        {
            protected override NetworkCredential Credentials() => new(user, password);
        }

        public sealed class OrderMailer : MailerBase
        {
            private readonly NetworkCredential _credentials;

            public OrderMailer(NetworkCredential credentials)
                : base("smtp-relay.brevo.com", 26) => _credentials = credentials; // BREVO1001

            protected override NetworkCredential Credentials() => _credentials;
        }

        public sealed class LocalMailer() : MailerBase("localhost", 1025)
        {
            protected override NetworkCredential Credentials() => new("a", "b");
        }

        public sealed class RightMailer() : MailerBase("smtp-relay.brevo.com", 587)
        {
            protected override NetworkCredential Credentials() => new("a@shop.example", System.Environment.GetEnvironmentVariable("BREVO_SMTP_KEY"));
        }
        """);

    [Fact]
    public void Static_helpers_of_System_Net_Mail() => Expect.Findings(SystemNetMailHelper, """
        using System.Net.Mail;

        static class Setup
        {
            public static void Go(string user, string password, MailMessage mail)
            {
                MailHelper.Send("smtp-relay.brevo.com", 465, user, password, mail); // BREVO1002
                MailHelper.Send("smtp-relay.brevo.com", 587, user, password, mail);
                MailHelper.Send("mail.example.org", 465, user, password, mail);
                MailHelper.SendPlain("smtp-relay.brevo.com", 587, user, password, mail); // BREVO1003
                MailHelper.SendPlain("localhost", 1025, user, password, mail);
            }
        }
        """);

    [Fact]
    public void A_mode_that_follows_the_port_or_is_another_argument_is_right() => Expect.Findings("""
        using MailKit.Net.Smtp;
        using MailKit.Security;

        public static class MailHelper
        {
            public static void ByPort(SmtpClient client, string host, int port, string user, string password)
            {
                client.Connect(host, port, port == 465 ? SecureSocketOptions.SslOnConnect : SecureSocketOptions.StartTls);
                client.Authenticate(user, password);
            }

            public static void ByFlag(SmtpClient client, string host, int port, bool ssl, string user, string password)
            {
                client.Connect(host, port, ssl ? SecureSocketOptions.SslOnConnect : SecureSocketOptions.StartTls);
                client.Authenticate(user, password);
            }

            public static void Auto(SmtpClient client, string host, int port, string user, string password)
            {
                client.Connect(host, port, SecureSocketOptions.Auto);
                client.Authenticate(user, password);
            }

            public static void Moved(SmtpClient client, string host, int port, string user, string password)
            {
                client.Connect(host, port == 465 ? 587 : port, SecureSocketOptions.StartTls);
                client.Authenticate(user, password);
            }

            public static void Elsewhere(SmtpClient client, string host, int port, string user, string password)
            {
                if (host.Length == 0)
                    throw new System.ArgumentException("A host is needed.", nameof(host));
                if (port == 465)
                {
                    Sockets.Open(client, host);
                    return;
                }

                client.Connect(host, port, SecureSocketOptions.StartTls);
                client.Authenticate(user, password);
            }

            public static void Twice(SmtpClient client, string host, int port, string user, string password)
            {
                try
                {
                    client.Connect(host, port, SecureSocketOptions.StartTls);
                }
                catch (SslHandshakeException)
                {
                    client.Connect(host, port, SecureSocketOptions.SslOnConnect);
                }

                client.Authenticate(user, password);
            }
        }

        public static class Sockets
        {
            public static void Open(SmtpClient client, string host) { }
        }
        """, """
        using MailKit.Net.Smtp;

        static class Setup
        {
            public static void Go(SmtpClient client, string user, string password)
            {
                MailHelper.Elsewhere(client, "smtp-relay.brevo.com", 465, user, password);
                MailHelper.ByPort(client, "smtp-relay.brevo.com", 465, user, password);
                MailHelper.ByFlag(client, "smtp-relay.brevo.com", 465, true, user, password);
                MailHelper.Auto(client, "smtp-relay.brevo.com", 465, user, password);
                MailHelper.Moved(client, "smtp-relay.brevo.com", 465, user, password);
                MailHelper.Twice(client, "smtp-relay.brevo.com", 465, user, password);
            }
        }
        """);

    [Fact]
    public void A_mailer_that_may_be_replaced_is_read_as_it_is_written() => Expect.Findings("""
        using MailKit.Net.Smtp;
        using MailKit.Security;

        public class Mailer
        {
            protected virtual void Open(SmtpClient client, string host, int port) { }

            public void Send(SmtpClient client, string host, int port, string login, string key) => Open(client, host, port);
        }

        public class TlsMailer : Mailer
        {
            protected override void Open(SmtpClient client, string host, int port) => client.Connect(host, port, SecureSocketOptions.SslOnConnect);
        }
        """, """
        using MailKit.Net.Smtp;

        static class Setup
        {
            public static void Go(Mailer mailer, SmtpClient client, string login, string key) => mailer.Send(client, "smtp-relay.brevo.com", 587, login, key);
        }
        """);
}
