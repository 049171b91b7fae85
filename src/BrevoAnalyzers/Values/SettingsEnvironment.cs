using System;

namespace BrevoAnalyzers.Values;

/// <summary>
/// The guards of values from settings files: an application runs in one environment, so what <c>appsettings.Development.json</c>
/// states never meets what another environment's file states, nor code that runs elsewhere only.
/// </summary>
internal static class SettingsEnvironment
{
    private const string Subject = "environment of the settings";

    private const string Folder = "folder of the settings";

    /// <summary>In this environment only.</summary>
    public static Guard Is(string environment) => Guard.Is(Subject, Case(environment));

    /// <summary>In any other environment.</summary>
    public static Guard IsNot(string environment) => Guard.IsNot(Subject, Case(environment));

    /// <summary>Files of several folders are those of several applications.</summary>
    public static Guard IsIn(string folder) => Guard.Is(Folder, folder);

    /// <summary>Whether a guard speaks of the files' environment.</summary>
    public static bool Concerns(Guard guard) => ReferenceEquals(guard.Subject, Subject);

    /// <summary>
    /// Whether two guards of different subjects, the first of them of the files' environment, exclude each other:
    /// <c>env.IsDevelopment()</c> speaks of the same thing, and so does, by its name, a flag <c>_isDevelopment</c>.
    /// </summary>
    public static bool Excludes(Guard files, Guard code) => Translated(code) is { } same && files.And(same) is null;

    private static Guard? Translated(Guard code)
    {
        if (code.Subject.EndsWith("EnvironmentName", StringComparison.Ordinal))
        {
            var names = code.Cases;
            for (var i = 0; i < names.Length; i++)
                names = names.SetItem(i, names[i].ToLowerInvariant());

            return new Guard(Subject, names, code.IsExcluding);
        }

        var environment = EnvironmentOfFlag(code.Subject);
        if (environment is null || code.IsExcluding || code.Cases.Length != 1)
            return null;

        return code.Cases[0] switch
        {
            "True" => Is(environment),
            "False" => IsNot(environment),
            _ => null,
        };
    }

    /// <summary>The environment that a flag is for, by its name; flags that say more than that are left alone.</summary>
    private static string? EnvironmentOfFlag(string subject) =>
        Says(subject, "isDev") ? "Development" : Says(subject, "isProd") ? "Production" : null;

    private static bool Says(string subject, string flag)
    {
        var at = subject.IndexOf(flag, StringComparison.OrdinalIgnoreCase);
        return at >= 0 && subject.IndexOf('(') < 0 && (at == 0 || !char.IsLetterOrDigit(subject[at - 1]));
    }

    private static string Case(string environment) => Conditions.Text(environment).ToLowerInvariant();
}
