using Xunit;
using static BrevoAnalyzers.Tests.ApiCodeSamples;

namespace BrevoAnalyzers.Tests.Rules;

/// <summary>BREVO5006, BREVO5007, BREVO5008 and BREVO5009: opinions, off by default.</summary>
public sealed class SendHabitTests
{
    private static string Smtp(string statements) => $$"""
        using MailKit.Net.Smtp;
        using MailKit.Security;
        using MimeKit;

        public class Mailer
        {
            public async Task SendAsync(List<MimeMessage> messages, IAsyncEnumerable<MimeMessage> queue, MimeMessage mail, TimeSpan[] pauses, string login, string key)
            {
                {{statements}}
            }
        }
        """;

    private const string Connect = "[|client.ConnectAsync(\"smtp-relay.brevo.com\", 587, SecureSocketOptions.StartTls)|]";
    private const string ConnectSilently = "client.ConnectAsync(\"smtp-relay.brevo.com\", 587, SecureSocketOptions.StartTls)";

    [Fact]
    public void A_connection_for_every_message() => Verify.Reports("BREVO5006", Smtp($$"""
        foreach (var message in messages)
        {
            using var client = new SmtpClient();
            await {{Connect}};
            await client.AuthenticateAsync(login, key);
            await client.SendAsync(message);
        }
        """));

    [Theory]
    [InlineData("using var client = new SmtpClient(); await CONNECT; await client.AuthenticateAsync(login, key); foreach (var message in messages) await client.SendAsync(message);")]
    [InlineData("await foreach (var message in queue) { using var client = new SmtpClient(); await CONNECT; await client.AuthenticateAsync(login, key); await client.SendAsync(message); }")]
    [InlineData("foreach (var pause in pauses) { using var client = new SmtpClient(); await CONNECT; await client.AuthenticateAsync(login, key); await client.SendAsync(mail); await Task.Delay(pause); }")]
    [InlineData("for (var attempt = 0; attempt < 3; attempt++) { using var client = new SmtpClient(); await CONNECT; await client.AuthenticateAsync(login, key); await client.SendAsync(mail); }")]
    [InlineData("foreach (var message in messages) { using var client = new SmtpClient(); await client.ConnectAsync(\"mail.example\", 587, SecureSocketOptions.StartTls); await client.AuthenticateAsync(login, key); await client.SendAsync(message); }")]
    public void Connections_that_serve_a_list_a_queue_or_an_attempt(string statements) => Verify.Silent("BREVO5006", Smtp(statements.Replace("CONNECT", ConnectSilently)));

    private const string Person = """sender = new { email = "a@shop.example" }, to = new[] { new { email = address } }""";

    private static string PerRecipient(string payload, string call = "_http.PostAsJsonAsync", string before = "") => InHttpMethod($$"""
        foreach (var address in addresses)
        {
            {{before}}
            using var response = await {{call}}("{{Url}}", {{payload}}){{(call.StartsWith('[') ? "|]" : "")}};
            response.EnsureSuccessStatusCode();
        }
        """);

    [Fact]
    public void A_call_for_every_recipient() => Verify.Reports("BREVO5007", PerRecipient($$"""new { {{Person}}, subject, htmlContent = html }""", "[|_http.PostAsJsonAsync"));

    [Theory]
    [InlineData($"new {{ {Person}, subject, htmlContent = html + address }}")]
    [InlineData($"new {{ {Person}, subject = $\"Hello {{address}}\", htmlContent = html }}")]
    [InlineData($"new {{ {Person}, subject, htmlContent = Guid.NewGuid().ToString() }}")]
    [InlineData("new { sender = new { email = \"a@shop.example\" }, to = new[] { new { email = to } }, subject, htmlContent = html }")]
    public void Content_that_differs_or_one_recipient(string payload) => Verify.Silent("BREVO5007", PerRecipient(payload));

    [Fact]
    public void Content_made_in_the_loop() => Verify.Silent("BREVO5007", PerRecipient($"new {{ {Person}, subject, htmlContent = text }}", before: "var text = html.Replace(\"x\", address);"));

    private static string Retrying(string loop, string body) => InHttpMethod($$"""
        {{loop}}
        {
            {{body}}
        }
        """);

    private const string Post = $"using var response = await _http.PostAsJsonAsync(\"{Url}\", new {{ templateId = 3, to = new[] {{ new {{ email = to }} }} }});";

    [Theory]
    [InlineData("for (var attempt = 0; attempt < 3; attempt++)", "try { " + Post + " response.EnsureSuccessStatusCode(); return; } [|catch|] (HttpRequestException) { await Task.Delay(1000); }")]
    [InlineData("while (true)", "try { " + Post + " response.EnsureSuccessStatusCode(); break; } [|catch|] { await Task.Delay(1000); }")]
    [InlineData("for (var attempt = 0; ; attempt++)", "try { " + Post + " response.EnsureSuccessStatusCode(); return; } [|catch|] (Exception) when (attempt < 5) { await Task.Delay(1000); }")]
    [InlineData("[|for|] (var attempt = 0; attempt < 3; attempt++)", Post + " if (response.IsSuccessStatusCode) return; await Task.Delay(1000);")]
    public void Loops_that_try_whatever_happened(string loop, string body) => Verify.Reports("BREVO5008", Retrying(loop, body));

    [Theory]
    [InlineData("for (var attempt = 0; attempt < 3; attempt++)", "try { " + Post + " response.EnsureSuccessStatusCode(); return; } catch (HttpRequestException e) when (e.StatusCode is null or System.Net.HttpStatusCode.TooManyRequests) { await Task.Delay(1000); }")]
    [InlineData("for (var attempt = 0; attempt < 3; attempt++)", "try { " + Post + " response.EnsureSuccessStatusCode(); return; } catch (IOException) { await Task.Delay(1000); }")]
    [InlineData("for (var attempt = 0; attempt < 3; attempt++)", Post + " if (response.IsSuccessStatusCode) return; if ((int)response.StatusCode < 500) throw new InvalidOperationException(); await Task.Delay(1000);")]
    [InlineData("foreach (var address in addresses)", "try { " + Post + " response.EnsureSuccessStatusCode(); } catch (HttpRequestException) { await Task.Delay(1000); }")]
    [InlineData("while (flag)", "try { " + Post + " response.EnsureSuccessStatusCode(); return; } catch (HttpRequestException) { await Task.Delay(1000); throw; }")]
    public void Loops_that_tell_failures_apart(string loop, string body) => Verify.Silent("BREVO5008", Retrying(loop, body));

    private static string Web(string map, string more = "") => $$"""
        using Microsoft.AspNetCore.Builder;
        using Microsoft.AspNetCore.Http;
        using Microsoft.AspNetCore.Mvc;
        using brevo_csharp.Api;
        using brevo_csharp.Model;

        var app = WebApplication.CreateBuilder(args).Build();
        {{map}}
        app.Run();
        {{more}}

        public record Question(string Text);
        """;

    private const string Handler = "async ([FromBody] Question question, TransactionalEmailsApi api) => { await api.SendTransacEmailAsync(new SendSmtpEmail { TemplateId = 3, To = new List<SendSmtpEmailTo> { new(\"desk@shop.example\") } }); return Results.Ok(); }";

    [Fact]
    public void A_handler_that_anybody_can_call() => Verify.Reports("BREVO5009", Web($"app.[|MapPost|](\"/contact\", {Handler});"));

    [Theory]
    [InlineData($"app.MapPost(\"/contact\", {Handler}).RequireAuthorization();")]
    [InlineData($"app.MapPost(\"/contact\", {Handler}).WithName(\"contact\").RequireRateLimiting(\"form\");")]
    [InlineData($"var group = app.MapGroup(\"/api\"); group.MapPost(\"/contact\", {Handler});")]
    [InlineData("app.MapPost(\"/contact\", ([FromBody] Question question) => Results.Ok());")]
    public void Handlers_that_are_guarded_or_send_nothing(string map) => Verify.Silent("BREVO5009", Web(map));

    private static string Controller(string onType, string onMethod) => $$"""
        using Microsoft.AspNetCore.Authorization;
        using Microsoft.AspNetCore.Mvc;
        using Microsoft.AspNetCore.RateLimiting;
        using brevo_csharp.Api;
        using brevo_csharp.Model;

        [ApiController]{{onType}}
        public class ContactController(TransactionalEmailsApi api) : ControllerBase
        {
            [HttpPost]{{onMethod}}
            public async Task<IActionResult> {{(onType + onMethod == "" ? "[|Contact|]" : "Contact")}}(string text)
            {
                await api.SendTransacEmailAsync(new SendSmtpEmail { TemplateId = 3, To = new List<SendSmtpEmailTo> { new("desk@shop.example") } });
                return Accepted();
            }
        }
        """;

    [Fact]
    public void An_action_that_anybody_can_call() => Verify.Reports("BREVO5009", Controller("", ""));

    [Theory]
    [InlineData("[Authorize]", "")]
    [InlineData("", "[EnableRateLimiting(\"form\")]")]
    [InlineData("", "[ValidateAntiForgeryToken]")]
    public void Actions_that_are_guarded(string onType, string onMethod) => Verify.Silent("BREVO5009", Controller(onType, onMethod));
}
