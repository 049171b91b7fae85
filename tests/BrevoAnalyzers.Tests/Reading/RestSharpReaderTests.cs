using Xunit;

namespace BrevoAnalyzers.Tests.Reading;

/// <summary>RestSharp of today and of the versions before 107, whose surface is declared here as far as it is used.</summary>
public sealed class RestSharpReaderTests
{
    private const string Usings = """
        using System;
        using System.Threading.Tasks;
        using RestSharp;
        using Microsoft.Extensions.Configuration;

        """;

    private const string Early = """
        using RestSharp;

        namespace RestSharp
        {
            public enum Method { GET, POST }
            public enum ParameterType { HttpHeader, RequestBody, QueryString }
            public interface IRestResponse { string Content { get; } bool IsSuccessful { get; } }
            public interface IRestRequest { IRestRequest AddHeader(string name, string value); IRestRequest AddJsonBody(object obj); IRestRequest AddParameter(string name, object value, ParameterType type); }
            public class RestRequest : IRestRequest
            {
                public RestRequest(Method method) { }
                public RestRequest(string resource, Method method) { }
                public IRestRequest AddHeader(string name, string value) => this;
                public IRestRequest AddJsonBody(object obj) => this;
                public IRestRequest AddParameter(string name, object value, ParameterType type) => this;
            }
            public class RestClient { public RestClient(string baseUrl) { } public int Timeout { get; set; } public IRestResponse Execute(IRestRequest request) => null!; }
        }

        """;

    [Fact]
    public void Base_path_headers_and_body_make_one_request() => Expect.Findings(Usings + """
        class Mailer(IConfiguration configuration)
        {
            public async Task SendAsync(string to, string html)
            {
                var client = new RestClient("https://api.brevo.com/v3");
                var request = new RestRequest("smtp/email", Method.Post);
                request.AddHeader("x-api-key", configuration["Brevo:ApiKey"]!); // BREVO2007
                request.AddJsonBody(new { sender = new { email = "shop.example@gmail.com" }, to = new[] { new { email = to } }, subject = "Hello", html }); // BREVO3002, BREVO4002
                await client.ExecuteAsync(request); // BREVO5001
            }
        }
        """);

    [Fact]
    public void Right_requests_of_every_form() => Expect.Findings(Usings + """
        class Mailer(IConfiguration configuration)
        {
            private readonly RestClient _client = new(new RestClientOptions("https://api.brevo.com/v3/"));

            public async Task SendAsync(string to, string html)
            {
                var request = new RestRequest("/smtp/email", Method.Post)
                    .AddHeader("api-key", configuration["Brevo:ApiKey"]!)
                    .AddJsonBody(new { Sender = new { Email = configuration["Brevo:From"] }, To = new[] { new { Email = to } }, Subject = "Hello", HtmlContent = html });
                await _client.PostAsync(request);
            }

            public async Task<bool> TrySendAsync(string json)
            {
                var request = new RestRequest("smtp/email");
                request.AddHeader("api-key", configuration["Brevo:ApiKey"]!).AddStringBody(json, DataFormat.Json);
                var response = await _client.ExecutePostAsync(request);
                return response.IsSuccessful;
            }
        }

        class OtherMailer
        {
            public async Task SendAsync(string key, string to)
            {
                var client = new RestClient("https://api.mail.example/v1");
                await client.ExecuteAsync(new RestRequest("send", Method.Post).AddHeader("x-api-key", key).AddJsonBody(new { from = "shop.example@gmail.com", to }));
            }

            public string Brevo => "api.brevo.com";
        }
        """);

    [Fact]
    public void A_chain_is_one_request() => Expect.Findings(Usings + """
        class Mailer
        {
            public async Task SendAsync(IConfiguration configuration, string to)
            {
                var client = new RestClient(new RestClientOptions { BaseUrl = new Uri("https://api.brevo.com/v3/smtp/email") });
                var response = await client.ExecuteAsync(new RestRequest { Method = Method.Post }
                    .AddHeader("api-key", configuration["Brevo:SmtpKey"]!) // BREVO2003
                    .AddJsonBody(new { templateId = 3, to })); // BREVO4002
                if (!response.IsSuccessful)
                    throw new InvalidOperationException(response.Content);
            }
        }
        """);

    [Fact]
    public void Json_by_hand_in_an_early_version() => Expect.Findings(Early + """
        namespace Shop
        {
            class Mailer
            {
                public void Send(string key, string to)
                {
                    var client = new RestClient("https://api.sendinblue.com/v3/smtp/email"); // BREVO1006
                    client.Timeout = -1;
                    var request = new RestRequest(Method.POST);
                    request.AddHeader("accept", "application/json");
                    request.AddHeader("api-key", key);
                    request.AddParameter("application/json", "{\"sender\":{\"email\":\"a@shop.example\"},\"to\":[{\"email\":\"" + to + "\"}],\"subject\":\"Hello\",\"htmlContent\":\"Hello\"}", ParameterType.RequestBody); // BREVO4010
                    IRestResponse response = client.Execute(request); // BREVO5001
                }
            }
        }
        """);

    [Fact]
    public void A_wrong_path_is_seen_through_the_join() => Expect.Findings(Usings + """
        class Mailer
        {
            public async Task SendAsync(string key, object mail)
            {
                var client = new RestClient("https://api.brevo.com/v3");
                client.AddDefaultHeader("api-key", key);
                var request = new RestRequest("smtp/mail", Method.Post); // BREVO4008
                request.AddJsonBody(mail);
                await client.PostAsync(request);
            }
        }
        """);

    [Theory]
    [InlineData("request.AddHeader(")]
    [InlineData("request.AddHeader(\"api-key\", ).AddJsonBody(")]
    [InlineData("client.ExecuteAsync(new RestRequest().AddHeader(")]
    public void Unfinished_code_is_left_alone(string statement) => Assert.Empty(AnalyzerRun.Findings(AnalyzerRun.Compile(Usings + $$"""
        class Mailer
        {
            public async Task SendAsync(string key)
            {
                var client = new RestClient("https://api.brevo.com/v3");
                var request = new RestRequest("smtp/email", Method.Post);
                {{statement}}
            }
        }
        """)));
}
