using Xunit;
using static BrevoAnalyzers.Tests.MailCodeSamples;

namespace BrevoAnalyzers.Tests.Rules;

public sealed class WrongBrevoHostTests
{
    private const string Id = "BREVO1005";

    private const string Login = "client.Authenticate(login, key); client.Send(message);";

    [Theory]
    [InlineData("smtp.brevo.com")]
    [InlineData("SMTP.Brevo.com")]
    [InlineData("smtp-brevo.com")]
    [InlineData("api.brevo.com")]
    [InlineData("api.sendinblue.com")]
    [InlineData("smtp-rely.brevo.com")]
    [InlineData("smtp-relay.brveo.com")]
    [InlineData("smtp-relay.brevo.co")]
    [InlineData("smtps://smtp-relay.brevo.com")]
    [InlineData("https://api.brevo.com/v3")]
    [InlineData("smtp-relay.brevo.com:587")]
    [InlineData("smtp-relay.brevo.com/")]
    [InlineData(" smtp-relay.brevo.com")]
    public void Hosts_that_Brevo_does_not_have(string host) =>
        Verify.Reports(Id, InMailKitMethod($"using var client = new SmtpClient(); client.Connect([|\"{host}\"|], 587, SecureSocketOptions.StartTls);" + Login));

    [Theory]
    [InlineData("""client.Connect(configuration["Smtp:Host"] ?? [|"smtp.brevo.com"|], 587, SecureSocketOptions.StartTls);""")]
    [InlineData("""client.Connect(dev ? "localhost" : [|"smtp.brevo.com"|], 587, SecureSocketOptions.StartTls);""")]
    [InlineData("""const string host = [|"smtp.brevo.com"|]; client.Connect(host, 587, SecureSocketOptions.StartTls);""")]
    [InlineData("""client.Connect(new Uri([|"smtp://smtp.brevo.com:587"|]));""")]
    public void Wherever_the_host_comes_from(string connect) => Verify.Reports(Id, InMailKitMethod("using var client = new SmtpClient();" + connect + Login));

    [Fact]
    public void SystemNetMail() => Verify.Reports(Id, InSystemNetMailMethod("""
        using var client = new SmtpClient([|"smtp.brevo.com"|], 587) { EnableSsl = true, Credentials = new NetworkCredential(login, key) };
        client.Send(message);
        using var other = new SmtpClient { Host = [|"smtp-relay.brevo.con"|], Port = 587, EnableSsl = true, Credentials = new NetworkCredential(login, key) };
        other.Send(message);
        """));

    [Theory]
    [InlineData("smtp-relay.brevo.com")]
    [InlineData("SMTP-Relay.Brevo.Com")]
    [InlineData("smtp-relay.brevo.com.")]
    [InlineData("smtp-relay.sendinblue.com")]
    [InlineData("smtp-relay.gmail.com")]
    [InlineData("smtp-relay.bravo.com")]
    [InlineData("smtp.bravo.com")]
    [InlineData("app.brevo.com")]
    [InlineData("brevo.company.com")]
    [InlineData("smtp-relay.brevo.com.intern.company.com")]
    [InlineData("localhost")]
    [InlineData("your-smtp-host")]
    public void Hosts_that_are_right_or_somebody_elses(string host) =>
        Verify.Silent(Id, InMailKitMethod($"using var client = new SmtpClient(); client.Connect(\"{host}\", 587, SecureSocketOptions.StartTls);" + Login));

    [Theory]
    [InlineData("""client.Connect(new Uri("smtps://smtp-relay.brevo.com"));""")]
    [InlineData("""client.Connect(new Uri("smtp://smtp-relay.brevo.com:587/?starttls=always"));""")]
    [InlineData("""client.LocalDomain = "smtp.brevo.com"; client.Connect("smtp-relay.brevo.com", 587, SecureSocketOptions.StartTls);""")]
    public void Uris_and_other_texts(string connect) => Verify.Silent(Id, InMailKitMethod("using var client = new SmtpClient();" + connect + Login));

    [Fact]
    public void Texts_for_people() => Verify.Silent(Id, MailKitUsings + """
        public class Help
        {
            public string Hint(SmtpClient client) => "Not smtp.brevo.com, nor https://smtp-relay.brevo.com: see https://app.brevo.com";
            public static readonly string[] Wrong = { "smtp.brevo.com", "smtp-brevo.com" };
            public static bool IsWrong(string host) => host == "smtp.brevo.com";
        }
        """);
}
