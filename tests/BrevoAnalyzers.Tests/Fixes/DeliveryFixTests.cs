using System.Threading.Tasks;
using BrevoAnalyzers.CodeFixes;
using BrevoAnalyzers.Tests.Fixes.Infrastructure;
using Xunit;

namespace BrevoAnalyzers.Tests.Fixes;

/// <summary>BREVO5002 and BREVO5003.</summary>
public sealed class DeliveryFixTests
{
    private static string Mailer(string members, string logger = "private readonly ILogger<Mailer> _logger;", string usings = "") => $$"""
        {{usings}}using System.Threading.Tasks;
        using MailKit.Net.Smtp;
        using MailKit.Security;
        using Microsoft.Extensions.Logging;
        using MimeKit;

        public class Mailer
        {
            {{logger}}

            private static async Task<SmtpClient> ConnectAsync(string login, string key)
            {
                var client = new SmtpClient();
                await client.ConnectAsync("smtp-relay.brevo.com", 587, SecureSocketOptions.StartTls);
                await client.AuthenticateAsync(login, key);
                return client;
            }

        {{members}}
        }
        """;

    private static string Catching(string handler) => $$"""
            public async Task SendAsync(MimeMessage message, string login, string key)
            {
                try
                {
                    using var client = await ConnectAsync(login, key);
                    await client.SendAsync(message);
                }
                {{handler}}
            }
        """;

    private const string Handled = """
        catch (Exception exception)
                {
                    _logger.LogError(exception, "Brevo did not take the mail");
                    throw;
                }
        """;

    [Theory]
    [InlineData("catch\n        {\n        }", Handled, "using System;\n")]
    [InlineData("catch (System.Exception)\n        {\n        }", "catch (System.Exception exception)\n        {\n            _logger.LogError(exception, \"Brevo did not take the mail\");\n            throw;\n        }", "")]
    [InlineData("catch (System.Exception e)\n        {\n            // not important\n        }", "catch (System.Exception e)\n        {\n            // not important\n            _logger.LogError(e, \"Brevo did not take the mail\");\n            throw;\n        }", "")]
    public async Task An_empty_catch_logs_and_rethrows(string handler, string expected, string usings)
    {
        var fix = new VerifyFix(new LogAndRethrow(), "BREVO5002", Mailer(Catching(handler)));
        Assert.Equal(Mailer(Catching(expected.ReplaceLineEndings("\n")), usings: usings), await fix.FixAsync());
    }

    [Fact]
    public Task Without_a_logger_nothing_is_offered() =>
        new VerifyFix(new LogAndRethrow(), "BREVO5002", Mailer(Catching("catch { }"), logger: "")).OffersNothingAsync();

    [Fact]
    public async Task A_dropped_send_is_awaited()
    {
        const string sends = """
                public async Task SendAsync(MimeMessage message, string login, string key)
                {
                    using var client = await ConnectAsync(login, key);
                    {0}client.SendAsync(message); // off it goes
                }
            """;
        Assert.Equal(Mailer(sends.Replace("{0}", "await ")), await new VerifyFix(new AwaitSend(), "BREVO5003", Mailer(sends.Replace("{0}", ""))).FixAsync());
    }

    [Fact]
    public Task In_a_body_that_is_not_async_nothing_is_offered() => new VerifyFix(new AwaitSend(), "BREVO5003", Mailer("""
            public void Send(MimeMessage message, string login, string key)
            {
                var client = ConnectAsync(login, key).Result;
                client.SendAsync(message);
            }
        """)).OffersNothingAsync();

    private const string AsyncVoid = """
            public async {0} Send(MimeMessage message, string login, string key)
            {
                using var client = await ConnectAsync(login, key);
                await client.SendAsync(message);
            }
        """;

    [Fact]
    public async Task An_async_void_method_returns_a_task() =>
        Assert.Equal(Mailer(AsyncVoid.Replace("{0}", "Task")), await new VerifyFix(new AwaitSend(), "BREVO5003", Mailer(AsyncVoid.Replace("{0}", "void"))).FixAsync());

    [Fact]
    public Task A_method_that_others_call_without_waiting_stays_as_it_is() => new VerifyFix(
        new AwaitSend(), "BREVO5003", Mailer(AsyncVoid.Replace("{0}", "void")), "class Orders { void Done(Mailer mailer) => mailer.Send(null!, \"\", \"\"); }").OffersNothingAsync();
}
