using System;
using System.IO;

namespace BrevoAnalyzers.Reading.Files;

/// <summary>What the name of a file says about its settings.</summary>
internal readonly record struct SettingsFileName(SettingsFileKind Kind, string? EnvironmentName, bool IsExample)
{
    private static readonly string[] ExampleWords = ["example", "sample", "template", "tmpl", "tpl", "dist"];

    private static readonly char[] Dot = ['.'];

    private static readonly string[] ProgramEndings = [".exe.config", ".dll.config"];

    /// <summary>
    /// The kind of settings file, by its name alone; null for files that are none of ours.
    /// </summary>
    /// <param name="path">Path or name of the file.</param>
    /// <param name="isNamedByProject">
    /// The project itself calls this file a settings file: any <c>.json</c> and <c>.config</c> is one then.
    /// </param>
    public static SettingsFileName? Of(string path, bool isNamedByProject = false)
    {
        // By hand: Path.GetFileName throws on .NET Framework for characters that other systems allow.
        var name = path.Substring(path.LastIndexOfAny(['/', '\\']) + 1);
        if (EndsWith(name, ".json"))
            return OfJson(name, isNamedByProject);
        if (EndsWith(name, ".config"))
            return OfConfig(name, isNamedByProject);
        return OfDotEnv(name);
    }

    private static SettingsFileName? OfJson(string name, bool isNamedByProject)
    {
        if (StartsWith(name, "launchSettings"))
            return new(SettingsFileKind.LaunchProfile, EnvironmentName: null, IsExample: false);
        if (!StartsWith(name, "appsettings") && !isNamedByProject)
            return null;
        return Qualified(SettingsFileKind.Json, name, suffix: ".json");
    }

    private static SettingsFileName? OfConfig(string name, bool isNamedByProject)
    {
        // MyApp.exe.config is the base file of MyApp.exe.
        foreach (var program in ProgramEndings)
        {
            if (EndsWith(name, program))
                return new(SettingsFileKind.Xml, EnvironmentName: null, IsExample: false);
        }

        var isOurs = isNamedByProject || StartsWith(name, "web.") || StartsWith(name, "app.");
        return isOurs ? Qualified(SettingsFileKind.Xml, name, suffix: ".config") : null;
    }

    /// <summary><c>appsettings.Production.json</c>, <c>Web.Release.config</c>: between the first dot and the suffix.</summary>
    private static SettingsFileName Qualified(SettingsFileKind kind, string name, string suffix)
    {
        var firstDot = name.IndexOf('.');
        var end = name.Length - suffix.Length;
        if (firstDot >= end)
            return new(kind, EnvironmentName: null, IsExample: false);

        var qualifier = name.Substring(firstDot + 1, end - firstDot - 1);
        foreach (var part in qualifier.Split(Dot))
        {
            if (IsExampleWord(part))
                return new(kind, EnvironmentName: null, IsExample: true);
        }

        return new(kind, qualifier.Length == 0 ? null : qualifier, IsExample: false);
    }

    private static SettingsFileName? OfDotEnv(string name)
    {
        var parts = name.Split(Dot);
        var env = Array.FindIndex(parts, static part => string.Equals(part, "env", StringComparison.OrdinalIgnoreCase));

        // ".env.production", "smtp.env", "example.env", "env.example"; but "env" and "env.txt" are something else.
        if (env < 0 || parts.Length == 1)
            return null;

        string? environment = null;
        var isExample = false;
        for (var i = 0; i < parts.Length; i++)
        {
            if (IsExampleWord(parts[i]))
                isExample = true;
            else if (i > env && environment is null && !string.Equals(parts[i], "local", StringComparison.OrdinalIgnoreCase))
                environment = parts[i];
        }

        var isOurs = env == parts.Length - 1 || parts[0].Length == 0 || isExample;
        return isOurs ? new(SettingsFileKind.DotEnv, environment, isExample) : null;
    }

    private static bool IsExampleWord(string word)
    {
        foreach (var example in ExampleWords)
        {
            if (string.Equals(word, example, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }

    private static bool StartsWith(string name, string start) => name.StartsWith(start, StringComparison.OrdinalIgnoreCase);

    private static bool EndsWith(string name, string end) => name.EndsWith(end, StringComparison.OrdinalIgnoreCase);
}
