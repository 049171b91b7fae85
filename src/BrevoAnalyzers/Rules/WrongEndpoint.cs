using System;
using BrevoAnalyzers.Model;
using Microsoft.CodeAnalysis;

namespace BrevoAnalyzers.Rules;

/// <summary>BREVO4008: URLs that lead nowhere, among them those that lose <c>v3</c> when base and path are joined.</summary>
internal sealed class WrongEndpoint : IApiRule
{
    /// <summary>Property: what to do to the text at the place of the report, one of the values below.</summary>
    public const string Cure = "Cure";

    /// <summary>Value of <see cref="Cure"/>: Brevo's URL for mails in its place.</summary>
    public const string WriteWhole = "WriteWhole";

    /// <summary>Value of <see cref="Cure"/>: https instead of http.</summary>
    public const string WriteHttps = "WriteHttps";

    /// <summary>Value of <see cref="Cure"/>: a slash at the end.</summary>
    public const string AppendSlash = "AppendSlash";

    /// <summary>Value of <see cref="Cure"/>: <c>/v3</c> before <c>/smtp</c>.</summary>
    public const string InsertVersion = "InsertVersion";

    internal static readonly DiagnosticDescriptor Descriptor = new(
        "BREVO4008",
        "Brevo's API has no such endpoint",
        "{0}",
        Category.ApiRequest,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: Category.PageOf("BREVO4008"));

    private const string Version = "/v3";

    public DiagnosticDescriptor Rule => Descriptor;

    public void Check(ApiRequest request, Report report)
    {
        foreach (var url in request.Urls)
        {
            if (!BrevoHosts.IsApi(BrevoHosts.Classify(url.Text)))
                continue;

            var path = BrevoRequest.PathOf(url.Text);
            if (url.Text.StartsWith("http://", StringComparison.OrdinalIgnoreCase))
                AtHost(url, report, WriteHttps, "Brevo's API is offered by https only: the key would travel in clear text");
            else if (IsOfVersion2(path))
                AtHost(url, report, IsWholeUrl(url) ? WriteWhole : null, "Version 2 of the API is gone. Version 3 is https://api.brevo.com/v3/smtp/email");
            else if (!url.IsBaseOnly)
                CheckPath(url, path, request.Method, report);
        }
    }

    private static void CheckPath(ApiUrl url, string path, string? method, Report report)
    {
        if (LosesVersion(url, path))
        {
            // The base keeps its last segment with a slash at its end, and the path must not begin with one.
            if (url.Path.Text is { } text && text.StartsWith("/", StringComparison.Ordinal))
                report.At(Descriptor, url.Path, url.Use, FixData.None.With(Cure, InsertVersion).Also(url.Base!.Place), LostByPath);
            else
                report.At(Descriptor, url.Base!, url.BaseUse, FixData.None.With(Cure, AppendSlash).Also(url.Use), LostByBase);
        }
        else if (IsBelow(path, "/v3/v3"))
        {
            report.At(Descriptor, url.Path, url.Use, null, "Base address and path both hold v3, so the request goes to /v3/v3");
        }
        else if (IsBelow(path, "/smtp") && url.Base is null)
        {
            report.At(Descriptor, url.Path, url.Use, FixData.None.With(Cure, InsertVersion), "The version is missing from this URL: Brevo's paths begin with /v3");
        }
        else if (IsBelow(path, "/smtp"))
        {
            report.At(Descriptor, url.Path, url.Use, FixData.None.With(Cure, InsertVersion), "Neither the base address nor this path holds v3: Brevo's paths begin with /v3");
        }
        else if (IsBelow(path, "/v3/smtp") && IsWhole(path) && BrevoFacts.FindSmtpEndpoint(path.Substring(Version.Length)) is null)
        {
            report.At(Descriptor, url.Path, url.Use, null, "Brevo's API has no such path below /v3/smtp: it answers 404");
        }
        else if (IsBelow(path, "/v3/smtp") && method is not null && path.IndexOf('{') < 0 && BrevoFacts.FindSmtpEndpoint(path.Substring(Version.Length)) is { } endpoint && !endpoint.Allows(method))
        {
            report.At(Descriptor, url.Path, url.Use, null, $"Brevo's API knows this path for {string.Join(" and ", endpoint.Methods)} only. Mails are sent by POST to /v3/smtp/email.");
        }
    }

    /// <summary>Whether a path is of the version that Sendinblue ended.</summary>
    public static bool IsOfVersion2(string path) => IsBelow(path, "/v2") || IsBelow(path, "/v2.0");

    private const string LostByPath = "A path that begins with a slash replaces the base address's path: v3 is lost. Begin it without a slash, and end the base address with one.";

    private const string LostByBase = "Without a slash at its end the base address loses its last segment, v3, when the path is joined: end it with a slash";

    private static bool LosesVersion(ApiUrl url, string path) =>
        url.Base is not null
        && BrevoRequest.PathOf(url.BaseText).TrimEnd('/').EndsWith(Version, StringComparison.OrdinalIgnoreCase)
        && !IsBelow(path, Version);

    private static bool IsBelow(string path, string start) =>
        path.StartsWith(start, StringComparison.OrdinalIgnoreCase) && (path.Length == start.Length || path[start.Length] == '/');

    /// <summary>A last segment that is put in may be anything, also several segments.</summary>
    private static bool IsWhole(string path) => path.IndexOf('{') < 0 || BrevoFacts.FindSmtpEndpoint(path.Substring(Version.Length)) is null && !path.Contains("/smtp/{");

    /// <summary>Whether the text of the host is all of the URL, and not a base that a path follows.</summary>
    private static bool IsWholeUrl(ApiUrl url) => url is { HostPart: null, Base: null, IsBaseOnly: false };

    private static void AtHost(ApiUrl url, Report report, string? cure, string problem) =>
        report.At(Descriptor, url.Host, url.HostUse, FixData.None.With(Cure, cure), problem);
}
