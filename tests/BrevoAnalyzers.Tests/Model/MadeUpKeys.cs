namespace BrevoAnalyzers.Tests.Model;

/// <summary>Keys of Brevo's shapes, put together here so that none stands in the repository.</summary>
internal static class MadeUpKeys
{
    public const string Tail = "AbCd0fGh73KmNpF6";

    public static readonly string Hex = string.Concat(System.Linq.Enumerable.Repeat("0a1b2c3d", 8));

    public static string Api => "xkeysib-" + Hex + "-" + Tail;

    public static string Smtp => "xsmtpsib-" + Hex + "-" + Tail;

    /// <summary>Of a key's shape, but hexadecimal part and tail are one repeated character each.</summary>
    public static string Fake(string prefix, char hex, char tail) => prefix + new string(hex, 64) + "-" + new string(tail, 16);
}
