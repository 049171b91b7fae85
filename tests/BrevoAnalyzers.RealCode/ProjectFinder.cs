using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;

namespace BrevoAnalyzers.RealCode;

/// <summary>Finds projects in a folder, with the settings files that the package would hand to the analyzers.</summary>
internal static class ProjectFinder
{
    private static readonly EnumerationOptions s_everywhere = new() { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint };

    // Like the package's .targets, with the opt-in for real .env files taken.
    private static readonly Regex s_settings = new(@"^(appsettings.*\.json|(app|web)(\..*)?\.config|launchSettings.*\.json|\.env.*|.*\.env(\..*)?)$", RegexOptions.IgnoreCase);

    private static readonly Regex s_reference = new(@"<ProjectReference\s[^>]*?Include\s*=\s*""([^""]+)""", RegexOptions.IgnoreCase);
    private static readonly Regex s_implicitUsings = new(@"<ImplicitUsings>\s*(enable|true)", RegexOptions.IgnoreCase);
    private static readonly Regex s_testFramework = new(@"Include\s*=\s*""(xunit|nunit|mstest|tunit)", RegexOptions.IgnoreCase);

    /// <summary>One project for each source or settings file.</summary>
    public static IEnumerable<CodeProject> EachFile(string root)
    {
        foreach (var file in Files(root))
        {
            if (IsSource(file))
                yield return new CodeProject(file, [file], []) { ImplicitUsings = Usings(web: true) };
            else if (s_settings.IsMatch(Path.GetFileName(file)))
                yield return new CodeProject(file, [], [file]);
        }
    }

    /// <summary>One project for each <c>*.csproj</c>, and one for the files that none of them covers.</summary>
    public static IEnumerable<CodeProject> Projects(string root)
    {
        var files = Files(root);
        var projects = files.Where(file => file.EndsWith(".csproj", StringComparison.OrdinalIgnoreCase)).ToList();
        var folders = projects.Select(Folder).ToHashSet();
        var byProject = files.Where(IsSource).GroupBy(file => NearestFolder(file, folders)).ToDictionary(group => group.Key ?? "", group => group.ToList());
        foreach (var project in projects)
        {
            var folder = Folder(project);
            if (byProject.Remove(folder, out var sources))
                yield return Describe(project, sources, files.Where(file => IsSettingsOf(folder, file)).ToList());
        }

        if (byProject.TryGetValue("", out var rest))
            yield return new CodeProject(root, rest, files.Where(file => s_settings.IsMatch(Path.GetFileName(file)) && NearestFolder(file, folders) is null).ToList()) { ImplicitUsings = Usings(web: true) };
    }

    private static string[] Files(string root) =>
        File.Exists(root) ? [Path.GetFullPath(root)] : [.. Directory.EnumerateFiles(Path.GetFullPath(root), "*", s_everywhere).Where(file => !IsBuildOutput(file)).Order(StringComparer.Ordinal)];

    private static CodeProject Describe(string project, List<string> sources, List<string> settings)
    {
        var text = File.ReadAllText(project);
        var shared = SharedProperties(Folder(project));
        return new CodeProject(project, sources, settings)
        {
            References = [.. s_reference.Matches(text).Select(match => Path.GetFullPath(match.Groups[1].Value.Replace('\\', '/'), Folder(project)))],
            ImplicitUsings = s_implicitUsings.IsMatch(text + shared) ? Usings(text.Contains("Sdk.Web", StringComparison.OrdinalIgnoreCase)) : "",
            IsTest = s_testFramework.IsMatch(text),
        };
    }

    private static string SharedProperties(string folder)
    {
        for (var at = new DirectoryInfo(folder); at is not null; at = at.Parent)
        {
            var file = Path.Combine(at.FullName, "Directory.Build.props");
            if (File.Exists(file))
                return File.ReadAllText(file);
        }

        return "";
    }

    private static bool IsSource(string file) => file.EndsWith(".cs", StringComparison.OrdinalIgnoreCase);

    private static bool IsBuildOutput(string file) => file.Contains("/obj/", StringComparison.Ordinal) || file.Contains("/bin/", StringComparison.Ordinal);

    private static bool IsSettingsOf(string folder, string file) =>
        s_settings.IsMatch(Path.GetFileName(file)) && (Folder(file) == folder || Folder(file) == Path.Combine(folder, "Properties"));

    private static string Folder(string file) => Path.GetDirectoryName(file)!;

    private static string? NearestFolder(string file, HashSet<string> folders)
    {
        for (var folder = Path.GetDirectoryName(file); folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (folders.Contains(folder))
                return folder;
        }

        return null;
    }

    private static string Usings(bool web)
    {
        string[] names = ["System", "System.Collections.Generic", "System.IO", "System.Linq", "System.Net.Http", "System.Threading", "System.Threading.Tasks"];
        string[] webNames =
        [
            "System.Net.Http.Json", "Microsoft.AspNetCore.Builder", "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Http", "Microsoft.AspNetCore.Routing",
            "Microsoft.Extensions.Configuration", "Microsoft.Extensions.DependencyInjection", "Microsoft.Extensions.Hosting", "Microsoft.Extensions.Logging",
        ];
        return string.Join('\n', (web ? names.Concat(webNames) : names).Select(name => $"global using global::{name};"));
    }
}
