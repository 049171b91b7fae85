using System;
using System.Collections.Immutable;

namespace BrevoAnalyzers;

internal static partial class BrevoFacts
{
    /// <summary>Source: developers.brevo.com API reference; Brevo's OpenAPI description, <c>servers</c>.</summary>
    public const string ApiHost = "api.brevo.com";

    /// <summary>Source: base path of the SDK <c>sib_api_v3_sdk</c>. Legacy, not known to be broken.</summary>
    public const string LegacyApiHost = "api.sendinblue.com";

    /// <summary>Source: Brevo's OpenAPI description, <c>servers</c>; default <c>BasePath</c> of <c>brevo_csharp</c>.</summary>
    public const string ApiBasePath = "https://api.brevo.com/v3";

    /// <summary>Default <c>BasePath</c> of <c>sib_api_v3_sdk</c>.</summary>
    public const string LegacyApiBasePath = "https://api.sendinblue.com/v3";

    /// <summary>The path, below <see cref="ApiBasePath"/>, that sends a transactional mail.</summary>
    public const string SendEmailPath = "/smtp/email";

    /// <summary>The HTTP header that carries the key. Source: OpenAPI <c>securitySchemes</c>; developers.brevo.com/docs/authentication-schemes.</summary>
    public const string ApiKeyHeader = "api-key";

    /// <summary>The partner's key, beside <see cref="ApiKeyHeader"/>. Source: OpenAPI <c>securitySchemes</c>.</summary>
    public const string PartnerKeyHeader = "partner-key";

    /// <summary>
    /// The sandbox header (in the body's <c>headers</c>) and its only value: the request is validated, nothing is sent.
    /// Source: developers.brevo.com/docs/using-sandbox-mode.
    /// </summary>
    public const string SandboxHeader = "X-Sib-Sandbox";

    /// <inheritdoc cref="SandboxHeader"/>
    public const string SandboxHeaderValue = "drop";

    /// <summary>Recipients in one entry of <c>messageVersions</c>. Source: OpenAPI text of <c>messageVersions</c>.</summary>
    public const int MaxRecipientsPerVersion = 99;

    /// <summary>Recipients in all <c>messageVersions</c> of a request. Source: OpenAPI text of <c>messageVersions</c>.</summary>
    public const int MaxRecipientsPerRequest = 2000;

    /// <summary>Length of a display name of sender, recipient or reply-to, in characters. Source: OpenAPI texts of <c>name</c>.</summary>
    public const int MaxNameLength = 70;

    /// <summary>How far ahead <c>scheduledAt</c> may be, in hours. Source: developers.brevo.com/docs/schedule-batch-sendings.</summary>
    public const int MaxScheduleHours = 72;

    /// <summary>
    /// Extensions (without dot) of attachments that the API accepts, 53 of them. Source: OpenAPI text of <c>attachment</c>; the help page
    /// help.brevo.com/hc/en-us/articles/4402811730962 names only 22 of these.
    /// </summary>
    public static readonly ImmutableHashSet<string> AttachmentExtensions = ImmutableHashSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "xlsx", "xls", "ods", "docx", "docm", "doc", "csv", "pdf", "txt", "gif", "jpg", "jpeg", "png", "tif", "tiff", "rtf", "bmp", "cgm", "css",
        "shtml", "html", "htm", "zip", "xml", "ppt", "pptx", "tar", "ez", "ics", "mobi", "msg", "pub", "eps", "odt", "mp3", "m4a", "m4v", "wma",
        "ogg", "flac", "wav", "aif", "aifc", "aiff", "mp4", "mov", "avi", "mkv", "mpeg", "mpg", "wmv", "pkpass", "xlsm");

    /// <summary>
    /// Headers that the body's <c>headers</c> may not set: "custom headers (not the standard headers)".
    /// Source: OpenAPI text of <c>headers</c>; the names are the standard ones of RFC 5322 and RFC 2045 that the request's other members give.
    /// </summary>
    public static readonly ImmutableHashSet<string> ReservedHeaders = ImmutableHashSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "From", "To", "Cc", "Bcc", "Subject", "Date", "Sender", "Reply-To", "Message-Id", "Return-Path", "Received", "DKIM-Signature",
        "MIME-Version", "Content-Type", "Content-Transfer-Encoding");

    /// <summary>
    /// Paths below <c>/smtp/</c> with their methods. Source: Brevo's OpenAPI description, copy of 2026-02. Judge no path outside <c>/smtp/</c>
    /// by it: the API grows.
    /// </summary>
    public static readonly ImmutableArray<ApiEndpoint> SmtpEndpoints = ImmutableArray.Create(
        new ApiEndpoint("/smtp/blockedContacts", "GET"),
        new ApiEndpoint("/smtp/blockedContacts/{email}", "DELETE"),
        new ApiEndpoint("/smtp/blockedDomains", "GET", "POST"),
        new ApiEndpoint("/smtp/blockedDomains/{domain}", "DELETE"),
        new ApiEndpoint("/smtp/deleteHardbounces", "POST"),
        new ApiEndpoint(SendEmailPath, "POST"),
        new ApiEndpoint("/smtp/email/{identifier}", "DELETE"),
        new ApiEndpoint("/smtp/emailStatus/{identifier}", "GET"),
        new ApiEndpoint("/smtp/emails", "GET"),
        new ApiEndpoint("/smtp/emails/{uuid}", "GET"),
        new ApiEndpoint("/smtp/log/{identifier}", "DELETE"),
        new ApiEndpoint("/smtp/statistics/aggregatedReport", "GET"),
        new ApiEndpoint("/smtp/statistics/events", "GET"),
        new ApiEndpoint("/smtp/statistics/reports", "GET"),
        new ApiEndpoint("/smtp/template/preview", "POST"),
        new ApiEndpoint("/smtp/templates", "GET", "POST"),
        new ApiEndpoint("/smtp/templates/{templateId}", "DELETE", "GET", "PUT"),
        new ApiEndpoint("/smtp/templates/{templateId}/sendTest", "POST"));

    /// <summary>
    /// The endpoint of a path below <c>/v3</c> ("/smtp/email", without or with query, leading and trailing slash); null where there is none.
    /// A segment <c>{…}</c> of the path itself (an interpolation hole) fits every variable segment.
    /// </summary>
    public static ApiEndpoint? FindSmtpEndpoint(string path)
    {
        var end = path.IndexOfAny(PathEnds);
        var trimmed = (end < 0 ? path : path.Substring(0, end)).Trim('/');
        var segments = trimmed.Split('/');

        // "/smtp/emails/{uuid}" beside "/smtp/email": a literal match wins over one by variable segments.
        ApiEndpoint? byVariable = null;
        foreach (var endpoint in SmtpEndpoints)
        {
            if (endpoint.Matches(segments))
            {
                if (!endpoint.HasVariable)
                {
                    return endpoint;
                }

                byVariable = endpoint;
            }
        }

        return byVariable;
    }

    private static readonly char[] PathEnds = ['?', '#'];
}

/// <summary>A path of the API and the HTTP methods it knows.</summary>
internal sealed class ApiEndpoint
{
    private readonly string[] _segments;

    public ApiEndpoint(string path, params string[] methods)
    {
        Path = path;
        Methods = ImmutableArray.Create(methods);
        _segments = path.Trim('/').Split('/');
    }

    /// <summary>Below <see cref="BrevoFacts.ApiBasePath"/>, variable segments in braces.</summary>
    public string Path { get; }

    /// <summary>In capitals.</summary>
    public ImmutableArray<string> Methods { get; }

    public bool HasVariable => Path.IndexOf('{') >= 0;

    public bool Allows(string method)
    {
        foreach (var known in Methods)
        {
            if (string.Equals(known, method, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    internal bool Matches(string[] segments)
    {
        if (segments.Length != _segments.Length)
        {
            return false;
        }

        for (var i = 0; i < segments.Length; i++)
        {
            var isVariable = _segments[i][0] == '{';

            // Whether Brevo minds the case of a path is not documented: a difference of case alone is not held against it.
            if (isVariable ? segments[i].Length == 0 : !string.Equals(segments[i], _segments[i], StringComparison.OrdinalIgnoreCase))
            {
                return false;
            }
        }

        return true;
    }
}
