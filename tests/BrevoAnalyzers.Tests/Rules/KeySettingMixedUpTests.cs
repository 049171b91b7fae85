using Xunit;
using static BrevoAnalyzers.Tests.MailCodeSamples;

namespace BrevoAnalyzers.Tests.Rules;

public sealed class KeySettingMixedUpTests
{
    private const string Id = "BREVO2003";

    private const string Connect = """using var client = new SmtpClient(); client.Connect("smtp-relay.brevo.com", 587, SecureSocketOptions.StartTls);""";

    [Theory]
    [InlineData("""client.Authenticate(login, [|configuration["Brevo:ApiKey"]|]);""")]
    [InlineData("""client.Authenticate(login, [|configuration["Brevo:API_KEY"]|]);""")]
    [InlineData("""client.Authenticate(login, [|configuration["BREVO_API_KEY"]|]);""")]
    [InlineData("""client.Authenticate(login, [|configuration["Sendinblue:ApiKey"]|]);""")]
    [InlineData("""client.Authenticate(login, [|configuration["EmailSettings:BrevoApiKey"]|]);""")]
    [InlineData("""client.Authenticate(login, [|Environment.GetEnvironmentVariable("BREVO_API_KEY")|]);""")]
    [InlineData("""client.Authenticate(login, [|configuration.GetSection("Brevo")["ApiKey"]|]);""")]
    [InlineData("""client.Authenticate(login, [|configuration.GetValue<string>("Brevo:ApiKey")|]);""")]
    [InlineData("""client.Authenticate(login, [|configuration["Brevo:ApiKey"]|] ?? throw new InvalidOperationException());""")]
    [InlineData("""var secret = [|configuration["Brevo:ApiKey"]|]; client.Authenticate(login, secret);""")]
    [InlineData("""client.Authenticate(new NetworkCredential(login, [|configuration["Brevo:ApiKey"]|]));""")]
    [InlineData("""client.Authenticate(login, [|configuration["Brevo:V3ApiKey"]|]);""")]
    public void A_setting_called_ApiKey_as_password(string authenticate) => Verify.Reports(Id, InMailKitMethod(Connect + authenticate));

    [Theory]
    [InlineData("""client.Authenticate(login, configuration["Brevo:SmtpKey"]);""")]
    [InlineData("""client.Authenticate(login, configuration["Brevo:Password"]);""")]
    [InlineData("""client.Authenticate(login, configuration["Brevo:Key"]);""")]
    [InlineData("""client.Authenticate(login, configuration["Smtp:ApiKey"]);""")]
    [InlineData("""client.Authenticate(login, configuration["Brevo:SmtpApiKey"]);""")]
    [InlineData("""client.Authenticate(login, configuration["Brevo:Smtp:ApiKey"]);""")]
    [InlineData("""client.Authenticate(login, Environment.GetEnvironmentVariable("SMTP_API_KEY"));""")]
    [InlineData("""client.Authenticate(login, Environment.GetEnvironmentVariable("BREVO_SMTP_KEY"));""")]
    [InlineData("""client.Authenticate(configuration["Brevo:ApiKey"], configuration["Brevo:SmtpKey"]);""")]
    [InlineData("""client.Authenticate(login, configuration["Brevo:ApiKeyVault:Smtp"]);""")]
    [InlineData("""var apiKey = configuration["Brevo:SmtpKey"]; client.Authenticate(login, apiKey);""")]
    [InlineData("""var smtpKey = configuration["Brevo:ApiKey"]; client.Authenticate(login, smtpKey);""")]
    public void Other_names(string authenticate) => Verify.Silent(Id, InMailKitMethod(Connect + authenticate));

    [Fact]
    public void Members_parameters_and_methods_called_ApiKey() => Verify.Reports(Id, MailKitUsings + """
        public class BrevoOptions
        {
            public string Login { get; set; } = "";
            public string ApiKey { get; set; } = "";
        }

        public interface ISecrets
        {
            string GetApiKey();
        }

        public class Mailer(BrevoOptions options, ISecrets secrets)
        {
            public void ByMember(SmtpClient client)
            {
                client.Connect("smtp-relay.brevo.com", 587, SecureSocketOptions.StartTls);
                client.Authenticate(options.Login, [|options.ApiKey|]);
            }

            public void ByParameter(SmtpClient client, string apiKey)
            {
                client.Connect("smtp-relay.brevo.com", 587, SecureSocketOptions.StartTls);
                client.Authenticate(options.Login, [|apiKey|]);
            }

            public void ByMethod(SmtpClient client)
            {
                client.Connect("smtp-relay.brevo.com", 587, SecureSocketOptions.StartTls);
                client.Authenticate(options.Login, [|secrets.GetApiKey()|]);
            }
        }
        """);

    [Fact]
    public void A_method_of_the_project_by_its_name() => Verify.Reports(Id, InMailKitMethod(Connect + """
        client.Authenticate(login, [|Secrets.GetApiKey()|]);
        """) + """

        public static class Secrets
        {
            public static string GetApiKey() => File.ReadAllText("secret");
        }
        """);

    [Fact]
    public void SystemNetMail() => Verify.Reports(Id, InSystemNetMailMethod("""
        using var client = new SmtpClient("smtp-relay.brevo.com", 587) { EnableSsl = true };
        client.Credentials = new NetworkCredential(configuration["Brevo:Login"], [|configuration["Brevo:ApiKey"]|]);
        client.Send(message);
        """));

    [Fact]
    public void A_path_that_looks_at_the_prefix() => Verify.Silent(Id, InMailKitMethod(Connect + """
        var secret = configuration["Brevo:ApiKey"];
        if (secret is null || secret.StartsWith("xkeysib-"))
            throw new InvalidOperationException("Set the SMTP key.");
        client.Authenticate(login, secret);
        """));

    [Theory]
    [InlineData("smtp.sendgrid.net")]
    [InlineData("smtp.postmarkapp.com")]
    [InlineData("localhost")]
    public void Other_providers_whose_password_is_an_api_key(string host) => Verify.Silent(Id, InMailKitMethod($$"""
        using var client = new SmtpClient();
        client.Connect("{{host}}", 587, SecureSocketOptions.StartTls);
        client.Authenticate("apikey", configuration["Brevo:ApiKey"]);
        """));

    [Fact]
    public void An_unknown_host_without_a_sign_of_Brevo() => Verify.Silent(Id, MailKitUsings + """
        // Brevo is one of the providers that this can be set up for.
        public class Mailer(IConfiguration configuration)
        {
            public void Open(SmtpClient client)
            {
                client.Connect(configuration["Mail:Host"], 587, SecureSocketOptions.StartTls);
                client.Authenticate("apikey", configuration["Mail:ApiKey"]);
            }
        }
        """);

    [Fact]
    public void Both_keys_in_one_class_each_in_its_place() => Verify.Silent(Id, MailKitUsings + """
        public class Brevo(IConfiguration configuration, HttpClient http)
        {
            private readonly string _apiKey = configuration["Brevo:ApiKey"]!;
            private readonly string _smtpKey = configuration["Brevo:SmtpKey"]!;

            public void Prepare() => http.DefaultRequestHeaders.Add("api-key", _apiKey);

            public void Open(SmtpClient client)
            {
                client.Connect("smtp-relay.brevo.com", 587, SecureSocketOptions.StartTls);
                client.Authenticate(configuration["Brevo:Login"], _smtpKey);
            }
        }
        """);

    [Fact]
    public void A_method_of_ones_own_by_its_name() => Verify.Reports(Id, MailKitUsings + """
        public interface IVault { string Read(string name); }

        public class Mailer(IVault vault)
        {
            private string GetApiKey() => vault.Read("mail");
            private string GetSmtpKey() => vault.Read("relay");

            public void Send(MimeMessage message, string login, bool old)
            {
                using var client = new SmtpClient();
                client.Connect("smtp-relay.brevo.com", 587, SecureSocketOptions.StartTls);
                if (old)
                    client.Authenticate(login, [|GetApiKey()|]);
                else
                    client.Authenticate(login, GetSmtpKey());
                client.Send(message);
            }
        }
        """);

    [Fact]
    public void A_bound_setting_where_it_is_used() => Verify.Reports(Id, """
        using Microsoft.Extensions.Configuration;

        public sealed class BrevoSettings { public string SmtpKey { get; set; } = ""; public string ApiKey { get; set; } = ""; }

        public sealed class Mailer
        {
            private readonly BrevoSettings _brevo = new();

            public Mailer(IConfiguration configuration) => configuration.GetSection("Brevo").Bind(_brevo);

            public HttpRequestMessage Request(bool old)
            {
                var request = new HttpRequestMessage(HttpMethod.Post, "https://api.brevo.com/v3/smtp/email");
                if (old)
                    request.Headers.Add("api-key", [|_brevo.SmtpKey|]);
                else
                    request.Headers.Add("api-key", _brevo.ApiKey);
                return request;
            }
        }
        """);
}
