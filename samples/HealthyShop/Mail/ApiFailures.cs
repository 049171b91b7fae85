using System.Net;

namespace HealthyShop.Mail;

/// <summary>Reads what the API answers when it does not accept: a status, and <c>{"code":…,"message":…}</c>.</summary>
public static class ApiFailures
{
    public static async Task<MailException> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var body = await response.Content.ReadAsStringAsync(cancellationToken);
        return new MailException(Classify(response.StatusCode, body), $"Brevo's API answers {(int)response.StatusCode}: {body}");
    }

    /// <param name="body">The answer; its texts are Brevo's and may change, so only the hint to the address is taken from it.</param>
    public static MailFailure Classify(HttpStatusCode status, string body) => status switch
    {
        HttpStatusCode.BadRequest => MailFailure.RequestIsWrong,
        HttpStatusCode.Unauthorized when body.Contains("IP address", StringComparison.OrdinalIgnoreCase) => MailFailure.AddressNotAuthorised,
        HttpStatusCode.Unauthorized => MailFailure.WrongCredentials,
        HttpStatusCode.PaymentRequired => MailFailure.NoCredits,
        HttpStatusCode.Forbidden => MailFailure.AccountNotActive,
        HttpStatusCode.TooManyRequests or >= HttpStatusCode.InternalServerError => MailFailure.TryLater,
        _ => MailFailure.Refused,
    };
}
