using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using BrevoAnalyzers.Model;

namespace BrevoAnalyzers.Reading.Files;

/// <summary>The settings of a section by what their names say they are for.</summary>
internal sealed class SettingsRoles
{
    /// <summary>Of a role, in one section. More are a table of something else, and looking for repeated keys is quadratic.</summary>
    private const int MostSettings = 32;

    private readonly Dictionary<SettingRole, List<Setting>> _settingsByRole = new();

    public bool IsEmpty => _settingsByRole.Count == 0;

    /// <summary>The roles of a section's own settings.</summary>
    public static SettingsRoles Of(SettingsSection section)
    {
        var roles = new SettingsRoles();
        foreach (var setting in section.Settings)
        {
            // What is null is not set: another file, or the code's default, has the value.
            if (setting.Kind == SettingValueKind.Null)
                continue;
            if (setting.Role != SettingRole.None)
                roles.Add(setting.Role, setting);
        }

        return roles;
    }

    public bool Has(SettingRole role) => _settingsByRole.ContainsKey(Unified(role));

    /// <summary>All settings of a role; all passwords for either of the two password roles.</summary>
    public ImmutableArray<Setting> All(SettingRole role) =>
        _settingsByRole.TryGetValue(Unified(role), out var settings) ? settings.ToImmutableArray() : ImmutableArray<Setting>.Empty;

    /// <summary>
    /// The one setting of a role. Of several the one whose own name says SMTP (<c>SmtpHost</c> beside <c>Host</c>); null
    /// where that leaves none or several, since a wrong pairing would be a false report.
    /// </summary>
    public Setting? Single(SettingRole role)
    {
        if (!_settingsByRole.TryGetValue(Unified(role), out var settings))
            return null;
        if (settings.Count == 1)
            return settings[0];

        Setting? smtp = null;
        foreach (var setting in settings)
        {
            if (setting.Name.IndexOf("smtp", StringComparison.OrdinalIgnoreCase) < 0)
                continue;
            if (smtp is not null)
                return null;
            smtp = setting;
        }

        return smtp;
    }

    /// <summary>Takes over the settings of the roles that another section has and this one lacks.</summary>
    public void FillFrom(ImmutableArray<SettingsRoles> others)
    {
        var missing = new SettingsRoles();
        foreach (var other in others)
        {
            foreach (var pair in other._settingsByRole)
            {
                if (!_settingsByRole.ContainsKey(pair.Key))
                    missing.AddRange(pair.Key, pair.Value);
            }
        }

        foreach (var pair in missing._settingsByRole)
            _settingsByRole.Add(pair.Key, pair.Value);
    }

    /// <summary>As <see cref="FillFrom"/> for a single role, from the first section that has it.</summary>
    public void FillFrom(SettingRole role, SettingsRoles other)
    {
        if (!Has(role) && other._settingsByRole.TryGetValue(Unified(role), out var settings))
            AddRange(role, settings);
    }

    private static SettingRole Unified(SettingRole role) => SettingRoles.IsPassword(role) ? SettingRole.Password : role;

    private void AddRange(SettingRole role, List<Setting> settings)
    {
        foreach (var setting in settings)
            Add(role, setting);
    }

    private void Add(SettingRole role, Setting setting)
    {
        role = Unified(role);
        if (!_settingsByRole.TryGetValue(role, out var settings))
            _settingsByRole.Add(role, settings = new List<Setting>(1));

        // Of a key that is given twice only the last is in force.
        settings.RemoveAll(earlier => string.Equals(earlier.FullKey, setting.FullKey, StringComparison.OrdinalIgnoreCase));
        if (settings.Count < MostSettings)
            settings.Add(setting);
    }
}
