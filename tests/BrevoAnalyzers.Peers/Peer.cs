using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace BrevoAnalyzers.Peers;

/// <summary>Another package of analyzers, loaded from where it was restored to.</summary>
internal sealed record Peer(string Name, string Version, ImmutableArray<DiagnosticAnalyzer> Analyzers)
{
    private const string Mark = "Peer:";

    private static readonly Version s_roslyn = typeof(Compilation).Assembly.GetName().Version!;

    static Peer() => AppDomain.CurrentDomain.AssemblyResolve += (_, wanted) => Beside(wanted.RequestingAssembly, new AssemblyName(wanted.Name).Name!);

    public static ImmutableArray<Peer> All { get; } =
    [
        .. typeof(Peer).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Where(attribute => attribute.Key.StartsWith(Mark, StringComparison.Ordinal))
            .Select(attribute => Load(attribute.Key[Mark.Length..], attribute.Value!.Trim('[', ']'))),
    ];

    private static Peer Load(string name, string version)
    {
        var packages = typeof(Peer).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == "PackageFolder").Value!;
        return new(name, version, [.. Assemblies(Path.Combine(packages, name.ToLowerInvariant(), version)).SelectMany(AnalyzersIn)]);
    }

    /// <summary>The assemblies for the newest Roslyn that is not newer than this one; those for editors only, and for other languages, left out.</summary>
    private static IEnumerable<string> Assemblies(string folder)
    {
        var all = Directory.GetFiles(Path.Combine(folder, "analyzers"), "*.dll", SearchOption.AllDirectories)
            .Where(path => !path.EndsWith(".resources.dll", StringComparison.Ordinal) && !path.Contains("CodeFix", StringComparison.Ordinal) && !path.Contains("Workspaces", StringComparison.Ordinal))
            .Where(path => !path.Contains($"{Path.DirectorySeparatorChar}vb{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .ToLookup(RoslynOf);
        return all[all.Select(group => group.Key).Where(version => version <= s_roslyn).Max()!];
    }

    private static Version RoslynOf(string path) => Regex.Match(path, @"roslyn(\d+\.\d+)") is { Success: true } match ? new Version(match.Groups[1].Value) : new Version(0, 0);

    private static IEnumerable<DiagnosticAnalyzer> AnalyzersIn(string path)
    {
        foreach (var type in Types(Assembly.LoadFrom(path)))
        {
            if (!type.IsAbstract && type.IsSubclassOf(typeof(DiagnosticAnalyzer)) && type.GetCustomAttribute<DiagnosticAnalyzerAttribute>()?.Languages.Contains(LanguageNames.CSharp) == true)
                yield return (DiagnosticAnalyzer)Activator.CreateInstance(type, nonPublic: true)!;
        }
    }

    private static IEnumerable<Type> Types(Assembly assembly)
    {
        try
        {
            return assembly.GetTypes();
        }
        catch (ReflectionTypeLoadException exception)
        {
            return exception.Types.OfType<Type>();
        }
    }

    private static Assembly? Beside(Assembly? asking, string name)
    {
        var path = asking is null ? "" : Path.Combine(Path.GetDirectoryName(asking.Location)!, name + ".dll");
        return File.Exists(path) ? Assembly.LoadFrom(path) : AppDomain.CurrentDomain.GetAssemblies().FirstOrDefault(assembly => assembly.GetName().Name == name);
    }
}
