using HealthyShop.Accounts;
using HealthyShop.Delivery;
using HealthyShop.Invoices;
using HealthyShop.Mail;
using HealthyShop.Newsletter;
using HealthyShop.Orders;
using HealthyShop.Support;
using MailKit.Net.Smtp;
using Microsoft.Extensions.Options;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddOptions<BrevoSettings>().BindConfiguration("Brevo").ValidateOnStart();
builder.Services.AddSingleton<IValidateOptions<BrevoSettings>, BrevoSettingsCheck>();
builder.Services.AddSingleton(TimeProvider.System);
builder.Services.AddSingleton<Func<SmtpClient>>(() => new SmtpClient());
builder.Services.AddSingleton<SendingSwitch>();
builder.Services.AddSingleton<ContactBook>();
builder.Services.AddSingleton<DeliveryLog>();
builder.Services.AddSingleton<SmtpMailer>();
builder.Services.AddHttpClient<ApiMailer>((services, http) => http.Timeout = services.GetRequiredService<IOptions<BrevoSettings>>().Value.Timeout);
builder.Services.AddTransient<ShopMailer>();
builder.Services.AddTransient<OrderMailer>();
builder.Services.AddTransient<InvoiceMailer>();
builder.Services.AddTransient<NewsletterMailer>();
builder.Services.AddTransient<PasswordResetMailer>();
builder.Services.AddSingleton<BrevoWebhook>();
builder.Services.AddHostedService<AccountCheck>();
builder.Services.AddRateLimiter(ContactForm.AddRateLimit);

var app = builder.Build();
app.UseRateLimiter();
app.MapPost("/contact", ContactForm.PostAsync).RequireRateLimiting(ContactForm.RateLimit);
app.MapPost("/brevo/events", (DeliveryEvent received, HttpRequest request, BrevoWebhook webhook) =>
{
    if (!webhook.IsFromBrevo(request.Headers.Authorization))
        return Results.Unauthorized();

    webhook.Handle(received);
    return Results.NoContent();
});
app.Run();
