using Xunit;
using static BrevoAnalyzers.Tests.ApiCodeSamples;

namespace BrevoAnalyzers.Tests.Rules.Api;

/// <summary>The rules on senders see those of API requests, however they are written.</summary>
public sealed class SenderTests
{
    private static string Payload(string sender) => $$"""new { sender = {{sender}}, to = new[] { new { email = to } }, subject, htmlContent = html }""";

    [Theory]
    [InlineData("""new { name = "Shop", email = [|"orders@gmail.com"|] }""")]
    [InlineData("""new { email = _configuration["From"] ?? [|"orders@gmail.com"|] }""")]
    [InlineData("""new Dictionary<string, string> { ["email"] = [|"orders@gmail.com"|] }""")]
    public void Freemail(string sender) => Verify.Reports("BREVO3002", Sending(Payload(sender)));

    [Fact]
    public void Freemail_in_json_text() => Verify.Reports("BREVO3002", InHttpMethod("""
        using var response = await _http.PostAsync("URL", new StringContent("{\"sender\":{\"email\":[|\"orders@gmail.com\"|]},\"templateId\":3,\"to\":[{\"email\":\"b@gmail.com\"}]}"));
        response.EnsureSuccessStatusCode();
        """.Replace("URL", Url)));

    [Theory]
    [InlineData("""new SendSmtpEmailSender("Shop", [|"orders@gmail.com"|])""")]
    [InlineData("""new SendSmtpEmailSender { Name = "Shop", Email = [|"orders@gmail.com"|] }""")]
    [InlineData("""new SendSmtpEmailSender(email: [|"orders@gmail.com"|])""")]
    public void Freemail_in_the_sdk(string sender) => Verify.Reports("BREVO3002", InSdkMethod($"var sender = {sender}; await Task.Yield();"));

    [Fact]
    public void Recipients_and_other_requests()
    {
        Verify.Silent("BREVO3002", Sending("""new { sender = new { email = "orders@shop.example" }, to = new[] { new { email = "a@gmail.com" } }, replyTo = new { email = "b@gmail.com" }, subject, htmlContent = html }"""));
        Verify.Silent("BREVO3002", InHttpMethod("""
            using var response = await _http.PostAsJsonAsync("https://api.mail.example/send", new { sender = new { email = "brevo@gmail.com" } });
            response.EnsureSuccessStatusCode();
            """));
        Verify.Silent("BREVO3002", InSdkMethod("""var to1 = new SendSmtpEmailTo("a@gmail.com"); var reply = new SendSmtpEmailReplyTo("a@gmail.com"); await Task.Yield();"""));
    }

    [Fact]
    public void Name_in_the_address() => Verify.Reports("BREVO3004", Sending(Payload("""new { email = [|"Shop <orders@shop.example>"|] }""")));

    [Fact]
    public void Swapped() => Verify.Reports("BREVO3005", InSdkMethod("""var sender = [|new SendSmtpEmailSender("orders@shop.example", "Shop")|]; await Task.Yield();"""));

    [Fact]
    public void Login_by_name() => Verify.Reports("BREVO3001", Sending(Payload("""new { email = [|_configuration["Brevo:SmtpLogin"]|] }""")));

    [Theory]
    [InlineData("""_configuration["Brevo:Sender"]""")]
    [InlineData("""_configuration["Brevo:Login"]""")]
    [InlineData("""_configuration["User:Name"]""")]
    public void Settings_that_are_no_smtp_login(string setting) => Verify.Silent("BREVO3001", Sending(Payload($$"""new { email = {{setting}} }""")));

    [Fact]
    public void Login_by_its_domain() => Verify.Reports("BREVO3001", InSdkMethod("""var sender = new SendSmtpEmailSender("Shop", [|"0a1b2c001@smtp-brevo.com"|]); await Task.Yield();"""));

    [Fact]
    public void Unverified() => Verify.WithOptions(("brevo_verified_senders", "orders@shop.example")).Reports("BREVO3003", Sending(Payload("""new { email = [|"news@shop.example"|] }""")));

    [Theory]
    [InlineData("""config.BasePath = [|"https://api.sendinblue.com/v3"|];""")]
    [InlineData("""api = new TransactionalEmailsApi([|"https://api.sendinblue.com/v3"|]);""")]
    public void Legacy_base_path(string statement) => Verify.Reports("BREVO1006", InSdkMethod("var config = new Configuration(); " + statement + " await Task.Yield();"));

    [Theory]
    [InlineData("[|\"https://api.sendinblue.com/v3/smtp/email\"|]", "BREVO1006")]
    [InlineData("[|\"https://smtp-relay.brevo.com/v3/smtp/email\"|]", "BREVO1005")]
    public void Hosts(string url, string id) => Verify.Reports(id, InHttpMethod($$"""(await _http.PostAsJsonAsync({{url}}, (object)html)).EnsureSuccessStatusCode();"""));

    [Theory]
    [InlineData("new SendSmtpEmailTo { Email = to }")]
    [InlineData("new SendSmtpEmailTo(name: subject) { Email = to }")]
    [InlineData("new SendSmtpEmailCc { Email = to }")]
    [InlineData("new SendSmtpEmailReplyTo1(null)")]
    [InlineData("new SendSmtpEmailMessageVersions { Subject = subject }")]
    public void Models_without_what_their_constructor_demands(string creation) => Verify.Reports("BREVO4003", InSdkMethod($"var x = [|{creation}|]; await Task.Yield();"));

    [Theory]
    [InlineData("new SendSmtpEmailTo(to)")]
    [InlineData("new SendSmtpEmailTo(email: to) { Name = subject }")]
    [InlineData("new SendSmtpEmailSender { Email = to }")]
    [InlineData("new SendSmtpEmailMessageVersions(new List<SendSmtpEmailTo1> { new(to) })")]
    public void Models_with_what_their_constructor_demands(string creation) => Verify.Silent("BREVO4003", InSdkMethod($"var x = {creation}; await Task.Yield();"));

    [Fact]
    public void Name_and_address_of_a_recipient()
    {
        Verify.Reports("BREVO3005", InSdkMethod("""
            var desk = [|new SendSmtpEmailTo("Orders desk", "orders@shop.example")|];
            await api.SendTransacEmailAsync(new SendSmtpEmail { TemplateId = 3, To = new List<SendSmtpEmailTo> { desk, new("ann@shop.example", "Ann"), new(to, "Ben") } });
            """));
        Verify.Reports("BREVO3005", Sending("""new { templateId = 3, to = new[] { [|new { email = "Orders desk", name = "orders@shop.example" }|] } }"""));
    }
}
