namespace BrevoAnalyzers.Reading.Files;

/// <summary>The grammar a settings file is read by.</summary>
internal enum SettingsFileKind
{
    /// <summary><c>appsettings*.json</c> and other JSON files of .NET configuration.</summary>
    Json,

    /// <summary><c>web.config</c>, <c>app.config</c>, their transforms and the fragments they include.</summary>
    Xml,

    /// <summary><c>.env</c> files. .NET does not load them: their names are not the code's environment variables.</summary>
    DotEnv,

    /// <summary><c>launchSettings.json</c>: only the environment variables of its profiles are settings.</summary>
    LaunchProfile,
}
