using System.Collections.Generic;
using System.Linq;
using Xunit;

namespace BrevoAnalyzers.Tests.Doors.Files;

/// <summary>Rules on senders, in files.</summary>
public sealed class SenderSettingsTests
{
    private static string Smtp(string sender) => $$"""
        { "Smtp": { "Host": "smtp-relay.brevo.com", "Port": 587, "Username": "shop@login.example", "Password": "", "FromEmail": "{{sender}}" } }
        """;

    [Theory]
    [InlineData("shop@gmail.com", "BREVO3002")]
    [InlineData("Shop <shop@web.de>", "BREVO3002")]
    [InlineData("a@smtp-brevo.com", "BREVO3001")]
    [InlineData("shop@login.example", "BREVO3001")]
    [InlineData("SHOP@login.example", "BREVO3001")]
    [InlineData("noreply", "BREVO3004")]
    [InlineData("no reply@shop.example", "BREVO3004")]
    [InlineData("shop@brevosend.com", "BREVO3004")]
    public void A_wrong_sender(string sender, string rule)
    {
        Assert.Equal([rule + " " + sender], SettingsRun.InJson(Smtp(sender)));
    }

    [Theory]
    [InlineData("shop@shop.example")]
    [InlineData("Shop <shop@shop.example>")]
    [InlineData("")]
    [InlineData("you@example.com")]
    [InlineData("your-email@gmail.com")]
    [InlineData("${FROM_EMAIL}")]
    public void A_right_or_unknown_sender(string sender)
    {
        Assert.Empty(SettingsRun.InJson(Smtp(sender)));
    }

    [Fact]
    public void Login_and_sender_filled_in_from_the_same_name()
    {
        Assert.Equal(["BREVO3001 ${SMTP_LOGIN}"], SettingsRun.In(".env.example", """
            SMTP_HOST=smtp-relay.brevo.com
            SMTP_USER=${SMTP_LOGIN}
            SMTP_FROM=${SMTP_LOGIN}
            """));
    }

    [Theory]
    [InlineData("""{ "Brevo": { "ApiKey": "", "SenderEmail": "shop@gmail.com" } }""")]
    [InlineData("""{ "Brevo": { "Sender": { "Name": "Shop", "Email": "shop@gmail.com" } } }""")]
    [InlineData("""{ "BREVO_SENDER_EMAIL": "shop@gmail.com" }""")]
    [InlineData("""{ "Brevo": { "Smtp": { "Host": "smtp-relay.brevo.com", "Login": "" }, "From": "shop@gmail.com" } }""")]
    public void Senders_of_the_API_and_beside_the_connection(string text)
    {
        Assert.Equal(["BREVO3002 shop@gmail.com"], SettingsRun.InJson(text));
    }

    [Theory]
    [InlineData("""{ "Brevo": { "ApiKey": "", "ReplyTo": "shop@gmail.com", "AdminEmail": "shop@gmail.com" } }""")]
    [InlineData("""{ "Brevo": { "ApiKey": "" }, "Contact": { "From": "shop@gmail.com" } }""")]
    [InlineData("""{ "Brevo": { "ApiKey": "" }, "Gmail": { "Host": "smtp.gmail.com", "From": "shop@gmail.com" } }""")]
    public void Recipients_and_senders_of_others(string text)
    {
        Assert.Empty(SettingsRun.InJson(text));
    }

    [Fact]
    public void A_sender_that_several_connections_share()
    {
        Assert.Empty(SettingsRun.InJson("""
            {
              "Mail": {
                "From": "shop@gmail.com",
                "Brevo": { "Host": "smtp-relay.brevo.com", "Login": "" },
                "Gmail": { "Host": "smtp.gmail.com", "Login": "" }
              }
            }
            """));
    }

    [Fact]
    public void An_unverified_sender_where_the_project_names_the_verified_ones()
    {
        var options = new Dictionary<string, string> { ["brevo_verified_senders"] = "orders@shop.example" };
        var findings = SettingsRun.Findings("", [("appsettings.json", Smtp("info@shop.example"))], options);

        Assert.Equal(["BREVO3003"], findings.Select(finding => finding.Id));
        Assert.Empty(SettingsRun.Findings("", [("appsettings.json", Smtp("orders@shop.example"))], options));
    }
}
