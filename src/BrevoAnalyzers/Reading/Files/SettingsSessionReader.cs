using System.Collections.Generic;
using System.Collections.Immutable;
using BrevoAnalyzers.Model;
using BrevoAnalyzers.Values;

namespace BrevoAnalyzers.Reading.Files;

/// <summary>
/// Reads the mail sessions that settings set up, whoever opens them. Settings that stand together are one session; nothing follows
/// from what is not there, as code or another source may add it.
/// </summary>
internal sealed class SettingsSessionReader
{
    private readonly EffectiveSettings _settings;
    private readonly SessionContext _context;
    private readonly ClientDefaults _clients;

    private SettingsSessionReader(EffectiveSettings settings, SessionContext context, ClientDefaults clients)
    {
        _settings = settings;
        _context = context;
        _clients = clients;
    }

    /// <param name="settings">What is in force.</param>
    /// <param name="context">The options, and which places belong to the file at hand.</param>
    /// <param name="clients">What the code is known to leave to System.Net.Mail's section of a configuration file.</param>
    public static IEnumerable<SmtpSession> Read(EffectiveSettings settings, SessionContext context, ClientDefaults clients)
    {
        var reader = new SettingsSessionReader(settings, context, clients);
        var blocks = SmtpSettingsBlock.Of(settings.Sections, isFlat: settings.File.Kind == SettingsFileKind.DotEnv);
        var sendersOfOthers = reader.SendersOfOtherProviders(blocks);
        foreach (var block in blocks)
        {
            if (reader.Session(block, sendersOfOthers) is { } session)
                yield return session;
        }
    }

    /// <summary>The settings that hold a key of the API by their name: requests of which nothing else is known.</summary>
    public static IEnumerable<ApiRequest> Requests(EffectiveSettings settings, SessionContext context)
    {
        foreach (var section in settings.Sections)
        {
            foreach (var setting in section.Settings)
            {
                if (!settings.IsOwn(setting) || setting.Value is null || setting.Role != SettingRole.ApiKey)
                    continue;

                var place = settings.PlaceOf(setting);
                var key = new SessionValue(new ValueSet(ImmutableArray.Create(SettingReading.Of(setting, place))), place);
                yield return new ApiRequest { Start = place, Keys = ImmutableArray.Create(key), Context = context, IsBrevo = IsNamedAfterBrevo(setting) };
            }
        }
    }

    /// <summary>The settings that hold the URL of the API by their value, whatever their name is.</summary>
    public static IEnumerable<ApiRequest> Addresses(EffectiveSettings settings, SessionContext context)
    {
        foreach (var section in settings.Sections)
        {
            foreach (var setting in section.Settings)
            {
                if (!settings.IsOwn(setting) || setting.Value is not { } text || !BrevoRequest.HasHost(text) || !BrevoHosts.IsApi(BrevoHosts.Classify(text)))
                    continue;

                var place = settings.PlaceOf(setting);
                yield return new ApiRequest { Start = place, Urls = ImmutableArray.Create(new ApiUrl(text, SettingReading.Of(setting, place), place)), Context = context, IsBrevo = true };
            }
        }
    }

    private SmtpSession? Session(SmtpSettingsBlock block, HashSet<Setting> sendersOfOthers)
    {
        var isNetwork = IsNetworkElement(block);
        if (Anchor(block) is not { } start || (!isNetwork && IsPortProbe(block)) || (block.Host is null && block.Has(SettingRole.Host)))
            return null;

        var host = block.Host is null ? Possibility.Unknown(start) : SettingReading.Of(block.Host, _settings.PlaceOf(block.Host));
        var login = Value(block.Login, start);
        var password = Value(block.Password, start);
        var port = Value(block.Port, start);
        var (tls, notation) = isNetwork ? EnableSsl(block, start) : Tls(block, start);
        var sender = block.Sender is { } from && !sendersOfOthers.Contains(from) ? from : null;
        return new SmtpSession
        {
            Library = isNetwork ? SmtpLibrary.SystemNetMail : SmtpLibrary.Unknown,
            Start = start,
            Host = host,
            HostUse = start,
            Port = isNetwork && block.Port is null && _clients.LeavePort ? Unset(start) : new SessionValue(SettingValues.Ports(port.Values), port.Use),
            Tls = tls,
            TlsNotation = notation,
            Login = login,
            Password = password,

            // Brevo relays for nobody who has not logged in: what is not in the file comes from elsewhere.
            HasCredentials = true,
            MissingAuthentication = AsksForDefaultCredentials(block, isNetwork),
            Senders = sender is null ? ImmutableArray<Sender>.Empty : ImmutableArray.Create(Sender(sender, start, login, password)),
            Context = _context,
            IsBrevo = IsBrevo(block, host, login.Values, password.Values, port.Values),
        };
    }

    /// <summary>Where a finding stands whose value is written in another file: on a setting of this file that takes part; null if none does.</summary>
    private Place? Anchor(SmtpSettingsBlock block)
    {
        Setting?[] candidates =
        [
            block.Host, block.SecureSocketOptions, block.StartTls, block.BareTls, block.Port, block.Login, block.Sender, block.Password, block.ApiKey,
        ];
        foreach (var candidate in candidates)
        {
            if (candidate is not null && _settings.IsOwn(candidate))
                return _settings.PlaceOf(candidate);
        }

        return null;
    }

    /// <summary>A host and a port alone may be what a health check asks, unless the names say that they are for Brevo.</summary>
    private static bool IsPortProbe(SmtpSettingsBlock block) =>
        !(block.Host is { FullKey: var name } && SettingRoles.IsNamedAfterBrevo(name))
        && !block.Has(SettingRole.Login)
        && !block.Has(SettingRole.Password)
        && !block.Has(SettingRole.Sender)
        && !block.Has(SettingRole.ApiKey)
        && !block.Has(SettingRole.StartTls)
        && !block.Has(SettingRole.SecureSocketOptions)
        && !block.Has(SettingRole.BareTls);

    private static bool IsBrevo(SmtpSettingsBlock block, Possibility host, ValueSet login, ValueSet password, ValueSet port)
    {
        if (BrevoSession.Is(host, login, password, port, enclosing: null))
            return true;
        if (host.Text is { } text && !Placeholders.IsPlaceholder(text))
            return false;

        return IsNamedAfterBrevo(block.Sender)
            || IsNamedAfterBrevo(block.ApiKey)
            || (block.ApiKey?.Value is { } key && BrevoKeys.IsFullShape(BrevoKeys.Classify(key)));
    }

    private static bool IsNamedAfterBrevo(Setting? setting) => setting is not null && SettingRoles.IsNamedAfterBrevo(setting.FullKey);

    private SessionValue Value(Setting? setting, Place start)
    {
        if (setting is null)
            return SessionValue.Missing(start);

        var place = _settings.PlaceOf(setting);
        return new SessionValue(new ValueSet(ImmutableArray.Create(SettingReading.Of(setting, place))), _settings.IsOwn(setting) ? place : start);
    }

    private Sender Sender(Setting setting, Place start, params SessionValue[] beside) => new(Value(setting, start), SessionValue.Missing(start))
    {
        // Who reads the setting may take it apart.
        TakesNameInAddress = true,
        Beside = ImmutableArray.Create(beside),
    };

    private (SessionValue Tls, TlsNotation Notation) Tls(SmtpSettingsBlock block, Place start)
    {
        if (block.SecureSocketOptions is { } mode && block.StartTls is null)
        {
            var value = Value(mode, start);
            var isMailKits = mode.Name.IndexOf("socket", System.StringComparison.OrdinalIgnoreCase) >= 0 && _settings.IsOwn(mode);
            return (new SessionValue(SettingValues.Modes(value.Values, type: null), value.Use), isMailKits ? TlsNotation.Mode : TlsNotation.Setting);
        }

        // "UseSsl" beside it may be what decides.
        if (block.StartTls is { } flag && !block.Has(SettingRole.SecureSocketOptions) && !MayBeOn(block.All(SettingRole.BareTls)))
        {
            var value = Value(flag, start);
            return (new SessionValue(SettingValues.StartTls(value.Values), value.Use), TlsNotation.Setting);
        }

        return (new SessionValue(new ValueSet(ImmutableArray.Create(Possibility.Unknown(start))), start), TlsNotation.Setting);
    }

    /// <summary>
    /// <c>defaultCredentials="true"</c> takes precedence over user name and password (SmtpNetworkElement, learn.microsoft.com); System.Net.Mail's
    /// <c>UseDefaultCredentials</c>, after which such settings are named, does the same.
    /// </summary>
    private MissingAuthentication? AsksForDefaultCredentials(SmtpSettingsBlock block, bool isNetwork)
    {
        foreach (var setting in block.Section.Settings)
        {
            if (_settings.IsOwn(setting) && IsDefaultCredentials(setting, isNetwork) && bool.TryParse(setting.Value, out var isOn) && isOn)
                return new MissingAuthentication(MissingAuthenticationKind.DefaultCredentials, _settings.PlaceOf(setting));
        }

        return null;
    }

    private static bool IsDefaultCredentials(Setting setting, bool isNetwork) =>
        setting.FullKey.EndsWith("UseDefaultCredentials", System.StringComparison.OrdinalIgnoreCase)
        || (isNetwork && setting.Name.Equals("defaultCredentials", System.StringComparison.OrdinalIgnoreCase));

    private static bool MayBeOn(ImmutableArray<Setting> flags)
    {
        foreach (var flag in flags)
        {
            if (!bool.TryParse(flag.Value, out var isOn) || isOn)
                return true;
        }

        return false;
    }

    /// <summary><c>&lt;network&gt;</c> is read by System.Net.Mail's client and by nobody else; a list's names may say "smtp" too.</summary>
    private bool IsNetworkElement(SmtpSettingsBlock block) =>
        _settings.File.Kind == SettingsFileKind.Xml && block.Section is { Name: "smtp", Parent.Parent: null };

    private (SessionValue Tls, TlsNotation Notation) EnableSsl(SmtpSettingsBlock block, Place start)
    {
        if (block.BareTls is not { } flag)
            return (_clients.LeaveEnableSsl ? Unset(start) : SessionValue.Missing(start), TlsNotation.EnableSsl);

        var value = Value(flag, start);
        var modes = MailKitReader.AsMode(SettingValues.Flags(value.Values), TlsMode.StartTls, TlsMode.None);
        return (new SessionValue(modes, value.Use), TlsNotation.EnableSsl);
    }

    private static SessionValue Unset(Place start) =>
        new(new ValueSet(ImmutableArray.Create(Possibility.Unset(creation: null, start))), start);

    /// <summary>Senders that connections to others share: they are right there, and which one is in use is not known.</summary>
    private HashSet<Setting> SendersOfOtherProviders(ImmutableArray<SmtpSettingsBlock> blocks)
    {
        var senders = new HashSet<Setting>();
        foreach (var block in blocks)
        {
            if (block is { Sender: { } sender, Host.Value: { } host }
                && !Placeholders.IsPlaceholder(host)
                && !BrevoHosts.IsBrevoSmtp(BrevoHosts.Classify(host)))
            {
                senders.Add(sender);
            }
        }

        return senders;
    }
}
