using Xunit;
using static BrevoAnalyzers.Tests.MailCodeSamples;

namespace BrevoAnalyzers.Tests.Rules;

public sealed class NoTimeoutTests
{
    private const string Id = "BREVO1008";

    [Fact]
    public void MailKit_with_the_librarys_timeout() => Verify.Reports(Id, InMailKitMethod("""
        using var client = new SmtpClient();
        await [|client.ConnectAsync("smtp-relay.brevo.com", 587, SecureSocketOptions.StartTls)|];
        await client.AuthenticateAsync(login, key);
        await client.SendAsync(message);
        """));

    [Fact]
    public void SystemNetMail_with_the_librarys_timeout() => Verify.Reports(Id, InSystemNetMailMethod("""
        using var client = [|new SmtpClient("smtp-relay.brevo.com", 587) { EnableSsl = true, Credentials = new NetworkCredential(login, key) }|];
        client.Send(message);
        """));

    [Fact]
    public void It_is_off_by_default() => Verify.Exactly(InMailKitMethod("""
        using var client = new SmtpClient();
        await client.ConnectAsync("smtp-relay.brevo.com", 587, SecureSocketOptions.StartTls);
        await client.AuthenticateAsync(login, key);
        await client.SendAsync(message);
        """));

    [Theory]
    [InlineData("""using var client = new SmtpClient { Timeout = 10_000 }; client.Connect("smtp-relay.brevo.com", 587, SecureSocketOptions.StartTls);""")]
    [InlineData("""using var client = new SmtpClient(); client.Timeout = configuration.GetValue<int>("Timeout"); client.Connect("smtp-relay.brevo.com", 587, SecureSocketOptions.StartTls);""")]
    [InlineData("""using var client = new SmtpClient(); using var stop = new CancellationTokenSource(5_000); await client.ConnectAsync("smtp-relay.brevo.com", 587, SecureSocketOptions.StartTls, stop.Token);""")]
    [InlineData("""using var client = new SmtpClient(); client.Connect("localhost", 587, SecureSocketOptions.StartTls);""")]
    [InlineData("""using var client = new SmtpClient(); client.Connect("smtp.gmail.com", 587, SecureSocketOptions.StartTls);""")]
    public void With_a_limit_or_elsewhere(string connect) => Verify.Silent(Id, InMailKitMethod(connect + "client.Authenticate(login, key); client.Send(message);"));
}
