using System.Threading.Tasks;
using BrevoAnalyzers.CodeFixes;
using BrevoAnalyzers.Tests.Fixes.Infrastructure;
using Xunit;

namespace BrevoAnalyzers.Tests.Fixes;

/// <summary>BREVO2005 and BREVO3005.</summary>
public class SwapValuesFixTests
{
    /// <summary>Sixteen characters without a prefix, as most SMTP keys are. Made up.</summary>
    private const string Key = "AbCd9fGh40KmNp38";

    private static VerifyFix Of(string rule, params string[] sources) => new(new SwapValues(), rule, sources) { MayAppear = ["BREVO2004"] };

    private static string MailKit(string credentials, string members = "", string from = "new MailboxAddress(\"Shop\", \"shop@example.com\")") =>
        $$"""
        using MailKit.Net.Smtp;
        using MailKit.Security;
        using MimeKit;

        class Mailer
        {
        {{members}}    void Send(SmtpClient client, MimeMessage message, string login, string key)
            {
                message.From.Add({{from}});
                client.Connect("smtp-relay.brevo.com", 587, SecureSocketOptions.StartTls);
                client.Authenticate({{credentials}});
                client.Send(message);
            }
        }
        """;

    [Theory]
    [InlineData("\"{0}\", /* login */ \"a1@smtp-brevo.com\"", "\"a1@smtp-brevo.com\", /* login */ \"{0}\"")]
    [InlineData("userName: \"{0}\", password: \"a1@smtp-brevo.com\"", "userName: \"a1@smtp-brevo.com\", password: \"{0}\"")]
    [InlineData("new System.Net.NetworkCredential(\"{0}\", \"a1@smtp-brevo.com\")", "new System.Net.NetworkCredential(\"a1@smtp-brevo.com\", \"{0}\")")]
    public async Task Login_and_password(string credentials, string expected)
    {
        var fix = Of("BREVO2005", MailKit(credentials.Replace("{0}", Key)));
        Assert.Equal(["Swap login and password"], await fix.TitlesAsync());
        Assert.Equal(MailKit(expected.Replace("{0}", Key)), await fix.FixAsync());
    }

    [Fact]
    public async Task Login_and_password_where_they_are_written()
    {
        const string members = "    private const string User = \"" + Key + "\", Password = \"a1@smtp-brevo.com\";\n";
        const string expected = "    private const string User = \"a1@smtp-brevo.com\", Password = \"" + Key + "\";\n";
        Assert.Equal(MailKit("User, Password", expected), await Of("BREVO2005", MailKit("User, Password", members)).FixAsync());
    }

    [Fact]
    public Task Offers_nothing_for_a_login_without_its_counterpart() => Of("BREVO2005", MailKit("\"apikey\", key")).OffersNothingAsync();

    [Theory]
    [InlineData("new MailboxAddress(\"shop@example.com\", \"Shop\")", "new MailboxAddress(\"Shop\", \"shop@example.com\")")]
    [InlineData("new MailboxAddress(address: \"Shop\", name: \"shop@example.com\")", "new MailboxAddress(address: \"shop@example.com\", name: \"Shop\")")]
    public async Task Name_and_address(string from, string expected)
    {
        var fix = Of("BREVO3005", MailKit("login, key", from: from));
        Assert.Equal(["Swap name and address"], await fix.TitlesAsync());
        Assert.Equal(MailKit("login, key", from: expected), await fix.FixAsync());
    }

    [Fact]
    public async Task Name_and_address_behind_constants()
    {
        const string members = "    private const string Address = \"shop@example.com\", Name = \"Shop\";\n";
        Assert.Equal(
            MailKit("login, key", members, "new MailboxAddress(Name, Address)"),
            await Of("BREVO3005", MailKit("login, key", members, "new MailboxAddress(Address, Name)")).FixAsync());
    }

    [Fact]
    public async Task The_order_of_System_Net_Mail_is_another()
    {
        const string client = """
            message.From = new MailAddress("Shop", "shop@example.com");
                    using var client = new SmtpClient("smtp-relay.brevo.com", 587) { EnableSsl = true, Credentials = credentials };
            """;
        var source = Mailers.BySystemNet(client);
        Assert.Equal(source.Replace("\"Shop\", \"shop@example.com\"", "\"shop@example.com\", \"Shop\""), await Of("BREVO3005", source).FixAsync());
    }

    [Fact]
    public async Task All_at_once()
    {
        var source = MailKit("login, key", from: "new MailboxAddress(\"shop@example.com\", \"Shop\")").ReplaceLineEndings("\r\n");
        source += source[source.IndexOf("\r\nclass Mailer")..].Replace("class Mailer", "class Other").Replace("shop@", "other@");
        var expected = source.Replace("\"shop@example.com\", \"Shop\"", "\"Shop\", \"shop@example.com\"").Replace("\"other@example.com\", \"Shop\"", "\"Shop\", \"other@example.com\"");
        Assert.Equal(expected, await Of("BREVO3005", source).FixAllAsync());
    }
}
