using System.Threading.Tasks;
using BrevoAnalyzers.CodeFixes;
using BrevoAnalyzers.Tests.Fixes.Infrastructure;
using Xunit;

namespace BrevoAnalyzers.Tests.Fixes;

/// <summary>BREVO4006.</summary>
public class GiveBytesThemselvesFixTests
{
    private static VerifyFix Of(string attachment, string before = "", string usings = "using System;\n") => new(new GiveBytesThemselves(), "BREVO4006", Mailer(attachment, before, usings));

    private static string Mailer(string attachment, string before = "", string usings = "using System;\n") => usings + $$"""
        using System.Collections.Generic;
        using System.Text;
        using brevo_csharp.Api;
        using brevo_csharp.Model;

        class Mailer
        {
            async System.Threading.Tasks.Task SendAsync(TransactionalEmailsApi api, string to, byte[] pdf)
            {
                {{before}}var attachment = {{attachment}};
                await api.SendTransacEmailAsync(new SendSmtpEmail { TemplateId = 3, To = new List<SendSmtpEmailTo> { new(to) }, Attachment = new List<SendSmtpEmailAttachment> { attachment } });
            }
        }
        """;

    [Fact]
    public async Task The_encoding_goes()
    {
        var fix = Of("""new SendSmtpEmailAttachment(content: Encoding.UTF8.GetBytes(Convert.ToBase64String(pdf)), name: "invoice.pdf")""");
        Assert.Equal(["Give the bytes themselves"], await fix.TitlesAsync());
        Assert.Equal(["GiveBytesThemselves"], await fix.KeysAsync());
        Assert.Equal(Mailer("""new SendSmtpEmailAttachment(content: pdf, name: "invoice.pdf")"""), await fix.FixAsync());
    }

    [Fact]
    public async Task Text_encoded_before_is_decoded()
    {
        const string Before = "var text = System.Convert.ToBase64String(pdf);\n        ";
        var fix = Of("""new SendSmtpEmailAttachment(null, Encoding.ASCII.GetBytes(text), "invoice.pdf")""", Before, "");
        Assert.Equal(Mailer("""new SendSmtpEmailAttachment(null, Convert.FromBase64String(text), "invoice.pdf")""", Before), await fix.FixAsync());
    }

    [Theory]
    [InlineData("""new SendSmtpEmailAttachment(content: pdf, name: "data.json")""")]
    [InlineData("""new SendSmtpEmailAttachment(content: pdf)""")]
    public Task Names_are_nobodys_but_the_authors(string attachment) => Of(attachment).OffersNothingAsync();
}
