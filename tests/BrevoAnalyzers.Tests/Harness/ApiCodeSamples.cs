namespace BrevoAnalyzers.Tests;

/// <summary>The code around what a test of an API rule is about.</summary>
internal static class ApiCodeSamples
{
    public const string Url = "https://api.brevo.com/v3/smtp/email";

    private const string Usings = """
        using System.Net.Http.Headers;
        using System.Net.Http.Json;
        using System.Text;
        using System.Text.Json;
        using System.Text.Json.Nodes;
        using System.Text.Json.Serialization;

        """;

    private const string SdkUsings = """
        using brevo_csharp.Api;
        using brevo_csharp.Model;
        using Configuration = brevo_csharp.Client.Configuration;
        using Task = System.Threading.Tasks.Task;

        """;

    /// <summary>Members of a class that has an injected client and settings.</summary>
    public static string InHttpClass(string members) => Usings + $$"""
        public class Mailer
        {
            private readonly HttpClient _http;
            private readonly IConfiguration _configuration;

            public Mailer(HttpClient http, IConfiguration configuration)
            {
                _http = http;
                _configuration = configuration;
            }

        {{members}}
        }
        """;

    /// <summary>Statements of a method that sends by <c>_http</c>.</summary>
    public static string InHttpMethod(string statements, string more = "") => InHttpClass($$"""
            public async Task SendAsync(string to, string subject, string html, bool flag, List<string> addresses)
            {
                {{statements}}
            }

            {{more}}
        """);

    /// <summary>An anonymous object, or another expression, that is sent as a mail.</summary>
    public static string Sending(string payload, string before = "") =>
        InHttpMethod($"""{before} using var response = await _http.PostAsJsonAsync("{Url}", {payload}); response.EnsureSuccessStatusCode();""");

    /// <summary>Members of a class that uses the SDK.</summary>
    public static string InSdkClass(string members, string sdk = "brevo_csharp") => SdkUsings.Replace("brevo_csharp", sdk) + $$"""
        public class Mailer
        {
        {{members}}
        }
        """;

    /// <summary>Statements of a method that has an <c>api</c> of the SDK.</summary>
    public static string InSdkMethod(string statements, string sdk = "brevo_csharp") => InSdkClass($$"""
            public async Task SendAsync(TransactionalEmailsApi api, IConfiguration configuration, string to, string subject, string html, bool flag, List<string> addresses)
            {
                {{statements}}
            }
        """, sdk);
}
