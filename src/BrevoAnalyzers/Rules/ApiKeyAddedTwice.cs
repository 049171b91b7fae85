using BrevoAnalyzers.Model;
using Microsoft.CodeAnalysis;

namespace BrevoAnalyzers.Rules;

/// <summary>BREVO2008: the SDK's shared configuration takes a key once.</summary>
internal sealed class ApiKeyAddedTwice : IApiRule
{
    internal static readonly DiagnosticDescriptor Descriptor = new(
        "BREVO2008",
        "The API key is added to the shared configuration again and again",
        "Configuration.Default is shared: the second time this runs it throws \"The key already existed in the dictionary\". Use ApiKey[\"api-key\"] = key.",
        Category.Credentials,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: Category.PageOf("BREVO2008"));

    public DiagnosticDescriptor Rule => Descriptor;

    public void Check(ApiRequest request, Report report)
    {
        if (request.AddsKeyAgain)
            report.At(Descriptor, request.Start, null);
    }
}
