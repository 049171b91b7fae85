using System;
using System.Linq;
using System.Text.Json;
using System.Threading.Tasks;
using BrevoAnalyzers.Tests.RuntimeProofs.Relay;
using HealthyShop.Delivery;
using Microsoft.Extensions.Logging;
using Xunit;

namespace BrevoAnalyzers.Tests.HealthyShop;

/// <summary>What is accepted and then lost is told by the webhook only: blocked contacts, bounces, senders that are not verified.</summary>
public sealed class DeliveryEventTests
{
    [Theory]
    [InlineData("blocked", Silence.Blocked)]
    [InlineData("hard_bounce", Silence.NoSuchAddress)]
    [InlineData("invalid_email", Silence.NoSuchAddress)]
    [InlineData("spam", Silence.NoMoreMail)]
    [InlineData("complaint", Silence.NoMoreMail)]
    [InlineData("unsubscribed", Silence.NoMoreMail)]
    [InlineData("unsubscribe", Silence.NoMoreMail)]
    public async Task A_contact_that_cannot_or_will_not_be_reached_is_not_written_to_again(string name, Silence expected)
    {
        await using var relay = new SmtpRelayStub();
        using var shop = new ShopUnderTest(relay);
        shop.Webhook.Handle(Received(name));
        Assert.Equal(expected, shop.Contacts.WhySilent("ann@example.org"));
        Assert.False(await shop.SendAsync());
        Assert.Equal(0, relay.Connections);
    }

    [Theory]
    [InlineData("deferred")]
    [InlineData("soft_bounce")]
    public void Late_mail_is_waited_for(string name)
    {
        using var shop = new ShopUnderTest();
        shop.DeliveryLog.Accepted("1@relay.test", "ann@example.org");
        shop.Webhook.Handle(Received(name));
        Assert.True(shop.Contacts.MayBeWrittenTo("ann@example.org"));
        Assert.Single(shop.DeliveryLog.Overdue(TimeSpan.Zero));
    }

    [Fact]
    public void A_sender_that_is_not_verified_is_told_somebody()
    {
        using var shop = new ShopUnderTest();
        shop.Webhook.Handle(Received("error"));
        Assert.Contains("the sender you used", Assert.Single(shop.Logs.At(LogLevel.Error)));
        Assert.True(shop.Contacts.MayBeWrittenTo("ann@example.org"));
    }

    [Fact]
    public void Mail_without_news_is_overdue_until_it_is_delivered()
    {
        using var shop = new ShopUnderTest();
        shop.DeliveryLog.Accepted("1@relay.test", "ann@example.org");
        Assert.Empty(shop.DeliveryLog.Overdue(TimeSpan.FromHours(4)));
        shop.Time.Pass(TimeSpan.FromHours(5));
        Assert.Equal(["ann@example.org"], shop.DeliveryLog.Overdue(TimeSpan.FromHours(4)));
        shop.Webhook.Handle(Received("delivered"));
        Assert.Empty(shop.DeliveryLog.Overdue(TimeSpan.FromHours(4)));
    }

    [Fact]
    public void Every_word_that_Brevo_sends_is_understood_as_it_was_written()
    {
        foreach (var word in BrevoFacts.WordsOf(EventVocabulary.Payload, EventMeaning.HardBounce).AddRange(BrevoFacts.WordsOf(EventVocabulary.Payload, EventMeaning.Spam)))
        {
            using var shop = new ShopUnderTest();
            shop.Webhook.Handle(Received(word));
            Assert.False(shop.Contacts.MayBeWrittenTo("ann@example.org"), word);
        }
    }

    [Theory]
    [InlineData("Bearer token of the tests", true)]
    [InlineData("Bearer another token", false)]
    [InlineData("token of the tests", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void Who_does_not_know_the_token_is_not_Brevo(string? authorization, bool expected)
    {
        using var shop = new ShopUnderTest();
        Assert.Equal(expected, shop.Webhook.IsFromBrevo(authorization));
    }

    private static DeliveryEvent Received(string name) => JsonSerializer.Deserialize<DeliveryEvent>(
        $$"""
        {"event":"{{name}}","email":"ann@example.org","id":1,"ts_event":1772355600,"message-id":"<1@relay.test>","reason":"Sending has been rejected because the sender you used is not valid"}
        """)!;
}
