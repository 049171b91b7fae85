using Xunit;
using static BrevoAnalyzers.Tests.MailCodeSamples;

namespace BrevoAnalyzers.Tests.Rules;

public sealed class OpportunisticTlsTests
{
    private const string Id = "BREVO1004";

    private const string Login = "client.Authenticate(login, key); client.Send(message);";

    [Fact]
    public void An_arm_of_a_flag_that_is_no_port() => Verify.Reports(Id, InMailKitMethod(
        "using var client = new SmtpClient(); var port = int.TryParse(configuration[\"Port\"], out var given) ? given : 587; var ssl = bool.TryParse(configuration[\"Ssl\"], out var wanted) && wanted;"
        + "if (ssl) client.Connect(\"smtp-relay.brevo.com\", 465, true); else client.Connect(\"smtp-relay.brevo.com\", port, [|false|]);" + Login));

    [Theory]
    [InlineData("""client.Connect("smtp-relay.brevo.com", 587, [|SecureSocketOptions.StartTlsWhenAvailable|]);""")]
    [InlineData("""client.Connect("smtp-relay.brevo.com", 2525, [|SecureSocketOptions.Auto|]);""")]
    [InlineData("""client.Connect("smtp-relay.brevo.com", 587, [|false|]);""")]
    [InlineData("""[|client.Connect("smtp-relay.brevo.com", 587)|];""")]
    [InlineData("""await [|client.ConnectAsync("smtp-relay.brevo.com", 587, cancellationToken: default)|];""")]
    [InlineData("""client.Connect(new Uri([|"smtp://smtp-relay.brevo.com:587"|]));""")]
    [InlineData("""var port = configuration.GetValue("Port", 587); client.Connect("smtp-relay.brevo.com", port, [|false|]);""")]
    [InlineData("""var port = int.TryParse(configuration["Port"], out var given) ? given : 587; client.Connect("smtp-relay.brevo.com", port, [|SecureSocketOptions.StartTlsWhenAvailable|]);""")]
    [InlineData("""client.RequireTLS = true; client.Connect("smtp-relay.brevo.com", 587, [|SecureSocketOptions.Auto|]);""")]
    [InlineData("""client.Connect("smtp-relay.brevo.com", configuration.GetValue("Port", 2525), configuration.GetValue("Mode", [|SecureSocketOptions.StartTlsWhenAvailable|]));""")]
    public void Modes_that_go_on_in_clear(string connect) => Verify.Reports(Id, InMailKitMethod("using var client = new SmtpClient();" + connect + Login));

    [Theory]
    [InlineData("""client.Connect("smtp-relay.brevo.com", 587, SecureSocketOptions.StartTls);""")]
    [InlineData("""client.Connect("smtp-relay.brevo.com", 465, SecureSocketOptions.Auto);""")]
    [InlineData("""client.Connect("smtp-relay.brevo.com", 465, SecureSocketOptions.SslOnConnect);""")]
    [InlineData("""client.Connect("smtp-relay.brevo.com", 465, false);""")]
    [InlineData("""client.Connect("smtp-relay.brevo.com", 587, true);""")]
    [InlineData("""client.Connect("smtp-relay.brevo.com", 587, SecureSocketOptions.None);""")]
    [InlineData("""client.Connect("smtp-relay.brevo.com", configuration.GetValue<int>("Port"), SecureSocketOptions.Auto);""")]
    [InlineData("""client.Connect("smtp-relay.brevo.com", configuration.GetValue("Port", 587), SecureSocketOptions.Auto);""")]
    [InlineData("""client.Connect("smtp-relay.brevo.com", configuration.GetValue<int>("Port"), false);""")]
    [InlineData("""client.Connect("smtp-relay.brevo.com", configuration.GetValue("Port", 465), false);""")]
    [InlineData("""client.Connect("smtp-relay.brevo.com", configuration.GetValue("Port", 587), configuration.GetValue("Ssl", false));""")]
    [InlineData("""var port = configuration.GetValue("Port", 587); if (port == 465) client.Connect("smtp-relay.brevo.com", port, true); else client.Connect("smtp-relay.brevo.com", port, false);""")]
    [InlineData("""client.Connect("smtp-relay.brevo.com", 587, configuration.GetValue<bool>("Ssl"));""")]
    [InlineData("""client.Connect(new Uri("smtp://smtp-relay.brevo.com:587/?starttls=always"));""")]
    [InlineData("""client.Connect("smtp.gmail.com", 587, SecureSocketOptions.Auto);""")]
    [InlineData("""client.Connect("localhost", 587, SecureSocketOptions.Auto);""")]
    [InlineData("""client.Connect("smtp-relay.brevo.com", 587, SecureSocketOptions.Auto); if (!client.IsSecure) throw new InvalidOperationException();""")]
    [InlineData("""var port = configuration.GetValue("Port", 587); client.Connect("smtp-relay.brevo.com", port, port == 465);""")]
    [InlineData("""client.Connect("smtp-relay.brevo.com", configuration.GetValue("Port", 587), configuration.GetValue("Mode", SecureSocketOptions.Auto));""")]
    [InlineData("""var port = configuration.GetValue("Port", 587); client.Connect("smtp-relay.brevo.com", port, port == 465 ? SecureSocketOptions.SslOnConnect : SecureSocketOptions.StartTlsWhenAvailable);""")]
    [InlineData("""var port = dev ? 587 : 465; client.Connect("smtp-relay.brevo.com", port, port == 465 ? SecureSocketOptions.SslOnConnect : SecureSocketOptions.StartTlsWhenAvailable);""")]
    public void Modes_that_are_strict_another_rules_or_chosen_by_port(string connect) => Verify.Silent(Id, InMailKitMethod("using var client = new SmtpClient();" + connect + Login));

    [Fact]
    public void SystemNetMail_knows_no_such_mode() => Verify.Silent(Id, InSystemNetMailMethod("""
        using var client = new SmtpClient("smtp-relay.brevo.com", 587) { EnableSsl = true, Credentials = new NetworkCredential(login, key) };
        client.Send(message);
        """));
}
