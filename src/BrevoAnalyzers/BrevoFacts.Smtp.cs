using System;
using System.Collections.Immutable;

namespace BrevoAnalyzers;

/// <summary>How TLS starts on a port of Brevo's relay.</summary>
internal enum PortTls
{
    /// <summary>Brevo documents no SMTP service on this port.</summary>
    Unsupported,

    /// <summary>Clear text first, upgraded by STARTTLS.</summary>
    StartTls,

    /// <summary>TLS from the first byte.</summary>
    Implicit,
}

internal static partial class BrevoFacts
{
    /// <summary>Source: developers.brevo.com/docs/smtp-integration; <c>relay.data.relay</c> of <c>GET /account</c> in Brevo's OpenAPI description.</summary>
    public const string SmtpHost = "smtp-relay.brevo.com";

    /// <summary>Source: help.sendinblue.com/hc/en-us/articles/115000188150. Legacy, not known to be broken.</summary>
    public const string LegacySmtpHost = "smtp-relay.sendinblue.com";

    /// <summary>
    /// The domain of generated SMTP logins (<c>xxxxxx001@smtp-brevo.com</c>); it is no host, and no sender.
    /// Source: help.brevo.com/hc/en-us/articles/7959631848850 and many public configurations.
    /// </summary>
    public const string LoginDomain = "smtp-brevo.com";

    /// <summary>
    /// The domain that Brevo writes into the sender when the sender's own domain is not authenticated.
    /// Source: help.brevo.com/hc/en-us/articles/16045394674066.
    /// </summary>
    public const string RewriteDomain = "brevosend.com";

    /// <summary>STARTTLS, Brevo's first choice. Source: developers.brevo.com/docs/smtp-integration.</summary>
    public const int StartTlsPort = 587;

    /// <summary>STARTTLS where 587 is blocked. Source: help.brevo.com/hc/articles/115000188150.</summary>
    public const int AlternativeStartTlsPort = 2525;

    /// <summary>Implicit TLS. Source: developers.brevo.com/docs/smtp-integration.</summary>
    public const int ImplicitTlsPort = 465;

    /// <summary>
    /// The documented ports, the recommended one first. Port 25 is on no page of Brevo's.
    /// Source: help.brevo.com/hc/articles/115000188150; developers.brevo.com/docs/smtp-integration.
    /// </summary>
    public static readonly ImmutableArray<int> SmtpPorts = ImmutableArray.Create(StartTlsPort, ImplicitTlsPort, AlternativeStartTlsPort);

    /// <summary>How TLS starts on <paramref name="port"/>.</summary>
    public static PortTls TlsOf(int port) => port switch
    {
        StartTlsPort or AlternativeStartTlsPort => PortTls.StartTls,
        ImplicitTlsPort => PortTls.Implicit,
        _ => PortTls.Unsupported,
    };

    /// <summary>
    /// Prefix of API v3 keys. Source: gitleaks rule <c>sendinblue-api-token</c>; trufflehog detector <c>sendinbluev2</c>.
    /// </summary>
    public const string ApiKeyPrefix = "xkeysib-";

    /// <summary>
    /// Prefix of "Standard" SMTP keys. Source: help.brevo.com/hc/de/articles/7959631848850; GitHub's secret type <c>sendinblue_smtp_key</c>.
    /// </summary>
    public const string SmtpKeyPrefix = "xsmtpsib-";

    /// <summary>Length of the hexadecimal part of a key, in characters. Source: gitleaks rule <c>sendinblue-api-token</c>.</summary>
    public const int KeyHexLength = 64;

    /// <summary>
    /// Length of a key's tail, and of a "Short" SMTP key, in characters.
    /// Source: gitleaks rule <c>sendinblue-api-token</c>; help.brevo.com/hc/en-us/articles/7959631848850.
    /// </summary>
    public const int KeyTailLength = 16;

    /// <summary>Whether <paramref name="address"/> (also <c>Name &lt;a@b&gt;</c>) lies at <see cref="LoginDomain"/>.</summary>
    public static bool IsSmtpLoginAddress(string address) => IsAddressAt(address, LoginDomain);

    /// <summary>
    /// Whether <paramref name="address"/> lies at <see cref="RewriteDomain"/> or at an account's part of it
    /// (<c>shop@5000001.brevosend.com</c>).
    /// </summary>
    public static bool IsRewriteAddress(string address) =>
        IsAddressAt(address, RewriteDomain)
        || (address.IndexOf('@') > 0 && DomainOf(address).EndsWith("." + RewriteDomain, StringComparison.OrdinalIgnoreCase));

    private static bool IsAddressAt(string address, string domain)
    {
        // A domain alone, or "@domain", is no address: it stands in checks such as EndsWith("@smtp-brevo.com").
        var at = address.LastIndexOf('@');
        return at > 0
            && !char.IsWhiteSpace(address[at - 1])
            && address[at - 1] != '<'
            && string.Equals(DomainOf(address), domain, StringComparison.OrdinalIgnoreCase);
    }
}
