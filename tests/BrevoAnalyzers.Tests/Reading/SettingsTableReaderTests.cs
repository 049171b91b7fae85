using Xunit;

namespace BrevoAnalyzers.Tests.Reading;

/// <summary>Settings under keys: dictionaries, in-memory configuration, entries set one by one.</summary>
public sealed class SettingsTableReaderTests
{
    [Fact]
    public void Dictionary() => Expect.Findings("""
        using System.Collections.Generic;

        static class Setup
        {
            static readonly Dictionary<string, string> Wrong = new()
            {
                ["SmtpHost"] = "smtp-relay.brevo.com",
                ["SmtpPort"] = "25", // BREVO1001
                ["SmtpUser"] = "",
            };

            static readonly Dictionary<string, object> Pairs = new()
            {
                { "SmtpHost", "smtp-relay.brevo.com" },
                { "SmtpPort", 587 },
                { "SmtpPassword", "AbCdEfGh12345678" }, // BREVO2004
            };

            static readonly Dictionary<string, string> Right = new()
            {
                ["SmtpHost"] = "smtp-relay.brevo.com",
                ["SmtpPort"] = "587",
                ["SmtpPassword"] = "",
                ["Port"] = "25",
            };
        }
        """);

    [Fact]
    public void Sections_are_kept_apart() => Expect.Findings("""
        using System.Collections.Generic;

        static class Setup
        {
            static readonly Dictionary<string, string> All = new()
            {
                ["Brevo:Smtp:Host"] = "smtp-relay.brevo.com",
                ["Brevo:Smtp:Port"] = "587",
                ["Brevo:Smtp:User"] = "",
                ["Local:Smtp:Host"] = "localhost",
                ["Local:Smtp:Port"] = "25",
                ["Local:Smtp:User"] = "",
                ["Backup__Host"] = "smtp-relay.brevo.com",
                ["Backup__Port"] = "26", // BREVO1001
                ["Backup__User"] = "",
            };
        }
        """);

    [Fact]
    public void In_memory_configuration() => Expect.Findings("""
        using System.Collections.Generic;
        using Microsoft.Extensions.Configuration;

        static class Setup
        {
            static void Add(ConfigurationBuilder builder) => builder.AddInMemoryCollection(new[]
            {
                new KeyValuePair<string, string?>("Smtp:Host", "smtp-relay.brevo.com"),
                new KeyValuePair<string, string?>("Smtp:Port", "25"), // BREVO1001
                new KeyValuePair<string, string?>("Smtp:Password", ""),
            });

            static void AddRight(ConfigurationBuilder builder) => builder.AddInMemoryCollection(new[]
            {
                new KeyValuePair<string, string?>("Smtp:Host", "smtp-relay.brevo.com"),
                new KeyValuePair<string, string?>("Smtp:Port", "2525"),
                new KeyValuePair<string, string?>("Smtp:Password", ""),
                new KeyValuePair<string, string?>("Kestrel:Port", "25"),
            });
        }
        """);

    [Fact]
    public void Entries_one_by_one() => Expect.Findings("""
        using Microsoft.Extensions.Configuration;

        static class Setup
        {
            static void Set(IConfiguration configuration, IConfiguration other)
            {
                configuration["Brevo:Host"] = "smtp-relay.brevo.com";
                configuration["Brevo:Port"] = "25"; // BREVO1001
                configuration["Brevo:Login"] = "";
                other["Brevo:Port"] = "26";
            }

            static void SetRight(IConfiguration configuration)
            {
                configuration["Brevo:Host"] = "smtp-relay.brevo.com";
                configuration["Brevo:Port"] = "587";
                configuration["Brevo:Login"] = "";
            }
        }
        """);

    [Fact]
    public void A_table_of_ports_is_no_session() => Expect.Findings("""
        using System.Collections.Generic;

        static class Probe
        {
            static readonly Dictionary<string, int> Ports = new() { ["smtp-relay.brevo.com"] = 25, ["smtp"] = 25 };
            static readonly Dictionary<string, string> Target = new() { ["Host"] = "smtp-relay.brevo.com", ["Port"] = "25" };
        }
        """);
}
