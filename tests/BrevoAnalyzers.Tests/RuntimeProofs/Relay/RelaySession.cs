using System;
using System.Collections.Generic;
using System.Linq;

namespace BrevoAnalyzers.Tests.RuntimeProofs.Relay;

/// <summary>
/// What the server, and whoever listens on the way, saw of one connection. It is filled in before the reply goes out, so a
/// client that has its reply finds everything here; <see cref="SmtpRelayStub.SessionAsync"/> waits for the whole.
/// </summary>
internal sealed class RelaySession
{
    private readonly List<string> _clearText = [];
    private readonly List<string> _recipients = [];

    /// <summary>Whether a TLS handshake was completed.</summary>
    public bool Tls { get; set; }

    /// <summary>How many AUTH commands came: clients try one mechanism after the other.</summary>
    public int AuthenticationAttempts { get; private set; }

    public bool AuthenticationSent => AuthenticationAttempts > 0;

    /// <summary>Whether TLS was on when AUTH arrived: if not, login and key could be read on the way.</summary>
    public bool AuthenticationWasEncrypted { get; private set; }

    /// <summary>The mechanism of the last attempt.</summary>
    public string? Mechanism { get; private set; }

    /// <summary>The login as sent.</summary>
    public string? Login { get; set; }

    /// <summary>The key as sent; null where the mechanism sends only a digest (CRAM-MD5).</summary>
    public string? Key { get; set; }

    public bool Authenticated { get; set; }

    /// <summary>The argument of MAIL FROM, without the angle brackets, with what follows them (<c>REQUIRETLS</c>…).</summary>
    public string? MailFrom { get; set; }

    public IReadOnlyList<string> Recipients => _recipients;

    /// <summary>The message of DATA with its headers, whatever the reply to it was.</summary>
    public string? Message { get; set; }

    /// <summary>Whether the end of DATA was answered with 250.</summary>
    public bool MessageAccepted { get; set; }

    /// <summary>The lines of the client that crossed the wire unencrypted.</summary>
    public IReadOnlyList<string> ClearText => _clearText;

    /// <summary>Whether somebody on the way could have read the key.</summary>
    public bool KeyReadableOnTheWire => AuthenticationSent && !AuthenticationWasEncrypted && Key is not null;

    /// <summary>Whether somebody on the way could have read the message.</summary>
    public bool MessageReadableOnTheWire => _clearText.Any(line => line.StartsWith("Subject:", StringComparison.Ordinal));

    public void AddRecipient(string recipient) => _recipients.Add(recipient);

    public void AddClearText(string line) => _clearText.Add(line);

    public void AuthenticationStarted(string mechanism, bool encrypted)
    {
        AuthenticationAttempts++;
        AuthenticationWasEncrypted = encrypted;
        Mechanism = mechanism;
    }
}
