using MisconfiguredShop.Accounts;
using MisconfiguredShop.Newsletter;
using MisconfiguredShop.Orders;

var builder = WebApplication.CreateBuilder(args);
builder.Services.Configure<NewsletterSettings>(builder.Configuration.GetSection("Newsletter"));
builder.Services.AddSingleton<OrderMailer>();
builder.Services.AddSingleton<ShippingMailer>();
builder.Services.AddSingleton<NewsletterMailer>();
builder.Services.AddSingleton<PasswordResetMailer>();

var app = builder.Build();
app.MapPost("/orders", (Order order, OrderMailer mailer) => mailer.ConfirmAsync(order));
app.Run();
