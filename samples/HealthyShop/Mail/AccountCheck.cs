using System.Text.Json;
using Microsoft.Extensions.Options;

namespace HealthyShop.Mail;

/// <summary>
/// Asks for the state of the account when the shop starts: what only the account knows (relay not active, credits used up) is else
/// seen by customers first, since Brevo accepts the mail all the same.
/// </summary>
public sealed class AccountCheck(IHttpClientFactory clients, IOptions<BrevoSettings> options, SendingSwitch sending, ILogger<AccountCheck> logger) : IHostedService
{
    private readonly BrevoSettings _settings = options.Value;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        try
        {
            foreach (var problem in await FindProblemsAsync(cancellationToken))
                logger.LogError("The Brevo account needs somebody: {Problem}", problem);
        }
        catch (MailException exception) when (exception.NeedsSomebody)
        {
            sending.TurnOff(exception);
        }
        catch (Exception exception) when (exception is MailException or HttpRequestException or JsonException)
        {
            logger.LogWarning(exception, "The state of the Brevo account is not known");
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>What is wrong with the account; empty when nothing is.</summary>
    /// <exception cref="MailException">The API does not say.</exception>
    public async Task<IReadOnlyList<string>> FindProblemsAsync(CancellationToken cancellationToken)
    {
        using var http = clients.CreateClient();
        http.Timeout = _settings.Timeout;
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(_settings.Api, "account"));
        request.Headers.Add("api-key", _settings.ApiKey);
        using var response = await http.SendAsync(request, cancellationToken);
        if (!response.IsSuccessStatusCode)
            throw await ApiFailures.ReadAsync(response, cancellationToken);

        var account = await response.Content.ReadFromJsonAsync<Account>(cancellationToken);
        var problems = new List<string>();
        if (account?.Relay?.Enabled != true)
            problems.Add("the SMTP relay is not enabled");
        foreach (var plan in account?.Plan ?? [])
        {
            if (plan.Type != "sms" && plan.Credits < _settings.LeastCredits)
                problems.Add($"the plan {plan.Type} has {plan.Credits} credits left");
        }

        return problems;
    }

    private sealed record Account(Relay? Relay, Plan[]? Plan);

    private sealed record Relay(bool Enabled);

    private sealed record Plan(string Type, double Credits);
}
