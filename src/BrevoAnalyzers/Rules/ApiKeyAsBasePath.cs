using BrevoAnalyzers.Model;
using BrevoAnalyzers.Values;
using Microsoft.CodeAnalysis;

namespace BrevoAnalyzers.Rules;

/// <summary>BREVO4011: the SDK's API classes take a base path where a key is expected.</summary>
internal sealed class ApiKeyAsBasePath : IApiRule
{
    internal static readonly DiagnosticDescriptor Descriptor = new(
        "BREVO4011",
        "The API key is given as the base path",
        "This argument is the base path, not the key: the SDK throws UriFormatException. Give a Configuration that holds the key.",
        Category.ApiRequest,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: Category.PageOf("BREVO4011"));

    public DiagnosticDescriptor Rule => Descriptor;

    public void Check(ApiRequest request, Report report)
    {
        if (request.BasePath is not { } path)
            return;

        foreach (var value in path.Values)
        {
            if (IsKey(value))
                report.At(Descriptor, path.Use, null);
        }
    }

    private static bool IsKey(Possibility value)
    {
        if (value.Text is { } text)
            return BrevoKeys.HasKeyPrefix(text);
        if (value.Kind != PossibilityKind.Named)
            return false;
        if (SettingRoles.Classify(value.Name) is SettingRole.ApiKey or SettingRole.SmtpKey)
            return true;
        if (SettingRoles.Classify(value.Name) != SettingRole.None)
            return false;

        foreach (var name in value.Names)
        {
            if (SettingRoles.Classify(name) == SettingRole.ApiKey)
                return true;
        }

        return false;
    }
}
