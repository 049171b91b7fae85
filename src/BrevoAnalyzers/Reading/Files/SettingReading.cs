using BrevoAnalyzers.Values;

namespace BrevoAnalyzers.Reading.Files;

/// <summary>What a setting states: a text, or the name of another source that fills it in.</summary>
internal static class SettingReading
{
    /// <summary>Openings and closings around a name that is replaced when the program is deployed or started.</summary>
    private static readonly (string Open, string Close)[] Substitutions =
    [
        ("${", "}"), ("$(", ")"), ("#{", "}#"), ("#{", "}"), ("{{", "}}"), ("%", "%"), ("__", "__"),
    ];

    /// <summary>The setting's value, which bears the setting's key as its name.</summary>
    public static Possibility Of(Setting setting, Place place)
    {
        if (setting.Value is not { } text)
            return Possibility.Unknown(place).Through(setting.FullKey);

        // In which of the shapes a name stands does not matter: the same name is the same value.
        var value = SubstitutedName(text) is { } name
            ? Possibility.Named(SourceKind.EnvironmentVariable, name, "substitution:" + name, place)
            : Possibility.Constant(text, place);
        return value.Through(setting.FullKey);
    }

    /// <summary>The name in a value that is nothing but <c>${NAME}</c> and the like.</summary>
    private static string? SubstitutedName(string text)
    {
        foreach (var (open, close) in Substitutions)
        {
            if (text.Length <= open.Length + close.Length
                || !text.StartsWith(open, System.StringComparison.Ordinal)
                || !text.EndsWith(close, System.StringComparison.Ordinal))
            {
                continue;
            }

            var name = text.Substring(open.Length, text.Length - open.Length - close.Length).Trim();
            if (IsName(name))
                return name;
        }

        return null;
    }

    private static bool IsName(string text)
    {
        foreach (var c in text)
        {
            if (!char.IsLetterOrDigit(c) && c is not ('_' or '.' or ':' or '-'))
                return false;
        }

        return text.Length > 0;
    }
}
