using Xunit;
using static BrevoAnalyzers.Tests.MailCodeSamples;

namespace BrevoAnalyzers.Tests.Rules;

public sealed class FreemailSenderTests
{
    private const string Id = "BREVO3002";

    internal const string Session = """
        using var client = new SmtpClient();
        client.Connect("smtp-relay.brevo.com", 587, SecureSocketOptions.StartTls);
        client.Authenticate(login, key);
        client.Send(message);
        """;

    [Theory]
    [InlineData("olivia.shop@gmail.com")]
    [InlineData("olivia.shop@GMAIL.com")]
    [InlineData("olivia.shop@googlemail.com")]
    [InlineData("olivia.shop@yahoo.com")]
    [InlineData("olivia.shop@yahoo.co.uk")]
    [InlineData("olivia.shop@outlook.com")]
    [InlineData("olivia.shop@hotmail.fr")]
    [InlineData("olivia.shop@live.com")]
    [InlineData("olivia.shop@icloud.com")]
    [InlineData("olivia.shop@gmx.de")]
    [InlineData("olivia.shop@web.de")]
    [InlineData("olivia.shop@proton.me")]
    [InlineData("olivia.shop@libero.it")]
    [InlineData("olivia.shop@orange.fr")]
    [InlineData("olivia.shop@free.fr")]
    [InlineData("Olivia <olivia.shop@gmail.com>")]
    public void Free_mail_domains(string address) => Verify.Reports(Id, InMailKitMethod($"message.From.Add(MailboxAddress.Parse([|\"{address}\"|]));" + Session));

    [Theory]
    [InlineData("""message.From.Add(new MailboxAddress("Shop", [|"olivia.shop@gmail.com"|]));""")]
    [InlineData("""message.From.Add(new MailboxAddress(System.Text.Encoding.UTF8, "Shop", [|"olivia.shop@gmail.com"|]));""")]
    [InlineData("""message.From.Add(new MailboxAddress("Shop", configuration["From"] ?? [|"olivia.shop@gmail.com"|]));""")]
    [InlineData("""message.Sender = new MailboxAddress("Shop", [|"olivia.shop@gmail.com"|]);""")]
    [InlineData("""var from = new MailboxAddress("Shop", [|"olivia.shop@gmail.com"|]); message.From.Add(from);""")]
    [InlineData("""message = new MimeMessage { From = { new MailboxAddress("Shop", [|"olivia.shop@gmail.com"|]) } };""")]
    public void MimeKit_places(string statement) => Verify.Reports(Id, InMailKitMethod(statement + Session));

    [Theory]
    [InlineData("""message.From = new MailAddress([|"olivia.shop@gmail.com"|], "Shop");""")]
    [InlineData("""message = new MailMessage([|"olivia.shop@gmail.com"|], "to@shop.example");""")]
    [InlineData("""message = new MailMessage { From = new([|"olivia.shop@gmail.com"|]) };""")]
    [InlineData("""client.Send([|"olivia.shop@gmail.com"|], "to@shop.example", "Hi", "…");""")]
    public void SystemNetMail_places(string statement) => Verify.Reports(Id, InSystemNetMailMethod(
        """using var client = new SmtpClient("smtp-relay.brevo.com", 587) { EnableSsl = true, Credentials = new NetworkCredential(login, key) };""" + statement + "client.Send(message);"));

    [Fact]
    public void Domains_of_the_projects_own_list() => Verify.WithOptions(("brevo_freemail_domains", "mail.example")).Reports(Id, InMailKitMethod(
        """message.From.Add(MailboxAddress.Parse([|"olivia.shop@mail.example"|]));""" + Session));

    [Theory]
    [InlineData("""message.From.Add(MailboxAddress.Parse("orders@shop.example"));""")]
    [InlineData("""message.From.Add(MailboxAddress.Parse("orders@gmail.shop.example"));""")]
    [InlineData("""message.From.Add(MailboxAddress.Parse("orders@notgmail.com"));""")]
    [InlineData("""message.From.Add(MailboxAddress.Parse("gmail.com@shop.example"));""")]
    [InlineData("""message.To.Add(MailboxAddress.Parse("olivia.shop@gmail.com"));""")]
    [InlineData("""message.Cc.Add(MailboxAddress.Parse("olivia.shop@gmail.com"));""")]
    [InlineData("""message.ReplyTo.Add(MailboxAddress.Parse("olivia.shop@gmail.com"));""")]
    [InlineData("""message.From.Add(new MailboxAddress("olivia.shop@gmail.com", "orders@shop.example"));""")]
    [InlineData("""message.From.Add(MailboxAddress.Parse("your-email@gmail.com"));""")]
    [InlineData("""message.From.Add(MailboxAddress.Parse(configuration["From"]));""")]
    [InlineData("""message.Subject = "olivia.shop@gmail.com";""")]
    public void Other_senders_and_other_places(string statement) => Verify.Silent(Id, InMailKitMethod(statement + Session));

    [Fact]
    public void The_login_may_be_a_free_mail_address() => Verify.Silent(Id, InMailKitMethod(
        """message.From.Add(MailboxAddress.Parse("orders@shop.example"));""" + Session.Replace("login", "\"olivia.shop@gmail.com\"")));

    [Theory]
    [InlineData("smtp.gmail.com")]
    [InlineData("localhost")]
    public void Other_hosts(string host) => Verify.Silent(Id, InMailKitMethod(
        """message.From.Add(MailboxAddress.Parse("olivia.shop@gmail.com"));""" + Session.Replace("smtp-relay.brevo.com", host)));

    [Fact]
    public void Without_any_session() => Verify.Silent(Id, MailKitUsings + """
        // Handed to whoever sends: Brevo or Gmail.
        public class Messages { public MimeMessage Build() => new() { From = { MailboxAddress.Parse("olivia.shop@gmail.com") } }; }
        """);

    [Fact]
    public void A_message_that_is_handed_to_somebody_else_too() => Verify.Silent(Id, MailKitUsings + """
        public interface IOutbox { void Put(MimeMessage message); }

        public class Mailer(IOutbox outbox, string login, string key)
        {
            public void Queue()
            {
                var message = new MimeMessage();
                message.From.Add(MailboxAddress.Parse("olivia.shop@gmail.com"));
                outbox.Put(message);
            }

            public void Send(MimeMessage message)
            {
                using var client = new SmtpClient();
                client.Connect("smtp-relay.brevo.com", 587, SecureSocketOptions.StartTls);
                client.Authenticate(login, key);
                client.Send(message);
            }
        }
        """);
}
