using System.Linq;
using Xunit;
using static BrevoAnalyzers.Tests.Doors.CodeAndFiles;

namespace BrevoAnalyzers.Tests.Doors;

/// <summary>What only code and settings files together show.</summary>
public sealed class SettingsBridgeTests
{
    private const string Base = "appsettings.json";
    private const string Development = "appsettings.Development.json";
    private const string Production = "appsettings.Production.json";

    /// <summary>A mailer whose port is the marked expression, with everything else right.</summary>
    private static string WithPort(string port) => $$"""
        public sealed class Mailer(IConfiguration configuration)
        {
            public async Task SendAsync(MimeMessage message)
            {
                using var client = new MailKit.Net.Smtp.SmtpClient();
                await client.ConnectAsync("smtp-relay.brevo.com", {{port}}, SecureSocketOptions.StartTls);
                await client.AuthenticateAsync(configuration["Mail:Login"], configuration["Mail:Key"]);
                await client.SendAsync(message);
            }
        }
        """;

    private static string Smtp(string settings) => $$"""{ "Mail": { {{settings}} } }""";

    [Theory]
    [InlineData("""int.Parse({|BREVO1001:configuration["Mail:Port"]!|})""")]
    [InlineData("""{|BREVO1001:configuration.GetValue<int>("Mail:Port")|}""")]
    [InlineData("""{|BREVO1001:configuration.GetSection("Mail").GetValue<int>("Port")|}""")]
    [InlineData("""{|BREVO1001:configuration.GetSection("Mail").GetValue("Port", 587)|}""")]
    [InlineData("""{|BREVO1001:int.Parse(configuration.GetSection("Mail")["Port"] ?? "587")|}""")]
    [InlineData("""{|BREVO1001:int.Parse(configuration.GetRequiredSection("Mail").GetSection("Port").Value!)|}""")]
    [InlineData("""{|BREVO1001:int.TryParse(configuration["mail:port"], out var port) ? port : 587|}""")]
    public void A_literal_host_and_a_port_from_the_file(string port) => Have(
        WithPort(port.StartsWith("int.Parse({|", System.StringComparison.Ordinal) ? "{|BREVO1001:int.Parse(configuration[\"Mail:Port\"]!)|}" : port),
        (Base, Smtp("\"Port\": 25")));

    [Theory]
    [InlineData("""int.Parse(configuration["Mail:Port"] ?? "25")""")]
    [InlineData("""configuration.GetValue("Mail:Port", 25)""")]
    [InlineData("""int.TryParse(configuration["Mail:Port"], out var port) ? port : 25""")]
    [InlineData("""string.IsNullOrEmpty(configuration["Mail:Port"]) ? 25 : int.Parse(configuration["Mail:Port"]!)""")]
    [InlineData("""configuration["Mail:Port"] is null ? 25 : int.Parse(configuration["Mail:Port"]!)""")]
    public void A_wrong_default_that_the_file_hides(string port) => Have(WithPort(port), (Base, Smtp("\"Port\": 587")));

    [Fact]
    public void A_wrong_default_that_each_environment_hides() => Have(
        WithPort("""configuration.GetValue("Mail:Port", 25)"""),
        (Base, "{}"),
        (Development, Smtp("\"Port\": 2525")),
        (Production, Smtp("\"Port\": 587")));

    [Fact]
    public void A_wrong_default_that_only_one_environment_hides() => Have(
        WithPort("""configuration.GetValue("Mail:Port", {|BREVO1001:25|})"""),
        (Base, "{}"),
        (Development, Smtp("\"Port\": 2525")));

    [Theory]
    [InlineData("\"Port\": \"\"")]
    [InlineData("\"Port\": null")]
    [InlineData("\"Port\": \"${SMTP_PORT}\"")]
    [InlineData("\"Port\": \"<port>\"")]
    [InlineData("\"Host\": \"\"")]
    public void What_the_file_leaves_open_is_unknown(string settings) =>
        Have(WithPort("""configuration.GetValue<int>("Mail:Port")"""), (Base, Smtp(settings)));

    [Fact]
    public void An_env_file_is_none_of_the_environment() => Have(
        """
        public static class Mailer
        {
            public static void Connect(MailKit.Net.Smtp.SmtpClient client) =>
                client.Connect("smtp-relay.brevo.com", int.Parse(Environment.GetEnvironmentVariable("RELAY_PORT")!), SecureSocketOptions.StartTls);
        }
        """,
        (".env", "RELAY_PORT=25"),
        ("Properties/launchSettings.json", """{ "profiles": { "http": { "environmentVariables": { "RELAY_PORT": "25" } } } }"""));

    private const string FromConfiguration = """
        public sealed class Mailer(IConfiguration configuration)
        {
            public void Connect(MailKit.Net.Smtp.SmtpClient client) =>
                client.Connect(configuration["Mail:Host"], configuration.GetValue<int>("Mail:Port"), SecureSocketOptions.StartTls);
        }
        """;

    [Fact]
    public void The_development_port_never_meets_the_host_of_another_environment()
    {
        Have(FromConfiguration, (Base, Smtp("\"Host\": \"smtp-relay.brevo.com\", \"Port\": 587")), (Development, Smtp("\"Host\": \"localhost\", \"Port\": 1025")));
        Have(FromConfiguration, (Base, Smtp("\"Host\": \"localhost\", \"Port\": 1025")), (Production, Smtp("\"Host\": \"smtp-relay.brevo.com\", \"Port\": 587")));
        Have(FromConfiguration, (Development, Smtp("\"Host\": \"localhost\", \"Port\": 1025")), (Production, Smtp("\"Host\": \"smtp-relay.brevo.com\", \"Port\": 587")));
    }

    [Fact]
    public void A_default_host_never_meets_the_development_port() => Have(
        """
        public sealed class Mailer(IConfiguration configuration)
        {
            public void Connect(MailKit.Net.Smtp.SmtpClient client) =>
                client.Connect(configuration["Mail:Host"] ?? "smtp-relay.brevo.com", configuration.GetValue("Mail:Port", 587), SecureSocketOptions.StartTls);
        }
        """,
        (Base, "{}"),
        (Development, Smtp("\"Host\": \"localhost\", \"Port\": 1025")));

    [Theory]
    [InlineData("if (environment.IsDevelopment()) return;")]
    [InlineData("if (environment.EnvironmentName == \"Development\") return;")]
    [InlineData("if (!environment.IsProduction()) return;")]
    public void Code_that_runs_in_another_environment_never_meets_the_file_of_development(string condition) => Have(
        $$"""
        public sealed class Mailer(IConfiguration configuration, IHostEnvironment environment)
        {
            public void Connect(MailKit.Net.Smtp.SmtpClient client)
            {
                {{condition}}
                client.Connect("smtp-relay.brevo.com", configuration.GetValue<int>("Mail:Port"), SecureSocketOptions.StartTls);
            }
        }
        """,
        (Base, Smtp("\"Port\": 587")),
        (Development, Smtp("\"Port\": 1025")));

    [Fact]
    public void Files_of_two_applications_never_meet() => Have(
        FromConfiguration,
        ("../Shop/appsettings.json", Smtp("\"Host\": \"smtp-relay.brevo.com\", \"Port\": 587")),
        ("../Admin/appsettings.json", Smtp("\"Host\": \"mail.shop.example\", \"Port\": 25")));

    [Fact]
    public void What_the_file_proves_stands_there_and_nowhere_else() => Have(
        FromConfiguration,
        (Base, Smtp("\"Host\": \"smtp-relay.brevo.com\", \"Port\": 587, \"Username\": \"\"")),
        (Production, Smtp("\"Port\": {|BREVO1001:25|}")));

    [Fact]
    public void What_is_ignored_in_the_file_is_ignored_at_its_use() => Have(
        WithPort("""configuration.GetValue<int>("Mail:Port")"""),
        (Base, "{ \"Mail\": {\n // brevo-ignore BREVO1001\n \"Port\": 25 } }"));

    [Fact]
    public void The_other_end_is_an_additional_location()
    {
        var finding = Findings(WithPort("""configuration.GetValue<int>("Mail:Port")"""), (Base, Smtp("\"Port\": 25"))).Single();

        Assert.Equal("Code.cs", finding.Location.GetLineSpan().Path);
        Assert.Equal(Base, Assert.Single(finding.AdditionalLocations).GetLineSpan().Path);
        Assert.Empty(finding.Properties);
    }

    [Fact]
    public void The_sender_of_one_section_is_the_login_of_another() => Have(
        """
        public sealed class Mailer(IConfiguration configuration)
        {
            public void Send(MailKit.Net.Smtp.SmtpClient client, MimeMessage message)
            {
                message.From.Add(new MailboxAddress("Shop", {|BREVO3001:configuration["Newsletter:Address"]|}));
                client.Connect("smtp-relay.brevo.com", 587, SecureSocketOptions.StartTls);
                client.Authenticate(configuration["Relay:User"], configuration["Relay:Key"]);
                client.Send(message);
            }
        }
        """,
        (Base, """{ "Newsletter": { "Address": "owner@shop.example" }, "Relay": { "User": "owner@shop.example", "Key": "" } }"""));

    [Fact]
    public void A_password_in_the_file_of_a_host_in_the_code() => Have(
        """
        public sealed class Mailer(IConfiguration configuration)
        {
            public void Send(MailKit.Net.Smtp.SmtpClient client, MimeMessage message)
            {
                client.Connect("smtp-relay.brevo.com", 587, SecureSocketOptions.StartTls);
                client.Authenticate(configuration["Account:Name"], {|BREVO2004:configuration["Account:Secret"]|});
                client.Send(message);
            }
        }
        """,
        (Base, """{ "Account": { "Name": "owner@shop.example", "Secret": "AbCd9fGh40KmNp38" } }"""));

    [Fact]
    public void The_path_of_a_request_beside_the_base_address_in_the_file() => Have(
        """
        public sealed class Mailer
        {
            private readonly HttpClient _http;

            public Mailer(HttpClient http, IConfiguration configuration)
            {
                _http = http;
                _http.BaseAddress = new Uri(configuration["Brevo:BaseUrl"]!);
                _http.DefaultRequestHeaders.Add("api-key", configuration["Brevo:ApiKey"]);
            }

            public async Task SendAsync(object payload)
            {
                using var response = await _http.PostAsJsonAsync({|BREVO4008:"/smtp/email"|}, payload);
                response.EnsureSuccessStatusCode();
            }
        }
        """,
        (Base, """{ "Brevo": { "BaseUrl": "https://api.brevo.com/v3/", "ApiKey": "" } }"""));

    [Fact]
    public void A_file_over_another_reports_what_the_other_states() => Have(
        FromConfiguration,
        (Base, Smtp("\"Host\": \"localhost\", \"Port\": 25, \"Username\": \"\"")),
        (Production, Smtp("\"Host\": {|BREVO1001:\"smtp-relay.brevo.com\"|}".Replace("{|BREVO1001:\"", "\"{|BREVO1001:").Replace("\"|}", "|}\""))));

    [Fact]
    public void A_general_value_that_each_environment_hides() => Have(
        WithPort("""configuration.GetValue<int>("Mail:Port")"""),
        (Base, Smtp("\"Port\": 25")),
        (Development, Smtp("\"Port\": 2525")),
        (Production, Smtp("\"Port\": 587")));

    [Fact]
    public void An_unknown_host_never_meets_the_development_port() => Have(
        """
        public sealed class BrevoMailer(IConfiguration configuration)
        {
            public void Connect(MailKit.Net.Smtp.SmtpClient client) =>
                client.Connect(Environment.GetEnvironmentVariable("SMTP_HOST"), configuration.GetValue<int>("Mail:Port"), SecureSocketOptions.StartTls);
        }
        """,
        (Base, Smtp("\"Port\": 587")),
        (Development, Smtp("\"Port\": 1025")));

    [Theory]
    [InlineData("configuration.GetValue<bool>(\"Mail:UseSsl\") ? SecureSocketOptions.SslOnConnect : SecureSocketOptions.StartTls")]
    [InlineData("bool.Parse(configuration[\"Mail:UseSsl\"]!) ? SecureSocketOptions.SslOnConnect : SecureSocketOptions.StartTls")]
    [InlineData("configuration.GetValue<int>(\"Mail:Port\") == 465 ? SecureSocketOptions.SslOnConnect : SecureSocketOptions.StartTls")]
    public void A_mode_that_the_file_chooses(string mode)
    {
        var code = $$"""
            public sealed class Mailer(IConfiguration configuration)
            {
                public void Connect(MailKit.Net.Smtp.SmtpClient client) =>
                    client.Connect("smtp-relay.brevo.com", configuration.GetValue<int>("Mail:Port"), {{mode}});
            }
            """;

        Have(code, (Base, Smtp("\"Port\": 587, \"UseSsl\": false")));
        Have(code, (Base, Smtp("\"Port\": 465, \"UseSsl\": true")));
    }

    [Fact]
    public void A_mode_that_the_file_chooses_wrongly() => Have(
        """
        public sealed class Mailer(IConfiguration configuration)
        {
            public void Connect(MailKit.Net.Smtp.SmtpClient client)
            {
                var useSsl = configuration.GetValue<bool>("Mail:UseSsl");
                client.Connect("smtp-relay.brevo.com", {|BREVO1002:configuration.GetValue<int>("Mail:Port")|}, useSsl ? SecureSocketOptions.SslOnConnect : SecureSocketOptions.StartTls);
            }
        }
        """,
        (Base, Smtp("\"Port\": 587, \"UseSsl\": true")));

    [Fact]
    public void Settings_of_an_API_call() => Have(
        """
        public sealed class Mailer(HttpClient http, IConfiguration configuration)
        {
            public async Task SendAsync(string to)
            {
                using var request = new HttpRequestMessage(HttpMethod.Post, "https://api.brevo.com/v3/smtp/email");
                request.Headers.Add("api-key", configuration["Brevo:ApiKey"]);
                request.Content = JsonContent.Create(new
                {
                    sender = new { email = {|BREVO3002:configuration["Newsletter:Address"]|} },
                    to = new[] { new { email = to } },
                    subject = "Welcome",
                    htmlContent = "<p>Welcome</p>",
                });
                using var response = await http.SendAsync(request);
                response.EnsureSuccessStatusCode();
            }
        }
        """,
        (Base, """{ "Newsletter": { "Address": "synthetic.shop.4711@gmail.com" } }"""));

    private const string WithAccount = """
        public sealed class Mailer(IConfiguration configuration)
        {
            public void Send(MailKit.Net.Smtp.SmtpClient client, MimeMessage message)
            {
                client.Connect("smtp-relay.brevo.com", 587, SecureSocketOptions.StartTls);
                client.Authenticate(configuration["Account:Name"], PASSWORD);
                client.Send(message);
            }
        }
        """;

    private static string Account(string key) => """{ "Account": { "Name": "owner@shop.example", "Secret": "{|BREVO2004:KEY|}" } }""".Replace("KEY", key);

    [Fact]
    public void A_whole_key_is_reported_in_the_file_alone() =>
        Have(WithAccount.Replace("PASSWORD", "configuration[\"Account:Secret\"]"), (Base, Account(Model.MadeUpKeys.Smtp)));

    [Fact]
    public void A_key_of_the_API_in_the_file_is_the_password_in_the_code() =>
        Have(WithAccount.Replace("PASSWORD", "{|BREVO2001:configuration[\"Account:Secret\"]|}"), (Base, Account(Model.MadeUpKeys.Api)));

    [Fact]
    public void A_malformed_file_states_nothing()
    {
        foreach (var text in (string[])["{ \"Mail\": { \"Port\": 25 ", "[ 25 ]", "\"Port\"", "", "{ \"Mail\": 25 }", "{ \"Mail\": { \"Port\": [ 25 ] } }", "{ \"Mail\": { \"Port\": \"twenty-five\" } }"])
            Have(WithPort("""configuration.GetValue<int>("Mail:Port")"""), (Base, text));
    }
}
