using BrevoAnalyzers.Model;
using Xunit;

namespace BrevoAnalyzers.Tests.Model;

public class PlaceholdersTests
{
    [Theory]

    // Short SMTP keys, also with a word in them.
    [InlineData("AbCd0fGh73KmNpF6")]
    [InlineData("AbCdEfGh12345678")]
    [InlineData("aTestq8Zr1pLm0Kd")]
    [InlineData("test8Zr1pLm0Kdxy")]
    [InlineData("8Zr1pLm0KdxySet4")]
    [InlineData("set4Kq8ZrXp1LmN0")]
    [InlineData("your4Kq8ZrXp1LmN")]
    [InlineData("xxx4Kq8ZrXp1LmN0")]
    [InlineData("Fake9QzP2mTodo7V")]
    [InlineData("setKqZrXpLmNabQw")]

    // Passwords that people choose.
    [InlineData("Summer2024!Rain")]
    [InlineData("Secret-Garden-1987!")]
    [InlineData("T3st!ng#2024")]
    [InlineData("correct horse battery staple")]
    [InlineData("hunter2")]
    [InlineData("P@ssw0rd!")]
    [InlineData("Settlement2021")]
    [InlineData("Enterprise99")]
    [InlineData("Setanta88")]
    [InlineData("Testarossa")]
    [InlineData("Contest")]
    [InlineData("Secretariat73")]
    [InlineData("Greatest-Show-2017")]
    [InlineData("puttanesca")]
    [InlineData("my$ecret!Test?4")]
    [InlineData("abcd efgh ijkl mnop")]
    [InlineData("8Zr1p_Lm0Kd_test_q9")]
    [InlineData("100%sure")]
    [InlineData("a<b>c")]
    [InlineData("$tr0ng")]

    // Logins and senders.
    [InlineData("apikey")]
    [InlineData("api")]
    [InlineData("resend")]
    [InlineData("0a1b2c001@smtp-brevo.com")]
    [InlineData("noreply@shop.example.org")]
    [InlineData("synthetic.sender.0001@gmail.com")]
    [InlineData("test.orders@gmail.com")]
    [InlineData("setup@shop.example.org")]
    [InlineData("contest@shop.example.org")]
    [InlineData("support@testing.org")]
    [InlineData("a@shop.org")]

    // Hosts and numbers.
    [InlineData("smtp-relay.brevo.com")]
    [InlineData("587")]
    [InlineData("ab")]
    public void A_value_is_no_placeholder(string value) => Assert.False(Placeholders.IsPlaceholder(value));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("  \t\n")]

    // Brackets and substitutions.
    [InlineData("<smtp key>")]
    [InlineData("<SMTP_KEY>")]
    [InlineData("{smtpKey}")]
    [InlineData("{{ smtp_key }}")]
    [InlineData("${SMTP_KEY}")]
    [InlineData("prefix-${SMTP_KEY}")]
    [InlineData("$(SmtpKey)")]
    [InlineData("#{Smtp.Key}#")]
    [InlineData("%SMTP_KEY%")]
    [InlineData("__SMTP_KEY__")]
    [InlineData("@Microsoft.KeyVault(SecretUri=https://vault.example/secrets/smtp)")]
    [InlineData("  <key>  ")]

    // Words that begin.
    [InlineData("your-smtp-key")]
    [InlineData("YOUR_SMTP_KEY")]
    [InlineData("YourSmtpKey")]
    [InlineData("yoursmtpkey")]
    [InlineData("your-16-char-key")]
    [InlineData("your_key_abc123def")]
    [InlineData("your smtp password here")]
    [InlineData("yourfancykey")]
    [InlineData("[YOUR_KEY]")]
    [InlineData("set-in-user-secrets")]
    [InlineData("SetInUserSecrets")]
    [InlineData("SET_VIA_ENV")]
    [InlineData("set me")]
    [InlineData("setme")]
    [InlineData("enter-key-here")]
    [InlineData("Enter your password")]
    [InlineData("REPLACE_ME")]
    [InlineData("replaceme")]
    [InlineData("replace-with-real-key")]
    [InlineData("insert_key")]
    [InlineData("PUT_YOUR_KEY_HERE")]
    [InlineData("tu-clave-smtp")]
    [InlineData("VOTRE_CLE")]

    // Words anywhere.
    [InlineData("key")]
    [InlineData("Token")]
    [InlineData("todo")]
    [InlineData("TODO: key")]
    [InlineData("changeme")]
    [InlineData("change-me")]
    [InlineData("CHANGE_ME_NOW")]
    [InlineData("ChangeMe!")]
    [InlineData("changemeplease")]
    [InlineData("password")]
    [InlineData("Password")]
    [InlineData("password123")]
    [InlineData("password12345678")]
    [InlineData("smtp-password")]
    [InlineData("smtpPassword")]
    [InlineData("secret")]
    [InlineData("my-secret")]
    [InlineData("mysecretkey")]
    [InlineData("example")]
    [InlineData("example-key")]
    [InlineData("smtp.example.com")]
    [InlineData("sample_key")]
    [InlineData("test")]
    [InlineData("test1234")]
    [InlineData("test1234test1234")]
    [InlineData("testKey1234567890")]
    [InlineData("test-api-key")]
    [InlineData("fake-key")]
    [InlineData("FakeSmtpKey")]
    [InlineData("dummy")]
    [InlineData("placeholder")]
    [InlineData("PLACEHOLDER_KEY")]
    [InlineData("placeholder12345")]
    [InlineData("xxx")]
    [InlineData("smtp-xxxxx")]

    // One character, masked, cut off.
    [InlineData("xxxx-xxxx-xxxx")]
    [InlineData("****")]
    [InlineData("...")]
    [InlineData("-")]
    [InlineData("0000000000000000")]
    [InlineData("AbCd****")]
    [InlineData("AbCd0fGh...")]
    [InlineData("AbCd0fGh…")]
    [InlineData("xkeysib-")]
    [InlineData("xkeysib-your-key")]
    [InlineData("xkeysib-0123abcd")]
    [InlineData("XSMTPSIB-KEY")]
    [InlineData("xsmtpsib-...")]

    // Addresses.
    [InlineData("your-login@smtp-brevo.com")]
    [InlineData("your.email@gmail.com")]
    [InlineData("test@gmail.com")]
    [InlineData("example1@gmail.com")]
    [InlineData("<login>@smtp-brevo.com")]
    [InlineData("xxxxxx@smtp-brevo.com")]
    public void A_placeholder_is_no_value(string? value) => Assert.True(Placeholders.IsPlaceholder(value));

    [Fact]
    public void A_full_key_is_a_value_wherever_it_stands_unless_it_is_made_up()
    {
        Assert.False(Placeholders.IsPlaceholder(MadeUpKeys.Api));
        Assert.False(Placeholders.IsPlaceholder(" " + MadeUpKeys.Smtp + " "));
        Assert.False(Placeholders.IsPlaceholder("<" + MadeUpKeys.Smtp + ">"));
        Assert.False(Placeholders.IsPlaceholder("your-key: " + MadeUpKeys.Smtp));

        Assert.True(Placeholders.IsPlaceholder(MadeUpKeys.Fake("xkeysib-", '0', 'x')));
        Assert.True(Placeholders.IsPlaceholder(MadeUpKeys.Api.Substring(0, 80)));
    }

    [Fact]
    public void Random_keys_are_values()
    {
        const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
        var random = new System.Random(20240601);
        var key = new char[16];
        for (var i = 0; i < 50_000; i++)
        {
            for (var j = 0; j < key.Length; j++)
            {
                key[j] = Alphabet[random.Next(Alphabet.Length)];
            }

            var text = new string(key);
            Assert.False(Placeholders.IsPlaceholder(text), text);
        }
    }

    [Theory]
    [InlineData("my-company-secret-for-smtp")]
    [InlineData("Secret-Garden-1987")]
    [InlineData("{abc}")]
    public void Known_miss_words_that_could_be_a_password_are_taken_for_a_placeholder(string value) =>
        Assert.True(Placeholders.IsPlaceholder(value));
}
