using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Net;
using System.Net.Http;
using System.Text;
using System.Threading;
using System.Threading.Tasks;

namespace BrevoAnalyzers.Tests.RuntimeProofs.Api;

/// <summary>As much of HTTP/1.1 (RFC 9112) as HttpClient needs: one request with a length or in chunks, one reply.</summary>
internal static class HttpWire
{
    /// <returns>Null when the client hung up before a request was complete.</returns>
    public static async Task<ApiRequest?> ReadAsync(Stream stream, CancellationToken cancellation)
    {
        using var reader = new StreamReader(stream, Encoding.Latin1, detectEncodingFromByteOrderMarks: false, leaveOpen: true);
        if (await reader.ReadLineAsync(cancellation) is not { Length: > 0 } start)
            return null;

        var headers = new List<KeyValuePair<string, string>>();
        while (await reader.ReadLineAsync(cancellation) is { Length: > 0 } line)
        {
            var colon = line.IndexOf(':');
            headers.Add(new(line[..colon], line[(colon + 1)..].Trim()));
        }

        var words = start.Split(' ');
        var request = new ApiRequest(words[0], words[1], headers, Body: "");
        return request with { Body = await ReadBodyAsync(reader, request, cancellation) };
    }

    public static async Task WriteAsync(Stream stream, ApiReply reply, CancellationToken cancellation)
    {
        var body = Encoding.UTF8.GetBytes(reply.Body);
        using var status = new HttpResponseMessage((HttpStatusCode)reply.Status);
        var head = $"HTTP/1.1 {reply.Status} {status.ReasonPhrase}\r\nContent-Type: application/json\r\n"
            + (reply.Header is null ? "" : reply.Header + "\r\n")
            + $"Content-Length: {body.Length}\r\nConnection: close\r\n\r\n";
        await stream.WriteAsync(Encoding.ASCII.GetBytes(head), cancellation);
        await stream.WriteAsync(body, cancellation);
    }

    private static async Task<string> ReadBodyAsync(StreamReader reader, ApiRequest request, CancellationToken cancellation)
    {
        var body = new StringBuilder();
        if (request.HeaderLines("Content-Length") is [var length])
        {
            await ReadAsync(reader, int.Parse(length, CultureInfo.InvariantCulture), body, cancellation);
        }
        else if (request.HeaderLines("Transfer-Encoding") is ["chunked"])
        {
            while (await reader.ReadLineAsync(cancellation) is { } size)
            {
                var count = int.Parse(size, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
                await ReadAsync(reader, count, body, cancellation);
                await reader.ReadLineAsync(cancellation);
                if (count == 0)
                    break;
            }
        }

        // Lengths count bytes, so the text was read byte by byte as Latin-1.
        return Encoding.UTF8.GetString(Encoding.Latin1.GetBytes(body.ToString()));
    }

    private static async Task ReadAsync(StreamReader reader, int count, StringBuilder into, CancellationToken cancellation)
    {
        var buffer = new char[count];
        into.Append(buffer, 0, await reader.ReadBlockAsync(buffer, cancellation));
    }
}
