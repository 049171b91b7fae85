using System;
using System.Collections.Generic;
using System.IO;
using System.Net;
using System.Net.Sockets;
using System.Threading;
using System.Threading.Tasks;

namespace BrevoAnalyzers.Tests.RuntimeProofs.Api;

/// <summary>
/// An HTTP server in this process in the place of <c>api.brevo.com</c>. It answers as Brevo documents
/// <c>POST /v3/smtp/email</c> (see <see cref="DocumentedEndpoint"/>), or with one reply of the test's choice.
/// </summary>
/// <remarks>
/// It speaks plain HTTP on a port that the operating system chooses: what the proofs look at (path, headers, body, status) is
/// the same inside TLS. One request per connection, each answered with <c>Connection: close</c>.
/// </remarks>
internal sealed class ApiStub : IAsyncDisposable
{
    /// <summary>The one key that the API knows. It has no key's shape: the stub only compares.</summary>
    public const string ApiKey = "api-key-of-the-tests";

    private static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(30);

    private readonly TcpListener _listener = new(IPAddress.Loopback, port: 0);
    private readonly CancellationTokenSource _lifetime = new(Lifetime);
    private readonly ApiReply? _always;
    private readonly Queue<ApiReply> _first;
    private readonly object _gate = new();
    private readonly List<ApiRequest> _requests = [];
    private readonly List<Task> _exchanges = [];
    private readonly Task _accepting;

    /// <param name="always">The reply to every request; without it the request is checked as documented.</param>
    /// <param name="first">The replies to the first requests, in order, before that.</param>
    public ApiStub(ApiReply? always = null, params ApiReply[] first)
    {
        _always = always;
        _first = new Queue<ApiReply>(first);
        _listener.Start();
        Origin = $"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}";
        _accepting = AcceptAsync();
    }

    /// <summary>Stands for <c>https://api.brevo.com</c>, without a slash at the end.</summary>
    public string Origin { get; }

    /// <summary>The requests that were answered, in order.</summary>
    public IReadOnlyList<ApiRequest> Requests
    {
        get
        {
            lock (_gate)
                return _requests.ToArray();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _lifetime.CancelAsync();
        _listener.Dispose();
        await _accepting;
        await Task.WhenAll(_exchanges);
        _lifetime.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
                _exchanges.Add(AnswerAsync(await _listener.AcceptTcpClientAsync(_lifetime.Token)));
        }
        catch (Exception e) when (e is OperationCanceledException or ObjectDisposedException or SocketException)
        {
            // The stub was disposed.
        }
    }

    private async Task AnswerAsync(TcpClient client)
    {
        using (client)
        {
            try
            {
                var stream = client.GetStream();
                if (await HttpWire.ReadAsync(stream, _lifetime.Token) is not { } request)
                    return;

                ApiReply? chosen;
                lock (_gate)
                {
                    _requests.Add(request);
                    chosen = _first.TryDequeue(out var next) ? next : _always;
                }

                await HttpWire.WriteAsync(stream, chosen ?? DocumentedEndpoint.Answer(request), _lifetime.Token);
            }
            catch (Exception e) when (e is IOException or SocketException or OperationCanceledException)
            {
                // The client hung up. Anything else is a mistake of this stub and fails the test when it is disposed.
            }
        }
    }
}
