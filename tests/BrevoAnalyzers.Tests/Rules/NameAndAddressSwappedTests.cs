using Xunit;
using static BrevoAnalyzers.Tests.MailCodeSamples;

namespace BrevoAnalyzers.Tests.Rules;

public sealed class NameAndAddressSwappedTests
{
    private const string Id = "BREVO3005";

    [Theory]
    [InlineData("""message.From.Add([|new MailboxAddress("orders@shop.example", "Shop")|]);""")]
    [InlineData("""message.From.Add([|new MailboxAddress(System.Text.Encoding.UTF8, "orders@shop.example", "Shop")|]);""")]
    [InlineData("""var from = [|new MailboxAddress("orders@shop.example", "Shop")|]; message.From.Add(from);""")]
    [InlineData("""message.From.Add([|new MailboxAddress(address: "Shop", name: "orders@shop.example")|]);""")]
    [InlineData("""message.From.Add([|new MailboxAddress("orders@shop.example", configuration["Mail:DisplayName"])|]);""")]
    [InlineData("""const string name = "Shop", address = "orders@shop.example"; message.From.Add([|new MailboxAddress(address, name)|]);""")]
    [InlineData("""message.To.Add([|new MailboxAddress("to@shop.example", "Ann")|]);""")]
    [InlineData("""MailboxAddress copy = [|new("archive@shop.example", "Archive")|]; message.Cc.Add(copy);""")]
    [InlineData("""var copy = new InternetAddressList { [|new MailboxAddress("archive@shop.example", "Archive")|] }; message.Bcc.AddRange(copy);""")]
    public void MimeKit(string statement) => Verify.Reports(Id, InMailKitMethod(statement + FreemailSenderTests.Session));

    [Theory]
    [InlineData("""message.From = [|new MailAddress("Shop", "orders@shop.example")|];""")]
    [InlineData("""message = new MailMessage([|new MailAddress("Shop", "orders@shop.example")|], new MailAddress("to@shop.example"));""")]
    [InlineData("""message.To.Add([|new MailAddress("Ann", "to@shop.example")|]);""")]
    public void SystemNetMail(string statement) => Verify.Reports(Id, InSystemNetMailMethod(statement + """
        using var client = new SmtpClient("smtp-relay.brevo.com", 587) { EnableSsl = true, Credentials = new NetworkCredential(login, key) };
        client.Send(message);
        """));

    [Theory]
    [InlineData("""message.From.Add(new MailboxAddress("Shop", "orders@shop.example"));""")]
    [InlineData("""message.From.Add(new MailboxAddress("orders@shop.example", "orders@shop.example"));""")]
    [InlineData("""message.From.Add(new MailboxAddress("orders@shop.example", configuration["From"]));""")]
    [InlineData("""message.From.Add(new MailboxAddress("orders@shop.example", configuration["Mail:UserName"]));""")]
    [InlineData("""message.From.Add(new MailboxAddress(configuration["Name"], "Shop"));""")]
    [InlineData("""message.From.Add(new MailboxAddress("Shop @ Home", "orders@shop.example"));""")]
    [InlineData("""message.From.Add(new MailboxAddress("orders@shop.example", "<sender>"));""")]
    [InlineData("""message.From.Add(new MailboxAddress("", "orders@shop.example"));""")]
    [InlineData("""message.To.Add(new MailboxAddress("Ann", "to@shop.example"));""")]
    [InlineData("""message.To.Add(new MailboxAddress(configuration["Name"], configuration["To"]));""")]
    public void In_their_places_or_not_known(string statement) => Verify.Silent(Id, InMailKitMethod(statement + FreemailSenderTests.Session));

    [Fact]
    public void Other_hosts() => Verify.Silent(Id, InMailKitMethod(
        """message.From.Add(new MailboxAddress("orders@shop.example", "Shop"));""" + FreemailSenderTests.Session.Replace("smtp-relay.brevo.com", "smtp.gmail.com")));

    [Fact]
    public void In_a_message_that_the_base_class_sends() => Verify.Reports(Id, """
        using System.Net;
        using System.Net.Mail;

        public abstract class Mailer(string login, string key)
        {
            protected void Send(MailMessage message)
            {
                using var client = new SmtpClient("smtp-relay.brevo.com", 587) { EnableSsl = true, Credentials = new NetworkCredential(login, key) };
                client.Send(message);
            }
        }

        public sealed class Orders(string login, string key) : Mailer(login, key)
        {
            public void Confirm(MailMessage message)
            {
                message.From = [|new MailAddress("Shop", "orders@shop.example")|];
                Send(message);
            }
        }

        public abstract class OtherMailer
        {
            protected void Send(MailMessage message) { using var client = new SmtpClient("smtp.mailer.example", 587); client.Send(message); }
        }

        public sealed class Invoices : OtherMailer
        {
            public void Confirm(MailMessage message) { message.From = new MailAddress("Shop", "orders@shop.example"); Send(message); }
        }
        """);

    [Theory]
    [InlineData("login, key, \"smtp-relay.brevo.com\"", "[|new MailAddress(\"Shop\", \"orders@shop.example\")|]")]
    [InlineData("login, key, host", "new MailAddress(\"Shop\", \"orders@shop.example\")")]
    [InlineData("login, key, \"smtp.mailer.example\"", "new MailAddress(\"Shop\", \"orders@shop.example\")")]
    public void In_a_message_that_the_base_class_sends_to_the_host_of_each_type(string given, string from)
    {
        var source = $$"""
        using System.Net;
        using System.Net.Mail;

        public abstract class Mailer(string login, string key, string host)
        {
            protected void Send(MailMessage message)
            {
                using var client = new SmtpClient(host, 587) { EnableSsl = true, Credentials = new NetworkCredential(login, key) };
                client.Send(message);
            }
        }

        public sealed class Invoices(string login, string key) : Mailer(login, key, "smtp-relay.brevo.com")
        {
            public void Confirm(MailMessage message) { message.From = new MailAddress("orders@shop.example", "Shop"); Send(message); }
        }

        public sealed class Orders(string login, string key, string host) : Mailer({{given}})
        {
            public string Host => host;

            public void Confirm(MailMessage message) { message.From = {{from}}; Send(message); }
        }
        """;
        if (from.StartsWith("[|", System.StringComparison.Ordinal))
            Verify.Reports(Id, source);
        else
            Verify.Silent(Id, source);
    }
}
