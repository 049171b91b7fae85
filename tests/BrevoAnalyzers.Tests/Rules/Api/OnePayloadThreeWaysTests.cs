using Xunit;
using static BrevoAnalyzers.Tests.ApiCodeSamples;

namespace BrevoAnalyzers.Tests.Rules.Api;

/// <summary>
/// Seven mistakes in one message, written as an anonymous object, as a class, and as JSON: the same findings, each once, on what is wrong.
/// The sender is at a free-mail domain, two members have other names, the address to reply to is a list, the batch id is no UUID, Brevo does
/// not take the file, and the time names no zone.
/// </summary>
public sealed class OnePayloadThreeWaysTests
{
    [Fact]
    public void As_an_anonymous_object() => Verify.Exactly(Sending("""
        new
        {
            sender = new { email = {|BREVO3002:"shop.example@gmail.com"|} },
            {|BREVO4002:recipients|} = new[] { new { email = to } },
            subject,
            {|BREVO4002:html|},
            {|BREVO4002:replyTo|} = new[] { new { email = to } },
            batchId = {|BREVO4004:"monday"|},
            attachment = new[] { new { name = {|BREVO4006:"data.json"|}, content = html } },
            scheduledAt = {|BREVO4009:"2026-12-01T09:00:00"|},
        }
        """));

    [Fact]
    public void As_a_class() => Verify.Exactly(InHttpMethod($$"""
        var mail = new Mail
        {
            Sender = new Person { Email = {|BREVO3002:"shop.example@gmail.com"|} },
            Recipients = [new Person { Email = to }],
            Subject = subject,
            Html = html,
            {|BREVO4002:ReplyTo|} = [new Person { Email = to }],
            BatchId = {|BREVO4004:"monday"|},
            Files = [new File { Name = {|BREVO4006:"data.json"|}, Content = html }],
            At = {|BREVO4009:"2026-12-01T09:00:00"|},
        };
        using var response = await _http.PostAsync("{{Url}}", new StringContent(JsonSerializer.Serialize(mail), Encoding.UTF8, "application/json"));
        response.EnsureSuccessStatusCode();
        """, """
        public class Mail
        {
            [JsonPropertyName("sender")] public Person? Sender { get; set; }
            [JsonPropertyName({|BREVO4002:"recipients"|})] public Person[]? Recipients { get; set; }
            [JsonPropertyName("subject")] public string? Subject { get; set; }
            [JsonPropertyName({|BREVO4002:"html"|})] public string? Html { get; set; }
            [JsonPropertyName("replyTo")] public Person[]? ReplyTo { get; set; }
            [JsonPropertyName("batchId")] public string? BatchId { get; set; }
            [JsonPropertyName("attachment")] public File[]? Files { get; set; }
            [JsonPropertyName("scheduledAt")] public string? At { get; set; }
        }

        public class Person
        {
            [JsonPropertyName("email")] public string? Email { get; set; }
        }

        public class File
        {
            [JsonPropertyName("name")] public string? Name { get; set; }
            [JsonPropertyName("content")] public string? Content { get; set; }
        }
        """));

    [Fact]
    public void As_json() => Verify.Exactly(InHttpMethod(""""
        const string json = """
            {
              "sender": { "email": {|BREVO3002:"shop.example@gmail.com"|} },
              {|BREVO4002:"recipients"|}: [ { "email": "b@shop.example" } ],
              "subject": "Hello",
              {|BREVO4002:"html"|}: "<p>Hello</p>",
              {|BREVO4002:"replyTo"|}: [ { "email": "b@shop.example" } ],
              "batchId": {|BREVO4004:"monday"|},
              "attachment": [ { "name": {|BREVO4006:"data.json"|}, "content": "eA==" } ],
              "scheduledAt": {|BREVO4009:"2026-12-01T09:00:00"|}
            }
            """;
        using var response = await _http.PostAsync("URL", new StringContent(json, Encoding.UTF8, "application/json"));
        response.EnsureSuccessStatusCode();
        """".Replace("URL", Url)));
}
