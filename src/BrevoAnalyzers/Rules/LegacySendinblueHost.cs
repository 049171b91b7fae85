using BrevoAnalyzers.Model;
using BrevoAnalyzers.Values;
using Microsoft.CodeAnalysis;

namespace BrevoAnalyzers.Rules;

/// <summary>BREVO1006: Sendinblue is Brevo since 2023; its hosts are no longer documented.</summary>
internal sealed class LegacySendinblueHost : SmtpRule, IApiRule
{
    internal static readonly DiagnosticDescriptor Descriptor = new(
        "BREVO1006",
        "A host or package from the time of Sendinblue",
        "This is {0} from the time when Brevo was called Sendinblue; {1}",
        Category.Connection,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        helpLinkUri: Category.PageOf("BREVO1006"));

    public override DiagnosticDescriptor Rule => Descriptor;

    public override void Check(SmtpSession session, Report report)
    {
        if (session.Host.Text is { } text && BrevoHosts.Classify(text) == HostKind.LegacyRelay)
            report.At(Descriptor, session.Host, session.HostUse, WrongBrevoHost.FixFor(session), "a host", Instead(BrevoFacts.SmtpHost));
    }

    public void Check(ApiRequest request, Report report)
    {
        foreach (var url in request.Urls)
        {
            // Of version 2 more is gone than the host: that is WrongEndpoint's.
            if (BrevoHosts.Classify(url.Text) == HostKind.LegacyApi && !WrongEndpoint.IsOfVersion2(BrevoRequest.PathOf(url.Text)))
                report.At(Descriptor, url.Host, url.HostUse, WrongBrevoHost.FixForUrl(), "a host", Instead(BrevoFacts.ApiHost));
        }
    }

    private static string Instead(string host) => $"Brevo documents {host} only";

    /// <summary>The project's reference to the SDK of that time, at the first name of it.</summary>
    public static void CheckSdk(Place name, Report report) =>
        report.At(Descriptor, name, null, "the SDK", "it is deprecated, and brevo_csharp has the same classes");
}
