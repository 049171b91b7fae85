using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using BrevoAnalyzers.Model;
using BrevoAnalyzers.Values;
using Microsoft.CodeAnalysis;

namespace BrevoAnalyzers.Reading;

/// <summary>
/// The settings classes of libraries that send through MailKit: their names, and what their flags and defaults mean.
/// Sources: FluentEmail's MailKitSender, Serilog.Sinks.Email's EmailSinkOptions, NLog.MailKit's MailTarget.
/// </summary>
internal static class LibrarySettings
{
    /// <summary>Whether a type is, or derives from, one of them.</summary>
    public static bool IsKnown(ITypeSymbol type) => NameOf(type) is not null;

    public static SessionDraft? Read(SettingsObject settings, ITypeSymbol type) => NameOf(type) switch
    {
        "SmtpClientOptions" => FluentEmail(settings),
        "EmailSinkOptions" => Serilog(settings),
        "MailTarget" => NLog(settings),
        _ => null,
    };

    private static string? NameOf(ITypeSymbol type)
    {
        for (ITypeSymbol? current = type; current is not null; current = current.BaseType)
        {
            var isKnown = current.Name switch
            {
                "SmtpClientOptions" => MailTypes.IsIn(current, "MailKitSmtp", "FluentEmail"),
                "EmailSinkOptions" => MailTypes.IsIn(current, "Email", "Sinks", "Serilog"),
                "MailTarget" => MailTypes.IsIn(current, "MailKit", "NLog"),
                _ => false,
            };
            if (isKnown)
                return current.Name;
        }

        return null;
    }

    /// <summary><c>SocketOptions</c> decides; without it <c>UseSsl</c> is MailKit's flag: false upgrades if it can.</summary>
    private static SessionDraft? FluentEmail(SettingsObject settings)
    {
        if (settings.SetHere.ContainsKey("UsePickupDirectory"))
            return null;

        var tls = Either(settings.Ask("SocketOptions"), () => Flag(settings, "UseSsl", TlsMode.StartTlsWhenAvailable));
        return new SessionDraft(settings.Start)
        {
            Library = SmtpLibrary.MailKit,
            Here = settings.Here,
            Host = settings.Value("Server"),
            Port = settings.Value("Port"),
            Tls = Tls(settings, tls, "SocketOptions", "UseSsl"),
            TlsNotation = Notation(settings, "SocketOptions"),
            Login = settings.Value("User"),
            Password = settings.Value("Password"),
            Authentication = settings.Value("RequiresAuthentication"),
            NamedBy = settings.NamedBy,
            LeavesUnfinished = settings.LeavesUnfinished,
        };
    }

    private static SessionDraft Serilog(SettingsObject settings) => new(settings.Start)
    {
        Library = SmtpLibrary.MailKit,
        Here = settings.Here,
        Host = settings.Value("Host"),
        Port = settings.Value("Port"),
        Tls = Tls(settings, Either(settings.Ask("ConnectionSecurity"), () => Default(settings, TlsMode.Auto)), "ConnectionSecurity"),
        TlsNotation = Notation(settings, "ConnectionSecurity"),
        Login = settings.Value("Credentials", settings.Ask("Credentials", "UserName")),
        Password = settings.Value("Credentials", settings.Ask("Credentials", "Password")),
        Senders = Sender(settings, "From"),
        NamedBy = settings.NamedBy,
        LeavesUnfinished = settings.LeavesUnfinished,
    };

    /// <summary><c>EnableSsl = true</c> is implicit TLS and wins over <c>SecureSocketOption</c>; nobody logs in unless <c>SmtpAuthentication</c> says so.</summary>
    private static SessionDraft NLog(SettingsObject settings)
    {
        var authentication = SettingValues.Map(settings.Ask("SmtpAuthentication"), value => value is int mode ? mode != 0 : null);
        return new SessionDraft(settings.Start)
        {
            Library = SmtpLibrary.MailKit,
            Here = settings.Here,
            Host = settings.Value("SmtpServer"),
            Port = settings.Value("SmtpPort", SettingValues.Ports(settings.Ask("SmtpPort"))),
            Tls = Tls(settings, NLogMode(settings), "EnableSsl", "SecureSocketOption"),
            TlsNotation = settings.SetHere.ContainsKey("EnableSsl") ? TlsNotation.Setting : Notation(settings, "SecureSocketOption"),
            Login = settings.Value("SmtpUserName"),
            Password = settings.Value("SmtpPassword"),
            Authentication = settings.Value("SmtpAuthentication", authentication),
            Senders = Sender(settings, "From"),
            NamedBy = settings.NamedBy,
            LeavesUnfinished = settings.LeavesUnfinished,
        };
    }

    private static ValueSet NLogMode(SettingsObject settings)
    {
        var otherwise = Either(settings.Ask("SecureSocketOption"), () => Default(settings, TlsMode.StartTlsWhenAvailable));
        var modes = ImmutableArray.CreateBuilder<Possibility>();
        foreach (var flag in SettingValues.Flags(settings.Ask("EnableSsl")))
        {
            if (flag is { IsConstant: true, Value: true })
                modes.Add(flag.WithValue((int)TlsMode.SslOnConnect));
            else if (flag.Kind == PossibilityKind.Unset || flag.IsConstant)
                AddAll(modes, otherwise, flag.Guards);
            else
                modes.Add(flag);
        }

        return new ValueSet(modes.ToImmutable());
    }

    private static ValueSet Flag(SettingsObject settings, string member, TlsMode whenFalse) =>
        Either(MailKitReader.AsMode(settings.Ask(member), TlsMode.SslOnConnect, whenFalse), () => Default(settings, whenFalse));

    /// <summary>The library's own default stands where the settings are made: nothing else says it.</summary>
    private static ValueSet Default(SettingsObject settings, TlsMode mode) =>
        new(ImmutableArray.Create(Possibility.Constant((int)mode, settings.Start)));

    /// <summary>The values that are given, and where none is, what holds otherwise.</summary>
    private static ValueSet Either(ValueSet given, Func<ValueSet> otherwise)
    {
        var result = ImmutableArray.CreateBuilder<Possibility>(given.Count);
        foreach (var value in given)
        {
            if (value.Kind == PossibilityKind.Unset || value is { IsConstant: true, Value: null })
                AddAll(result, otherwise(), value.Guards);
            else
                result.Add(value);
        }

        return new ValueSet(result.ToImmutable());
    }

    private static void AddAll(ImmutableArray<Possibility>.Builder result, ValueSet values, Guards guards)
    {
        foreach (var value in values)
        {
            if (value.When(guards) is { } here)
                result.Add(here);
        }
    }

    private static SessionValue Tls(SettingsObject settings, ValueSet modes, params string[] members)
    {
        foreach (var member in members)
        {
            if (settings.SetHere.ContainsKey(member))
                return settings.Value(member, modes);
        }

        return new SessionValue(modes, settings.Start);
    }

    private static TlsNotation Notation(SettingsObject settings, string modeMember) =>
        settings.SetHere.ContainsKey(modeMember) ? TlsNotation.Mode : TlsNotation.Setting;

    private static List<Sender> Sender(SettingsObject settings, string member) =>
        new(1) { new Sender(settings.Value(member), SessionValue.Missing(settings.Start)) };
}
