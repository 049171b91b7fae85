using System.Collections.Generic;
using System.Collections.Immutable;
using BrevoAnalyzers.Model;

namespace BrevoAnalyzers.Reading.Files;

/// <summary>
/// The settings of one section that together say how mail is sent, found by their names. Whether they speak of Brevo is not
/// asked here.
/// </summary>
internal sealed class SmtpSettingsBlock
{
    private readonly SettingsRoles _roles;

    private SmtpSettingsBlock(SettingsSection section, SettingsRoles roles)
    {
        Section = section;
        _roles = roles;
    }

    public SettingsSection Section { get; }

    public Setting? Host => _roles.Single(SettingRole.Host);

    public Setting? Port => _roles.Single(SettingRole.Port);

    public Setting? Login => _roles.Single(SettingRole.Login);

    public Setting? Password => _roles.Single(SettingRole.Password);

    /// <summary>The address mail is sent from; it may stand in a section beside this one and then belongs to several blocks.</summary>
    public Setting? Sender => _roles.Single(SettingRole.Sender);

    public Setting? StartTls => _roles.Single(SettingRole.StartTls);

    public Setting? SecureSocketOptions => _roles.Single(SettingRole.SecureSocketOptions);

    /// <summary>A flag such as <c>UseSsl</c>, whose meaning depends on the library that reads it.</summary>
    public Setting? BareTls => _roles.Single(SettingRole.BareTls);

    public Setting? ApiKey => _roles.Single(SettingRole.ApiKey);

    /// <summary>Whether the block has a role, be it clear or not which setting is in force.</summary>
    public bool Has(SettingRole role) => _roles.Has(role);

    /// <summary>Every setting of a role, also where it is not clear which of them is in force.</summary>
    public ImmutableArray<Setting> All(SettingRole role) => _roles.All(role);

    /// <summary>The blocks of a file, one for each section whose settings have a role in sending mail.</summary>
    public static ImmutableArray<SmtpSettingsBlock> Of(SettingsFile file) => Of(file.Sections, isFlat: file.Kind == SettingsFileKind.DotEnv);

    /// <param name="sections">All sections of a tree that have settings of their own, an outer one before those within it.</param>
    /// <param name="isFlat">Whether the tree is made of the names of a flat list, which says little of what belongs together.</param>
    public static ImmutableArray<SmtpSettingsBlock> Of(ImmutableArray<SettingsSection> sections, bool isFlat)
    {
        var ownRoles = new Dictionary<SettingsSection, SettingsRoles>();
        foreach (var section in sections)
            ownRoles.Add(section, SettingsRoles.Of(section));

        var besides = new Dictionary<SettingsSection, SettingsRoles>();
        var partsOfOthers = new HashSet<SettingsSection>();
        var blocks = ImmutableArray.CreateBuilder<SmtpSettingsBlock>();
        foreach (var section in sections)
        {
            if (ownRoles[section].IsEmpty || partsOfOthers.Contains(section))
                continue;

            // The roles of a section are also those of a part of another: each block needs its own.
            var roles = SettingsRoles.Of(section);
            AddParts(section, roles, ownRoles, partsOfOthers);
            AddSender(section, roles, ownRoles, besides, isFlat);
            blocks.Add(new SmtpSettingsBlock(section, roles));
        }

        return blocks.ToImmutable();
    }

    /// <summary>
    /// <c>"Smtp": { "Host": …, "Credentials": { "User": … }, "Sender": { "Email": … } }</c>: sections within a connection's that
    /// are no connection themselves belong to it.
    /// </summary>
    private static void AddParts(
        SettingsSection section, SettingsRoles roles, Dictionary<SettingsSection, SettingsRoles> ownRoles, HashSet<SettingsSection> partsOfOthers)
    {
        if (section.Parent is null || !IsConnection(roles))
            return;

        var parts = ImmutableArray.CreateBuilder<SettingsRoles>();
        foreach (var child in section.Children)
        {
            if (!ownRoles.TryGetValue(child, out var childRoles) || childRoles.IsEmpty || IsConnection(childRoles))
                continue;
            parts.Add(childRoles);
            partsOfOthers.Add(child);
        }

        roles.FillFrom(parts.ToImmutable());
    }

    /// <summary>
    /// <c>"Brevo": { "From": …, "Smtp": { … } }</c> and <c>"Brevo": { "Sender": { "Email": … }, "Smtp": { … } }</c>: the sender may
    /// stand around or beside the connection.
    /// </summary>
    private static void AddSender(
        SettingsSection section,
        SettingsRoles roles,
        Dictionary<SettingsSection, SettingsRoles> ownRoles,
        Dictionary<SettingsSection, SettingsRoles> besides,
        bool isFlat)
    {
        if (section.Parent is not { } parent || !(IsConnection(roles) || IsAccount(roles)))
            return;
        if (ownRoles.TryGetValue(parent, out var outerRoles))
            roles.FillFrom(SettingRole.Sender, outerRoles);

        // Beside each other at the top of a file stand things that have nothing to do with each other, but for a list with one account only.
        if (roles.Has(SettingRole.Sender) || (parent.Parent is null && !(isFlat && IsOnlyAccount(section, parent, ownRoles))))
            return;

        if (!besides.TryGetValue(parent, out var senders))
            besides.Add(parent, senders = RolesBeside(parent, ownRoles));
        roles.FillFrom(SettingRole.Sender, senders);
    }

    /// <summary>The roles of the sections in this one that are neither a connection nor an API's.</summary>
    private static SettingsRoles RolesBeside(SettingsSection parent, Dictionary<SettingsSection, SettingsRoles> ownRoles)
    {
        var children = ImmutableArray.CreateBuilder<SettingsRoles>();
        foreach (var child in parent.Children)
        {
            if (ownRoles.TryGetValue(child, out var roles) && !IsConnection(roles) && !roles.Has(SettingRole.ApiKey))
                children.Add(roles);
        }

        var together = new SettingsRoles();
        together.FillFrom(children.ToImmutable());
        return together;
    }

    private static bool IsOnlyAccount(SettingsSection section, SettingsSection list, Dictionary<SettingsSection, SettingsRoles> ownRoles)
    {
        foreach (var other in list.Children)
        {
            if (!ReferenceEquals(other, section) && ownRoles.TryGetValue(other, out var roles) && (roles.Has(SettingRole.Host) || IsAccount(roles)))
                return false;
        }

        return true;
    }

    private static bool IsAccount(SettingsRoles roles) => roles.Has(SettingRole.Login) && roles.Has(SettingRole.Password);

    private static bool IsConnection(SettingsRoles roles) => roles.Has(SettingRole.Host) || roles.Has(SettingRole.Port);
}
