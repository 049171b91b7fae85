using System;
using System.Collections.Generic;
using System.Net;
using System.Net.Http;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Threading.Tasks;
using BrevoAnalyzers.Tests.RuntimeProofs.Api;
using Newtonsoft.Json;
using Xunit;
using JsonSerializer = System.Text.Json.JsonSerializer;

namespace BrevoAnalyzers.Tests.RuntimeProofs;

/// <summary>BREVO4006, 4007, 4009: what serialisers make of bytes, numbers and times, which the source does not show.</summary>
public sealed class ApiValueProofs
{
    private static readonly byte[] s_pdf = "%PDF-1.7 an invoice"u8.ToArray();

    [Fact]
    [Trait("Rule", "BREVO4009")]
    public void A_time_of_unspecified_kind_is_written_without_a_zone()
    {
        var time = new DateTime(2026, 12, 24, 18, 0, 0);
        Assert.Equal("\"2026-12-24T18:00:00\"", JsonSerializer.Serialize(time));
        Assert.Equal("\"2026-12-24T18:00:00\"", JsonConvert.SerializeObject(time));
        Assert.Equal("2026-12-24T18:00:00.0000000", time.ToString("o"));
        Assert.Equal("2026-12-24T18:00:00", DateTime.SpecifyKind(time, DateTimeKind.Utc).ToString("s"));
    }

    [Fact]
    [Trait("Rule", "BREVO4009")]
    public void Fixed_UTC_and_DateTimeOffset_name_theirs()
    {
        var utc = new DateTime(2026, 12, 24, 18, 0, 0, DateTimeKind.Utc);
        Assert.Equal("\"2026-12-24T18:00:00Z\"", JsonSerializer.Serialize(utc));
        Assert.Equal("\"2026-12-24T18:00:00Z\"", JsonConvert.SerializeObject(utc));
        Assert.Equal("\"2026-12-24T18:00:00+01:00\"", JsonSerializer.Serialize(new DateTimeOffset(2026, 12, 24, 18, 0, 0, TimeSpan.FromHours(1))));

        // A local time is written with the machine's offset: nothing is missing, whatever the machine.
        var local = DateTime.SpecifyKind(utc, DateTimeKind.Local);
        Assert.Matches(@"^""2026-12-24T18:00:00(Z|[+-]\d\d:\d\d)""$", JsonConvert.SerializeObject(local));
    }

    [Theory]
    [Trait("Rule", "BREVO4006")]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Bytes_are_encoded_by_the_serialiser(bool isMistaken)
    {
        await using var api = new ApiStub();
        var content = isMistaken ? Encoding.UTF8.GetBytes(Convert.ToBase64String(s_pdf)) : s_pdf;
        var body = await SendAsync(api, new Dictionary<string, object> { ["attachment"] = new[] { new { name = "invoice.pdf", content } } });

        var arrived = Convert.FromBase64String(body.GetProperty("attachment")[0].GetProperty("content").GetString()!);
        Assert.Equal(isMistaken ? Encoding.UTF8.GetBytes(Convert.ToBase64String(s_pdf)) : s_pdf, arrived);
        Assert.Equal(!isMistaken, Encoding.UTF8.GetString(arrived).StartsWith("%PDF", StringComparison.Ordinal));
    }

    [Fact]
    [Trait("Rule", "BREVO4006")]
    public void So_it_does_in_the_sdk_which_uses_Newtonsoft()
    {
        Assert.Equal('"' + Convert.ToBase64String(s_pdf) + '"', JsonConvert.SerializeObject(s_pdf));
    }

    [Fact]
    [Trait("Rule", "BREVO4007")]
    public async Task A_number_in_headers_is_written_as_a_number()
    {
        await using var api = new ApiStub();
        var body = await SendAsync(api, new Dictionary<string, object> { ["headers"] = new Dictionary<string, object> { ["X-Order"] = 42, ["X-Shop"] = "42" } });

        Assert.Equal(JsonValueKind.Number, body.GetProperty("headers").GetProperty("X-Order").ValueKind);
        Assert.Equal(JsonValueKind.String, body.GetProperty("headers").GetProperty("X-Shop").ValueKind);
    }

    private static async Task<JsonElement> SendAsync(ApiStub api, Dictionary<string, object> more)
    {
        using var client = new HttpClient();
        var payload = new Dictionary<string, object>(more) { ["templateId"] = 1, ["to"] = new[] { new { email = "ann@example.org" } } };
        using var request = ApiShop.Request(api, JsonContent.Create(payload));
        using var response = await client.SendAsync(request);
        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        using var sent = JsonDocument.Parse(api.Requests[0].Body);
        return sent.RootElement.Clone();
    }
}
