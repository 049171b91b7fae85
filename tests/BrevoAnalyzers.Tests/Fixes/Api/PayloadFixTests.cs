using System.Threading.Tasks;
using BrevoAnalyzers.CodeFixes;
using Xunit;
using static BrevoAnalyzers.Tests.Fixes.Api.ApiFix;

namespace BrevoAnalyzers.Tests.Fixes.Api;

/// <summary>BREVO4002, BREVO4003, BREVO4005, BREVO4006, BREVO4008, BREVO4010 and BREVO5001.</summary>
public sealed class PayloadFixTests
{
    private const string Sender = "sender = new { email = \"a@shop.example\" }";
    private const string To = "to = new[] { new { email = to } }";

    [Theory]
    [InlineData($"new {{ {Sender}, {To}, subject, html }}", $"new {{ {Sender}, {To}, subject, htmlContent = html }}")]
    [InlineData($"new {{ {Sender}, {To}, subject, body = html /* all */ }}", $"new {{ {Sender}, {To}, subject, htmlContent = html /* all */ }}")]
    [InlineData($"new {{ {Sender}, {To}, subject, htmlContent = html, attachments = new[] {{ new {{ url = \"https://shop.example/a.pdf\" }} }} }}", $"new {{ {Sender}, {To}, subject, htmlContent = html, attachment = new[] {{ new {{ url = \"https://shop.example/a.pdf\" }} }} }}")]
    [InlineData($"new {{ from = new {{ email = \"a@shop.example\" }}, {To}, subject, htmlContent = html }}", $"new {{ {Sender}, {To}, subject, htmlContent = html }}")]
    [InlineData($"new {{ from = \"Shop <a@shop.example>\", {To}, subject, htmlContent = html }}", $"new {{ sender = new {{ name = \"Shop\", email = \"a@shop.example\" }}, {To}, subject, htmlContent = html }}")]
    [InlineData($"new {{ {Sender}, to, subject, htmlContent = html }}", $"new {{ {Sender}, {To}, subject, htmlContent = html }}")]
    [InlineData($"new {{ {Sender}, to = new {{ email = to }}, subject, htmlContent = html }}", $"new {{ {Sender}, {To}, subject, htmlContent = html }}")]
    [InlineData($"new {{ {Sender}, {To}, subject, htmlContent = html, replyTo = new[] {{ new {{ email = to }} }} }}", $"new {{ {Sender}, {To}, subject, htmlContent = html, replyTo = new {{ email = to }} }}")]
    [InlineData($"new {{ {Sender}, {To}, subject, htmlContent = html, tags = \"order\" }}", $"new {{ {Sender}, {To}, subject, htmlContent = html, tags = new[] {{ \"order\" }} }}")]
    public Task Names_and_shapes(string wrong, string right) => WritesAsync(new CorrectMember(), "BREVO4002", Sending(wrong), Sending(right));

    [Fact]
    public Task A_key_of_a_dictionary() => WritesAsync(
        new CorrectMember(), "BREVO4002",
        Sending($$"""new Dictionary<string, object> { ["sender"] = new { email = "a@shop.example" }, ["to"] = new[] { new { email = to } }, ["subject"] = subject, ["html"] = html }"""),
        Sending($$"""new Dictionary<string, object> { ["sender"] = new { email = "a@shop.example" }, ["to"] = new[] { new { email = to } }, ["subject"] = subject, ["htmlContent"] = html }"""));

    [Theory]
    [InlineData($"new {{ {Sender}, to = new[] {{ to }}, subject, htmlContent = html }}")]
    [InlineData($"new {{ {Sender}, {To}, subject, htmlContent = html, replyTo = new[] {{ new {{ email = to }}, new {{ email = to }} }} }}")]
    public Task Shapes_that_no_single_way_leads_to(string payload) => OffersNothingAsync(new CorrectMember(), "BREVO4002", Sending(payload));

    [Theory]
    [InlineData("new SendSmtpEmailTo { Email = to }", "new SendSmtpEmailTo(to)")]
    [InlineData("new SendSmtpEmailTo { Email = to, Name = \"Ann\" }", "new SendSmtpEmailTo(to) { Name = \"Ann\" }")]
    [InlineData("new SendSmtpEmailTo() { Name = \"Ann\", Email = to }", "new SendSmtpEmailTo(to) { Name = \"Ann\" }")]
    [InlineData("new() { Email = to }", "new(to)")]
    public Task A_recipient_gets_its_address_by_the_constructor(string wrong, string right) => WritesAsync(
        new GiveToConstructor(), "BREVO4003",
        Sdk($"var people = new List<SendSmtpEmailTo> {{ {wrong} }};\n        await Task.CompletedTask;"),
        Sdk($"var people = new List<SendSmtpEmailTo> {{ {right} }};\n        await Task.CompletedTask;"));

    [Fact]
    public Task A_recipient_without_any_address_has_none_to_give() =>
        OffersNothingAsync(new GiveToConstructor(), "BREVO4003", Sdk("var person = new SendSmtpEmailTo { Name = \"Ann\" };\n        await Task.CompletedTask;"));

    [Theory]
    [InlineData($"new {{ {To}, templateId = 7, htmlContent = html, subject }}", $"new {{ {To}, templateId = 7, subject }}")]
    [InlineData($"new {{ {To}, templateId = 7, textContent = \"Hello\" }}", $"new {{ {To}, templateId = 7 }}")]
    public Task Ignored_members_go(string wrong, string right) => WritesAsync(new RemoveIgnoredMember(), "BREVO4005", Sending(wrong), Sending(right));

    [Fact]
    public Task An_ignored_argument_goes() => WritesAsync(
        new RemoveIgnoredMember(), "BREVO4005",
        Sdk("await api.SendTransacEmailAsync(new SendSmtpEmail(to: new List<SendSmtpEmailTo> { new(to) }, templateId: 7, htmlContent: html));"),
        Sdk("await api.SendTransacEmailAsync(new SendSmtpEmail(to: new List<SendSmtpEmailTo> { new(to) }, templateId: 7));"));

    [Fact]
    public Task The_bytes_themselves() => WritesAsync(
        new GiveBytes(), "BREVO4006",
        Sdk("await api.SendTransacEmailAsync(new SendSmtpEmail { TemplateId = 7, To = new List<SendSmtpEmailTo> { new(to) }, Attachment = new List<SendSmtpEmailAttachment> { new(content: System.Text.Encoding.UTF8.GetBytes(Convert.ToBase64String(pdf)), name: \"a.pdf\") } });"),
        Sdk("await api.SendTransacEmailAsync(new SendSmtpEmail { TemplateId = 7, To = new List<SendSmtpEmailTo> { new(to) }, Attachment = new List<SendSmtpEmailAttachment> { new(content: pdf, name: \"a.pdf\") } });"));

    [Theory]
    [InlineData("http://api.brevo.com/v3/smtp/email", "https://api.brevo.com/v3/smtp/email")]
    [InlineData("https://api.brevo.com/v2.0/email", "https://api.brevo.com/v3/smtp/email")]
    [InlineData("https://api.brevo.com/smtp/email", "https://api.brevo.com/v3/smtp/email")]
    public Task Urls(string wrong, string right) => WritesAsync(
        new CorrectEndpoint(), "BREVO4008",
        Method($"(await _http.PostAsJsonAsync(\"{wrong}\", new {{ templateId = 7, {To} }})).EnsureSuccessStatusCode();"),
        Method($"(await _http.PostAsJsonAsync(\"{right}\", new {{ templateId = 7, {To} }})).EnsureSuccessStatusCode();"));

    [Theory]
    [InlineData("https://api.brevo.com/v3", "smtp/email", "https://api.brevo.com/v3/", "smtp/email")]
    [InlineData("https://api.brevo.com/v3/", "/smtp/email", "https://api.brevo.com/v3/", "/v3/smtp/email")]
    public Task Base_and_path(string wrongBase, string wrongPath, string rightBase, string rightPath)
    {
        return WritesAsync(new CorrectEndpoint(), "BREVO4008", Source(wrongBase, wrongPath), Source(rightBase, rightPath));

        static string Source(string @base, string path) => Method($"using var client = new HttpClient {{ BaseAddress = new Uri(\"{@base}\") }};\n        (await client.PostAsJsonAsync(\"{path}\", new {{ templateId = 7, {To} }})).EnsureSuccessStatusCode();");
    }

    [Theory]
    [InlineData("\"{\\\"templateId\\\":7,\\\"to\\\":[{\\\"email\\\":\\\"\" + to + \"\\\"}]}\"", "\"{\\\"templateId\\\":7,\\\"to\\\":[{\\\"email\\\":\\\"\" + JsonEncodedText.Encode(to) + \"\\\"}]}\"")]
    [InlineData("$\"{{\\\"templateId\\\":7,\\\"subject\\\":\\\"{subject}\\\",\\\"to\\\":[{{\\\"email\\\":\\\"{to}\\\"}}]}}\"", "$\"{{\\\"templateId\\\":7,\\\"subject\\\":\\\"{JsonEncodedText.Encode(subject)}\\\",\\\"to\\\":[{{\\\"email\\\":\\\"{JsonEncodedText.Encode(to)}\\\"}}]}}\"")]
    public Task Values_in_json_are_escaped(string wrong, string right) => WritesAsync(
        new EscapeJson(), "BREVO4010",
        Method($"(await _http.PostAsync(\"{Url}\", new StringContent({wrong}, Encoding.UTF8, \"application/json\"))).EnsureSuccessStatusCode();"),
        Method($"(await _http.PostAsync(\"{Url}\", new StringContent({right}, Encoding.UTF8, \"application/json\"))).EnsureSuccessStatusCode();"));

    [Theory]
    [InlineData("await _http.PostAsJsonAsync(\"{0}\", new { templateId = 7, to = new[] { new { email = to } } }); // send", "(await _http.PostAsJsonAsync(\"{0}\", new { templateId = 7, to = new[] { new { email = to } } })).EnsureSuccessStatusCode(); // send")]
    [InlineData("_ = await _http.PostAsJsonAsync(\"{0}\", new { templateId = 7, to = new[] { new { email = to } } }).ConfigureAwait(false);", "(await _http.PostAsJsonAsync(\"{0}\", new { templateId = 7, to = new[] { new { email = to } } }).ConfigureAwait(false)).EnsureSuccessStatusCode();")]
    [InlineData("var response = await _http.PostAsJsonAsync(\"{0}\", new { templateId = 7, to = new[] { new { email = to } } });", "var response = await _http.PostAsJsonAsync(\"{0}\", new { templateId = 7, to = new[] { new { email = to } } });\n        response.EnsureSuccessStatusCode();")]
    public Task Answers_are_looked_at(string wrong, string right) =>
        WritesAsync(new EnsureSuccess(), "BREVO5001", Method(wrong.Replace("{0}", Url)), Method(right.Replace("{0}", Url)));

    [Fact]
    public Task An_answer_of_RestSharp() => WritesAsync(
        new EnsureSuccess(), "BREVO5001",
        "using RestSharp;\n" + Method($$"""await new RestClient("{{Url}}").ExecuteAsync(new RestRequest { Method = RestSharp.Method.Post }.AddHeader("api-key", key).AddJsonBody(new { templateId = 7, {{To}} }));"""),
        "using RestSharp;\n" + Method($$"""(await new RestClient("{{Url}}").ExecuteAsync(new RestRequest { Method = RestSharp.Method.Post }.AddHeader("api-key", key).AddJsonBody(new { templateId = 7, {{To}} }))).ThrowIfError();"""));

    [Fact]
    public Task Name_and_address_of_an_anonymous_object() => WritesAsync(
        new SwapValues(), "BREVO3005",
        Sending($"new {{ sender = new {{ name = \"a@shop.example\", email = \"Shop\" }}, {To}, subject, htmlContent = html }}"),
        Sending($"new {{ sender = new {{ name = \"Shop\", email = \"a@shop.example\" }}, {To}, subject, htmlContent = html }}"));
}
