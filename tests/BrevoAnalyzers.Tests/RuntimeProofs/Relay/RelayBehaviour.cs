using System.Collections.Generic;

namespace BrevoAnalyzers.Tests.RuntimeProofs.Relay;

/// <summary>How a relay port speaks TLS.</summary>
internal enum RelayTls
{
    /// <summary>Plain banner, STARTTLS offered, TLS optional: what Brevo's 587 and 2525 do.</summary>
    StartTls,

    /// <summary>TLS from the first byte, nothing is said before the handshake: what Brevo's 465 does.</summary>
    Implicit,

    /// <summary>Plain banner, STARTTLS not offered: 587 as seen through somebody who strips the offer.</summary>
    Stripped,
}

/// <summary>What a <see cref="SmtpRelayStub"/> offers and answers. The defaults are a healthy port 587.</summary>
internal sealed record RelayBehaviour
{
    public RelayTls Tls { get; init; } = RelayTls.StartTls;

    /// <summary>Accepts the connection and never says a word: a port behind a firewall that swallows.</summary>
    public bool Silent { get; init; }

    /// <summary>First line of the server; anything but 220 ends the connection (421: service not available).</summary>
    public string Banner { get; init; } = "220 relay.test ESMTP";

    /// <summary>The SASL mechanisms that EHLO lists, in this order.</summary>
    public IReadOnlyList<string> Mechanisms { get; init; } = ["PLAIN", "LOGIN"];

    /// <summary>Reply to the right login with the wrong key. The default is Brevo's.</summary>
    public string WrongCredentials { get; init; } = "535 5.7.8 Authentication failed";

    /// <summary>If set, the reply to every AUTH, right or wrong: 525 for an address that is not authorised.</summary>
    public string? Authentication { get; init; }

    /// <summary>Reply to MAIL FROM once authenticated. Without authentication it is <see cref="NotAuthenticated"/>.</summary>
    public string MailFrom { get; init; } = "250 2.1.0 OK";

    public string Recipient { get; init; } = "250 2.1.5 OK";

    /// <summary>Reply to the final dot of DATA: 502 for an account that is not activated.</summary>
    public string EndOfData { get; init; } = "250 2.0.0 OK: queued as 1";

    /// <summary>Reply to MAIL FROM without authentication. RFC 4954, section 6; Brevo's own wording is not known.</summary>
    public const string NotAuthenticated = "530 5.7.0 Authentication required";
}
