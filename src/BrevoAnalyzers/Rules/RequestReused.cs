using BrevoAnalyzers.Model;
using Microsoft.CodeAnalysis;

namespace BrevoAnalyzers.Rules;

/// <summary>BREVO5005: a request message can be sent once.</summary>
internal sealed class RequestReused : IApiRule
{
    internal static readonly DiagnosticDescriptor Descriptor = new(
        "BREVO5005",
        "A request message is sent twice",
        "This HttpRequestMessage is sent more than once: the second send throws InvalidOperationException. Make a new message for each send.",
        Category.Delivery,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: Category.PageOf("BREVO5005"));

    public DiagnosticDescriptor Rule => Descriptor;

    public void Check(ApiRequest request, Report report)
    {
        if (request.IsReused)
            report.At(Descriptor, request.Start, null);
    }
}
