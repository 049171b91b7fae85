using System.Threading.Tasks;
using BrevoAnalyzers.CodeFixes;
using BrevoAnalyzers.Tests.Fixes.Infrastructure;
using Xunit;

namespace BrevoAnalyzers.Tests.Fixes;

/// <summary>BREVO2010.</summary>
public class SecretLoggedFixTests
{
    private static VerifyFix Of(string source) => new(new KeepSecretOutOfLog(), "BREVO2010", source);

    private static string Mailer(string logging) =>
        $$"""
        using System;
        using MailKit.Net.Smtp;
        using MailKit.Security;
        using Microsoft.Extensions.Logging;
        using MimeKit;

        class Mailer(ILogger<Mailer> logger)
        {
            void Send(SmtpClient client, MimeMessage message, string login, string key)
            {
                {{logging}}client.Connect("smtp-relay.brevo.com", 587, SecureSocketOptions.StartTls);
                client.Authenticate(login, key);
                client.Send(message);
                logger.LogInformation("Sent");
            }
        }
        """;

    [Theory]
    [InlineData("Console.WriteLine($\"{login}: {key}!\");", "Console.WriteLine($\"{login}: !\");")]
    [InlineData("Console.WriteLine(\"Key \" + key);", "Console.WriteLine(\"Key \");")]
    [InlineData("Console.WriteLine(\"Key \" + key + \" of \" + login);", "Console.WriteLine(\"Key \" + \" of \" + login);")]
    [InlineData("logger.LogInformation(\"{Login} has {Key} /\", login, key);", "logger.LogInformation(\"{Login} has /\", login);")]
    [InlineData("logger.LogInformation(\"{Key} of {Login}\", key, login);", "logger.LogInformation(\" of {Login}\", login);")]
    [InlineData("logger.LogError(new Exception(), \"Key {Key}\", key);", "logger.LogError(new Exception(), \"Key\");")]
    public async Task The_secret_leaves_the_text(string logging, string expected)
    {
        var fix = Of(Mailer(logging + " // now\n        "));
        Assert.Equal(["Leave the secret out"], await fix.TitlesAsync());
        Assert.Equal(["KeepSecretOutOfLog"], await fix.KeysAsync());
        Assert.Equal(Mailer(expected + " // now\n        "), await fix.FixAsync());
    }

    [Fact]
    public async Task What_says_nothing_else_goes() => Assert.Equal(Mailer(""), await Of(Mailer("Console.WriteLine(key);\n        ")).FixAsync());

    [Fact]
    public async Task All_at_once()
    {
        var source = Mailer("Console.WriteLine($\"{key} {key}\");\n        Console.WriteLine(key);\n        ").ReplaceLineEndings("\r\n");
        Assert.Equal(Mailer("Console.WriteLine($\" \");\n        ").ReplaceLineEndings("\r\n"), await Of(source).FixAllAsync());
    }

    [Theory]
    [InlineData("Console.WriteLine(\"{0} {1}\", key, login);")]
    [InlineData("if (login == \"\") Console.WriteLine(key);")]
    [InlineData("if (login == \"\") throw new Exception(key);")]
    public Task Offers_nothing_where_more_would_have_to_change(string logging) => Of(Mailer(logging + "\n        ")).OffersNothingAsync();
}
