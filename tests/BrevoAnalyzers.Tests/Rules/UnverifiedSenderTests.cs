using Xunit;
using static BrevoAnalyzers.Tests.MailCodeSamples;

namespace BrevoAnalyzers.Tests.Rules;

public sealed class UnverifiedSenderTests
{
    private const string Id = "BREVO3003";

    private static Verification With { get; } =
        Verify.WithOptions(("brevo_verified_senders", "orders@shop.example, news@shop.example"), ("brevo_authenticated_domains", "mail.shop.example"));

    [Theory]
    [InlineData("""message.From.Add(MailboxAddress.Parse([|"sales@shop.example"|]));""")]
    [InlineData("""message.From.Add(new MailboxAddress("Shop", [|"sales@shop.example"|]));""")]
    [InlineData("""message.From.Add(MailboxAddress.Parse([|"Shop <sales@shop.example>"|]));""")]
    [InlineData("""message.From.Add(MailboxAddress.Parse([|"orders@other.mail.shop.example"|]));""")]
    [InlineData("""message.From.Add(MailboxAddress.Parse(configuration["From"] ?? [|"sales@shop.example"|]));""")]
    public void A_sender_that_the_project_does_not_list(string statement) => With.Reports(Id, InMailKitMethod(statement + FreemailSenderTests.Session));

    [Theory]
    [InlineData("""message.From.Add(MailboxAddress.Parse("orders@shop.example"));""")]
    [InlineData("""message.From.Add(MailboxAddress.Parse("Orders@Shop.Example"));""")]
    [InlineData("""message.From.Add(MailboxAddress.Parse("Shop <news@shop.example>"));""")]
    [InlineData("""message.From.Add(MailboxAddress.Parse("anybody@mail.shop.example"));""")]
    [InlineData("""message.From.Add(MailboxAddress.Parse(configuration["From"]));""")]
    [InlineData("""message.To.Add(MailboxAddress.Parse("sales@shop.example"));""")]
    [InlineData("""message.From.Add(MailboxAddress.Parse("your-sender@your-domain.com"));""")]
    [InlineData("""message.From.Add(MailboxAddress.Parse("olivia.shop@gmail.com"));""")]
    [InlineData("""message.From.Add(MailboxAddress.Parse("0a1b2c001@smtp-brevo.com"));""")]
    [InlineData("""message.From.Add(MailboxAddress.Parse("orders.shop.example"));""")]
    public void Listed_unknown_and_other_rules_senders(string statement) => With.Silent(Id, InMailKitMethod(statement + FreemailSenderTests.Session));

    [Fact]
    public void Without_the_option_nothing_is_known() => Verify.Silent(Id, InMailKitMethod(
        """message.From.Add(MailboxAddress.Parse("sales@shop.example"));""" + FreemailSenderTests.Session));

    [Fact]
    public void Other_hosts() => With.Silent(Id, InMailKitMethod(
        """message.From.Add(MailboxAddress.Parse("sales@shop.example"));""" + FreemailSenderTests.Session.Replace("smtp-relay.brevo.com", "smtp.gmail.com")));
}
