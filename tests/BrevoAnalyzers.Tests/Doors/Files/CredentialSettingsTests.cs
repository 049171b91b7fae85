using System.Linq;
using BrevoAnalyzers.Tests.Reading.Files;
using Xunit;

namespace BrevoAnalyzers.Tests.Doors.Files;

/// <summary>Rules on keys, passwords and logins, in files.</summary>
public sealed class CredentialSettingsTests
{
    private static string Smtp(string login, string password, string host = "smtp-relay.brevo.com") =>
        $$"""{ "Smtp": { "Host": "{{host}}", "Port": 587, "Username": "{{login}}", "Password": "{{password}}" } }""";

    [Fact]
    public void An_API_key_as_password_is_the_wrong_key_and_a_secret()
    {
        Assert.Equal(
            ["BREVO2001 " + SettingsText.ApiKey, "BREVO2004 " + SettingsText.ApiKey],
            SettingsRun.InJson(Smtp("a@smtp-brevo.com", SettingsText.ApiKey)));
    }

    [Theory]
    [InlineData("Brevo:ApiKey")]
    [InlineData("BREVO_API_KEY")]
    [InlineData("Mail:ApiKey")]
    public void An_SMTP_key_in_the_setting_of_the_API_key(string name)
    {
        Assert.Equal(
            ["BREVO2002 " + SettingsText.SmtpKey, "BREVO2004 " + SettingsText.SmtpKey],
            SettingsRun.InJson($$"""{ "{{name}}": "{{SettingsText.SmtpKey}}" }"""));
    }

    [Theory]
    [InlineData(".env")]
    [InlineData(".env.production")]
    [InlineData("smtp.env")]
    public void Secrets_are_at_home_in_env_files(string path)
    {
        Assert.Empty(SettingsRun.In(path, $"""
            BREVO_API_KEY={SettingsText.ApiKey}
            BREVO_SMTP_HOST=smtp-relay.brevo.com
            BREVO_SMTP_LOGIN=a@smtp-brevo.com
            BREVO_SMTP_PASSWORD={SettingsRun.ShortKey}
            # {SettingsText.SmtpKey}
            """));
    }

    [Theory]
    [InlineData(".env.example")]
    [InlineData("sample.env")]
    [InlineData(".env.dist")]
    public void Secrets_in_examples_of_env_files_are_committed(string path)
    {
        Assert.Equal(
            ["BREVO2004 " + SettingsRun.ShortKey, "BREVO2004 " + SettingsText.ApiKey],
            SettingsRun.In(path, $"""
                BREVO_API_KEY={SettingsText.ApiKey}
                BREVO_SMTP_HOST=smtp-relay.brevo.com
                BREVO_SMTP_LOGIN=a@smtp-brevo.com
                BREVO_SMTP_PASSWORD={SettingsRun.ShortKey}
                """));
    }

    [Fact]
    public void A_whole_key_is_found_anywhere()
    {
        var text = $$"""
            {
              // {{SettingsText.SmtpKey}}
              "Notes": "old key: {{SettingsText.ApiKey}}, do not use",
              "Else": [ "{{SettingsText.ApiKey}}" ]
            }
            """;

        Assert.Equal(
            ["BREVO2004 " + SettingsText.ApiKey, "BREVO2004 " + SettingsText.ApiKey, "BREVO2004 " + SettingsText.SmtpKey],
            SettingsRun.InJson(text).Order());
    }

    [Theory]
    [InlineData("a@smtp-brevo.com", "smtp-relay.brevo.com")]
    [InlineData("shop@shop.example", "smtp-relay.brevo.com")]
    [InlineData("a@smtp-brevo.com", "")]
    public void A_password_without_a_prefix(string login, string host)
    {
        Assert.Equal(["BREVO2004 " + SettingsRun.ShortKey], SettingsRun.InJson(Smtp(login, SettingsRun.ShortKey, host)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("your-smtp-key")]
    [InlineData("<smtp key>")]
    [InlineData("${BREVO_SMTP_KEY}")]
    [InlineData("#{SmtpKey}#")]
    [InlineData("%SMTP_KEY%")]
    [InlineData("xsmtpsib-...")]
    [InlineData("changeme")]
    [InlineData("********")]
    [InlineData("@Microsoft.KeyVault(SecretUri=https://vault.example/secrets/smtp)")]
    public void Placeholders_are_no_secrets(string password)
    {
        Assert.Empty(SettingsRun.InJson(Smtp("a@smtp-brevo.com", password)));
    }

    [Theory]
    [InlineData("smtp.gmail.com")]
    [InlineData("localhost")]
    public void Passwords_of_others_are_left_alone(string host)
    {
        Assert.Empty(SettingsRun.InJson("""{ "Brevo": { "ApiKey": "" }, """ + Smtp("shop@shop.example", SettingsRun.ShortKey, host)[1..]));
    }

    [Theory]
    [InlineData("Brevo:ApiKey", "AbCdEf123456AbCdEf123456")]
    [InlineData("SENDINBLUE_API_KEY", "q8Zr2LmT0cXw7Kd5")]
    public void A_constant_in_the_setting_of_Brevos_API_key(string name, string value)
    {
        Assert.Equal(["BREVO2004 " + value], SettingsRun.InJson($$"""{ "{{name}}": "{{value}}" }"""));
    }

    [Theory]
    [InlineData("Brevo:ApiKey", "BREVO_API_KEY")]
    [InlineData("Brevo:ApiKey", "")]
    [InlineData("Brevo:ApiKeyHeader", "api-key")]
    [InlineData("Brevo:ApiKeyName", "brevo-production")]
    [InlineData("SendGrid:ApiKey", "q8Zr2LmT0cXw7Kd5")]
    [InlineData("Brevo:ApiUrl", "https://api.brevo.com/v3")]
    public void Names_empty_values_and_others_keys_are_left_alone(string name, string value)
    {
        Assert.Empty(SettingsRun.InJson($$"""{ "Mail": { "Provider": "Brevo" }, "{{name}}": "{{value}}" }"""));
    }

    [Fact]
    public void A_password_that_is_filled_in_from_the_API_key()
    {
        Assert.Equal(["BREVO2003 ${BREVO_API_KEY}"], SettingsRun.InJson(Smtp("a@smtp-brevo.com", "${BREVO_API_KEY}")));
    }

    [Theory]
    [InlineData("apikey")]
    [InlineData("resend")]
    public void A_login_that_is_no_address(string login)
    {
        Assert.Equal(["BREVO2005 " + login], SettingsRun.InJson(Smtp(login, "")));
    }

    [Fact]
    public void Login_and_password_swapped()
    {
        Assert.Equal(["BREVO2005 " + SettingsRun.ShortKey], SettingsRun.InJson(Smtp(SettingsRun.ShortKey, "a@smtp-brevo.com")));
    }

    [Theory]
    [InlineData("shop@shop.example")]
    [InlineData("")]
    [InlineData("your-login")]
    [InlineData("${SMTP_LOGIN}")]
    public void A_login_that_is_right_or_not_known(string login)
    {
        Assert.Empty(SettingsRun.InJson(Smtp(login, "")));
    }

    [Fact]
    public void Escaped_text_is_found_where_it_is_written()
    {
        var escaped = SettingsText.ApiKey.Replace("xkeysib", "xkeysi\\u0062");
        Assert.Equal(["BREVO2001 " + escaped, "BREVO2004 " + escaped], SettingsRun.InJson(Smtp("a@smtp-brevo.com", escaped)));
    }
}
