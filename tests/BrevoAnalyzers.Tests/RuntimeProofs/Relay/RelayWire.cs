using System;
using System.IO;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Threading;
using System.Threading.Tasks;

namespace BrevoAnalyzers.Tests.RuntimeProofs.Relay;

/// <summary>Lines over a stream that may become TLS in the middle. Notes in the session what went unencrypted.</summary>
internal sealed class RelayWire(Stream stream, RelaySession session) : IAsyncDisposable
{
    /// <summary>Longer than any line of SMTP (998 octets); what comes without line end up to here is no SMTP.</summary>
    private const int LongestLine = 64 * 1024;

    private readonly byte[] _buffer = new byte[8192];
    private Stream _stream = stream;
    private int _start;
    private int _end;

    public bool Secure { get; private set; }

    public async Task StartTlsAsync(X509Certificate2 certificate, CancellationToken cancellation)
    {
        // What was sent behind STARTTLS in clear must not count as sent in TLS.
        _start = _end = 0;

        var tls = new SslStream(_stream);
        _stream = tls;
        var options = new SslServerAuthenticationOptions { ServerCertificate = certificate };
        await tls.AuthenticateAsServerAsync(options, cancellation);
        Secure = true;
        session.Tls = true;
    }

    /// <summary>The next line without its end, or null when the client has hung up.</summary>
    public async Task<string?> ReadLineAsync(CancellationToken cancellation)
    {
        var line = new StringBuilder();
        while (line.Length < LongestLine)
        {
            if (_start == _end)
            {
                _start = 0;
                _end = await _stream.ReadAsync(_buffer, cancellation);
                if (_end == 0)
                    return null;
            }

            // Latin-1 keeps every byte, whatever the client's encoding is.
            var next = (char)_buffer[_start++];
            if (next != '\n')
            {
                line.Append(next);
                continue;
            }

            var text = line.ToString().TrimEnd('\r');
            if (!Secure)
                session.AddClearText(text);
            return text;
        }

        return null;
    }

    public async Task WriteLineAsync(string line, CancellationToken cancellation)
    {
        await _stream.WriteAsync(Encoding.ASCII.GetBytes(line + "\r\n"), cancellation);
        await _stream.FlushAsync(cancellation);
    }

    public ValueTask DisposeAsync() => _stream.DisposeAsync();
}
