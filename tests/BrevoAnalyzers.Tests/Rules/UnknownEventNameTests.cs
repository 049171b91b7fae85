using Xunit;

namespace BrevoAnalyzers.Tests.Rules;

public sealed class UnknownEventNameTests
{
    private const string Id = "BREVO5004";

    private const string Payload = """
        using System.Text.Json;
        using System.Text.Json.Nodes;
        using System.Text.Json.Serialization;

        public sealed record BrevoWebhookEvent(
            [property: JsonPropertyName("event")] string? Event,
            [property: JsonPropertyName("email")] string? Email,
            [property: JsonPropertyName("message-id")] string? MessageId);

        """;

    private static string InHandler(string statements, string members = "") => Payload + $$"""
        public sealed class Deliveries
        {
            {{members}}

            public int Handle(BrevoWebhookEvent received, JsonElement json, JsonNode node, string brevoEvent)
            {
                {{statements}}
                return 0;
            }
        }
        """;

    [Theory]
    [InlineData("""return received.Event switch { [|"hardBounce"|] or "blocked" => 1, _ => 0 };""")]
    [InlineData("""return received.Event switch { "delivered" => 1, [|"invalid"|] => 2, _ => 0 };""")]
    [InlineData("""return received.Event?.Trim().ToLowerInvariant() switch { [|"invalid"|] => 2, _ => 0 };""")]
    [InlineData("""return (received.Event ?? "") switch { [|"requests"|] => 2, _ => 0 };""")]
    [InlineData("""switch (received.Event) { case "delivered": return 1; case [|"hardBounces"|]: case [|"softBounces"|]: return 2; }""")]
    [InlineData("""switch (received.Event) { case "delivered" or [|"uniqueOpened"|]: return 1; }""")]
    [InlineData("""if (received.Event == [|"softBounce"|]) return 1;""")]
    [InlineData("""if ([|"clicks"|] == received.Event) return 1;""")]
    [InlineData("""if (received.Event != "delivered" && received.Event != [|"sent"|]) return 1;""")]
    [InlineData("""if (string.Equals(received.Event, [|"hardBounce"|], StringComparison.OrdinalIgnoreCase)) return 1;""")]
    [InlineData("""if (received.Event?.Equals([|"hardBounce"|], StringComparison.Ordinal) == true) return 1;""")]
    [InlineData("""if (received.Event is [|"hardBounce"|] or "soft_bounce") return 1;""")]
    [InlineData("""if (received is { Event: [|"hardBounce"|], Email: not null }) return 1;""")]
    [InlineData("""var name = received.Event; var lower = name!.ToLower(); if (lower == [|"loadedByProxy"|]) return 1;""")]
    [InlineData("""var words = new[] { [|"hardBounce"|], "blocked" }; if (words.Contains(received.Event)) return 1;""")]
    [InlineData("""if (brevoEvent is "soft_bounce" or [|"hardBounce"|]) return 1;""")]
    [InlineData("""if (brevoEvent == "soft_bounce") return 1; if (brevoEvent == [|"hardBounce"|]) return 2;""")]
    public void A_word_that_no_webhook_sends(string statements) => Verify.Reports(Id, InHandler(statements));

    [Theory]
    [InlineData("""private static readonly HashSet<string> Lost = new() { [|"hardBounce"|], "blocked" };""", "if (Lost.Contains(received.Event!)) return 1;")]
    [InlineData("""private static readonly string[] Lost = [ [|"hardBounce"|], "blocked" ];""", "if (Lost.Contains(received.Event)) return 1;")]
    [InlineData("""private static readonly Dictionary<string, int> Weights = new() { ["delivered"] = 1, [[|"invalid"|]] = 2 };""", "return Weights[received.Event!];")]
    [InlineData("""private static readonly Dictionary<string, int> Weights = new() { { "delivered", 1 }, { [|"invalid"|], 2 } };""", "if (Weights.TryGetValue(received.Event!, out var weight)) return weight;")]
    [InlineData("""private const string HardBounce = [|"hardBounce"|];""", "if (received.Event == HardBounce) return 1;")]
    public void Words_in_a_table_or_constant(string members, string statements) => Verify.Reports(Id, InHandler(statements, members));

    [Fact]
    public void A_constant_of_another_file_is_reported_where_it_is_used() => Verify.Reports(
        Id,
        InHandler("return received.Event switch { [|Words.HardBounce|] => 1, _ => 0 };"),
        """public static class Words { public const string HardBounce = "hardBounce"; }""");

    [Theory]
    [InlineData("""return received.Event switch { "hardBounce" or "hard_bounce" => 1, _ => 0 };""")]
    [InlineData("""if (received.Event == "hardBounce" || received.Event == "hard_bounce") return 1;""")]
    [InlineData("""return received.Event switch { "invalid" => 1, "invalid_email" => 1, _ => 0 };""")]
    [InlineData("""return received.Event switch { "spam" or "complaint" or "unsubscribed" or "unsubscribe" => 1, _ => 0 };""")]
    [InlineData("""return received.Event switch { "request" or "delivered" or "deferred" or "click" or "error" => 1, _ => 0 };""")]
    [InlineData("""return received.Event switch { "opened" or "unique_opened" or "proxy_open" or "list_addition" => 1, _ => 0 };""")]
    [InlineData("""return received.Event switch { "bounced" or "dropped" or "HARD_BOUNCE" => 1, _ => 0 };""")]
    [InlineData("""return received.Event!.Replace("_", "") switch { "hardBounce" => 1, _ => 0 };""")]
    [InlineData("""return Normalize(received.Event) switch { "hardBounce" => 1, _ => 0 };""")]
    [InlineData("""var name = Normalize(received.Event); if (name == "hardBounce") return 1;""")]
    [InlineData("""var name = received.Event; name = Normalize(name); if (name == "hardBounce") return 1;""")]
    [InlineData("""if (received.Email == "invalid") return 1;""")]
    [InlineData("""var status = received.Event == "delivered" ? "sent" : "invalid"; if (status == "invalid") return 1;""")]
    [InlineData("""if (brevoEvent is "hardBounce") return 1;""")]
    [InlineData("""if (brevoEvent is "hard_bounce" or "invalid" or "open") return 1;""")]
    public void Right_words_own_words_and_words_of_who_accepts_both(string statements) =>
        Verify.Silent(Id, InHandler(statements, "private static string Normalize(string? word) => word ?? string.Empty;"));

    [Theory]
    [InlineData("""return json.GetProperty("event").GetString() switch { "soft_bounce" => 1, [|"hardBounce"|] => 2, _ => 0 };""")]
    [InlineData("""var word = json.GetProperty("event").GetString(); if (word == [|"hardBounce"|]) return 1;""")]
    [InlineData("""if (json.TryGetProperty("event", out var word) && word.GetString() == [|"hardBounce"|]) return 1;""")]
    [InlineData("""if (node["event"]!.GetValue<string>() == [|"hardBounce"|]) return 1;""")]
    [InlineData("""if ((string?)node["event"] == [|"hardBounce"|]) return 1;""")]
    public void JSON_that_is_read_member_by_member(string statements) =>
        Verify.Reports(Id, InHandler(statements).Replace("class Deliveries", "class BrevoWebhook"));

    [Theory]
    [InlineData("""if (json.GetProperty("event").GetString() == "hardBounce") return 1;""")]
    [InlineData("""if (json.GetProperty("type").GetString() == "hardBounce") return 1;""")]
    [InlineData("""if (node["status"]!.GetValue<string>() == "invalid") return 1;""")]
    public void JSON_that_may_be_anybodys_or_another_member(string statements) => Verify.Silent(Id, InHandler(statements));

    [Fact]
    public void A_route_says_whose_event_it_is() => Verify.Reports(Id, """
        using Microsoft.AspNetCore.Builder;
        using Microsoft.AspNetCore.Http;

        var app = WebApplication.CreateBuilder(args).Build();
        app.MapPost("/webhooks/brevo", (Notice notice) => notice.Event switch { [|"hardBounce"|] => Results.Ok(), _ => Results.NoContent() });
        app.MapPost("/webhooks/other", (Notice notice) => notice.Event switch { "invalid" => Results.Ok(), _ => Results.NoContent() });
        app.Run();

        record Notice(string Event, string Email);
        """);

    [Fact]
    public void One_handler_for_several_providers_is_judged_branch_by_branch() => Verify.Reports(Id, """
        public sealed class WebhookMapper
        {
            public int Map(string provider, string eventName) => provider switch
            {
                "brevo" => eventName switch { "soft_bounce" => 1, [|"hardBounce"|] => 2, _ => 0 },
                "mailjet" => eventName switch { "soft_bounce" => 1, "hardBounce" => 2, "requests" => 3, _ => 0 },
                _ => 0,
            };

            public int MapBrevo(string eventName) => eventName switch { "soft_bounce" => 1, [|"clicks"|] => 2, _ => 0 };

            public int MapSendGrid(string eventName) => eventName switch { "soft_bounce" => 1, "clicks" => 2, _ => 0 };

            public int MapAnything(string eventName) => eventName switch { "soft_bounce" => 1, "clicks" => 2, _ => 0 };
        }
        """);

    [Theory]
    [InlineData("MandrillEvent", "MandrillHandler")]
    [InlineData("MailgunBrevoEvent", "Handler")]
    [InlineData("Notice", "Handler")]
    [InlineData("AbbrevOptions", "Handler")]
    public void Events_of_others_or_of_nobody_known(string payload, string handler) => Verify.Silent(Id, $$"""
        using System.Text.Json.Serialization;
        // The project knows brevo as well.
        public sealed record {{payload}}([property: JsonPropertyName("event")] string Event, [property: JsonPropertyName("message-id")] string MessageId);

        public static class {{handler}}Webhook
        {
            public static bool IsBounce({{payload}} received) => received.Event is "hardBounce" or "soft_bounce" or "invalid";
        }
        """);

    [Fact]
    public void Other_members_of_JSON_than_the_event() => Verify.Silent(Id, """
        using System.Text.Json.Serialization;

        public sealed record BrevoWebhookSms([property: JsonPropertyName("msg_status")] string Event, [property: JsonPropertyName("type")] string EventType);

        public static class BrevoWebhooks
        {
            public static bool IsBounce(BrevoWebhookSms received) => received.Event is "hardBounce" or "soft_bounce" || received.EventType is "invalid" or "sent";
        }
        """);

    [Fact]
    public void Events_of_reports_have_words_of_their_own() => Verify.Silent(Id, """
        using System.Text.Json.Serialization;

        public sealed record BrevoEventReport([property: JsonPropertyName("event")] string Event);

        public sealed record BrevoEmailLogEntry([property: JsonPropertyName("name")] string Name);

        public static class BrevoHistory
        {
            public static bool IsBounce(BrevoEventReport row) => row.Event is "hardBounces" or "bounces" or "invalid";

            public static bool IsOpen(BrevoEmailLogEntry entry) => entry.Name is "open" or "invalid" or "sent";
        }
        """);

    [Fact]
    public void The_reason_of_a_blocked_contact_has_words_of_its_own() => Verify.Reports(Id, """
        using System.Text.Json.Serialization;

        public sealed record BrevoBlockReason([property: JsonPropertyName("code")] string Code);

        public static class BrevoContacts
        {
            public static int Weigh(BrevoBlockReason reason) => reason.Code switch
            {
                [|"hard_bounce"|] => 1,
                "adminBlocked" => 2,
                [|"spam"|] => 3,
                "unsubscribedViaMA" => 4,
                _ => 0,
            };
        }
        """);

    [Theory]
    [InlineData("""api.GetEmailEventReport(_event: [|"hard_bounce"|]);""")]
    [InlineData("""await api.GetEmailEventReportAsync(10, 0, _event: [|"click"|]);""")]
    [InlineData("""var asked = old ? [|"invalid_email"|] : "blocked"; await api.GetEmailEventReportAsync(_event: asked);""")]
    public void What_the_SDK_asks_the_statistics_for(string statement) => Verify.Reports(Id, InSdk(statement));

    [Theory]
    [InlineData("""api.GetEmailEventReport(_event: "hardBounces");""")]
    [InlineData("""api.GetEmailEventReport(_event: "bounces");""")]
    [InlineData("""api.GetEmailEventReport(messageId: "hard_bounce");""")]
    [InlineData("""api.GetEmailEventReport(_event: anything);""")]
    public void What_the_statistics_know(string statement) => Verify.Silent(Id, InSdk(statement));

    [Theory]
    [InlineData("""await http.GetStringAsync([|"https://api.brevo.com/v3/smtp/statistics/events?limit=50&event=hard_bounce"|]);""")]
    [InlineData("""await http.GetAsync([|$"https://api.brevo.com/v3/smtp/statistics/events?event=clicked&event=click&email={address}"|]);""")]
    [InlineData("""await http.PostAsJsonAsync("https://api.brevo.com/v3/webhooks", new { url = address, events = new[] { "delivered", [|"hard_bounce"|] } });""")]
    [InlineData("""await http.PutAsJsonAsync("https://api.brevo.com/v3/webhooks/17", new { events = new List<string> { [|"invalid_email"|] } });""")]
    [InlineData(""""await http.PostAsync("https://api.brevo.com/v3/webhooks", new StringContent("""{"events":["delivered",[|"soft_bounce"|]]}"""));"""")]
    public void Requests_of_HttpClient(string statement) => Verify.Reports(Id, InHttp(statement));

    [Theory]
    [InlineData("""await http.GetStringAsync("https://api.brevo.com/v3/smtp/statistics/events?event=hardBounces");""")]
    [InlineData("""await http.GetStringAsync("https://api.brevo.com/v3/smtp/statistics/events?event=" + address);""")]
    [InlineData("""await http.GetStringAsync("https://api.brevo.com/v3/contacts?event=hard_bounce");""")]
    [InlineData("""await http.GetStringAsync("https://api.mailer.example/v3/smtp/statistics/events?event=hard_bounce");""")]
    [InlineData("""await http.PostAsJsonAsync("https://api.brevo.com/v3/webhooks", new { events = new[] { "sent", "request", "hardBounce", "uniqueOpened", "listAddition", "proxyOpen" } });""")]
    [InlineData("""await http.PostAsJsonAsync("https://api.brevo.com/v3/contacts", new { events = new[] { "hard_bounce" } });""")]
    [InlineData("""await http.PostAsJsonAsync("https://api.mailer.example/v3/webhooks", new { events = new[] { "hard_bounce" } });""")]
    public void Requests_with_right_words_and_requests_to_others(string statement) => Verify.Silent(Id, InHttp(statement));

    [Fact]
    public void Known_miss_a_word_in_another_case_after_ToLower() => Verify.Silent(
        Id, InHandler("""return received.Event!.ToLower() switch { "hardbounce" => 1, _ => 0 };"""));

    [Fact]
    public void Half_typed_code_is_left_alone() => Verify.AllowingErrors.Silent(
        Id, InHandler("""return received. switch { "hardBounce" => , _ => 0 }; if (received.Event == ) { }"""));

    private static string InSdk(string statement) => $$"""
        using brevo_csharp.Api;

        public sealed class Reports
        {
            public async Task AskAsync(TransactionalEmailsApi api, bool old, string anything)
            {
                await Task.Yield();
                {{statement}}
            }
        }
        """;

    private static string InHttp(string statement) => $$"""
        using System.Net.Http.Json;

        public sealed class Setup
        {
            public async Task RunAsync(HttpClient http, string address)
            {
                {{statement}}
            }
        }
        """;

    private static string InEnum(string members, string name = "BrevoEventType") => $$"""
        using System.Runtime.Serialization;
        using System.Text.Json.Serialization;

        public enum {{name}}
        {
            {{members}}
        }
        """;

    [Theory]
    [InlineData("""[EnumMember(Value = "soft_bounce")] Soft, [EnumMember(Value = [|"hardBounce"|])] Hard, [EnumMember(Value = [|"invalid"|])] Invalid""")]
    [InlineData("""[JsonStringEnumMemberName("unique_opened")] Opened, [JsonStringEnumMemberName([|"hardBounces"|])] Hard""")]
    public void Words_of_an_enumeration(string members) => Verify.Reports(Id, InEnum(members));

    [Theory]
    [InlineData("""[EnumMember(Value = "soft_bounce")] Soft, [EnumMember(Value = "hard_bounce")] Hard, [EnumMember(Value = "invalid_email")] Invalid""", "BrevoEventType")]
    [InlineData("""[EnumMember(Value = "softBounce")] Soft, [EnumMember(Value = "hardBounce")] Hard""", "BrevoEventType")]
    [InlineData("""[EnumMember(Value = "soft_bounce")] Soft, [EnumMember(Value = "hardBounce")] Hard""", "MailjetEventType")]
    [InlineData("""[EnumMember(Value = "soft_bounce")] Soft, [EnumMember(Value = "hardBounces")] Hard""", "BrevoEventReport")]
    [InlineData("""[EnumMember(Value = "soft_bounce")] Soft, [EnumMember(Value = "invalid")] Invalid""", "BrevoContactState")]
    [InlineData("""[EnumMember(Value = "soft_bounce")] Soft, [System.ComponentModel.Description("hardBounce")] Hard, Invalid""", "BrevoEventType")]
    public void Enumerations_with_right_words_or_for_something_else(string members, string name) => Verify.Silent(Id, InEnum(members, name));
}
