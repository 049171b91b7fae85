using System.Threading.Tasks;
using BrevoAnalyzers.CodeFixes;
using BrevoAnalyzers.Tests.Fixes.Infrastructure;
using Xunit;

namespace BrevoAnalyzers.Tests.Fixes;

/// <summary>BREVO2003.</summary>
public class KeySettingMixedUpFixTests
{
    private static VerifyFix Of(params string[] sources) => new(new ReadOtherSetting(), "BREVO2003", sources);

    private static string Mailer(string password, string members = "", string body = "") =>
        $$"""
        using System;
        using MailKit.Net.Smtp;
        using MailKit.Security;
        using Microsoft.Extensions.Configuration;
        using MimeKit;

        class Mailer(IConfiguration configuration, Settings settings)
        {
        {{members}}    public object Kept => settings;

            void Send(SmtpClient client, MimeMessage message)
            {
        {{body}}        client.Connect("smtp-relay.brevo.com", 587, SecureSocketOptions.StartTls);
                client.Authenticate(configuration["Brevo:SmtpLogin"], {{password}});
                client.Send(message);
            }
        }
        """;

    private static string Settings(string members) => $"public class Settings {{ public string ApiKey {{ get; set; }} = \"\"; {members} }}";

    [Theory]
    [InlineData("SmtpKey")]
    [InlineData("SmtpPassword")]
    [InlineData("Password")]
    public async Task The_member_beside_it(string member)
    {
        var fix = Of(Mailer("settings.ApiKey"), Settings($"public string {member} {{ get; set; }} = \"\";"));
        Assert.Equal(["Read the SMTP key instead"], await fix.TitlesAsync());
        Assert.Equal(["ReadOtherSetting"], await fix.KeysAsync());
        Assert.Equal(Mailer("settings." + member), await fix.FixAsync());
    }

    [Fact]
    public async Task The_key_that_the_code_names_elsewhere()
    {
        const string other = "    public string? Key => configuration[\"Brevo:SmtpKey\"];\n";
        Assert.Equal(
            Mailer("configuration[\"Brevo:SmtpKey\"] ?? throw new InvalidOperationException()", other),
            await Of(Mailer("configuration[\"Brevo:ApiKey\"] ?? throw new InvalidOperationException()", other), Settings("")).FixAsync());
    }

    [Fact]
    public async Task The_variable_that_the_code_names_elsewhere()
    {
        const string other = "    public string? Key => Environment.GetEnvironmentVariable(\"BREVO_SMTP_KEY\");\n";
        Assert.Equal(
            Mailer("Environment.GetEnvironmentVariable(\"BREVO_SMTP_KEY\")", other),
            await Of(Mailer("Environment.GetEnvironmentVariable(\"BREVO_API_KEY\")", other), Settings("")).FixAsync());
    }

    [Fact]
    public async Task Where_the_setting_is_read_into_a_variable_of_one_use()
    {
        const string other = "    public string? Key => configuration[\"Brevo:SmtpKey\"];\n";
        Assert.Equal(
            Mailer("key", other, "        var key = configuration[\"Brevo:SmtpKey\"];\n"),
            await Of(Mailer("key", other, "        var key = configuration[\"Brevo:ApiKey\"];\n"), Settings("")).FixAsync());
    }

    [Fact]
    public Task Offers_nothing_where_the_variable_has_another_use() =>
        Of(
            Mailer("key", "    public string? Key => configuration[\"Brevo:SmtpKey\"];\n", "        var key = configuration[\"Brevo:ApiKey\"];\n        message.Headers.Add(\"x-key\", key);\n"),
            Settings("")).OffersNothingAsync();

    [Theory]
    [InlineData("settings.ApiKey")]
    [InlineData("configuration[\"Brevo:ApiKey\"]")]
    public Task Offers_nothing_where_no_other_is_known(string password) => Of(Mailer(password), Settings("")).OffersNothingAsync();
}
