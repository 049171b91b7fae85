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
}
