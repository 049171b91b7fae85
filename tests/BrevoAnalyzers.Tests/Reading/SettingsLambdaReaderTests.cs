using Xunit;

namespace BrevoAnalyzers.Tests.Reading;

/// <summary>Lambdas that set up an options object.</summary>
public sealed class SettingsLambdaReaderTests
{
    private const string Settings = """
        public sealed class SmtpSettings
        {
            public string Host { get; set; } = "";
            public int Port { get; set; }
            public string User { get; set; } = "";
            public string Password { get; set; } = "";
        }
        """;

    [Fact]
    public void Configure() => Expect.Findings(Settings, """
        using Microsoft.Extensions.DependencyInjection;

        static class Setup
        {
            static void Add(IServiceCollection services, string key) => services.Configure<SmtpSettings>(o =>
            {
                o.Host = "smtp-relay.brevo.com";
                o.Port = 25; // BREVO1001
                o.Password = key;
            });
        }
        """);

    [Fact]
    public void Options_builder_and_PostConfigure() => Expect.Findings(Settings, """
        using Microsoft.Extensions.DependencyInjection;

        static class Setup
        {
            static void Add(IServiceCollection services)
            {
                services.AddOptions<SmtpSettings>().Configure(o => { o.Host = "smtp-relay.brevo.com"; o.Port = 26; }); // BREVO1001
                services.PostConfigure<SmtpSettings>(o => { o.Host = "smtp-relay.brevo.com"; o.Password = "AbCdEfGh12345678"; }); // BREVO2004
            }
        }
        """);

    [Fact]
    public void Right_values_and_other_hosts() => Expect.Findings(Settings, """
        using Microsoft.Extensions.DependencyInjection;

        static class Setup
        {
            static void Add(IServiceCollection services, string key)
            {
                services.Configure<SmtpSettings>("brevo", o => { o.Host = "smtp-relay.brevo.com"; o.Port = 587; o.Password = key; });
                services.Configure<SmtpSettings>("local", o => { o.Host = "localhost"; o.Port = 25; o.Password = "AbCdEfGh12345678"; });
            }
        }
        """);

    [Fact]
    public void A_branch_in_the_lambda() => Expect.Findings(Settings, """
        using Microsoft.Extensions.DependencyInjection;

        static class Setup
        {
            static void Add(IServiceCollection services, bool isDevelopment) => services.Configure<SmtpSettings>(o =>
            {
                o.Host = isDevelopment ? "localhost" : "smtp-relay.brevo.com";
                o.Port = isDevelopment ? 1025 : 587;
            });
        }
        """);

    [Fact]
    public void A_lambda_that_sets_nothing_or_something_else() => Expect.Findings(Settings, """
        using System;
        using System.Linq;

        // brevo
        static class Reader
        {
            static object[] Ports(SmtpSettings[] all) => all.Select(o => (object)o.Port).ToArray();

            static void Each(Action<SmtpSettings> set) { }

            static void Reset() => Each(o => o.Port = 25);
        }
        """);
}
