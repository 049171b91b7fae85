using System;

namespace BrevoAnalyzers.CodeFixes.Infrastructure;

/// <summary>Where the code keeps its settings.</summary>
internal enum SettingSource
{
    /// <summary>An object of the project's own that holds them.</summary>
    Settings,
    Configuration,
    Environment,
}

/// <summary>A value of the source that becomes the reading of a setting.</summary>
internal sealed record SettingRead(Action<DocumentEdits> Edit, SettingSource Source);
