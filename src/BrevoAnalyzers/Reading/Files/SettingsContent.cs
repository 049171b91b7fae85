using System;
using System.Collections.Generic;
using System.Collections.Immutable;

namespace BrevoAnalyzers.Reading.Files;

/// <summary>
/// What a settings text says, without the file it is in: equal texts share one content in the compiler's cache, which
/// is keyed by text alone.
/// </summary>
internal sealed class SettingsContent
{
    private readonly Dictionary<string, ImmutableArray<Setting>> _settingsByKey = new(StringComparer.OrdinalIgnoreCase);
    private readonly IgnoreComments _ignoreComments;

    public SettingsContent(SectionDraft root, IgnoreComments ignoreComments)
    {
        _ignoreComments = ignoreComments;
        Root = new SettingsSection(root, parent: null);

        var sections = ImmutableArray.CreateBuilder<SettingsSection>();
        var settings = ImmutableArray.CreateBuilder<Setting>();
        Collect(Root, sections, settings);
        Sections = sections.ToImmutable();

        // Sections are merged by name, so the tree's order is not the file's; the last one in the file wins.
        settings.Sort(static (a, b) => a.WholeValueSpan.Start.CompareTo(b.WholeValueSpan.Start));
        Settings = settings.ToImmutable();

        var byKey = new Dictionary<string, ImmutableArray<Setting>.Builder>(StringComparer.OrdinalIgnoreCase);
        foreach (var setting in Settings)
        {
            if (!byKey.TryGetValue(setting.FullKey, out var sameKey))
                byKey.Add(setting.FullKey, sameKey = ImmutableArray.CreateBuilder<Setting>(1));
            sameKey.Add(setting);
        }

        foreach (var pair in byKey)
            _settingsByKey.Add(pair.Key, pair.Value.ToImmutable());
    }

    public SettingsSection Root { get; }

    public ImmutableArray<SettingsSection> Sections { get; }

    public ImmutableArray<Setting> Settings { get; }

    public ImmutableArray<Setting> FindAll(string configurationKey)
    {
        // As written first: a name such as "__comment" is no path.
        if (_settingsByKey.TryGetValue(configurationKey, out var found)
            || _settingsByKey.TryGetValue(KeySegments.Normalize(configurationKey), out found))
        {
            return found;
        }

        return ImmutableArray<Setting>.Empty;
    }

    public bool IsIgnored(int line, string ruleId) => _ignoreComments.Covers(line, ruleId);

    private static void Collect(
        SettingsSection section, ImmutableArray<SettingsSection>.Builder sections, ImmutableArray<Setting>.Builder settings)
    {
        if (!section.Settings.IsEmpty)
            sections.Add(section);
        settings.AddRange(section.Settings);
        foreach (var child in section.Children)
            Collect(child, sections, settings);
    }
}
