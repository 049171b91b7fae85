using System.IO;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace BrevoAnalyzers.Tests.Reading;

/// <summary>
/// Most calls and creations are left unread by their names alone: whatever name a settings class or a helper goes by in a file, it must
/// still be recognised there.
/// </summary>
public sealed class SettingsNamesTests
{
    private const string Settings = """
        namespace Shop.Mail;

        public class SmtpSettings
        {
            public string Host { get; set; } = "";
            public int Port { get; set; }
            public string User { get; set; } = "";
            public string Password { get; set; } = "";
        }
        """;

    private const string Helper = """
        namespace Shop.Mail;

        public static class MailHelper
        {
            public static void Send(string smtpHost, int smtpPort, string user, string password, string to) { }
        }

        public sealed class MailClient(string host, int port, string user, string password)
        {
            public override string ToString() => host + port + user + password.Length;
        }
        """;

    [Fact]
    public void Settings_by_another_name() => Expect.Findings(Settings, """
        using Relay = Shop.Mail.SmtpSettings;

        static class Setup
        {
            public static object Make(string user, string password) =>
                new Relay { Host = "smtp-relay.brevo.com", Port = 25, User = user, Password = password }; // BREVO1001
        }
        """);

    [Fact]
    public void Settings_by_a_name_that_another_file_gives_them() => Expect.Findings(Settings, "global using Relay = Shop.Mail.SmtpSettings;", """
        static class Setup
        {
            public static object Make(string user, string password)
            {
                var relay = new Relay();
                relay.Host = "smtp-relay.brevo.com";
                relay.Port = 25; // BREVO1001
                relay.User = user;
                relay.Password = password;
                return relay;
            }
        }
        """);

    [Fact]
    public void Settings_in_the_base_class_and_the_rest_in_the_derived_one() => Expect.Findings("""
        public class Server
        {
            public string Host { get; set; } = "";
            public int Port { get; set; }
        }

        public sealed class SmtpServer : Server
        {
            public string User { get; set; } = "";
            public string Password { get; set; } = "";
        }
        """, """
        static class Setup
        {
            public static Server Wrong(string user, string password) =>
                new SmtpServer { Host = "smtp-relay.brevo.com", Port = 25, User = user, Password = password }; // BREVO1001

            public static Server Probe() => new() { Host = "smtp-relay.brevo.com", Port = 25 };
        }
        """);

    [Fact]
    public void Parts_of_a_settings_class_in_two_files() => Expect.Findings(
        "public partial class MailOptions { public string Host { get; set; } = \"\"; public int Port { get; set; } }",
        "public partial class MailOptions { public string Login { get; set; } = \"\"; public string Key { get; set; } = \"\"; }",
        """
        static class Setup
        {
            public static MailOptions Make(string login, string key) => new() { Host = "smtp-relay.brevo.com", Port = 25, Login = login, Key = key }; // BREVO1001
        }
        """);

    [Fact]
    public void A_class_of_the_same_name_without_settings_hides_nothing() => Expect.Findings(Settings, "namespace Shop.Files { public sealed class SmtpSettings { public string Folder { get; set; } = \"\"; } }", """
        static class Setup
        {
            public static object Make(string user, string password) =>
                new Shop.Mail.SmtpSettings { Host = "smtp-relay.brevo.com", Port = 25, User = user, Password = password }; // BREVO1001
        }
        """);

    [Fact]
    public void Settings_of_another_assembly() => Expect.Findings(With(Library(Settings), """
        using Shop.Mail;

        static class Setup
        {
            public static SmtpSettings Members(string user, string password) =>
                new() { Host = "smtp-relay.brevo.com", Port = 25, User = user, Password = password };

            public static SmtpSettings Statements(string user, string password)
            {
                SmtpSettings settings;
                settings = new SmtpSettings();
                settings.Host = "smtp-relay.brevo.com";
                settings.Port = 26;
                settings.User = user;
                settings.Password = password;
                return settings;
            }
        }
        """), null, """
        using Shop.Mail;

        static class Setup
        {
            public static SmtpSettings Members(string user, string password) =>
                new() { Host = "smtp-relay.brevo.com", Port = 25, User = user, Password = password }; // BREVO1001

            public static SmtpSettings Statements(string user, string password)
            {
                SmtpSettings settings;
                settings = new SmtpSettings();
                settings.Host = "smtp-relay.brevo.com";
                settings.Port = 26; // BREVO1001
        """);

    [Fact]
    public void One_name_for_two_types_in_two_files() => Expect.Findings(Settings, "using Relay = System.Text.StringBuilder; static class Other { public static Relay Make() => new(); }", """
        using Relay = Shop.Mail.SmtpSettings;

        static class Setup
        {
            public static object Make(string user, string password) =>
                new Relay { Host = "smtp-relay.brevo.com", Port = 25, User = user, Password = password }; // BREVO1001
        }
        """, "using Relay = System.Uri; static class Third { public static Relay Make() => new(\"https://api.brevo.com\"); }");

    [Fact]
    public void Names_that_stand_for_each_other() => Expect.Findings(
        "using Relay = System.Text.Post; namespace System.Text { public sealed class Post2 { } } static class One { public static object Make(string u) => new Relay(u); }",
        "using Post = System.Text.Relay; static class Two { public static object Make(string u) => new Post(u); }",
        "namespace System.Text { public sealed record Post(string Text); public sealed record Relay(string Text); } static class Third { public const string Text = \"smtp-relay.brevo.com mailkit\"; }");

    [Fact]
    public void Helpers_by_another_name() => Expect.Findings(Helper, """
        using Post = Shop.Mail.MailClient;
        using static Shop.Mail.MailHelper;

        static class Setup
        {
            public static object Make(string user, string password) => new Post("smtp-relay.brevo.com", 25, user, password); // BREVO1001

            public static void Go(string user, string password) => Send("smtp-relay.brevo.com", 26, user, password, "a@shop.example"); // BREVO1001
        }
        """);

    [Fact]
    public void Names_of_others_are_not_read() => Expect.Findings("""
        using Connection = Queue.QueueSettings;

        namespace Queue
        {
            public sealed class QueueSettings
            {
                public string HostName { get; set; } = "";
                public int Port { get; set; }
                public string UserName { get; set; } = "";
                public string Password { get; set; } = "";
            }
        }

        static class Setup
        {
            public const string Beside = "smtp-relay.brevo.com";

            public static object Queue(string user, string password) => new Connection { HostName = "queue.example.org", Port = 25, UserName = user, Password = "AbCdEfGh12345678" };
        }
        """);

    [Fact]
    public void A_client_of_ones_own_is_read_where_it_connects() => Expect.Findings("""
        using MailKit.Net.Smtp;
        using MailKit.Security;

        public sealed class RelayClient : SmtpClient
        {
            public void Open(string server, int number) => Connect(server, number, SecureSocketOptions.StartTls);

            public void Close(string host, int port, string reason) => Disconnect(reason.Length > 0);
        }

        static class Setup
        {
            public static void Go(RelayClient client, string login, string key)
            {
                client.Open("smtp-relay.brevo.com", 587);
                client.Authenticate(login, key);
                client.Close("smtp-relay.brevo.com", 25, "done");
            }
        }
        """);

    private static MetadataReference Library(string source)
    {
        using var image = new MemoryStream();
        Assert.True(AnalyzerRun.Compile(source).WithAssemblyName("Library").Emit(image).Success);
        return MetadataReference.CreateFromImage(image.ToArray());
    }

    private static CSharpCompilation With(MetadataReference library, string source) => AnalyzerRun.Compile(source).AddReferences(library);
}
