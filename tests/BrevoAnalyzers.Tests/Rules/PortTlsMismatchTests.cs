using Xunit;
using static BrevoAnalyzers.Tests.MailCodeSamples;

namespace BrevoAnalyzers.Tests.Rules;

public sealed class PortTlsMismatchTests
{
    private const string Id = "BREVO1002";

    private const string Login = "client.Authenticate(login, key); client.Send(message);";

    [Theory]
    [InlineData("""client.Connect("smtp-relay.brevo.com", [|465|], SecureSocketOptions.StartTls);""")]
    [InlineData("""client.Connect("smtp-relay.brevo.com", [|465|], SecureSocketOptions.StartTlsWhenAvailable);""")]
    [InlineData("""client.Connect("smtp-relay.brevo.com", [|465|], false);""")]
    [InlineData("""client.Connect("smtp-relay.brevo.com", [|587|], true);""")]
    [InlineData("""client.Connect("smtp-relay.brevo.com", [|2525|], true);""")]
    [InlineData("""client.Connect("smtp-relay.brevo.com", [|587|], SecureSocketOptions.SslOnConnect);""")]
    [InlineData("""await client.ConnectAsync("smtp-relay.brevo.com", [|2525|], SecureSocketOptions.SslOnConnect);""")]
    [InlineData("""await client.ConnectAsync(Stream.Null, "smtp-relay.brevo.com", [|587|], SecureSocketOptions.SslOnConnect);""")]
    [InlineData("""client.Connect("smtp-relay.brevo.com", [|587|], (SecureSocketOptions)2);""")]
    [InlineData("""client.Connect(new Uri([|"smtps://smtp-relay.brevo.com:587"|]));""")]
    [InlineData("""client.Connect(new Uri([|"smtp://smtp-relay.brevo.com:465"|]));""")]
    [InlineData("""var tls = dev ? SecureSocketOptions.SslOnConnect : SecureSocketOptions.StartTls; client.Connect("smtp-relay.brevo.com", [|587|], tls);""")]
    [InlineData("""bool ssl = true; client.Connect("smtp-relay.brevo.com", [|587|], ssl);""")]
    [InlineData("""client.Connect("smtp-relay.brevo.com", dev ? 587 : [|465|], SecureSocketOptions.StartTls);""")]
    [InlineData("""var port = dev ? 465 : [|587|]; client.Connect("smtp-relay.brevo.com", port, dev ? SecureSocketOptions.SslOnConnect : SecureSocketOptions.SslOnConnect);""")]
    public void MailKit_mode_that_the_port_does_not_speak(string connect) => Verify.Reports(Id, InMailKitMethod("using var client = new SmtpClient();" + connect + Login));

    [Theory]
    [InlineData("""using var client = new SmtpClient("smtp-relay.brevo.com", [|465|]) { EnableSsl = true };""")]
    [InlineData("""using var client = new SmtpClient("smtp-relay.brevo.com", [|465|]);""")]
    [InlineData("""using var client = new SmtpClient { Port = [|465|], Host = "smtp-relay.brevo.com", EnableSsl = dev };""")]
    [InlineData("""var client = new SmtpClient("smtp-relay.brevo.com"); client.Port = int.Parse(configuration["Smtp:Port"] ?? [|"465"|]); client.EnableSsl = true;""")]
    public void SystemNetMail_has_no_implicit_TLS(string create) =>
        Verify.Reports(Id, InSystemNetMailMethod(create + "client.Credentials = new NetworkCredential(login, key); client.Send(message);"));

    [Theory]
    [InlineData("""client.Connect("smtp-relay.brevo.com", 465, SecureSocketOptions.Auto);""")]
    [InlineData("""client.Connect("smtp-relay.brevo.com", 465);""")]
    [InlineData("""client.Connect("smtp-relay.brevo.com", 465, true);""")]
    [InlineData("""client.Connect("smtp-relay.brevo.com", 465, SecureSocketOptions.SslOnConnect);""")]
    [InlineData("""client.Connect("smtp-relay.brevo.com", 587, SecureSocketOptions.Auto);""")]
    [InlineData("""client.Connect("smtp-relay.brevo.com", 587, false);""")]
    [InlineData("""client.Connect("smtp-relay.brevo.com", 587, SecureSocketOptions.None);""")]
    [InlineData("""client.Connect("smtp-relay.brevo.com", 465, SecureSocketOptions.None);""")]
    [InlineData("""client.Connect("smtp-relay.brevo.com", 2525, SecureSocketOptions.StartTls);""")]
    [InlineData("""client.Connect("smtp-relay.brevo.com", 25, SecureSocketOptions.SslOnConnect);""")]
    [InlineData("""client.Connect("smtp.gmail.com", 587, SecureSocketOptions.SslOnConnect);""")]
    [InlineData("""client.Connect("smtp-relay.brevo.com", 587, configuration.GetValue<bool>("UseSsl"));""")]
    [InlineData("""client.Connect("smtp-relay.brevo.com", configuration.GetValue<int>("Port"), true);""")]
    [InlineData("""var port = configuration.GetValue("Port", 587); client.Connect("smtp-relay.brevo.com", port, port == 465);""")]
    [InlineData("""var port = configuration.GetValue("Port", 587); client.Connect("smtp-relay.brevo.com", port, port == 465 ? SecureSocketOptions.SslOnConnect : SecureSocketOptions.StartTls);""")]
    [InlineData("""var port = 587; var tls = port switch { 465 => SecureSocketOptions.SslOnConnect, _ => SecureSocketOptions.StartTls }; client.Connect("smtp-relay.brevo.com", port, tls);""")]
    [InlineData("""var ssl = configuration.GetValue("Ssl", false); client.Connect("smtp-relay.brevo.com", ssl ? 465 : 587, ssl ? SecureSocketOptions.SslOnConnect : SecureSocketOptions.StartTls);""")]
    [InlineData("""var ssl = configuration.GetValue<bool>("Ssl"); client.Connect("smtp-relay.brevo.com", ssl ? 465 : 587, ssl);""")]
    [InlineData("""client.Connect("smtp-relay.brevo.com", dev ? 465 : 587, dev ? SecureSocketOptions.SslOnConnect : SecureSocketOptions.StartTls);""")]
    [InlineData("""int port; SecureSocketOptions tls; if (dev) { port = 465; tls = SecureSocketOptions.SslOnConnect; } else { port = 587; tls = SecureSocketOptions.StartTls; } client.Connect("smtp-relay.brevo.com", port, tls);""")]
    [InlineData("""var (port, tls) = dev ? (465, SecureSocketOptions.SslOnConnect) : (587, SecureSocketOptions.StartTls); client.Connect("smtp-relay.brevo.com", port, tls);""")]
    [InlineData("""SecureSocketOptions tls = SecureSocketOptions.StartTls; var port = configuration.GetValue("Port", 587); if (port == 465) tls = SecureSocketOptions.SslOnConnect; client.Connect("smtp-relay.brevo.com", port, tls);""")]
    public void MailKit_modes_that_fit_or_are_another_rules(string connect) => Verify.Silent(Id, InMailKitMethod("using var client = new SmtpClient();" + connect + Login));

    [Theory]
    [InlineData("""using var client = new SmtpClient("smtp-relay.brevo.com", 587) { EnableSsl = true };""")]
    [InlineData("""using var client = new SmtpClient("smtp-relay.brevo.com", 2525) { EnableSsl = false };""")]
    [InlineData("""using var client = new SmtpClient("smtp.mail.example", 465) { EnableSsl = true };""")]
    [InlineData("""using var client = new SmtpClient(dev ? "localhost" : "smtp-relay.brevo.com", dev ? 465 : 587) { EnableSsl = true };""")]
    [InlineData("""using var client = new SmtpClient("smtp-relay.brevo.com", 465); client.Port = 587;""")]
    public void SystemNetMail_on_a_port_with_STARTTLS_or_elsewhere(string create) =>
        Verify.Silent(Id, InSystemNetMailMethod(create + "client.Credentials = new NetworkCredential(login, key); client.Send(message);"));

    [Fact]
    public void Settings_of_different_rows_call_sites_and_objects_never_meet() => Verify.Silent(Id, MailKitUsings + """
        public class Mailer(string login, string key)
        {
            private sealed record Way(int Port, bool Ssl);

            private static readonly Way[] Ways = { new(465, true), new(587, false) };

            public void ByRow(SmtpClient client)
            {
                foreach (var way in Ways)
                    client.Connect("smtp-relay.brevo.com", way.Port, way.Ssl);
            }

            public void Primary(SmtpClient client) => Open(client, 587, SecureSocketOptions.StartTls);

            public void Secondary(SmtpClient client) => Open(client, 465, SecureSocketOptions.SslOnConnect);

            private void Open(SmtpClient client, int port, SecureSocketOptions tls) => client.Connect("smtp-relay.brevo.com", port, tls);
        }
        """);

    [Fact]
    public void One_wrong_row_and_one_wrong_call_site() => Verify.Reports(Id, MailKitUsings + """
        public class Mailer(string login, string key)
        {
            public void ByRow(SmtpClient client)
            {
                foreach (var (port, ssl) in new[] { (465, true), ([|2525|], true) })
                    client.Connect("smtp-relay.brevo.com", port, ssl);
            }

            public void Primary(SmtpClient client) => Open(client, 587, SecureSocketOptions.StartTls);

            public void Secondary(SmtpClient client) => Open(client, [|465|], SecureSocketOptions.StartTls);

            private void Open(SmtpClient client, int port, SecureSocketOptions tls) => client.Connect("smtp-relay.brevo.com", port, tls);
        }
        """);

    [Fact]
    public void Wrong_row_of_objects_in_a_field() => Verify.Reports(Id, MailKitUsings + """
        public sealed record Way(int Port, bool Ssl);

        public class Mailer
        {
            private static readonly Way[] Ways = { new(465, true), new([|2525|], true) };

            public void ByRow(SmtpClient client)
            {
                foreach (var way in Ways)
                    client.Connect("smtp-relay.brevo.com", way.Port, way.Ssl);
            }
        }
        """);

    /// <summary>Who turns the flag of the settings on can set the port beside it as well.</summary>
    [Theory]
    [InlineData("public bool UseSsl { get; set; }")]
    [InlineData("public bool UseSsl { get; set; } = false;")]
    public void A_flag_of_the_settings_counts_for_its_default(string flag) => Verify.Silent("BREVO1002", Flagged("587", flag));

    [Fact]
    public void A_flag_of_the_settings_whose_default_is_wrong() => Verify.Reports("BREVO1002", Flagged("[|587|]", "public bool UseSsl { get; set; } = true;"));

    [Theory]
    [InlineData("if (_options.UseSsl) client.Connect(Host, _options.Port, SecureSocketOptions.SslOnConnect); else client.Connect(Host, _options.Port, SecureSocketOptions.StartTls);")]
    [InlineData("if (!_options.UseSsl) client.Connect(Host, _options.Port, SecureSocketOptions.StartTls); else { client.Connect(Host, _options.Port, SecureSocketOptions.SslOnConnect); }")]
    [InlineData("client.Connect(Host, _options.Port, _options.Security switch { \"ssl\" => SecureSocketOptions.SslOnConnect, \"auto\" => SecureSocketOptions.Auto, _ => SecureSocketOptions.StartTls });")]
    public void A_branch_that_a_setting_chooses_against_its_default(string connect) => Verify.Silent("BREVO1002", Options("587", "public bool UseSsl { get; set; }") + Mailer(connect));

    [Theory]
    [InlineData("[|587|]", "if (_options.UseSsl) client.Connect(Host, _options.Port, SecureSocketOptions.SslOnConnect); else client.Connect(Host, _options.Port, SecureSocketOptions.StartTls);")]
    [InlineData("587", "if (!_options.UseSsl) client.Connect(Host, [|587|], SecureSocketOptions.SslOnConnect); else client.Connect(Host, 465, SecureSocketOptions.SslOnConnect);")]
    [InlineData("[|465|]", "client.Connect(Host, _options.Port, _options.Security switch { \"tls\" => SecureSocketOptions.StartTls, _ => SecureSocketOptions.SslOnConnect });")]
    public void A_branch_that_a_setting_chooses_by_its_default(string port, string connect) =>
        Verify.Reports("BREVO1002", Options(port, "public bool UseSsl { get; set; } = true;") + Mailer(connect));

    private static string Flagged(string port, string flag) =>
        Options(port, flag) + Mailer("client.Connect(Host, _options.Port, _options.UseSsl ? SecureSocketOptions.SslOnConnect : SecureSocketOptions.StartTls);");

    private static string Options(string port, string flag) => $$"""
        using MailKit.Security;

        public sealed class SmtpOptions
        {
            public int Port { get; set; } = {{port}};
            public string Security { get; set; } = "tls";
            {{flag}}
        }

        """;

    private static string Mailer(string connect) => $$"""
        public sealed class Mailer(IOptions<SmtpOptions> options)
        {
            private const string Host = "smtp-relay.brevo.com";
            private readonly SmtpOptions _options = options.Value;

            public void Connect(MailKit.Net.Smtp.SmtpClient client)
            {
                {{connect}}
            }
        }
        """;

    private static string WithOptions(string mode) => MailKitUsings + $$"""
        public sealed class RelayOptions
        {
            public string Host { get; set; } = "smtp-relay.brevo.com";
            public int Port { get; set; } = 465;
            public string Login { get; set; } = "";
            public string Key { get; set; } = "";
        }

        public sealed class Mailer(IOptions<RelayOptions> options)
        {
            private static SecureSocketOptions ModeFor(int port) => port switch { 465 => SecureSocketOptions.SslOnConnect, _ => SecureSocketOptions.StartTls };

            public void Send(MimeMessage message)
            {
                var settings = options.Value;
                using var client = new SmtpClient();
                client.Connect(settings.Host, settings.Port, {{mode}});
                client.Authenticate(settings.Login, settings.Key);
                client.Send(message);
            }
        }
        """;

    [Theory]
    [InlineData("ModeFor(settings.Port)")]
    [InlineData("ModeFor(options.Value.Port)")]
    [InlineData("settings.Port == 465 ? SecureSocketOptions.SslOnConnect : SecureSocketOptions.StartTls")]
    public void A_mode_that_a_helper_chooses_from_the_port_of_the_settings(string mode) => Verify.Silent(Id, WithOptions(mode));

    [Fact]
    public void A_mode_that_a_helper_chooses_from_another_port() => Verify.Reports(Id, WithOptions("ModeFor(587)").Replace("= 465;", "= [|465|];"));
}
