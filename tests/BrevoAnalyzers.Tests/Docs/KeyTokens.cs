using System;
using System.Linq;

namespace BrevoAnalyzers.Tests.Docs;

/// <summary>
/// Pages show full keys as <c>{{SMTP_KEY}}</c> and <c>{{API_KEY}}</c>: text of a key's shape is never written down in the repository,
/// where every secret scanner would find it. It is put together here.
/// </summary>
internal static class KeyTokens
{
    public static string SmtpKey { get; } = "xsmtpsib-" + Hexadecimal + "-" + Tail;

    public static string ApiKey { get; } = "xkeysib-" + Hexadecimal + "-" + Tail;

    private static string Hexadecimal => string.Concat(Enumerable.Repeat("0a1b2c3d4e5f6789", 4));

    private static string Tail => "AbCd9fGh40KmNp38";

    public static string Expand(string code) => code
        .Replace("{{SMTP_KEY}}", SmtpKey, StringComparison.Ordinal)
        .Replace("{{API_KEY}}", ApiKey, StringComparison.Ordinal);
}
