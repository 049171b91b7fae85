using HealthyShop.Accounts;
using HealthyShop.Delivery;
using HealthyShop.Invoices;
using HealthyShop.Mail;
using HealthyShop.Newsletter;
using HealthyShop.Orders;
using HealthyShop.Support;
using MailKit.Net.Smtp;
using Microsoft.Extensions.Options;

namespace HealthyShop;

/// <summary>The shop as a web application: what it is made of and what can be asked of it.</summary>
public static class Shop
{
    public static WebApplication Create(string[] args)
    {
        var builder = WebApplication.CreateBuilder(args);
        AddMail(builder.Services);
        builder.Services.AddTransient<OrderMailer>();
        builder.Services.AddTransient<InvoiceMailer>();
        builder.Services.AddTransient<NewsletterMailer>();
        builder.Services.AddTransient<PasswordResetMailer>();
        builder.Services.AddRateLimiter(ContactForm.AddRateLimit);

        var app = builder.Build();
        app.UseRateLimiter();
        app.MapPost("/contact", ContactForm.PostAsync).RequireRateLimiting(ContactForm.RateLimit);
        app.MapPost("/brevo/events", Receive);
        return app;
    }

    private static void AddMail(IServiceCollection services)
    {
        services.AddOptions<BrevoSettings>().BindConfiguration("Brevo").ValidateOnStart();
        services.AddSingleton<IValidateOptions<BrevoSettings>, BrevoSettingsCheck>();
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton<Func<SmtpClient>>(() => new SmtpClient());
        services.AddSingleton<SendingSwitch>();
        services.AddSingleton<ContactBook>();
        services.AddSingleton<DeliveryLog>();
        services.AddSingleton<BrevoWebhook>();
        services.AddSingleton<SmtpMailer>();
        services.AddHttpClient<ApiMailer>((provider, http) => http.Timeout = provider.GetRequiredService<IOptions<BrevoSettings>>().Value.Timeout);
        services.AddTransient<ShopMailer>();
        services.AddHostedService<AccountCheck>();
    }

    private static IResult Receive(DeliveryEvent received, HttpRequest request, BrevoWebhook webhook)
    {
        if (!webhook.IsFromBrevo(request.Headers.Authorization))
            return Results.Unauthorized();

        webhook.Handle(received);
        return Results.NoContent();
    }
}
