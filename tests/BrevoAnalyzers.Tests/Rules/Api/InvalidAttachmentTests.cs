using Xunit;
using static BrevoAnalyzers.Tests.ApiCodeSamples;

namespace BrevoAnalyzers.Tests.Rules.Api;

public sealed class InvalidAttachmentTests
{
    private const string Id = "BREVO4006";

    private static string Attaching(string attachment) =>
        $$"""new { sender = new { email = "a@shop.example" }, to = new[] { new { email = to } }, subject, htmlContent = html, attachment = new[] { {{attachment}} } }""";

    [Theory]
    [InlineData("""new { name = [|"invoice.json"|], content = html }""")]
    [InlineData("""new { name = [|"archive.7z"|], content = html }""")]
    [InlineData("""[|new { content = html }|]""")]
    [InlineData("""new { url = [|"C:\\invoices\\1.pdf"|], name = "1.pdf" }""")]
    [InlineData("""new { url = [|"/files/1.pdf"|] }""")]
    [InlineData("""new { url = [|"file:///srv/1.pdf"|] }""")]
    [InlineData("""new { name = "a.pdf", content = [|Encoding.UTF8.GetBytes(Convert.ToBase64String(new byte[3]))|] }""")]
    public void Attachments_that_do_not_arrive(string attachment) => Verify.Reports(Id, Sending(Attaching(attachment)));

    [Theory]
    [InlineData("""new { name = "invoice.PDF", content = Convert.ToBase64String(new byte[3]) }""")]
    [InlineData("""new { name = subject, content = html }""")]
    [InlineData("""new { name = $"{subject}.pdf", content = html }""")]
    [InlineData("""new { filename = "a.pdf", content = html }""")]
    [InlineData("""new { url = "https://shop.example/1.pdf" }""")]
    [InlineData("""new { url = html, name = "Invoice 2.1" }""")]
    [InlineData("""new { name = "a.pdf", content = new byte[3] }""")]
    [InlineData("""new { name = "a.txt", content = Encoding.UTF8.GetBytes(html) }""")]
    [InlineData("""new { name = "a.txt", content = Convert.ToBase64String(Encoding.UTF8.GetBytes(html)) }""")]
    public void Attachments_that_do_or_may(string attachment) => Verify.Silent(Id, Sending(Attaching(attachment)));

    [Fact]
    public void Bytes_of_base64_text_in_the_sdk() => Verify.Reports(Id, InSdkMethod("""
        var text = Convert.ToBase64String(new byte[3]);
        var attachment = new SendSmtpEmailAttachment(content: [|System.Text.Encoding.UTF8.GetBytes(text)|], name: "invoice.pdf");
        await api.SendTransacEmailAsync(new SendSmtpEmail { TemplateId = 3, To = new List<SendSmtpEmailTo> { new(to) }, Attachment = new List<SendSmtpEmailAttachment> { attachment, new(name: [|"log.gz"|], content: new byte[1]) } });
        """));

    [Fact]
    public void Bytes_themselves_in_the_sdk() => Verify.Silent(Id, InSdkMethod("""
        var bytes = System.IO.File.ReadAllBytes("invoice.pdf");
        await api.SendTransacEmailAsync(new SendSmtpEmail { TemplateId = 3, To = new List<SendSmtpEmailTo> { new(to) }, Attachment = new List<SendSmtpEmailAttachment> { new(null, bytes, "invoice.pdf"), new("https://shop.example/a.pdf") } });
        """));

    [Fact]
    public void Bytes_of_base64_text_in_a_method_that_makes_each_attachment() => Verify.Reports(Id, InSdkMethod("""
        await api.SendTransacEmailAsync(new SendSmtpEmail { TemplateId = 3, To = new List<SendSmtpEmailTo> { new(to) }, Attachment = new[] { "a.pdf" }.Select(Attach).ToList() });
        static SendSmtpEmailAttachment Attach(string file) => new(content: [|System.Text.Encoding.UTF8.GetBytes(Convert.ToBase64String(System.IO.File.ReadAllBytes(file)))|], name: file);
        """));
}
