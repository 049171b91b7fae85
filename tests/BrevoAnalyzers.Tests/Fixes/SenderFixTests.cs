using System.Collections.Generic;
using System.Threading.Tasks;
using BrevoAnalyzers.CodeFixes;
using BrevoAnalyzers.CodeFixes.Infrastructure;
using BrevoAnalyzers.Tests.Fixes.Infrastructure;
using Xunit;

namespace BrevoAnalyzers.Tests.Fixes;

/// <summary>BREVO3003, BREVO3004 and BREVO3006.</summary>
public class SenderFixTests
{
    private const string Own = "Environment.GetEnvironmentVariable(\"BREVO_SENDER_EMAIL\") ?? throw new InvalidOperationException(\"BREVO_SENDER_EMAIL is not set\")";

    private static readonly Dictionary<string, string> Verified = new() { ["brevo_verified_senders"] = "orders@example.com, news@example.com" };

    private static string MailKit(string from, string usings = "", string parameters = "") =>
        $$"""
        {{usings}}using MailKit.Net.Smtp;
        using MailKit.Security;
        using MimeKit;

        record ContactForm(string Name, string Email);

        class Mailer
        {
            void Send(SmtpClient client, MimeMessage message, string login, string key, ContactForm form)
            {
                {{from}}
                client.Connect("smtp-relay.brevo.com", 587, SecureSocketOptions.StartTls);
                client.Authenticate(login, key);
                client.Send(message);
            }
        }
        """;

    private static string SystemNet(string message, string usings = "") =>
        $$"""
        {{usings}}using System.Net;
        using System.Net.Mail;

        record ContactForm(string Name, string Email);

        class Mailer
        {
            void Send(NetworkCredential credentials, ContactForm form)
            {
                {{message}}
                using var client = new SmtpClient("smtp-relay.brevo.com", 587) { EnableSsl = true, Credentials = credentials };
                client.Send(message);
            }
        }
        """;

    private static VerifyFix Of(BrevoCodeFix fix, string rule, string source) => new(fix, rule, source) { Options = rule == "BREVO3003" ? Verified : new Dictionary<string, string>() };

    [Fact]
    public async Task Each_verified_sender_is_offered()
    {
        var source = MailKit("message.From.Add(new MailboxAddress(\"Shop\", \"other@example.org\"));");
        var fix = Of(new UseVerifiedSender(), "BREVO3003", source);
        Assert.Equal(["Send from orders@example.com", "Send from news@example.com"], await fix.TitlesAsync());
        Assert.Equal(["UseVerifiedSender", "UseVerifiedSender2"], await fix.KeysAsync());
        Assert.Equal(source.Replace("other@example.org", "orders@example.com"), await fix.FixAsync());
        Assert.Equal(source.Replace("other@example.org", "news@example.com"), await fix.FixAsync("Send from news@example.com"));
    }

    [Fact]
    public async Task A_name_around_the_address_stays()
    {
        var source = MailKit("message.From.Add(MailboxAddress.Parse(\"Shop <other@example.org>\"));");
        Assert.Equal(source.Replace("other@example.org", "orders@example.com"), await Of(new UseVerifiedSender(), "BREVO3003", source).FixAsync());
    }

    [Theory]
    [InlineData("\"\", \"Shop <a@example.com>\"", "\"Shop\", \"a@example.com\"")]
    [InlineData("string.Empty, \"\\\"The Shop\\\" <a@example.com>\"", "\"The Shop\", \"a@example.com\"")]
    [InlineData("\"Mine\", \"Shop <a@example.com>\"", "\"Mine\", \"a@example.com\"")]
    [InlineData("form.Name, \"Shop <a@example.com>\"", "form.Name, \"a@example.com\"")]
    public async Task Name_and_address_are_split(string arguments, string expected)
    {
        var fix = Of(new SplitNameAndAddress(), "BREVO3004", MailKit($"message.From.Add(new MailboxAddress({arguments}));"));
        Assert.Equal(["Give name and address apart"], await fix.TitlesAsync());
        Assert.Equal(["SplitNameAndAddress"], await fix.KeysAsync());
        Assert.Equal(MailKit($"message.From.Add(new MailboxAddress({expected}));"), await fix.FixAsync());
    }

    [Fact]
    public Task An_address_that_is_none_has_no_fix() =>
        Of(new SplitNameAndAddress(), "BREVO3004", MailKit("message.From.Add(new MailboxAddress(\"Shop\", \"shop at example\"));")).OffersNothingAsync();

    [Theory]
    [InlineData("message.From.Add(new MailboxAddress(form.Name, form.Email));", "message.From.Add(new MailboxAddress(form.Name, {0}));\n        message.ReplyTo.Add(new MailboxAddress(form.Name, form.Email));")]
    [InlineData("message.From.Add(new MailboxAddress(form.Name, form.Email));\n        message.ReplyTo.Add(new MailboxAddress(form.Name, form.Email));", "message.From.Add(new MailboxAddress(form.Name, {0}));\n        message.ReplyTo.Add(new MailboxAddress(form.Name, form.Email));")]
    [InlineData("message.From.Add(MailboxAddress.Parse(form.Email)); // theirs", "message.From.Add(MailboxAddress.Parse({0})); // theirs\n        message.ReplyTo.Add(MailboxAddress.Parse(form.Email));")]
    public async Task The_visitor_is_replied_to(string from, string expected)
    {
        var fix = Of(new SendFromOwnAddress(), "BREVO3006", MailKit(from));
        Assert.Equal(["Send from your own address and reply to the visitor"], await fix.TitlesAsync());
        Assert.Equal(["SendFromOwnAddress"], await fix.KeysAsync());
        Assert.Equal(MailKit(expected.Replace("{0}", Own), "using System;\n"), await fix.FixAsync());
    }

    [Theory]
    [InlineData("var message = new MailMessage { From = new MailAddress(form.Email), Subject = \"Hello\" };", "var message = new MailMessage { From = new MailAddress({0}), Subject = \"Hello\", ReplyToList = { new MailAddress(form.Email) } };")]
    [InlineData("var message = new MailMessage();\n        message.From = new MailAddress(form.Email, form.Name);", "var message = new MailMessage();\n        message.From = new MailAddress({0}, form.Name);\n        message.ReplyToList.Add(new MailAddress(form.Email, form.Name));")]
    public async Task The_visitor_is_replied_to_by_System_Net_Mail(string message, string expected) =>
        Assert.Equal(SystemNet(expected.Replace("{0}", Own), "using System;\n"), await Of(new SendFromOwnAddress(), "BREVO3006", SystemNet(message)).FixAsync());

    [Fact]
    public Task A_visitor_without_a_place_for_the_reply_has_no_fix() =>
        Of(new SendFromOwnAddress(), "BREVO3006", SystemNet("var message = new MailMessage(form.Email, \"a@example.com\");")).OffersNothingAsync();
}
