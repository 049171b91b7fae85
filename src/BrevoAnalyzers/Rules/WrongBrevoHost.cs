using BrevoAnalyzers.Model;
using Microsoft.CodeAnalysis;

namespace BrevoAnalyzers.Rules;

/// <summary>BREVO1005: hosts that Brevo does not have, or has for something else.</summary>
internal sealed class WrongBrevoHost : SmtpRule, IApiRule
{
    /// <summary>Property: the host to write.</summary>
    public const string Host = "Host";

    /// <summary>Property: "true" where the host stands in a URL, the rest of which is right.</summary>
    public const string KeepRest = "KeepRestOfUrl";

    internal static readonly DiagnosticDescriptor Descriptor = new(
        "BREVO1005",
        "This is not the host of Brevo's service",
        "{0}. Brevo's SMTP relay is smtp-relay.brevo.com, its API https://api.brevo.com.",
        Category.Connection,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: Category.PageOf("BREVO1005"));

    public override DiagnosticDescriptor Rule => Descriptor;

    public override void Check(SmtpSession session, Report report)
    {
        if (session.Host.Text is not { } text || Problem(text) is not { } problem)
            return;

        report.At(Descriptor, session.Host, session.HostUse, FixFor(session), problem);
    }

    /// <summary>The relay's host, alone or as a part of the URI that the client is given.</summary>
    internal static FixData FixFor(SmtpSession session) =>
        FixData.None.With(Host, BrevoFacts.SmtpHost).With(KeepRest, session.TlsNotation == TlsNotation.Uri ? "true" : null);

    /// <summary>The API's host in a URL.</summary>
    internal static FixData FixForUrl() => FixData.None.With(Host, BrevoFacts.ApiHost).With(KeepRest, "true");

    public void Check(ApiRequest request, Report report)
    {
        foreach (var url in request.Urls)
        {
            switch (BrevoHosts.Classify(url.Text))
            {
                case HostKind.Relay or HostKind.LegacyRelay:
                    report.At(Descriptor, url.Host, url.HostUse, FixForUrl(), "This is the host of Brevo's SMTP relay, which answers no API requests");
                    break;
                case HostKind.Misspelt:
                    var bare = BrevoHosts.StripDecorations(url.Text);
                    var isRelay = bare is not null && BrevoHosts.IsRelay(BrevoHosts.Classify(bare));
                    report.At(Descriptor, url.Host, url.HostUse, FixForUrl(), isRelay ? "This is the host of Brevo's SMTP relay, which answers no API requests" : "Brevo has no such host");
                    break;
            }
        }
    }

    private static string? Problem(string text)
    {
        switch (BrevoHosts.Classify(text))
        {
            case HostKind.Api or HostKind.LegacyApi:
                return "This is the host of Brevo's API, which speaks no SMTP";
            case HostKind.Misspelt:
                var bare = BrevoHosts.StripDecorations(text);
                return bare is not null && BrevoHosts.IsRelay(BrevoHosts.Classify(bare))
                    ? "A host is given without scheme, port, path or spaces"
                    : "Brevo has no such host";
            default:
                return null;
        }
    }
}
