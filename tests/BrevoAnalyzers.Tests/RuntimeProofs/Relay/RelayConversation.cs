using System;
using System.Text;
using System.Threading;
using System.Threading.Tasks;

namespace BrevoAnalyzers.Tests.RuntimeProofs.Relay;

/// <summary>The server's side of one SMTP connection (RFC 5321, 3207, 4954), as far as the clients under test go.</summary>
internal sealed class RelayConversation(RelayWire wire, RelayBehaviour behaviour, RelaySession session)
{
    public async Task RunAsync(CancellationToken cancellation)
    {
        if (behaviour.Tls == RelayTls.Implicit)
            await wire.StartTlsAsync(ThrowAwayCertificate.Instance, cancellation);

        if (!behaviour.Silent)
        {
            await wire.WriteLineAsync(behaviour.Banner, cancellation);
            if (!behaviour.Banner.StartsWith("220", StringComparison.Ordinal))
                return;
        }

        while (await wire.ReadLineAsync(cancellation) is { } line)
        {
            if (behaviour.Silent)
                continue;
            if (!await AnswerAsync(line, cancellation))
                return;
        }
    }

    /// <returns>False when the conversation is over.</returns>
    private async Task<bool> AnswerAsync(string line, CancellationToken cancellation)
    {
        var verb = line.Split(' ', 2)[0].ToUpperInvariant();
        var argument = line.Length > verb.Length ? line[(verb.Length + 1)..] : "";
        switch (verb)
        {
            case "EHLO":
                await GreetAsync(cancellation);
                return true;
            case "STARTTLS" when behaviour.Tls == RelayTls.StartTls && !wire.Secure:
                await wire.WriteLineAsync("220 2.0.0 Ready to start TLS", cancellation);
                await wire.StartTlsAsync(ThrowAwayCertificate.Instance, cancellation);
                return true;
            case "AUTH" when argument.Length > 0:
                var authentication = new RelayAuthentication(wire, behaviour, session);
                await wire.WriteLineAsync(await authentication.AnswerAsync(argument, cancellation), cancellation);
                return true;
            case "DATA":
                await TakeMessageAsync(cancellation);
                return true;
            case "QUIT":
                await wire.WriteLineAsync("221 2.0.0 Bye", cancellation);
                return false;
            default:
                await wire.WriteLineAsync(ReplyTo(verb, argument), cancellation);
                return true;
        }
    }

    private string ReplyTo(string verb, string argument)
    {
        switch (verb)
        {
            case "MAIL":
                session.MailFrom = Path(argument);
                return session.Authenticated ? behaviour.MailFrom : RelayBehaviour.NotAuthenticated;
            case "RCPT":
                session.AddRecipient(Path(argument));
                return behaviour.Recipient;
            case "HELO" or "RSET" or "NOOP":
                return "250 2.0.0 OK";
            default:
                return "500 5.5.1 Command unrecognized";
        }
    }

    private async Task GreetAsync(CancellationToken cancellation)
    {
        await wire.WriteLineAsync("250-relay.test", cancellation);
        if (behaviour.Tls == RelayTls.StartTls && !wire.Secure)
            await wire.WriteLineAsync("250-STARTTLS", cancellation);
        if (behaviour.Mechanisms.Count > 0)
            await wire.WriteLineAsync("250-AUTH " + string.Join(' ', behaviour.Mechanisms), cancellation);
        await wire.WriteLineAsync("250 8BITMIME", cancellation);
    }

    private async Task TakeMessageAsync(CancellationToken cancellation)
    {
        await wire.WriteLineAsync("354 End data with <CR><LF>.<CR><LF>", cancellation);
        var message = new StringBuilder();
        while (await wire.ReadLineAsync(cancellation) is { } line)
        {
            if (line == ".")
            {
                session.Message = message.ToString();
                session.MessageAccepted = behaviour.EndOfData.StartsWith('2');
                await wire.WriteLineAsync(behaviour.EndOfData, cancellation);
                return;
            }

            // The client doubles a dot at the start of a line (RFC 5321, 4.5.2).
            message.Append(line.StartsWith('.') ? line[1..] : line).Append("\r\n");
        }
    }

    /// <summary><c>FROM:&lt;a@b.example&gt; BODY=8BITMIME</c> gives <c>a@b.example BODY=8BITMIME</c>.</summary>
    private static string Path(string argument)
    {
        var colon = argument.IndexOf(':');
        var path = argument[(colon + 1)..].Trim();
        var end = path.LastIndexOf('>');
        return path.StartsWith('<') && end > 0 ? path[1..end] + path[(end + 1)..] : path;
    }
}
