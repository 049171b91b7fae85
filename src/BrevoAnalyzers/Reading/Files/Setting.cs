using BrevoAnalyzers.Model;
using Microsoft.CodeAnalysis.Text;

namespace BrevoAnalyzers.Reading.Files;

/// <summary>One named value of a settings file, with the places of its name and value in the text.</summary>
internal sealed class Setting
{
    private SettingRole? _role;

    internal Setting(SettingsSection section, in SettingDraft draft)
    {
        Section = section;
        Name = draft.Name;
        FullKey = draft.FullKey;
        Value = draft.Value;
        Kind = draft.Kind;
        NameSpan = draft.NameSpan;
        ValueSpan = draft.ValueSpan;
        WholeValueSpan = draft.WholeValueSpan;
    }

    /// <summary>
    /// The last segment of the key: <c>Port</c> of <c>Smtp:Port</c>, <c>0</c> for the first value of an array. A flat
    /// name is one segment (<c>SMTP_PORT</c>), since its words only mean something together.
    /// </summary>
    public string Name { get; }

    /// <summary>The key as code names it: <c>Smtp:Port</c>, <c>SMTP_PORT</c>, <c>Mail.Host</c> of appSettings.</summary>
    public string FullKey { get; }

    /// <summary>What the key says that the setting is for. Asked more than once, and by every file that lies over this one.</summary>
    public SettingRole Role => _role ??= SettingRoles.Classify(FullKey);

    /// <summary>The value with escapes, entities and quotes resolved; numbers and booleans as written; null for JSON's null.</summary>
    public string? Value { get; }

    public SettingValueKind Kind { get; }

    /// <summary>The name as written, without quotes. Empty for a value of an array, which has no name.</summary>
    public TextSpan NameSpan { get; }

    /// <summary>The value as written (escapes and entities unresolved), without quotes.</summary>
    public TextSpan ValueSpan { get; }

    /// <summary>The value as written, with its quotes if it has any.</summary>
    public TextSpan WholeValueSpan { get; }

    public SettingsSection Section { get; }
}
