using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Xunit;

namespace BrevoAnalyzers.Tests.Doors;

/// <summary>Among many files with mail, those are read that can know of Brevo, by whatever way.</summary>
public sealed class ReachOfBrevoTests
{
    private const string Sending = """
        using MailKit.Net.Smtp;
        using MailKit.Security;
        using MimeKit;

        public class Mailer(HOST)
        {
            public void Send(MimeMessage message, string login, string key)
            {
                using var client = new SmtpClient();
                client.Connect(VALUE, 25, SecureSocketOptions.StartTls);
                client.Authenticate(login, key);
                client.Send(message);
            }
        }
        """;

    [Theory]
    [InlineData("", "\"smtp-relay.brevo.com\"", "")]
    [InlineData("", "Relay.Host", "public static class Relay { public const string Host = \"smtp-relay.brevo.com\"; }")]
    [InlineData("", "Names.Host", "public static class Names { public const string Host = Relay.Server; }", "public static class Relay { public const string Server = \"smtp-relay.brevo.com\"; }")]
    [InlineData("Settings settings", "settings.Host", "public class Settings { public string Host { get; set; } = \"smtp-relay.brevo.com\"; }")]
    [InlineData("ISettings settings", "settings.Host", "public interface ISettings { string Host { get; } }", "public class Settings : ISettings { public string Host => \"smtp-relay.brevo.com\"; }")]
    [InlineData("", "1.HostOf()", "public static class Extensions { public static string HostOf(this int number) => \"smtp-relay.brevo.com\"; }")]
    public void A_mailer_that_reaches_Brevos_host(string parameter, string host, params string[] others) =>
        Assert.Contains("BREVO1001", Findings([Sending.Replace("HOST", parameter).Replace("VALUE", host), .. others]));

    [Fact]
    public void A_mailer_that_knows_nothing_of_it() =>
        Assert.DoesNotContain("BREVO1001", Findings([Sending.Replace("HOST", "string host").Replace("VALUE", "host"), "public static class Relay { public const string Host = \"smtp-relay.brevo.com\"; }"]));

    /// <summary>More files with mail than are read without a look at what they can know.</summary>
    private static IEnumerable<string> Findings(string[] sources)
    {
        var others = Enumerable.Range(0, 30).Select(i => "using MailKit.Net.Smtp; public class Other" + i + " { public void Stop(SmtpClient client) => client.Disconnect(true); }");
        return AnalyzerRun.Findings(AnalyzerRun.Compile([.. sources, .. others])).Select(finding => finding.Id);
    }
}
