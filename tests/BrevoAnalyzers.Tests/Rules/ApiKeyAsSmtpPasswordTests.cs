using BrevoAnalyzers.Tests.Docs;
using Xunit;
using static BrevoAnalyzers.Tests.MailCodeSamples;

namespace BrevoAnalyzers.Tests.Rules;

public sealed class ApiKeyAsSmtpPasswordTests
{
    private const string Id = "BREVO2001";

    [Theory]
    [InlineData("""client.Authenticate(login, [|"{{API_KEY}}"|]);""")]
    [InlineData("""client.Authenticate(new NetworkCredential(login, [|"{{API_KEY}}"|]));""")]
    [InlineData("""client.Authenticate(new NetworkCredential { UserName = login, Password = [|"{{API_KEY}}"|] });""")]
    [InlineData("""client.Authenticate(new SaslMechanismLogin(login, [|"{{API_KEY}}"|]));""")]
    [InlineData("""client.Authenticate(new SaslMechanismPlain(new NetworkCredential(login, [|"{{API_KEY}}"|])));""")]
    [InlineData("""client.Authenticate(System.Text.Encoding.UTF8, login, [|"{{API_KEY}}"|]);""")]
    [InlineData("""await client.AuthenticateAsync(password: [|"{{API_KEY}}"|], userName: login);""")]
    [InlineData("""client.Authenticate(login, configuration["Smtp:Password"] ?? [|"{{API_KEY}}"|]);""")]
    [InlineData("""const string secret = [|"{{API_KEY}}"|]; client.Authenticate(login, secret);""")]
    [InlineData(""""client.Authenticate(login, [|"""{{API_KEY}}"""|]);"""")]
    public void MailKit(string authenticate) => Verify.Reports(Id, KeyTokens.Expand(InMailKitMethod(
        """using var client = new SmtpClient(); client.Connect("smtp-relay.brevo.com", 587, SecureSocketOptions.StartTls);""" + authenticate)));

    [Fact]
    public void A_key_put_together_of_pieces() => Verify.Reports(Id, InMailKitMethod($$"""
        using var client = new SmtpClient();
        client.Connect("smtp-relay.brevo.com", 587, SecureSocketOptions.StartTls);
        client.Authenticate(login, [|"xkeysib-" + "{{KeyTokens.ApiKey[8..]}}"|]);
        """));

    [Fact]
    public void SystemNetMail() => Verify.Reports(Id, KeyTokens.Expand(InSystemNetMailMethod("""
        using var client = new SmtpClient("smtp-relay.brevo.com", 587) { EnableSsl = true };
        client.Credentials = new NetworkCredential(login, [|"{{API_KEY}}"|]);
        client.Send(message);
        """)));

    [Fact]
    public void The_key_alone_says_that_the_session_is_Brevos() => Verify.Reports(Id, KeyTokens.Expand(InMailKitMethod("""
        using var client = new SmtpClient();
        client.Connect(configuration["Smtp:Host"], 587, SecureSocketOptions.StartTls);
        client.Authenticate(login, [|"{{API_KEY}}"|]);
        """)));

    [Theory]
    [InlineData("""client.Authenticate(login, "{{SMTP_KEY}}");""")]
    [InlineData("""client.Authenticate(login, "Qm7LxB2vNc9RtY4k");""")]
    [InlineData("""client.Authenticate(login, key);""")]
    [InlineData("""client.Authenticate(login, "xkeysib-your-key");""")]
    [InlineData("""if (key.StartsWith("xkeysib-")) throw new InvalidOperationException(); client.Authenticate(login, key);""")]
    [InlineData("""var api = "{{API_KEY}}"; client.Authenticate(login, key); Console.WriteLine(api.Length);""")]
    public void Other_passwords(string authenticate) => Verify.Silent(Id, KeyTokens.Expand(InMailKitMethod(
        """using var client = new SmtpClient(); client.Connect("smtp-relay.brevo.com", 587, SecureSocketOptions.StartTls);""" + authenticate)));

    [Fact]
    public void Another_provider_whatever_its_password_looks_like() => Verify.Silent(Id, KeyTokens.Expand(InMailKitMethod("""
        using var client = new SmtpClient();
        client.Connect("smtp.zoho.eu", 587, SecureSocketOptions.StartTls);
        client.Authenticate(login, "{{API_KEY}}");
        """)));

    [Fact]
    public void The_header_of_the_api_is_its_place() => Verify.Silent(Id, KeyTokens.Expand("""
        using MailKit.Net.Smtp;
        public class Api(HttpClient http)
        {
            public void Prepare(SmtpClient unused) => http.DefaultRequestHeaders.Add("api-key", "{{API_KEY}}");
        }
        """));
}
