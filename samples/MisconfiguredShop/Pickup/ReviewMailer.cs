namespace MisconfiguredShop.Pickup;

/// <summary>Asks for a review the week after, with a form attached: too late, at no certain hour, and never really sent.</summary>
public sealed class ReviewMailer(HttpClient http, IConfiguration configuration)
{
    public async Task AskAsync(string address, byte[] form, DateOnly day)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "https://api.brevo.com/v3/smtp/email");
        request.Headers.Add("api-key", configuration["Brevo:ApiKey"]);
        request.Content = JsonContent.Create(new
        {
            to = new[] { new { email = address } },
            templateId = 12,
            htmlContent = "<p>How was it?</p>", // BREVO4005
            batchId = "reviews", // BREVO4004
            scheduledAt = new DateTime(day.Year, day.Month, day.Day, 9, 0, 0), // BREVO4009
            attachment = new[] { new { name = "form.json", content = Convert.ToBase64String(form) } }, // BREVO4006
            headers = new Dictionary<string, string> { ["X-Sib-Sandbox"] = "drop" }, // BREVO4007
        });
        using var response = await http.SendAsync(request);
        response.EnsureSuccessStatusCode();
    }

    public async Task ThankAsync(string address)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "https://api.brevo.com/v3/smtp/email");
        request.Headers.Add("api-key", configuration["Brevo:ApiKey"]);
        request.Content = JsonContent.Create(new { to = new[] { new { email = address } }, subject = "Thank you", textContent = "Thank you." }); // BREVO4001
        using var response = await http.SendAsync(request);
        response.EnsureSuccessStatusCode();
    }
}
