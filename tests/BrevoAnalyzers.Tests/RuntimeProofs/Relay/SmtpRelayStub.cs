using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Threading;
using System.Threading.Tasks;

namespace BrevoAnalyzers.Tests.RuntimeProofs.Relay;

/// <summary>
/// An SMTP server in this process that behaves as facts about Brevo's relay say: one login and key are right, TLS is
/// optional on a STARTTLS port, and replies can be chosen.
/// </summary>
/// <remarks>
/// Brevo's ports (587, 465, 2525) cannot be had by a test, so the operating system chooses one. Only the number differs:
/// the code under test passes the same <c>SecureSocketOptions</c>, <c>useSsl</c> or <c>EnableSsl</c> as it would beside 587 or 465,
/// and the server does what Brevo's server does behind that number. Where a library reads the mode off the number
/// (MailKit's <c>Auto</c>), any number but 465 is treated alike, so the proof holds for 587 and 2525.
/// </remarks>
internal sealed class SmtpRelayStub : IAsyncDisposable
{
    public const string Host = "127.0.0.1";

    /// <summary>The one login that the relay knows; the form of Brevo's logins.</summary>
    public const string Login = "0a1b2c001@smtp-brevo.com";

    /// <summary>The one key that the relay knows. It has no key's shape: the relay only compares.</summary>
    public const string SmtpKey = "smtp key of the tests";

    /// <summary>No test may keep a connection longer: a stub that is forgotten ends by itself.</summary>
    private static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(30);

    private readonly TcpListener _listener = new(IPAddress.Loopback, port: 0);
    private readonly CancellationTokenSource _lifetime = new(Lifetime);
    private readonly RelayBehaviour _behaviour;
    private readonly RelayBehaviour _first;
    private readonly object _gate = new();
    private readonly List<RelaySession> _sessions = [];
    private readonly List<Task> _conversations = [];
    private readonly TaskCompletionSource _connected = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Task _accepting;

    /// <param name="first">How the first connection is treated, if in another way than those that follow.</param>
    public SmtpRelayStub(RelayBehaviour? behaviour = null, RelayBehaviour? first = null)
    {
        _behaviour = behaviour ?? new RelayBehaviour();
        _first = first ?? _behaviour;
        _listener.Start();
        Port = ((IPEndPoint)_listener.LocalEndpoint).Port;
        _accepting = AcceptAsync();
    }

    /// <summary>Stands for Brevo's 587 or 465, depending on <see cref="RelayBehaviour.Tls"/>.</summary>
    public int Port { get; }

    /// <summary>How many connections there were.</summary>
    public int Connections
    {
        get
        {
            lock (_gate)
                return _sessions.Count;
        }
    }

    /// <summary>How many messages were accepted, over all connections.</summary>
    public int AcceptedMessages
    {
        get
        {
            lock (_gate)
                return _sessions.Count(session => session.MessageAccepted);
        }
    }

    /// <summary>
    /// The only connection, once the client has hung up: what is not in it, the client never sent. Dispose the client first.
    /// </summary>
    public async Task<RelaySession> SessionAsync()
    {
        await _connected.Task.WaitAsync(_lifetime.Token);

        Task conversation;
        RelaySession session;
        lock (_gate)
        {
            if (_sessions.Count != 1)
                throw new InvalidOperationException($"There were {_sessions.Count} connections instead of one.");
            session = _sessions[0];
            conversation = _conversations[0];
        }

        await conversation.WaitAsync(_lifetime.Token);
        return session;
    }

    public async ValueTask DisposeAsync()
    {
        await _lifetime.CancelAsync();
        await _accepting; // before the listener goes: it throws for one that no longer listens
        _listener.Dispose();
        await Task.WhenAll(_conversations);
        _lifetime.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var client = await _listener.AcceptTcpClientAsync(_lifetime.Token);
                client.NoDelay = true;
                var session = new RelaySession();
                lock (_gate)
                {
                    var behaviour = _sessions.Count == 0 ? _first : _behaviour;
                    _sessions.Add(session);
                    _conversations.Add(TalkAsync(client, session, behaviour));
                }

                _connected.TrySetResult();
            }
        }
        catch (Exception e) when (e is OperationCanceledException or ObjectDisposedException or SocketException)
        {
            // The stub was disposed.
        }
    }

    private async Task TalkAsync(TcpClient client, RelaySession session, RelayBehaviour behaviour)
    {
        using (client)
        {
            await using var wire = new RelayWire(client.GetStream(), session);
            try
            {
                await new RelayConversation(wire, behaviour, session).RunAsync(_lifetime.Token);
            }
            catch (Exception e) when (e is IOException or SocketException or AuthenticationException or OperationCanceledException)
            {
                // The client gave up, refused the certificate or spoke no TLS: that is what the proofs are about.
                // Anything else is a mistake of this stub and fails the test when it is disposed.
            }
        }
    }
}
