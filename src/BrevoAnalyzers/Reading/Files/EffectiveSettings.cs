using System;
using System.Collections.Immutable;
using BrevoAnalyzers.Values;

namespace BrevoAnalyzers.Reading.Files;

/// <summary>
/// What holds where a settings file is in force: its own settings and, in a file for one environment, those of the general file
/// that it leaves as they are.
/// </summary>
internal sealed class EffectiveSettings
{
    private readonly ImmutableHashSet<Setting> _inherited;

    private EffectiveSettings(SettingsFile file, SettingsFile? general, SettingsSection root)
    {
        File = file;
        General = general;
        Root = root;

        var sections = ImmutableArray.CreateBuilder<SettingsSection>();
        Collect(root, sections);
        Sections = sections.ToImmutable();
        _inherited = general is null || file.HasContentOf(general) ? ImmutableHashSet<Setting>.Empty : ImmutableHashSet.CreateRange(general.AllSettings());
    }

    public SettingsFile File { get; }

    /// <summary>The file that <see cref="File"/> lies over; null where it stands alone.</summary>
    public SettingsFile? General { get; }

    public SettingsSection Root { get; }

    /// <summary>Every section that has settings, an outer one before those within it.</summary>
    public ImmutableArray<SettingsSection> Sections { get; }

    public static EffectiveSettings Of(SettingsFile file, SettingsFile? general) =>
        general is null ? new(file, null, file.Root) : new(file, general, file.Root.Over(general.Root));

    /// <summary>
    /// Whether <paramref name="general"/> is the file that one for an environment lies over: of the same kind, in the same
    /// folder, of the same name but for the environment.
    /// </summary>
    public static bool LiesOver(SettingsFile file, SettingsFile general) =>
        file.EnvironmentName is not null
        && general is { EnvironmentName: null, IsExample: false }
        && file.Kind == general.Kind
        && file.Kind != SettingsFileKind.LaunchProfile
        && string.Equals(file.Stem, general.Stem, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether the setting stands in <see cref="File"/>.</summary>
    public bool IsOwn(Setting setting) => !_inherited.Contains(setting);

    /// <summary>Where the setting's value is written, in whichever of the two files.</summary>
    public Place PlaceOf(Setting setting) => Place.InFile((IsOwn(setting) ? File : General!).LocationOf(setting));

    /// <summary>Whether a place lies in <see cref="File"/>.</summary>
    public bool Holds(Place place) => place.IsInFile && place.Location.GetLineSpan().Path == File.Path;

    private static void Collect(SettingsSection section, ImmutableArray<SettingsSection>.Builder sections)
    {
        if (!section.Settings.IsEmpty)
            sections.Add(section);
        foreach (var child in section.Children)
            Collect(child, sections);
    }
}
