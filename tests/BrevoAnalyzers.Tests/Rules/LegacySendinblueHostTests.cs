using Xunit;
using static BrevoAnalyzers.Tests.MailCodeSamples;

namespace BrevoAnalyzers.Tests.Rules;

public sealed class LegacySendinblueHostTests
{
    private const string Id = "BREVO1006";

    private const string Login = "client.Authenticate(login, key); client.Send(message);";

    [Theory]
    [InlineData("""client.Connect([|"smtp-relay.sendinblue.com"|], 587, SecureSocketOptions.StartTls);""")]
    [InlineData("""client.Connect([|"SMTP-RELAY.SENDINBLUE.COM"|], 587, SecureSocketOptions.StartTls);""")]
    [InlineData("""client.Connect(configuration["Host"] ?? [|"smtp-relay.sendinblue.com"|], 587, SecureSocketOptions.StartTls);""")]
    [InlineData("""client.Connect(new Uri([|"smtps://smtp-relay.sendinblue.com"|]));""")]
    public void MailKit(string connect) => Verify.Reports(Id, InMailKitMethod("using var client = new SmtpClient();" + connect + Login));

    [Fact]
    public void SystemNetMail() => Verify.Reports(Id, InSystemNetMailMethod("""
        using var client = new SmtpClient([|"smtp-relay.sendinblue.com"|], 587) { EnableSsl = true, Credentials = new NetworkCredential(login, key) };
        client.Send(message);
        """));

    [Theory]
    [InlineData("""client.Connect("smtp-relay.brevo.com", 587, SecureSocketOptions.StartTls);""")]
    [InlineData("""var text = "smtp-relay.sendinblue.com"; client.Connect("smtp-relay.brevo.com", 587, SecureSocketOptions.StartTls); Console.WriteLine(text);""")]
    [InlineData("""var host = configuration["Host"]; if (host == "smtp-relay.sendinblue.com") host = "smtp-relay.brevo.com"; client.Connect(host, 587, SecureSocketOptions.StartTls);""")]
    public void Texts_and_comparisons(string connect) => Verify.Silent(Id, InMailKitMethod("using var client = new SmtpClient();" + connect + Login));
}
