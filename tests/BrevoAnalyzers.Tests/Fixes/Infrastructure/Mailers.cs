namespace BrevoAnalyzers.Tests.Fixes.Infrastructure;

/// <summary>Whole files around the few lines that a test is about.</summary>
internal static class Mailers
{
    /// <summary>A method that is handed a client of MailKit, connects it, logs in and sends.</summary>
    public static string ByMailKit(string body, string members = "", string usings = "using MailKit.Security;\n") =>
        $$"""
        using MailKit.Net.Smtp;
        {{usings}}using MimeKit;

        class Mailer
        {
        {{members}}    void Send(SmtpClient client, MimeMessage message, string login, string key, bool flag)
            {
                {{body}}
                client.Authenticate(login, key);
                client.Send(message);
            }
        }
        """;

    /// <summary>A method that makes a client of System.Net.Mail, called client, and sends.</summary>
    public static string BySystemNet(string body, string usings = "using System.Net;\n") =>
        $$"""
        {{usings}}using System.Net.Mail;

        class Mailer
        {
            void Send(MailMessage message, System.Net.NetworkCredential credentials, bool flag)
            {
                {{body}}
                client.Send(message);
            }
        }
        """;
}
