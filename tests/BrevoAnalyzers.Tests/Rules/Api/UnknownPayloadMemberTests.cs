using Xunit;
using static BrevoAnalyzers.Tests.ApiCodeSamples;

namespace BrevoAnalyzers.Tests.Rules.Api;

public sealed class UnknownPayloadMemberTests
{
    private const string Id = "BREVO4002";

    [Theory]
    [InlineData("""new { [|from|] = new { email = "a@shop.example" }, to = new[] { new { email = to } }, subject, [|html|] }""")]
    [InlineData("""new { sender = new { email = "a@shop.example" }, [|to|], subject, htmlContent = html }""")]
    [InlineData("""new { sender = new { email = "a@shop.example" }, [|to|] = new[] { to }, subject, htmlContent = html }""")]
    [InlineData("""new { sender = new { email = "a@shop.example" }, [|to|] = addresses, subject, htmlContent = html }""")]
    [InlineData("""new { sender = new { email = "a@shop.example" }, [|to|] = new { email = to }, subject, htmlContent = html }""")]
    [InlineData("""new { [|sender|] = "a@shop.example", to = new[] { new { email = to } }, subject, htmlContent = html }""")]
    [InlineData("""new { sender = new { email = "a@shop.example" }, [|replyTo|] = new[] { new { email = to } }, to = new[] { new { email = to } }, subject, htmlContent = html }""")]
    [InlineData("""new { sender = new { email = "a@shop.example" }, [|reply_to|] = new { email = to }, to = new[] { new { email = to } }, subject, htmlContent = html }""")]
    [InlineData("""new { sender = new { [|address|] = "a@shop.example" }, to = new[] { new { email = to } }, subject, htmlContent = html }""")]
    [InlineData("""new { sender = new { email = "a@shop.example" }, to = addresses.Select(a => new { [|Address|] = a }), subject, htmlContent = html }""")]
    [InlineData("""new Dictionary<string, object> { ["sender"] = new { email = "a@shop.example" }, ["to"] = new[] { new { email = to } }, [[|"Subject"|]] = subject, ["htmlContent"] = html }""")]
    [InlineData("""new { sender = new { email = "a@shop.example" }, to = new[] { new { email = to } }, subject, htmlContent = html, [|attachments|] = new[] { new { name = "a.pdf", content = "" } } }""")]
    public void Names_and_shapes_that_the_api_does_not_know(string payload) => Verify.Reports(Id, Sending(payload));

    [Theory]
    [InlineData("""new { Sender = new { Email = "a@shop.example" }, To = new[] { new { Email = to } }, Subject = subject, HtmlContent = html }""")]
    [InlineData("""new { sender = new { email = "a@shop.example" }, to = new[] { new { email = to } }, subject, htmlContent = html, priority = 1, campaign = "x" }""")]
    [InlineData("""new { sender = new { email = "a@shop.example" }, to = new[] { new { email = to } }, subject, htmlContent = html, text = html, textContent = html }""")]
    [InlineData("""new { sender = new { email = "a@shop.example" }, to = new[] { new { email = to } }, subject, htmlContent = html, replyTo = flag ? new { email = to } : null }""")]
    [InlineData("""new { sender = (object)new { email = "a@shop.example" }, to = (object)addresses, templateId = 3, @params = new { html, text = "x", from = 3 } }""")]
    public void Names_that_are_right_once_written_or_simply_unknown(string payload) => Verify.Silent(Id, Sending(payload.Replace("(object)addresses", "JsonSerializer.Deserialize<object>(html)")));

    [Theory]
    [InlineData("JsonSerializer.Serialize(payload)", true)]
    [InlineData("JsonSerializer.Serialize(payload, new JsonSerializerOptions())", true)]
    [InlineData("JsonSerializer.Serialize(payload, new JsonSerializerOptions { WriteIndented = true })", true)]
    [InlineData("JsonSerializer.Serialize(payload, new JsonSerializerOptions { PropertyNamingPolicy = JsonNamingPolicy.CamelCase })", false)]
    [InlineData("JsonSerializer.Serialize(payload, new JsonSerializerOptions(JsonSerializerDefaults.Web))", false)]
    [InlineData("JsonSerializer.Serialize(payload, JsonSerializerOptions.Web)", false)]
    [InlineData("JsonSerializer.Serialize(payload, options)", false)]
    public void Case_follows_the_options(string serialised, bool isWrong)
    {
        var source = InHttpMethod($$"""
            var options = _configuration.Get<JsonSerializerOptions>();
            var payload = new { sender = new { email = "a@shop.example" }, to = new[] { new { email = to } }, {{(isWrong ? "[|Subject|]" : "Subject")}} = subject, htmlContent = html };
            using var response = await _http.PostAsync("{{Url}}", new StringContent({{serialised}}, Encoding.UTF8, "application/json"));
            response.EnsureSuccessStatusCode();
            """);
        if (isWrong)
            Verify.Reports(Id, source);
        else
            Verify.Silent(Id, source);
    }

    [Fact]
    public void Attributes_name_the_members_of_a_class() => Verify.Reports(Id, InHttpMethod($$"""
        var mail = new Mail { Sender = new Person { Email = "a@shop.example" }, Recipients = new List<Person> { new() { Email = to } }, Subject = subject, Html = html };
        using var response = await _http.PostAsync("{{Url}}", new StringContent(JsonSerializer.Serialize(mail), Encoding.UTF8, "application/json"));
        response.EnsureSuccessStatusCode();
        """, """
        public class Mail
        {
            [JsonPropertyName("sender")] public Person? Sender { get; set; }
            [JsonPropertyName("to")] public List<Person>? Recipients { get; set; }
            [JsonPropertyName("subject")] public string? Subject { get; set; }
            [JsonPropertyName([|"html"|])] public string? Html { get; set; }
            [JsonIgnore] public string? Text { get; set; }
        }

        public class Person
        {
            [JsonPropertyName("email")] public string? Email { get; set; }
        }
        """));

    [Fact]
    public void The_members_of_a_class_are_known_without_its_object() => Verify.Reports(Id, InHttpClass($$"""
            public async Task SendAsync(Mail mail)
            {
                using var response = await _http.PostAsync("{{Url}}", new StringContent(JsonSerializer.Serialize(mail), Encoding.UTF8, "application/json"));
                response.EnsureSuccessStatusCode();
            }

            public class Mail
            {
                public string? [|Subject|] { get; set; }
            }
        """));

    [Theory]
    [InlineData("FormUrlEncodedContent")]
    public void Forms(string content) => Verify.Reports(Id, InHttpMethod($$"""
        using var response = await _http.PostAsync("{{Url}}", [|new {{content}}(new Dictionary<string, string> { ["to"] = to })|]);
        response.EnsureSuccessStatusCode();
        """));

    [Theory]
    [InlineData("contacts", "new { from = to, html }")]
    [InlineData("transactionalSMS/send", "new { sender = to, recipient = to, content = html }")]
    public void Other_endpoints(string path, string payload) => Verify.Silent(Id, InHttpMethod($$"""
        using var response = await _http.PostAsJsonAsync("https://api.brevo.com/v3/{{path}}", {{payload}});
        response.EnsureSuccessStatusCode();
        """));

    [Theory]
    [InlineData("https://api.resend.com/emails")]
    [InlineData("https://api.sendgrid.com/v3/mail/send")]
    public void Other_services(string url) => Verify.Silent(Id, InHttpMethod($$"""
        var brevo = "https://api.brevo.com/v3/smtp/email";
        using var response = await _http.PostAsJsonAsync("{{url}}", new { from = to, to, html });
        response.EnsureSuccessStatusCode();
        """));

    [Fact]
    public void A_body_for_one_of_two_services() => Verify.Silent(Id, InHttpMethod($$"""
        using var response = await _http.PostAsJsonAsync(flag ? "{{Url}}" : "https://api.resend.com/emails", new { from = to, to, html });
        response.EnsureSuccessStatusCode();
        """));

    [Fact]
    public void Json_text()
    {
        Verify.Reports(Id, InHttpMethod(""""
            var json = """
                {
                  [|"from"|]: { "email": "a@shop.example" },
                  "to": [ { "email": "b@shop.example" } ],
                  "subject": "Hi",
                  [|"html"|]: "<p>\"Hi\"</p>"
                }
                """;
            using var response = await _http.PostAsync("URL", new StringContent(json, Encoding.UTF8, "application/json"));
            response.EnsureSuccessStatusCode();
            """".Replace("URL", Url)));
        Verify.Reports(Id, InHttpMethod("""
            using var response = await _http.PostAsync("URL", new StringContent("{\"sender\":{\"email\":\"a@shop.example\"},[|\"to\"|]:\"b@shop.example\",\"subject\":\"Hi\",\"htmlContent\":\"x\"}"));
            response.EnsureSuccessStatusCode();
            """.Replace("URL", Url)));
        Verify.Reports(Id, InHttpMethod("""
            using var response = await _http.PostAsync("URL", new StringContent($@"{{""sender"":{{""email"":""a@shop.example""}}, [|""recipients""|]:[{{""email"":{JsonSerializer.Serialize(to)}}}],""subject"":""Hi"",""htmlContent"":""x""}}"));
            response.EnsureSuccessStatusCode();
            """.Replace("URL", Url)));
    }

    [Fact]
    public void Names_that_the_serialisers_options_write_in_snake_case() => Verify.Reports(Id, InHttpClass($$"""
            private static readonly JsonSerializerOptions s_snakes = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

            public sealed class Address { public string Email { get; set; } = ""; }

            public sealed class Mail { public Address? Sender { get; set; } public Address[]? To { get; set; } public Address? ReplyTo { get; set; } public string? Subject { get; set; } [JsonPropertyName("htmlContent")] public string? Html { get; set; } }

            public async Task Send(Mail mail) => (await _http.PostAsJsonAsync("{{Url}}", new Mail { Sender = mail.Sender, To = mail.To, [|ReplyTo|] = new Address { Email = "a@shop.example" }, Subject = "Hi", Html = "x" }, s_snakes)).EnsureSuccessStatusCode();
        """));

    [Theory]
    [InlineData("PostAsync(URL, new StringContent(JsonSerializer.Serialize(new { HtmlContent = html })))", "Brevo's API does not know this member as it is serialised and answers 400: it is called htmlContent")]
    [InlineData("PostAsJsonAsync(URL, new { html })", "Brevo's API does not know this member and answers 400: it is called htmlContent")]
    public void The_message_tells_a_wrong_name_from_a_right_one_that_is_written_wrongly(string call, string message)
    {
        var finding = Assert.Single(AnalyzerRun.Findings(AnalyzerRun.Compile($$"""
            using System.Net.Http; using System.Net.Http.Json; using System.Text.Json; using System.Threading.Tasks;
            class Mailer(HttpClient http)
            {
                private const string URL = "{{Url}}";
                public async Task Send(string html) => (await http.{{call}}).EnsureSuccessStatusCode();
            }
            """)), found => found.Id == Id);
        Assert.Equal(message, finding.GetMessage());
    }
}
