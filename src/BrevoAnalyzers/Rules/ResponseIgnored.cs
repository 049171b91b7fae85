using BrevoAnalyzers.Model;
using Microsoft.CodeAnalysis;

namespace BrevoAnalyzers.Rules;

/// <summary>BREVO5001: HttpClient does not throw for 4xx, so a response that nobody looks at hides a mail that was not sent.</summary>
internal sealed class ResponseIgnored : IApiRule
{
    internal static readonly DiagnosticDescriptor Descriptor = new(
        "BREVO5001",
        "Nobody looks at Brevo's answer",
        "Nobody looks at this answer: {0} pass unseen. {1}.",
        Category.Delivery,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: Category.PageOf("BREVO5001"));

    public DiagnosticDescriptor Rule => Descriptor;

    public void Check(ApiRequest request, Report report)
    {
        if (request.IgnoresResponse)
            report.At(Descriptor, request.Start, null, "400, 401, 402 (no credits) and 403 (account not active)", request.Library == ApiLibrary.RestSharp ? "Check IsSuccessful" : "Call EnsureSuccessStatusCode()");
    }
}
