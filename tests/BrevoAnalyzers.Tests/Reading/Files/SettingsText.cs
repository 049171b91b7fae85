using System.Linq;
using System.Threading;
using BrevoAnalyzers.Reading.Files;
using Microsoft.CodeAnalysis.Text;
using Xunit;

namespace BrevoAnalyzers.Tests.Reading.Files;

/// <summary>Short ways to read a settings text and to ask it.</summary>
internal static class SettingsText
{
    /// <summary>Key-shaped, put together here so that no file of the repository holds a key.</summary>
    public static string ApiKey => "xkeysib-" + string.Concat(Enumerable.Repeat("7c", 32)) + "-" + "QwErTyUi12345678";

    public static string SmtpKey => "xsmtpsib-" + string.Concat(Enumerable.Repeat("3e", 32)) + "-" + "AsDfGhJk12345678";

    public static SettingsFile? TryRead(string path, string text) =>
        SettingsFileReader.Read(path, SourceText.From(text), CancellationToken.None);

    public static SettingsFile Read(string path, string text)
    {
        var file = TryRead(path, text);
        Assert.NotNull(file);
        return file;
    }

    public static SettingsFile Json(string text) => Read("appsettings.json", text);

    public static SettingsFile Xml(string text) => Read("web.config", text);

    public static SettingsFile DotEnv(string text) => Read(".env", text);

    public static Setting Get(this SettingsFile file, string key)
    {
        var setting = file.Find(key);
        Assert.NotNull(setting);
        return setting;
    }

    public static SettingsSection Section(this SettingsFile file, string fullKey) =>
        Assert.Single(file.Sections, section => section.FullKey == fullKey);

    /// <summary>The value as it stands in the text.</summary>
    public static string Written(this SettingsFile file, Setting setting) => file.Text.ToString(setting.ValueSpan);

    /// <summary>Names of a section's own settings, in order.</summary>
    public static string[] Names(this SettingsSection section) => section.Settings.Select(setting => setting.Name).ToArray();

    /// <summary>Asserts the value, that it stands where the setting says, and the place as an editor shows it (from 1).</summary>
    public static void AssertAt(this SettingsFile file, string key, string value, int line, int column)
    {
        var setting = file.Get(key);
        Assert.Equal(value, setting.Value);
        Assert.Equal(value, file.Written(setting));

        var location = file.LocationOf(setting).GetLineSpan();
        Assert.Equal(file.Path, location.Path);
        Assert.Equal((line, column), (location.StartLinePosition.Line + 1, location.StartLinePosition.Character + 1));
    }
}
