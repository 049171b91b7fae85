using System.Threading.Tasks;
using BrevoAnalyzers.Tests.RuntimeProofs.Relay;
using Xunit;

namespace BrevoAnalyzers.Tests.RuntimeProofs;

/// <summary>What "the fixed code sends" means.</summary>
internal static class Delivery
{
    /// <summary>The shop's message arrived, and neither key nor message could be read on the way.</summary>
    public static async Task<RelaySession> AssertEncryptedAsync(SmtpRelayStub relay)
    {
        var session = await AssertAcceptedAsync(relay);
        Assert.True(session.Tls);
        Assert.True(session.AuthenticationWasEncrypted);
        Assert.False(session.KeyReadableOnTheWire);
        Assert.False(session.MessageReadableOnTheWire);
        return session;
    }

    /// <summary>The shop's message arrived and the code noticed nothing, but whoever listened has the key and the message.</summary>
    public static async Task AssertReadableAsync(SmtpRelayStub relay)
    {
        var session = await AssertAcceptedAsync(relay);
        Assert.False(session.Tls);
        Assert.True(session.KeyReadableOnTheWire);
        Assert.Equal(SmtpRelayStub.SmtpKey, session.Key);
        Assert.True(session.MessageReadableOnTheWire);
    }

    private static async Task<RelaySession> AssertAcceptedAsync(SmtpRelayStub relay)
    {
        var session = await relay.SessionAsync();
        Assert.True(session.Authenticated);
        Assert.StartsWith("orders@example.com", session.MailFrom);
        Assert.Equal(["ann@example.org"], session.Recipients);
        Assert.Contains("Subject: " + MailKitShop.Subject, session.Message);
        Assert.True(session.MessageAccepted);
        return session;
    }
}
