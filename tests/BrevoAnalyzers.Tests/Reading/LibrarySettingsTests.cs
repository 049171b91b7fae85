using System.Linq;
using Microsoft.CodeAnalysis;
using Xunit;

namespace BrevoAnalyzers.Tests.Reading;

/// <summary>Libraries that carry SMTP settings of their own, with what their flags and defaults mean.</summary>
public sealed class LibrarySettingsTests
{
    [Fact]
    public void FluentEmail_MailKit_defaults() => Expect.Findings("""
        using FluentEmail.MailKitSmtp;
        using Microsoft.Extensions.DependencyInjection;

        static class Setup
        {
            static void PortIsNeverSet(FluentEmailServicesBuilder builder, string user, string key) => builder.AddMailKitSender(
                new SmtpClientOptions // BREVO1001
                {
                    Server = "smtp-relay.brevo.com",
                    User = user,
                    Password = key,
                    RequiresAuthentication = true,
                    SocketOptions = MailKit.Security.SecureSocketOptions.StartTls,
                });

            static void NobodyLogsIn(FluentEmailServicesBuilder builder, string user, string key) => builder.AddMailKitSender(
                new SmtpClientOptions // BREVO2006
                {
                    Server = "smtp-relay.brevo.com",
                    Port = 587,
                    User = user,
                    Password = key,
                    SocketOptions = MailKit.Security.SecureSocketOptions.StartTls,
                });

            static void UpgradesIfItCan(FluentEmailServicesBuilder builder, string user, string key) => builder.AddMailKitSender(
                new SmtpClientOptions { Server = "smtp-relay.brevo.com", Port = 587, User = user, Password = key, RequiresAuthentication = true }); // BREVO1004

            static void Right(FluentEmailServicesBuilder builder, string user, string key) => builder.AddMailKitSender(new SmtpClientOptions
            {
                Server = "smtp-relay.brevo.com",
                Port = 465,
                User = user,
                Password = key,
                RequiresAuthentication = true,
                UseSsl = true,
            });

            static void Other(FluentEmailServicesBuilder builder) =>
                builder.AddMailKitSender(new SmtpClientOptions { Server = "localhost", User = "a", Password = "AbCdEfGh12345678" });
        }
        """);

    [Fact]
    public void FluentEmail_UseSsl_is_implicit_TLS() => Expect.Findings("""
        using FluentEmail.MailKitSmtp;

        static class Setup
        {
            static MailKitSender Wrong(string user, string key)
            {
                var options = new SmtpClientOptions { Server = "smtp-relay.brevo.com", User = user, Password = key, RequiresAuthentication = true };
                options.Port = 587; // BREVO1002
                options.UseSsl = true;
                return new MailKitSender(options);
            }

            static MailKitSender Overruled(string user, string key) => new(new SmtpClientOptions
            {
                Server = "smtp-relay.brevo.com",
                Port = 587,
                UseSsl = true,
                SocketOptions = MailKit.Security.SecureSocketOptions.StartTls,
                User = user,
                Password = key,
                RequiresAuthentication = true,
            });
        }
        """);

    [Fact]
    public void FluentEmail_options_that_others_complete() => Expect.Findings("""
        using FluentEmail.MailKitSmtp;

        static class Setup
        {
            public static SmtpClientOptions Make(string user, string key) => new() { Server = "smtp-relay.brevo.com", User = user, Password = key, UseSsl = true };

            public static SmtpClientOptions Pickup() => new() { Server = "smtp-relay.brevo.com", Port = 25, UsePickupDirectory = true };
        }
        """);

    [Fact]
    public void FluentEmail_senders() => Expect.Findings("""
        using FluentEmail.MailKitSmtp;
        using Microsoft.Extensions.DependencyInjection;

        static class Setup
        {
            static void Add(IServiceCollection services, string user, string key) => services
                .AddFluentEmail("someone@gmail.com") // BREVO3002
                .AddMailKitSender(new SmtpClientOptions
                {
                    Server = "smtp-relay.brevo.com",
                    Port = 465,
                    UseSsl = true,
                    User = user,
                    Password = key,
                    RequiresAuthentication = true,
                });
        }

        static class Mails
        {
            static void Send() => FluentEmail.Core.Email.From("0a1b2c001@smtp-brevo.com").To("a@example.org"); // BREVO3001

            static void SendRight() => FluentEmail.Core.Email.From("orders@shop.example").To("someone@gmail.com").SetFrom("billing@shop.example");
        }
        """);

    [Fact]
    public void FluentEmail_senders_of_two_ways_are_left_alone() => Expect.Findings("""
        using FluentEmail.MailKitSmtp;
        using Microsoft.Extensions.DependencyInjection;

        static class Setup
        {
            static void Add(IServiceCollection services, string user, string key)
            {
                services.AddFluentEmail("someone@gmail.com").AddMailKitSender(new SmtpClientOptions { Server = "smtp.gmail.com", Port = 587, User = user, Password = key });
                services.AddFluentEmail("orders@shop.example").AddMailKitSender(new SmtpClientOptions
                {
                    Server = "smtp-relay.brevo.com",
                    Port = 465,
                    UseSsl = true,
                    User = user,
                    Password = key,
                    RequiresAuthentication = true,
                });
            }
        }
        """);

    [Fact]
    public void FluentEmail_Smtp() => Expect.Findings("""
        using System.Net;
        using System.Net.Mail;
        using FluentEmail.Smtp;
        using Microsoft.Extensions.DependencyInjection;

        static class Setup
        {
            static void WithoutLogin(FluentEmailServicesBuilder builder) =>
                builder.AddSmtpSender("smtp-relay.brevo.com", 587); // BREVO2006

            static void Implicit(FluentEmailServicesBuilder builder, string user, string key) =>
                builder.AddSmtpSender("smtp-relay.brevo.com", 465, user, key); // BREVO1002

            static void Right(FluentEmailServicesBuilder builder, string user, string key) =>
                builder.AddSmtpSender("smtp-relay.brevo.com", 587, user, key);

            static void Local(FluentEmailServicesBuilder builder) => builder.AddSmtpSender("localhost", 25);
        }

        static class Clients
        {
            static SmtpSender InClear(string user, string key) => new(() =>
                new SmtpClient("smtp-relay.brevo.com", 587) { Credentials = new NetworkCredential(user, key) }); // BREVO1003

            static SmtpSender Right(string user, string key) => new(() =>
                new SmtpClient("smtp-relay.brevo.com", 587) { EnableSsl = true, Credentials = new NetworkCredential(user, key) });
        }
        """);

    [Fact]
    public void Serilog() => Expect.Findings("""
        using System.Net;
        using MailKit.Security;
        using Serilog;
        using Serilog.Sinks.Email;

        static class Setup
        {
            static void PortIsNeverSet(LoggerConfiguration logger, string user, string key) =>
                logger.WriteTo.Email("app@shop.example", "ops@shop.example", "smtp-relay.brevo.com", connectionSecurity: SecureSocketOptions.StartTls, credentials: new NetworkCredential(user, key)); // BREVO1001

            static void Upgrades(LoggerConfiguration logger, string user, string key) =>
                logger.WriteTo.Email("app@shop.example", "ops@shop.example", "smtp-relay.brevo.com", 587, credentials: new NetworkCredential(user, key)); // BREVO1004

            static void Options(LoggerConfiguration logger, string user) => logger.WriteTo.Email(new EmailSinkOptions
            {
                Host = "smtp-relay.brevo.com",
                Port = 25, // BREVO1001
                From = "someone@gmail.com", // BREVO3002
                ConnectionSecurity = SecureSocketOptions.None, // BREVO1003
                Credentials = new NetworkCredential(user, "AbCdEfGh12345678"), // BREVO2004
            });

            static void Right(LoggerConfiguration logger, string user, string key)
            {
                logger.WriteTo.Email("app@shop.example", "someone@gmail.com", "smtp-relay.brevo.com", 587, SecureSocketOptions.StartTls, new NetworkCredential(user, key));
                logger.WriteTo.Email("app@shop.example", "ops@shop.example", "localhost");
                logger.WriteTo.Email(new EmailSinkOptions { Host = "mail.example.org", From = "someone@gmail.com" });
            }
        }
        """);

    [Fact]
    public void NLog() => Expect.Findings("""
        using MailKit.Security;
        using NLog.MailKit;

        static class Setup
        {
            static void Add(System.Action<MailTarget> add, string user, string key)
            {
                add(new MailTarget
                {
                    SmtpServer = "smtp-relay.brevo.com",
                    SmtpPort = 587, // BREVO1002
                    EnableSsl = true,
                    SmtpAuthentication = SmtpAuthenticationMode.Basic,
                    SmtpUserName = user,
                    SmtpPassword = key,
                });
                add(new MailTarget
                {
                    SmtpServer = "smtp-relay.brevo.com",
                    SmtpPort = 25, // BREVO1001
                    SmtpAuthentication = SmtpAuthenticationMode.Basic,
                    SmtpUserName = user,
                    SmtpPassword = "AbCdEfGh12345678", // BREVO2004
                    From = "someone@gmail.com", // BREVO3002
                });
                add(new MailTarget
                {
                    SmtpServer = "smtp-relay.brevo.com",
                    SmtpPort = 587,
                    SecureSocketOption = SecureSocketOptions.StartTls,
                    SmtpAuthentication = SmtpAuthenticationMode.Basic,
                    SmtpUserName = user,
                    SmtpPassword = key,
                    From = "app@shop.example",
                    To = "someone@gmail.com",
                });
                add(new MailTarget { SmtpServer = "${gdc:server}", SmtpPort = 25, From = "someone@gmail.com" });
            }
        }
        """);

    [Fact]
    public void NLog_without_authentication() => Expect.Findings("""
        using MailKit.Security;
        using NLog.MailKit;

        static class Setup
        {
            static void Add(string user, string key)
            {
                var target = new MailTarget("mail") // BREVO2006
                {
                    SmtpServer = "smtp-relay.brevo.com",
                    SmtpPort = 587,
                    SecureSocketOption = SecureSocketOptions.StartTls,
                    SmtpUserName = user,
                    SmtpPassword = key,
                };
            }
        }
        """);

    [Fact]
    public void Umbraco() => Expect.Findings("""
        using Umbraco.Cms.Core.Configuration.Models;

        static class Setup
        {
            static SmtpSettings Wrong(string user, string key) => new()
            {
                Host = "smtp-relay.brevo.com",
                Port = 465, // BREVO1002
                SecureSocketOptions = SecureSocketOptions.StartTls,
                Username = user,
                Password = key,
                From = "someone@gmail.com", // BREVO3002
            };

            static SmtpSettings Right(string user, string key) => new()
            {
                Host = "smtp-relay.brevo.com",
                Port = 465,
                SecureSocketOptions = SecureSocketOptions.SslOnConnect,
                Username = user,
                Password = key,
                From = "app@shop.example",
            };
        }
        """);

    private const string AbpSettings = """
        using System.Threading.Tasks;
        using Volo.Abp.Emailing;

        public interface ISettingManager { Task SetGlobalAsync(string name, string value); }

        class Seed
        {
            async Task Wrong(ISettingManager settings, string user)
            {
                await settings.SetGlobalAsync(EmailSettingNames.Smtp.Host, "smtp-relay.brevo.com");
                await settings.SetGlobalAsync(EmailSettingNames.Smtp.Port, "25"); // BREVO1001
                await settings.SetGlobalAsync(EmailSettingNames.Smtp.UserName, user);
                await settings.SetGlobalAsync(EmailSettingNames.Smtp.Password, "AbCdEfGh12345678"); // BREVO2004
                await settings.SetGlobalAsync(EmailSettingNames.DefaultFromAddress, "someone@gmail.com"); // BREVO3002
                await settings.SetGlobalAsync(EmailSettingNames.Smtp.UseDefaultCredentials, "true"); // BREVO2006
            }

            async Task Right(ISettingManager settings, string user, string key)
            {
                await settings.SetGlobalAsync(EmailSettingNames.Smtp.Host, "smtp-relay.brevo.com");
                await settings.SetGlobalAsync(EmailSettingNames.Smtp.Port, "587");
                await settings.SetGlobalAsync(EmailSettingNames.Smtp.UserName, user);
                await settings.SetGlobalAsync(EmailSettingNames.Smtp.Password, key);
                await settings.SetGlobalAsync(EmailSettingNames.Smtp.UseDefaultCredentials, "false");
                await settings.SetGlobalAsync(EmailSettingNames.DefaultFromAddress, "orders@shop.example");
            }

            async Task Other(ISettingManager settings)
            {
                await settings.SetGlobalAsync(EmailSettingNames.Smtp.Host, "localhost");
                await settings.SetGlobalAsync(EmailSettingNames.Smtp.Port, "25");
                await settings.SetGlobalAsync(EmailSettingNames.Smtp.UserName, "");
            }
        }
        """;

    [Fact]
    public void Abp_settings_by_name() => Expect.Findings(AbpSettings);

    [Fact]
    public void Abp_setting_definitions() => Expect.Findings("""
        using Volo.Abp.Emailing;

        public class SettingDefinition { public SettingDefinition(string name, string defaultValue) { } public string DefaultValue { get; set; } = ""; }

        public class Definitions { public void Add(params SettingDefinition[] all) { } public SettingDefinition GetOrNull(string name) => null!; }

        class Provider
        {
            void Define(Definitions context)
            {
                context.Add(
                    new SettingDefinition(EmailSettingNames.Smtp.Host, "smtp-relay.brevo.com"),
                    new SettingDefinition(EmailSettingNames.Smtp.Port, "26"), // BREVO1001
                    new SettingDefinition(EmailSettingNames.Smtp.UserName, ""));
            }

            void Change(Definitions context)
            {
                context.GetOrNull(EmailSettingNames.Smtp.Host).DefaultValue = "smtp-relay.brevo.com";
                context.GetOrNull(EmailSettingNames.Smtp.Port)!.DefaultValue = "25"; // BREVO1001
                context.GetOrNull("Abp.Mailing.Smtp.UserName").DefaultValue = "";
            }
        }
        """);

    private const string AbpFlags = """
        using Volo.Abp.Emailing;

        public interface ISettingManager { void Set(string name, string value); }

        class Seed
        {
            void On(ISettingManager settings, string user, string key)
            {
                settings.Set(EmailSettingNames.Smtp.Host, "smtp-relay.brevo.com");
                settings.Set(EmailSettingNames.Smtp.Port, "587"); // MAILKIT
                settings.Set(EmailSettingNames.Smtp.UserName, user);
                settings.Set(EmailSettingNames.Smtp.Password, key);
                settings.Set(EmailSettingNames.Smtp.EnableSsl, "true");
            }

            void Off(ISettingManager settings, string user, string key)
            {
                settings.Set(EmailSettingNames.Smtp.Host, "smtp-relay.brevo.com");
                settings.Set(EmailSettingNames.Smtp.Port, "465"); // MAILKIT
                settings.Set(EmailSettingNames.Smtp.UserName, user);
                settings.Set(EmailSettingNames.Smtp.Password, key);
                settings.Set(EmailSettingNames.Smtp.EnableSsl, "false"); // SYSTEMNETMAIL
            }
        }
        """;

    [Fact]
    public void Abps_flag_is_implicit_TLS_with_its_MailKit_module() => Expect.Findings(AbpFlags.Replace("MAILKIT", "BREVO1002"));

    [Fact]
    public void Abps_MailKit_module_may_choose_the_mode_elsewhere() => Expect.Findings(AbpFlags, """
        class Module { void Configure(Volo.Abp.MailKit.AbpMailKitOptions options) => options.SecureSocketOption = MailKit.Security.SecureSocketOptions.Auto; }
        """);

    [Fact]
    public void Abps_flag_is_STARTTLS_without_the_module()
    {
        const string Names = """
            namespace Volo.Abp.Emailing;
            public static class EmailSettingNames
            {
                public static class Smtp
                {
                    public const string Host = "Abp.Mailing.Smtp.Host";
                    public const string Port = "Abp.Mailing.Smtp.Port";
                    public const string UserName = "Abp.Mailing.Smtp.UserName";
                    public const string Password = "Abp.Mailing.Smtp.Password";
                    public const string EnableSsl = "Abp.Mailing.Smtp.EnableSsl";
                }
            }
            """;
        var source = AbpFlags.Replace("// MAILKIT", "").Replace("SYSTEMNETMAIL", "BREVO1003").Replace("\"465\");", "\"465\"); // BREVO1002");
        var compilation = AnalyzerRun.Compile(source, Names);
        var abp = compilation.References.Single(reference => reference.Display == "Volo.Abp.Emailing.dll");
        Expect.Findings(compilation.RemoveReferences(abp), null, source, Names);
    }
}
