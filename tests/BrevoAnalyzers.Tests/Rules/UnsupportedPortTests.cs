using Xunit;
using static BrevoAnalyzers.Tests.MailCodeSamples;

namespace BrevoAnalyzers.Tests.Rules;

public sealed class UnsupportedPortTests
{
    private const string Id = "BREVO1001";

    private const string Login = "client.Authenticate(login, key); client.Send(message);";

    [Theory]
    [InlineData("""client.Connect("smtp-relay.brevo.com", [|25|], SecureSocketOptions.StartTls);""")]
    [InlineData("""client.Connect("smtp-relay.brevo.com", [|26|], false);""")]
    [InlineData("""client.Connect("SMTP-RELAY.BREVO.COM", [|995|], true);""")]
    [InlineData("""client.Connect("smtp-relay.sendinblue.com", [|1025|], SecureSocketOptions.Auto);""")]
    [InlineData("""await client.ConnectAsync("smtp-relay.brevo.com", [|25|]);""")]
    [InlineData("""await client.ConnectAsync(port: [|25|], host: "smtp-relay.brevo.com");""")]
    [InlineData("""await client.ConnectAsync("smtp-relay.brevo.com", [|588|], SecureSocketOptions.StartTls, CancellationToken.None).ConfigureAwait(false);""")]
    [InlineData("""client.Connect(new System.Net.Sockets.Socket(default, default), "smtp-relay.brevo.com", [|25|], SecureSocketOptions.StartTls);""")]
    [InlineData("""client.Connect(Stream.Null, "smtp-relay.brevo.com", [|25|], SecureSocketOptions.StartTls);""")]
    [InlineData("""client.Connect(new Uri([|"smtp://smtp-relay.brevo.com:25"|]));""")]
    [InlineData("""client.Connect("smtp-relay.brevo.com", dev ? 587 : [|25|], SecureSocketOptions.StartTls);""")]
    [InlineData("""client.Connect("smtp-relay.brevo.com", int.Parse(configuration["Smtp:Port"] ?? [|"25"|]), SecureSocketOptions.StartTls);""")]
    [InlineData("""client.Connect("smtp-relay.brevo.com", configuration.GetValue("Smtp:Port", [|25|]), SecureSocketOptions.StartTls);""")]
    [InlineData("""client.Connect("smtp-relay.brevo.com", int.TryParse(configuration["Smtp:Port"], out var p) ? p : [|25|], SecureSocketOptions.StartTls);""")]
    [InlineData("""const int port = [|25|]; client.Connect("smtp-relay.brevo.com", port, SecureSocketOptions.StartTls);""")]
    [InlineData("""var port = 587; if (dev) port = [|25|]; client.Connect("smtp-relay.brevo.com", port, SecureSocketOptions.StartTls);""")]
    public void MailKit_port_that_brevo_does_not_offer(string connect) => Verify.Reports(Id, InMailKitMethod("using var client = new SmtpClient();" + connect + Login));

    [Theory]
    [InlineData("""[|client.Connect("smtp-relay.brevo.com")|];""")]
    [InlineData("""await [|client.ConnectAsync("smtp-relay.brevo.com", options: SecureSocketOptions.StartTls)|];""")]
    [InlineData("""client.Connect("smtp-relay.brevo.com", [|0|], SecureSocketOptions.StartTls);""")]
    [InlineData("""client.Connect("smtp-relay.brevo.com", [|0|], false);""")]
    [InlineData("""client.Connect([|new Uri("smtp://smtp-relay.brevo.com")|]);""")]
    public void MailKit_default_port_is_25(string connect) => Verify.Reports(Id, InMailKitMethod("using var client = new SmtpClient();" + connect + Login));

    [Theory]
    [InlineData("ISmtpClient")]
    [InlineData("IMailTransport")]
    [InlineData("IMailService")]
    [InlineData("MailService")]
    [InlineData("SmtpClient")]
    public void MailKit_receivers_that_may_be_smtp_clients(string type) => Verify.Reports(Id, MailKitUsings + $$"""
        public class Mailer
        {
            public async Task ConnectAsync({{type}} client) => await client.ConnectAsync("smtp-relay.brevo.com", [|25|], SecureSocketOptions.StartTls);
        }
        """);

    [Theory]
    [InlineData("""using var client = new SmtpClient("smtp-relay.brevo.com", [|25|]) { EnableSsl = true };""")]
    [InlineData("""using var client = new SmtpClient { Host = "smtp-relay.brevo.com", Port = [|25|], EnableSsl = true };""")]
    [InlineData("""using var client = new SmtpClient("smtp-relay.brevo.com", 587) { Port = [|26|] };""")]
    [InlineData("""using var client = [|new SmtpClient("smtp-relay.brevo.com")|];""")]
    [InlineData("""using var client = [|new SmtpClient { Host = "smtp-relay.brevo.com" }|];""")]
    [InlineData("""using var client = new SmtpClient("smtp-relay.brevo.com"); client.Port = [|25|];""")]
    [InlineData("""using var client = new SmtpClient(); client.Host = "smtp-relay.brevo.com"; client.Port = [|8025|];""")]
    [InlineData("""using SmtpClient client = new("smtp-relay.brevo.com", [|25|]);""")]
    [InlineData("""SmtpClient client; client = new SmtpClient("smtp-relay.brevo.com", [|25|]);""")]
    [InlineData("""var client = new SmtpClient { Host = "smtp-relay.brevo.com" }; client.Port = dev ? [|1025|] : 587;""")]
    public void SystemNetMail_port_that_brevo_does_not_offer(string create) =>
        Verify.Reports(Id, InSystemNetMailMethod(create + "client.Credentials = new NetworkCredential(login, key); client.Send(message);"));

    [Fact]
    public void Every_kind_of_type_and_body() => Verify.Reports(Id, MailKitUsings + """
        public class Outer
        {
            public struct Nested(string login, string key)
            {
                public void Send(MimeMessage message)
                {
                    void Local()
                    {
                        using var client = new SmtpClient();
                        client.Connect("smtp-relay.brevo.com", [|25|], SecureSocketOptions.StartTls);
                    }

                    Local();
                }
            }
        }

        public record Mailer<T>(string Login)
        {
            private readonly int _port = [|25|];
            private readonly Action<SmtpClient> _connect = c => c.Connect("smtp-relay.brevo.com", [|27|], false);

            public void Send(SmtpClient client) => client.Connect("smtp-relay.brevo.com", _port, false);

            public bool IsConnected
            {
                get
                {
                    using var client = new SmtpClient();
                    client.Connect("smtp-relay.brevo.com", [|28|], false);
                    return client.IsConnected;
                }
            }
        }

        public interface IMailer
        {
            void Send(SmtpClient client) => client.Connect("smtp-relay.brevo.com", [|29|], false);
        }
        """);

    [Fact]
    public void Constructor_parameters_and_their_defaults() => Verify.Reports(Id, MailKitUsings + """
        public class Mailer(string login, string key, string host = "smtp-relay.brevo.com", int port = [|25|])
        {
            public async Task SendAsync(MimeMessage message)
            {
                using var client = new SmtpClient();
                await client.ConnectAsync(host, port, SecureSocketOptions.StartTls);
                await client.AuthenticateAsync(login, key);
                await client.SendAsync(message);
            }
        }
        """);

    [Theory]
    [InlineData("""client.Connect("smtp-relay.brevo.com", 587, SecureSocketOptions.StartTls);""")]
    [InlineData("""client.Connect("smtp-relay.brevo.com", 465, SecureSocketOptions.SslOnConnect);""")]
    [InlineData("""client.Connect("smtp-relay.brevo.com", 2525, SecureSocketOptions.StartTls);""")]
    [InlineData("""client.Connect("smtp-relay.brevo.com", 0, SecureSocketOptions.SslOnConnect);""")]
    [InlineData("""client.Connect("smtp-relay.brevo.com", options: SecureSocketOptions.SslOnConnect);""")]
    [InlineData("""client.Connect("smtp-relay.brevo.com", 0, true);""")]
    [InlineData("""client.Connect(new Uri("smtps://smtp-relay.brevo.com"));""")]
    [InlineData("""client.Connect(new Uri("smtp://smtp-relay.brevo.com:587"));""")]
    [InlineData("""client.Connect("smtp-relay.brevo.com", configuration.GetValue<int>("Smtp:Port"), SecureSocketOptions.StartTls);""")]
    [InlineData("""client.Connect(configuration["Brevo:Host"], int.Parse(configuration["Brevo:Port"]!), SecureSocketOptions.StartTls);""")]
    [InlineData("""var port = 25; port = 587; client.Connect("smtp-relay.brevo.com", port, SecureSocketOptions.StartTls);""")]
    [InlineData("""int port = 0; if (!int.TryParse(configuration["Port"], out port)) port = 587; client.Connect("smtp-relay.brevo.com", port, SecureSocketOptions.StartTls);""")]
    [InlineData("""client.Connect(dev ? "localhost" : "smtp-relay.brevo.com", dev ? 25 : 587, SecureSocketOptions.Auto);""")]
    [InlineData("""var (host, port) = dev ? ("localhost", 25) : ("smtp-relay.brevo.com", 587); client.Connect(host, port, SecureSocketOptions.Auto);""")]
    public void MailKit_ports_that_brevo_offers(string connect) => Verify.Silent(Id, InMailKitMethod("using var client = new SmtpClient();" + connect + Login));

    [Theory]
    [InlineData("smtp.gmail.com")]
    [InlineData("localhost")]
    [InlineData("127.0.0.1")]
    [InlineData("mailpit")]
    [InlineData("smtp-relay.gmail.com")]
    [InlineData("smtp-relay.bravo.com")]
    [InlineData("brevo.mail.company.example")]
    [InlineData("smtp-relay.brevo.com.internal.company.example")]
    public void Other_hosts_even_where_names_say_Brevo(string host) => Verify.Silent(Id, MailKitUsings + $$"""
        public class BrevoMailer
        {
            private const string BrevoHost = "{{host}}";
            public void Send(string brevoLogin, string brevoKey)
            {
                using var client = new SmtpClient();
                client.Connect(BrevoHost, 25, false);
                client.Authenticate(brevoLogin, brevoKey);
            }
        }
        """);

    [Theory]
    [InlineData("""return new SmtpClient("smtp-relay.brevo.com");""")]
    [InlineData("""var client = new SmtpClient("smtp-relay.brevo.com"); Finish(client); return client;""")]
    [InlineData("""Client = new SmtpClient("smtp-relay.brevo.com"); return Client;""")]
    [InlineData("""var client = new SmtpClient("smtp-relay.brevo.com"); client.Port = configuration.GetValue<int>("Port"); client.Send(message); return client;""")]
    public void SystemNetMail_clients_that_others_may_finish(string statements) => Verify.Silent(Id, SystemNetMailUsings + $$"""
        public class Factory
        {
            public SmtpClient? Client { get; private set; }
            public SmtpClient Make(IConfiguration configuration, MailMessage message) { {{statements}} }
            public void Finish(SmtpClient client) => client.Port = 587;
        }
        """);

    [Fact]
    public void A_probe_and_a_list_of_ports_are_no_session() => Verify.Silent(Id, """
        using System.Net.Sockets;
        public static class SmtpProbe
        {
            private static readonly int[] Ports = { 25, 465, 587, 2525 };
            public static IEnumerable<bool> Run() => Ports.Select(port => { using var c = new TcpClient("smtp-relay.brevo.com", port); return c.Connected; });
        }
        public record Endpoint(string Host, int Port);
        public static class Endpoints { public static readonly Endpoint Smtp = new("smtp-relay.brevo.com", 25); }
        """);

    [Fact]
    public void Imap_and_pop_clients() => Verify.Silent(Id, "using MailKit.Net.Imap;\nusing MailKit.Net.Pop3;\n" + MailKitUsings + """
        public class BrevoInbox
        {
            public void Read(ImapClient imap, Pop3Client pop, IImapClient i, IMailStore store, IMailSpool spool)
            {
                imap.Connect("smtp-relay.brevo.com", 143, false);
                pop.Connect("smtp-relay.brevo.com", 110, false);
                i.Connect("smtp-relay.brevo.com", 143, false);
                store.Connect("smtp-relay.brevo.com", 143, false);
                spool.Connect("smtp-relay.brevo.com", 110, false);
            }
        }
        """);

    [Fact]
    public void A_member_without_initialiser_is_unknown_and_not_zero() => Verify.Silent(Id, MailKitUsings + """
        public class Settings { public string Host { get; set; } = "smtp-relay.brevo.com"; public int Port { get; set; } }
        public class Mailer(Settings settings)
        {
            public void Open(SmtpClient client) => client.Connect(settings.Host, settings.Port, SecureSocketOptions.StartTls);
        }
        """);

    [Fact]
    public void Object_initialiser_hides_the_default_of_the_class() => Verify.Silent(Id, MailKitUsings + """
        public class Settings { public string Host { get; set; } = "localhost"; public int Port { get; set; } = 25; }
        public class Mailer
        {
            private readonly Settings _settings = new() { Host = "smtp-relay.brevo.com", Port = 587 };
            public void Open(SmtpClient client) => client.Connect(_settings.Host, _settings.Port, SecureSocketOptions.StartTls);
        }
        """);
}
