using System.Text;

namespace MisconfiguredShop.Pickup;

/// <summary>Mails vouchers: the JSON by hand, and the key added to a shared client again with every mail.</summary>
public sealed class VoucherMailer
{
    private readonly HttpClient _http;
    private readonly IConfiguration _configuration;

    public VoucherMailer(HttpClient http, IConfiguration configuration)
    {
        _http = http;
        _http.BaseAddress = new Uri("https://api.brevo.com/v3"); // BREVO4008
        _configuration = configuration;
    }

    public async Task SendAsync(string address, string code)
    {
        _http.DefaultRequestHeaders.Add("api-key", _configuration["Brevo:ApiKey"]); // BREVO2009
        var json = "{\"sender\":{\"email\":\"gifts@larkspur.example\"},\"to\":[{\"email\":\"" + address + "\"}],\"subject\":\"Your voucher\",\"htmlContent\":\"" + code + "\"}"; // BREVO4010
        var response = await _http.PostAsync("smtp/email", new StringContent(json, Encoding.UTF8, "application/json")); // BREVO5001
    }
}
