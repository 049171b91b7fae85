using Xunit;
using static BrevoAnalyzers.Tests.MailCodeSamples;

namespace BrevoAnalyzers.Tests.Rules;

public sealed class UnencryptedConnectionTests
{
    private const string Id = "BREVO1003";

    private const string Login = "client.Authenticate(login, key); client.Send(message);";

    private const string Send = "client.Credentials = new NetworkCredential(login, key); client.Send(message);";

    [Theory]
    [InlineData("""client.Connect("smtp-relay.brevo.com", 587, [|SecureSocketOptions.None|]);""")]
    [InlineData("""client.Connect("smtp-relay.brevo.com", 2525, options: [|SecureSocketOptions.None|]);""")]
    [InlineData("""client.Connect("smtp-relay.brevo.com", 465, [|SecureSocketOptions.None|]);""")]
    [InlineData("""client.Connect("smtp-relay.brevo.com", 25, [|SecureSocketOptions.None|]);""")]
    [InlineData("""client.Connect("smtp-relay.brevo.com", 587, [|0|]);""")]
    [InlineData("""client.Connect("smtp-relay.brevo.com", 587, [|default(SecureSocketOptions)|]);""")]
    [InlineData("""client.Connect("smtp-relay.brevo.com", 587, dev ? [|SecureSocketOptions.None|] : SecureSocketOptions.StartTls);""")]
    [InlineData("""client.Connect(new Uri([|"smtp://smtp-relay.brevo.com:587/?starttls=never"|]));""")]
    [InlineData("""const SecureSocketOptions tls = [|SecureSocketOptions.None|]; client.Connect("smtp-relay.brevo.com", 587, tls);""")]
    public void MailKit_with_TLS_switched_off(string connect) => Verify.Reports(Id, InMailKitMethod("using var client = new SmtpClient();" + connect + Login));

    [Theory]
    [InlineData("""client.Authenticate(new NetworkCredential(login, key));""")]
    [InlineData("""client.Authenticate(System.Text.Encoding.UTF8, login, key);""")]
    [InlineData("""client.Authenticate(new SaslMechanismLogin(login, key));""")]
    [InlineData("""await client.AuthenticateAsync(new SaslMechanismPlain(new NetworkCredential(login, key)));""")]
    public void MailKit_whatever_way_it_authenticates(string authenticate) => Verify.Reports(Id, InMailKitMethod(
        """using var client = new SmtpClient(); client.Connect("smtp-relay.brevo.com", 587, [|SecureSocketOptions.None|]);""" + authenticate));

    [Theory]
    [InlineData("""using var client = [|new SmtpClient("smtp-relay.brevo.com", 587)|];""")]
    [InlineData("""using var client = [|new SmtpClient { Host = "smtp-relay.brevo.com", Port = 587 }|];""")]
    [InlineData("""using var client = new SmtpClient("smtp-relay.brevo.com", 587) { EnableSsl = [|false|] };""")]
    [InlineData("""using var client = new SmtpClient("smtp-relay.brevo.com", 587) { EnableSsl = true }; client.EnableSsl = [|false|];""")]
    [InlineData("""using var client = new SmtpClient("smtp-relay.brevo.com", 587); client.EnableSsl = configuration.GetValue("Ssl", [|false|]);""")]
    [InlineData("""using var client = new SmtpClient("smtp-relay.brevo.com", 587); if (dev) client.EnableSsl = [|false|]; else client.EnableSsl = true;""")]
    [InlineData("""using var client = new SmtpClient("smtp-relay.brevo.com", 587) { EnableSsl = bool.Parse(configuration["Ssl"] ?? [|"false"|]) };""")]
    public void SystemNetMail_without_EnableSsl(string create) => Verify.Reports(Id, InSystemNetMailMethod(create + Send));

    [Theory]
    [InlineData("""client.Connect("smtp-relay.brevo.com", 587, SecureSocketOptions.StartTls);""")]
    [InlineData("""client.Connect("smtp-relay.brevo.com", 587, false);""")]
    [InlineData("""client.Connect("smtp-relay.brevo.com", 587, SecureSocketOptions.Auto);""")]
    [InlineData("""client.Connect("localhost", 1025, SecureSocketOptions.None);""")]
    [InlineData("""client.Connect("smtp.office365.com", 25, SecureSocketOptions.None);""")]
    [InlineData("""client.Connect("smtp-relay.brevo.com", 587, Enum.Parse<SecureSocketOptions>(configuration["Tls"]!));""")]
    [InlineData("""client.Connect("smtp-relay.brevo.com", 587, configuration.GetValue<SecureSocketOptions>("Tls"));""")]
    [InlineData("""client.Connect(dev ? "localhost" : "smtp-relay.brevo.com", 587, dev ? SecureSocketOptions.None : SecureSocketOptions.StartTls);""")]
    [InlineData("""var tls = SecureSocketOptions.None; if (!dev) tls = SecureSocketOptions.StartTls; client.Connect(dev ? "localhost" : "smtp-relay.brevo.com", 587, tls);""")]
    [InlineData("""var tls = SecureSocketOptions.None; tls = SecureSocketOptions.StartTls; client.Connect("smtp-relay.brevo.com", 587, tls);""")]
    public void MailKit_with_TLS_or_elsewhere(string connect) => Verify.Silent(Id, InMailKitMethod("using var client = new SmtpClient();" + connect + Login));

    [Theory]
    [InlineData("""using var client = new SmtpClient("smtp-relay.brevo.com", 587) { EnableSsl = true };""")]
    [InlineData("""using var client = new SmtpClient("smtp-relay.brevo.com", 587); client.EnableSsl = true;""")]
    [InlineData("""using var client = new SmtpClient("smtp-relay.brevo.com", 587); client.EnableSsl = configuration.GetValue<bool>("Ssl");""")]
    [InlineData("""using var client = new SmtpClient("smtp-relay.brevo.com", 587) { EnableSsl = bool.Parse(configuration["Ssl"]!) };""")]
    [InlineData("""using var client = new SmtpClient("smtp-relay.brevo.com", 587) { EnableSsl = !bool.TryParse(configuration["Ssl"], out var ssl) || ssl };""")]
    [InlineData("""using var client = new SmtpClient("smtp-relay.brevo.com", 587) { EnableSsl = !dev };""")]
    [InlineData("""using var client = new SmtpClient("smtp-relay.brevo.com", 587) { EnableSsl = false }; client.EnableSsl = true;""")]
    [InlineData("""using var client = new SmtpClient("localhost", 25);""")]
    [InlineData("""using var client = new SmtpClient("smtp.office365.com", 587);""")]
    [InlineData("""using var client = new SmtpClient(configuration["Smtp:Host"], 587);""")]
    public void SystemNetMail_with_EnableSsl_or_elsewhere(string create) => Verify.Silent(Id, InSystemNetMailMethod(create + Send));

    [Fact]
    public void Without_credentials_nothing_is_given_away() => Verify.Silent(Id, MailKitUsings + """
        public class Probe
        {
            public bool Answers()
            {
                using var client = new SmtpClient();
                client.Connect("smtp-relay.brevo.com", 587, SecureSocketOptions.None);
                return client.IsConnected;
            }

            public bool AnswersToo(System.Net.Mail.MailMessage message)
            {
                using var client = new System.Net.Mail.SmtpClient("smtp-relay.brevo.com", 587);
                client.Send(message);
                return true;
            }
        }
        """);

    [Fact]
    public void Another_client_in_the_same_method_authenticates() => Verify.Silent(Id, InMailKitMethod("""
        using var probe = new SmtpClient();
        probe.Connect("smtp-relay.brevo.com", 587, SecureSocketOptions.None);
        probe.Disconnect(true);
        using var client = new SmtpClient();
        client.Connect("smtp-relay.brevo.com", 587, SecureSocketOptions.StartTls);
        client.Authenticate(login, key);
        client.Send(message);
        """));

    [Fact]
    public void A_client_that_is_handed_out_may_be_finished_elsewhere() => Verify.Silent(Id, SystemNetMailUsings + """
        public class Factory
        {
            public SmtpClient Create(string login, string key) => new("smtp-relay.brevo.com", 587) { Credentials = new NetworkCredential(login, key) };

            public void Register(List<SmtpClient> clients, string login, string key)
            {
                var client = new SmtpClient("smtp-relay.brevo.com", 587) { Credentials = new NetworkCredential(login, key) };
                clients.Add(client);
            }
        }
        """);

    [Fact]
    public void Set_back_to_false_after_the_send_is_too_late_to_matter() => Verify.Silent(Id, InSystemNetMailMethod("""
        using var client = new SmtpClient("smtp-relay.brevo.com", 587) { EnableSsl = true, Credentials = new NetworkCredential(login, key) };
        client.Send(message);
        client.EnableSsl = false;
        """));

    /// <summary>A derived class may name another host; what the base states is the default.</summary>
    [Fact]
    public void Host_in_a_virtual_member() => Verify.Reports(Id, MailKitUsings + """
        public abstract class MailerBase
        {
            protected virtual string Host => "smtp-relay.brevo.com";

            protected void Open(SmtpClient client, string login, string key)
            {
                client.Connect(Host, 587, [|SecureSocketOptions.None|]);
                client.Authenticate(login, key);
            }
        }
        """);
}
