using Xunit;
using static BrevoAnalyzers.Tests.ApiCodeSamples;

namespace BrevoAnalyzers.Tests.Rules.Api;

public sealed class IncompleteEmailTests
{
    private const string Id = "BREVO4001";

    [Theory]
    [InlineData("""[|new { sender = new { email = "a@shop.example" }, to = new[] { new { email = to } }, subject }|]""")]
    [InlineData("""[|new { to = new[] { new { email = to } }, subject, htmlContent = html }|]""")]
    [InlineData("""[|new { sender = new { email = "a@shop.example" }, subject, htmlContent = html }|]""")]
    [InlineData("""[|new { sender = new { email = "a@shop.example" }, to = new[] { new { email = to } }, htmlContent = html }|]""")]
    [InlineData("""new { sender = new { email = "a@shop.example" }, to = [|Array.Empty<object>()|], subject, htmlContent = html }""")]
    [InlineData("""new { sender = new { email = "a@shop.example" }, to = [|new object[0]|], subject, htmlContent = html }""")]
    [InlineData("""[|new { sender = new { email = "a@shop.example" }, to = new[] { new { email = to } }, subject = (string?)null, htmlContent = html }|]""")]
    [InlineData("""[|new Dictionary<string, object> { ["to"] = new[] { new { email = to } }, ["subject"] = subject, ["htmlContent"] = html }|]""")]
    public void Payload_that_lacks_a_member(string payload) => Verify.Reports(Id, Sending(payload));

    [Fact]
    public void A_message_that_a_builder_goes_on_with() => Verify.Silent(Id, InSdkClass("""
            private readonly SendSmtpEmail _mail = new() { To = new List<SendSmtpEmailTo>(), Sender = new SendSmtpEmailSender("Shop", "orders@shop.example") };

            public Mailer To(string address) { _mail.To.Add(new SendSmtpEmailTo(address)); return this; }

            public Mailer About(string subject, string html) { _mail.Subject = subject; _mail.HtmlContent = html; return this; }

            public SendSmtpEmail Build() => _mail;
        """));

    [Theory]
    [InlineData("""new { sender = new { email = "a@shop.example" }, to = new[] { new { email = to } }, subject, htmlContent = html }""")]
    [InlineData("""new { sender = new { email = "a@shop.example" }, to = new[] { new { email = to } }, subject, textContent = html }""")]
    [InlineData("""new { sender = new { id = 3 }, to = new[] { new { email = to } }, subject, textContent = html }""")]
    [InlineData("""new { to = new[] { new { email = to } }, templateId = 12 }""")]
    [InlineData("""new { to = new[] { new { email = to } }, templateId = flag ? 12 : (int?)null, subject }""")]
    [InlineData("""new { sender = new { email = "a@shop.example" }, messageVersions = new[] { new { to = new[] { new { email = to } }, subject, htmlContent = html } } }""")]
    [InlineData("""new { sender = new { email = "a@shop.example" }, to = addresses.Select(a => new { email = a }), subject, htmlContent = html }""")]
    [InlineData("""new { from = new { email = "a@shop.example" }, to = new[] { new { email = to } }, subject, htmlContent = html }""")]
    [InlineData("""new { sender = new { email = "a@shop.example" }, to = new[] { new { email = to } }, Subject = subject, HtmlContent = html }""")]
    public void Complete_payloads_templates_and_aliases(string payload) => Verify.Silent(Id, Sending(payload));

    [Theory]
    [InlineData("""var list = new List<object>(); foreach (var a in addresses) list.Add(new { email = a });""")]
    [InlineData("""var list = new List<object>(); list.AddRange(addresses);""")]
    [InlineData("""var list = new List<object>(); Fill(list); void Fill(List<object> items) => items.Add(new { email = to });""")]
    public void Lists_that_are_filled_later(string list) =>
        Verify.Silent(Id, Sending("""new { sender = new { email = "a@shop.example" }, to = list, subject, htmlContent = html }""", list));

    [Theory]
    [InlineData("""payload["subject"] = subject; payload.Add("htmlContent", html);""")]
    [InlineData("""if (flag) payload["subject"] = subject; payload["textContent"] = html;""")]
    [InlineData("""payload.Add(_configuration["x"]!, subject);""")]
    [InlineData("""Complete(payload);""")]
    [InlineData("""foreach (var a in addresses) payload[a] = a;""")]
    public void Dictionaries_that_are_completed_later(string statement) => Verify.Silent(Id, InHttpMethod($$"""
        var payload = new Dictionary<string, object> { ["sender"] = new { email = "a@shop.example" }, ["to"] = new[] { new { email = to } } };
        {{statement}}
        using var response = await _http.PostAsJsonAsync("{{Url}}", payload);
        response.EnsureSuccessStatusCode();
        """, "private static void Complete(Dictionary<string, object> payload) => payload.Clear();"));

    [Fact]
    public void Dictionary_that_stays_incomplete() => Verify.Reports(Id, InHttpMethod($$"""
        var payload = [|new Dictionary<string, object> { ["sender"] = new { email = "a@shop.example" }, ["to"] = new[] { new { email = to } } }|];
        payload["subject"] = subject;
        using var response = await _http.PostAsJsonAsync("{{Url}}", payload);
        response.EnsureSuccessStatusCode();
        """));

    [Fact]
    public void JsonObject_that_stays_incomplete() => Verify.Reports(Id, InHttpMethod($$"""
        var payload = [|new JsonObject
        {
            ["sender"] = new JsonObject { ["email"] = "a@shop.example" },
            ["to"] = new JsonArray(new JsonObject { ["email"] = to }),
            ["subject"] = subject,
        }|];
        using var response = await _http.PostAsync("{{Url}}", new StringContent(payload.ToJsonString(), Encoding.UTF8, "application/json"));
        response.EnsureSuccessStatusCode();
        """));

    [Theory]
    [InlineData("contacts")]
    [InlineData("transactionalSMS/sms")]
    [InlineData("smtp/templates")]
    public void Other_endpoints(string path) => Verify.Silent(Id, InHttpMethod($$"""
        using var response = await _http.PostAsJsonAsync("https://api.brevo.com/v3/{{path}}", new { subject });
        response.EnsureSuccessStatusCode();
        """));

    [Fact]
    public void Other_services() => Verify.Silent(Id, InHttpMethod("""
        // Brevo was here before.
        using var response = await _http.PostAsJsonAsync("https://api.mail.example/v3/smtp/email", new { subject });
        response.EnsureSuccessStatusCode();
        """));

    [Theory]
    [InlineData("""await api.SendTransacEmailAsync([|new SendSmtpEmail()|]);""")]
    [InlineData("""await api.SendTransacEmailAsync([|new SendSmtpEmail { Subject = subject, HtmlContent = html, To = new List<SendSmtpEmailTo> { new(to) } }|]);""")]
    [InlineData("""var mail = [|new SendSmtpEmail(new SendSmtpEmailSender("Shop", "a@shop.example"), new List<SendSmtpEmailTo> { new(to) }, subject: subject)|]; await api.SendTransacEmailAsync(mail);""")]
    [InlineData("""var mail = [|new SendSmtpEmail()|]; mail.Subject = subject; mail.To = new List<SendSmtpEmailTo> { new(to) }; mail.TextContent = html; api.SendTransacEmail(mail);""")]
    [InlineData("""var mail = new SendSmtpEmail(new SendSmtpEmailSender("Shop", "a@shop.example"), [|new List<SendSmtpEmailTo>()|], subject: subject, htmlContent: html); api.SendTransacEmail(mail);""")]
    public void Sdk_message_that_lacks_a_member(string statements)
    {
        Verify.Reports(Id, InSdkMethod(statements));
        Verify.Reports(Id, InSdkMethod(statements, "sib_api_v3_sdk"));
    }

    [Theory]
    [InlineData("""await api.SendTransacEmailAsync(new SendSmtpEmail(templateId: 3, to: new List<SendSmtpEmailTo> { new(to) }));""")]
    [InlineData("""await api.SendTransacEmailAsync(new SendSmtpEmail { TemplateId = 3, To = new List<SendSmtpEmailTo> { new(to) } });""")]
    [InlineData("""var mail = new SendSmtpEmail(new SendSmtpEmailSender("Shop", "a@shop.example"), new List<SendSmtpEmailTo>(), subject: subject, htmlContent: html); foreach (var a in addresses) mail.To.Add(new(a)); api.SendTransacEmail(mail);""")]
    [InlineData("""var mail = new SendSmtpEmail(); Fill(mail); api.SendTransacEmail(mail); void Fill(SendSmtpEmail m) => m.TemplateId = 3;""")]
    [InlineData("""var mail = new SendSmtpEmail(); mail.Sender = new SendSmtpEmailSender("Shop", "a@shop.example"); mail.To = new List<SendSmtpEmailTo> { new(to) }; mail.Subject = subject; if (flag) mail.HtmlContent = html; else mail.TextContent = html; api.SendTransacEmail(mail);""")]
    [InlineData("""var mail = new SendSmtpEmail(); if (flag) mail.TemplateId = 4; mail.To = new List<SendSmtpEmailTo> { new(to) }; api.SendTransacEmail(mail);""")]
    [InlineData("""SendSmtpEmail mail = Build(); api.SendTransacEmail(mail); static SendSmtpEmail Build() => throw new NotImplementedException();""")]
    public void Sdk_messages_that_are_complete_or_completed(string statements) => Verify.Silent(Id, InSdkMethod(statements));

    [Fact]
    public void Sdk_message_that_somebody_else_completes() => Verify.Silent(Id, InSdkClass("""
            public Task SendAsync(TransactionalEmailsApi api, IDecorator decorator)
            {
                var mail = new SendSmtpEmail { TextContent = "Hi" };
                decorator.Decorate(mail);
                return api.SendTransacEmailAsync(mail);
            }

            public interface IDecorator { void Decorate(SendSmtpEmail mail); }
        """));

    [Fact]
    public void Unfinished_code() => Verify.AllowingErrors.Silent(Id, InSdkMethod("""
        var mail = new SendSmtpEmail(sender: , to: ); await api.SendTransacEmailAsync(
        """), Sending("new { sender = , to = new[] { "));
}
