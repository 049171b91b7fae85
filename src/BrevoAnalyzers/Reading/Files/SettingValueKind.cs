namespace BrevoAnalyzers.Reading.Files;

/// <summary>How a setting's value is written. XML attributes and <c>.env</c> values are always <see cref="String"/>.</summary>
internal enum SettingValueKind
{
    String,
    Number,
    Boolean,

    /// <summary>JSON's <c>null</c>, the only kind without a text.</summary>
    Null,
}
