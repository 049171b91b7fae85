using Xunit;
using static BrevoAnalyzers.Tests.MailCodeSamples;

namespace BrevoAnalyzers.Tests.Rules;

public sealed class NotAuthenticatedTests
{
    private const string Id = "BREVO2006";

    private const string Connect = """using var client = new SmtpClient(); client.Connect("smtp-relay.brevo.com", 587, SecureSocketOptions.StartTls);""";

    [Theory]
    [InlineData("[|client.Send(message)|];")]
    [InlineData("await [|client.SendAsync(message)|];")]
    [InlineData("[|client.Send(message)|]; client.Disconnect(true);")]
    public void MailKit_sends_without_logging_in(string send) => Verify.Reports(Id, InMailKitMethod(Connect + send));

    [Theory]
    [InlineData("""using var client = [|new SmtpClient("smtp-relay.brevo.com", 587) { EnableSsl = true }|];""")]
    [InlineData("""using var client = new SmtpClient("smtp-relay.brevo.com", 587) { EnableSsl = true, UseDefaultCredentials = [|true|], Credentials = new NetworkCredential(login, key) };""")]
    [InlineData("""using var client = new SmtpClient("smtp-relay.brevo.com", 587) { EnableSsl = true }; client.Credentials = new NetworkCredential(login, key); client.UseDefaultCredentials = [|true|];""")]
    [InlineData("""using var client = new SmtpClient("smtp-relay.brevo.com", 587) { EnableSsl = true, Credentials = new NetworkCredential(login, key) }; if (dev) client.UseDefaultCredentials = [|true|];""")]
    public void SystemNetMail_sends_without_logging_in(string create) => Verify.Reports(Id, InSystemNetMailMethod(create + "client.Send(message);"));

    [Theory]
    [InlineData("client.Authenticate(login, key); client.Send(message);")]
    [InlineData("await client.AuthenticateAsync(login, key); await client.SendAsync(message);")]
    [InlineData("client.Authenticate(new NetworkCredential(login, key)); client.Send(message);")]
    [InlineData("client.Authenticate(new SaslMechanismOAuth2(login, key)); client.Send(message);")]
    [InlineData("if (!dev) client.Authenticate(login, key); client.Send(message);")]
    [InlineData("if (client.Capabilities.HasFlag(SmtpCapabilities.Authentication)) client.Authenticate(login, key); client.Send(message);")]
    [InlineData("LogIn(client); client.Send(message); void LogIn(SmtpClient c) => c.Authenticate(login, key);")]
    [InlineData("client.Disconnect(true);")]
    public void MailKit_that_logs_in_or_may(string statements) => Verify.Silent(Id, InMailKitMethod(Connect + statements));

    [Theory]
    [InlineData("""using var client = new SmtpClient("smtp-relay.brevo.com", 587) { EnableSsl = true, Credentials = new NetworkCredential(login, key) };""")]
    [InlineData("""using var client = new SmtpClient("smtp-relay.brevo.com", 587) { EnableSsl = true, UseDefaultCredentials = false, Credentials = new NetworkCredential(login, key) };""")]
    [InlineData("""using var client = new SmtpClient("smtp-relay.brevo.com", 587) { EnableSsl = true }; if (!dev) client.Credentials = new NetworkCredential(login, key);""")]
    [InlineData("""using var client = new SmtpClient("smtp-relay.brevo.com", 587) { EnableSsl = true }; if (!string.IsNullOrEmpty(key)) client.Credentials = new NetworkCredential(login, key); else client.UseDefaultCredentials = true;""")]
    [InlineData("""using var client = new SmtpClient("smtp-relay.brevo.com", 587) { EnableSsl = true, UseDefaultCredentials = configuration.GetValue<bool>("Default"), Credentials = new NetworkCredential(login, key) };""")]
    [InlineData("""using var client = new SmtpClient("localhost", 25);""")]
    [InlineData("""using var client = new SmtpClient("smtp.company.com", 25) { UseDefaultCredentials = true };""")]
    [InlineData("""using var client = new SmtpClient("smtp-relay.brevo.com", 587) { DeliveryMethod = SmtpDeliveryMethod.SpecifiedPickupDirectory, PickupDirectoryLocation = "/tmp" };""")]
    public void SystemNetMail_that_logs_in_or_may(string create) => Verify.Silent(Id, InSystemNetMailMethod(create + "client.Send(message);"));

    [Theory]
    [InlineData("localhost")]
    [InlineData("smtp.company.com")]
    public void Other_hosts(string host) => Verify.Silent(Id, InMailKitMethod(Connect.Replace("smtp-relay.brevo.com", host) + "client.Send(message);"));

    [Fact]
    public void Clients_handed_in_or_out_and_authentication_in_another_method() => Verify.Silent(Id, MailKitUsings + """
        public class Mailer(string login, string key)
        {
            private readonly SmtpClient _client = new();

            public void Connect() => _client.Connect("smtp-relay.brevo.com", 587, SecureSocketOptions.StartTls);

            public void LogIn() => _client.Authenticate(login, key);

            public void Send(MimeMessage message) => _client.Send(message);

            public void SendWith(SmtpClient client, MimeMessage message)
            {
                client.Connect("smtp-relay.brevo.com", 587, SecureSocketOptions.StartTls);
                Prepare.LogIn(client);
                client.Send(message);
            }

            public void SendOther(MimeMessage message)
            {
                using var client = new SmtpClient();
                client.Connect("smtp-relay.brevo.com", 587, SecureSocketOptions.StartTls);
                Prepare.LogIn(client);
                client.Send(message);
            }
        }

        public static class Prepare { public static void LogIn(SmtpClient client) => client.Authenticate("a@b.example", "x"); }
        """);
}
