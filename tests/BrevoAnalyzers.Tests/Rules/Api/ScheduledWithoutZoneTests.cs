using Xunit;
using static BrevoAnalyzers.Tests.ApiCodeSamples;

namespace BrevoAnalyzers.Tests.Rules.Api;

public sealed class ScheduledWithoutZoneTests
{
    private const string Id = "BREVO4009";

    private static string At(string time) =>
        $$"""new { sender = new { email = "a@shop.example" }, to = new[] { new { email = to } }, subject, htmlContent = html, scheduledAt = {{time}} }""";

    [Theory]
    [InlineData("[|\"2026-12-01T09:00:00\"|]")]
    [InlineData("[|\"2026-12-01 09:00\"|]")]
    [InlineData("[|new DateTime(2026, 12, 1, 9, 0, 0)|]")]
    [InlineData("[|new DateTime(2026, 12, 1).AddHours(9)|]")]
    [InlineData("[|DateTime.UtcNow.AddHours(1).ToString(\"yyyy-MM-ddTHH:mm:ss\")|]")]
    [InlineData("[|DateTime.UtcNow.ToString(\"s\")|]")]
    [InlineData("[|new DateTime(2026, 12, 1).ToString(\"o\")|]")]
    [InlineData("[|DateTime.ParseExact(subject, \"yyyy-MM-dd HH:mm\", null)|]")]
    public void Times_without_a_zone(string time) => Verify.Reports(Id, Sending(At(time)));

    [Theory]
    [InlineData("\"2026-12-01T09:00:00Z\"")]
    [InlineData("\"2026-12-01T09:00:00.000+01:00\"")]
    [InlineData("\"tomorrow\"")]
    [InlineData("new DateTime(2026, 12, 1, 9, 0, 0, DateTimeKind.Utc)")]
    [InlineData("new DateTime(2026, 12, 1, 9, 0, 0).ToUniversalTime()")]
    [InlineData("DateTime.UtcNow.AddHours(1)")]
    [InlineData("DateTime.Now.AddHours(1)")]
    [InlineData("DateTimeOffset.UtcNow.AddHours(1)")]
    [InlineData("DateTime.UtcNow.AddHours(1).ToString(\"yyyy-MM-ddTHH:mm:ss.fffZ\")")]
    [InlineData("DateTime.UtcNow.ToString(\"o\")")]
    [InlineData("DateTime.Parse(subject)")]
    [InlineData("DateTime.SpecifyKind(new DateTime(2026, 12, 1), DateTimeKind.Utc)")]
    [InlineData("DateTime.ParseExact(subject, \"yyyy-MM-ddTHH:mm:sszzz\", null)")]
    [InlineData("(DateTime?)null")]
    public void Times_with_one_or_not_known(string time) => Verify.Silent(Id, Sending(At(time)));

    [Fact]
    public void In_the_sdk() => Verify.Reports(Id, InSdkMethod("""
        var mail = new SendSmtpEmail { TemplateId = 3, To = new List<SendSmtpEmailTo> { new(to) } };
        var monday = [|new DateTime(2026, 11, 30, 9, 0, 0)|];
        mail.ScheduledAt = monday;
        await api.SendTransacEmailAsync(mail);
        """));

    [Fact]
    public void Given_to_a_message_that_is_made_elsewhere() => Verify.Reports(Id, InSdkClass("""
            private readonly SendSmtpEmail _mail = new();

            public Mailer Later(DateTime day)
            {
                _mail.ScheduledAt = [|new DateTime(2026, 11, 30, 9, 0, 0)|];
                return this;
            }
        """));

    [Fact]
    public void In_json_text() => Verify.Reports(Id, InHttpMethod($$"""
        var json = "{\"templateId\":3,\"to\":[{\"email\":\"a@shop.example\"}],\"scheduledAt\":[|\"2026-12-01T09:00:00\"|]}";
        using var response = await _http.PostAsync("{{Url}}", new StringContent(json, Encoding.UTF8, "application/json"));
        response.EnsureSuccessStatusCode();
        """.Replace("[|\\\"2026-12-01T09:00:00\\\"|]", "[|\\\"2026-12-01T09:00:00\\\"|]")));

    [Theory]
    [InlineData("[|at.ToString(\"yyyy-MM-ddTHH:mm:ss\")|]")]
    [InlineData("[|at.AddHours(-2).ToString(\"yyyy-MM-ddTHH:mm:ss\")|]")]
    public void In_a_class_that_another_method_sends(string time) => Verify.Reports(Id, InHttpClass($$"""
            public sealed class Mail { [JsonPropertyName("scheduledAt")] public string? When { get; set; } }

            public Task Remind(DateTime date)
            {
                var at = date.AddHours(-2);
                return Send(new Mail { When = {{time}} });
            }

            private async Task Send(Mail mail) => (await _http.PostAsJsonAsync("{{Url}}", mail)).EnsureSuccessStatusCode();
        """));

    [Fact]
    public void With_a_zone_in_a_class_that_another_method_sends() => Verify.Silent(Id, InHttpClass($$"""
            public sealed class Mail { [JsonPropertyName("scheduledAt")] public string? When { get; set; } }

            public Task Remind(DateTime date)
            {
                var at = date.AddHours(-2);
                return Send(new Mail { When = at.ToString("yyyy-MM-ddTHH:mm:ssZ") });
            }

            private async Task Send(Mail mail) => (await _http.PostAsJsonAsync("{{Url}}", mail)).EnsureSuccessStatusCode();
        """));

    [Fact]
    public void A_variables_time_by_the_format_that_writes_it()
    {
        Verify.Reports(Id, InHttpMethod($$"""var at = DateTime.Today.AddDays(1).AddHours(7); using var response = await _http.PostAsJsonAsync("{{Url}}", {{At("[|at.ToString(\"yyyy-MM-dd'T'HH:mm:ss\")|]").Replace("subject,", "subject = to,")}}); response.EnsureSuccessStatusCode();"""));
        Verify.Silent(Id, InHttpMethod($$"""var at = DateTime.Today.AddDays(1).AddHours(7); using var response = await _http.PostAsJsonAsync("{{Url}}", {{At("at.ToString(\"yyyy-MM-dd'T'HH:mm:sszzz\")").Replace("subject,", "subject = to,")}}); response.EnsureSuccessStatusCode();"""));
    }

    [Theory]
    [InlineData("[|day.ToDateTime(new TimeOnly(7, 30))|]")]
    [InlineData("[|new DateTime(2030, 12, 27, 8, 30, 0, DateTimeKind.Unspecified)|]")]
    public void A_date_made_of_parts(string time) => Verify.Reports(Id, InSdkMethod($$"""var day = new DateOnly(2030, 1, 1); await api.SendTransacEmailAsync(new SendSmtpEmail { TemplateId = 3, To = new List<SendSmtpEmailTo> { new(to) }, ScheduledAt = {{time}} });"""));

    [Theory]
    [InlineData("day.ToDateTime(new TimeOnly(7, 30), DateTimeKind.Utc)")]
    [InlineData("new DateTime(2030, 12, 27, 8, 30, 0, DateTimeKind.Utc)")]
    public void A_date_made_of_parts_in_a_zone(string time) => Verify.Silent(Id, InSdkMethod($$"""var day = new DateOnly(2030, 1, 1); await api.SendTransacEmailAsync(new SendSmtpEmail { TemplateId = 3, To = new List<SendSmtpEmailTo> { new(to) }, ScheduledAt = {{time}} });"""));
}
