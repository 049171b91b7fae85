using System.Threading.Tasks;
using BrevoAnalyzers.Tests.RuntimeProofs.Relay;
using MailKit.Net.Smtp;
using MailKit.Security;
using Xunit;
using NetMail = System.Net.Mail;

namespace BrevoAnalyzers.Tests.RuntimeProofs;

/// <summary>
/// BREVO5002 and 5008: what a catch block has in hand when the relay refuses. Permanent: 502 (account not activated or suspended),
/// which comes after everything else was accepted. Passing: 421 and 450.
/// </summary>
[Collection(ProcessWideCertificateCallback.Name)]
[Trait("Rule", "BREVO5008")]
public sealed class RelayReplyProofs
{
    private static readonly RelayBehaviour NotActivated = new() { EndOfData = "502 5.7.0 Your SMTP account is not yet activated" };
    private static readonly RelayBehaviour Closing = new() { Banner = "421 4.3.2 Service not available" };
    private static readonly RelayBehaviour ClosingLate = new() { EndOfData = "421 4.3.2 Service not available" };
    private static readonly RelayBehaviour Deferring = new() { Recipient = "450 4.2.0 Mailbox unavailable" };

    [Fact]
    public async Task MailKit_reports_the_account_that_is_not_activated_as_502()
    {
        await using var relay = new SmtpRelayStub(NotActivated);
        var error = await FailAsync(relay);
        Assert.Equal((502, SmtpErrorCode.MessageNotAccepted), ((int)error.StatusCode, error.ErrorCode));
        Assert.Equal("5.7.0 Your SMTP account is not yet activated", error.Message);

        var session = await relay.SessionAsync();
        Assert.True(session.Authenticated);
        Assert.NotEmpty(session.Recipients);
        Assert.False(session.MessageAccepted);
    }

    [Fact]
    public async Task MailKit_reports_passing_trouble_by_the_number()
    {
        await using var closing = new SmtpRelayStub(Closing);
        var banner = await FailAsync(closing);
        Assert.Equal((421, SmtpErrorCode.UnexpectedStatusCode), ((int)banner.StatusCode, banner.ErrorCode));

        await using var late = new SmtpRelayStub(ClosingLate);
        var data = await FailAsync(late);
        Assert.Equal((421, SmtpErrorCode.MessageNotAccepted), ((int)data.StatusCode, data.ErrorCode));

        await using var deferring = new SmtpRelayStub(Deferring);
        var recipient = await FailAsync(deferring);
        Assert.Equal((450, SmtpErrorCode.RecipientNotAccepted), ((int)recipient.StatusCode, recipient.ErrorCode));
        Assert.Equal("ann@example.org", recipient.Mailbox?.Address);
    }

    [Fact]
    public async Task System_Net_Mail_reports_the_account_that_is_not_activated_as_502()
    {
        await using var relay = new SmtpRelayStub(NotActivated);
        var error = await FailWithSystemNetMailAsync<NetMail.SmtpException>(relay);
        Assert.Equal(NetMail.SmtpStatusCode.CommandNotImplemented, error.StatusCode);
        Assert.Equal("Command not implemented. The server response was: 5.7.0 Your SMTP account is not yet activated", error.Message);
        Assert.False((await relay.SessionAsync()).MessageAccepted);
    }

    [Fact]
    public async Task System_Net_Mail_reports_passing_trouble_by_the_status_code()
    {
        const string Unavailable =
            "Service not available, closing transmission channel. The server response was: 4.3.2 Service not available";
        await using var closing = new SmtpRelayStub(Closing);
        var banner = await FailWithSystemNetMailAsync<NetMail.SmtpException>(closing);
        Assert.Equal((NetMail.SmtpStatusCode.ServiceNotAvailable, Unavailable), (banner.StatusCode, banner.Message));

        await using var late = new SmtpRelayStub(ClosingLate);
        var data = await FailWithSystemNetMailAsync<NetMail.SmtpException>(late);
        Assert.Equal((NetMail.SmtpStatusCode.ServiceNotAvailable, Unavailable), (data.StatusCode, data.Message));

        await using var deferring = new SmtpRelayStub(Deferring);
        var recipient = await FailWithSystemNetMailAsync<NetMail.SmtpFailedRecipientException>(deferring);
        Assert.Equal(NetMail.SmtpStatusCode.MailboxBusy, recipient.StatusCode);
        Assert.Equal("Mailbox unavailable. The server response was: 4.2.0 Mailbox unavailable", recipient.Message);
    }

    private static Task<SmtpCommandException> FailAsync(SmtpRelayStub relay) =>
        Assert.ThrowsAsync<SmtpCommandException>(() => MailKitShop.SendAsync(relay, SecureSocketOptions.StartTls));

    private static async Task<TException> FailWithSystemNetMailAsync<TException>(SmtpRelayStub relay)
        where TException : System.Exception
    {
        using var trust = ProcessWideCertificateCallback.Use(ThrowAwayCertificate.Pinned);
        using var client = SystemNetMailShop.Client(relay);
        using var message = SystemNetMailShop.Message();
        return await Assert.ThrowsAsync<TException>(() => client.SendMailAsync(message));
    }
}
