using System;
using System.Security.Cryptography;
using System.Text;
using System.Threading;
using System.Threading.Tasks;

namespace BrevoAnalyzers.Tests.RuntimeProofs.Relay;

/// <summary>The AUTH command (RFC 4954) with the mechanisms that clients use against Brevo: PLAIN, LOGIN, CRAM-MD5.</summary>
internal sealed class RelayAuthentication(RelayWire wire, RelayBehaviour behaviour, RelaySession session)
{
    private const string Challenge = "<1.1@relay.test>";

    /// <param name="argument">What follows <c>AUTH</c>: the mechanism and, maybe, the initial response.</param>
    /// <returns>The server's reply.</returns>
    public async Task<string> AnswerAsync(string argument, CancellationToken cancellation)
    {
        var words = argument.Split(' ', 2, StringSplitOptions.RemoveEmptyEntries);
        var mechanism = words[0].ToUpperInvariant();
        var initial = words.Length > 1 ? words[1] : null;
        session.AuthenticationStarted(mechanism, wire.Secure);

        bool known;
        switch (mechanism)
        {
            case "PLAIN":
                known = IsKnownPlain(Decode(initial ?? await AskAsync("", cancellation)));
                break;
            case "LOGIN":
                session.Login = Decode(initial ?? await AskAsync(Encode("Username:"), cancellation));
                session.Key = Decode(await AskAsync(Encode("Password:"), cancellation));
                known = session is { Login: SmtpRelayStub.Login, Key: SmtpRelayStub.SmtpKey };
                break;
            case "CRAM-MD5":
                known = IsKnownDigest(Decode(await AskAsync(Encode(Challenge), cancellation)));
                break;
            default:
                return "504 5.5.4 Unrecognized authentication type";
        }

        if (behaviour.Authentication is { } always)
            return always;

        session.Authenticated = known;
        return known ? "235 2.7.0 Authentication succeeded" : behaviour.WrongCredentials;
    }

    private bool IsKnownPlain(string response)
    {
        var parts = response.Split('\0');
        if (parts.Length != 3)
            return false;

        session.Login = parts[1];
        session.Key = parts[2];
        return session is { Login: SmtpRelayStub.Login, Key: SmtpRelayStub.SmtpKey };
    }

    private bool IsKnownDigest(string response)
    {
        var end = response.LastIndexOf(' ');
        session.Login = response[..Math.Max(end, 0)];
        var expected = HMACMD5.HashData(Encoding.ASCII.GetBytes(SmtpRelayStub.SmtpKey), Encoding.ASCII.GetBytes(Challenge));
        return session.Login == SmtpRelayStub.Login
            && string.Equals(response[(end + 1)..], Convert.ToHexString(expected), StringComparison.OrdinalIgnoreCase);
    }

    private async Task<string> AskAsync(string challenge, CancellationToken cancellation)
    {
        await wire.WriteLineAsync("334 " + challenge, cancellation);
        return await wire.ReadLineAsync(cancellation) ?? "";
    }

    private static string Encode(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));

    private static string Decode(string base64)
    {
        var bytes = new byte[base64.Length];
        return Convert.TryFromBase64String(base64, bytes, out var length) ? Encoding.UTF8.GetString(bytes, 0, length) : "";
    }
}
