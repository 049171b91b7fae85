using System.Linq;
using Xunit;
using static BrevoAnalyzers.Tests.ApiCodeSamples;

namespace BrevoAnalyzers.Tests.Reading;

/// <summary>
/// One payload with seven mistakes in every form that C# code gives it: a sender under another API's name and at a free-mail domain, a
/// recipient that is no array, a list as reply-to, no subject, an extension that Brevo refuses, a time without a zone.
/// </summary>
public sealed class PayloadFormsTests
{
    private static readonly string[] s_mistakes = ["BREVO3002", "BREVO4001", "BREVO4002", "BREVO4002", "BREVO4002", "BREVO4006", "BREVO4009"];

    private const string Anonymous = """
        {|BREVO4001:new
        {
            {|BREVO4002:from|} = new { name = "Shop", email = {|BREVO3002:"shop.example@gmail.com"|} },
            {|BREVO4002:to|} = "ann@example.org",
            {|BREVO4002:replyTo|} = new[] { new { email = "help@shop.example" } },
            htmlContent = "<p>Hello</p>",
            attachment = new[] { new { name = {|BREVO4006:"order.json"|}, content = "e30=" } },
            scheduledAt = {|BREVO4009:"2026-12-24T18:00:00"|},
        }|}
        """;

    private const string Made = """
        {|BREVO4001:new Mail
        {
            {|BREVO4002:From|} = new Person { Name = "Shop", Email = {|BREVO3002:"shop.example@gmail.com"|} },
            {|BREVO4002:To|} = "ann@example.org",
            {|BREVO4002:ReplyTo|} = new[] { new Person { Email = "help@shop.example" } },
            HtmlContent = "<p>Hello</p>",
            Attachment = new[] { new File { Name = {|BREVO4006:"order.json"|}, Content = "e30=" } },
            ScheduledAt = {|BREVO4009:"2026-12-24T18:00:00"|},
        }|}
        """;

    private const string PlainClasses = """
        public class Person { public string? Name { get; set; } public string? Email { get; set; } }
        public class File { public string? Name { get; set; } public string? Content { get; set; } }
        public class Mail
        {
            public Person? From { get; set; }
            public string? To { get; set; }
            public Person[]? ReplyTo { get; set; }
            public string? HtmlContent { get; set; }
            public File[]? Attachment { get; set; }
            public string? ScheduledAt { get; set; }
        }
        """;

    private const string Dictionary = """
        {|BREVO4001:new Dictionary<string, object>
        {
            [{|BREVO4002:"from"|}] = new Dictionary<string, string> { ["name"] = "Shop", ["email"] = {|BREVO3002:"shop.example@gmail.com"|} },
            [{|BREVO4002:"to"|}] = "ann@example.org",
            [{|BREVO4002:"replyTo"|}] = new List<object> { new { email = "help@shop.example" } },
            ["htmlContent"] = "<p>Hello</p>",
            ["attachment"] = new List<object> { new { name = {|BREVO4006:"order.json"|}, content = "e30=" } },
            ["scheduledAt"] = {|BREVO4009:"2026-12-24T18:00:00"|},
        }|}
        """;

    private const string Nodes = """
        {|BREVO4001:new JsonObject
        {
            [{|BREVO4002:"from"|}] = new JsonObject { ["name"] = "Shop", ["email"] = {|BREVO3002:"shop.example@gmail.com"|} },
            [{|BREVO4002:"to"|}] = "ann@example.org",
            [{|BREVO4002:"replyTo"|}] = new JsonArray(new JsonObject { ["email"] = "help@shop.example" }),
            ["htmlContent"] = "<p>Hello</p>",
            ["attachment"] = new JsonArray { new JsonObject { ["name"] = {|BREVO4006:"order.json"|}, ["content"] = "e30=" } },
            ["scheduledAt"] = {|BREVO4009:"2026-12-24T18:00:00"|},
        }|}
        """;

    private const string Json = """
        {|BREVO4001:{
          {|BREVO4002:"from"|}: { "name": "Shop", "email": {|BREVO3002:"shop.example@gmail.com"|} },
          {|BREVO4002:"to"|}: "ann@example.org",
          {|BREVO4002:"replyTo"|}: [ { "email": "help@shop.example" } ],
          "htmlContent": "<p>Hello</p>",
          "attachment": [ { "name": {|BREVO4006:"order.json"|}, "content": "e30=" } ],
          "scheduledAt": {|BREVO4009:"2026-12-24T18:00:00"|}
        }|}
        """;

    private static string AttributedClasses => PlainClasses
        .Replace("public Person? From", "[JsonPropertyName({|BREVO4002:\"from\"|})] public Person? From")
        .Replace("public string? To", "[JsonPropertyName(\"to\")] public string? To")
        .Replace("public Person[]? ReplyTo", "[JsonPropertyName(\"replyTo\")] public Person[]? ReplyTo")
        .Replace("public string? HtmlContent", "[JsonPropertyName(\"htmlContent\")] public string? HtmlContent")
        .Replace("public File[]? Attachment", "[JsonPropertyName(\"attachment\")] public File[]? Attachment")
        .Replace("public string? ScheduledAt", "[JsonPropertyName(\"scheduledAt\")] public string? ScheduledAt")
        .Replace("public string? Name", "[JsonPropertyName(\"name\")] public string? Name")
        .Replace("public string? Email", "[JsonPropertyName(\"email\")] public string? Email")
        .Replace("public string? Content", "[JsonPropertyName(\"content\")] public string? Content");

    /// <summary>A name that an attribute gives is wrong there.</summary>
    private static string MadeByAttributes => Made.Replace("{|BREVO4002:From|}", "From");

    private static string NewtonsoftClasses => AttributedClasses.Replace("JsonPropertyName", "Newtonsoft.Json.JsonProperty");

    [Fact]
    public void An_anonymous_object() => FindsAll(Sending(Anonymous));

    [Fact]
    public void An_anonymous_object_in_JsonContent() => FindsAll(Posting($"JsonContent.Create({Anonymous})"));

    [Fact]
    public void A_class_whose_names_the_naming_policy_writes() =>
        FindsAll(Posting($"new StringContent(JsonSerializer.Serialize({Made}, new JsonSerializerOptions {{ PropertyNamingPolicy = JsonNamingPolicy.CamelCase }}))", PlainClasses));

    [Fact]
    public void A_class_whose_names_attributes_give() => FindsAll(Posting($"new StringContent(JsonSerializer.Serialize({MadeByAttributes}))", AttributedClasses));

    [Fact]
    public void A_class_that_Newtonsoft_writes() => FindsAll(Posting($"new StringContent(Newtonsoft.Json.JsonConvert.SerializeObject({MadeByAttributes}))", NewtonsoftClasses));

    [Fact]
    public void A_dictionary() => FindsAll(Sending(Dictionary));

    [Fact]
    public void A_JsonObject() => FindsAll(Posting($"new StringContent({Nodes}.ToJsonString(), Encoding.UTF8, \"application/json\")"));

    [Fact]
    public void A_raw_literal() => FindsAll(Posting($"new StringContent(\"\"\"\n{Json}\n\"\"\", Encoding.UTF8, \"application/json\")"));

    [Fact]
    public void A_verbatim_literal() => FindsAll(Posting($"new StringContent(@\"{Doubled(Json)}\", Encoding.UTF8, \"application/json\")"));

    /// <summary>A class without attributes or policy is wrong in each of its names; those that mean nothing else are found as well.</summary>
    [Fact]
    public void A_class_that_JsonSerializer_writes_as_it_is() => Verify.Reports("BREVO4002", Posting("""
        new StringContent(JsonSerializer.Serialize(new Mail
        {
            [|From|] = new Person { [|Name|] = "Shop", [|Email|] = "office@shop.example" },
            [|To|] = "ann@example.org",
            [|ReplyTo|] = new[] { new Person { [|Email|] = "help@shop.example" } },
            [|HtmlContent|] = "<p>Hello</p>",
            [|Attachment|] = new[] { new File { [|Name|] = "order.json", [|Content|] = "e30=" } },
            [|ScheduledAt|] = "2026-12-24T18:00:00",
        }))
        """, PlainClasses));

    private static void FindsAll(string source)
    {
        Assert.Equal(s_mistakes, Markup.Parse(source, "").Expected.Select(mark => mark.Id).Order(System.StringComparer.Ordinal));
        Verify.Exactly(source);
    }

    private static string Posting(string content, string classes = "") =>
        InHttpMethod($"""using var response = await _http.PostAsync("{Url}", {content}); response.EnsureSuccessStatusCode();""", classes);

    private static string Doubled(string json) => json.Replace("\"", "\"\"");
}
