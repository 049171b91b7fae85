using System;
using System.Collections.Generic;
using System.Linq;

namespace BrevoAnalyzers.Tests.RuntimeProofs.Api;

/// <summary>A request as it crossed the wire: <see cref="Path"/> is raw, headers are one entry per line.</summary>
internal sealed record ApiRequest(string Method, string Path, IReadOnlyList<KeyValuePair<string, string>> Headers, string Body)
{
    /// <summary>The values of the header lines of this name; a joined <c>a, b</c> on one line is one value.</summary>
    public IReadOnlyList<string> HeaderLines(string name) =>
        Headers.Where(header => string.Equals(header.Key, name, StringComparison.OrdinalIgnoreCase)).Select(header => header.Value).ToList();
}

/// <param name="Body">JSON, or empty.</param>
internal sealed record ApiReply(int Status, string Body)
{
    /// <summary>A further header line, such as <c>x-sib-ratelimit-reset: 1</c>.</summary>
    public string? Header { get; init; }

    public static ApiReply Created { get; } = new(201, """{"messageId":"<1@relay.test>"}""");

    /// <summary>Brevo's error model: <c>{"code":…,"message":…}</c>.</summary>
    public static ApiReply Error(int status, string code, string message) =>
        new(status, System.Text.Json.JsonSerializer.Serialize(new { code, message }));
}
