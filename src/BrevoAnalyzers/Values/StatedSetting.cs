using System.Collections.Generic;
using System.Collections.Immutable;

namespace BrevoAnalyzers.Values;

/// <summary>What settings files state for configuration keys.</summary>
internal interface IStatedSettings
{
    /// <summary>
    /// What the files state for a key, one case for each environment that differs; null where no file knows the key.
    /// </summary>
    ImmutableArray<StatedSetting>? Find(string key);
}

/// <summary>What the files state for a key in some environments, those that <see cref="Guards"/> tell.</summary>
internal readonly struct StatedSetting
{
    private StatedSetting(Guards guards, Possibility? value, bool isAbsent)
    {
        Guards = guards;
        Value = value;
        IsAbsent = isAbsent;
    }

    public Guards Guards { get; }

    /// <summary>The value, at its place in the file; null where a placeholder stands there or nothing.</summary>
    public Possibility? Value { get; }

    /// <summary>Whether the files of these environments leave the key out, so that a default of the code holds there.</summary>
    public bool IsAbsent { get; }

    public static StatedSetting As(Possibility value, Guards guards) => new(guards, value, isAbsent: false);

    /// <summary>A placeholder: whatever fills it in hides the code's default too.</summary>
    public static StatedSetting LeftOpen(Guards guards) => new(guards, null, isAbsent: false);

    public static StatedSetting Absent(Guards guards) => new(guards, null, isAbsent: true);
}

/// <summary>A setting as the code names it, with what files state for it.</summary>
internal readonly struct FileSetting
{
    public FileSetting(List<Possibility> values, List<Guards> absent)
    {
        Values = values;
        Absent = absent;
    }

    /// <summary>The values of the files, and the named setting where they state none.</summary>
    public List<Possibility> Values { get; }

    /// <summary>The cases in which no file states the setting, so that a default of the code holds.</summary>
    public List<Guards> Absent { get; }

    /// <summary>A default of the code, where the files leave it in force.</summary>
    public List<Possibility> Over(List<Possibility> defaults)
    {
        var result = new List<Possibility>(defaults.Count);
        foreach (var guards in Absent)
        {
            foreach (var value in defaults)
            {
                if (value.When(guards) is { } here)
                    result.Add(here);
            }
        }

        return result;
    }
}
