using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using BrevoAnalyzers.Model;
using BrevoAnalyzers.Values;

namespace BrevoAnalyzers.Reading.Files;

/// <summary>
/// The JSON files of an application as its configuration layers them: the general ones, and over them those of one environment.
/// Launch profiles and <c>.env</c> files are none of it: what starts the program decides whether they are read at all.
/// </summary>
internal sealed class ConfigurationFiles : IStatedSettings
{
    private readonly List<Layers> _folders = new();

    private ConfigurationFiles()
    {
    }

    /// <summary>Null where no file takes part.</summary>
    public static ConfigurationFiles? Of(IEnumerable<SettingsFile> files)
    {
        var configuration = new ConfigurationFiles();
        foreach (var file in files)
        {
            if (file is { Kind: SettingsFileKind.Json, IsExample: false })
                configuration.FolderOf(file.Path).Add(file);
        }

        return configuration._folders.Count == 0 ? null : configuration;
    }

    public ImmutableArray<StatedSetting>? Find(string key)
    {
        var result = ImmutableArray.CreateBuilder<StatedSetting>();
        foreach (var folder in _folders)
        {
            // Files of a folder that says nothing of the key belong to a program that does not read it.
            if (folder.Knows(key))
                folder.AddCases(key, _folders.Count == 1 ? Guards.None : Guards.Of(SettingsEnvironment.IsIn(folder.Path)), result);
        }

        return result.Count == 0 ? null : result.ToImmutable();
    }

    private Layers FolderOf(string path)
    {
        var folder = path.Substring(0, path.LastIndexOfAny(['/', '\\']) + 1);
        foreach (var known in _folders)
        {
            if (known.Path == folder)
                return known;
        }

        var layers = new Layers(folder);
        _folders.Add(layers);
        return layers;
    }

    /// <summary>The files of one folder by their environment.</summary>
    private sealed class Layers
    {
        private const string Production = "Production";

        private readonly List<SettingsFile> _general = new();
        private readonly SortedDictionary<string, List<SettingsFile>> _ofEnvironments = new(StringComparer.OrdinalIgnoreCase);

        public Layers(string path) => Path = path;

        public string Path { get; }

        public void Add(SettingsFile file)
        {
            if (file.EnvironmentName is not { } environment)
            {
                _general.Add(file);
                return;
            }

            if (!_ofEnvironments.TryGetValue(environment, out var files))
                _ofEnvironments.Add(environment, files = new List<SettingsFile>(1));
            files.Add(file);
        }

        public bool Knows(string key)
        {
            if (Last(_general, key) is not null)
                return true;

            foreach (var files in _ofEnvironments.Values)
            {
                if (Last(files, key) is not null)
                    return true;
            }

            return false;
        }

        public void AddCases(string key, Guards folder, ImmutableArray<StatedSetting>.Builder cases)
        {
            var elsewhere = folder;
            var stating = 0;
            foreach (var pair in _ofEnvironments)
            {
                if (Last(pair.Value, key) is not { } own)
                    continue;

                stating++;
                cases.Add(CaseOf(own, folder.And(SettingsEnvironment.Is(pair.Key))!));
                elsewhere = elsewhere.And(SettingsEnvironment.IsNot(pair.Key))!;
            }

            // Where each environment that is known states it, what holds elsewhere holds nowhere.
            if (stating > 0 && stating == _ofEnvironments.Count && _ofEnvironments.ContainsKey(Production))
                return;

            cases.Add(Last(_general, key) is { } general ? CaseOf(general, elsewhere) : StatedSetting.Absent(elsewhere));
        }

        private static StatedSetting CaseOf((SettingsFile File, Setting Setting) own, Guards guards)
        {
            var value = SettingReading.Of(own.Setting, Place.InFile(own.File.LocationOf(own.Setting)));
            return own.Setting.Kind == SettingValueKind.Null ? StatedSetting.Absent(guards)
                : value.IsConstant && Placeholders.IsPlaceholder(value.Text) && own.Setting.Kind == SettingValueKind.String ? StatedSetting.LeftOpen(guards)
                : StatedSetting.As(value, guards);
        }

        /// <summary>The setting that is in force; of several files of one layer nobody knows which is read last, so none if they differ.</summary>
        private static (SettingsFile File, Setting Setting)? Last(List<SettingsFile> files, string key)
        {
            (SettingsFile File, Setting Setting)? found = null;
            foreach (var file in files)
            {
                if (file.Find(key) is not { } setting)
                    continue;
                if (found is { } other && other.Setting.Value != setting.Value)
                    return null;

                found = (file, setting);
            }

            return found;
        }
    }
}
