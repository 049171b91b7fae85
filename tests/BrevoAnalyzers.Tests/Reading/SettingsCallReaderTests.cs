using System.Collections.Generic;
using System.IO;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace BrevoAnalyzers.Tests.Reading;

/// <summary>Helpers, constructors and a team's wrappers that take host and port as arguments.</summary>
public sealed class SettingsCallReaderTests
{
    private const string Mailer = """
        using MailKit.Net.Smtp;
        using MailKit.Security;

        public sealed class Mailer
        {
            private readonly string _server;
            private readonly int _p;

            public Mailer(string host, int port) { _server = host; _p = port; }

            public void Open(SmtpClient client) => client.Connect(_server, _p, SecureSocketOptions.StartTls);
        }
        """;

    [Fact]
    public void Constructor_of_a_mailer() => Expect.Findings(Mailer, """
        static class Setup
        {
            public static readonly Mailer Wrong = new("smtp-relay.brevo.com", 25); // BREVO1001
            public static readonly Mailer Right = new("smtp-relay.brevo.com", 587);
            public static readonly Mailer Other = new("mail.example.org", 25);
        }
        """);

    [Fact]
    public void Primary_constructor_and_named_arguments() => Expect.Findings("""
        public sealed class Relay(string login, string smtpKey, string server = "smtp-relay.brevo.com", int port = 587)
        {
            public override string ToString() => server + port + login + smtpKey.Length;
        }

        static class Setup
        {
            public static Relay Wrong(string key) => new("a@shop.example", key, port: 26); // BREVO1001
            public static Relay Secret() => new("a@shop.example", "AbCdEfGh12345678"); // BREVO2004
            public static Relay Right(string key) => new("a@shop.example", key);
            public static Relay Other() => new("a@shop.example", "AbCdEfGh12345678", "mail.example.org", 26);
        }
        """);

    [Fact]
    public void A_static_helper() => Expect.Findings("""
        public static class MailHelper
        {
            public static void Send(string smtpHost, int smtpPort, string user, string password, string from, string to) { }
        }

        static class Program2
        {
            static void Wrong(string user, string key) =>
                MailHelper.Send("smtp-relay.brevo.com", 25, user, key, "someone@gmail.com", "b@example.org"); // BREVO1001 BREVO3002

            static void Right(string user, string key) =>
                MailHelper.Send("smtp-relay.brevo.com", 465, user, key, "orders@shop.example", "someone@gmail.com");
        }
        """);

    [Fact]
    public void A_helper_of_the_type_is_read_once() => Expect.Findings("""
        using MailKit.Net.Smtp;
        using MailKit.Security;

        class Sender
        {
            void Wrong(string user, string key) => Send("smtp-relay.brevo.com", 25, user, key); // BREVO1001

            void Right(string user, string key) => Send("smtp-relay.brevo.com", 587, user, key);

            void Other(string user, string key) => Send("mail.example.org", 25, user, key);

            private void Send(string host, int port, string user, string password)
            {
                using var client = new SmtpClient();
                client.Connect(host, port, SecureSocketOptions.StartTls);
                client.Authenticate(user, password);
            }
        }
        """);

    [Fact]
    public void A_helper_in_a_nested_type_is_read_once() => Expect.Findings("""
        using MailKit.Net.Smtp;
        using MailKit.Security;

        class Sender
        {
            void Wrong(string user, string key) => Helper.Send("smtp-relay.brevo.com", 25, user, key); // BREVO1001

            static class Helper
            {
                public static void Send(string host, int port, string user, string password)
                {
                    using var client = new SmtpClient();
                    client.Connect(host, port, SecureSocketOptions.StartTls);
                    client.Authenticate(user, password);
                }
            }
        }
        """);

    [Fact]
    public void A_port_probe_is_no_session() => Expect.Findings("""
        // smtp
        public sealed class Probe
        {
            public Probe(string host, int port) { }

            public static bool IsOpen(string host, int port) => false;
        }

        static class Setup
        {
            public static readonly Probe Target = new("smtp-relay.brevo.com", 25);
            public static bool Open() => Probe.IsOpen("smtp-relay.brevo.com", 25);
        }
        """);

    [Fact]
    public void File_transfer_takes_the_same_arguments() => Expect.Findings("""
        // smtp
        public sealed class SftpClient(string host, int port, string userName, string password)
        {
            public override string ToString() => host + port + userName + password.Length;
        }

        static class Setup
        {
            public static readonly SftpClient Target = new("smtp-relay.brevo.com", 25, "shop", "AbCdEfGh12345678");
        }
        """);

    [Fact]
    public void A_bare_flag_says_nothing_without_its_reader() => Expect.Findings("""
        public static class MailHelper
        {
            public static void Send(string smtpHost, int smtpPort, bool useSsl, string user, string password) { }
        }

        static class Program2
        {
            static void Send(string user, string key)
            {
                MailHelper.Send("smtp-relay.brevo.com", 587, true, user, key);
                MailHelper.Send("smtp-relay.brevo.com", 587, false, user, key);
                MailHelper.Send("smtp-relay.brevo.com", 465, true, user, key);
            }
        }
        """);

    private const string Wrapper = """
        namespace MyCompany.Mail
        {
            public class Mailer
            {
                public Mailer() { }
                public Mailer(string host, int port, string login, string smtpKey) { }
                public void Open(string host, int port = 25) { }
                public void Attach(string host, int port) { }
                public class Pool { public static void Start(string server, int port) { } }
            }
        }

        namespace Elsewhere { public class Mailer { public void Open(string host, int port) { } } }
        """;

    private const string Calls = """
        class Orders
        {
            void Run(MyCompany.Mail.Mailer mailer, Elsewhere.Mailer other, string login, string key)
            {
                mailer.Open("smtp-relay.brevo.com", 26); // BREVO1001
                mailer.Open("smtp-relay.brevo.com", 587);
                mailer.Open("mail.example.org", 26);
                mailer.Attach("smtp-relay.brevo.com", 26);
                other.Open("smtp-relay.brevo.com", 26);
                MyCompany.Mail.Mailer.Pool.Start("smtp-relay.brevo.com", 26); // BREVO1001
                _ = new MyCompany.Mail.Mailer("smtp-relay.brevo.com", 587, login, "AbCdEfGh12345678"); // BREVO2004
                _ = new MyCompany.Mail.Mailer("smtp-relay.brevo.com", 465, login, key);
            }
        }
        """;

    [Fact]
    public void Wrappers_of_another_assembly() => Expect.Findings(
        WithWrapper(Calls),
        new Dictionary<string, string> { ["brevo_smtp_wrappers"] = "MyCompany.Mail.Mailer.Open, MyCompany.Mail.Mailer.Pool.Start, MyCompany.Mail.Mailer..ctor" },
        Calls);

    [Fact]
    public void A_type_name_alone_names_its_constructors() => Expect.Findings(
        WithWrapper(OnlyConstructor),
        new Dictionary<string, string> { ["brevo_smtp_wrappers"] = "MyCompany.Mail.Mailer" },
        OnlyConstructor);

    [Fact]
    public void Without_the_option_nothing_is_known_of_another_assembly()
    {
        var silent = Calls.Replace("// BREVO", "// ");
        Expect.Findings(WithWrapper(silent), null, silent);
    }

    private const string OnlyConstructor = """
        class Orders
        {
            void Run(MyCompany.Mail.Mailer mailer, string login, string key)
            {
                mailer.Open("smtp-relay.brevo.com", 26);
                _ = new MyCompany.Mail.Mailer("smtp-relay.brevo.com", 26, login, key); // BREVO1001
            }
        }
        """;

    private static CSharpCompilation WithWrapper(string source)
    {
        var wrapper = CSharpCompilation.Create("MyCompany.Mail", new[] { CSharpSyntaxTree.ParseText(Wrapper) }, LibraryReferences.WithoutSurfaces, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        using var image = new MemoryStream();
        Assert.True(wrapper.Emit(image).Success);
        return AnalyzerRun.Compile(source).AddReferences(MetadataReference.CreateFromImage(image.ToArray()));
    }

    [Fact]
    public void A_key_beside_host_and_login_is_the_password_and_a_base_class_connects_with_it() => Expect.Findings("""
        using MailKit.Net.Smtp;
        using MailKit.Security;
        using MimeKit;

        public abstract class MailerBase(string host, int port, string login, string key)
        {
            protected void Send(MimeMessage message)
            {
                using var client = new SmtpClient();
                client.ServerCertificateValidationCallback = (_, _, _, _) => true; // BREVO1007
                client.Connect(host, port, SecureSocketOptions.StartTls);
                client.Authenticate(login, key);
                client.Send(message);
            }
        }

        public sealed class Orders(string login) : MailerBase("smtp-relay.brevo.com", 587, login, "Rv5kTq0ZmWn3LxPd"); // BREVO2004
        """);

    [Fact]
    public void What_one_derived_type_hands_its_base_does_not_meet_what_another_states() => Expect.Findings("""
        using MailKit.Net.Smtp;
        using MailKit.Security;
        using MimeKit;

        public abstract class MailerBase(string host, int port, string login, string key)
        {
            protected virtual string From => "orders@shop.example";

            protected void Send(MimeMessage message)
            {
                using var client = new SmtpClient();
                client.Connect(host, port, SecureSocketOptions.StartTls);
                client.Authenticate(login, key);
                message.From.Add(new MailboxAddress("Shop", From));
                client.Send(message);
            }
        }

        public sealed class ByBrevo(string login, string key) : MailerBase("smtp-relay.brevo.com", 587, login, key);

        public sealed class ByHouse(string login, string key) : MailerBase("mail.house.example", 25, login, key)
        {
            protected override string From => "shop.house@gmail.com";
        }
        """);
}
