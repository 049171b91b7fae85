using BrevoAnalyzers.Model;
using Microsoft.CodeAnalysis;

namespace BrevoAnalyzers.Rules;

/// <summary>BREVO4003: the SDK's models demand their address in the constructor; an initialiser comes too late.</summary>
internal sealed class RecipientWithoutEmail : IApiRule
{
    internal static readonly DiagnosticDescriptor Descriptor = new(
        "BREVO4003",
        "The SDK's constructor throws without its argument",
        "This compiles and throws InvalidDataException: the constructor demands {0}, an object initializer comes too late. Give it as an argument.",
        Category.ApiRequest,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: Category.PageOf("BREVO4003"));

    public DiagnosticDescriptor Rule => Descriptor;

    public void Check(ApiRequest request, Report report)
    {
        if (request.ModelWithout is { } model)
            report.At(Descriptor, request.Start, model.Initializer is { } initializer ? FixData.None.Also(initializer) : null, model.Member);
    }
}
