using Xunit;
using static BrevoAnalyzers.Tests.MailCodeSamples;

namespace BrevoAnalyzers.Tests.Rules;

public sealed class CertificateValidationDisabledTests
{
    private const string Id = "BREVO1007";

    private const string Session = """client.Connect("smtp-relay.brevo.com", 587, SecureSocketOptions.StartTls); client.Authenticate(login, key); client.Send(message);""";

    [Theory]
    [InlineData("using var client = new SmtpClient(); client.ServerCertificateValidationCallback = [|(s, c, h, e) => true|];")]
    [InlineData("using var client = new SmtpClient { ServerCertificateValidationCallback = [|(s, c, h, e) => true|] };")]
    [InlineData("using var client = new SmtpClient { ServerCertificateValidationCallback = [|delegate { return true; }|] };")]
    [InlineData("using var client = new SmtpClient(); client.ServerCertificateValidationCallback = [|(_, _, _, errors) => { Console.WriteLine(errors); return true; }|];")]
    [InlineData("using var client = new SmtpClient(); client.ServerCertificateValidationCallback = [|(_, certificate, _, _) => certificate is not null|];")]
    [InlineData("using var client = new SmtpClient(); client.ServerCertificateValidationCallback = [|(_, certificate, _, _) => certificate != null|];")]
    public void MailKit_callbacks_that_accept_everything(string create) => Verify.Reports(Id, InMailKitMethod(create + Session));

    [Fact]
    public void MailKit_method_as_callback() => Verify.Reports(Id, "using System.Net.Security;\nusing System.Security.Cryptography.X509Certificates;\n" + MailKitUsings + """
        public class Mailer
        {
            private static bool Accept(object s, X509Certificate? c, X509Chain? h, SslPolicyErrors e) => true;

            public void Send(MimeMessage message, string login, string key)
            {
                using var client = new SmtpClient();
                client.ServerCertificateValidationCallback = [|Accept|];
                SESSION
            }
        }
        """.Replace("SESSION", Session));

    [Theory]
    [InlineData("ServicePointManager.ServerCertificateValidationCallback = [|(s, c, h, e) => true|];")]
    [InlineData("ServicePointManager.ServerCertificateValidationCallback += [|(s, c, h, e) => true|];")]
    [InlineData("ServicePointManager.ServerCertificateValidationCallback = [|delegate { return true; }|];")]
    public void SystemNetMail_obeys_the_process_wide_callback(string statement) => Verify.Reports(Id, InSystemNetMailMethod("#pragma warning disable SYSLIB0014\n" + statement + """
        using var client = new SmtpClient("smtp-relay.brevo.com", 587) { EnableSsl = true, Credentials = new NetworkCredential(login, key) };
        client.Send(message);
        """));

    private static string StartUp(string statement) => $$"""
        #pragma warning disable SYSLIB0014
        public static class Start { public static void Up(bool isDevelopment) { {{statement}} } }
        """;

    private static readonly string s_sending = InSystemNetMailMethod("""
        using var client = {|BREVO1007:new SmtpClient("smtp-relay.brevo.com", 587)|};
        client.EnableSsl = true;
        client.Credentials = new NetworkCredential(login, key);
        client.Send(message);
        """);

    [Fact]
    public void The_process_wide_callback_that_another_file_sets() => Verify.Reports(Id, s_sending, StartUp("System.Net.ServicePointManager.ServerCertificateValidationCallback = (s, c, h, e) => true;"));

    [Theory]
    [InlineData("if (isDevelopment) System.Net.ServicePointManager.ServerCertificateValidationCallback = (s, c, h, e) => true;")]
    [InlineData("System.Net.ServicePointManager.ServerCertificateValidationCallback = (s, c, h, e) => e == System.Net.Security.SslPolicyErrors.None;")]
    public void Process_wide_callbacks_for_development_or_that_look(string statement) => Verify.Silent(Id, s_sending.Replace("{|BREVO1007:", "").Replace("|}", ""), StartUp(statement));

    [Theory]
    [InlineData("using var client = new SmtpClient();")]
    [InlineData("using var client = new SmtpClient { ServerCertificateValidationCallback = null };")]
    [InlineData("using var client = new SmtpClient { ServerCertificateValidationCallback = (s, c, h, e) => e == System.Net.Security.SslPolicyErrors.None };")]
    [InlineData("using var client = new SmtpClient { ServerCertificateValidationCallback = (s, c, h, e) => false };")]
    [InlineData("using var client = new SmtpClient { ServerCertificateValidationCallback = (s, c, h, e) => { if (e != 0) return false; return true; } };")]
    [InlineData("""using var client = new SmtpClient { ServerCertificateValidationCallback = (s, c, h, e) => c!.GetCertHashString() == "0A1B" };""")]
    [InlineData("using var client = new SmtpClient { ServerCertificateValidationCallback = (s, c, h, e) => dev };")]
    [InlineData("using var other = new SmtpClient { ServerCertificateValidationCallback = (s, c, h, e) => true }; using var client = new SmtpClient();")]
    [InlineData("using var client = new SmtpClient { ServerCertificateValidationCallback = (s, c, h, e) => true }; client.ServerCertificateValidationCallback = null;")]
    [InlineData("ServicePointManager.ServerCertificateValidationCallback = (s, c, h, e) => true; using var client = new SmtpClient();")]
    public void Callbacks_that_look_and_clients_without_one(string create) => Verify.Silent(Id, InMailKitMethod(create + Session));

    [Theory]
    [InlineData("smtp.gmail.com")]
    [InlineData("localhost")]
    public void Other_hosts(string host) => Verify.Silent(Id, InMailKitMethod(
        "using var client = new SmtpClient { ServerCertificateValidationCallback = (s, c, h, e) => true };" + Session.Replace("smtp-relay.brevo.com", host)));

    [Fact]
    public void For_the_other_host_only() => Verify.Silent(Id, InMailKitMethod("""
        using var client = new SmtpClient();
        if (dev)
        {
            client.ServerCertificateValidationCallback = (s, c, h, e) => true;
            client.Connect("mail.intern.company.com", 587, SecureSocketOptions.StartTls);
        }
        else
        {
            client.Connect("smtp-relay.brevo.com", 587, SecureSocketOptions.StartTls);
        }

        client.Authenticate(login, key);
        client.Send(message);
        """));

    private const string Tolerant = """
        public class BrevoOptions { public bool IgnoreCertificates { get; set; } public bool IsOnPremises { get; set; } = true; public bool TrustsAll { get; set; } public bool Checks { get => !TrustsAll; set { TrustsAll = !value; } } public string Login { get; set; } = ""; public string Key { get; set; } = ""; }
        """;

    [Theory]
    [InlineData("if (_options.IgnoreCertificates) client.ServerCertificateValidationCallback = (s, c, h, e) => true;")]
    [InlineData("if (!_options.IsOnPremises) { client.CheckCertificateRevocation = false; client.ServerCertificateValidationCallback = (s, c, h, e) => true; }")]
    [InlineData("client.ServerCertificateValidationCallback = _options.IgnoreCertificates ? (s, c, h, e) => true : null;")]
    [InlineData("if (_options.TrustsAll) client.ServerCertificateValidationCallback = (s, c, h, e) => true;")]
    public void Callbacks_for_a_setting_that_nothing_states(string statement) => Verify.Silent(Id, UnderOptions(statement), Tolerant);

    [Theory]
    [InlineData("if (_options.IsOnPremises) client.ServerCertificateValidationCallback = (s, c, h, e) => true;")]
    [InlineData("if (!client.IsConnected) client.ServerCertificateValidationCallback = (s, c, h, e) => true;")]
    [InlineData("if (_options.Login.Length > 0) client.ServerCertificateValidationCallback = (s, c, h, e) => true;")]
    [InlineData("if (!_options.IgnoreCertificates || _options.IsOnPremises) client.ServerCertificateValidationCallback = (s, c, h, e) => true;")]
    public void Callbacks_for_a_setting_that_is_on_by_default_or_for_none(string statement) =>
        Assert.Single(AnalyzerRun.Findings(AnalyzerRun.Compile(UnderOptions(statement), Tolerant)), finding => finding.Id == Id);

    private static string UnderOptions(string statement) => $$"""
        using MailKit.Net.Smtp; using MailKit.Security; using MimeKit;
        public class Mailer
        {
            private readonly BrevoOptions _options;
            public Mailer(BrevoOptions options) => _options = options;
            public void Send(MimeMessage message)
            {
                using var client = new SmtpClient();
                {{statement}}
                client.Connect("smtp-relay.brevo.com", 587, SecureSocketOptions.StartTls);
                client.Authenticate(_options.Login, _options.Key);
                client.Send(message);
            }
        }
        """;
}
