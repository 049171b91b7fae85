using BrevoAnalyzers.Model;
using Microsoft.CodeAnalysis;

namespace BrevoAnalyzers.Rules;

/// <summary>BREVO1006: Sendinblue is Brevo since 2023; its hosts are no longer documented.</summary>
internal sealed class LegacySendinblueHost : SmtpRule, IApiRule
{
    internal static readonly DiagnosticDescriptor Descriptor = new(
        "BREVO1006",
        "A host from the time of Sendinblue",
        "This is a host from the time when Brevo was called Sendinblue; Brevo documents {0} only",
        Category.Connection,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        helpLinkUri: Category.PageOf("BREVO1006"));

    public override DiagnosticDescriptor Rule => Descriptor;

    public override void Check(SmtpSession session, Report report)
    {
        if (session.Host.Text is { } text && BrevoHosts.Classify(text) == HostKind.LegacyRelay)
            report.At(Descriptor, session.Host, session.HostUse, WrongBrevoHost.FixFor(session), BrevoFacts.SmtpHost);
    }

    public void Check(ApiRequest request, Report report)
    {
        foreach (var url in request.Urls)
        {
            if (BrevoHosts.Classify(url.Text) == HostKind.LegacyApi)
                report.At(Descriptor, url.Host, url.HostUse, WrongBrevoHost.FixForUrl(), BrevoFacts.ApiHost);
        }
    }
}
