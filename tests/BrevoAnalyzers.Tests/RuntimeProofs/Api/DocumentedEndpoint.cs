using System.Text.Json;

namespace BrevoAnalyzers.Tests.RuntimeProofs.Api;

/// <summary>
/// Checks a request as Brevo's reference documents <c>POST https://api.brevo.com/v3/smtp/email</c>: path, <c>api-key</c> header,
/// required members by their camel-case names. Status and <c>code</c> are those of the reference's error model; the texts
/// "Key not found" and "email is not valid in to" were seen from Brevo, the other texts are this stub's own.
/// </summary>
internal static class DocumentedEndpoint
{
    private const string Path = "/v3/smtp/email";

    public static ApiReply Answer(ApiRequest request)
    {
        if (request.Path != Path)
            return ApiReply.Error(404, "document_not_found", $"There is no {request.Path}");
        if (request.Method != "POST")
            return ApiReply.Error(405, "method_not_allowed", $"{Path} takes POST");
        if (request.HeaderLines("api-key") is not [ApiStub.ApiKey])
            return ApiReply.Error(401, "unauthorized", "Key not found");

        try
        {
            using var body = JsonDocument.Parse(request.Body);
            return body.RootElement.ValueKind == JsonValueKind.Object
                ? CheckEmail(body.RootElement) ?? ApiReply.Created
                : ApiReply.Error(400, "bad_request", "The body is no JSON object");
        }
        catch (JsonException)
        {
            return ApiReply.Error(400, "bad_request", "The body is no JSON");
        }
    }

    /// <returns>Null when nothing is wrong.</returns>
    private static ApiReply? CheckEmail(JsonElement email)
    {
        var template = email.TryGetProperty("templateId", out _);
        var versions = email.TryGetProperty("messageVersions", out var messageVersions);
        if (!versions && !email.TryGetProperty("to", out _))
            return Missing("to");
        if (!template)
        {
            if (!email.TryGetProperty("sender", out _))
                return Missing("sender");
            if (!email.TryGetProperty("subject", out _))
                return Missing("subject");
            if (!email.TryGetProperty("htmlContent", out _) && !email.TryGetProperty("textContent", out _))
                return Missing("htmlContent");
        }

        return CheckSender(email) ?? CheckRecipients(email) ?? (versions ? CheckVersions(messageVersions) : null);
    }

    private static ApiReply? CheckSender(JsonElement email)
    {
        if (email.TryGetProperty("sender", out var sender) && !HasEmail(sender) && !HasMember(sender, "id"))
            return ApiReply.Error(400, "invalid_parameter", "valid sender email required");
        if (email.TryGetProperty("replyTo", out var replyTo) && !HasEmail(replyTo))
            return ApiReply.Error(400, "invalid_parameter", "email is not valid in replyTo");
        return null;
    }

    private static ApiReply? CheckRecipients(JsonElement message)
    {
        foreach (var member in (string[])["to", "cc", "bcc"])
        {
            if (!message.TryGetProperty(member, out var recipients))
                continue;
            if (recipients.ValueKind != JsonValueKind.Array || recipients.GetArrayLength() == 0)
                return ApiReply.Error(400, "invalid_parameter", $"{member} is not valid");
            foreach (var recipient in recipients.EnumerateArray())
            {
                if (!HasEmail(recipient))
                    return ApiReply.Error(400, "invalid_parameter", $"email is not valid in {member}");
            }
        }

        return null;
    }

    private static ApiReply? CheckVersions(JsonElement versions)
    {
        if (versions.ValueKind != JsonValueKind.Array || versions.GetArrayLength() == 0)
            return ApiReply.Error(400, "invalid_parameter", "messageVersions is not valid");
        foreach (var version in versions.EnumerateArray())
        {
            if (!HasMember(version, "to"))
                return Missing("to in messageVersions");
            if (CheckRecipients(version) is { } error)
                return error;
        }

        return null;
    }

    private static ApiReply Missing(string member) => ApiReply.Error(400, "missing_parameter", $"{member} is missing");

    private static bool HasMember(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out _);

    private static bool HasEmail(JsonElement element) =>
        HasMember(element, "email") && element.GetProperty("email") is { ValueKind: JsonValueKind.String } email && IsAddress(email.GetString()!);

    private static bool IsAddress(string text)
    {
        var at = text.IndexOf('@');
        return at > 0 && at == text.LastIndexOf('@') && at < text.Length - 1 && text.IndexOfAny([' ', '<', '>']) < 0;
    }
}
