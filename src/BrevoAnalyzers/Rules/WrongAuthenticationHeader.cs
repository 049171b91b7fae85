using System;
using BrevoAnalyzers.Model;
using BrevoAnalyzers.Values;
using Microsoft.CodeAnalysis;

namespace BrevoAnalyzers.Rules;

/// <summary>BREVO2007: Brevo reads its key from the header api-key and nowhere else.</summary>
internal sealed class WrongAuthenticationHeader : IApiRule
{
    internal static readonly DiagnosticDescriptor Descriptor = new(
        "BREVO2007",
        "The API key is in a header that Brevo does not read",
        "{0}: the API answers 401. {1}.",
        Category.Credentials,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: Category.PageOf("BREVO2007"));

    public DiagnosticDescriptor Rule => Descriptor;

    public void Check(ApiRequest request, Report report)
    {
        // Beside the right header another one does no harm.
        if (request.Keys.Length > 0)
            return;

        // A key in two wrong headers is one mistake: with the first one mended, the second does no harm.
        foreach (var header in request.Headers)
        {
            if (TryReport(header, report))
                return;
        }
    }

    private static bool TryReport(ApiHeader header, Report report)
    {
        if (header.HasKeyPrefix)
            report.At(Descriptor, header.Place, null, "A prefix goes in front of the key in the header api-key", "Leave it out");
        else if (Misplaced(header) is { } place)
            report.At(Descriptor, header.NamedAt, FixData.None.Also(header.Value.Use), $"Brevo reads the API key from the header api-key, not from {place}", "Use Headers.Add(\"api-key\", key)");
        else
            return false;

        return true;
    }

    private static string? Misplaced(ApiHeader header)
    {
        var name = header.Name.Trim();
        if (name.Equals("Authorization", StringComparison.OrdinalIgnoreCase))
        {
            if (IsKeyName(header.Scheme))
                return "Authorization";
            return header.Scheme.Length == 0 || header.Scheme.Equals("Bearer", StringComparison.OrdinalIgnoreCase) || header.Scheme.Equals("Basic", StringComparison.OrdinalIgnoreCase)
                ? IsApiKey(header.Value.Values) ? "Authorization" : null
                : null;
        }

        return !name.Equals(BrevoFacts.ApiKeyHeader, StringComparison.OrdinalIgnoreCase) && IsKeyName(name) ? "this header" : null;
    }

    /// <summary>"x-api-key", "apikey", "brevo-api-key": what else a header for a key may be called.</summary>
    private static bool IsKeyName(string name)
    {
        var letters = name.Replace("-", "").Replace("_", "").ToLowerInvariant();
        return letters is "apikey" or "xapikey" or "brevoapikey" or "xbrevoapikey" or "sibapikey" or "xsibapikey" or "sendinblueapikey" or "apikeyv3" or "brevokey";
    }

    /// <summary>By its shape or by every name it bears; an OAuth access token is called otherwise.</summary>
    private static bool IsApiKey(ValueSet values)
    {
        if (BrevoRequest.HasBrevoKey(values))
            return true;

        foreach (var value in values)
        {
            if (value.Kind == PossibilityKind.Named && SettingRoles.Classify(value.Name) == SettingRole.ApiKey)
                return true;
        }

        return false;
    }
}
