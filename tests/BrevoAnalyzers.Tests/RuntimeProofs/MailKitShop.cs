using System;
using System.Threading;
using System.Threading.Tasks;
using BrevoAnalyzers.Tests.RuntimeProofs.Relay;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace BrevoAnalyzers.Tests.RuntimeProofs;

/// <summary>The shop's mail code with MailKit, as it is written beside 587 or 465; each proof passes in what it is about.</summary>
internal static class MailKitShop
{
    public const string Subject = "Your order";

    /// <summary>Connect, Authenticate, Send with the right login and key.</summary>
    public static Task SendAsync(SmtpRelayStub relay, SecureSocketOptions options, Action<SmtpClient>? configure = null) =>
        SendAsync((client, cancellation) => client.ConnectAsync(SmtpRelayStub.Host, relay.Port, options, cancellation), configure);

    /// <summary>The same with the overload that takes a flag.</summary>
    public static Task SendAsync(SmtpRelayStub relay, bool useSsl, Action<SmtpClient>? configure = null) =>
        SendAsync((client, cancellation) => client.ConnectAsync(SmtpRelayStub.Host, relay.Port, useSsl, cancellation), configure);

    /// <summary>A client as a careful shop makes it: it trusts the relay's certificate and no other, and does not wait forever.</summary>
    public static SmtpClient Client() => new()
    {
        ServerCertificateValidationCallback = ThrowAwayCertificate.Pinned,
        Timeout = 10_000,
    };

    public static MimeMessage Message(MailboxAddress? from = null)
    {
        var message = new MimeMessage { Subject = Subject, Body = new TextPart("plain") { Text = "Thank you." } };
        message.From.Add(from ?? new MailboxAddress("Shop", "orders@example.com"));
        message.To.Add(new MailboxAddress("Ann", "ann@example.org"));
        return message;
    }

    private static async Task SendAsync(Func<SmtpClient, CancellationToken, Task> connect, Action<SmtpClient>? configure)
    {
        using var client = Client();
        configure?.Invoke(client);
        await connect(client, CancellationToken.None);
        await client.AuthenticateAsync(SmtpRelayStub.Login, SmtpRelayStub.SmtpKey);
        await client.SendAsync(Message());
        await client.DisconnectAsync(quit: true);
    }
}
