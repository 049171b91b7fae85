using Microsoft.CodeAnalysis;

namespace BrevoAnalyzers.Rules;

/// <summary>What all descriptors share: the categories and the page that explains each rule.</summary>
internal static class Category
{
    public const string Connection = nameof(Connection);
    public const string Credentials = nameof(Credentials);
    public const string Sender = nameof(Sender);
    public const string ApiRequest = nameof(ApiRequest);
    public const string Delivery = nameof(Delivery);
    public const string Configuration = nameof(Configuration);

    /// <summary>The page of a rule, which its diagnostics link to.</summary>
    public static string PageOf(string id) => "https://github.com/brevo-analyzers/BrevoAnalyzers/blob/main/docs/rules/" + id + ".md";
}
