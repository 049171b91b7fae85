using Xunit;
using static BrevoAnalyzers.Tests.MailCodeSamples;

namespace BrevoAnalyzers.Tests.Rules;

public sealed class SmtpLoginAsSenderTests
{
    private const string Id = "BREVO3001";

    private const string Session = """
        using var client = new SmtpClient();
        client.Connect("smtp-relay.brevo.com", 587, SecureSocketOptions.StartTls);
        client.Authenticate(LOGIN, key);
        client.Send(message);
        """;

    [Theory]
    [InlineData("""message.From.Add(new MailboxAddress("Shop", [|"0a1b2c001@smtp-brevo.com"|]));""")]
    [InlineData("""message.From.Add(MailboxAddress.Parse([|"0a1b2c001@smtp-brevo.com"|]));""")]
    [InlineData("""message.From.Add(InternetAddress.Parse([|"0a1b2c001@smtp-brevo.com"|]));""")]
    [InlineData("""message.From.Add(MailboxAddress.Parse([|"Shop <0A1B2C001@SMTP-BREVO.COM>"|]));""")]
    [InlineData("""message.Sender = new MailboxAddress("Shop", [|"0a1b2c001@smtp-brevo.com"|]);""")]
    [InlineData("""const string from = [|"0a1b2c001@smtp-brevo.com"|]; message.From.Add(new MailboxAddress("", from));""")]
    [InlineData("""message.From.Add(new MailboxAddress("Shop", configuration["From"] ?? [|"0a1b2c001@smtp-brevo.com"|]));""")]
    public void An_address_at_the_login_domain_needs_no_session(string statement) => Verify.Reports(Id, InMailKitMethod(statement));

    [Theory]
    [InlineData("""message.From = new MailAddress([|"0a1b2c001@smtp-brevo.com"|]);""")]
    [InlineData("""message.From = new MailAddress([|"0a1b2c001@smtp-brevo.com"|], "Shop");""")]
    [InlineData("""message.Sender = new([|"0a1b2c001@smtp-brevo.com"|]);""")]
    [InlineData("""var other = new MailMessage([|"0a1b2c001@smtp-brevo.com"|], "to@shop.example");""")]
    [InlineData("""MailMessage other = new([|"0a1b2c001@smtp-brevo.com"|], "to@shop.example", "Hi", "…");""")]
    [InlineData("""var other = new MailMessage(new MailAddress([|"0a1b2c001@smtp-brevo.com"|]), new MailAddress("to@shop.example"));""")]
    [InlineData("""var other = new MailMessage { From = new MailAddress([|"0a1b2c001@smtp-brevo.com"|]) };""")]
    public void SystemNetMail_message_at_the_login_domain(string statement) => Verify.Reports(Id, InSystemNetMailMethod(statement));

    [Theory]
    [InlineData("""configuration["Brevo:Login"]""", """[|configuration["Brevo:Login"]|]""")]
    [InlineData("""configuration["Smtp:User"]""", """[|configuration["Smtp:User"]|]""")]
    [InlineData("""Environment.GetEnvironmentVariable("SMTP_USER")""", """[|Environment.GetEnvironmentVariable("SMTP_USER")|]""")]
    [InlineData("login", "[|login|]")]
    [InlineData("\"owner@shop.example\"", "[|\"owner@shop.example\"|]")]
    [InlineData("\"owner@shop.example\"", "[|\"Owner@Shop.example\"|]")]
    [InlineData("""configuration["Brevo:Login"]""", """configuration["Brevo:From"] ?? [|configuration["Brevo:Login"]|]""")]
    [InlineData("""configuration["Brevo:Login"]""", """string.IsNullOrEmpty(configuration["From"]) ? [|configuration["Brevo:Login"]|] : configuration["From"]""")]
    public void The_sessions_login_as_sender(string login, string sender) => Verify.Reports(Id, InMailKitMethod(
        $"message.From.Add(new MailboxAddress(\"Shop\", {sender}));" + Session.Replace("LOGIN", login)));

    [Fact]
    public void Login_by_member_variable_and_constant() => Verify.Reports(Id, MailKitUsings + """
        public record SmtpSettings(string Login, string Password, string From);

        public class Mailer(SmtpSettings settings, IConfiguration configuration)
        {
            private const string Account = "owner@shop.example";
            private readonly string _login = configuration["Brevo:Login"]!;

            private static SmtpClient Open()
            {
                var client = new SmtpClient();
                client.Connect("smtp-relay.brevo.com", 587, SecureSocketOptions.StartTls);
                return client;
            }

            public void ByMember(MimeMessage message)
            {
                message.From.Add(MailboxAddress.Parse([|settings.Login|]));
                using var client = Open();
                client.Authenticate(settings.Login, settings.Password);
                client.Send(message);
            }

            public void ByField(MimeMessage message)
            {
                message.From.Add(new MailboxAddress("Shop", [|_login|]));
                using var client = Open();
                client.Authenticate(_login, settings.Password);
                client.Send(message);
            }

            public void ByConstant(MimeMessage message)
            {
                message.From.Add(new MailboxAddress("Shop", [|Account|]));
                using var client = Open();
                client.Authenticate(Account, settings.Password);
                client.Send(message);
            }
        }
        """);

    [Fact]
    public void SystemNetMail_send_with_strings() => Verify.Reports(Id, InSystemNetMailMethod("""
        var user = configuration["Brevo:Login"]!;
        using var client = new SmtpClient("smtp-relay.brevo.com", 587) { EnableSsl = true, Credentials = new NetworkCredential(user, key) };
        client.Send([|user|], "to@shop.example", "Hi", "…");
        """));

    [Fact]
    public void A_message_that_another_method_of_the_type_builds_is_reported_once() => Verify.Reports(Id, MailKitUsings + """
        public class Mailer(string login, string key)
        {
            public MimeMessage Build()
            {
                var message = new MimeMessage();
                message.From.Add(new MailboxAddress("Shop", [|login|]));
                return message;
            }

            public MimeMessage BuildOther()
            {
                var message = new MimeMessage();
                message.From.Add(new MailboxAddress("Shop", [|"0a1b2c001@smtp-brevo.com"|]));
                return message;
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

    [Theory]
    [InlineData("""message.ReplyTo.Add(new MailboxAddress("Shop", login));""")]
    [InlineData("""message.To.Add(new MailboxAddress("Shop", login));""")]
    [InlineData("""message.Bcc.Add(MailboxAddress.Parse(login));""")]
    [InlineData("""message.To.Add(MailboxAddress.Parse("0a1b2c001@smtp-brevo.com"));""")]
    [InlineData("""message.From.Add(new MailboxAddress(login, configuration["From"]));""")]
    [InlineData("""message.From.Add(new MailboxAddress("Shop", "orders@shop.example"));""")]
    [InlineData("""message.From.Add(new MailboxAddress("0a1b2c001@smtp-brevo.com", "orders@shop.example"));""")]
    [InlineData("""message.From.Add(new MailboxAddress("Shop", configuration["Brevo:LoginSender"]));""")]
    [InlineData("""message.From.Add(new MailboxAddress("Shop", "orders@my-smtp-brevo.com"));""")]
    [InlineData("""message.From.Add(new MailboxAddress("Shop", "orders@smtp-brevo.com.shop.example"));""")]
    [InlineData("""message.Subject = "0a1b2c001@smtp-brevo.com"; message.Headers.Add("X-Login", login);""")]
    public void Recipients_names_and_other_senders(string statement) => Verify.Silent(Id, InMailKitMethod(statement + Session.Replace("LOGIN", "login")));

    [Theory]
    [InlineData("smtp.gmail.com")]
    [InlineData("localhost")]
    [InlineData("smtp.office365.com")]
    public void With_other_providers_the_login_is_the_sender(string host) => Verify.Silent(Id, InMailKitMethod(
        "message.From.Add(new MailboxAddress(\"Shop\", login));" + Session.Replace("LOGIN", "login").Replace("smtp-relay.brevo.com", host)));

    [Fact]
    public void Login_of_one_arm_and_sender_of_the_other() => Verify.Silent(Id, InMailKitMethod("""
        var (host, user) = dev ? ("smtp.gmail.com", "owner@gmail.com") : ("smtp-relay.brevo.com", login);
        message.From.Add(new MailboxAddress("Shop", dev ? "owner@gmail.com" : "orders@shop.example"));
        using var client = new SmtpClient();
        client.Connect(host, 587, SecureSocketOptions.StartTls);
        client.Authenticate(user, key);
        client.Send(message);
        """));

    [Fact]
    public void A_login_that_is_a_verified_sender() => Verify.WithOptions(("brevo_verified_senders", "owner@shop.example")).Silent(Id, InMailKitMethod(
        "message.From.Add(new MailboxAddress(\"Shop\", \"owner@shop.example\"));" + Session.Replace("LOGIN", "\"owner@shop.example\"")));

    [Fact]
    public void A_type_that_uses_two_providers_says_nothing_of_loose_messages() => Verify.Silent(Id, MailKitUsings + """
        public class Mailer(string login, string key)
        {
            public MimeMessage Build() => new() { From = { new MailboxAddress("Shop", login) } };

            public void ByBrevo(SmtpClient client) { client.Connect("smtp-relay.brevo.com", 587, SecureSocketOptions.StartTls); client.Authenticate(login, key); }

            public void ByGmail(SmtpClient client) { client.Connect("smtp.gmail.com", 587, SecureSocketOptions.StartTls); client.Authenticate(login, key); }
        }
        """);

    private static string WithEffectiveFrom(string computed) => MailKitUsings + $$"""
        public sealed class RelayOptions
        {
            public string SmtpLogin { get; set; } = "";
            public string SmtpKey { get; set; } = "";
            public string? From { get; set; }
            public string? ReplyTo { get; set; }
            public string EffectiveFrom => {{computed}};
        }

        public sealed class Mailer(IOptionsSnapshot<RelayOptions> snapshot)
        {
            public void Send(MimeMessage message)
            {
                var relay = snapshot.Value;
                message.From.Add([|new MailboxAddress("Shop", relay.EffectiveFrom)|]);
                using var client = new SmtpClient();
                client.Connect("smtp-relay.brevo.com", 587, SecureSocketOptions.StartTls);
                client.Authenticate(relay.SmtpLogin, relay.SmtpKey);
                client.Send(message);
            }
        }
        """;

    [Theory]
    [InlineData("string.IsNullOrWhiteSpace(From) ? SmtpLogin : From")]
    [InlineData("From ?? SmtpLogin")]
    [InlineData("SmtpLogin")]
    public void A_sender_that_the_settings_compute_from_the_login(string computed) => Verify.Reports(Id, WithEffectiveFrom(computed));

    [Theory]
    [InlineData("From ?? ReplyTo!")]
    [InlineData("From!")]
    [InlineData("From ?? \"orders@shop.example\"")]
    [InlineData("From ?? SmtpLogin.Replace(\"smtp-brevo.com\", \"shop.example\")")]
    public void A_sender_that_the_settings_compute_from_others(string computed) => Verify.Silent(Id, WithEffectiveFrom(computed).Replace("[|", "").Replace("|]", ""));
}
