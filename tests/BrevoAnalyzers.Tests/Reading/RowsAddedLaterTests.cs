using Xunit;

namespace BrevoAnalyzers.Tests.Reading;

/// <summary>Tables that are filled after they are made, and dictionaries whose keys say what a value is.</summary>
public sealed class RowsAddedLaterTests
{
    private const string Smtp = """
        using System;
        using System.Collections.Generic;
        using MailKit.Net.Smtp;
        using MailKit.Security;

        enum Relay { Brevo, Gmail }

        """;

    private const string Http = """
        using System;
        using System.Collections.Generic;
        using System.Net.Http;
        using System.Threading.Tasks;

        """;

    [Fact]
    public void Rows_that_a_constructor_adds_keep_their_values_together() => Expect.Findings(Smtp + """
        class Relays
        {
            private readonly Dictionary<Relay, (string Host, int Port, SecureSocketOptions Tls)> _relays = new();

            public Relays()
            {
                _relays[Relay.Brevo] = ("smtp-relay.brevo.com", 465, SecureSocketOptions.StartTls); // BREVO1002
                _relays.Add(Relay.Gmail, ("smtp.gmail.com", 25, SecureSocketOptions.None));
            }

            public SmtpClient Open(Relay relay, string login, string key)
            {
                var (host, port, tls) = _relays[relay];
                var client = new SmtpClient();
                client.Connect(host, port, tls);
                client.Authenticate(login, key);
                return client;
            }
        }
        """);

    [Fact]
    public void Rows_of_objects_and_a_local_table() => Expect.Findings(Smtp + """
        record Server(string Host, int Port);

        class Opener
        {
            private static readonly Dictionary<string, Server> Servers = new(StringComparer.OrdinalIgnoreCase) { ["gmail"] = new("smtp.gmail.com", 25) };

            static Opener()
            {
                Servers.Add("brevo", new Server("smtp-relay.brevo.com", 25)); // BREVO1001
            }

            public SmtpClient Open(string name, string login, string key)
            {
                var modes = new Dictionary<string, SecureSocketOptions>();
                modes["gmail"] = SecureSocketOptions.None;
                modes["brevo"] = SecureSocketOptions.StartTls;
                var server = Servers[name];
                var client = new SmtpClient();
                client.Connect(server.Host, server.Port, modes[name]);
                client.Authenticate(login, key);
                return client;
            }
        }
        """);

    [Fact]
    public void Near_miss_a_row_that_is_replaced_taken_out_or_added_in_a_loop() => Expect.Findings(Smtp + """
        record Server(string Host, int Port);

        class Replaced
        {
            private readonly Dictionary<Relay, Server> _servers = new() { [Relay.Brevo] = new("smtp-relay.brevo.com", 25) };

            public Replaced() => _servers[Relay.Brevo] = new("smtp-relay.brevo.com", 587);

            public void Open(SmtpClient client, Relay relay) => client.Connect(_servers[relay].Host, _servers[relay].Port, SecureSocketOptions.StartTls);
        }

        class TakenOut
        {
            private readonly Dictionary<Relay, Server> _servers = new();

            public TakenOut()
            {
                _servers.Add(Relay.Brevo, new("smtp-relay.brevo.com", 25));
                _servers.Remove(Relay.Brevo);
                _servers.Add(Relay.Gmail, new("smtp.gmail.com", 25));
            }

            public void Open(SmtpClient client, Relay relay) => client.Connect(_servers[relay].Host, _servers[relay].Port, SecureSocketOptions.StartTls);
        }

        class Twice
        {
            private readonly Dictionary<Relay, Server> _servers = new();

            public Twice()
            {
                _servers[Relay.Brevo] = new("smtp-relay.brevo.com", 25);
                _servers[Relay.Brevo] = new("smtp-relay.brevo.com", 2525);
            }

            public void Open(SmtpClient client, Relay relay) => client.Connect(_servers[relay].Host, _servers[relay].Port, SecureSocketOptions.StartTls);
        }

        class InALoop
        {
            private readonly Dictionary<Relay, Server> _servers = new();

            public InALoop(IEnumerable<Relay> relays)
            {
                foreach (var relay in relays)
                    _servers[relay] = new("smtp-relay.brevo.com", 25);
            }

            public void Open(SmtpClient client, Relay relay) => client.Connect(_servers[relay].Host, _servers[relay].Port, SecureSocketOptions.StartTls);
        }

        class LaterThanUsed
        {
            public void Open(SmtpClient client)
            {
                var servers = Load();
                client.Connect(servers[Relay.Brevo].Host, servers[Relay.Brevo].Port, SecureSocketOptions.StartTls);
                servers[Relay.Brevo] = new("smtp-relay.brevo.com", 25);
            }

            private static Dictionary<Relay, Server> Load() => new();
        }
        """);

    [Fact]
    public void Headers_of_a_dictionary_are_read_by_their_keys() => Expect.Findings(Http + """
        class Mailer
        {
            private static readonly HttpClient Client = new();

            private static readonly Dictionary<string, string> Headers = new()
            {
                ["accept"] = "application/json",
                ["api-key"] = Environment.GetEnvironmentVariable("BREVO_SMTP_KEY")!, // BREVO2003
            };

            public async Task SendAsync(HttpContent content)
            {
                using var request = new HttpRequestMessage(HttpMethod.Post, "https://api.brevo.com/v3/smtp/email") { Content = content };
                foreach (var header in Headers)
                    request.Headers.Add(header.Key, header.Value);
                using var response = await Client.SendAsync(request);
                response.EnsureSuccessStatusCode();
            }

            public async Task SendOtherwiseAsync(HttpContent content)
            {
                var headers = new Dictionary<string, string>
                {
                    { "accept", "application/json" },
                    { "Authorization", "Bearer " + Environment.GetEnvironmentVariable("BREVO_API_KEY") }, // BREVO2007
                };
                using var request = new HttpRequestMessage(HttpMethod.Post, "https://api.brevo.com/v3/smtp/email") { Content = content };
                foreach (var (name, value) in headers)
                    request.Headers.TryAddWithoutValidation(name, value);
                using var response = await Client.SendAsync(request);
                response.EnsureSuccessStatusCode();
            }
        }
        """);

    [Fact]
    public void Near_miss_a_dictionary_with_the_right_headers() => Expect.Findings(Http + """
        class Mailer
        {
            private static readonly HttpClient Client = new();

            public async Task SendAsync(HttpContent content)
            {
                var headers = new Dictionary<string, string> { ["x-smtp-key"] = Environment.GetEnvironmentVariable("BREVO_SMTP_KEY")!, ["accept"] = "application/json" };
                headers["api-key"] = Environment.GetEnvironmentVariable("BREVO_API_KEY")!;
                using var request = new HttpRequestMessage(HttpMethod.Post, "https://api.brevo.com/v3/smtp/email") { Content = content };
                foreach (var header in headers)
                    request.Headers.Add(header.Key, header.Value);
                using var response = await Client.SendAsync(request);
                response.EnsureSuccessStatusCode();
            }
        }
        """);

    [Fact]
    public void Near_miss_two_tables_that_the_same_key_reads_in_a_loop() => Expect.Findings(Smtp + """
        class Servers
        {
            private readonly Dictionary<string, string> _hosts = new();
            private readonly Dictionary<string, int> _ports = new();

            public Servers()
            {
                _hosts.Add("brevo", "smtp-relay.brevo.com");
                _hosts.Add("local", "localhost");
                _ports.Add("brevo", 587);
                _ports.Add("local", 25);
            }

            public void OpenAll(SmtpClient client)
            {
                foreach (var (name, host) in _hosts)
                    client.Connect(host, _ports[name], SecureSocketOptions.StartTls);
                foreach (var port in _ports)
                    client.Connect(_hosts[port.Key], port.Value, SecureSocketOptions.StartTls);
            }

            public void OpenOthers(SmtpClient client)
            {
                foreach (var port in _ports)
                {
                    if (port.Key == "brevo")
                        continue;

                    client.Connect(_hosts[port.Key], port.Value, SecureSocketOptions.None);
                }
            }
        }
        """);

    [Fact]
    public void A_row_of_two_tables_is_read_by_the_same_key() => Expect.Findings(Smtp + """
        class Servers
        {
            private static readonly Dictionary<string, string> Hosts = new() { ["brevo"] = "smtp-relay.brevo.com", ["local"] = "localhost" };
            private static readonly Dictionary<string, int> Ports = new() { ["brevo"] = 25, ["local"] = 587 }; // BREVO1001

            public void OpenAll(SmtpClient client, string login, string key)
            {
                foreach (var (name, host) in Hosts)
                {
                    client.Connect(host, Ports[name], SecureSocketOptions.StartTls);
                    client.Authenticate(login, key);
                }
            }
        }
        """);
}
