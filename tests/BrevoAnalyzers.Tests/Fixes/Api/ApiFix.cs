using System.Threading.Tasks;
using BrevoAnalyzers.CodeFixes.Infrastructure;
using BrevoAnalyzers.Tests.Fixes.Infrastructure;
using Xunit;

namespace BrevoAnalyzers.Tests.Fixes.Api;

/// <summary>Code around what a test of an API rule's fix is about, before and after it.</summary>
internal static class ApiFix
{
    public const string Url = "https://api.brevo.com/v3/smtp/email";

    private const string Usings = """
        using System;
        using System.Collections.Generic;
        using System.Linq;
        using System.Net.Http;
        using System.Net.Http.Headers;
        using System.Net.Http.Json;
        using System.Text;
        using System.Text.Json;
        using System.Text.Json.Serialization;
        using System.Threading.Tasks;
        using Microsoft.Extensions.Configuration;

        """;

    private const string SdkUsings = """
        using System;
        using System.Collections.Generic;
        using System.Linq;
        using brevo_csharp.Api;
        using brevo_csharp.Model;
        using Microsoft.Extensions.Configuration;
        using Task = System.Threading.Tasks.Task;

        """;

    /// <summary>Members of a class that has an injected client and settings.</summary>
    public static string Class(string members) => Usings + $$"""
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
    public static string Method(string statements) => Class($$"""
            public async Task SendAsync(string to, string subject, string html, string key)
            {
                {{statements}}
            }
        """);

    /// <summary>Statements of a method that has an <c>api</c> of the SDK.</summary>
    public static string Sdk(string statements) => SdkUsings + $$"""
        public class Mailer
        {
            public async Task SendAsync(TransactionalEmailsApi api, IConfiguration configuration, string to, string html, byte[] pdf, string key)
            {
                {{statements}}
            }
        }
        """;

    /// <summary>A payload that is sent as a mail.</summary>
    public static string Sending(string payload) => Method($"""
        using var response = await _http.PostAsJsonAsync("{Url}", {payload});
                response.EnsureSuccessStatusCode();
        """);

    public static async Task WritesAsync(BrevoCodeFix fix, string rule, string before, string after, params string[] mayAppear) =>
        Assert.Equal(after.ReplaceLineEndings("\n"), await new VerifyFix(fix, rule, before.ReplaceLineEndings("\n")) { MayAppear = [.. mayAppear] }.FixAsync());

    public static Task OffersNothingAsync(BrevoCodeFix fix, string rule, string source) => new VerifyFix(fix, rule, source).OffersNothingAsync();
}
