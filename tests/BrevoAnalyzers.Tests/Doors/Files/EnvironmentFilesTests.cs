using Xunit;

namespace BrevoAnalyzers.Tests.Doors.Files;

/// <summary>An environment's file lies over the general one; each wrong value is reported once, where it has to change.</summary>
public sealed class EnvironmentFilesTests
{
    private const string General = "appsettings.json";
    private const string Production = "appsettings.Production.json";

    private const string Right = """
        { "Smtp": { "Host": "smtp-relay.brevo.com", "Port": 587, "SecureSocketOptions": "StartTls", "Username": "a@smtp-brevo.com", "Password": "", "From": "shop@shop.example" } }
        """;

    [Fact]
    public void Only_the_port_stands_in_the_environments_file()
    {
        Assert.Equal(
            [$"BREVO1001 {Production}: 25"],
            SettingsRun.InAll((General, Right), (Production, """{ "Smtp": { "Port": 25 } }""")));
    }

    [Fact]
    public void The_order_of_the_files_does_not_matter()
    {
        Assert.Equal(
            [$"BREVO1001 {Production}: 25"],
            SettingsRun.InAll((Production, """{ "Smtp": { "Port": 25 } }"""), (General, Right)));
    }

    [Fact]
    public void A_wrong_value_that_is_left_as_it_is_is_reported_once()
    {
        Assert.Equal(
            [$"BREVO1001 {General}: 25", $"BREVO3002 {Production}: shop@gmail.com"],
            SettingsRun.InAll(
                (General, Right.Replace("587", "25")),
                (Production, """{ "Smtp": { "From": "shop@gmail.com" } }"""),
                ("appsettings.Staging.json", """{ "Smtp": { "From": "test.orders@shop.example" } }""")));
    }

    [Fact]
    public void Of_two_files_with_the_same_text_both_are_wrong()
    {
        var wrong = Right.Replace("587", "25");
        Assert.Equal([$"BREVO1001 {General}: 25", $"BREVO1001 {Production}: 25"], SettingsRun.InAll((General, wrong), (Production, wrong)));
    }

    [Fact]
    public void A_value_that_only_the_environment_makes_wrong_stands_where_the_environment_does_so()
    {
        var files = new[]
        {
            (General, """{ "Smtp": { "Host": "localhost", "Port": 25, "Username": "", "Password": "" } }"""),
            (Production, """{ "Smtp": { "Host": "smtp-relay.brevo.com" } }"""),
        };

        var finding = Assert.Single(SettingsRun.Findings(files));
        Assert.Equal([$"BREVO1001 {Production}: smtp-relay.brevo.com"], SettingsRun.InAll(files));
        Assert.Equal(General, Assert.Single(finding.AdditionalLocations).GetLineSpan().Path);
        Assert.Empty(finding.Properties);
    }

    [Fact]
    public void Port_of_one_file_and_mode_of_the_other()
    {
        Assert.Equal(
            [$"BREVO1002 {Production}: 465"],
            SettingsRun.InAll((General, Right), (Production, """{ "Smtp": { "Port": 465 } }""")));
        Assert.Equal(
            [$"BREVO1002 {Production}: SslOnConnect"],
            SettingsRun.InAll((General, Right), (Production, """{ "Smtp": { "SecureSocketOptions": "SslOnConnect" } }""")));
    }

    [Fact]
    public void A_general_file_that_every_environment_puts_right_is_still_in_force_elsewhere()
    {
        Assert.Equal(
            [$"BREVO1001 {General}: 25"],
            SettingsRun.InAll((General, Right.Replace("587", "25")), (Production, """{ "Smtp": { "Port": 587 } }""")));
    }

    [Theory]
    [InlineData("""{ "Smtp": { "Host": "localhost", "Port": 1025, "SecureSocketOptions": "None", "From": "shop@gmail.com" } }""")]
    [InlineData("""{ "Logging": { "Level": "Debug" } }""")]
    [InlineData("""{ "Smtp": { "Port": null } }""")]
    [InlineData("""{ "Smtp": null }""")]
    [InlineData("{}")]
    public void What_an_environment_may_do(string environment)
    {
        Assert.Empty(SettingsRun.InAll((General, Right), ("appsettings.Development.json", environment)));
    }

    [Fact]
    public void Files_of_two_folders_have_nothing_to_do_with_each_other()
    {
        Assert.Empty(SettingsRun.InAll(("a/appsettings.json", Right), ("b/appsettings.Production.json", """{ "Smtp": { "Port": 25 } }""")));
    }

    [Fact]
    public void A_port_that_names_of_another_environment_override_is_each_ones_own()
    {
        Assert.Equal(
            ["BREVO1001 appsettings.A.json: 25", "BREVO1001 appsettings.B.json: 26"],
            SettingsRun.InAll(
                (General, Right),
                ("appsettings.A.json", """{ "Smtp": { "Port": 25 } }"""),
                ("appsettings.B.json", """{ "Smtp:Port": "26" }""")));
    }

    [Fact]
    public void Env_files_too()
    {
        Assert.Equal(
            ["BREVO1001 .env.production: 25"],
            SettingsRun.InAll(
                (".env", "SMTP_HOST=smtp-relay.brevo.com\nSMTP_PORT=587\nSMTP_USER=a@smtp-brevo.com\n"),
                (".env.production", "SMTP_PORT=25\n")));
    }
}
