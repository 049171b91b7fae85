using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace BrevoAnalyzers.Benchmarks;

/// <summary>A generated <c>appsettings….json</c>, as a build hands it to analyzers.</summary>
internal sealed class SettingsFile(string path, string text) : AdditionalText
{
    private readonly SourceText _text = SourceText.From(text);

    public override string Path { get; } = path;

    public override SourceText GetText(CancellationToken cancellationToken = default) => _text;

    /// <summary>The general file, and after it one for each environment. Each speaks of mail, and mostly of other things.</summary>
    public static SettingsFile Number(int i) => new(i == 0 ? "appsettings.json" : $"appsettings.Environment{i}.json", $$"""
        {
          // Environment {{i}}
          "Logging": { "LogLevel": { "Default": "Information", "Microsoft.AspNetCore": "Warning", "System.Net.Http": "Warning" } },
          "AllowedHosts": "*",
          "ConnectionStrings": { "Shop": "Server=db{{i}};Database=shop;Trusted_Connection=True", "Cache": "cache{{i}}:6379" },
          "Smtp": {
            "Host": "smtp-relay.brevo.com",
            "Port": {{(i % 2 == 0 ? 587 : 2525)}},
            "Username": "owner{{i}}@shop.example",
            "Password": "",
            "From": "orders{{i}}@shop.example",
            "UseStartTls": true
          },
          "Shops": [
            { "Name": "North {{i}}", "Url": "https://north{{i}}.shop.example", "Open": true, "Retries": 3, "Languages": [ "de", "en", "it" ] },
            { "Name": "South {{i}}", "Url": "https://south{{i}}.shop.example", "Open": false, "Retries": 5, "Languages": [ "fr", "en" ] }
          ],
          "Features": { "Search": true, "Reviews": false, "Vouchers": { "Enabled": true, "Largest": 50.0, "Codes": [ "SPRING", "AUTUMN" ] } }
        }
        """);
}
