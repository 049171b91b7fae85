using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace BrevoAnalyzers.Tests.Samples;

/// <summary>The code of a sample project, as its build compiles it.</summary>
internal static class SampleCode
{
    /// <summary>What ImplicitUsings of the web SDK adds.</summary>
    public const string ImplicitUsings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Net.Http;
        global using System.Net.Http.Json;
        global using System.Threading;
        global using System.Threading.Tasks;
        global using Microsoft.AspNetCore.Builder;
        global using Microsoft.AspNetCore.Hosting;
        global using Microsoft.AspNetCore.Http;
        global using Microsoft.AspNetCore.Routing;
        global using Microsoft.Extensions.Configuration;
        global using Microsoft.Extensions.DependencyInjection;
        global using Microsoft.Extensions.Hosting;
        global using Microsoft.Extensions.Logging;
        """;

    /// <summary>The C# files that are written by hand, their paths relative to <paramref name="folder"/>.</summary>
    public static IEnumerable<(string Path, string Text)> Files(string folder) =>
        from path in Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
        let relative = Path.GetRelativePath(folder, path).Replace('\\', '/')
        where !relative.StartsWith("bin/", StringComparison.Ordinal) && !relative.StartsWith("obj/", StringComparison.Ordinal)
        orderby relative
        select (relative, File.ReadAllText(path));

    /// <summary>A compilation without errors: what does not compile proves nothing.</summary>
    public static CSharpCompilation Compile(string folder, NullableContextOptions nullable = NullableContextOptions.Disable)
    {
        var compilation = AnalyzerRun.Compile(OutputKind.ConsoleApplication, [.. Files(folder), ("ImplicitUsings.cs", ImplicitUsings)]);
        compilation = compilation.WithOptions(compilation.Options.WithNullableContextOptions(nullable)).WithReferences(LibraryReferences.WithoutSurfaces);
        Assert.Empty(compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
        return compilation;
    }
}
