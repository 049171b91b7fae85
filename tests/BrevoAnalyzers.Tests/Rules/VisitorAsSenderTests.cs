using Xunit;
using static BrevoAnalyzers.Tests.MailCodeSamples;

namespace BrevoAnalyzers.Tests.Rules;

public sealed class VisitorAsSenderTests
{
    private const string Id = "BREVO3006";

    private static string Mailer(string type, string member, string use) => MailKitUsings + $$"""
        public class {{type}} { public string Name { get; set; } = ""; public string {{member}} { get; set; } = ""; }

        public class Mailer(string login, string key)
        {
            public void Send({{type}} input, MimeMessage message)
            {
                {{use}}
                using var client = new SmtpClient();
                client.Connect("smtp-relay.brevo.com", 587, SecureSocketOptions.StartTls);
                client.Authenticate(login, key);
                client.Send(message);
            }
        }
        """;

    [Theory]
    [InlineData("ContactForm", "Email")]
    [InlineData("ContactRequest", "EmailAddress")]
    [InlineData("ContactViewModel", "VisitorEmail")]
    [InlineData("FeedbackDto", "Mail")]
    [InlineData("SendMessageCommand", "UserEmail")]
    public void The_address_of_a_form(string type, string member) => Verify.Reports(Id, Mailer(type, member, $"message.From.Add(new MailboxAddress(input.Name, [|input.{member}|]));"));

    [Theory]
    [InlineData("ContactForm", "Email", "message.ReplyTo.Add(new MailboxAddress(input.Name, input.Email));")]
    [InlineData("ContactForm", "Email", "message.To.Add(new MailboxAddress(input.Name, input.Email));")]
    [InlineData("ContactForm", "Email", "message.From.Add(new MailboxAddress(input.Email, \"orders@shop.example\"));")]
    [InlineData("EmailRequest", "From", "message.From.Add(new MailboxAddress(input.Name, input.From));")]
    [InlineData("EmailRequest", "FromEmail", "message.From.Add(new MailboxAddress(input.Name, input.FromEmail));")]
    [InlineData("EmailRequest", "SenderEmail", "message.From.Add(new MailboxAddress(input.Name, input.SenderEmail));")]
    [InlineData("EmailSettings", "Email", "message.From.Add(new MailboxAddress(input.Name, input.Email));")]
    [InlineData("BrevoOptions", "Email", "message.From.Add(new MailboxAddress(input.Name, input.Email));")]
    [InlineData("Tenant", "Email", "message.From.Add(new MailboxAddress(input.Name, input.Email));")]
    [InlineData("Information", "Email", "message.From.Add(new MailboxAddress(input.Name, input.Email));")]
    [InlineData("Formatter", "Email", "message.From.Add(new MailboxAddress(input.Name, input.Email));")]
    public void Other_uses_and_the_apps_own_addresses(string type, string member, string use) => Verify.Silent(Id, Mailer(type, member, use));

    private static string Page(string type, string accessors) => MailKitUsings + $$"""
        public class {{type}} { public string Name { get; set; } = ""; public string Email { get; set; } = ""; }

        public class ContactPage(string login, string key)
        {
            public {{type}} Input { get; {{accessors}} } = new();

            public void OnPost()
            {
                var message = new MimeMessage();
                message.From.Add(new MailboxAddress(Input.Name, [|Input.Email|]));
                using var client = new SmtpClient();
                client.Connect("smtp-relay.brevo.com", 587, SecureSocketOptions.StartTls);
                client.Authenticate(login, key);
                client.Send(message);
            }
        }
        """;

    [Theory]
    [InlineData("InputModel", "set;")]
    [InlineData("ContactForm", "set;")]
    [InlineData("FeedbackModel", "init;")]
    public void The_form_that_a_page_holds(string type, string accessors) => Verify.Reports(Id, Page(type, accessors));

    [Theory]
    [InlineData("MailSettings", "set;")]
    [InlineData("CompanyModel", "set;")]
    [InlineData("TenantDto", "set;")]
    [InlineData("ContactForm", "private set;")]
    public void Other_objects_that_a_class_holds(string type, string accessors) => Verify.Silent(Id, Page(type, accessors).Replace("[|", "").Replace("|]", ""));

    private static string Outbox(string handedTo) => MailKitUsings + $$"""
        using System.Threading.Channels;

        public sealed record ContactForm(string Name, string Email);

        public interface IMailer { Task SendAsync(MimeMessage message); }

        public class Outbox(string login, string key, IMailer other)
        {
            private readonly Channel<MimeMessage> _channel = Channel.CreateUnbounded<MimeMessage>();

            public async Task AddAsync(ContactForm form)
            {
                var message = new MimeMessage();
                message.From.Add(new MailboxAddress(form.Name, [|form.Email|]));
                await {{handedTo}};
            }

            public async Task RunAsync()
            {
                using var client = new SmtpClient();
                client.Connect("smtp-relay.brevo.com", 587, SecureSocketOptions.StartTls);
                client.Authenticate(login, key);
                client.Send(await _channel.Reader.ReadAsync());
            }

            public override string ToString() => other.ToString()!;
        }
        """;

    [Fact]
    public void A_message_that_waits_in_a_queue() => Verify.Reports(Id, Outbox("_channel.Writer.WriteAsync(message)"));

    [Fact]
    public void A_message_that_another_mailer_is_handed() => Verify.Silent(Id, Outbox("other.SendAsync(message)").Replace("[|", "").Replace("|]", ""));

    [Fact]
    public void Other_hosts() => Verify.Silent(Id, Mailer("ContactForm", "Email", "message.From.Add(new MailboxAddress(input.Name, input.Email));").Replace("smtp-relay.brevo.com", "smtp.gmail.com"));

    [Fact]
    public void The_address_of_a_form_that_is_taken_apart() => Verify.Reports(Id, SystemNetMailUsings + """
        public sealed record QuoteRequest(string FullName, string EmailAddress);

        public class Inbox(string login, string key)
        {
            public void Receive(QuoteRequest request)
            {
                var (name, email) = request;
                using var mail = new MailMessage { From = [|new MailAddress(email, name)|] };
                using var client = new SmtpClient("smtp-relay.brevo.com", 587) { EnableSsl = true, Credentials = new NetworkCredential(login, key) };
                client.Send(mail);
            }
        }
        """);
}
