namespace BrevoAnalyzers.Tests;

/// <summary>What surrounds the statements that a test is about: a class with one method that sends.</summary>
internal static class MailCodeSamples
{
    public const string MailKitUsings = """
        using System.Net;
        using MailKit;
        using MailKit.Net.Smtp;
        using MailKit.Security;
        using MimeKit;

        """;

    public const string SystemNetMailUsings = """
        using System.Net;
        using System.Net.Mail;

        """;

    /// <summary>Statements that have <c>message</c>, <c>login</c>, <c>key</c>, <c>configuration</c> and the flag <c>dev</c> at hand.</summary>
    public static string InMailKitMethod(string statements) => MailKitUsings + $$"""
        public class Mailer
        {
            public async Task SendAsync(MimeMessage message, string login, string key, IConfiguration configuration, bool dev)
            {
                await Task.Yield();
        {{statements}}
            }
        }
        """;

    /// <summary>As <see cref="InMailKitMethod"/>, with System.Net.Mail's <c>MailMessage</c>.</summary>
    public static string InSystemNetMailMethod(string statements) => SystemNetMailUsings + $$"""
        public class Mailer
        {
            public async Task SendAsync(MailMessage message, string login, string key, IConfiguration configuration, bool dev)
            {
                await Task.Yield();
        {{statements}}
            }
        }
        """;
}
