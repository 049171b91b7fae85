using Xunit;

namespace BrevoAnalyzers.Tests.Doors.Files;

/// <summary>Rules on host, port and TLS, in files.</summary>
public sealed class ConnectionSettingsTests
{
    [Theory]
    [InlineData("25")]
    [InlineData("\"25\"")]
    [InlineData("588")]
    public void A_port_that_Brevo_does_not_offer(string port)
    {
        var found = SettingsRun.InJson($$"""
            { "Smtp": { "Host": "smtp-relay.brevo.com", "Port": {{port}}, "Username": "a@smtp-brevo.com" } }
            """);

        Assert.Equal(["BREVO1001 " + port.Trim('"')], found);
    }

    [Theory]
    [InlineData("587")]
    [InlineData("465")]
    [InlineData("\"2525\"")]
    [InlineData("\"\"")]
    [InlineData("null")]
    [InlineData("\"#{SmtpPort}#\"")]
    [InlineData("\"twenty-five\"")]
    [InlineData("{ \"Value\": 25 }")]
    [InlineData("[25]")]
    public void A_right_or_unknown_port_is_left_alone(string port)
    {
        Assert.Empty(SettingsRun.InJson($$"""
            { "Smtp": { "Host": "smtp-relay.brevo.com", "Port": {{port}}, "Username": "a@smtp-brevo.com" } }
            """));
    }

    [Theory]
    [InlineData("smtp.gmail.com")]
    [InlineData("localhost")]
    [InlineData("mailhog")]
    [InlineData("192.168.1.5")]
    public void Somebody_elses_host_is_left_alone_whatever_the_names_say(string host)
    {
        Assert.Empty(SettingsRun.InJson($$"""
            { "Brevo": { "Smtp": { "Host": "{{host}}", "Port": 25, "SecureSocketOptions": "None", "Username": "shop", "Password": "{{SettingsRun.ShortKey}}", "From": "shop@gmail.com" } } }
            """));
    }

    [Fact]
    public void Other_providers_beside_Brevo_keep_their_own_settings()
    {
        Assert.Empty(SettingsRun.InJson($$"""
            {
              "Brevo": { "Host": "smtp-relay.brevo.com", "Port": 587, "Username": "a@smtp-brevo.com", "Password": "" },
              "Local": { "Host": "localhost", "Port": 25, "Username": "shop", "Password": "{{SettingsRun.ShortKey}}" },
              "Redis": { "Host": "cache", "Port": 25, "Password": "{{SettingsRun.ShortKey}}" }
            }
            """));
    }

    [Fact]
    public void A_host_and_a_port_alone_may_be_a_probe()
    {
        Assert.Empty(SettingsRun.InJson("""{ "HealthChecks": { "Mail": { "Host": "smtp-relay.brevo.com", "Port": 25 } } }"""));
    }

    [Fact]
    public void A_host_and_a_port_alone_whose_names_say_Brevo()
    {
        Assert.Equal(["BREVO1005 smtp.brevo.com"], SettingsRun.In(".env", "BREVO_SMTP_HOST=smtp.brevo.com\nBREVO_SMTP_PORT=587\n"));
        Assert.Empty(SettingsRun.In(".env", "BREVO_SMTP_HOST=smtp-relay.brevo.com\nBREVO_SMTP_PORT=587\n"));
        Assert.Empty(SettingsRun.In(".env", "SMTP_HOST=smtp.shop.example\nSMTP_PORT=25\n# not Brevo's\n"));
    }

    [Fact]
    public void Two_hosts_in_one_section_leave_open_whose_port_it_is()
    {
        Assert.Empty(SettingsRun.InJson("""
            { "Mail": { "Server": "smtp-relay.brevo.com", "Host": "intern.example", "Port": 25, "Username": "a@smtp-brevo.com" } }
            """));
    }

    [Fact]
    public void A_section_named_after_Brevo_needs_no_host()
    {
        Assert.Equal(["BREVO1001 25"], SettingsRun.InJson("""{ "Brevo": { "Port": 25, "Login": "shop@shop.example" } }"""));
    }

    [Theory]
    [InlineData("465", "\"SecureSocketOptions\": \"StartTls\"", "465")]
    [InlineData("465", "\"SecureSocketOptions\": \"starttls\"", "465")]
    [InlineData("465", "\"SecureSocketOptions\": \"StartTlsWhenAvailable\"", "465")]
    [InlineData("465", "\"UseStartTls\": \"true\"", "465")]
    [InlineData("465", "\"UseStartTls\": true, \"UseSsl\": false", "465")]
    [InlineData("587", "\"SecureSocketOptions\": \"SslOnConnect\"", "587")]
    [InlineData("2525", "\"SecureSocketOption\": \"SslOnConnect\"", "2525")]
    public void Port_and_mode_that_do_not_fit(string port, string mode, string at)
    {
        Assert.Equal(["BREVO1002 " + at], SettingsRun.InJson($$"""
            { "Smtp": { "Host": "smtp-relay.brevo.com", "Port": {{port}}, {{mode}} } }
            """));
    }

    [Theory]
    [InlineData("465", "\"SecureSocketOptions\": \"SslOnConnect\"")]
    [InlineData("465", "\"SecureSocketOptions\": \"Auto\"")]
    [InlineData("465", "\"UseStartTls\": false")]
    [InlineData("465", "\"UseSsl\": true")]
    [InlineData("465", "\"UseSsl\": false")]
    [InlineData("587", "\"UseSsl\": true")]
    [InlineData("587", "\"EnableSsl\": false")]
    [InlineData("587", "\"UseSsl\": false")]
    [InlineData("587", "\"UseStartTls\": false")]
    [InlineData("465", "\"UseStartTls\": true, \"UseSsl\": true")]
    [InlineData("465", "\"UseStartTls\": true, \"SecureSocketOptions\": \"SslOnConnect\"")]
    [InlineData("587", "\"SecureSocketOptions\": \"StartTls\"")]
    [InlineData("587", "\"SecureSocketOptions\": \"Tls12\"")]
    [InlineData("587", "\"SecureSocketOptions\": 2")]
    [InlineData("587", "\"Encryption\": \"tls\"")]
    public void What_fits_or_depends_on_the_reading_code_is_left_alone(string port, string mode)
    {
        Assert.Empty(SettingsRun.InJson($$"""
            { "Smtp": { "Host": "smtp-relay.brevo.com", "Port": {{port}}, {{mode}}, "Username": "a@smtp-brevo.com" } }
            """));
    }

    [Theory]
    [InlineData("\"SecureSocketOptions\": \"None\"", "None")]
    [InlineData("\"SmtpEncryption\": \"none\"", "none")]
    public void Tls_switched_off(string mode, string at)
    {
        Assert.Equal(["BREVO1003 " + at], SettingsRun.InJson($$"""
            { "Smtp": { "Host": "smtp-relay.brevo.com", "Port": 587, {{mode}} } }
            """));
    }

    [Theory]
    [InlineData("smtp.brevo.com")]
    [InlineData("smtp-brevo.com")]
    [InlineData("smtp-relay.brevo.con")]
    [InlineData("api.brevo.com")]
    [InlineData("smtp://smtp-relay.brevo.com")]
    [InlineData("smtp-relay.brevo.com:587")]
    public void A_host_that_Brevo_does_not_have(string host)
    {
        Assert.Equal(["BREVO1005 " + host], SettingsRun.InJson($$"""
            { "Brevo": { "Host": "{{host}}", "Port": 587, "Username": "a@smtp-brevo.com" } }
            """));
    }

    [Fact]
    public void A_host_of_Sendinblue()
    {
        Assert.Equal(["BREVO1006 smtp-relay.sendinblue.com"], SettingsRun.InJson("""
            { "Smtp": { "Host": "smtp-relay.sendinblue.com", "Port": 587, "Username": "shop@shop.example" } }
            """));
    }

    [Fact]
    public void A_base_address_of_Sendinblue() => Assert.Equal(
        ["BREVO1006 https://api.sendinblue.com/v3"],
        SettingsRun.InJson("""{ "Brevo": { "BaseUrl": "https://api.sendinblue.com/v3", "ApiKey": "" } }"""));

    [Theory]
    [InlineData("\"ApiUrl\": \"https://api.brevo.com/v3\"")]
    [InlineData("\"Docs\": \"smtp.brevo.com\"")]
    [InlineData("\"ConnectionUrl\": \"smtps://smtp-relay.brevo.com:465\"")]
    public void Urls_and_texts_are_no_hosts(string setting)
    {
        Assert.Empty(SettingsRun.InJson($$"""{ "Brevo": { {{setting}}, "ApiKey": "" } }"""));
    }

    [Fact]
    public void Flat_names()
    {
        Assert.Equal(["BREVO1001 25", "BREVO1006 smtp-relay.sendinblue.com"], SettingsRun.In(".env.example", """
            SMTP_HOST=smtp-relay.sendinblue.com
            SMTP_PORT=25
            SMTP_USER=your-login
            DB_PORT=25
            """));
    }

    [Fact]
    public void Names_with_separators_in_JSON()
    {
        Assert.Equal(["BREVO1001 25"], SettingsRun.InJson("""
            { "Smtp:Host": "smtp-relay.brevo.com", "Smtp:Port": 25, "Smtp__Username": "a@smtp-brevo.com" }
            """));
    }

    [Fact]
    public void A_launch_profile()
    {
        Assert.Equal(["BREVO1001 25"], SettingsRun.In("launchSettings.json", """
            {
              "profiles": {
                "http": { "environmentVariables": { "Smtp__Host": "smtp-relay.brevo.com", "Smtp__Port": "25", "Smtp__Login": "a@smtp-brevo.com" } },
                "BrevoShop": { "environmentVariables": { "Smtp__Port": "25", "Smtp__Login": "shop" } }
              }
            }
            """));
    }

    [Fact]
    public void Rows_of_a_list_are_connections_of_their_own()
    {
        Assert.Equal(["BREVO1001 26"], SettingsRun.InJson("""
            {
              "Relays": [
                { "Host": "smtp.gmail.com", "Port": 25, "User": "shop" },
                { "Host": "smtp-relay.brevo.com", "Port": 26, "User": "a@smtp-brevo.com" }
              ]
            }
            """));
    }

    [Fact]
    public void A_project_that_never_names_Brevo_is_not_read()
    {
        Assert.Empty(SettingsRun.InJson("""{ "Smtp": { "Host": "smtp.example.org", "Port": 25, "Username": "shop" } }"""));
    }

    [Theory]
    [InlineData("SecureSocketOptions", "StartTlsWhenAvailable", true)]
    [InlineData("SecureSocketOptions", "Auto", true)]
    [InlineData("TlsMode", "StartTlsWhenAvailable", true)]
    [InlineData("TlsMode", "Auto", false)]
    [InlineData("SecureSocketOptions", "StartTls", false)]
    public void TLS_only_if_it_is_offered(string name, string mode, bool isReported) => Assert.Equal(
        isReported ? ["BREVO1004 " + mode] : [],
        SettingsRun.InJson($$"""{ "Smtp": { "Host": "smtp-relay.brevo.com", "Port": 587, "Username": "a@smtp-brevo.com", "{{name}}": "{{mode}}" } }"""));

    [Theory]
    [InlineData("http://api.brevo.com/v3", true)]
    [InlineData("https://api.brevo.com/v2.0/email", true)]
    [InlineData("https://api.brevo.com/v3/smtp/send", true)]
    [InlineData("https://api.brevo.com/smtp/email", true)]
    [InlineData("https://api.brevo.com/v3", false)]
    [InlineData("https://api.brevo.com", false)]
    [InlineData("https://api.brevo.com/v3/", false)]
    [InlineData("https://api.brevo.com/v3/smtp/email", false)]
    [InlineData("https://api.brevo.com/v3/contacts", false)]
    [InlineData("https://api.brevo.com/v3/smtp/emails/{0}", false)]
    [InlineData("http://developers.brevo.com/reference/sendtransacemail", false)]
    public void An_address_that_leads_nowhere(string url, bool isReported) => Assert.Equal(
        isReported ? ["BREVO4008 " + url] : [],
        SettingsRun.InJson($$"""{ "Brevo": { "Url": "{{url}}", "ApiKey": "" } }"""));

    [Theory]
    [InlineData("\"UseDefaultCredentials\": true", true)]
    [InlineData("\"UseDefaultCredentials\": \"true\"", true)]
    [InlineData("\"UseDefaultCredentials\": false", false)]
    [InlineData("\"UseDefaultCredentials\": \"\"", false)]
    [InlineData("\"defaultCredentials\": true", false)]
    public void The_logged_on_users_credentials(string setting, bool isReported) => Assert.Equal(
        isReported ? ["BREVO2006 true"] : [],
        SettingsRun.InJson($$"""{ "Smtp": { "Host": "smtp-relay.brevo.com", "Port": 587, "Username": "a@smtp-brevo.com", {{setting}} } }"""));

    [Fact]
    public void Those_of_another_relay_are_its_own() => Assert.Empty(SettingsRun.InJson("""
        { "Brevo": { "ApiKey": "" }, "Smtp": { "Host": "mail.corp.example", "Port": 25, "Username": "a", "UseDefaultCredentials": true } }
        """));
}
