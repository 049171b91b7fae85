using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Net.Sockets;
using System.Threading;
using System.Threading.Tasks;
using BrevoAnalyzers.Tests.RuntimeProofs.Api;
using BrevoAnalyzers.Tests.RuntimeProofs.Relay;
using HealthyShop.Delivery;
using HealthyShop.Mail;
using MailKit.Net.Smtp;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace BrevoAnalyzers.Tests.HealthyShop;

/// <summary>The mailers of samples/HealthyShop, put together beside a relay and an API of the tests. It waits a millisecond where the shop waits seconds.</summary>
internal sealed class ShopUnderTest : IHttpClientFactory, IDisposable
{
    public static readonly Email Email = new("ann@example.org", "Ann", "Your order", "<p>Thank you.</p>");

    private readonly List<HttpClient> _clients = [];

    public ShopUnderTest(SmtpRelayStub? relay = null, ApiStub? api = null, SmtpRelayStub? fallback = null, Action<BrevoSettings>? configure = null)
    {
        Settings = new BrevoSettings
        {
            SmtpHost = SmtpRelayStub.Host,
            SmtpPort = relay?.Port ?? ClosedPort(),
            FallbackSmtpPort = fallback?.Port ?? ClosedPort(),
            SmtpLogin = SmtpRelayStub.Login,
            SmtpKey = SmtpRelayStub.SmtpKey,
            Api = new Uri((api?.Origin ?? $"http://127.0.0.1:{ClosedPort()}") + "/v3/"),
            ApiKey = ApiStub.ApiKey,
            SenderAddress = "orders@example.com",
            SenderName = "Shop",
            WebhookToken = "token of the tests",
            Timeout = TimeSpan.FromSeconds(10),
            FirstWait = TimeSpan.FromMilliseconds(1),
        };
        configure?.Invoke(Settings);

        var options = Options.Create(Settings);
        Switch = new SendingSwitch(Logs.For<SendingSwitch>());
        DeliveryLog = new DeliveryLog(Time);
        Smtp = new SmtpMailer(options, () => new SmtpClient { ServerCertificateValidationCallback = ThrowAwayCertificate.Pinned }, Logs.For<SmtpMailer>());
        Api = new ApiMailer(CreateClient(""), options, Logs.For<ApiMailer>());
        Mailer = new ShopMailer(Smtp, Api, Switch, Contacts, DeliveryLog, options);
        Webhook = new BrevoWebhook(Contacts, DeliveryLog, options, Logs.For<BrevoWebhook>());
        AccountCheck = new AccountCheck(this, options, Switch, Logs.For<AccountCheck>());
    }

    public BrevoSettings Settings { get; }

    public ManualTime Time { get; } = new();

    public RecordedLogs Logs { get; } = new();

    public ContactBook Contacts { get; } = new();

    public DeliveryLog DeliveryLog { get; }

    public SendingSwitch Switch { get; }

    public SmtpMailer Smtp { get; }

    public ApiMailer Api { get; }

    public ShopMailer Mailer { get; }

    public BrevoWebhook Webhook { get; }

    public AccountCheck AccountCheck { get; }

    public Task<bool> SendAsync() => Mailer.SendAsync(Email, CancellationToken.None);

    public HttpClient CreateClient(string name)
    {
        var client = new HttpClient();
        _clients.Add(client);
        return client;
    }

    public void Dispose() => _clients.ForEach(client => client.Dispose());

    /// <summary>A port on which nobody listens.</summary>
    public static int ClosedPort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, port: 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}

/// <summary>A clock that goes only when a test says so.</summary>
internal sealed class ManualTime : TimeProvider
{
    private DateTimeOffset _now = new(2026, 3, 1, 9, 0, 0, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => _now;

    public void Pass(TimeSpan time) => _now += time;
}

/// <summary>What the shop told its operators.</summary>
internal sealed class RecordedLogs
{
    private readonly List<(LogLevel Level, string Text)> _entries = [];

    public ILogger<T> For<T>() => new Logger<T>(_entries);

    public IEnumerable<string> At(LogLevel level)
    {
        lock (_entries)
            return _entries.Where(entry => entry.Level == level).Select(entry => entry.Text).ToList();
    }

    private sealed class Logger<T>(List<(LogLevel Level, string Text)> entries) : ILogger<T>
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            lock (entries)
                entries.Add((logLevel, formatter(state, exception)));
        }
    }
}
