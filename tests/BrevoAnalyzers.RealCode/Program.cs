using System;
using System.IO;
using System.Linq;
using BrevoAnalyzers.Tests;
using Microsoft.CodeAnalysis;

if (args.Length == 0)
{
    Console.Error.WriteLine("usage: BrevoAnalyzers.RealCode [--each] FOLDER|FILE ...    runs all analyzers over C# files; --each: every file is a project of its own");
    return 2;
}

var each = args.Contains("--each");
foreach (var root in args.Where(a => a != "--each"))
{
    var files = File.Exists(root) ? [root] : Directory.EnumerateFiles(root, "*.cs", SearchOption.AllDirectories).Order().ToArray();
    foreach (var group in each ? files.Select(f => new[] { f }) : [files])
    {
        var compilation = AnalyzerRun.Compile(OutputKind.DynamicallyLinkedLibrary, group.Select(f => (f, File.ReadAllText(f))).ToArray());
        foreach (var finding in AnalyzerRun.Findings(compilation))
        {
            var line = finding.Location.GetLineSpan().StartLinePosition.Line;
            var text = finding.Location.SourceTree?.GetText().Lines[line].ToString().Trim();
            Console.WriteLine($"{Path.GetRelativePath(Environment.CurrentDirectory, finding.Location.GetLineSpan().Path)}({line + 1}): {finding.Id} {finding.GetMessage()}\n      {text}");
        }
    }
}

return 0;
