using Xunit;
using static BrevoAnalyzers.Tests.Rules.SendSamples;

namespace BrevoAnalyzers.Tests.Rules;

public sealed class FailureSwallowedTests
{
    private const string Id = "BREVO5002";

    private static string Method(string statements) => Class($"public async Task RunAsync(bool again) {{ await Task.Yield(); {statements} }}");

    [Theory]
    [InlineData("try { await " + ByMailKit + "; } [|catch|] { }")]
    [InlineData("try { await " + BySystemNetMail + "; } [|catch|] { }")]
    [InlineData("try { await " + BySdk + "; } [|catch|] { }")]
    [InlineData("try { await " + ByHttp + "; } [|catch|] { }")]
    [InlineData("try { smtp.Send(mime); } [|catch|] (Exception) { }")]
    [InlineData("try { client.Send(mail); } [|catch|] (Exception exception) { }")]
    [InlineData("try { api.SendTransacEmail(email); } [|catch|] (ApiException) { // never mind\n }")]
    [InlineData("try { client.Send(mail); } [|catch|] (NetMail.SmtpException) { return; }")]
    [InlineData("try { smtp.Send(mime); } [|catch|] (Smtp.SmtpCommandException) { } [|catch|] (Smtp.SmtpProtocolException) { } catch (AuthenticationException) { throw; }")]
    [InlineData("try { smtp.Send(mime); } [|catch|] (TimeoutException) { }")]
    [InlineData("try { mime.Subject = again.ToString(); smtp.Send(mime); smtp.Disconnect(true); } [|catch|] { }")]
    [InlineData("try { smtp.Send(mime); logger.LogInformation(\"sent\"); } [|catch|] { }")]
    [InlineData("foreach (var one in new[] { mime }) { try { smtp.Send(one); } [|catch|] { } }")]
    [InlineData("try { try { smtp.Send(mime); } finally { smtp.Disconnect(true); } } [|catch|] { }")]
    [InlineData("try { using (var answer = await " + ByHttp + ") answer.EnsureSuccessStatusCode(); } [|catch|] (HttpRequestException) { }")]
    public void A_catch_that_does_nothing(string statements) => Verify.Reports(Id, Method(statements));

    [Theory]
    [InlineData("try { smtp.Send(mime); } catch (Exception e) { logger.LogError(e, \"no mail\"); }")]
    [InlineData("try { smtp.Send(mime); } catch { throw; }")]
    [InlineData("try { smtp.Send(mime); } catch (Exception e) { throw new InvalidOperationException(\"no mail\", e); }")]
    [InlineData("try { smtp.Send(mime); } catch { failures++; }")]
    [InlineData("try { smtp.Send(mime); } catch { Console.Error.WriteLine(\"no mail\"); }")]
    [InlineData("try { smtp.Send(mime); } catch (OperationCanceledException) { }")]
    [InlineData("try { await " + ByMailKit + "; } catch (TaskCanceledException) { }")]
    [InlineData("try { smtp.Send(mime); } catch (FormatException) { }")]
    [InlineData("try { smtp.Send(mime); } catch (ObjectDisposedException) { }")]
    [InlineData("try { smtp.Send(mime); } catch (Smtp.SmtpCommandException e) when (e.ErrorCode == Smtp.SmtpErrorCode.RecipientNotAccepted) { }")]
    [InlineData("try { smtp.Send(mime); } catch when (again) { }")]
    public void Catches_that_do_something_or_take_no_failure(string statements) => Verify.Silent(Id, Method(statements));

    [Theory]
    [InlineData("try { smtp.Send(mime); return; } catch { } await " + BySdk + ";")]
    [InlineData("var sent = false; try { smtp.Send(mime); sent = true; } catch { } if (!sent) await " + BySdk + ";")]
    [InlineData("for (var i = 0; i < 3; i++) { try { smtp.Send(mime); break; } catch { } await Task.Delay(1000); }")]
    [InlineData("for (var i = 0; i < 3; i++) { try { smtp.Send(mime); return; } catch { if (i == 2) throw; } }")]
    [InlineData("foreach (var one in new[] { mime }) { try { smtp.Send(one); } catch { continue; } }")]
    [InlineData("CreateSmtpEmail? answer = null; try { answer = await " + BySdk + "; } catch { } if (answer is null) logger.LogError(\"no mail\");")]
    public void The_catch_of_a_fallback_and_of_another_attempt(string statements) => Verify.Silent(Id, Method(statements));

    [Theory]
    [InlineData("try { smtp.Disconnect(true); } catch { }")]
    [InlineData("smtp.Send(mime); try { smtp.Disconnect(true); } catch { }")]
    [InlineData("try { System.IO.File.Delete(\"x\"); } catch { } finally { smtp.Send(mime); }")]
    [InlineData("try { } catch { smtp.Send(mime); }")]
    [InlineData("try { Action later = () => smtp.Send(mime); later(); } catch { }")]
    [InlineData("""try { await http.GetStringAsync("https://api.brevo.com/v3/account"); } catch { }""")]
    [InlineData("""try { await http.PostAsJsonAsync("https://api.mailer.example/v3/smtp/email", body); } catch { }""")]
    public void Catches_around_something_else(string statements) => Verify.Silent(Id, Method(statements));

    [Fact]
    public void Sends_through_other_providers() =>
        Verify.Silent(Id, Class("public void Run() { try { smtp.Send(mime); } catch { } try { client.Send(mail); } catch { } }", host: "smtp.mail.example"));

    [Fact]
    public void A_failure_that_is_returned() =>
        Verify.Silent(Id, Class("public bool Run() { try { smtp.Send(mime); return true; } catch { return false; } } public string? Why() { try { smtp.Send(mime); return null; } catch (Exception e) { return e.Message; } }"));

    [Fact]
    public void A_method_of_the_type_that_sends_counts_as_a_send() => Verify.Reports(Id, Class("""
        public async Task ConfirmAsync() { try { await SendCoreAsync(); } [|catch|] { } }
        public async Task RemindAsync() { try { await ThroughAsync(); } [|catch|] { } }
        public async Task WarnAsync() { try { await CarefulAsync(); } catch { } }
        public async Task WaitAsync() { try { await Task.Delay(1); } catch { } }
        private Task ThroughAsync() => SendCoreAsync();
        private async Task SendCoreAsync() { await smtp.SendAsync(mime); }
        private async Task CarefulAsync() { try { await smtp.SendAsync(mime); } catch (Exception e) { logger.LogError(e, "no mail"); } }
        """));

    [Fact]
    public void A_client_from_outside_in_a_type_named_after_Brevo() => Verify.Reports(Id, """
        using MailKit.Net.Smtp;
        using MimeKit;

        public sealed class BrevoMailer(ISmtpClient client)
        {
            public void Send(MimeMessage message) { try { client.Send(message); } [|catch|] { } }
        }

        public sealed class OtherMailer(ISmtpClient client)
        {
            public void Send(MimeMessage message) { try { client.Send(message); } catch { } }
        }
        """);

    [Fact]
    public void Half_typed_code_is_left_alone() => Verify.AllowingErrors.Silent(Id, Method("try { smtp.Send(; } catch { } try { } catch (Ex"));

    [Theory]
    [InlineData("try { await smtp.SendAsync(mime); } [|catch|] (Exception) when (!stop.IsCancellationRequested) { }")]
    [InlineData("try { await smtp.SendAsync(mime); } [|catch|] (Exception e) when (e is not OperationCanceledException) { }")]
    public void A_filter_that_leaves_out_cancellation_alone(string body) => Verify.Reports(Id, Class("public async Task Run(System.Threading.CancellationToken stop) { " + body + " }"));

    [Theory]
    [InlineData("try { await smtp.SendAsync(mime); } catch (Exception e) when (Log(e)) { }")]
    [InlineData("try { await smtp.SendAsync(mime); } catch (Exception e) when (e is not OperationCanceledException && Log(e)) { }")]
    [InlineData("try { await smtp.SendAsync(mime); } catch (Exception e) when (e is OperationCanceledException) { }")]
    public void A_filter_that_may_take_note(string body) => Verify.Silent(Id, Class("private static bool Log(Exception e) { Console.WriteLine(e); return true; } public async Task Run() { " + body + " }"));
}
