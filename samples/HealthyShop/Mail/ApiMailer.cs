using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.Extensions.Options;

namespace HealthyShop.Mail;

/// <summary>Sends through the API, which needs no other port than the web: each attempt with the same idempotency key.</summary>
public sealed class ApiMailer(HttpClient http, IOptions<BrevoSettings> options, ILogger<ApiMailer> logger)
{
    private const int Attempts = 4;

    /// <summary>Brevo remembers an idempotency key for 15 minutes at least: the attempts must not take longer.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(2);

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    private readonly BrevoSettings _settings = options.Value;

    /// <summary>Returns Brevo's id of the message when it is accepted. That it arrives is for the webhook to say.</summary>
    /// <exception cref="MailException">The mail was not accepted.</exception>
    public Task<string> SendAsync(Email email, CancellationToken cancellationToken) => SendAsync(
        new
        {
            sender = new { name = _settings.SenderName, email = _settings.SenderAddress },
            to = new[] { new { email = email.ToAddress, name = email.ToName } },
            replyTo = email.ReplyTo is null ? null : new { email = email.ReplyTo },
            subject = email.Subject,
            htmlContent = email.Html,
            headers = IdempotencyKey(),
        },
        cancellationToken);

    /// <summary>The same mail to everybody on the list, each in a version of their own, so that nobody sees the others.</summary>
    public Task<string> SendToEachAsync(IEnumerable<string> addresses, string subject, string html, CancellationToken cancellationToken) => SendAsync(
        new
        {
            sender = new { name = _settings.SenderName, email = _settings.SenderAddress },
            subject,
            htmlContent = html,
            messageVersions = addresses.Select(address => new { to = new[] { new { email = address } } }).ToArray(),
            headers = IdempotencyKey(),
        },
        cancellationToken);

    private async Task<string> SendAsync(object body, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            TimeSpan wait;
            try
            {
                using var response = await PostAsync(body, cancellationToken);
                if (response.IsSuccessStatusCode)
                    return await MessageIdAsync(response, cancellationToken);

                var failure = await ApiFailures.ReadAsync(response, cancellationToken);
                if (failure.Failure != MailFailure.TryLater || attempt == Attempts)
                    throw failure;
                wait = WaitAfter(attempt, response);
            }
            catch (Exception exception) when (IsNetwork(exception, cancellationToken))
            {
                // Whether Brevo has the mail is not known, but the idempotency key keeps it from going out twice.
                if (attempt == Attempts)
                    throw new MailException(MailFailure.TryLater, "Brevo's API cannot be reached.", exception);
                wait = _settings.WaitAfter(attempt);
            }

            logger.LogWarning("Attempt {Attempt} failed, the next follows in {Wait}", attempt, wait);
            await Task.Delay(wait, cancellationToken);
        }
    }

    private async Task<HttpResponseMessage> PostAsync(object body, CancellationToken cancellationToken)
    {
        // A request can be sent once only, so each attempt makes its own.
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(_settings.Api, "smtp/email"));
        request.Headers.Add("api-key", _settings.ApiKey);
        request.Content = JsonContent.Create(body, options: Json);
        return await http.SendAsync(request, cancellationToken);
    }

    /// <summary>Sources disagree on the header that says how long to wait, so both are read. They mean seconds left, no time of day.</summary>
    private TimeSpan WaitAfter(int attempt, HttpResponseMessage response)
    {
        var wait = response.Headers.RetryAfter?.Delta
            ?? (response.Headers.TryGetValues("x-sib-ratelimit-reset", out var reset) && int.TryParse(reset.First(), out var seconds)
                ? TimeSpan.FromSeconds(seconds)
                : _settings.WaitAfter(attempt));
        return wait < LongestWait ? wait : LongestWait;
    }

    private static bool IsNetwork(Exception exception, CancellationToken cancellationToken) =>
        exception is HttpRequestException || (exception is OperationCanceledException && !cancellationToken.IsCancellationRequested);

    /// <summary>It belongs into the body's headers. Brevo writes it in two ways and asks for a UUID.</summary>
    private static Dictionary<string, string> IdempotencyKey() => new() { ["Idempotency-Key"] = Guid.NewGuid().ToString() };

    private static async Task<string> MessageIdAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var accepted = await response.Content.ReadFromJsonAsync<Accepted>(Json, cancellationToken);
        return accepted?.MessageId ?? accepted?.MessageIds?.FirstOrDefault() ?? "";
    }

    private sealed record Accepted(string? MessageId, string[]? MessageIds);
}
