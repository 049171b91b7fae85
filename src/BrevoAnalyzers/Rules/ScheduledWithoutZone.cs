using BrevoAnalyzers.Model;
using Microsoft.CodeAnalysis;

namespace BrevoAnalyzers.Rules;

/// <summary>BREVO4009: a time that names no zone.</summary>
internal sealed class ScheduledWithoutZone : IApiRule
{
    internal static readonly DiagnosticDescriptor Descriptor = new(
        "BREVO4009",
        "The scheduled time names no time zone",
        "This time is written without a time zone, and the mail can go out at another hour: use UTC, or DateTimeOffset",
        Category.ApiRequest,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: Category.PageOf("BREVO4009"));

    public DiagnosticDescriptor Rule => Descriptor;

    public void Check(ApiRequest request, Report report)
    {
        if (!request.IsEmail)
            return;

        foreach (var time in request.Schedules)
        {
            if (time.LacksZone)
                report.At(Descriptor, time.Place, null);
        }
    }
}
