using BrevoAnalyzers.Model;
using Microsoft.CodeAnalysis;

namespace BrevoAnalyzers.Rules;

/// <summary>BREVO4010: a quote in a subject breaks JSON that is put together by hand.</summary>
internal sealed class HandBuiltJson : IApiRule
{
    internal static readonly DiagnosticDescriptor Descriptor = new(
        "BREVO4010",
        "The JSON is put together by hand",
        "A quote or line break in a value makes this JSON invalid, and a crafted one adds recipients: let JsonContent.Create or JsonSerializer write the body",
        Category.ApiRequest,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: Category.PageOf("BREVO4010"));

    public DiagnosticDescriptor Rule => Descriptor;

    public void Check(ApiRequest request, Report report)
    {
        if (request.Form != BodyForm.HandBuilt || request.UnescapedParts.IsEmpty)
            return;

        var fix = FixData.None;
        foreach (var part in request.UnescapedParts)
            fix = fix.Also(part);

        report.At(Descriptor, request.BodyPlace, fix);
    }
}
