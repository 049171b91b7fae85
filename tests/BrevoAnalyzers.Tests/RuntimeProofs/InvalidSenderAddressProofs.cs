using System;
using System.Net.Mail;
using MimeKit;
using Xunit;

namespace BrevoAnalyzers.Tests.RuntimeProofs;

/// <summary>
/// BREVO3004: what the libraries make of a sender that is no address. Some of it throws, some of it becomes another address
/// without a word; MimeKit does not miss the <c>@</c>.
/// </summary>
[Trait("Rule", "BREVO3004")]
public sealed class InvalidSenderAddressProofs
{
    private const string NoForm = "The specified string is not in the form required for an e-mail address.";

    [Theory]
    [InlineData("Shop", NoForm)]
    [InlineData("not an address", NoForm)]
    [InlineData("@example.com", NoForm)]
    [InlineData("orders@", "An invalid character was found in the mail header: '@'.")]
    [InlineData("a@b@example.com", "An invalid character was found in the mail header: '@'.")]
    [InlineData("orders@example.com\n", NoForm)]
    [InlineData("orders@example.com\r\nBcc: x@example.org", NoForm)]
    public void MailAddress_throws(string sender, string message)
    {
        Assert.Equal(message, Assert.Throws<FormatException>(() => new MailAddress(sender)).Message);
        Assert.Equal(message, Assert.Throws<FormatException>(() => new MailMessage(sender, "ann@example.org")).Message);
    }

    [Fact]
    public void MailAddress_of_nothing_throws() =>
        Assert.Equal("The value cannot be an empty string. (Parameter 'address')", Assert.Throws<ArgumentException>(() => new MailAddress("")).Message);

    /// <summary>What stands before the last word becomes the display name.</summary>
    [Theory]
    [InlineData("my orders@example.com", "my", "orders@example.com")]
    [InlineData("orders@example.com, x@example.com", "orders@example.com,", "x@example.com")]
    public void MailAddress_with_a_space_does_not_throw_and_loses_a_part(string sender, string name, string address)
    {
        var parsed = new MailAddress(sender);
        Assert.Equal((name, address), (parsed.DisplayName, parsed.Address));
    }

    [Theory]
    [InlineData("not an address", "Unexpected 'a' token at offset 4")]
    [InlineData("my orders@example.com", "Invalid addr-spec token at offset 0")]
    [InlineData("@example.com", "Invalid local-part at offset 0")]
    [InlineData("orders@", "Incomplete addr-spec token at offset 0")]
    [InlineData("a@b@example.com", "Unexpected token at offset 3")]
    [InlineData("orders@example.com\r\nBcc: x@example.org", "Unexpected token at offset 20")]
    [InlineData("", "No address found.")]
    public void MailboxAddress_Parse_throws(string sender, string message)
    {
        Assert.Equal(message, Assert.Throws<ParseException>(() => MailboxAddress.Parse(sender)).Message);
        Assert.False(MailboxAddress.TryParse(sender, out _));
    }

    [Theory]
    [InlineData("not an address", "Invalid addr-spec token at offset 0")]
    [InlineData("Shop <orders@example.com>", "Invalid addr-spec token at offset 0")]
    [InlineData(" orders@example.com", "Invalid local-part at offset 0")]
    [InlineData("orders@example.com\r\nBcc: x@example.org", "Unexpected 'B' token at offset 20")]
    public void MailboxAddress_of_name_and_address_throws(string sender, string message) =>
        Assert.Equal(message, Assert.Throws<ParseException>(() => new MailboxAddress("Shop", sender)).Message);

    [Fact]
    public void MimeKit_takes_an_address_without_at_sign_and_an_empty_one()
    {
        Assert.Equal("Shop", MailboxAddress.Parse("Shop").Address);
        Assert.Equal("Shop", new MailboxAddress("Shop", "Shop").Address);
        Assert.Equal("", new MailboxAddress("Shop", "").Address);
    }

    [Theory]
    [InlineData("orders@example.com", "")]
    [InlineData("Shop <orders@example.com>", "Shop")]
    public void Near_miss_the_forms_that_are_right(string sender, string name)
    {
        Assert.Equal(("orders@example.com", name), (new MailAddress(sender).Address, new MailAddress(sender).DisplayName));
        Assert.Equal("orders@example.com", new MailMessage(sender, "ann@example.org").From?.Address);
        Assert.Equal(("orders@example.com", name), (MailboxAddress.Parse(sender).Address, MailboxAddress.Parse(sender).Name ?? ""));
    }
}
