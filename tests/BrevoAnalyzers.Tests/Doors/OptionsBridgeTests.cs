using Xunit;
using static BrevoAnalyzers.Tests.Doors.CodeAndFiles;

namespace BrevoAnalyzers.Tests.Doors;

/// <summary>Options classes that the code binds to sections of settings files.</summary>
public sealed class OptionsBridgeTests
{
    private const string Base = "appsettings.json";

    private const string Options = """
        public sealed class SmtpOptions
        {
            public const string Section = "Mail";
            public int Port { get; set; } = 587;
            public string Login { get; set; } = "";
            public string Key { get; set; } = "";
            public bool EnableSsl { get; set; }
            public SecureSocketOptions Mode { get; set; } = SecureSocketOptions.StartTls;
        }

        """;

    private const string Mailer = """
        public sealed class Mailer(IOptions<SmtpOptions> options)
        {
            private readonly SmtpOptions _options = options.Value;

            public async Task SendAsync(MimeMessage message)
            {
                using var client = new MailKit.Net.Smtp.SmtpClient();
                await client.ConnectAsync("smtp-relay.brevo.com", {|BREVO1001:_options.Port|}, _options.Mode);
                await client.AuthenticateAsync(_options.Login, _options.Key);
                await client.SendAsync(message);
            }
        }

        """;

    private const string WrongPort = """{ "Mail": { "Port": 25 }, "Other": { "Port": 587 } }""";

    private static string Registered(string registration) => $$"""
        public static class Startup
        {
            public static void Register(IServiceCollection services, IConfiguration configuration)
            {
                {{registration}}
            }
        }

        """;

    private static string Silent(string code) => code.Replace("{|BREVO1001:", "").Replace("|}", "");

    [Theory]
    [InlineData("""services.Configure<SmtpOptions>(configuration.GetSection("Mail"));""")]
    [InlineData("""services.Configure<SmtpOptions>(configuration.GetSection(SmtpOptions.Section));""")]
    [InlineData("""services.AddOptions<SmtpOptions>().Bind(configuration.GetSection("Mail")).ValidateOnStart();""")]
    [InlineData("""services.AddOptions<SmtpOptions>().BindConfiguration(SmtpOptions.Section);""")]
    [InlineData("""services.Configure<SmtpOptions>(o => configuration.GetSection("Mail").Bind(o));""")]
    [InlineData("""services.Configure<SmtpOptions>(o => configuration.Bind("Mail", o));""")]
    [InlineData("""var section = configuration.GetSection("Mail"); services.Configure<SmtpOptions>(section);""")]
    public void A_port_that_an_options_class_is_bound_to(string registration) =>
        Have(Options + Mailer + Registered(registration), (Base, WrongPort));

    [Theory]
    [InlineData("IOptionsSnapshot<SmtpOptions> options", "options.Value.Port")]
    [InlineData("IOptionsMonitor<SmtpOptions> options", "options.CurrentValue.Port")]
    [InlineData("SmtpOptions options", "options.Port")]
    public void Every_way_to_receive_the_options(string parameter, string port) => Have(
        Options + Registered("""services.Configure<SmtpOptions>(configuration.GetSection("Mail"));""") + $$"""
        public sealed class Mailer({{parameter}})
        {
            public void Connect(MailKit.Net.Smtp.SmtpClient client) =>
                client.Connect("smtp-relay.brevo.com", {|BREVO1001:{{port}}|}, SecureSocketOptions.StartTls);
        }
        """,
        (Base, WrongPort));

    [Theory]
    [InlineData("""services.Configure<SmtpOptions>(configuration.GetSection("Other"));""")]
    [InlineData("""services.Configure<SmtpOptions>(configuration.GetSection("Missing"));""")]
    [InlineData("""services.Configure<SmtpOptions>("orders", configuration.GetSection("Mail"));""")]
    [InlineData("""services.AddOptions<SmtpOptions>("orders").Bind(configuration.GetSection("Mail"));""")]
    [InlineData("""services.Configure<SmtpOptions>(configuration.GetSection("Mail")); services.PostConfigure<SmtpOptions>(o => o.Port = 587);""")]
    [InlineData("""services.Configure<SmtpOptions>(configuration);""")]
    public void Options_that_come_from_elsewhere_as_well(string registration) =>
        Have(Silent(Options + Mailer + Registered(registration)), (Base, WrongPort));

    [Fact]
    public void Options_that_code_makes_and_fills() => Have(
        Options + Registered("""
            services.Configure<SmtpOptions>(configuration.GetSection("Mail"));
            services.AddSingleton(new SmtpOptions { Port = 587 });
            """) + """
        public sealed class Mailer(SmtpOptions options)
        {
            public void Connect(MailKit.Net.Smtp.SmtpClient client) =>
                client.Connect("smtp-relay.brevo.com", options.Port, SecureSocketOptions.StartTls);
        }
        """,
        (Base, WrongPort));

    [Theory]
    [InlineData("""var smtp = configuration.GetSection("Mail").Get<SmtpOptions>()!;""")]
    [InlineData("""var smtp = new SmtpOptions(); configuration.GetSection("Mail").Bind(smtp);""")]
    [InlineData("""var smtp = new SmtpOptions(); configuration.Bind("Mail", smtp);""")]
    public void Options_that_are_read_where_they_are_used(string read) => Have(
        Options + $$"""
        public static class Mailer
        {
            public static void Connect(MailKit.Net.Smtp.SmtpClient client, IConfiguration configuration)
            {
                {{read}}
                client.Connect("smtp-relay.brevo.com", {|BREVO1001:smtp.Port|}, SecureSocketOptions.StartTls);
            }
        }
        """,
        (Base, WrongPort));

    [Fact]
    public void A_member_goes_by_the_key_that_it_is_given() => Have(
        """
        public sealed class SmtpOptions
        {
            [ConfigurationKeyName("relay-port")]
            public int Port { get; set; }
        }

        public sealed class Mailer(IOptions<SmtpOptions> options)
        {
            public void Connect(MailKit.Net.Smtp.SmtpClient client) =>
                client.Connect("smtp-relay.brevo.com", {|BREVO1001:options.Value.Port|}, SecureSocketOptions.StartTls);
        }

        """ + Registered("""services.Configure<SmtpOptions>(configuration.GetSection("Mail"));"""),
        (Base, """{ "Mail": { "Port": 587, "relay-port": 25 } }"""));

    [Fact]
    public void Nested_options() => Have(
        """
        public sealed class Relay
        {
            public int Port { get; set; }
        }

        public sealed class ShopOptions
        {
            public Relay Relay { get; set; } = new();
        }

        public sealed class Mailer(IOptions<ShopOptions> options)
        {
            public void Connect(MailKit.Net.Smtp.SmtpClient client) =>
                client.Connect("smtp-relay.brevo.com", {|BREVO1001:options.Value.Relay.Port|}, SecureSocketOptions.StartTls);
        }

        """ + Registered("""services.Configure<ShopOptions>(configuration.GetSection("Shop"));"""),
        (Base, """{ "Shop": { "Relay": { "Port": 25 } } }"""));

    [Fact]
    public void A_mode_is_read_by_its_name() => Have(
        Options + Registered("""services.Configure<SmtpOptions>(configuration.GetSection("Mail"));""") + """
        public sealed class Mailer(IOptions<SmtpOptions> options)
        {
            public void Connect(MailKit.Net.Smtp.SmtpClient client)
            {
                client.Connect("smtp-relay.brevo.com", 587, {|BREVO1003:options.Value.Mode|});
                client.Authenticate(options.Value.Login, options.Value.Key);
            }
        }
        """,
        (Base, """{ "Mail": { "Mode": "None" } }"""));

    [Fact]
    public void The_default_of_the_class_that_the_files_hide() => Have(
        """
        public sealed class SmtpOptions
        {
            public string Host { get; set; } = "smtp-relay.brevo.com";
            public int Port { get; set; } = 25;
            public string Login { get; set; } = "";
            public string Password { get; set; } = "";
        }

        public sealed class Mailer(IOptions<SmtpOptions> options)
        {
            public void Connect(MailKit.Net.Smtp.SmtpClient client) =>
                client.Connect(options.Value.Host, options.Value.Port, SecureSocketOptions.StartTls);
        }

        """ + Registered("""services.Configure<SmtpOptions>(configuration.GetSection("Mail"));"""),
        (Base, """{ "Mail": { "Port": 587 } }"""));

    [Fact]
    public void The_default_of_the_class_that_no_file_hides() => Have(
        """
        public sealed class SmtpOptions
        {
            public string Host { get; set; } = "smtp-relay.brevo.com";
            public int Port { get; set; } = {|BREVO1001:25|};
            public string Login { get; set; } = "";
            public string Password { get; set; } = "";
        }

        """ + Registered("""services.Configure<SmtpOptions>(configuration.GetSection("Mail"));"""),
        (Base, """{ "Mail": { "Login": "owner@shop.example" } }"""));

    [Fact]
    public void Defaults_of_the_class_never_meet_the_development_file() => Have(
        """
        public sealed class SmtpOptions
        {
            public string Host { get; set; } = "smtp-relay.brevo.com";
            public int Port { get; set; } = 587;
        }

        public sealed class Mailer(IOptions<SmtpOptions> options)
        {
            public void Connect(MailKit.Net.Smtp.SmtpClient client) =>
                client.Connect(options.Value.Host, options.Value.Port, SecureSocketOptions.StartTls);
        }

        """ + Registered("""services.Configure<SmtpOptions>(configuration.GetSection("Mail"));"""),
        (Base, "{}"),
        ("appsettings.Development.json", """{ "Mail": { "Host": "localhost", "Port": 1025 } }"""));

    private const string Flag = """{ "Mail": { "Host": "smtp-relay.brevo.com", "Port": 587, "UseSsl": false, "EnableSsl": false, "Username": "" } }""";

    [Fact]
    public void A_bare_flag_that_a_client_of_SystemNetMail_reads() => Have(
        Registered("""services.Configure<SmtpOptions>(configuration.GetSection("Mail"));""") + Options + """
        public sealed class Mailer(IOptions<SmtpOptions> options)
        {
            public void Send(System.Net.Mail.MailMessage message)
            {
                using var client = {|BREVO1003:new System.Net.Mail.SmtpClient("smtp-relay.brevo.com", options.Value.Port)
                {
                    EnableSsl = options.Value.EnableSsl,
                    Credentials = new NetworkCredential(options.Value.Login, options.Value.Key),
                }|};
                client.Send(message);
            }
        }
        """,
        (Base, Flag));

    [Fact]
    public void A_bare_flag_that_MailKit_reads() => Have(
        """
        public sealed class SmtpOptions
        {
            public int Port { get; set; }
            public bool UseSsl { get; set; }
        }

        public sealed class Mailer(IOptions<SmtpOptions> options)
        {
            public void Connect(MailKit.Net.Smtp.SmtpClient client)
            {
                client.Connect("smtp-relay.brevo.com", options.Value.Port, options.Value.UseSsl);
                if (!client.IsSecure) throw new InvalidOperationException();
            }
        }

        """ + Registered("""services.Configure<SmtpOptions>(configuration.GetSection("Mail"));"""),
        (Base, Flag));

    [Theory]
    [InlineData("services.GetRequiredService<IOptions<SmtpOptions>>().Value.Port")]
    [InlineData("services.GetRequiredService<SmtpOptions>().Port")]
    public void Options_that_are_asked_of_the_services(string port) => Have(
        Options + Registered("""services.Configure<SmtpOptions>(configuration.GetSection("Mail"));""") + $$"""
        public sealed class Mailer(IServiceProvider services)
        {
            public void Connect(MailKit.Net.Smtp.SmtpClient client) =>
                client.Connect("smtp-relay.brevo.com", {|BREVO1001:{{port}}|}, SecureSocketOptions.StartTls);
        }
        """,
        (Base, WrongPort));

    [Fact]
    public void An_object_made_where_the_section_is_missing() => Have(
        """
        public sealed class SmtpOptions
        {
            public int Port { get; set; } = 25;
        }

        public static class Mailer
        {
            public static void Connect(MailKit.Net.Smtp.SmtpClient client, IConfiguration configuration)
            {
                var smtp = configuration.GetSection("Mail").Get<SmtpOptions>() ?? new SmtpOptions();
                client.Connect("smtp-relay.brevo.com", smtp.Port, SecureSocketOptions.StartTls);
            }
        }
        """,
        (Base, """{ "Mail": { "Port": 587 } }"""));

    [Fact]
    public void A_flag_of_the_options_that_chooses_the_mode() => Have(
        """
        public sealed class SmtpOptions
        {
            public string Host { get; set; } = "";
            public int Port { get; set; } = 587;
            public bool UseSsl { get; set; }
        }

        public sealed class Mailer(IOptions<SmtpOptions> options)
        {
            private readonly SmtpOptions _options = options.Value;

            public void Connect(MailKit.Net.Smtp.SmtpClient client) =>
                client.Connect(_options.Host, _options.Port, _options.UseSsl ? SecureSocketOptions.SslOnConnect : SecureSocketOptions.StartTls);
        }

        """ + Registered("""services.Configure<SmtpOptions>(configuration.GetSection("Mail"));"""),
        (Base, """{ "Mail": { "Host": "smtp-relay.brevo.com", "UseSsl": false } }"""));

    private const string TwoProviders = """
        { "Brevo": { "Host": "smtp-relay.brevo.com", "Port": 587, "From": "orders@shop.example" }, "Catcher": { "Host": "sandbox.smtp.mailtrap.io", "Port": 25, "From": "synthetic.shop.4711@gmail.com" } }
        """;

    private const string Account = """
        public class Account
        {
            public string Host { get; set; } = "";
            public int Port { get; set; }
            public string From { get; set; } = "";
        }

        """;

    [Theory]
    [InlineData("""var account = environment.IsProduction() ? configuration.GetSection("Brevo").Get<Account>()! : configuration.GetSection("Catcher").Get<Account>()!;""")]
    [InlineData("""var account = configuration.GetSection(environment.IsProduction() ? "Brevo" : "Catcher").Get<Account>()!;""")]
    [InlineData("""var account = new Account(); configuration.GetSection(environment.IsProduction() ? "Brevo" : "Catcher").Bind(account);""")]
    public void One_class_for_two_providers(string account) => Have(
        Account + $$"""
        public sealed class Mailer(IConfiguration configuration, IHostEnvironment environment)
        {
            public void Send(MailKit.Net.Smtp.SmtpClient client, MimeMessage message)
            {
                {{account}}
                message.From.Add(new MailboxAddress("Shop", account.From));
                client.Connect(account.Host, account.Port, SecureSocketOptions.StartTls);
                client.Authenticate(configuration["User"], configuration["Key"]);
                client.Send(message);
            }
        }
        """,
        (Base, TwoProviders));

    [Fact]
    public void One_class_for_two_providers_that_is_handed_in() => Have(
        Account + """
        public sealed class Mailer
        {
            public void Connect(MailKit.Net.Smtp.SmtpClient client, Account account) => client.Connect(account.Host, account.Port, SecureSocketOptions.StartTls);
        }

        """ + Registered("""
            services.AddSingleton(configuration.GetSection("Brevo").Get<Account>()!);
            services.AddKeyedSingleton("catcher", configuration.GetSection("Catcher").Get<Account>()!);
            """),
        (Base, TwoProviders));

    [Fact]
    public void Two_classes_for_two_providers() => Have(
        Account + """
        public sealed class BrevoAccount : Account { }

        public sealed class CatcherAccount : Account { }

        public sealed class Mailer(IOptions<BrevoAccount> brevo, IOptions<CatcherAccount> catcher, bool isTest)
        {
            private readonly Account _account = isTest ? catcher.Value : brevo.Value;

            public void Send(MailKit.Net.Smtp.SmtpClient client, MimeMessage message)
            {
                message.From.Add(new MailboxAddress("Shop", _account.From));
                client.Connect(_account.Host, _account.Port, SecureSocketOptions.StartTls);
                client.Authenticate("owner@shop.example", Environment.GetEnvironmentVariable("KEY"));
                client.Send(message);
            }
        }

        """ + Registered("""
            services.Configure<BrevoAccount>(configuration.GetSection("Brevo"));
            services.Configure<CatcherAccount>(configuration.GetSection("Catcher"));
            """),
        (Base, TwoProviders));

    [Fact]
    public void A_validated_class_with_everything_right_in_each_environment() => Have(
        """
        public sealed class MailOptions
        {
            public required string Host { get; init; }
            public int Port { get; init; } = 587;
            public string? User { get; init; }
            public string? Password { get; init; }
            public string From { get; init; } = "no-reply@shop.example";
            public bool UseStartTls { get; init; } = true;
        }

        public sealed class Mailer
        {
            private readonly MailOptions _mail;

            public Mailer(IOptionsSnapshot<MailOptions> options)
            {
                _mail = options.Value ?? throw new ArgumentNullException(nameof(options));
            }

            public async Task SendAsync(MimeMessage message)
            {
                message.From.Add(MailboxAddress.Parse(_mail.From));
                using var client = new MailKit.Net.Smtp.SmtpClient();
                var mode = _mail.Port == 465 ? SecureSocketOptions.SslOnConnect : _mail.UseStartTls ? SecureSocketOptions.StartTls : SecureSocketOptions.None;
                await client.ConnectAsync(_mail.Host, _mail.Port, mode);
                if (!string.IsNullOrEmpty(_mail.User))
                    await client.AuthenticateAsync(_mail.User, _mail.Password);
                await client.SendAsync(message);
            }
        }

        """ + Registered("""
            services.AddOptions<MailOptions>().Bind(configuration.GetRequiredSection("Mail")).Validate(o => o.Port is 587 or 465 or 2525, "port").ValidateOnStart();
            """),
        (Base, """{ "Mail": { "Host": "smtp-relay.brevo.com", "Port": 587, "From": "orders@shop.example", "User": "owner@shop.example", "Password": "" } }"""),
        ("appsettings.Development.json", """{ "Mail": { "Host": "localhost", "Port": 1025, "UseStartTls": false, "User": "" } }"""),
        ("appsettings.Staging.json", """{ "Mail": { "Port": 465 } }"""),
        ("appsettings.Production.json", """{ "Mail": { "Port": 2525, "UseStartTls": true } }"""));

    [Theory]
    [InlineData("""var builder = Microsoft.AspNetCore.Builder.WebApplication.CreateBuilder(args); builder.Services.Configure<SmtpOptions>(builder.Configuration.GetSection(nameof(SmtpOptions)));""")]
    [InlineData("""var builder = Host.CreateApplicationBuilder(args); builder.Services.AddOptions<SmtpOptions>().Bind(builder.Configuration.GetSection(nameof(SmtpOptions)));""")]
    [InlineData("""Host.CreateDefaultBuilder(args).ConfigureServices((context, services) => services.Configure<SmtpOptions>(context.Configuration.GetSection("SmtpOptions")));""")]
    public void Start_up_in_top_level_statements(string statements) => Have(
        statements + "\n" + Options + Mailer,
        (Base, """{ "SmtpOptions": { "Port": 25 } }"""));

    [Fact]
    public void A_start_up_class_and_fields_from_the_configuration() => Have(
        """
        public sealed class Startup(IConfiguration configuration)
        {
            public IConfiguration Configuration { get; } = configuration;

            public void ConfigureServices(IServiceCollection services) => services.Configure<EmailSettings>(Configuration.GetSection("EmailSettings"));
        }

        public sealed class EmailSettings
        {
            public string SmtpServer { get; set; } = "";
            public int SmtpPort { get; set; }
            public string SenderEmail { get; set; } = "";
        }

        public sealed class Mailer
        {
            private readonly string _user;
            private readonly string _password;
            private readonly EmailSettings _settings;

            public Mailer(IConfiguration configuration, IOptions<EmailSettings> settings)
            {
                _user = configuration["Relay:User"]!;
                _password = configuration.GetSection("Relay")["Password"]!;
                _settings = settings.Value;
            }

            public void Send(string to)
            {
                using var client = {|BREVO1002:new System.Net.Mail.SmtpClient(_settings.SmtpServer, _settings.SmtpPort) { EnableSsl = true, Credentials = new NetworkCredential(_user, _password) }|};
                using var message = new System.Net.Mail.MailMessage({|BREVO3001:_settings.SenderEmail|}, to, "Hello", "Text");
                client.Send(message);
            }
        }
        """,
        (Base, """{ "EmailSettings": { "SmtpServer": "smtp-relay.brevo.com", "SmtpPort": 465, "SenderEmail": "owner@shop.example" }, "Relay": { "User": "owner@shop.example", "Password": "" } }"""));
}
