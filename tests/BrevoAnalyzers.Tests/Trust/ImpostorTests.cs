using System.Collections.Generic;
using System.Linq;
using BrevoAnalyzers.Tests.Docs;
using Xunit;

namespace BrevoAnalyzers.Tests.Trust;

/// <summary>
/// Types, methods and names that look like those of a mail library or of Brevo and are not. Every one holds the mistakes of all SMTP
/// rules, and none may be reported. (Full keys are left out: they count anywhere.)
/// </summary>
public sealed class ImpostorTests
{
    private const string OwnClient = """
        public enum SecureSocketOptions { None, Auto, SslOnConnect, StartTls, StartTlsWhenAvailable }

        public class SmtpClient : IDisposable
        {
            public SmtpClient() { }
            public SmtpClient(string host, int port = 25) { }
            public string? Host { get; set; }
            public int Port { get; set; }
            public bool EnableSsl { get; set; }
            public bool CheckCertificateRevocation { get; set; }
            public bool UseDefaultCredentials { get; set; }
            public object? Credentials { get; set; }
            public Func<object, object?, object?, int, bool>? ServerCertificateValidationCallback { get; set; }
            public void Connect(string host, int port, SecureSocketOptions options) { }
            public void Connect(string host, int port, bool useSsl) { }
            public void Authenticate(string userName, string password) { }
            public void Send(object message) { }
            public void Dispose() { }
        }

        public class MimeMessage { public List<MailboxAddress> From { get; } = new(); public MailboxAddress? Sender { get; set; } }

        public class MailMessage { public MailboxAddress? From { get; set; } }

        public record MailboxAddress(string Name, string Address);
        """;

    private const string Misuse = """
        var message = new MimeMessage();
        message.From.Add(new MailboxAddress("owner@gmail.com", "Shop"));
        message.From.Add(new MailboxAddress("Shop", "0a1b2c001@smtp-brevo.com"));
        message.Sender = new MailboxAddress("Shop", "owner@gmail.com");
        var client = new SmtpClient("smtp-relay.brevo.com", 25) { EnableSsl = false, UseDefaultCredentials = true, CheckCertificateRevocation = false };
        client.ServerCertificateValidationCallback = (a, b, c, d) => true;
        client.Connect("smtp.brevo.com", 465, SecureSocketOptions.None);
        client.Connect("smtp-relay.sendinblue.com", 587, true);
        client.Authenticate("apikey", "Qm7LxB2vNc9RtY4k");
        client.Send(message);
        """;

    public static TheoryData<string, string> Sources => new()
    {
        { "own types in the global namespace", $"{OwnClient}\npublic class Mailer {{ public void Run() {{ {Misuse} }} }}" },
        { "own types in a namespace of the project", $"namespace Shop.Mail {{ {OwnClient} public class Mailer {{ public void Run() {{ {Misuse} }} }} }}" },
        { "own types in a namespace that ends like MailKit's", $"namespace Shop.MailKit.Net.Smtp {{ {OwnClient} public class Mailer {{ public void Run() {{ {Misuse} }} }} }}" },
        { "own types in a namespace that ends like System.Net.Mail", $"namespace Shop.System.Net.Mail {{ {OwnClient.Replace("IDisposable", "global::System.IDisposable").Replace("Func<", "global::System.Func<").Replace("List<", "global::System.Collections.Generic.List<")} public class Mailer {{ public void Run() {{ {Misuse} }} }} }}" },
        { "own types hide MailKit's", $"using MailKit;\nnamespace Shop {{ using MailKit.Net.Smtp; using MimeKit; {OwnClient} public class Mailer {{ public void Run() {{ {Misuse} }} }} }}" },
        { "nested types", $"public class Mailer {{ {OwnClient} public void Run() {{ {Misuse} }} }}" },
        { "an alias called SmtpClient", $"using SmtpClient = Shop.Sender;\nnamespace Shop {{ {OwnClient.Replace("class SmtpClient", "class Sender").Replace("public SmtpClient(", "public Sender(")} }}\nnamespace App {{ using Shop; using SmtpClient = Shop.Sender; public class Mailer {{ public void Run() {{ {Misuse} }} }} }}" },
        { "a generic type of the name", """
            public class SmtpClient<T> { public void Connect(string host, int port, bool useSsl) { } public void Authenticate(string userName, string password) { } public void Send(T message) { } }
            public class Mailer { public void Run(SmtpClient<string> client) { client.Connect("smtp-relay.brevo.com", 25, true); client.Authenticate("apikey", "Qm7LxB2vNc9RtY4k"); client.Send(""); } }
            """ },
        { "extension methods on other types", """
            public static class Extensions { public static void Connect(this object o, string host, int port, bool useSsl) { } public static void Authenticate(this object o, string userName, string password) { } }
            public class Mailer { public void Run(Uri smtpClient) { smtpClient.Connect("smtp-relay.brevo.com", 25, true); smtpClient.Authenticate("apikey", "Qm7LxB2vNc9RtY4k"); } }
            """ },
        { "extension methods of another meaning on the real client", """
            using MailKit.Net.Smtp;
            public static class Extensions { public static void Connect(this SmtpClient client, string title, int size, string purpose) { } public static void Authenticate(this SmtpClient client, string first, string second, string purpose) { } }
            public class Mailer { public void Run(SmtpClient client) { client.Connect("smtp-relay.brevo.com", 25, ""); client.Authenticate("apikey", "Qm7LxB2vNc9RtY4k", ""); } }
            """ },
        { "methods called Connect and Send on a class of the project", """
            public class Mailer
            {
                private void Connect(string host, int port, bool useSsl) { }
                private void Authenticate(string userName, string password) { }
                public void Send() { Connect("smtp-relay.brevo.com", 25, true); Authenticate("apikey", "Qm7LxB2vNc9RtY4k"); }
            }
            """ },
        { "locals and parameters called like types", """
            public class Mailer
            {
                public void Run(dynamic SmtpClient, dynamic MimeMessage)
                {
                    SmtpClient.Connect("smtp-relay.brevo.com", 25, true);
                    SmtpClient.Authenticate("apikey", "Qm7LxB2vNc9RtY4k");
                    MimeMessage.From = "0a1b2c001@smtp-brevo.com";
                }
            }
            """ },
        { "IMAP and POP3 clients", """
            using MailKit.Net.Imap; using MailKit.Net.Pop3; using MailKit.Security;
            public class Brevo
            {
                public void Smtp(ImapClient imap, Pop3Client pop)
                {
                    imap.Connect("imap.brevo.com", 25, SecureSocketOptions.None); imap.Authenticate("apikey", "Qm7LxB2vNc9RtY4k");
                    pop.Connect("smtp-relay.brevo.com", 25, true); pop.Authenticate("apikey", "Qm7LxB2vNc9RtY4k");
                }
            }
            """ },
        { "sockets and TLS streams", """
            using System.Net.Sockets; using System.Net.Security;
            public class BrevoSmtpProbe
            {
                public void Run(TcpClient client, SslStream tls) { client.Connect("smtp-relay.brevo.com", 25); tls.AuthenticateAsClient("smtp-relay.brevo.com"); }
            }
            """ },
        { "SSH and FTP look-alikes", """
            public class SftpClient(string host, int port, string userName, string password) { public void Connect() { } }
            public class Brevo { public void Smtp() => new SftpClient("files.brevo.com", 25, "apikey", "Qm7LxB2vNc9RtY4k").Connect(); }
            public class SmtpPortProbe(string host, int port) { public bool Answers() => true; }
            public class Health { public bool Mail() => new SmtpPortProbe("smtp-relay.brevo.com", 25).Answers(); }
            """ },
        { "settings that nobody reads", """
            public class BrevoSmtpEndpoint { public string Address { get; set; } = "smtp-relay.brevo.com"; public int Number { get; set; } = 25; }
            """ },
        { "names in text, comments and nameof", """
            using System.Net.Mail;
            /// <summary>Connect("smtp-relay.brevo.com", 25, SecureSocketOptions.None), Authenticate("apikey", "Qm7LxB2vNc9RtY4k").</summary>
            public class Help { public string Text(SmtpClient? c) => "new SmtpClient(\"smtp-relay.brevo.com\", 25) { EnableSsl = false }" + nameof(SmtpClient.EnableSsl); }
            """ },
        { "a network credential for something else", """
            using System.Net;
            // Not for smtp-relay.brevo.com
            public class Proxy { public WebProxy Make() => new("http://proxy.intern:25") { Credentials = new NetworkCredential("apikey", "Qm7LxB2vNc9RtY4k") }; }
            """ },
    };

    public static IEnumerable<object[]> OtherProviders() => new[]
    {
        "smtp.gmail.com", "smtp.office365.com", "smtp.sendgrid.net", "smtp.mailgun.org", "in-v3.mailjet.com", "smtp.postmarkapp.com", "email-smtp.eu-west-1.amazonaws.com",
        "smtp.resend.com", "sandbox.smtp.mailtrap.io", "smtp-relay.gmail.com", "smtp-relay.bravo.com", "localhost", "127.0.0.1", "::1", "mailhog", "smtp4dev",
    }.Select(host => new object[] { host });

    [Theory]
    [MemberData(nameof(Sources))]
    public void Nothing_is_said_of(string what, string source)
    {
        Assert.NotEmpty(what);
        Verify.Exactly(KeyTokens.Expand(source));
    }

    /// <summary>The same mistakes with another provider's host, beside a Brevo client that is right.</summary>
    [Theory]
    [MemberData(nameof(OtherProviders))]
    public void Nothing_is_said_of_the_same_code_for_another_provider(string host) => Verify.Exactly(MailCodeSamples.MailKitUsings + $$"""
        public class Mailer(IConfiguration configuration)
        {
            private const string BrevoPassword = "Qm7LxB2vNc9RtY4k";

            public void Other()
            {
                var message = new MimeMessage();
                message.From.Add(new MailboxAddress("owner@gmail.com", "Shop"));
                message.From.Add(new MailboxAddress("Shop", "owner@gmail.com"));
                using var client = new SmtpClient { ServerCertificateValidationCallback = (s, c, h, e) => true };
                client.Connect("{{host}}", 25, SecureSocketOptions.None);
                client.Authenticate("apikey", BrevoPassword);
                Console.WriteLine(BrevoPassword);
                client.Send(message);
            }

            public void OtherToo(System.Net.Mail.MailMessage message)
            {
                message.From = new System.Net.Mail.MailAddress("owner@gmail.com");
                using var client = new System.Net.Mail.SmtpClient("{{host}}", 465) { UseDefaultCredentials = true, Credentials = new NetworkCredential("apikey", BrevoPassword) };
                client.Send(message);
            }

            public void Brevo(MimeMessage message)
            {
                using var client = new SmtpClient();
                client.Connect("smtp-relay.brevo.com", 587, SecureSocketOptions.StartTls);
                client.Authenticate(configuration["Brevo:Login"], configuration["Brevo:SmtpKey"]);
                client.Send(message);
            }
        }
        """);
}
