using Xunit;

namespace BrevoAnalyzers.Tests.Rules;

/// <summary>BREVO5001 of FluentEmail: errors come back in SendResponse and are not thrown.</summary>
public sealed class SendResponseIgnoredTests
{
    private const string Id = "BREVO5001";

    private static string[] Project(string statements, string host = "smtp-relay.brevo.com", string setup = "") => [SendNotAwaitedTests.FluentSetup(host) + setup, $$"""
        using FluentEmail.Core;
        using FluentEmail.Core.Models;
        // brevo
        public sealed class Confirmation(IFluentEmail email)
        {
            private SendResponse? last;

            public async Task<SendResponse?> RunAsync()
            {
                await Task.Yield();
                {{statements}}
                return null;
            }
        }
        """];

    [Theory]
    [InlineData("await [|email.To(\"ann@example.org\").SendAsync()|];")]
    [InlineData("[|email.Send()|];")]
    [InlineData("var response = await [|email.SendAsync()|];")]
    [InlineData("_ = [|email.Send()|];")]
    [InlineData("[|email.SendAsync()|].Wait();")]
    [InlineData("await [|email.SendAsync()|].ConfigureAwait(false);")]
    public void Nobody_looks(string statements) => Verify.Reports(Id, Project(statements));

    [Theory]
    [InlineData("var response = await email.SendAsync(); if (!response.Successful) throw new InvalidOperationException(string.Join(\", \", response.ErrorMessages));")]
    [InlineData("return await email.SendAsync();")]
    [InlineData("last = await email.SendAsync();")]
    [InlineData("Console.WriteLine(email.Send().MessageId);")]
    [InlineData("email.SendAsync();")]
    public void Somebody_looks_or_the_task_is_dropped_altogether(string statements) => Verify.Silent(Id, Project(statements));

    [Fact]
    public void Another_host() => Verify.Silent(Id, Project("email.Send();", host: "smtp.mail.example"));

    [Fact]
    public void A_project_with_a_second_sender() =>
        Verify.Silent(Id, Project("email.Send();", setup: "\npublic static class More { public static void AddSendGridSender() { } }"));

    [Fact]
    public void A_project_that_sets_FluentEmail_up_nowhere() => Verify.Silent(Id, Project("email.Send();")[1]);
}
