using Xunit;
using static BrevoAnalyzers.Tests.MailCodeSamples;

namespace BrevoAnalyzers.Tests.Rules;

public sealed class SecretLoggedTests
{
    private const string Id = "BREVO2010";

    private static string Mailer(string statement) => "using Microsoft.Extensions.Logging;\n" + MailKitUsings + $$"""
        public class Mailer(IConfiguration configuration, ILogger<Mailer> logger)
        {
            public void Send(MimeMessage message, string login)
            {
                var password = configuration["Smtp:Password"]!;
                {{statement}}
                using var client = new SmtpClient();
                client.Connect("smtp-relay.brevo.com", 587, SecureSocketOptions.StartTls);
                client.Authenticate(login, password);
                client.Send(message);
            }
        }
        """;

    [Theory]
    [InlineData("Console.WriteLine([|password|]);")]
    [InlineData("Console.Write(\"key \" + [|password|]);")]
    [InlineData("Console.WriteLine($\"key {[|password|]}\");")]
    [InlineData("Console.WriteLine(\"{0} {1}\", login, [|password|]);")]
    [InlineData("Console.Error.WriteLine([|password|]);")]
    [InlineData("System.Diagnostics.Debug.WriteLine([|password|]);")]
    [InlineData("System.Diagnostics.Trace.TraceInformation([|password|]);")]
    [InlineData("logger.LogInformation(\"{Password}\", [|password|]);")]
    [InlineData("logger.LogDebug($\"with {[|password|]}\");")]
    [InlineData("logger.LogError(new Exception(), \"{Login} {Password}\", login, [|password|]);")]
    [InlineData("if (message is null) throw new InvalidOperationException(\"refused: \" + [|password|]);")]
    [InlineData("Console.WriteLine([|configuration[\"Smtp:Password\"]|]);")]
    [InlineData("Console.WriteLine([|password.Substring(0, 20)|]);")]
    [InlineData("Console.WriteLine([|password[..20]|]);")]
    [InlineData("var shown = password.Substring(0, 24); Console.WriteLine($\"key {[|shown|]}\");")]
    [InlineData("var shown = password[..16]; logger.LogInformation(\"{Key}\", [|shown|]);")]
    public void The_password_of_a_session_is_written(string statement) => Verify.Reports(Id, Mailer(statement));

    [Theory]
    [InlineData("Console.WriteLine(password.Length);")]
    [InlineData("Console.WriteLine(password[..8]);")]
    [InlineData("Console.WriteLine(password[^4..]);")]
    [InlineData("var shown = password.Substring(0, 8); Console.WriteLine(shown);")]
    [InlineData("var shown = password[..8]; Console.WriteLine(shown);")]
    [InlineData("var shown = password.Substring(0, 24); shown = \"***\"; Console.WriteLine(shown);")]
    [InlineData("Console.WriteLine($\"key set: {password.Length > 0}\");")]
    [InlineData("Console.WriteLine(string.IsNullOrEmpty(password));")]
    [InlineData("Console.WriteLine(\"password\");")]
    [InlineData("Console.WriteLine(nameof(password));")]
    [InlineData("Console.WriteLine(password is null ? \"missing\" : \"set\");")]
    [InlineData("Console.WriteLine(new string('*', password.Length));")]
    [InlineData("Console.WriteLine(password.Substring(0, 4) + \"…\");")]
    [InlineData("Console.WriteLine(password.StartsWith(\"xsmtpsib-\"));")]
    [InlineData("Console.WriteLine(login);")]
    [InlineData("Console.WriteLine(configuration[\"Smtp:PasswordHint\"]);")]
    [InlineData("logger.LogInformation(\"connected as {Login}\", login);")]
    [InlineData("throw new ArgumentNullException(nameof(password));")]
    [InlineData("File.WriteAllText(\"/run/key\", password);")]
    public void What_gives_no_secret_away(string statement) => Verify.Silent(Id, Mailer(statement));

    private static string Check(string statement) => "using Microsoft.Extensions.Logging;\n" + $$"""
        public sealed class BrevoOptions
        {
            public string ApiKey { get; set; } = "";
            public string Sender { get; set; } = "";
            public string ApiKeyHeader { get; set; } = "";
            public bool HasApiKey => ApiKey.Length > 0;
            public string MaskedApiKey => ApiKey[..4] + "…";
            public string GetMaskedKey() => ApiKey[..4];
        }

        public static class KeyCheck
        {
            public static void Run(IConfiguration configuration, BrevoOptions options, ILogger logger)
            {
                var key = configuration["Brevo:ApiKey"] ?? Environment.GetEnvironmentVariable("BREVO_API_KEY");
                {{statement}}
            }
        }
        """;

    [Theory]
    [InlineData("logger.LogInformation(\"key {Key}\", [|key|]);")]
    [InlineData("Console.WriteLine([|options.ApiKey|]);")]
    [InlineData("if (!key!.StartsWith(\"x\")) throw new FormatException($\"'{[|key|]}' is no key of Brevo's\");")]
    public void Brevos_key_by_its_name_where_nothing_is_sent(string statement) => Verify.Reports(Id, Check(statement));

    [Theory]
    [InlineData("logger.LogInformation(\"key set: {Set}\", key is not null);")]
    [InlineData("Console.WriteLine(options.Sender);")]
    [InlineData("Console.WriteLine(configuration[\"Stripe:ApiKey\"]);")]
    [InlineData("Console.WriteLine(key?[..8]);")]
    [InlineData("Console.WriteLine(options.HasApiKey);")]
    [InlineData("Console.WriteLine(options.MaskedApiKey);")]
    [InlineData("var shown = options.GetMaskedKey(); Console.WriteLine(shown);")]
    [InlineData("Console.WriteLine(options.ApiKeyHeader);")]
    [InlineData("Console.WriteLine(configuration[\"Brevo:IsApiKeySet\"]);")]
    [InlineData("Console.WriteLine(Environment.GetEnvironmentVariable(\"BREVO_API_KEY_FILE\"));")]
    [InlineData("throw new InvalidOperationException(\"Brevo:ApiKey is not set\");")]
    public void Names_that_give_nothing_away_where_nothing_is_sent(string statement) => Verify.Silent(Id, Check(statement));

    [Fact]
    public void Other_sessions_passwords() => Verify.Silent(Id, Mailer("Console.WriteLine(password);").Replace("smtp-relay.brevo.com", "smtp.gmail.com"));
}
