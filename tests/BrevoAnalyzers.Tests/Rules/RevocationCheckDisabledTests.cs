using Xunit;
using static BrevoAnalyzers.Tests.MailCodeSamples;

namespace BrevoAnalyzers.Tests.Rules;

public sealed class RevocationCheckDisabledTests
{
    private const string Id = "BREVO1009";

    private const string Session = """client.Connect("smtp-relay.brevo.com", 587, SecureSocketOptions.StartTls); client.Authenticate(login, key); client.Send(message);""";

    [Theory]
    [InlineData("using var client = new SmtpClient { CheckCertificateRevocation = [|false|] };")]
    [InlineData("using var client = new SmtpClient(); client.CheckCertificateRevocation = [|false|];")]
    public void Switched_off(string create) => Verify.Reports(Id, InMailKitMethod(create + Session));

    [Theory]
    [InlineData("using var client = new SmtpClient();")]
    [InlineData("using var client = new SmtpClient { CheckCertificateRevocation = true };")]
    [InlineData("using var client = new SmtpClient { CheckCertificateRevocation = false }; client.CheckCertificateRevocation = true;")]
    [InlineData("""using var client = new SmtpClient { CheckCertificateRevocation = configuration.GetValue<bool>("Revocation") };""")]
    public void Left_on_or_not_known(string create) => Verify.Silent(Id, InMailKitMethod(create + Session));

    [Fact]
    public void Other_hosts() => Verify.Silent(Id, InMailKitMethod(
        "using var client = new SmtpClient { CheckCertificateRevocation = false };" + Session.Replace("smtp-relay.brevo.com", "smtp.gmail.com")));

    [Fact]
    public void It_is_off_by_default() => Verify.Exactly(InMailKitMethod("using var client = new SmtpClient { CheckCertificateRevocation = false };" + Session));
}
