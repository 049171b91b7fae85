using System;
using System.Collections.Generic;
using System.Linq;
using Xunit;

namespace BrevoAnalyzers.Tests;

public class BrevoFactsTests
{
    [Theory]
    [InlineData(587, nameof(PortTls.StartTls))]
    [InlineData(2525, nameof(PortTls.StartTls))]
    [InlineData(465, nameof(PortTls.Implicit))]
    [InlineData(25, nameof(PortTls.Unsupported))]
    [InlineData(0, nameof(PortTls.Unsupported))]
    public void Each_port_starts_tls_in_its_way(int port, string tls)
    {
        Assert.Equal(tls, BrevoFacts.TlsOf(port).ToString());
        Assert.Equal(BrevoFacts.TlsOf(port) != PortTls.Unsupported, BrevoFacts.SmtpPorts.Contains(port));
    }

    [Theory]
    [InlineData("shop@example.org")]
    [InlineData("gmail.com.example.org")]
    [InlineData("notgmail.com")]
    [InlineData("gmail.company.com")]
    [InlineData("info@yahoo.shop.example")]
    [InlineData("yahoo.example.com")]
    [InlineData("gmxshop.de")]
    [InlineData("hotmail.example.org")]
    [InlineData("outlook.example.com")]
    [InlineData("live.example.com")]
    [InlineData("free.org")]
    [InlineData("orange.com")]
    [InlineData("proton.ch")]
    [InlineData("sky.com")]
    [InlineData("gmail.com@shop.org")]
    [InlineData("")]
    [InlineData("@")]
    [InlineData(" ")]
    public void Other_domains_are_no_freemail(string address) => Assert.False(BrevoFacts.IsFreemail(address));

    [Theory]
    [InlineData("gmail.com")]
    [InlineData("Someone@GMAIL.com")]
    [InlineData("googlemail.com")]
    [InlineData("a@yahoo.it")]
    [InlineData("a@yahoo.co.uk")]
    [InlineData("a@yahoo.com.br")]
    [InlineData("outlook.com")]
    [InlineData("hotmail.fr")]
    [InlineData("live.com")]
    [InlineData("msn.com")]
    [InlineData("icloud.com")]
    [InlineData("me.com")]
    [InlineData("aol.com")]
    [InlineData("gmx.net")]
    [InlineData("gmx.at")]
    [InlineData("proton.me")]
    [InlineData("protonmail.com")]
    [InlineData("mail.ru")]
    [InlineData("orange.fr")]
    [InlineData("libero.it")]
    [InlineData("virgilio.it")]
    [InlineData("tiscali.it")]
    [InlineData("free.fr")]
    [InlineData("web.de")]
    [InlineData("Shop <shop@gmail.com>")]
    [InlineData(" shop@gmail.com ")]
    public void Freemail_domains_and_addresses_are_known(string address) => Assert.True(BrevoFacts.IsFreemail(address));

    [Theory]
    [InlineData("smtp-brevo.com")]
    [InlineData("@smtp-brevo.com")]
    [InlineData("Shop <@smtp-brevo.com>")]
    [InlineData("a@smtp-brevo.com.example.org")]
    [InlineData("a@mail.smtp-brevo.com")]
    [InlineData("a@brevo.com")]
    [InlineData("")]
    public void Other_text_is_no_login(string text) => Assert.False(BrevoFacts.IsSmtpLoginAddress(text));

    [Theory]
    [InlineData("0a1b2c001@smtp-brevo.com")]
    [InlineData("0A1B2C001@SMTP-BREVO.COM")]
    [InlineData("Shop <0a1b2c001@smtp-brevo.com>")]
    [InlineData("login@smtp-brevo.com")]
    public void Addresses_at_the_login_domain_are_logins(string address) => Assert.True(BrevoFacts.IsSmtpLoginAddress(address));

    [Theory]
    [InlineData("shop@brevosend.com", true)]
    [InlineData("shop@5000001.brevosend.com", true)]
    [InlineData("shop@mybrevosend.com", false)]
    [InlineData("brevosend.com", false)]
    public void Brevos_rewrite_domain_is_known(string address, bool expected) => Assert.Equal(expected, BrevoFacts.IsRewriteAddress(address));

    [Fact]
    public void The_extension_list_is_whole()
    {
        Assert.Equal(53, BrevoFacts.AttachmentExtensions.Count);
        Assert.Contains("PDF", BrevoFacts.AttachmentExtensions);
        Assert.DoesNotContain("json", BrevoFacts.AttachmentExtensions);
        Assert.DoesNotContain("webp", BrevoFacts.AttachmentExtensions);
    }

    [Theory]
    [InlineData("/smtp/send")]
    [InlineData("/smtp/email/send/now")]
    [InlineData("/smtp/email/1/2")]
    [InlineData("/smtp/templates/1/send")]
    [InlineData("/smtp")]
    [InlineData("/contacts")]
    [InlineData("")]
    [InlineData("/")]
    [InlineData("/smtp//email")]
    public void Other_paths_are_no_endpoints(string path) => Assert.Null(BrevoFacts.FindSmtpEndpoint(path));

    [Theory]
    [InlineData("/smtp/email", "/smtp/email", "POST")]
    [InlineData("smtp/email/", "/smtp/email", "POST")]
    [InlineData("/smtp/emails?limit=10", "/smtp/emails", "GET")]
    [InlineData("/smtp/email/{id}", "/smtp/email/{identifier}", "DELETE")]
    [InlineData("/smtp/templates/12/sendTest", "/smtp/templates/{templateId}/sendTest", "POST")]
    [InlineData("/smtp/template/preview", "/smtp/template/preview", "POST")]
    public void Endpoints_are_found_by_path(string path, string endpoint, string method)
    {
        var found = BrevoFacts.FindSmtpEndpoint(path);
        Assert.NotNull(found);
        Assert.Equal(endpoint, found.Path);
        Assert.True(found.Allows(method));
        Assert.False(found.Allows("PATCH"));
    }

    [Theory]
    [InlineData("from", "sender")]
    [InlineData("From", "sender")]
    [InlineData("html", "htmlContent")]
    [InlineData("HtmlContent", "htmlContent")]
    [InlineData("html_content", "htmlContent")]
    [InlineData("text", "textContent")]
    [InlineData("body", "htmlContent")]
    [InlineData("attachments", "attachment")]
    [InlineData("reply_to", "replyTo")]
    [InlineData("reply-to", "replyTo")]
    [InlineData("To", "to")]
    public void Foreign_names_lead_to_the_member_that_is_meant(string name, string member)
    {
        Assert.Null(BrevoFacts.EmailSchema.Find(name));
        Assert.Equal(member, BrevoFacts.EmailSchema.FindMeant(name)?.Name);
    }

    [Theory]
    [InlineData("sender")]
    [InlineData("messageVersions")]
    [InlineData("tracking")]
    [InlineData("")]
    public void Right_and_unknown_names_mean_nothing_else(string name) => Assert.Null(BrevoFacts.EmailSchema.FindMeant(name));

    [Fact]
    public void The_payload_has_the_documented_shapes()
    {
        var shapes = BrevoFacts.EmailSchema.Members.ToDictionary(member => member.Name, member => member.Shape.ToString());

        Assert.Equal(
            new Dictionary<string, string>
            {
                ["sender"] = "Object",
                ["to"] = "ArrayOfObjects",
                ["bcc"] = "ArrayOfObjects",
                ["cc"] = "ArrayOfObjects",
                ["htmlContent"] = "String",
                ["textContent"] = "String",
                ["subject"] = "String",
                ["replyTo"] = "Object",
                ["attachment"] = "ArrayOfObjects",
                ["headers"] = "Object",
                ["templateId"] = "Integer",
                ["params"] = "Object",
                ["messageVersions"] = "ArrayOfObjects",
                ["tags"] = "ArrayOfStrings",
                ["scheduledAt"] = "String",
                ["batchId"] = "String",
            },
            shapes);
    }

    [Theory]
    [InlineData("Payload", "hardBounce", "hard_bounce")]
    [InlineData("Payload", "invalid", "invalid_email")]
    [InlineData("Payload", "clicks", "click")]
    [InlineData("Payload", "requests", "request")]
    [InlineData("Payload", "hardBounces", "hard_bounce")]
    [InlineData("Payload", "uniqueOpened", "unique_opened")]
    [InlineData("Payload", "loadedByProxy", "proxy_open")]
    [InlineData("Statistics", "unique_opened", "opened")]
    [InlineData("WebhookConfiguration", "hard_bounce", "hardBounce")]
    [InlineData("WebhookConfiguration", "invalid_email", "invalid")]
    [InlineData("Statistics", "hard_bounce", "hardBounces")]
    [InlineData("Statistics", "click", "clicks")]
    [InlineData("Statistics", "request", "requests")]
    [InlineData("EmailLog", "opened", "open")]
    [InlineData("EmailLog", "hardBounce", "hard_bounce")]
    [InlineData("Payload", "open", "opened")]
    [InlineData("Payload", "sent", "request")]
    [InlineData("BlockList", "hard_bounce", "hardBounce")]
    [InlineData("BlockList", "spam", "contactFlaggedAsSpam")]
    public void A_word_of_another_vocabulary_leads_to_the_right_one(string vocabulary, string word, string right)
    {
        Assert.False(BrevoFacts.IsEventWord(Parse(vocabulary), word));
        Assert.Equal(right, BrevoFacts.RightEventWord(Parse(vocabulary), word));
    }

    [Theory]
    [InlineData("Payload", "delivered")]
    [InlineData("Payload", "unsubscribe")]
    [InlineData("Payload", "unsubscribed")]
    [InlineData("Payload", "Unsubscribed")]
    [InlineData("Payload", "complaint")]
    [InlineData("Payload", "contact_updated")]
    [InlineData("WebhookConfiguration", "sent")]
    [InlineData("WebhookConfiguration", "request")]
    [InlineData("WebhookConfiguration", "inboundEmailProcessed")]
    [InlineData("Statistics", "bounces")]
    [InlineData("BlockList", "unsubscribedViaApi")]
    [InlineData("EmailLog", "sent")]
    [InlineData("EmailLog", "invalid")]
    public void Words_of_the_vocabulary_are_right(string vocabulary, string word)
    {
        Assert.True(BrevoFacts.IsEventWord(Parse(vocabulary), word));
        Assert.Null(BrevoFacts.RightEventWord(Parse(vocabulary), word));
    }

    [Theory]
    [InlineData("Payload", "bounced")]
    [InlineData("Payload", "HARD_BOUNCE")]
    [InlineData("WebhookConfiguration", "error")]
    [InlineData("BlockList", "deferred")]
    [InlineData("WebhookConfiguration", "bounced")]
    [InlineData("Statistics", "")]
    public void Unknown_words_and_words_without_a_counterpart_lead_nowhere(string vocabulary, string word)
    {
        Assert.False(BrevoFacts.IsEventWord(Parse(vocabulary), word));
        Assert.Null(BrevoFacts.RightEventWord(Parse(vocabulary), word));
    }

    private static EventVocabulary Parse(string vocabulary) => Enum.Parse<EventVocabulary>(vocabulary);
}
