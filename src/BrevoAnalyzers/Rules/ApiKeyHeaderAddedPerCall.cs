using System;
using BrevoAnalyzers.Model;
using Microsoft.CodeAnalysis;

namespace BrevoAnalyzers.Rules;

/// <summary>BREVO2009: a client's default headers add up, and two keys are none.</summary>
internal sealed class ApiKeyHeaderAddedPerCall : IApiRule
{
    internal static readonly DiagnosticDescriptor Descriptor = new(
        "BREVO2009",
        "The api-key header is added to a shared client on every call",
        "This client outlives the call: from the second call on it sends both values as one, \"a, b\", and Brevo answers 401. Add the header to the request, or once where the client is made.",
        Category.Credentials,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: Category.PageOf("BREVO2009"));

    public DiagnosticDescriptor Rule => Descriptor;

    public void Check(ApiRequest request, Report report)
    {
        foreach (var header in request.Headers)
        {
            if (header.IsAddedPerCall && header.Name.Trim().Equals(BrevoFacts.ApiKeyHeader, StringComparison.OrdinalIgnoreCase))
                report.At(Descriptor, header.Place, request.IsSent ? FixData.None.Also(request.Start) : null);
        }
    }
}
