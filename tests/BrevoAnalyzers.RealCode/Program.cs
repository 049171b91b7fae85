using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using BrevoAnalyzers.RealCode;

var folders = args.Where(argument => !argument.StartsWith("--", StringComparison.Ordinal)).ToArray();
var options = RunOptions.Parse(args.Where(argument => argument.StartsWith("--", StringComparison.Ordinal)));
if (options is null || folders.Length == 0 || folders.Any(folder => !Directory.Exists(folder) && !File.Exists(folder)))
{
    Console.Error.WriteLine(RunOptions.Usage);
    return 2;
}

var totals = new Totals();
foreach (var folder in folders)
{
    var projects = options.Each ? ProjectFinder.EachFile(folder) : ProjectFinder.Projects(folder);
    foreach (var batch in options.Each ? projects.Chunk(200) : [projects.ToArray()])
    {
        using var solution = new LoadedSolution(batch, options);
        foreach (var project in solution.Projects)
            await ProjectRun.RunAsync(project, folder, options, totals);
    }
}

totals.Print(Console.Out);
return totals.Crashes.Count + totals.FixFailures.Count > 0 ? 1 : 0;
