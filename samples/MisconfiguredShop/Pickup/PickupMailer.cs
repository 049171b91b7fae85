namespace MisconfiguredShop.Pickup;

/// <summary>Says by Brevo's API that an order is ready: ported from another provider, and not all the way.</summary>
public sealed class PickupMailer(HttpClient http, IConfiguration configuration)
{
    public async Task NotifyAsync(string address, string name)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "http://api.brevo.com/v3/smtp/email"); // BREVO4008
        request.Headers.Add("Authorization", "Bearer " + configuration["Brevo:ApiKey"]); // BREVO2007
        request.Content = JsonContent.Create(new
        {
            from = "Larkspur <pickup@larkspur.example>", // BREVO4002
            to = new { email = address, name }, // BREVO4002
            subject = "Your order is ready",
            html = "<p>Come and get it.</p>", // BREVO4002
        });
        await http.SendAsync(request); // BREVO5001
    }
}
