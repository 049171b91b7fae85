using System.Threading.Tasks;
using BrevoAnalyzers.CodeFixes;
using BrevoAnalyzers.Tests.Fixes.Infrastructure;
using BrevoAnalyzers.Tests.Model;
using Xunit;

namespace BrevoAnalyzers.Tests.Fixes;

/// <summary>BREVO2001, BREVO2004, BREVO3001 and BREVO3002.</summary>
public class ReadFromSettingsFixTests
{
    /// <summary>Sixteen characters without a prefix, as most SMTP keys are. Made up.</summary>
    private const string ShortKey = "AbCd9fGh40KmNp38";

    private static readonly string ApiKey = "xkeysib-" + new string('a', 64) + "-AbCdEfGh12345678";
    private static readonly string SmtpKey = "xsmtpsib-" + new string('b', 64) + "-AbCdEfGh12345678";

    private static VerifyFix Of(string rule, params string[] sources) => new(new ReadFromSettings(), rule, sources);

    private static string MailKit(string login, string password, string members = "", string body = "", string from = "\"shop@example.com\"", string usings = "") =>
        $$"""
        {{usings}}using MailKit.Net.Smtp;
        using MailKit.Security;
        using Microsoft.Extensions.Configuration;
        using MimeKit;

        class Mailer
        {
        {{members}}    void Send(MimeMessage message, SmtpClient client)
            {
        {{body}}        message.From.Add(new MailboxAddress("Shop", {{from}}));
                client.Connect("smtp-relay.brevo.com", 587, SecureSocketOptions.StartTls);
                client.Authenticate({{login}}, {{password}});
                client.Send(message);
            }
        }
        """;

    private const string Configuration = "    private readonly IConfiguration _configuration;\n\n    public Mailer(IConfiguration configuration) => _configuration = configuration;\n\n";

    private static string OfConfiguration(string key, string receiver = "_configuration") =>
        $"""{receiver}["{key}"] ?? throw new InvalidOperationException("{key} is not set")""";

    private static string OfEnvironment(string name) =>
        $"""Environment.GetEnvironmentVariable("{name}") ?? throw new InvalidOperationException("{name} is not set")""";

    private const string System = "using System;\n";

    [Fact]
    public async Task Without_any_sign_the_environment_is_read()
    {
        const string login = "\"0a1b2c001@smtp-brevo.com\"";
        var fix = Of("BREVO2004", MailKit(login, $"\"{ShortKey}\""));
        Assert.Equal(["Read the SMTP key from the environment"], await fix.TitlesAsync());
        Assert.Equal(["ReadFromSettings"], await fix.KeysAsync());
        Assert.Equal(MailKit(login, OfEnvironment("BREVO_SMTP_KEY"), usings: System), await fix.FixAsync());
    }

    [Fact]
    public async Task With_a_configuration_in_scope_that_is_read()
    {
        const string login = "\"0a1b2c001@smtp-brevo.com\"";
        var fix = Of("BREVO2004", MailKit(login, $"\"{ShortKey}\"", Configuration));
        Assert.Equal(["Read the SMTP key from the configuration"], await fix.TitlesAsync());
        Assert.Equal(["ReadFromSettings"], await fix.KeysAsync());
        Assert.Equal(MailKit(login, OfConfiguration("Brevo:SmtpKey"), Configuration, usings: System), await fix.FixAsync());
    }

    [Theory]
    [InlineData("_configuration[\"Brevo:SmtpLogin\"]", "Brevo:SmtpKey")]
    [InlineData("_configuration[\"Smtp:User\"]", "Smtp:Password")]
    [InlineData("_configuration[\"Mail:Login\"]", "Mail:SmtpKey")]
    public async Task The_name_is_the_siblings(string login, string key)
    {
        foreach (var password in (string[])[ShortKey, SmtpKey, ApiKey])
        {
            var source = MailKit(login, $"\"{password}\"", Configuration);
            Assert.Equal(MailKit(login, OfConfiguration(key), Configuration, usings: System), await Of("BREVO2004", source).FixAsync());
        }
    }

    [Theory]
    [InlineData("BREVO_SMTP_LOGIN", "BREVO_SMTP_KEY")]
    [InlineData("SMTP_USER", "SMTP_PASSWORD")]
    public async Task The_environment_is_preferred_where_the_siblings_come_from_it(string login, string key)
    {
        var read = $"""Environment.GetEnvironmentVariable("{login}")!""";
        var source = MailKit(read, $"\"{ShortKey}\"", Configuration, usings: System);
        Assert.Equal(MailKit(read, OfEnvironment(key), Configuration, usings: System), await Of("BREVO2004", source).FixAsync());
    }

    [Theory]
    [InlineData("SmtpKey")]
    [InlineData("SmtpPassword")]
    [InlineData("Password")]
    public async Task A_member_beside_the_sibling_is_read(string member)
    {
        const string field = "    private readonly MailSettings _settings;\n    public Mailer(MailSettings settings) => _settings = settings;\n";
        var settings = $"public class MailSettings {{ public string SmtpLogin {{ get; set; }} = \"\"; public string {member} {{ get; set; }} = \"\"; }}";
        var fix = Of("BREVO2004", MailKit("_settings.SmtpLogin", $"\"{ShortKey}\"", field), settings);
        Assert.Equal(["Read the SMTP key from the settings"], await fix.TitlesAsync());
        Assert.Equal(MailKit("_settings.SmtpLogin", "_settings." + member, field), await fix.FixAsync());
    }

    [Fact]
    public async Task An_api_key_as_password_becomes_the_smtp_key_whichever_finding_is_fixed()
    {
        const string login = "\"0a1b2c001@smtp-brevo.com\"";
        var expected = MailKit(login, OfEnvironment("BREVO_SMTP_KEY"), usings: System);
        var source = MailKit(login, $"\"{ApiKey}\"");
        Assert.Equal(expected, await Of("BREVO2001", source).FixAsync());
        Assert.Equal(expected, await Of("BREVO2004", source).FixAsync());
    }

    [Fact]
    public async Task A_key_that_nothing_is_seen_to_use_is_named_by_its_shape()
    {
        var fix = Of("BREVO2004", $"class Keys\n{{\n    public const string Key = \"{ApiKey}\"; // secret\n}}\n");
        Assert.Equal(["Read the API key from the environment"], await fix.TitlesAsync());
        Assert.Equal($"using System;\n\nclass Keys\n{{\n    public static readonly string Key = {OfEnvironment("BREVO_API_KEY")}; // secret\n}}\n", await fix.FixAsync());
    }

    [Theory]
    [InlineData("_configuration[\"Brevo:SmtpKey\"] ?? \"{0}\"", "Brevo:SmtpKey")]
    [InlineData("Environment.GetEnvironmentVariable(\"SMTP_KEY\") ?? \"{0}\"", "SMTP_KEY")]
    public async Task A_fallback_throws(string password, string name)
    {
        var fallback = password.Replace("\"{0}\"", $"throw new InvalidOperationException(\"{name} is not set\")");
        var fix = Of("BREVO2004", MailKit("_configuration[\"Brevo:Login\"]", password.Replace("{0}", ShortKey), Configuration, usings: System));
        Assert.Equal(["Throw if the SMTP key is not set"], await fix.TitlesAsync());
        Assert.Equal(["ReadFromSettings"], await fix.KeysAsync());
        Assert.Equal(MailKit("_configuration[\"Brevo:Login\"]", fallback, Configuration, usings: System), await fix.FixAsync());
    }

    [Theory]
    [InlineData("string.IsNullOrEmpty(_from) ? \"shop@gmail.com\" : _from", "string.IsNullOrEmpty(_from) ? throw new InvalidOperationException(\"_from is not set\") : _from")]
    [InlineData("!string.IsNullOrWhiteSpace(_from) ? _from : \"shop@gmail.com\"", "!string.IsNullOrWhiteSpace(_from) ? _from : throw new InvalidOperationException(\"_from is not set\")")]
    [InlineData("_from ?? \"shop@gmail.com\"", "_from ?? throw new InvalidOperationException(\"_from is not set\")")]
    public async Task So_does_a_sender_that_stands_in_for_another(string from, string expected)
    {
        const string members = "    private string? _from;\n";
        var fix = Of("BREVO3002", MailKit("\"a\"", "\"b\"", members, from: from));
        Assert.Equal(["Throw if the sender is not set"], await fix.TitlesAsync());
        Assert.Equal(MailKit("\"a\"", "\"b\"", members, from: expected, usings: System), await fix.FixAsync());
    }

    [Fact]
    public async Task So_does_a_default_of_GetValue()
    {
        const string login = "_configuration[\"Mail:Login\"]";
        var source = MailKit(login, "_key", Configuration + "    string _key = \"\";\n", "        var from = _configuration.GetValue(\"Mail:From\", \"shop@gmail.com\");\n", "from");
        var expected = MailKit(login, "_key", Configuration + "    string _key = \"\";\n", "        var from = _configuration.GetValue<string>(\"Mail:From\") ?? throw new InvalidOperationException(\"Mail:From is not set\");\n", "from", usings: System);
        Assert.Equal(expected, await Of("BREVO3002", source).FixAsync());
    }

    [Fact]
    public async Task The_sender_is_named_like_the_other_settings()
    {
        const string login = "_configuration[\"Smtp:Login\"]", key = "_configuration[\"Smtp:SmtpKey\"]";
        foreach (var (rule, address) in new[] { ("BREVO3001", "0a1b2c001@smtp-brevo.com"), ("BREVO3002", "shop@gmail.com") })
        {
            var fix = Of(rule, MailKit(login, key, Configuration, from: $"\"{address}\""));
            Assert.Equal(["Read the sender from the configuration"], await fix.TitlesAsync());
            Assert.Equal(MailKit(login, key, Configuration, from: OfConfiguration("Smtp:SenderEmail"), usings: System), await fix.FixAsync());
        }
    }

    [Fact]
    public async Task A_login_that_is_the_sender_stays_the_login()
    {
        const string field = "    private readonly string _login = \"0a1b2c001@smtp-brevo.com\";\n";
        var fix = Of("BREVO3001", MailKit("_login", "_login", field, from: "_login"));
        Assert.Equal(MailKit("_login", "_login", field, from: OfEnvironment("BREVO_SENDER_EMAIL"), usings: System), await fix.FixAsync());
    }

    [Fact]
    public async Task The_sender_member_of_a_settings_object_is_read()
    {
        const string members = "    private readonly MailSettings _settings;\n    public Mailer(MailSettings settings) => _settings = settings;\n";
        const string settings = "public class MailSettings { public string Login { get; set; } = \"\"; public string Key { get; set; } = \"\"; public string FromEmail { get; set; } = \"\"; }";
        var fix = Of("BREVO3001", MailKit("_settings.Login", "_settings.Key", members, from: "_settings.Login"), settings);
        Assert.Equal(MailKit("_settings.Login", "_settings.Key", members, from: "_settings.FromEmail"), await fix.FixAsync());
    }

    private static string Options(string sender) =>
        $$"""
        using MimeKit;
        using MailKit.Security;

        public class MailOptions
        {
            public string Login { get; set; } = "";
            public string Key { get; set; } = "";
            public string Sender { get; set; } = {{sender}}; // ours
        }

        public class Mailer(MailOptions options)
        {
            public void Send(MimeMessage message)
            {
                message.From.Add(MailboxAddress.Parse(options.Sender));
                using var client = new MailKit.Net.Smtp.SmtpClient();
                client.Connect("smtp-relay.brevo.com", 587, SecureSocketOptions.StartTls);
                client.Authenticate(options.Login, options.Key);
                client.Send(message);
            }
        }
        """;

    private static string SetUp(string binding) =>
        $"using Microsoft.Extensions.Configuration;\nusing Microsoft.Extensions.DependencyInjection;\nstatic class SetUp {{ static void Up(IServiceCollection services, IConfiguration configuration) {{ {binding} }} }}";

    [Theory]
    [InlineData("services.Configure<MailOptions>(configuration.GetSection(\"Mail\"));")]
    [InlineData("services.AddOptions<MailOptions>().BindConfiguration(\"Mail\");")]
    [InlineData("var options = configuration.GetSection(\"Mail\").Get<MailOptions>();")]
    public async Task The_default_of_a_class_that_the_configuration_fills_is_left_empty(string binding)
    {
        var fix = Of("BREVO3002", Options("\"shop@gmail.com\""), SetUp(binding));
        Assert.Equal(["Leave the sender to the configuration"], await fix.TitlesAsync());
        Assert.Equal(Options("\"\""), await fix.FixAsync());
    }

    [Theory]
    [InlineData("")]
    [InlineData("services.AddSingleton<MailOptions>();")]
    public async Task The_default_of_a_class_that_nothing_is_seen_to_fill_is_read(string binding) =>
        Assert.Contains(OfEnvironment("BREVO_SENDER_EMAIL"), await Of("BREVO3002", Options("\"shop@gmail.com\""), SetUp(binding)).FixAsync());

    [Fact]
    public async Task All_at_once()
    {
        const string login = "_configuration[\"Smtp:User\"]";
        var source = MailKit(login, "Key", Configuration + $"    private const string Key = \"{ShortKey}\";\n    private const string Other = \"{SmtpKey}\"; // kept\n").ReplaceLineEndings("\r\n");
        var expected = source
            .Replace($"const string Key = \"{ShortKey}\"", "static readonly string Key = " + OfEnvironment("SMTP_PASSWORD"))
            .Replace($"const string Other = \"{SmtpKey}\"", "static readonly string Other = " + OfEnvironment("BREVO_SMTP_KEY"))
            .Replace("using MailKit.Net", "using System;\r\nusing MailKit.Net");
        Assert.Equal(expected, await Of("BREVO2004", source).FixAllAsync());
    }

    [Fact]
    public async Task A_host_that_names_no_key_gets_the_best_choice_of_each()
    {
        const string login = "\"0a1b2c001@smtp-brevo.com\"";
        var source = MailKit(login, $"\"{ShortKey}\"", from: "\"shop@gmail.com\"");
        Assert.Equal(MailKit(login, OfEnvironment("BREVO_SMTP_KEY"), from: "\"shop@gmail.com\"", usings: System), await Of("BREVO2004", source).FixAllAsync(withKey: false));
    }

    [Fact]
    public async Task A_finding_of_another_rule_is_nothing_to_this_fix()
    {
        var source = MailKit("\"a@b.example\"", "_key", "    string _key = \"\";\n").Replace("587", "25");
        await new VerifyFix(new ReadFromSettings(), "BREVO1001", source).OffersNothingAsync();
    }

    [Theory]
    [InlineData("    [System.Obsolete(Key)] private const string Key = \"{0}\";\n", "Key")]
    [InlineData("    private static string Default(string key = \"{0}\") => key;\n", "Default()")]
    [InlineData("    private const string A = \"{0}\";\n    private const string Key = A;\n", "Key")]
    public Task Offers_nothing_where_a_constant_is_needed(string members, string password) =>
        Of("BREVO2004", MailKit("\"0a1b2c001@smtp-brevo.com\"", password, members.Replace("{0}", ShortKey))).OffersNothingAsync();

    [Fact]
    public Task Offers_nothing_in_a_text_that_holds_more_than_the_key() =>
        Of("BREVO2004", $"class Keys {{ string Curl => \"curl -H 'api-key: {ApiKey}'\"; }}").OffersNothingAsync();

    [Fact]
    public Task Offers_nothing_where_the_setting_is_read_already() => Of("BREVO3002", """
        using System.Collections.Generic;
        using System.Threading.Tasks;
        using brevo_csharp.Api;
        using brevo_csharp.Model;

        public sealed class MailOptions
        {
            public string ApiKey { get; set; } = "";
            public string SenderEmail { get; set; } = "shop@icloud.com";
            public string SenderName { get; set; } = "Shop";
        }

        public static class Setup
        {
            public static bool IsValid(MailOptions o) => o.SenderEmail.Contains('@');
        }

        public sealed class Mailer
        {
            private readonly MailOptions _o;
            private readonly TransactionalEmailsApi _api;

            public Mailer(MailOptions options, TransactionalEmailsApi api) => (_o, _api) = (options, api);

            public Task<CreateSmtpEmail> SendAsync(string to) => _api.SendTransacEmailAsync(new SendSmtpEmail
            {
                Sender = new SendSmtpEmailSender(_o.SenderName, _o.SenderEmail),
                To = new List<SendSmtpEmailTo> { new(to) },
                Subject = "Cancelled",
                HtmlContent = "<p>See you.</p>",
            });
        }
        """).OffersNothingAsync();
}
