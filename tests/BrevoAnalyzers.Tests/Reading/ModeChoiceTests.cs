using Xunit;

namespace BrevoAnalyzers.Tests.Reading;

/// <summary>Code that can connect in every mode and leaves the choice to a setting: only what a stated value leads to is in use.</summary>
public sealed class ModeChoiceTests
{
    private const string Settings = """
        using System;
        using MailKit.Net.Smtp;
        using MailKit.Security;
        using Microsoft.Extensions.Options;

        public enum TlsKind { None, Implicit, StartTls }

        public class MailSettings
        {
            public string Host { get; set; } = "smtp-relay.brevo.com";
            public int Port { get; set; } = 587;
            public string Security { get; set; } = "starttls";
            public string? Kind { get; set; }
            public TlsKind Tls { get; set; } = TlsKind.StartTls;
            public string Login { get; set; } = "";
            public string Key { get; set; } = "";
        }

        """;

    [Fact]
    public void Near_miss_a_method_that_maps_a_setting_to_a_mode() => Expect.Findings(Settings + """
        class Mailer(IOptions<MailSettings> options)
        {
            private static SecureSocketOptions OfText(string? kind)
            {
                if (string.Equals(kind, "none", StringComparison.OrdinalIgnoreCase))
                    return SecureSocketOptions.None;
                if (string.Equals(kind, "ssl", StringComparison.OrdinalIgnoreCase))
                    return SecureSocketOptions.SslOnConnect;
                return SecureSocketOptions.StartTls;
            }

            private static SecureSocketOptions OfEnum(TlsKind kind)
            {
                switch (kind)
                {
                    case TlsKind.None: return SecureSocketOptions.None;
                    case TlsKind.Implicit: return SecureSocketOptions.SslOnConnect;
                    default: return SecureSocketOptions.StartTls;
                }
            }

            private static SecureSocketOptions OfWord(string word) => word.ToLowerInvariant() switch
            {
                "none" => SecureSocketOptions.None,
                "ssl" or "implicit" => SecureSocketOptions.SslOnConnect,
                "starttls" => SecureSocketOptions.StartTls,
                _ => throw new ArgumentOutOfRangeException(nameof(word)),
            };

            public void Open(SmtpClient client, MailSettings settings)
            {
                client.Connect(settings.Host, settings.Port, OfText(options.Value.Kind));
                client.Authenticate(settings.Login, settings.Key);
            }

            public void OpenByEnum(SmtpClient client)
            {
                var settings = options.Value;
                client.Connect(settings.Host, settings.Port, OfEnum(settings.Tls));
                client.Authenticate(settings.Login, settings.Key);
            }

            public void OpenByWord(SmtpClient client)
            {
                var settings = options.Value;
                client.Connect(settings.Host, settings.Port, OfWord(settings.Security));
                client.Authenticate(settings.Login, settings.Key);
            }

            public void OpenByBranches(SmtpClient client)
            {
                var settings = options.Value;
                SecureSocketOptions mode;
                if (settings.Security == "none")
                    mode = SecureSocketOptions.None;
                else if (settings.Security == "ssl")
                    mode = SecureSocketOptions.SslOnConnect;
                else
                    mode = SecureSocketOptions.StartTls;
                client.Connect(settings.Host, settings.Port, mode);
                client.Authenticate(settings.Login, settings.Key);
            }
        }
        """);

    [Fact]
    public void Near_miss_a_mode_for_a_port_that_is_not_Brevos() => Expect.Findings(Settings + """
        class Mailer(string login, string key)
        {
            public void Open(SmtpClient client, int port)
            {
                client.Connect("smtp-relay.brevo.com", port, port switch { 465 => SecureSocketOptions.SslOnConnect, 25 => SecureSocketOptions.None, _ => SecureSocketOptions.StartTls });
                client.Authenticate(login, key);
            }

            public void OpenByPattern(SmtpClient client, int port)
            {
                client.Connect("smtp-relay.brevo.com", port, port is 25 or 1025 ? SecureSocketOptions.None : port is 465 ? SecureSocketOptions.SslOnConnect : SecureSocketOptions.StartTls);
                client.Authenticate(login, key);
            }

            public void OpenByBranches(SmtpClient client, int port)
            {
                if (port == 25)
                    client.Connect("smtp-relay.brevo.com", port, SecureSocketOptions.None);
                else
                    client.Connect("smtp-relay.brevo.com", port, port == 465);
                client.Authenticate(login, key);
            }
        }
        """);

    [Fact]
    public void What_a_stated_value_leads_to_is_in_use() => Expect.Findings(Settings + """
        class Plain
        {
            public string Kind { get; set; } = "none";
            public TlsKind Tls { get; set; } = TlsKind.Implicit;
        }

        class Mailer(Plain plain, string login, string key)
        {
            private static SecureSocketOptions OfText(string? kind)
            {
                if (kind == "none")
                    return SecureSocketOptions.None; // BREVO1003
                if (kind == "ssl")
                    return SecureSocketOptions.SslOnConnect;
                return SecureSocketOptions.StartTls;
            }

            public void Open(SmtpClient client)
            {
                client.Connect("smtp-relay.brevo.com", 587, OfText(plain.Kind));
                client.Authenticate(login, key);
            }

            public void OpenByEnum(SmtpClient client)
            {
                SecureSocketOptions mode;
                switch (plain.Tls)
                {
                    case TlsKind.None: mode = SecureSocketOptions.None; break;
                    case TlsKind.Implicit: mode = SecureSocketOptions.SslOnConnect; break;
                    default: mode = SecureSocketOptions.StartTls; break;
                }

                client.Connect("smtp-relay.brevo.com", 587, mode); // BREVO1002
                client.Authenticate(login, key);
            }

            public void OpenOtherwise(SmtpClient client, int port)
            {
                client.Connect("smtp-relay.brevo.com", port, port == 465 ? SecureSocketOptions.SslOnConnect : SecureSocketOptions.None); // BREVO1003
                client.Authenticate(login, key);
            }
        }
        """);

    [Fact]
    public void A_mode_is_in_use_where_what_it_was_chosen_with_is() => Expect.Findings(Settings + """
        class Mailer(string login, string key)
        {
            public void Open(SmtpClient client, string provider)
            {
                string host;
                int port;
                SecureSocketOptions mode;
                switch (provider)
                {
                    case "brevo":
                        (host, port, mode) = ("smtp-relay.brevo.com", 465, SecureSocketOptions.StartTls); // BREVO1002
                        break;
                    case "gmail":
                        (host, port, mode) = ("smtp.gmail.com", 465, SecureSocketOptions.SslOnConnect);
                        break;
                    default:
                        (host, port, mode) = ("localhost", 25, SecureSocketOptions.None);
                        break;
                }

                client.Connect(host, port, mode);
                client.Authenticate(login, key);
            }
        }
        """);

    [Fact]
    public void Near_miss_settings_that_are_fetched_from_elsewhere() => Expect.Findings(Settings + """
        public interface IStore { System.Threading.Tasks.Task<AllSettings> LoadAsync(); }

        public class AllSettings { public BrevoRelay Relay { get; set; } = new(); }

        public class BrevoRelay { public string Host { get; set; } = ""; public int Port { get; set; } public bool EnableSsl { get; set; } = true; }

        class Mailer(IStore store, string login, string key)
        {
            public async System.Threading.Tasks.Task OpenAsync(SmtpClient client)
            {
                var relay = (await store.LoadAsync()).Relay;
                var mode = relay.EnableSsl ? SecureSocketOptions.StartTls : SecureSocketOptions.None;
                await client.ConnectAsync(relay.Host, relay.Port, mode);
                await client.AuthenticateAsync(login, key);
            }
        }
        """);

    [Fact]
    public void Near_miss_values_for_this_machine_and_for_a_folder() => Expect.Findings("""
        using System;
        using System.Net;
        using System.Net.Mail;
        using MailKit.Security;
        using Microsoft.Extensions.Configuration;

        class Mailer(IConfiguration configuration)
        {
            public void Send(MailMessage message)
            {
                var host = configuration["Mail:Host"] ?? "localhost";
                using var client = new SmtpClient(host, host == "localhost" ? 25 : 587) { EnableSsl = host != "localhost" };
                if (host != "localhost")
                    client.Credentials = new NetworkCredential(configuration["Brevo:Login"], configuration["Brevo:SmtpKey"]);
                client.Send(message);
            }

            public void SendByMailKit(MailKit.Net.Smtp.SmtpClient client)
            {
                var host = configuration["Brevo:Host"];
                var mode = SecureSocketOptions.StartTls;
                var port = 587;
                if (host is "127.0.0.1" or "localhost")
                    (port, mode) = (1025, SecureSocketOptions.None);
                client.Connect(host, port, mode);
                client.Authenticate(configuration["Brevo:Login"], configuration["Brevo:SmtpKey"]);
            }

            public void Put(MailMessage message, bool intoFolder)
            {
                using var client = new SmtpClient("smtp-relay.brevo.com", 587) { EnableSsl = true };
                if (intoFolder)
                {
                    client.DeliveryMethod = SmtpDeliveryMethod.SpecifiedPickupDirectory;
                    client.PickupDirectoryLocation = "/tmp/mails";
                    client.EnableSsl = false;
                }
                else
                {
                    client.Credentials = new NetworkCredential(configuration["Brevo:Login"], configuration["Brevo:SmtpKey"]);
                }

                client.Send(message);
            }
        }
        """);

    [Fact]
    public void Known_miss_a_mode_that_is_wrong_for_a_port_of_Brevos_which_nothing_states() => Expect.Findings(Settings + """
        class Mailer(string login, string key)
        {
            public void Open(SmtpClient client, int port)
            {
                client.Connect("smtp-relay.brevo.com", port, port switch { 465 => SecureSocketOptions.SslOnConnect, 587 => SecureSocketOptions.None, _ => SecureSocketOptions.StartTls });
                client.Authenticate(login, key);
            }
        }
        """);
}
