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

    [Fact]
    public void The_sdk_of_that_time_once_a_project() => Verify.Reports("BREVO1006",
        """
        class Settings { public string Sdk => "sib_api_v3_sdk"; }
        """,
        """
        using [|sib_api_v3_sdk|].Api;
        using sib_api_v3_sdk.Model;

        class Mailer { public CreateSmtpEmail Send(TransactionalEmailsApi api, SendSmtpEmail mail) => api.SendTransacEmail(mail); }
        """,
        """
        class Other { public sib_api_v3_sdk.Model.SendSmtpEmail Mail => new(templateId: 3); }
        """);

    [Fact]
    public void The_sdk_of_today_and_the_other_ones_name_in_a_text() => Verify.Silent("BREVO1006", """
        using brevo_csharp.Api;
        using brevo_csharp.Model;

        // We came from sib_api_v3_sdk.
        class Mailer { public string From => "sib_api_v3_sdk"; public CreateSmtpEmail Send(TransactionalEmailsApi api, SendSmtpEmail mail) => api.SendTransacEmail(mail); }
        """);
}
