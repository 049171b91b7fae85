using System;
using System.Collections.Immutable;

namespace BrevoAnalyzers.Reading.Files;

/// <summary>
/// Settings that belong together: a JSON object, an array row, an XML element group, a launch profile, or the names of
/// an <c>.env</c> file that share a prefix.
/// </summary>
internal sealed class SettingsSection
{
    internal SettingsSection(SectionDraft draft, SettingsSection? parent)
    {
        Name = draft.Name;
        FullKey = draft.FullKey;
        Parent = parent;

        var settings = ImmutableArray.CreateBuilder<Setting>(draft.Settings.Count);
        foreach (var setting in draft.Settings)
            settings.Add(new Setting(this, setting));
        Settings = settings.MoveToImmutable();

        var children = ImmutableArray.CreateBuilder<SettingsSection>(draft.Children.Count);
        foreach (var child in draft.Children)
            children.Add(new SettingsSection(child, this));
        Children = children.MoveToImmutable();
    }

    /// <summary>A section over another of the same key: its own settings hide those of the same name.</summary>
    private SettingsSection(SettingsSection own, SettingsSection below, SettingsSection? parent)
    {
        Name = own.Name;
        FullKey = own.FullKey;
        Parent = parent;

        var settings = ImmutableArray.CreateBuilder<Setting>(own.Settings.Length + below.Settings.Length);
        foreach (var setting in below.Settings)
        {
            if (!Names(own.Settings, setting.Name))
                settings.Add(setting);
        }

        settings.AddRange(own.Settings);
        Settings = settings.ToImmutable();

        var children = ImmutableArray.CreateBuilder<SettingsSection>();
        foreach (var child in below.Children)
            children.Add(own.ChildLike(child) is { } same ? new SettingsSection(same, child, this) : new SettingsSection(child, this));
        foreach (var child in own.Children)
        {
            if (below.ChildLike(child) is null)
                children.Add(new SettingsSection(child, this));
        }

        Children = children.ToImmutable();
    }

    private SettingsSection(SettingsSection section, SettingsSection parent)
    {
        Name = section.Name;
        FullKey = section.FullKey;
        Parent = parent;
        Settings = section.Settings;

        var children = ImmutableArray.CreateBuilder<SettingsSection>(section.Children.Length);
        foreach (var child in section.Children)
            children.Add(new SettingsSection(child, this));
        Children = children.MoveToImmutable();
    }

    /// <summary>The last segment of <see cref="FullKey"/>; empty for the root.</summary>
    public string Name { get; }

    /// <summary>
    /// <c>Email:Smtp</c> in JSON and environment names, <c>system.net/mailSettings/smtp</c> in XML, <c>BREVO_SMTP</c> for
    /// names with a common prefix, <c>profiles:http</c> for a launch profile; empty for the root.
    /// </summary>
    public string FullKey { get; }

    /// <summary>The section around this one; null for the root.</summary>
    public SettingsSection? Parent { get; }

    /// <summary>The settings directly in this section, in the order of the file; a name that is given twice is here twice.</summary>
    public ImmutableArray<Setting> Settings { get; }

    public ImmutableArray<SettingsSection> Children { get; }

    /// <summary>
    /// The tree of this section over <paramref name="below"/>, as configuration layers an environment's file over the general
    /// one. The settings in it are the same objects as before.
    /// </summary>
    public SettingsSection Over(SettingsSection below) => new(this, below, parent: null);

    /// <summary>The only child with the key of another section; null if there is none, or several that nobody can tell apart.</summary>
    private SettingsSection? ChildLike(SettingsSection other)
    {
        SettingsSection? found = null;
        foreach (var child in Children)
        {
            if (!string.Equals(child.FullKey, other.FullKey, StringComparison.OrdinalIgnoreCase))
                continue;
            if (found is not null)
                return null;
            found = child;
        }

        return found;
    }

    private static bool Names(ImmutableArray<Setting> settings, string name)
    {
        foreach (var setting in settings)
        {
            if (string.Equals(setting.Name, name, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }
}
