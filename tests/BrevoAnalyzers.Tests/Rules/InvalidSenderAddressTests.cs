using Xunit;
using static BrevoAnalyzers.Tests.MailCodeSamples;

namespace BrevoAnalyzers.Tests.Rules;

public sealed class InvalidSenderAddressTests
{
    private const string Id = "BREVO3004";

    [Theory]
    [InlineData("""message.From.Add(new MailboxAddress("Shop", [|"orders.shop.io"|]));""")]
    [InlineData("""message.From.Add(new MailboxAddress("Shop", [|"orders@"|]));""")]
    [InlineData("""message.From.Add(new MailboxAddress("Shop", [|"orders @shop.example"|]));""")]
    [InlineData("""message.From.Add(new MailboxAddress("Shop", [|"orders@shop.example\n"|]));""")]
    [InlineData("""message.From.Add(new MailboxAddress("Shop", [|"Orders <orders@shop.example>"|]));""")]
    [InlineData("""message.From.Add(new MailboxAddress("Shop", [|"orders@5000001.brevosend.com"|]));""")]
    [InlineData("""message.From.Add(MailboxAddress.Parse([|"orders@brevosend.com"|]));""")]
    [InlineData("""message.From.Add(MailboxAddress.Parse([|"orders.shop.io"|]));""")]
    public void MimeKit_senders_that_are_no_addresses(string statement) => Verify.Reports(Id, InMailKitMethod(statement + FreemailSenderTests.Session));

    [Theory]
    [InlineData("""message.From = new MailAddress([|"orders.shop.io"|]);""")]
    [InlineData("""message.From = new MailAddress([|"orders@brevosend.com"|], "Shop");""")]
    [InlineData("""message = new MailMessage([|"orders.shop.io"|], "to@shop.example");""")]
    public void SystemNetMail_senders_that_are_no_addresses(string statement) => Verify.Reports(Id, InSystemNetMailMethod(statement + """
        using var client = new SmtpClient("smtp-relay.brevo.com", 587) { EnableSsl = true, Credentials = new NetworkCredential(login, key) };
        client.Send(message);
        """));

    [Theory]
    [InlineData("""message.From.Add(MailboxAddress.Parse("Orders <orders@shop.example>"));""")]
    [InlineData("""message.From.Add(MailboxAddress.Parse(" orders@shop.example "));""")]
    [InlineData("""message.From.Add(new MailboxAddress("Shop", "orders@shop.example"));""")]
    [InlineData("""message.From.Add(new MailboxAddress("Shop", "orders@localhost"));""")]
    [InlineData("""message.From.Add(new MailboxAddress("Shop", "<sender>"));""")]
    [InlineData("""message.From.Add(new MailboxAddress("Shop", "your-sender"));""")]
    [InlineData("""message.From.Add(new MailboxAddress("Shop", ""));""")]
    [InlineData("""message.From.Add(new MailboxAddress("Shop", configuration["From"]));""")]
    [InlineData("""message.To.Add(new MailboxAddress("Shop", "orders.shop.io"));""")]
    [InlineData("""message.From.Add(new MailboxAddress("orders@shop.example", "Shop"));""")]
    [InlineData("""message.From.Add(new GroupAddress("Shop"));""")]
    public void Addresses_placeholders_and_other_places(string statement) => Verify.Silent(Id, InMailKitMethod(statement + FreemailSenderTests.Session));

    [Theory]
    [InlineData("""message.From = new MailAddress("Orders <orders@shop.example>");""")]
    [InlineData("""message = new MailMessage("Orders <orders@shop.example>", "to@shop.example");""")]
    public void SystemNetMail_takes_the_name_in_the_address(string statement) => Verify.Silent(Id, InSystemNetMailMethod(statement + """
        using var client = new SmtpClient("smtp-relay.brevo.com", 587) { EnableSsl = true, Credentials = new NetworkCredential(login, key) };
        client.Send(message);
        """));

    [Fact]
    public void Other_hosts() => Verify.Silent(Id, InMailKitMethod(
        """message.From.Add(new MailboxAddress("Shop", "orders.shop"));""" + FreemailSenderTests.Session.Replace("smtp-relay.brevo.com", "smtp.gmail.com")));

    [Theory]
    [InlineData("senderMail")]
    [InlineData("from-address")]
    public void A_text_that_only_says_what_belongs_there(string text) => Verify.Silent(Id, InMailKitMethod($$"""message.From.Add(new MailboxAddress("Shop", "{{text}}"));""" + FreemailSenderTests.Session));
}
