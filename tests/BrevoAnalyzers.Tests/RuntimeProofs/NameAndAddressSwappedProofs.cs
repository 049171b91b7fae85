using System;
using System.Net.Mail;
using System.Threading.Tasks;
using BrevoAnalyzers.Tests.RuntimeProofs.Relay;
using MailKit.Security;
using MimeKit;
using Xunit;

namespace BrevoAnalyzers.Tests.RuntimeProofs;

/// <summary>
/// BREVO3005: <c>MailboxAddress(name, address)</c> and <c>MailAddress(address, displayName)</c> have opposite orders. Swapped,
/// System.Net.Mail always throws; MailKit only when the name is no single word.
/// </summary>
[Trait("Rule", "BREVO3005")]
public sealed class NameAndAddressSwappedProofs
{
    [Fact]
    public void MailboxAddress_with_a_name_of_one_word_does_not_throw_and_makes_the_name_the_address()
    {
        var swapped = new MailboxAddress("orders@example.com", "Shop");
        Assert.Equal("Shop", swapped.Address);
        Assert.Equal("orders@example.com", swapped.Name);
        Assert.Equal("\"orders@example.com\" <Shop>", swapped.ToString());
    }

    [Fact]
    public async Task MailKit_sends_the_name_as_envelope_sender()
    {
        await using var relay = new SmtpRelayStub();
        using (var client = MailKitShop.Client())
        {
            await client.ConnectAsync(SmtpRelayStub.Host, relay.Port, SecureSocketOptions.StartTls);
            await client.AuthenticateAsync(SmtpRelayStub.Login, SmtpRelayStub.SmtpKey);
            await client.SendAsync(MailKitShop.Message(from: new MailboxAddress("orders@example.com", "Shop")));
        }

        var session = await relay.SessionAsync();
        Assert.StartsWith("Shop", session.MailFrom);
        Assert.DoesNotContain("@", session.MailFrom);
        Assert.Contains("From: \"orders@example.com\" <Shop>", session.Message);
    }

    [Fact]
    public void MailboxAddress_with_a_name_of_several_words_throws()
    {
        var error = Assert.Throws<ParseException>(() => new MailboxAddress("orders@example.com", "My Shop"));
        Assert.Equal("Invalid addr-spec token at offset 0", error.Message);
    }

    [Theory]
    [InlineData("Shop")]
    [InlineData("My Shop")]
    public void MailAddress_throws(string name)
    {
        var error = Assert.Throws<FormatException>(() => new MailAddress(name, "orders@example.com"));
        Assert.Equal("The specified string is not in the form required for an e-mail address.", error.Message);
    }

    [Fact]
    public void Fixed_both_keep_name_and_address()
    {
        Assert.Equal("orders@example.com", new MailboxAddress("My Shop", "orders@example.com").Address);
        Assert.Equal("orders@example.com", new MailAddress("orders@example.com", "My Shop").Address);
    }
}
