using BrevoAnalyzers.Tests.Docs;
using Xunit;
using static BrevoAnalyzers.Tests.MailCodeSamples;

namespace BrevoAnalyzers.Tests.Rules;

public sealed class InvalidSmtpLoginTests
{
    private const string Id = "BREVO2005";

    private const string Connect = """using var client = new SmtpClient(); client.Connect("smtp-relay.brevo.com", 587, SecureSocketOptions.StartTls);""";

    [Theory]
    [InlineData("""client.Authenticate([|"apikey"|], key);""")]
    [InlineData("""client.Authenticate([|"api"|], key);""")]
    [InlineData("""client.Authenticate([|"resend"|], key);""")]
    [InlineData("""client.Authenticate([|"{{SMTP_KEY}}"|], key);""")]
    [InlineData("""client.Authenticate([|"{{API_KEY}}"|], key);""")]
    [InlineData("""client.Authenticate([|"Qm7LxB2vNc9RtY4k"|], "0a1b2c001@smtp-brevo.com");""")]
    [InlineData("""client.Authenticate([|"Qm7LxB2vNc9RtY4k"|], "owner@shop.example");""")]
    [InlineData("""client.Authenticate(new NetworkCredential([|"apikey"|], key));""")]
    [InlineData("""client.Authenticate(new SaslMechanismPlain([|"apikey"|], key));""")]
    [InlineData("""client.Authenticate(configuration["Login"] ?? [|"apikey"|], key);""")]
    public void Logins_that_are_no_address(string authenticate) => Verify.Reports(Id, KeyTokens.Expand(InMailKitMethod(Connect + authenticate)));

    [Fact]
    public void SystemNetMail() => Verify.Reports(Id, InSystemNetMailMethod("""
        using var client = new SmtpClient("smtp-relay.brevo.com", 587) { EnableSsl = true, Credentials = new NetworkCredential([|"apikey"|], key) };
        client.Send(message);
        """));

    [Theory]
    [InlineData("""client.Authenticate("0a1b2c001@smtp-brevo.com", key);""")]
    [InlineData("""client.Authenticate("owner@shop.example", key);""")]
    [InlineData("""client.Authenticate("owner@gmail.com", key);""")]
    [InlineData("""client.Authenticate(configuration["Login"], key);""")]
    [InlineData("""client.Authenticate("your-login", key);""")]
    [InlineData("""client.Authenticate("<login>", key);""")]
    [InlineData("""client.Authenticate("username", "password");""")]
    [InlineData("""client.Authenticate(new NetworkCredential("user", key));""")]
    [InlineData("""client.Authenticate("", key);""")]
    [InlineData("""client.Authenticate(login, "apikey");""")]
    public void Addresses_placeholders_and_settings(string authenticate) => Verify.Silent(Id, InMailKitMethod(Connect + authenticate));

    [Theory]
    [InlineData("smtp.sendgrid.net")]
    [InlineData("smtp.resend.com")]
    [InlineData("localhost")]
    public void Other_hosts(string host) => Verify.Silent(Id, InMailKitMethod(Connect.Replace("smtp-relay.brevo.com", host) + """client.Authenticate("apikey", key);"""));

    [Fact]
    public void The_other_arm_is_another_providers() => Verify.Silent(Id, InMailKitMethod("""
        var (host, user) = dev ? ("smtp.sendgrid.net", "apikey") : ("smtp-relay.brevo.com", login);
        using var client = new SmtpClient();
        client.Connect(host, 587, SecureSocketOptions.StartTls);
        client.Authenticate(user, key);
        """));
}
