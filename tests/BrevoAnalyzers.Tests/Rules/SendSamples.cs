namespace BrevoAnalyzers.Tests.Rules;

/// <summary>A type that sends through Brevo by each library; the statements of a test have <c>smtp</c>, <c>client</c>, <c>api</c>, <c>http</c> and what they send at hand.</summary>
internal static class SendSamples
{
    /// <summary>A send of each library, as a statement without <c>await</c>.</summary>
    public const string ByMailKit = "smtp.SendAsync(mime)";
    public const string BySystemNetMail = "client.SendMailAsync(mail)";
    public const string BySdk = "api.SendTransacEmailAsync(email)";
    public const string ByHttp = """http.PostAsJsonAsync("https://api.brevo.com/v3/smtp/email", body)""";

    public static string Class(string members, string host = "smtp-relay.brevo.com", string name = "Orders") => $$"""
        using System.Net.Http.Json;
        using brevo_csharp.Api;
        using brevo_csharp.Client;
        using brevo_csharp.Model;
        using MailKit.Security;
        using Microsoft.Extensions.Logging;
        using MimeKit;
        using NetMail = System.Net.Mail;
        using Smtp = MailKit.Net.Smtp;

        public sealed class {{name}}
        {
            private readonly Smtp.SmtpClient smtp = new();
            private readonly NetMail.SmtpClient client = new("{{host}}", 587) { EnableSsl = true };
            private readonly TransactionalEmailsApi api = new();
            private readonly HttpClient http = new();
            private readonly MimeMessage mime = new();
            private readonly NetMail.MailMessage mail = new();
            private readonly SendSmtpEmail email = new();
            private readonly object body = new();
            private readonly ILogger logger = null!;
            private int failures;

            public {{name}}(string login, string key)
            {
                smtp.Connect("{{host}}", 587, SecureSocketOptions.StartTls);
                smtp.Authenticate(login, key);
                client.Credentials = new System.Net.NetworkCredential(login, key);
            }

            {{members}}
        }
        """;
}
