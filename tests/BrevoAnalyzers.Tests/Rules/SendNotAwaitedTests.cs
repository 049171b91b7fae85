using Xunit;
using static BrevoAnalyzers.Tests.Rules.SendSamples;

namespace BrevoAnalyzers.Tests.Rules;

public sealed class SendNotAwaitedTests
{
    private const string Id = "BREVO5003";

    private static string Void(string statements) => Class($"public void Run(bool again, Action<object> queue) {{ {statements} }}");

    [Theory]
    [InlineData("[|" + ByMailKit + "|];")]
    [InlineData("[|" + BySystemNetMail + "|];")]
    [InlineData("[|" + BySdk + "|];")]
    [InlineData("[|" + ByHttp + "|];")]
    [InlineData("if (again) [|" + ByMailKit + "|];")]
    [InlineData("[|" + ByMailKit + "|].ConfigureAwait(false);")]
    [InlineData("[|api.SendTransacEmailAsyncWithHttpInfo(email)|];")]
    [InlineData("new List<int> { 1 }.ForEach(_ => [|" + ByMailKit + "|]);")]
    [InlineData("try { [|" + ByMailKit + "|]; } catch (Exception e) { logger.LogError(e, \"no mail\"); }")]
    public void A_task_that_is_dropped(string statements) => Verify.Reports(Id, Void(statements));

    [Theory]
    [InlineData("smtp.Send(mime);")]
    [InlineData("client.Send(mail);")]
    [InlineData("client.SendAsync(mail, null);")]
    [InlineData("api.SendTransacEmail(email);")]
    [InlineData("_ = " + ByMailKit + ";")]
    [InlineData("var task = " + ByMailKit + "; task.Wait();")]
    [InlineData(ByMailKit + ".Wait();")]
    [InlineData(ByMailKit + ".GetAwaiter().GetResult();")]
    [InlineData("queue(" + ByMailKit + ");")]
    [InlineData(ByMailKit + ".ContinueWith(done => logger.LogError(done.Exception, \"no mail\"), TaskContinuationOptions.OnlyOnFaulted);")]
    [InlineData("Task.Run(() => " + ByMailKit + ");")]
    [InlineData("Task.WhenAll(" + ByMailKit + ", " + BySdk + ").Wait();")]
    [InlineData("""http.GetStringAsync("https://api.brevo.com/v3/account");""")]
    [InlineData("""http.PostAsJsonAsync("https://api.mailer.example/v3/smtp/email", body);""")]
    [InlineData("smtp.DisconnectAsync(true);")]
    public void Sends_that_are_waited_for_kept_or_dropped_on_purpose(string statements) => Verify.Silent(Id, Void(statements));

    [Theory]
    [InlineData("public Task RunAsync() => smtp.SendAsync(mime);")]
    [InlineData("public async Task RunAsync() => await smtp.SendAsync(mime);")]
    [InlineData("public Task RunAsync() { return smtp.SendAsync(mime); }")]
    [InlineData("public Func<Task> Later() => () => smtp.SendAsync(mime);")]
    public void Tasks_that_are_returned(string member) => Verify.Silent(Id, Class(member));

    [Fact]
    public void An_expression_body_of_void() => Verify.Reports(Id, Class("public void Run() => [|smtp.SendAsync(mime)|];"));

    [Fact]
    public void Own_methods_that_send_have_to_be_awaited_too() => Verify.Reports(Id, Class("""
        public void Confirm() { [|SendCoreAsync()|]; }
        public void Log() { LogAsync(); }
        private async Task SendCoreAsync() { await smtp.SendAsync(mime); }
        private async Task LogAsync() { await Task.Yield(); }
        """));

    [Theory]
    [InlineData("public async [|void|] Run() { await smtp.SendAsync(mime); }")]
    [InlineData("private async [|void|] RunAsync(string to) { if (to != null) { await api.SendTransacEmailAsync(email); await smtp.SendAsync(mime); } }")]
    [InlineData("public void Outer() { async [|void|] Inner() { await smtp.SendAsync(mime); } Inner(); }")]
    [InlineData("public async [|void|] Run() { try { await smtp.SendAsync(mime); } finally { failures++; } }")]
    [InlineData("public async [|void|] Run() { try { await smtp.SendAsync(mime); } catch (Exception) { } }")]
    [InlineData("private Timer Start() => new Timer(Tick); private async [|void|] Tick(object? state) { await smtp.SendAsync(mime); }")]
    [InlineData("private Timer Start() => new(this.Tick, null, 0, 1000); private async [|void|] Tick(object? state) { await smtp.SendAsync(mime); }")]
    public void An_async_void_method(string member) => Verify.Reports(Id, Class(member));

    [Theory]
    [InlineData("public void Run(List<MimeMessage> all) => all.ForEach([|async|] m => await smtp.SendAsync(m));")]
    [InlineData("public void Run(List<MimeMessage> all) => Parallel.ForEach(all, [|async|] m => { await smtp.SendAsync(m); });")]
    [InlineData("private Timer Start() => new Timer([|async|] _ => await smtp.SendAsync(mime), null, 0, 1000);")]
    [InlineData("public void Run(List<MimeMessage> all) { Action<MimeMessage> send = [|async|] m => await smtp.SendAsync(m); all.ForEach(send); }")]
    [InlineData("private Action<MimeMessage>? _send; public void Set() { _send = [|async|] m => await smtp.SendAsync(m); }")]
    public void An_async_lambda_that_is_handed_to_what_takes_no_task(string member) => Verify.Reports(Id, Class(member));

    [Theory]
    [InlineData("public Task Run(List<MimeMessage> all) => Parallel.ForEachAsync(all, async (m, token) => await smtp.SendAsync(m, token));")]
    [InlineData("public Task Run(List<MimeMessage> all) => Task.WhenAll(all.Select(async m => await smtp.SendAsync(m)));")]
    [InlineData("public Task Run() => Task.Run(async () => await smtp.SendAsync(mime));")]
    [InlineData("public void Run(List<MimeMessage> all) => all.ForEach(async m => { try { await smtp.SendAsync(m); } catch (Exception e) { logger.LogError(e, \"no mail\"); } });")]
    [InlineData("public Action Command => async () => await smtp.SendAsync(mime);")]
    [InlineData("public Action? Clicked { get; set; } public void Set() { Clicked = async () => await smtp.SendAsync(mime); }")]
    [InlineData("private Func<MimeMessage, Task>? _send; public void Set() { _send = async m => await smtp.SendAsync(m); }")]
    [InlineData("public void Run(List<MimeMessage> all) { Func<MimeMessage, Task> send = async m => await smtp.SendAsync(m); all.ForEach(m => _ = send(m)); }")]
    [InlineData("public void Run(List<string> all) => all.ForEach(async m => await Task.Yield());")]
    public void Lambdas_that_somebody_awaits_or_that_handle_failure(string member) => Verify.Silent(Id, Class(member));

    [Theory]
    [InlineData("public async void Button_Click(object sender, EventArgs e) { await smtp.SendAsync(mime); }")]
    [InlineData("public async void OnReceived(System.ComponentModel.PropertyChangedEventArgs e) { await smtp.SendAsync(mime); }")]
    [InlineData("public event Action? Paid; public void Listen() { Paid += OnPaid; } private async void OnPaid() { await smtp.SendAsync(mime); }")]
    [InlineData("public async void Run() { try { await smtp.SendAsync(mime); } catch (Exception e) { logger.LogError(e, \"no mail\"); } }")]
    [InlineData("public async void Run() { try { await smtp.SendAsync(mime); } catch (OperationCanceledException) { } catch (Exception e) { logger.LogError(e, \"no mail\"); } }")]
    [InlineData("public async void Run() { await Task.Yield(); }")]
    [InlineData("public event Action? Paid; public void Listen() { Paid += async () => await smtp.SendAsync(mime); }")]
    public void Event_handlers_and_methods_that_handle_failure(string member) => Verify.Silent(Id, Class(member));

    [Theory]
    [InlineData("public async void Report(string value) { await smtp.SendAsync(mime); }", "public sealed class Orders : IProgress<string>")]
    [InlineData("public override async void Handle() { await smtp.SendAsync(mime); }", "public abstract class Handler { public abstract void Handle(); } public sealed class Orders : Handler")]
    public void A_method_that_a_librarys_interface_or_a_base_class_asks_for(string member, string head) => Verify.Silent(Id, Class(member).Replace("public sealed class Orders", head));

    [Fact]
    public void A_method_that_an_interface_of_the_project_asks_for() => Verify.Reports(Id, Class("public async [|void|] Handle() { await smtp.SendAsync(mime); }").Replace(
        "public sealed class Orders", "public interface IHandler { void Handle(); } public sealed class Orders : IHandler"));

    [Fact]
    public void FluentEmail_that_is_set_up_for_Brevo_elsewhere() => Verify.Reports(Id, FluentSetup("smtp-relay.brevo.com"), """
        using FluentEmail.Core;

        public sealed class Confirmation(IFluentEmail email)
        {
            public void Send() { [|email.To("ann@example.org").Subject("Hello").SendAsync()|]; }
        }
        """);

    [Fact]
    public void FluentEmail_that_is_set_up_for_somebody_else() => Verify.Silent(Id, FluentSetup("smtp.mail.example"), """
        using FluentEmail.Core;
        // brevo
        public sealed class Confirmation(IFluentEmail email)
        {
            public void Send() { email.To("ann@example.org").Subject("Hello").SendAsync(); }
        }
        """);

    internal static string FluentSetup(string host) => $$"""
        using Microsoft.Extensions.DependencyInjection;

        public static class MailSetup
        {
            public static void AddMail(IServiceCollection services, string user, string password) =>
                services.AddFluentEmail("orders@larkspur.example").AddSmtpSender("{{host}}", 587, user, password);
        }
        """;

    private static string Outbox(string connect) => MailCodeSamples.MailKitUsings + $$"""
        public sealed class Outbox(string login, string key)
        {
            private readonly SmtpClient _client = new();
            private readonly SmtpClient _other = new();

            private async Task ConnectAsync()
            {
                if (!_client.IsConnected)
                    await {{connect}}.ConnectAsync("smtp-relay.brevo.com", 587, SecureSocketOptions.StartTls);
                if (!_client.IsAuthenticated)
                    await {{connect}}.AuthenticateAsync(login, key);
            }

            public async Task RunAsync(MimeMessage message)
            {
                await ConnectAsync();
                await _client.SendAsync(message);
            }

            public void SendNow(MimeMessage message)
            {
                [|_client.SendAsync(message)|];
            }

            public override string ToString() => _other.ToString()!;
        }
        """;

    [Fact]
    public void A_client_that_a_field_keeps_connected() => Verify.Reports(Id, Outbox("_client"));

    [Fact]
    public void Another_client_than_the_one_that_is_connected() => Verify.Silent(Id, Outbox("_other").Replace("[|", "").Replace("|]", ""));
}
