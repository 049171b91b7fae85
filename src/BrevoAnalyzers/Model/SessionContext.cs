using System;
using System.Collections.Generic;
using BrevoAnalyzers.Values;
using Microsoft.CodeAnalysis;

namespace BrevoAnalyzers.Model;

/// <summary>What rules may ask about the code around a session.</summary>
internal sealed class SessionContext
{
    private readonly Func<Place, bool> _holds;
    private readonly Func<string, bool> _hasText;
    private readonly Func<IEnumerable<string>> _literals;
    private bool? _checksKeyPrefix;
    private bool? _checksEncryption;

    public SessionContext(INamedTypeSymbol? type, BrevoOptions options, Func<Place, bool> holds, Func<string, bool> hasText, Func<IEnumerable<string>> literals)
    {
        Type = type;
        Options = options;
        _holds = holds;
        _hasText = hasText;
        _literals = literals;
    }

    /// <summary>The type that opens the session; null for the settings of a file, whose reader is not seen.</summary>
    public INamedTypeSymbol? Type { get; }

    public BrevoOptions Options { get; }

    /// <summary>Whether the code tells the two kinds of key apart by their prefix, so that a mix-up is handled.</summary>
    public bool ChecksKeyPrefix => _checksKeyPrefix ??= _hasText("\"" + BrevoFacts.ApiKeyPrefix + "\"") || _hasText("\"" + BrevoFacts.SmtpKeyPrefix + "\"");

    /// <summary>Whether the code asks the client if the connection is encrypted.</summary>
    public bool ChecksEncryption => _checksEncryption ??= _hasText("IsSecure") || _hasText("IsEncrypted");

    /// <summary>The text of the code's string literals, in which the names of other settings stand.</summary>
    public IEnumerable<string> Literals => _literals();

    /// <summary>All sessions that the code opens, those with other providers too: text that serves one of these must keep serving it.</summary>
    public IReadOnlyList<SmtpSession> Sessions { get; set; } = Array.Empty<SmtpSession>();

    /// <summary>The context of settings in a file.</summary>
    public static SessionContext OfFile(BrevoOptions options, Func<Place, bool> holds) =>
        new(type: null, options, holds, hasText: static _ => false, Array.Empty<string>);

    /// <summary>Whether a report at <paramref name="place"/> shows while the code or file at hand is edited.</summary>
    public bool Holds(Place place) => _holds(place);
}
