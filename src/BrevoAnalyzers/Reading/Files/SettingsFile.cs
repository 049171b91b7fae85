using System.Collections.Generic;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace BrevoAnalyzers.Reading.Files;

/// <summary>A settings file as a tree of settings, each with its exact place in the text.</summary>
internal sealed class SettingsFile
{
    private readonly SettingsFileName _name;
    private readonly SettingsContent _content;
    private string? _stem;

    public SettingsFile(string path, SourceText text, SettingsFileName name, SettingsContent content)
    {
        Path = path;
        Text = text;
        _name = name;
        _content = content;
    }

    /// <summary>The path as the compiler gives it.</summary>
    public string Path { get; }

    /// <summary>Folder and name up to the name's first dot: <c>src/appsettings</c>; <c>src/</c> for <c>src/.env</c>.</summary>
    public string Stem
    {
        get
        {
            if (_stem is null)
            {
                var dot = Path.IndexOf('.', Path.LastIndexOfAny(['/', '\\']) + 1);
                _stem = dot < 0 ? Path : Path.Substring(0, dot);
            }

            return _stem;
        }
    }

    public SourceText Text { get; }

    public SettingsFileKind Kind => _name.Kind;

    /// <summary>
    /// <c>Production</c> for <c>appsettings.Production.json</c>, <c>Release</c> for <c>Web.Release.config</c>,
    /// <c>production</c> for <c>.env.production</c>; null for the file that always holds.
    /// </summary>
    public string? EnvironmentName => _name.EnvironmentName;

    /// <summary>The file shows what to fill in (<c>.env.example</c>, <c>.sample</c>, <c>.template</c>, <c>.dist</c>).</summary>
    public bool IsExample => _name.IsExample;

    /// <summary>The nameless section that holds what stands at the top of the file, and all others.</summary>
    public SettingsSection Root => _content.Root;

    /// <summary>
    /// Every section of the tree under <see cref="Root"/>, itself included, that has settings of its own, an outer one
    /// before those within it.
    /// </summary>
    public ImmutableArray<SettingsSection> Sections => _content.Sections;

    /// <summary>Every setting in the order of the file; a key that is given twice is here twice.</summary>
    public IEnumerable<Setting> AllSettings() => _content.Settings;

    /// <summary>
    /// The setting in force for a key written with <c>:</c> or <c>__</c>, without regard to case, arrays by index
    /// (<c>Accounts:0:Port</c>): the last one, if there are several. In launch profiles several may hold, one a profile.
    /// </summary>
    public Setting? Find(string configurationKey)
    {
        var found = FindAll(configurationKey);
        return found.IsEmpty ? null : found[found.Length - 1];
    }

    /// <summary>Whether the two files have the same text: it is read once then, and their settings are the same objects.</summary>
    public bool HasContentOf(SettingsFile other) => ReferenceEquals(_content, other._content);

    /// <summary>All settings of a key, in the order of the file.</summary>
    public ImmutableArray<Setting> FindAll(string configurationKey) => _content.FindAll(configurationKey);

    /// <summary>Whether a <c>brevo-ignore</c> comment silences a rule on a line.</summary>
    /// <param name="line">The line as <see cref="LinePosition.Line"/> counts it, from 0.</param>
    /// <param name="ruleId">The rule, such as <c>BREVO1002</c>.</param>
    public bool IsIgnored(int line, string ruleId) => _content.IsIgnored(line, ruleId);

    /// <summary>Where the setting's value stands; of an empty string the quotes, so that there is something to see.</summary>
    public Location LocationOf(Setting setting)
    {
        var span = setting.ValueSpan.IsEmpty ? setting.WholeValueSpan : setting.ValueSpan;
        return Location.Create(Path, span, Text.Lines.GetLinePositionSpan(span));
    }
}
